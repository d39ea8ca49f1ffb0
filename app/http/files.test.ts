import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { NewFile } from '#app/domain/files/commands.server.ts';
import { settleFile } from '#app/jobs/settle-file.server.ts';
import { openDiskStorage } from '#app/storage/disk.server.ts';
import { StorageUnavailable, type Storage } from '#app/storage/storage.ts';
import { testDatabase } from '#app/testing/database.server.ts';
import { aFile } from '#app/testing/files.ts';
import { forgetPeak, peakMemory } from '#app/testing/memory.ts';
import { aDesigner } from '#app/testing/people.ts';
import { testQueue } from '#app/testing/queue.ts';
import { receiveFiles, sendFile } from './files.server.ts';
import type { SignedInVisit } from './gate.server.ts';

const database = await testDatabase();
const { db, sql } = database;
const queue = testQueue(database);

let directory: string;
let storage: Storage;
beforeAll(async () => void (directory = await mkdtemp(join(tmpdir(), 'dustjacket-files-'))));
afterAll(() => rm(directory, { recursive: true, force: true }));
beforeEach(async () => {
  storage = openDiskStorage(join(directory, randomBytes(6).toString('hex')));
  await sql`delete from pgboss.job`;
});

const PNG = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), randomBytes(3_000)]);
const PSD = Buffer.concat([Buffer.from('8BPS\0\x01'), randomBytes(3_000)]);
const LICENCE = Buffer.from('You may print this font.\n');
const PROGRAM = Buffer.concat([Buffer.from('MZ\x90\0'), randomBytes(200_000)]);

async function receive(
  sent: [name: string, bytes: Buffer][],
  options: Parameters<typeof receiveFiles>[2] = {},
  store = storage,
) {
  // prettier-ignore
  const form = new FormData();
  form.set('note', 'The third round');
  for (const [name, bytes] of sent) form.append('files', new Blob([new Uint8Array(bytes)]), name);
  const visit = { db, queue, storage: store, viewer: await aDesigner(db), metrics: { record: () => {} } };
  const request = new Request('http://localhost/x', { method: 'POST', body: form });
  // What it takes of a visit, and no more.
  return receiveFiles({ request } as never, visit as unknown as SignedInVisit, options);
}

const stored = async ({ key }: NewFile) => {
  const file = await storage.open(key);
  return file && buffer(file.body);
};
const jobs = () =>
  sql`select name, data, start_after > now() + interval '50 minutes' as later from pgboss.job`;

describe('a form with several files', () => {
  test('stores each as what its first bytes say it is', async () => {
    const { files, refused, problem, fields } = await receive([
      ['front.exe', PNG],
      ['../sources/front.psd', PSD],
      ['licence', LICENCE],
    ]);
    expect(files.map(({ name, type, seen }) => [name, type, seen])).toEqual([
      ['front.exe.png', 'image/png', true],
      ['front.psd', 'image/vnd.adobe.photoshop', false],
      ['licence.txt', 'text/plain', false],
    ]);
    expect(await Promise.all(files.map(stored))).toEqual([PNG, PSD, LICENCE]);
    expect([refused, problem, fields.get('note')]).toEqual([[], null, 'The third round']);
    // Whatever becomes of the form, somebody looks after each of them an hour later.
    expect(await jobs()).toMatchObject(
      files.map(({ id, key }) => ({ name: 'file.settle', data: { fileId: id, key }, later: true })),
    );
  });

  test('keeps what is good beside what is refused, and says why of each', async () => {
    const { files, refused, problem, status } = await receive([
      ['setup.png', PROGRAM],
      ['front.png', PNG],
      ['page.txt', Buffer.from('<html><script>x</script>')],
      ['nothing.psd', Buffer.alloc(0)],
      ['front.psd', PSD],
    ]);
    expect(files.map(({ name }) => name)).toEqual(['front.png', 'front.psd']);
    expect(await Promise.all(files.map(stored))).toEqual([PNG, PSD]);
    expect(refused.map(({ name }) => name)).toEqual(['setup.png', 'page.txt', 'nothing.psd']);
    expect(refused[2]?.reason).toMatch(/empty/);
    expect([problem, status]).toEqual([null, 200]);
  });

  test('that holds nothing good is a problem, in words', async () => {
    const moving = Buffer.concat([Buffer.from('GIF89a'), randomBytes(600)]);
    const { files, problem, status } = await receive([['a.gif', moving], ['b.exe', PROGRAM]]); // prettier-ignore
    expect([files, status]).toEqual([[], 415]);
    expect(problem).toMatch(/^a\.gif: This is a GIF\. .* b\.exe: This is a kind of file that cannot/);
  });

  test.each([
    ['too many of them', { files: 2 }, 400, /at most 2 files/],
    ['more than they may have together', { megabytes: 1 / 1024 }, 413, /larger than .* together/],
  ])('and %s is refused whole', async (_, options, status, problem) => {
    const answer = await receive([['a.png', PNG], ['b.png', PNG], ['c.png', PNG]], options); // prettier-ignore
    expect(answer).toMatchObject({ files: [], status, problem: expect.stringMatching(problem) as string });
    expect(await jobs()).toEqual([]);
  });

  test('without any is no problem: a message needs none', async () => {
    expect(await receive([['', Buffer.alloc(0)]])).toMatchObject({ files: [], problem: null, status: 200 });
  });
});

test('60 MB pass through without being held', async () => {
  const part = randomBytes(1024 * 1024);
  const [start, end] = ['--x\r\nContent-Disposition: form-data; name="files"; filename="a.psd"\r\n\r\n8BPS', '\r\n--x--\r\n']; // prettier-ignore
  let sent = 0;
  const body = new ReadableStream({
    pull(controller) {
      if (sent === 0) controller.enqueue(Buffer.from(start));
      if (sent++ < 60) return controller.enqueue(part);
      controller.enqueue(Buffer.from(end));
      controller.close();
    },
  });
  const headers = { 'content-type': 'multipart/form-data; boundary=x' };
  const request = new Request('http://localhost/x', { method: 'POST', body, headers, duplex: 'half' });
  const visit = { db, queue, storage, viewer: await aDesigner(db), metrics: { record: () => {} } };
  const before = forgetPeak();
  const { files } = await receiveFiles({ request } as never, visit as unknown as SignedInVisit);
  expect(files).toMatchObject([{ bytes: 60 * 1024 * 1024 + 4, type: 'image/vnd.adobe.photoshop' }]);
  expect((peakMemory() - before) / 2 ** 20).toBeLessThan(40);
}, 20_000);

describe('an hour later', () => {
  test('a file that a row names stays, and one that came to nothing goes', async () => {
    const { files } = await receive([['a.psd', PSD], ['b.psd', PSD]]); // prettier-ignore
    const [kept, lost] = files as [NewFile, NewFile];
    await aFile(db, await aDesigner(db), { id: kept.id, key: kept.key });
    for (const { id, key } of files) await settleFile({ db, storage }, { fileId: id, key });
    expect([await stored(kept), await stored(lost)]).toEqual([PSD, null]);
  });

  test('nothing is left of an upload that the storage broke off', async () => {
    let puts = 0;
    const breaking: Storage = {
      ...storage,
      put: (...args) =>
        ++puts === 2 ? Promise.reject(new StorageUnavailable('store', 'gone')) : storage.put(...args),
    };
    await expect(receive([['a.psd', PSD], ['b.psd', PSD]], {}, breaking)).rejects.toThrow(StorageUnavailable); // prettier-ignore
    const left = await jobs();
    expect(left).toHaveLength(2);
    for (const { data } of left) await settleFile({ db, storage }, data as { fileId: string; key: string });
    for (const { data } of left) expect(await storage.open((data as { key: string }).key)).toBeNull();
  });
});

test('a file is handed out whole, to be saved, by its name', async () => {
  const [file] = (await receive([['Umschlag – final.psd', PSD]])).files;
  const handed = file as NewFile;
  const answer = await sendFile(new Request('http://localhost/'), storage, handed);
  expect(Buffer.from(await answer.arrayBuffer())).toEqual(PSD);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    ...{ 'content-type': 'image/vnd.adobe.photoshop', 'content-length': String(PSD.length) },
    'content-disposition': `attachment; filename="Umschlag _ final.psd"; filename*=UTF-8''Umschlag%20%E2%80%93%20final.psd`,
    ...{ 'cache-control': 'private, no-store', 'content-security-policy': "default-src 'none'; sandbox" },
  });
  const head = await sendFile(new Request('http://localhost/', { method: 'HEAD' }), storage, handed);
  expect([await head.text(), head.headers.get('content-length')]).toEqual(['', String(PSD.length)]);
});
