import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Services } from '../services.server.ts';
import { openDiskStorage } from '../storage/disk.server.ts';
import { StorageUnavailable, type Storage } from '../storage/storage.ts';
import { serveMedia } from './media.server.ts';

const held = globalThis as typeof globalThis & { dustjacket?: Partial<Services> };
const PREFIX = '0123456789abcdef01234567';
const bytes = Buffer.from('not really a picture');
const errors: unknown[] = [];
let directory = '';
let storage: Storage;

beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'media-'));
  storage = openDiskStorage(directory);
  const log = { error: (entry: unknown) => void errors.push(entry) } as unknown as Services['log'];
  held.dustjacket = { storage, log };
  await storage.put(`media/${PREFIX}/320.jpeg`, bytes, { contentType: 'image/jpeg' });
  await storage.put(`private/${PREFIX}/320.jpeg`, bytes, { contentType: 'image/jpeg' });
  await storage.put('originals/one.png', bytes, { contentType: 'image/png' });
});
afterAll(async () => {
  delete held.dustjacket;
  await rm(directory, { recursive: true, force: true });
});

const get = (name: string, init: RequestInit = {}) =>
  serveMedia(
    {
      request: new Request(`http://localhost/media/${name}`, init),
      context: { requestId: 'r', began: 0, whenLeft: () => {}, address: '' },
    },
    name,
  );

describe('a picture that is there', () => {
  test('is served whole, with its own type, for ever', async () => {
    const answer = await get(`${PREFIX}/320.jpeg`);
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'content-length': String(bytes.length),
      'cache-control': 'public, max-age=31536000, immutable',
      'content-security-policy': "default-src 'none'; sandbox",
    });
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(bytes);
  });

  test('is not sent again to whoever has it', async () => {
    const etag = (await get(`${PREFIX}/320.jpeg`, { method: 'HEAD' })).headers.get('ETag') ?? '';
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`]) {
      const answer = await get(`${PREFIX}/320.jpeg`, { headers: { 'If-None-Match': known } });
      expect([answer.status, answer.body, answer.headers.get('Content-Length')]).toEqual([304, null, null]);
    }
    expect((await get(`${PREFIX}/320.jpeg`, { headers: { 'If-None-Match': '"other"' } })).status).toBe(200);
  });

  test('has no body for HEAD', async () => {
    const answer = await get(`${PREFIX}/320.jpeg`, { method: 'HEAD' });
    expect([answer.status, answer.body, answer.headers.get('Content-Length')]).toEqual([200, null, '20']);
  });
});

test.each([
  `${PREFIX}/640.jpeg`,
  `${PREFIX}/320.jpg`,
  `${PREFIX}/320.png`,
  `../originals/one.png`,
  `../private/${PREFIX}/320.jpeg`,
  `${PREFIX}/../${PREFIX}/320.jpeg`,
  `${PREFIX}/320.jpeg\0`,
  `${PREFIX}/320.jpeg/`,
  '',
])('%j is not there, in plain text, and not for ever', async (name) => {
  const answer = await get(name);
  expect([answer.status, answer.headers.get('Content-Type'), answer.headers.get('Cache-Control')]).toEqual([
    404,
    'text/plain; charset=utf-8',
    'no-store',
  ]);
});

test('storage that is down is a 503 with the reason in the log', async () => {
  const gone = { ...storage, open: () => Promise.reject(new StorageUnavailable('open', new Error('gone'))) };
  held.dustjacket = { ...held.dustjacket, storage: gone };
  const answer = await get(`${PREFIX}/320.jpeg`);
  expect([answer.status, answer.headers.get('Retry-After')]).toEqual([503, '30']);
  expect(errors).toHaveLength(1);
});
