import { expect, test } from 'vitest';
import {
  attemptIn,
  forgetAttempt,
  forgetOldest,
  isState,
  rememberReturn,
  returnOf,
} from './attempts.server.ts';

const plain = { secure: false, sessionSecrets: ['s'.repeat(32)] };
const secure = { ...plain, secure: true };
const state = (letter: string) => letter.repeat(43);
const asking = (...pairs: string[]) =>
  new Request('http://localhost/', { headers: { Cookie: ['theme=dark', ...pairs].join('; ') } });
const pairOf = (setCookie: string) => setCookie.split(';')[0] ?? '';
const attempt = (letter: string, name = 'oauth2') =>
  `${name}:${letter}=state=${state(letter)}&${state(letter)}=verifier`;

test('an attempt is of this browser, of another one, or of none', () => {
  expect(attemptIn(plain, asking(), state('a'))).toBe('none');
  expect(attemptIn(plain, asking(attempt('b')), state('a'))).toBe('another');
  expect(attemptIn(plain, asking(attempt('b'), attempt('a')), state('a'))).toBe('this');
  // Over https only a cookie bound to its host counts: a neighbour’s subdomain can set the other one.
  expect(attemptIn(secure, asking(attempt('a')), state('a'))).toBe('none');
  expect(attemptIn(secure, asking(attempt('a', '__Host-oauth2')), state('a'))).toBe('this');
});

test('each attempt has a way back of its own', async () => {
  const kept = await Promise.all([
    rememberReturn(plain, state('a'), '/covers?q=x'),
    rememberReturn(plain, state('b'), '/briefs'),
  ]);
  const request = asking(...kept.map(pairOf));
  expect(await returnOf(plain, request, state('a'))).toBe('/covers?q=x');
  expect(await returnOf(plain, request, state('b'))).toBe('/briefs');
  expect(await returnOf(plain, request, state('c'))).toBe('/');
  const other = { ...plain, sessionSecrets: ['another secret of thirty-two chars'] };
  expect(await returnOf(other, request, state('a'))).toBe('/');
  const rotated = {
    ...plain,
    sessionSecrets: ['another secret of thirty-two chars', ...plain.sessionSecrets],
  };
  expect(await returnOf(rotated, request, state('a'))).toBe('/covers?q=x');
});

test('a way back is never one that is no path of ours, even signed', async () => {
  const kept = await rememberReturn(plain, state('a'), '//evil.example');
  expect(await returnOf(plain, asking(pairOf(kept)), state('a'))).toBe('/');
});

test('a long way back is kept without its query, or not at all', async () => {
  const query = await rememberReturn(plain, state('a'), `/covers?q=${'x'.repeat(1500)}`);
  expect(await returnOf(plain, asking(pairOf(query)), state('a'))).toBe('/covers');
  const path = await rememberReturn(plain, state('a'), `/${'x'.repeat(1500)}`);
  expect(await returnOf(plain, asking(pairOf(path)), state('a'))).toBe('/');
});

test('an attempt ends with both its cookies, and no other', async () => {
  const kept = await rememberReturn(secure, state('a'), '/covers');
  const names = [attempt('a', '__Host-oauth2'), attempt('b', '__Host-oauth2'), pairOf(kept)];
  expect(forgetAttempt(secure, asking(...names), state('a'))).toEqual([
    '__Host-oauth2:a=; Path=/; Max-Age=0; HttpOnly; Secure; SameSite=Lax',
    `__Host-return-to.${state('a')}=; Path=/; Max-Age=0; HttpOnly; Secure; SameSite=Lax`,
  ]);
});

test('of many attempts the oldest end', () => {
  const many = [...'abcdefg'].flatMap((letter) => [attempt(letter), `return-to.${state(letter)}=x`]);
  expect(forgetOldest(plain, asking(...many)).map((line) => line.split('=')[0])).toEqual([
    ...['oauth2:a', 'oauth2:b', 'oauth2:c'],
    ...['a', 'b', 'c'].map((letter) => `return-to.${state(letter)}`),
  ]);
  expect(forgetOldest(plain, asking(attempt('a')))).toEqual([]);
});

test.each(['', 'x', `${state('a')}a`, `${state('a').slice(1)};`, null])('%j is no state', (value) => {
  expect(isState(value)).toBe(false);
});
