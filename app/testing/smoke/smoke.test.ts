/** What the smoke test says of a site that is sound, and of one where nothing is; production.test.ts has the real thing. */
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { closeLater } from '../database.server.ts';
import { startProduct } from '../server.ts';
import { CHECKS } from './checks.ts';
import { smoke } from './run.ts';

/** A server that answers everything in the same way. */
async function answering(status: number, headers: http.OutgoingHttpHeaders, body: string): Promise<string> {
  const server = http.createServer((_, response) => void response.writeHead(status, headers).end(body));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closeLater(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return `http://localhost:${(server.address() as AddressInfo).port}`;
}

test('a development instance passes, and is no production', async () => {
  const { origin } = await startProduct({ worker: false });
  const { code, table } = await smoke(origin, '--wait', '5');
  expect(Object.values(table).filter((found) => !found.startsWith('ok'))).toEqual([]);
  expect(table['kind']).toBe('ok development, http');
  expect(code).toBe(0);
  const strict = await smoke(origin, '--production');
  expect([strict.code, strict.table['kind']]).toEqual([1, 'FAILS development, http']);
});

test('a page with a script on every address fails every check there is', async () => {
  const html = '<!DOCTYPE html><title>Soon</title><script></script><img src="/media/1.png">';
  const { code, table } = await smoke(await answering(200, { 'Content-Type': 'text/html' }, html));
  const ok = Object.entries(table).filter(([, found]) => found.startsWith('ok'));
  // It has no other scheme, and says that anyone may be anyone.
  expect(ok.map(([name]) => name)).toEqual(['kind', 'https', 'sign-in', 'being somebody by a header']);
  expect(Object.keys(table)).toHaveLength(CHECKS.length + 1);
  expect(code).toBe(1);
});

test('a site that is not sure of its visitors fails where they could be taken for others', async () => {
  const { table } = await smoke(await answering(404, { 'Content-Type': 'text/html' }, '<h1>No</h1>'));
  expect(table['being somebody by a header']).toBe('FAILS opens /admin/users: 404');
  expect(table['sign-in']).toBe('FAILS is not on the front page');
});

test('nobody there is said in one row', async () => {
  const { code, table } = await smoke('http://localhost:9');
  expect(table).toEqual({ there: expect.stringMatching(/^FAILS .+/) });
  expect(code).toBe(1);
});

test('without an address it says how it is used', async () => {
  expect((await smoke()).code).toBe(2);
  expect((await smoke('--help')).code).toBe(0);
});
