import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { images } from '#db/schema/images.server.ts';
import { pictureKeys } from '../domain/images/keys.ts';
import type { ImageReach } from '../domain/images/rules.ts';
import { openDiskStorage } from '../storage/disk.server.ts';
import { derivativeKey } from '../storage/keys.ts';
import type { Storage } from '../storage/storage.ts';
import { art } from '#app/testing/corpus.ts';
import { testDatabase } from '#app/testing/database.server.ts';
import { aDesigner, anImage } from '#app/testing/people.ts';
import { haveViews, type Viewed } from './views.server.ts';

const { db } = await testDatabase();
const folder = await mkdtemp(path.join(tmpdir(), 'dustjacket-views-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The real store, and what was written to it. */
const disk = openDiskStorage(folder);
let written: string[] = [];
const storage: Storage = {
  open: (key) => disk.open(key),
  link: (key, options) => disk.link(key, options),
  remove: (keys) => disk.remove(keys),
  check: () => disk.check(),
  put: (key, source, meta) => {
    written.push(key);
    return disk.put(key, source, meta);
  },
};

let source: Buffer;
beforeAll(async () => void (source = await art(320, 480).jpeg().toBuffer()));
beforeEach(() => void (written = []));

/** A picture whose sizes are made, as a page asks for its views. */
async function aPicture(reach: ImageReach = 'public'): Promise<Viewed & { originalKey: string | null }> {
  const { prefix, originalKey } = await anImage(db, await aDesigner(db), { reach });
  await disk.put(derivativeKey(reach, prefix, 1280, 'jpeg'), source, { contentType: 'image/jpeg' });
  const parts = { front: { x: 0, y: 0, w: 1, h: 1 }, spine: null };
  return { reach, prefix, originalKey, subject: 'front', parts };
}

const isThere = async (key: string) => {
  const file = await disk.open(key);
  file?.body.destroy();
  return file !== null;
};

test('are made once, however many ask at once, and are there for whoever comes after', async () => {
  const picture = await aPicture();
  const asked = await Promise.all(Array.from({ length: 20 }, () => haveViews({ db, storage }, picture)));
  expect(asked.every(Boolean)).toBe(true);
  expect(written).toEqual(
    ['mockup.webp', 'grey.png', 'thumbnail.jpeg'].map((file) => `media/${picture.prefix}/front-${file}`),
  );
  expect(await haveViews({ db, storage }, picture)).toBe(true);
  expect(written).toHaveLength(3);
});

test('are known to whoever removes the picture', async () => {
  const picture = await aPicture();
  await haveViews({ db, storage }, picture);
  expect(pictureKeys(picture)).toEqual(expect.arrayContaining(written));
});

test('of a private picture lie where only a page that checks its viewer looks', async () => {
  const picture = await aPicture('private');
  expect(await haveViews({ db, storage }, picture)).toBe(true);
  expect(written.every((key) => key.startsWith(`private/${picture.prefix}/`))).toBe(true);
});

test('are not there while the sizes are not', async () => {
  const picture = await aPicture();
  await disk.remove([derivativeKey('public', picture.prefix, 1280, 'jpeg')]);
  expect(await haveViews({ db, storage }, picture)).toBe(false);
  expect(written).toEqual([]);
});

test('of a picture that is removed while they are made go with it', async () => {
  const picture = await aPicture();
  await db.delete(images).where(eq(images.prefix, picture.prefix));
  expect(await haveViews({ db, storage }, picture)).toBe(false);
  expect(written).toHaveLength(3);
  expect(await Promise.all(written.map(isThere))).toEqual([false, false, false]);
});

test('of more pictures than wait already are made later', async () => {
  const pictures = await Promise.all(Array.from({ length: 10 }, () => aPicture()));
  const asked = await Promise.all(pictures.map((picture) => haveViews({ db, storage }, picture)));
  expect(asked.filter(Boolean)).toHaveLength(8);
  const again = await Promise.all(pictures.map((picture) => haveViews({ db, storage }, picture)));
  expect(again.every(Boolean)).toBe(true);
});
