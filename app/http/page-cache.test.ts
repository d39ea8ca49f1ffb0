import http from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { PageCache } from './page-cache.server.ts';

let cache = new PageCache();
let rendered = 0;
const app = express();
app.use((req, res, next) => cache.serve(req, res, next));
app.all('*', (req, res) => {
  rendered += 1;
  const body = Buffer.from(`page ${rendered}`);
  const headers = new Headers({
    ETag: 'W/"1"',
    'Content-Length': String(body.byteLength),
    'Content-Type': 'text/html',
  });
  if (req.method === 'GET') cache.keep(`http://localhost${req.url}`, body, headers);
  res.set(Object.fromEntries(headers)).end(body);
});
const server = http.createServer(app).listen(0, '127.0.0.1');
afterAll(() => new Promise((resolve) => server.close(resolve)));

beforeEach(() => {
  cache = new PageCache();
  rendered = 0;
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
