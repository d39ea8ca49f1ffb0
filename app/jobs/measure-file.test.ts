import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { deliveryFiles } from '#db/schema/deliveries.server.ts';
import { files } from '#db/schema/files.server.ts';
import { images } from '#db/schema/images.server.ts';
import { addFile, removeFile, type NewFile } from '#app/domain/files/commands.server.ts';
import { addToDraft } from '#app/domain/deliveries/draft.server.ts';
import { openLog } from '#app/log.server.ts';
import { openDiskStorage } from '#app/storage/disk.server.ts';
import { originalKey } from '#app/storage/keys.ts';
import { blackPng, good } from '#app/testing/corpus.ts';
import { testDatabase } from '#app/testing/database.server.ts';
import { aDesigner } from '#app/testing/people.ts';
import { judged } from '#app/testing/print-corpus.ts';
import { aProject } from '#app/testing/projects.ts';
import { testQueue } from '#app/testing/queue.ts';
import { deriveImage } from './derive-image.server.ts';
import { measureSentFile } from './measure-file.server.ts';

const database = await testDatabase();
const { db, sql } = database;
const queue = testQueue(database);
const log = openLog({ logLevel: 'silent' } as never);

let directory: string;
beforeAll(async () => void (directory = await mkdtemp(join(tmpdir(), 'dustjacket-measure-'))));
afterAll(() => rm(directory, { recursive: true, force: true }));
const storage = () => openDiskStorage(join(directory, 'store'));
const services = () => ({ db, queue, log, storage: storage() });

async function sent(name: string, ending: string, type: string, bytes: Buffer): Promise<NewFile> {
  const id = randomUUID();
  const file = { id, name, type, bytes: bytes.length, sha256: id.replaceAll('-', '').repeat(2), key: originalKey(id, ending), seen: true }; // prettier-ignore
  await storage().put(file.key, bytes, { contentType: type });
  await addFile(db, queue, (await aDesigner(db)).id, file);
  return file;
}
const row = async ({ id }: NewFile) => (await db.select().from(files).where(eq(files.id, id)))[0];
const pictureRow = async ({ id }: NewFile) => (await db.select().from(images).where(eq(images.id, id)))[0];

test('a picture is measured, and gets a picture of its own whose sizes follow', async () => {
  const bytes = await readFile(await good['CMYK.jpg'](join(directory, 'a.jpg')));
  const file = await sent('front.jpg', 'jpeg', 'image/jpeg', bytes);
  const asked = await sql`select data from pgboss.job where name = 'file.measure'`;
  expect(asked).toMatchObject([{ data: { fileId: file.id } }]);
  await measureSentFile(services(), { fileId: file.id });
  // Once more, as a worker does after another has died.
  await measureSentFile(services(), { fileId: file.id });
  expect(await row(file)).toMatchObject({
    ...{ state: 'ready', pictureId: file.id, refusal: '' },
    facts: { kind: 'image', format: 'jpeg', width: 1200, height: 1600, space: 'cmyk' },
  });
  expect(await pictureRow(file)).toMatchObject({ reach: 'private', state: 'preparing', width: 1200 });
  await deriveImage({ ...services(), metrics: { record: () => {} } } as never, { imageId: file.id });
  const picture = await pictureRow(file);
  expect(picture?.state).toBe('ready');
  const size = await storage().open(`private/${picture?.prefix}/1280.webp`);
  size?.body.destroy();
  expect(size?.contentType).toBe('image/webp');
}, 30_000);

test('a PDF shows its first page', async () => {
  await judged['right.pdf'][1](join(directory, 'right.pdf'));
  const file = await sent('wrap.pdf', 'pdf', 'application/pdf', await readFile(join(directory, 'right.pdf')));
  await measureSentFile(services(), { fileId: file.id });
  expect(await row(file)).toMatchObject({ state: 'ready', pictureId: file.id, facts: { kind: 'pdf' } });
  expect(await pictureRow(file)).toMatchObject({ width: 1600, height: 1165 });
}, 60_000);

test('what cannot be read is refused, in words for its sender', async () => {
  const file = await sent('front.png', 'png', 'image/png', blackPng(1200, 1600, 100));
  await measureSentFile(services(), { fileId: file.id });
  expect(await row(file)).toMatchObject({ state: 'refused', pictureId: null, facts: null });
  expect((await row(file))?.refusal).toMatch(/^This PNG file is damaged/);
});

test('nothing is left of a file that is removed while it is measured', async () => {
  const bytes = await readFile(await good['grey.png'](join(directory, 'g.png')));
  const file = await sent('grey.png', 'png', 'image/png', bytes);
  await sql`delete from pgboss.job`;
  const racing = storage();
  const put: typeof racing.put = async (...args) => {
    await racing.put(...args);
    await db.transaction((tx) => removeFile(tx, queue, file.id));
  };
  await measureSentFile({ ...services(), storage: { ...racing, put } }, { fileId: file.id });
  expect([await row(file), await pictureRow(file)]).toEqual([undefined, undefined]);
  const removals = await sql<{ keys: string[] }[]>`select data->'keys' as keys from pgboss.job where name = 'storage.remove'`; // prettier-ignore
  const keys = removals.flatMap(({ keys }) => keys);
  expect(keys).toContain(file.key);
  expect(keys).toContain(originalKey(`${file.id}-seen`, 'png'));
});

describe('a delivered cover', () => {
  const WRAP = {
    ...({ kind: 'paperback_wrap', printer: 'kdp', paper: 'white', pageCount: 200 } as const),
    ...({ trimWidth: 6, trimHeight: 9, trimUnit: 'in' } as const),
  };
  async function delivered(pageCount: number) {
    const made = await aProject(db, { state: 'wrap', milestone: 'due', brief: { formats: [{ ...WRAP, pageCount }] } }); // prettier-ignore
    await judged['right.jpg'][1](join(directory, 'right.jpg'));
    const bytes = await readFile(join(directory, 'right.jpg'));
    const id = randomUUID();
    const file = { id, name: 'wrap.jpg', type: 'image/jpeg', bytes: bytes.length, sha256: 'b'.repeat(64), key: originalKey(id, 'jpeg'), seen: true }; // prettier-ignore
    await storage().put(file.key, bytes, { contentType: file.type });
    const place = { projectId: made.id, kind: 'wrap' };
    await db.transaction((tx) => addToDraft(tx, made.designer, place, [file], { queue, now: new Date() }));
    return { made, file };
  }
  const findingsOf = async (fileId: string) => {
    const [row] = await db.select().from(deliveryFiles).where(eq(deliveryFiles.fileId, fileId));
    return row?.findings ?? null;
  };

  test.each([
    ['passes the specification it was made to', 200, []],
    ['fails another', 300, ['size']],
  ])(
    '%s',
    async (_, pages, fails) => {
      const { file } = await delivered(pages);
      await measureSentFile(services(), { fileId: file.id });
      const found = await findingsOf(file.id);
      expect(found?.filter(({ level }) => level === 'fail').map(({ check }) => check)).toEqual(fails);
      expect(found?.length).toBeGreaterThan(5);
    },
    60_000,
  );

  test('is held against another without being opened again', async () => {
    const { file } = await delivered(300);
    await measureSentFile(services(), { fileId: file.id });
    await db.update(deliveryFiles).set({ coverSpecId: null, findings: null }).where(eq(deliveryFiles.fileId, file.id)); // prettier-ignore
    await storage().remove([file.key]);
    await measureSentFile(services(), { fileId: file.id });
    expect((await findingsOf(file.id))?.map(({ check }) => check)).not.toContain('size');
  }, 60_000);
});
