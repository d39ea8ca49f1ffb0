import http from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { until } from '../testing/until.ts';
import { PageCache } from './page-cache.server.ts';

let cache = new PageCache();
let rendered = 0;
/** Pages that take until a test lets them go. */
const held = new Map<string, Promise<void>>();
function hold(path: string): () => void {
  let letGo = () => {};
  held.set(path, new Promise((resolve) => (letGo = resolve)));
  return () => letGo();
}
const app = express();
app.use((req, res, next) => cache.serve(req, res, next));
app.all('*', async (req, res) => {
  const began = performance.now();
  rendered += 1;
  const page = rendered;
  await held.get(req.url);
  const body = Buffer.from(`page ${page}`);
  const headers = new Headers({
    ETag: 'W/"1"',
    'Content-Length': String(body.byteLength),
    'Content-Type': 'text/html',
  });
  if (req.method === 'GET') cache.keep(`http://localhost${req.url}`, body, headers, began);
  res.set(Object.fromEntries(headers)).end(body);
});
const server = http.createServer(app).listen(0, '127.0.0.1');
afterAll(() => new Promise((resolve) => server.close(resolve)));

beforeEach(() => {
  cache = new PageCache();
  rendered = 0;
  held.clear();
});

const ask = (path: string, init: RequestInit = {}) =>
  fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, init);

describe('a page that is the same for everyone', () => {
  test('is rendered once for a crowd', async () => {
    const bodies = [];
    for (let n = 0; n < 5; n++) bodies.push(await (await ask('/briefs?q=a')).text());
    expect(new Set(bodies)).toEqual(new Set(['page 1']));
    expect(rendered).toBe(1);
  });

  test('is another one at another address', async () => {
    await ask('/briefs');
    expect(await (await ask('/briefs?genre=poetry')).text()).toBe('page 2');
  });

  test('is never given to somebody with a cookie', async () => {
    await ask('/briefs');
    const body = await (await ask('/briefs', { headers: { Cookie: 'session=x' } })).text();
    expect(body).toBe('page 2');
  });

  test('is forgotten when something changes', async () => {
    await ask('/briefs');
    await ask('/briefs/1/close', { method: 'POST' });
    expect(await (await ask('/briefs')).text()).toBe('page 3');
  });

  test('is kept while somebody takes long to send a form, and forgotten when it is taken', async () => {
    const letGo = hold('/portfolio/new');
    const slow = ask('/portfolio/new', { method: 'POST' });
    await until('it is being rendered', 1000, () => rendered === 1);
    await ask('/briefs');
    expect(await (await ask('/briefs')).text()).toBe('page 2');
    letGo();
    await slow;
    expect(await (await ask('/briefs')).text()).toBe('page 3');
  });

  test('is not kept when something changed while it was rendered', async () => {
    const letGo = hold('/briefs');
    const old = ask('/briefs');
    await until('it is being rendered', 1000, () => rendered === 1);
    await ask('/briefs/1/close', { method: 'POST' });
    letGo();
    expect(await (await old).text()).toBe('page 1');
    held.clear();
    expect(await (await ask('/briefs')).text()).toBe('page 3');
  });

  test('is not sent again to somebody who has it', async () => {
    await ask('/briefs');
    const answer = await ask('/briefs', { headers: { 'If-None-Match': 'W/"1"' } });
    expect([answer.status, await answer.text(), rendered]).toEqual([304, '', 1]);
  });

  test('has a head', async () => {
    await ask('/briefs');
    const answer = await ask('/briefs', { method: 'HEAD' });
    expect([answer.status, answer.headers.get('Content-Length'), rendered]).toEqual([200, '6', 1]);
  });
});
