import { randomUUID } from 'node:crypto';
import { and, asc, eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Db } from '#db/client.server.ts';
import { designers } from '#db/schema/designers.server.ts';
import { events } from '#db/schema/events.server.ts';
import { images } from '#db/schema/images.server.ts';
import { pieces } from '#db/schema/portfolios.server.ts';
import { testDatabase } from '#app/testing/database.server.ts';
import { aDesigner, aPiece } from '#app/testing/people.ts';
import { testQueue } from '#app/testing/queue.ts';
import { Conflict, NotFound } from '../errors.ts';
import type { NewPicture } from '../images/commands.server.ts';
import { pictureKeys } from '../images/keys.ts';
import { once } from '../once.server.ts';
import type { Person } from '../people/rules.ts';
import { addPiece, changePiece, movePiece, removePiece, replacePicture } from './commands.server.ts';
import { getOwnPiece, listOwnPieces } from './queries.server.ts';
import { MOVES, OWN_PAGE, PieceDraft, type Move } from './rules.ts';

const database = await testDatabase();
const { db, sql } = database;
const queue = testQueue(database);
const now = new Date('2026-03-03T10:00:00.000Z');

const aPicture = (): NewPicture => {
  const id = randomUUID();
  return {
    ...{
      id,
      reach: 'public',
      prefix: id.replaceAll('-', '').slice(0, 24),
      originalKey: `originals/${id}.png`,
    },
    ...{ originalName: 'front.png', bytes: 1000, sha256: '0'.repeat(64) },
    ...{ width: 1600, height: 2400, colour: '#aabbcc', facts: {} },
  };
};
const complete = PieceDraft.parse({ title: 'Salt', author: 'M. Holt', genre: 'poetry', format: 'custom' });
const save = (viewer: Person, id: string, version: number, details: object = complete, at = now) =>
  db.transaction((tx) =>
    changePiece(tx, viewer, id, { version, details: PieceDraft.parse(details), now: at }),
  );
const add = (viewer: Person, picture = aPicture()) =>
  db.transaction((tx: Db) => addPiece(tx, queue, viewer, picture));

async function orderOf(viewer: Person): Promise<[number, string][]> {
  const rows = await db
    .select({ position: pieces.position, title: pieces.title })
    .from(pieces)
    .where(eq(pieces.designerId, viewer.id))
    .orderBy(asc(pieces.position));
  return rows.map(({ position, title }) => [position, title]);
}
const tallies = async (viewer: Person) => {
  const [own] = await db
    .select({ count: designers.pieceCount, last: designers.lastShownAt })
    .from(designers)
    .where(eq(designers.personId, viewer.id));
  return own;
};
const eventsOf = async (subjectId: string) =>
  (await db.select().from(events).where(eq(events.subjectId, subjectId)).orderBy(asc(events.createdAt))).map(
    ({ type }) => type,
  );
/** What is waiting in a queue, for these values of one field of its data. */
const jobsOf = (name: string) => sql<{ data: { imageId?: string; keys?: string[] } }[]>`
  select data from pgboss.job where name = ${name}`;

let viewer: Person;
beforeEach(async () => {
  viewer = await aDesigner(db);
});

describe('adding a piece', () => {
  test('makes a draft at the end, with a job for its picture', async () => {
    const picture = aPicture();
    await add(viewer);
    const piece = await getOwnPiece(db, viewer, await add(viewer, picture));
    expect(piece).toMatchObject({ position: 2, title: '', shownAt: null, picture: { state: 'preview' } });
    expect((await jobsOf('image.derive')).map(({ data }) => data.imageId)).toContain(picture.id);
    expect(await tallies(viewer)).toEqual({ count: 0, last: null });
  });

  test('fifty identical forms at once make one piece', async () => {
    const token = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 50 }, () =>
        once(db, viewer, token, async (tx) => `/portfolio/${await addPiece(tx, queue, viewer, aPicture())}`),
      ),
    );
    expect(new Set(answers.map(({ location }) => location)).size).toBe(1);
    expect(answers.filter(({ repeated }) => !repeated)).toHaveLength(1);
    expect(await orderOf(viewer)).toEqual([[1, '']]);
    expect(await db.$count(images, eq(images.ownerId, viewer.id))).toBe(1);
  });

  test('leaves nothing when the transaction fails', async () => {
    const picture = aPicture();
    const failing = db.transaction(async (tx) => {
      await addPiece(tx, queue, viewer, picture);
      throw new Error('the lights went out');
    });
    await expect(failing).rejects.toThrow('the lights went out');
    expect(await orderOf(viewer)).toEqual([]);
    expect((await jobsOf('image.derive')).map(({ data }) => data.imageId)).not.toContain(picture.id);
  });
});

describe('saving the details', () => {
  test('shows a complete piece, and says so in the tallies and the log', async () => {
    const id = await add(viewer);
    expect(await save(viewer, id, 1)).toEqual({ position: 1, missing: [] });
    expect(await getOwnPiece(db, viewer, id)).toMatchObject({ shownAt: now, version: 2, title: 'Salt' });
    expect(await tallies(viewer)).toEqual({ count: 1, last: now });
    expect((await eventsOf(id)).toSorted()).toEqual(['piece.added', 'piece.changed', 'piece.shown']);
  });

  test('keeps an incomplete piece as a draft, and says what is missing', async () => {
    const id = await add(viewer);
    const { missing } = await save(viewer, id, 1, { ...complete, title: '', genre: undefined });
    expect(missing.map(({ field }) => field)).toEqual(['title', 'genre']);
    expect(await getOwnPiece(db, viewer, id)).toMatchObject({ author: 'M. Holt', shownAt: null, version: 2 });
  });

  test('takes a piece that lost its title out of public, and gives it no new date when it comes back', async () => {
    const id = await add(viewer);
    await save(viewer, id, 1);
    const [first] = await db
      .select({ at: events.createdAt })
      .from(events)
      .where(and(eq(events.subjectId, id), eq(events.type, 'piece.shown')));
    await save(viewer, id, 2, { ...complete, title: '' });
    expect(await tallies(viewer)).toEqual({ count: 0, last: null });
    await save(viewer, id, 3, complete, new Date('2027-01-01'));
    expect((await getOwnPiece(db, viewer, id)).shownAt).toEqual(first?.at);
  });

  test('from a page that is out of date changes nothing', async () => {
    const id = await add(viewer);
    await save(viewer, id, 1);
    await expect(save(viewer, id, 1, { ...complete, title: 'Pepper' })).rejects.toThrow(Conflict);
    await expect(save(viewer, id, NaN, { ...complete, year: 2020 })).rejects.toThrow(Conflict);
    expect((await getOwnPiece(db, viewer, id)).title).toBe('Salt');
  });

  test('as they are stored already is no change, whatever the version', async () => {
    const id = await add(viewer);
    for (const version of [1, 1, NaN])
      expect(await save(viewer, id, version)).toEqual({ position: 1, missing: [] });
    expect((await getOwnPiece(db, viewer, id)).version).toBe(2);
    expect((await eventsOf(id)).toSorted()).toEqual(['piece.added', 'piece.changed', 'piece.shown']);
  });

  test('of one version in twenty windows at once succeeds in one', async () => {
    const id = await add(viewer);
    const all = await Promise.allSettled(
      Array.from({ length: 20 }, (_, at) => save(viewer, id, 1, { ...complete, title: `Salt ${at}` })),
    );
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await getOwnPiece(db, viewer, id)).version).toBe(2);
  });
});

describe('moving', () => {
  /** Five pieces, called by their first place. */
  const five = async () => {
    const ids: string[] = [];
    for (const title of ['1', '2', '3', '4', '5']) ids.push((await aPiece(db, viewer, { title })).id);
    return (place: number) => ids[place - 1] ?? '';
  };
  const titles = async () => (await orderOf(viewer)).map(([, title]) => title).join('');

  test.each<[Move, number, string, number]>([
    ['first', 4, '41235', 1],
    ['up', 4, '12435', 3],
    ['down', 2, '13245', 3],
    ['last', 2, '13452', 5],
    ['up', 1, '12345', 1],
    ['last', 5, '12345', 5],
  ])('%s from %i gives %s', async (move, from, order, position) => {
    const at = await five();
    expect(await movePiece(db, viewer, at(from), { move, from })).toEqual({ position, count: 5, done: true });
    expect(await titles()).toBe(order);
    expect((await orderOf(viewer)).map(([place]) => place)).toEqual([1, 2, 3, 4, 5]);
  });

  test('twice by one page moves once', async () => {
    const at = await five();
    await movePiece(db, viewer, at(4), { move: 'up', from: 4 });
    expect(await movePiece(db, viewer, at(4), { move: 'up', from: 4 })).toMatchObject({
      position: 3,
      done: true,
    });
    expect(await titles()).toBe('12435');
  });

  test('from a place it has left changes nothing and says so', async () => {
    const at = await five();
    await movePiece(db, viewer, at(4), { move: 'first', from: 4 });
    expect(await movePiece(db, viewer, at(4), { move: 'down', from: 4 })).toMatchObject({
      position: 1,
      done: false,
    });
    expect(await movePiece(db, viewer, at(4), { move: 'down', from: NaN })).toMatchObject({ done: false });
    expect(await titles()).toBe('41235');
  });

  test('many pieces at once keeps the places 1 to n', async () => {
    const at = await five();
    const moves = Object.keys(MOVES) as Move[];
    await Promise.all(
      [
        ...Array.from({ length: 60 }, async (_, n) => {
          const id = at((n % 5) + 1);
          const { position } = await getOwnPiece(db, viewer, id);
          await movePiece(db, viewer, id, { move: moves[n % 4] ?? 'up', from: position });
        }),
        ...Array.from({ length: 3 }, () => add(viewer)),
        db.transaction((tx) => removePiece(tx, queue, viewer, at(3))),
      ].map((work) =>
        Promise.resolve(work).catch((fault: unknown) => expect(fault).toBeInstanceOf(NotFound)),
      ),
    );
    expect((await orderOf(viewer)).map(([place]) => place)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  test('leaves the tallies and other designers alone', async () => {
    const other = await aDesigner(db);
    await aPiece(db, other, { title: 'theirs' });
    const at = await five();
    const before = await tallies(viewer);
    await movePiece(db, viewer, at(1), { move: 'last', from: 1 });
    expect(await tallies(viewer)).toEqual(before);
    expect(await orderOf(other)).toEqual([[1, 'theirs']]);
  });
});

describe('deleting', () => {
  test('closes the gap, and has the files removed', async () => {
    const ids = [await add(viewer), await add(viewer), await add(viewer)];
    const [, middle = ''] = ids;
    await save(viewer, middle, 1);
    const [row] = await db
      .select()
      .from(images)
      .innerJoin(pieces, eq(pieces.imageId, images.id))
      .where(eq(pieces.id, middle));
    await db.transaction((tx) => removePiece(tx, queue, viewer, middle));
    expect((await orderOf(viewer)).map(([place]) => place)).toEqual([1, 2]);
    expect(await tallies(viewer)).toEqual({ count: 0, last: null });
    expect(await db.$count(images, eq(images.id, row?.images.id ?? ''))).toBe(0);
    const removed = (await jobsOf('storage.remove')).map(({ data }) => data.keys);
    expect(removed).toContainEqual(row && pictureKeys(row.images));
    expect(await eventsOf(middle)).toContain('piece.removed');
  });

  test('the newest of two public pieces leaves the date of the other', async () => {
    const ids = [await add(viewer), await add(viewer)];
    await save(viewer, ids[0] ?? '', 1, complete, new Date('2025-01-01'));
    await save(viewer, ids[1] ?? '', 1, complete, new Date('2026-01-01'));
    await db.transaction((tx) => removePiece(tx, queue, viewer, ids[1] ?? ''));
    expect(await tallies(viewer)).toEqual({ count: 1, last: new Date('2025-01-01') });
  });
});

describe('replacing the picture', () => {
  test('keeps the piece, its words and its place, and removes the old files', async () => {
    const old = aPicture();
    const id = await add(viewer, old);
    await save(viewer, id, 1);
    const fresh = aPicture();
    await db.transaction((tx) => replacePicture(tx, queue, viewer, id, fresh));
    const piece = await getOwnPiece(db, viewer, id);
    expect(piece).toMatchObject({
      title: 'Salt',
      version: 2,
      shownAt: now,
      picture: { prefix: fresh.prefix },
    });
    expect(await db.$count(images, eq(images.id, old.id))).toBe(0);
    expect((await jobsOf('storage.remove')).flatMap(({ data }) => data.keys)).toContain(old.originalKey);
  });
});

describe('somebody else’s piece', () => {
  test('is not there: not to see, save, move, replace or delete', async () => {
    const owner = await aDesigner(db);
    const { id } = await aPiece(db, owner, { title: 'Mine' });
    const tries = [
      () => getOwnPiece(db, viewer, id),
      () => save(viewer, id, 1),
      () => movePiece(db, viewer, id, { move: 'down', from: 1 }),
      () => db.transaction((tx) => replacePicture(tx, queue, viewer, id, aPicture())),
      () => db.transaction((tx) => removePiece(tx, queue, viewer, id)),
    ];
    for (const one of tries) await expect(one()).rejects.toThrow(NotFound);
    expect(await orderOf(owner)).toEqual([[1, 'Mine']]);
    expect(await listOwnPieces(db, viewer, 1)).toEqual({ rows: [], total: 0 });
  });
});

test('one’s own list is paged by position and tells of pictures that failed', async () => {
  for (let n = 1; n <= OWN_PAGE + 2; n++) await aPiece(db, viewer, { title: `P${n}`, shownAt: null });
  const { rows, total } = await listOwnPieces(db, viewer, 2);
  expect([rows.map(({ position }) => position), total]).toEqual([[OWN_PAGE + 1, OWN_PAGE + 2], OWN_PAGE + 2]);
  await db.update(images).set({ state: 'failed' }).where(eq(images.ownerId, viewer.id));
  const again = await listOwnPieces(db, viewer, 1);
  expect(again.rows[0]).toMatchObject({ pictureFailed: true, picture: { state: 'none' } });
});
