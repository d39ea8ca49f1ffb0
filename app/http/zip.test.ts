import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDiskStorage } from '#app/storage/disk.server.ts';
import type { Storage } from '#app/storage/storage.ts';
import { unzipped } from '#app/testing/zip.ts';
import { forgetPeak, peakMemory } from '#app/testing/memory.ts';
import { sendZip } from './zip.server.ts';

let directory: string;
beforeAll(async () => void (directory = await mkdtemp(join(tmpdir(), 'dustjacket-zip-'))));
afterAll(() => rm(directory, { recursive: true, force: true }));

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const COVER = randomBytes(300_000);
const SOURCE = randomBytes(2_000_000);
const stored = (path: string, key: string, bytes: Buffer) => ({ path, key, bytes: bytes.length, sha256: sha256(bytes) }); // prettier-ignore

async function packed(storage: Storage, method = 'GET') {
  const request = new Request('http://localhost/', { method });
  return sendZip(request, storage, 'Été, hand-over.zip', {
    name: 'Été',
    mtime: new Date('2030-01-02T03:04:06Z'),
    entries: [
      stored('1 Finals/Cover.pdf', 'originals/cover.pdf', COVER),
      stored('2 Sources/Cover.psd', 'originals/source.psd', SOURCE),
      { path: '5 Papers/Credit line.txt', content: Buffer.from('Dora Bodoni\n') },
    ],
  });
}

async function store(): Promise<Storage> {
  const storage = openDiskStorage(join(directory, randomBytes(6).toString('hex')));
  await storage.put('originals/cover.pdf', COVER, { contentType: 'application/pdf' });
  await storage.put('originals/source.psd', SOURCE, { contentType: 'image/vnd.adobe.photoshop' });
  return storage;
}

test('a folder comes whole, with the checksums of all that is in it, and as long as it was announced', async () => {
  const answer = await packed(await store());
  expect(answer.headers.get('content-disposition')).toContain(
    "filename*=UTF-8''%C3%89t%C3%A9%2C%20hand-over.zip",
  );
  const bytes = Buffer.from(await answer.arrayBuffer());
  expect(answer.headers.get('content-length')).toBe(String(bytes.length));
  const files = await unzipped(bytes);
  expect([...files.keys()]).toEqual([
    ...[
      'Été/1 Finals/Cover.pdf',
      'Été/2 Sources/Cover.psd',
      'Été/5 Papers/Credit line.txt',
      'Été/SHA256SUMS',
    ],
  ]);
  expect(files.get('Été/2 Sources/Cover.psd')?.equals(SOURCE)).toBe(true);
  expect(files.get('Été/SHA256SUMS')?.toString()).toBe(
    `${sha256(COVER)}  1 Finals/Cover.pdf\n${sha256(SOURCE)}  2 Sources/Cover.psd\n` +
      `${sha256(Buffer.from('Dora Bodoni\n'))}  5 Papers/Credit line.txt\n`,
  );
});

test('asked for its head alone it opens no file', async () => {
  const storage: Storage = { ...(await store()), open: () => Promise.reject(new Error('opened')) };
  const answer = await packed(storage, 'HEAD');
  expect([answer.body, Number(answer.headers.get('content-length')) > 2_300_000]).toEqual([null, true]);
});

describe('nobody gets half of it for the whole', () => {
  const instead = (storage: Storage, body: () => Readable | null): Storage => ({
    ...storage,
    open: async (key) => {
      const replaced = key.endsWith('psd') ? body() : undefined;
      if (replaced === undefined) return storage.open(key);
      return replaced && { body: replaced, contentType: 'image/vnd.adobe.photoshop', size: SOURCE.length };
    },
  });
  test.each([
    ['is missing', () => null],
    ['breaks off', () => Readable.from((function* () { yield SOURCE.subarray(0, 1000); throw new Error('gone'); })())], // prettier-ignore
    ['is too short', () => Readable.from([SOURCE.subarray(0, 1000)])],
    ['is too long', () => Readable.from([SOURCE, SOURCE])],
    ['is another', () => Readable.from([Buffer.alloc(SOURCE.length)])],
  ])('when a file %s', async (_, body) => {
    const answer = await packed(instead(await store(), body));
    await expect(answer.arrayBuffer()).rejects.toThrow();
  });
});

test('what is read slowly waits in the store, not in memory', async () => {
  const MOST = 300;
  const chunk = randomBytes(1024 * 1024);
  const hash = createHash('sha256');
  for (let n = 0; n < MOST; n++) hash.update(chunk);
  const long = {
    path: 'a.psd',
    key: 'originals/a.psd',
    bytes: MOST * chunk.length,
    sha256: hash.digest('hex'),
  };
  const body = () => Readable.from((function* () { for (let n = 0; n < MOST; n++) yield chunk; })()); // prettier-ignore
  const storage = { open: async () => ({ body: body(), contentType: '', size: long.bytes }) };
  const before = forgetPeak();
  const answer = await sendZip(new Request('http://localhost/'), storage as unknown as Storage, 'a.zip', { name: 'a', mtime: new Date(), entries: [long] }); // prettier-ignore
  let seen = 0;
  for await (const part of answer.body as unknown as AsyncIterable<Uint8Array>) seen += part.length;
  expect(seen).toBe(Number(answer.headers.get('content-length')));
  expect((peakMemory() - before) / 2 ** 20).toBeLessThan(120);
});
