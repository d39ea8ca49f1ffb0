import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { JWTPayload } from 'jose';
import { describe, expect, test } from 'vitest';
import { Unreachable } from '../domain/errors.ts';
import { closeLater } from '../testing/database.server.ts';
import { signed, signingKey, TAMPERED } from '../testing/oidc-tokens.ts';
import { remoteKeys, UntrustedAnswer, verifyIdToken } from './id-token.server.ts';

const key = await signingKey('of-the-test');
const issuer = 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Test';
const clientId = 'client';
const now = Math.floor(Date.now() / 1000);
const claims: JWTPayload = {
  ...{ iss: issuer, aud: clientId, sub: '8d1c', token_use: 'id', nonce: 'n', iat: now, exp: now + 3600 },
  ...{ email: 'iris@example.test', email_verified: true, name: 'Iris Bell' },
};

/** Answers every request like this. → its address */
async function serving(answer: http.RequestListener): Promise<string> {
  const server = http.createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  closeLater(async () => {
    server.close();
    server.closeAllConnections();
    await Promise.resolve();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks.json`;
}

const jwksUri = await serving((_, response) => response.end(JSON.stringify({ keys: [key.publicJwk] })));
const keys = remoteKeys(jwksUri);
const verify = (token: string, nonces = ['n']) => verifyIdToken(token, { issuer, clientId, keys, nonces });
const saying = async (changes: JWTPayload) => verify(await signed(key, { ...claims, ...changes }));

describe('a token', () => {
  test('that is genuine says who somebody is', async () => {
    expect(await saying({ 'cognito:groups': ['designers', 'staff'] })).toEqual({
      ...{ subject: '8d1c', name: 'Iris Bell', email: 'iris@example.test', emailVerified: true },
      groups: ['designers', 'staff'],
    });
  });

  test.each(Object.entries(TAMPERED))('%s is refused', async (_what, tamper) => {
    const token = await signed(key, claims);
    const refused = verify(await tamper({ token, claims, key }));
    await expect(refused).rejects.toThrow(UntrustedAnswer);
    // What is told to the log holds nothing of the token.
    await expect(refused).rejects.not.toThrow(/8d1c|iris|eyJ/);
  });

  test('of either secret’s nonce is believed', async () => {
    const token = await signed(key, claims);
    expect(await verify(token, ['new', 'n'])).toMatchObject({ subject: '8d1c' });
    await expect(verify(token, ['new', ''])).rejects.toThrow(UntrustedAnswer);
  });

  test('may be half a minute early or late, and no more', async () => {
    expect(await saying({ exp: now - 20 })).toMatchObject({ subject: '8d1c' });
    await expect(saying({ exp: now - 60 })).rejects.toThrow(UntrustedAnswer);
    await expect(saying({ nbf: now + 60 })).rejects.toThrow(UntrustedAnswer);
  });
});

describe('what it says', () => {
  test.each([
    ['a whole name', {}, 'Iris Bell'],
    ['two parts', { name: '', given_name: 'Zoë', family_name: 'Ångström' }, 'Zoë Ångström'],
    ['one part', { name: undefined, given_name: 'Zoë' }, 'Zoë'],
    ['no name', { name: ' \n ' }, 'iris'],
    ['a name that nobody sees', { name: '\u200b\u3164' }, 'iris'],
    ['control characters', { name: 'Ir\u0000is\u202e\r\nBell' }, 'Ir is Bell'],
    ['a long name', { name: '𝒜'.repeat(200) }, '𝒜'.repeat(80)],
    ['a name that is none', { name: { toString: 'x' } }, 'iris'],
  ])('%s', async (_what, changes, name) => {
    expect(await saying(changes)).toMatchObject({ name });
  });

  test.each([
    [true, true],
    ['true', true],
    [false, false],
    ['false', false],
    [undefined, false],
    [1, false],
  ])('email_verified %j is %s', async (given, emailVerified) => {
    expect(await saying({ email_verified: given })).toMatchObject({ emailVerified });
  });

  test.each([undefined, 7, 'nobody', `${'x'.repeat(250)}@example.test`])(
    '%j is no address',
    async (email) => {
      expect(await saying({ email })).toMatchObject({ email: '' });
    },
  );

  test.each([[undefined], ['staff'], [{ 0: 'staff' }], [[7, null, '']]])('%j is no group', async (groups) => {
    expect(await saying({ 'cognito:groups': groups })).toMatchObject({ groups: [] });
  });
});

describe('keys that cannot be had are an outage', () => {
  test.each<[string, http.RequestListener]>([
    ['a service that is away', (request) => request.socket.destroy()],
    ['a service that hangs', () => undefined],
    ['an error', (_, response) => response.writeHead(500).end()],
    ['a redirect', (_, response) => response.writeHead(302, { Location: jwksUri }).end()],
    ['no keys', (_, response) => response.end('{}')],
    ['no JSON', (_, response) => response.end('<html>')],
  ])('%s', async (_what, answer) => {
    const away = remoteKeys(await serving(answer));
    const begun = performance.now();
    const token = await signed(key, claims);
    await expect(verifyIdToken(token, { issuer, clientId, keys: away, nonces: ['n'] })).rejects.toThrow(
      Unreachable,
    );
    expect(performance.now() - begun).toBeLessThan(6_000);
  });
});
