import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { eq } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import type { CoverDraft } from '#db/seed/art/cover.server.ts';
import type { Sample } from '#db/seed/art/sample.server.ts';
import { sampleFile, insertFiles } from '#db/seed/files.server.ts';
import { files } from '#db/schema/files.server.ts';
import { openLog } from '#app/log.server.ts';
import { openDiskStorage } from '#app/storage/disk.server.ts';
import { testDatabase } from '#app/testing/database.server.ts';
import { aDesigner } from '#app/testing/people.ts';
import { testQueue } from '#app/testing/queue.ts';
import { drawSample } from './draw-sample.server.ts';
import { measureSentFile } from './measure-file.server.ts';

const database = await testDatabase();
const { db, sql } = database;
const directory = await mkdtemp(path.join(tmpdir(), 'dustjacket-draw-'));
afterAll(() => rm(directory, { recursive: true, force: true }));
const log = openLog({ logLevel: 'silent' } as never);
const services = { db, log, queue: testQueue(database), storage: openDiskStorage(directory) };

const cover: CoverDraft = {
  ...{ seed: 'a', title: 'Salt Tax', author: 'Benedikt Okonjo-Rhys' },
  ...{ genre: 'politics_society', style: 'typographic', shape: 'portrait' },
};
const panel = (x: number, w: number) => ({ x, y: 0.125, w, h: 2 });

/** Sends a sample and draws it twice, as a worker does after another has died. */
async function drawn(name: string, sample: Sample) {
  const file = sampleFile((await aDesigner(db)).id, name, sample, new Date());
  await insertFiles(db, services.queue, [file]);
  await drawSample(services, { fileId: file.id, sample });
  await drawSample(services, { fileId: file.id, sample });
  await measureSentFile(services, { fileId: file.id });
  const [row] = await db.select().from(files).where(eq(files.id, file.id));
  return row;
}

test('a whole cover of the sample is a PDF of one page at its size, and is measured like any other', async () => {
  const sheet = { width: 3.5, height: 2.25, back: panel(0.125, 1.4), spine: panel(1.525, 0.45), front: panel(1.975, 1.4) }; // prettier-ignore
  const row = await drawn('wrap.pdf', { as: 'sheet', cover, sheet: { ...sheet, barcode: null }, blurb: 'Every government taxed salt.' }); // prettier-ignore
  expect(row).toMatchObject({
    ...{ state: 'ready', refusal: '', pictureId: row?.id },
    facts: {
      kind: 'pdf',
      content: { pages: 1, media: { w: 3.5, h: 2.25 }, images: [{ width: 1050, height: 675 }] },
    },
  });
  expect(row?.bytes).toBeGreaterThan(1000);
});

test('a front is a JPEG as wide as was asked for, and a text is what it says', async () => {
  const front = await drawn('front.jpg', { as: 'front', cover, width: 320 });
  expect(front?.facts).toMatchObject({ kind: 'image', format: 'jpeg', width: 320, height: 512 });
  const licence = await drawn('fonts.txt', { as: 'text', text: 'Archivo' });
  const stored = await services.storage.open(licence?.key ?? '');
  expect(stored && (await text(stored.body))).toBe('Archivo');
  const measured =
    await sql`select data from pgboss.job where name = 'file.measure' and data->>'fileId' = ${licence?.id ?? ''}`;
  expect(measured).toEqual([]);
});
