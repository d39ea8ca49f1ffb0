import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { Forbidden, Invalid } from '../domain/errors.ts';
import { formToken, mintFormToken, parse, readForm } from './form.server.ts';

const FORM = 'application/x-www-form-urlencoded';

function post(body: BodyInit, type = FORM) {
  const request = new Request('http://localhost/', {
    method: 'POST',
    body,
    headers: { 'Content-Type': type },
  });
  return { request, context: { requestId: 'test', address: '', began: 0, whenLeft: () => {} } };
}

describe('reading a form', () => {
  test('gives every field, repeated ones too', async () => {
    const fields = await readForm(post('title=Caf%C3%A9&genre=poetry&genre=history&empty='));
    expect([...fields]).toEqual([
      ['title', 'Café'],
      ['genre', 'poetry'],
      ['genre', 'history'],
      ['empty', ''],
    ]);
  });

  test('keeps the fields for a page that offers to send them again', async () => {
    const args = post('title=Kept');
    await readForm(args);
    expect(args.context).toMatchObject({ form: new URLSearchParams('title=Kept') });
  });

  test.each([
    ['NUL', 'title=a%00b'],
    ['broken UTF-8 in escapes', 'title=%FF%FE'],
    ['broken UTF-8 in bytes', Buffer.from([0x74, 0x3d, 0xff, 0xfe])],
    ['NUL in a name', 'ti%00tle=a'],
    ['a thousand fields', 'a=1&'.repeat(1000)],
    ['a list with four thousand million places', 'formats[4000000000].kind=x'],
    ['a name that reaches for prototypes', '__proto__.polluted=x'],
  ])('refuses %s in a sentence', async (_what, body) => {
    await expect(readForm(post(body))).rejects.toThrow(Invalid);
  });

  test('refuses what is no form', async () => {
    await expect(readForm(post('{}', 'application/json'))).rejects.toThrow(Invalid);
    await expect(readForm(post('a', 'text/plain'))).rejects.toThrow(Invalid);
  });

  test('refuses a megabyte before it has read two', async () => {
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 65_536;
        controller.enqueue(new Uint8Array(65_536).fill(97));
        // What comes after the refusal is read and thrown away, so that the sender hears of it.
        if (sent > 3_000_000) controller.close();
      },
    });
    const init = { method: 'POST', body: endless, duplex: 'half', headers: { 'Content-Type': FORM } };
    const request = new Request('http://localhost/', init as RequestInit);
    await expect(
      readForm({ request, context: { requestId: 'test', address: '', began: 0, whenLeft: () => {} } }),
    ).rejects.toMatchObject({
      init: { status: 413 },
    });
    expect(sent).toBeLessThan(2_000_000);
  });
});

describe('the token of a form', () => {
  const ada = { id: '1f8a1f2d-1111-4222-8333-444455556666', name: 'Ada' };
  const bea = { id: 'b8a1f2de-1111-4222-8333-444455556666', name: 'Bea' };
  const sent = (token: string) => new URLSearchParams({ formToken: token });

  test('is new each time, and taken from whom it was given to', () => {
    const token = mintFormToken(ada);
    expect(formToken(sent(token), ada)).toBe(token);
    expect(mintFormToken(ada)).not.toBe(token);
  });

  test('does not act for whoever signs in next', () => {
    expect(() => formToken(sent(mintFormToken(ada)), bea)).toThrow(Forbidden);
    expect(() => formToken(sent(mintFormToken(ada)), bea)).toThrow(/before you signed in as Bea/);
  });

  test('is refused when it is none', () => {
    const token = mintFormToken(ada);
    for (const bad of ['', 'x', `${token}0`, token.toUpperCase()])
      expect(() => formToken(sent(bad), ada)).toThrow(Invalid);
  });
});

test('a button that says no JSON is refused in a sentence', () => {
  const broken = new URLSearchParams({ title: 'x', __intent__: '{' });
  expect(() => parse(broken, z.object({ title: z.string() }))).toThrow(Invalid);
});
