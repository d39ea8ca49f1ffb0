import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { briefReferences } from '#db/schema/briefs.server.ts';
import { briefInvitations } from '#db/schema/saves.server.ts';
import { images } from '#db/schema/images.server.ts';
import { testDatabase } from '#app/testing/database.server.ts';
import { aBrief, aDesigner, aPublisher } from '#app/testing/people.ts';
import { testQueue } from '#app/testing/queue.ts';
import { until } from '#app/testing/until.ts';
import { mediaPrefix, originalKey } from '../../storage/keys.ts';
import { Conflict, Forbidden, NotFound } from '../errors.ts';
import type { NewPicture } from '../images/commands.server.ts';
import { duplicateBrief } from './commands.server.ts';
import { getBrief, getReferencePicture } from './queries.server.ts';
import { sizeKeys } from '../images/keys.ts';
import { addReference, captionOf, removeReference } from './references.server.ts';
import { MOST_REFERENCES, referencePicture } from './rules.ts';

const database = await testDatabase();
const { db, sql } = database;
const queue = testQueue(database);
const paula = await aPublisher(db);
const rival = await aPublisher(db);

function aPicture(): NewPicture {
  const id = randomUUID();
  const sha256 = id.replaceAll('-', '').repeat(2);
  return {
    ...{ id, reach: 'private', prefix: mediaPrefix(sha256, id), originalKey: originalKey(id, 'jpeg') },
    ...{ originalName: 'sea.jpg', bytes: 10, sha256, width: 1200, height: 800, colour: '#336699', facts: {} },
  };
}
const add = (brief: string, caption = '') =>
  addReference(db, queue, paula, brief, { picture: aPicture(), caption });
const referencesOf = async (brief: string) => (await getBrief(db, paula, brief)).references;
const jobs = async (name: string) =>
  (await sql<{ n: number }[]>`select count(*)::int n from pgboss.job where name = ${name}`)[0]?.n ?? 0;

describe('reference pictures', () => {
  test('are added in order, with a job for their sizes', async () => {
    const { id } = await aBrief(db, paula);
    const before = await jobs('image.derive');
    await add(id, 'First');
    await add(id, 'Second');
    expect(await referencesOf(id)).toMatchObject([
      { caption: 'First', width: 1200, height: 800, ready: false },
      { caption: 'Second' },
    ]);
    expect((await jobs('image.derive')) - before).toBe(2);
  });

  test('are as many as a slow line bears, also when they come at once', async () => {
    const { id } = await aBrief(db, paula);
    const settled = await Promise.allSettled(Array.from({ length: MOST_REFERENCES + 3 }, () => add(id)));
    const refused = settled.filter((one) => one.status === 'rejected');
    expect(refused.map(({ reason }) => reason instanceof Conflict)).toEqual([true, true, true]);
    expect((await referencesOf(id)).length).toBe(MOST_REFERENCES);
    // What was refused left no picture behind.
    expect(await db.$count(images, eq(images.ownerId, paula.id))).toBe(await db.$count(briefReferences));
  });

  test('are the owner’s to add and remove, while the brief can be edited', async () => {
    const { id } = await aBrief(db, paula);
    const picture = { picture: aPicture(), caption: '' };
    await expect(addReference(db, queue, rival, id, picture)).rejects.toThrow(Forbidden);
    await add(id);
    const [reference] = await referencesOf(id);
    await expect(removeReference(db, queue, rival, id, reference!.id)).rejects.toThrow(Forbidden);
    const other = await aBrief(db, paula);
    await expect(removeReference(db, queue, paula, other.id, reference!.id)).rejects.toThrow(NotFound);
    await expect(removeReference(db, queue, paula, id, 'nonsense')).rejects.toThrow(NotFound);
    const closed = await aBrief(db, paula, { state: 'closed' });
    await expect(add(closed.id)).rejects.toThrow(Conflict);
  });

  test('go with their files, unless a duplicate still shows them', async () => {
    const { id } = await aBrief(db, paula);
    await add(id, 'Shared');
    const copy = await duplicateBrief(db, paula, id);
    const [original] = await referencesOf(id);
    const [duplicated] = await referencesOf(copy);
    expect(duplicated).toMatchObject({ caption: 'Shared' });
    const before = await jobs('storage.remove');
    await removeReference(db, queue, paula, id, original!.id);
    expect(await referencesOf(copy)).toEqual([duplicated]);
    expect(await jobs('storage.remove')).toBe(before);
    await removeReference(db, queue, paula, copy, duplicated!.id);
    expect(await jobs('storage.remove')).toBe(before + 1);
    await expect(removeReference(db, queue, paula, copy, duplicated!.id)).rejects.toThrow(NotFound);
  });

  test('that are removed while their brief is duplicated are not in the duplicate', async () => {
    const { id } = await aBrief(db, paula);
    await add(id);
    const [reference] = await referencesOf(id);
    const copying = await db.transaction(async (tx) => {
      await removeReference(tx, queue, paula, id, reference!.id);
      const copy = duplicateBrief(db, paula, id);
      await until('the duplicate waits', 5000, async () => {
        const waiting = await sql`select 1 from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock'`;
        return waiting.length > 0;
      });
      return { copy };
    });
    expect(await referencesOf(await copying.copy)).toEqual([]);
  });

  test('that two duplicates let go of at once are gone, once', async () => {
    const { id } = await aBrief(db, paula);
    await add(id);
    const copy = await duplicateBrief(db, paula, id);
    const both = await Promise.all(
      [id, copy].map(async (one) => [one, (await referencesOf(one))[0]!.id] as const),
    );
    const before = await jobs('storage.remove');
    await Promise.all(both.map(([brief, reference]) => removeReference(db, queue, paula, brief, reference)));
    expect(await jobs('storage.remove')).toBe(before + 1);
  });

  test('are seen by whoever may read the brief, and under its address alone', async () => {
    const [invited, dora] = [await aDesigner(db), await aDesigner(db)];
    const { id } = await aBrief(db, paula, { visibility: 'invited' });
    const other = await aBrief(db, paula);
    await db.insert(briefInvitations).values({ briefId: id, designerId: invited.id });
    await add(id);
    const [{ id: reference } = { id: '' }] = await referencesOf(id);
    for (const viewer of [paula, invited])
      expect(await getReferencePicture(db, viewer, id, reference)).toMatchObject({ state: 'preparing' });
    for (const viewer of [null, dora, rival])
      await expect(getReferencePicture(db, viewer, id, reference)).rejects.toThrow(NotFound);
    await expect(getReferencePicture(db, paula, other.id, reference)).rejects.toThrow(NotFound);
    await expect(getReferencePicture(db, paula, id, '../x')).rejects.toThrow(NotFound);
  });
});

describe('one size of a picture', () => {
  const prefix = 'a'.repeat(24);
  const keys = (state: 'ready' | 'preparing', size: string, accept = 'image/avif,image/webp,*/*') =>
    sizeKeys({ prefix, state }, size, accept).map(({ key }) => key.replace(`private/${prefix}/`, ''));

  test('comes in the newest format the browser takes, with the preview as a last resort', () => {
    expect(keys('ready', '640')).toEqual(['640.avif', '640.webp', '640.jpeg', '320.jpeg']);
    expect(keys('ready', '640', '*/*')).toEqual(['640.jpeg', '320.jpeg']);
    expect(keys('ready', '640.jpeg')).toEqual(['640.jpeg', '320.jpeg']);
    expect(keys('preparing', '1280')).toEqual(['320.jpeg']);
  });

  test.each(['', '641', '641.jpeg', '640.gif', '../640', '0x280'])('is not %j', (size) => {
    expect(() => keys('ready', size)).toThrow(NotFound);
  });

  test('stands on the page at one width, in its own shape', () => {
    const picture = referencePicture('b', { id: 'r', caption: 'C', width: 1200, height: 800 });
    expect(picture).toMatchObject({ src: '/briefs/b/references/r/320', width: 240, height: 160 });
    expect(referencePicture('b', { id: 'r', caption: '', width: 9000, height: 1 }).height).toBe(1);
  });

  test('has a caption on one line', () => {
    expect(captionOf(' a \n b ')).toBe('a b');
    expect(captionOf('x'.repeat(999)).length).toBe(200);
    expect(captionOf(null)).toBe('');
  });
});
