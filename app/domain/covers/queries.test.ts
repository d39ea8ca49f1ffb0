import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { designers } from '#db/schema/designers.server.ts';
import { testDatabase } from '#app/testing/database.server.ts';
import { aDesigner, anImage, aPiece } from '#app/testing/people.ts';
import { NotFound } from '../errors.ts';
import { decodeCursor, encodeCursor, PAGE_SIZE, type Seek } from '../paging.ts';
import type { Person } from '../people/rules.ts';
import {
  getCover,
  listCovers,
  listCoversOf,
  listMoreBy,
  listOthersIn,
  recentCovers,
  type CoverFilter,
} from './queries.server.ts';

let asked: string[] = [];
const { db, sql } = await testDatabase({ onQuery: (query) => void asked.push(query) });
const ALL: CoverFilter = { q: '' };
const titles = (rows: { title: string }[]) => rows.map(({ title }) => title);
const find = async (filter: Partial<CoverFilter>, seek: Seek = {}) =>
  listCovers(db, { ...ALL, ...filter }, seek);

let designer: Person;
beforeEach(async () => {
  // People stay: what they did is in the log, which nothing is taken out of.
  await sql`delete from pieces`;
  await sql`delete from designers`;
  designer = await aDesigner(db, { name: 'Dora Bodoni' });
  asked = [];
});

describe('who sees what', () => {
  test('a shown piece, with its designer and its picture', async () => {
    const { id } = await aPiece(db, designer, { title: 'Seen', altText: 'A wave.' });
    const { rows, count } = await find({});
    expect(rows).toMatchObject([
      {
        ...{ id, title: 'Seen', genre: 'literary_fiction', altText: 'A wave.' },
        designer: { name: 'Dora Bodoni', slug: 'dora-bodoni' },
        picture: { width: 1600, height: 2560, state: 'ready' },
      },
    ]);
    expect(count).toEqual({ n: 1, capped: false });
    expect(await getCover(db, id)).toMatchObject({ title: 'Seen', designerId: designer.id, year: 2024 });
  });

  test('not a draft, and nothing of a hidden designer', async () => {
    const draft = await aPiece(db, designer, { title: 'Draft', shownAt: null });
    const hidden = await aDesigner(db);
    const gone = await aPiece(db, hidden, { title: 'Gone' });
    await db.update(designers).set({ hidden: true }).where(eq(designers.personId, hidden.id));
    expect((await find({})).rows).toEqual([]);
    expect((await find({ q: 'gone draft' })).count.n).toBe(0);
    expect(await recentCovers(db, 5)).toEqual([]);
    expect((await listCoversOf(db, designer.id, {})).rows).toEqual([]);
    expect((await listCoversOf(db, hidden.id, {})).rows).toEqual([]);
    for (const { id } of [draft, gone, { id: randomUUID() }])
      await expect(getCover(db, id)).rejects.toThrow(NotFound);
  });

  test('what there is of a picture', async () => {
    const states = [
      [{ state: 'preparing' }, 'preview'],
      [{ state: 'preparing', originalKey: null }, 'none'],
      [{ state: 'failed' }, 'none'],
      [{ state: 'ready', originalKey: null }, 'ready'],
    ] as const;
    for (const [image, state] of states) {
      const { id: imageId } = await anImage(db, designer, image);
      const { id } = await aPiece(db, designer, { imageId });
      expect((await getCover(db, id)).picture.state).toBe(state);
    }
  });
});

describe('the gallery', () => {
  test('filters by genre, format and style together', async () => {
    await aPiece(db, designer, {
      title: 'A',
      genre: 'horror',
      format: 'custom',
      styles: ['collage', 'minimal'],
    });
    await aPiece(db, designer, { title: 'B', genre: 'horror', format: 'ebook_front', styles: ['collage'] });
    await aPiece(db, designer, { title: 'C', genre: 'poetry', format: 'custom', styles: ['vintage'] });
    const found = async (filter: Partial<CoverFilter>) =>
      titles((await find(filter)).rows)
        .toSorted()
        .join('');
    expect(await found({ genre: 'horror' })).toBe('AB');
    expect(await found({ format: 'custom' })).toBe('AC');
    expect(await found({ style: 'collage' })).toBe('AB');
    expect(await found({ genre: 'horror', format: 'custom', style: 'minimal' })).toBe('A');
    expect(await found({ genre: 'romance' })).toBe('');
  });

  test('finds words in title, author, publisher, about and alternative text', async () => {
    await aPiece(db, designer, { title: 'The Salt Road', author: 'Maren Holt', publisher: 'Saltmarsh' });
    await aPiece(db, designer, {
      title: 'Lanterns',
      about: 'Printed on cotton.',
      altText: 'Ships at night.',
    });
    const found = async (q: string) => titles((await find({ q })).rows);
    expect(await found('salt roads')).toEqual(['The Salt Road']);
    expect(await found('holt')).toEqual(['The Salt Road']);
    expect(await found('saltmarsh')).toEqual(['The Salt Road']);
    expect(await found('cotton ship')).toEqual(['Lanterns']);
    expect(await found('-salt lantern')).toEqual(['Lanterns']);
    expect(await found('zeppelin')).toEqual([]);
  });

  test.each(['the', '"', "'; drop table pieces; --", '& | ! ( ) :*', '🌊', 'a"b or', ' \\ '])(
    'takes %j for words',
    async (q) => {
      await expect(find({ q })).resolves.toMatchObject({ rows: [] });
    },
  );

  test('asks the database twice, and once for the newest', async () => {
    await aPiece(db, designer);
    asked = [];
    await find({ q: 'margin', genre: 'literary_fiction' });
    expect(asked).toHaveLength(2);
    await recentCovers(db, 8);
    expect(asked).toHaveLength(3);
    // Any other order than the index's own sorts the whole table: 400 ms over 300,000 pieces, against 5.
    expect(asked[2]).toContain('"shown_at" desc nulls last, "pieces"."id" desc nulls last');
    await find({ q: 'nowhere' });
    expect(asked).toHaveLength(4);
  });
});

describe('paging', () => {
  const COUNT = 2 * PAGE_SIZE + 5;
  beforeEach(async () => {
    // In threes at the same moment: only the id tells them apart.
    for (let n = 0; n < COUNT; n++)
      await aPiece(db, designer, {
        ...{ title: `P${n}`, position: n + 1, about: 'ferry' },
        shownAt: new Date(Date.UTC(2026, 0, 1, 0, Math.floor(n / 3))),
      });
  });

  test.each([{}, { q: 'ferry' }])('walks to the end and back with %j', async (filter) => {
    const after = (word: string | null): Seek => ({ after: decodeCursor(word) });
    const one = await find(filter);
    const two = await find(filter, after(one.older));
    const three = await find(filter, after(two.older));
    const walked = titles([...one.rows, ...two.rows, ...three.rows]);
    expect(new Set(walked).size).toBe(COUNT);
    expect([one.newer, three.older, three.rows.length]).toEqual([null, null, 5]);
    const moments = [...one.rows, ...two.rows, ...three.rows].map(({ shownAt }) => shownAt.getTime());
    expect(moments).toEqual(moments.toSorted((a, b) => b - a));
    const back = await find(filter, { before: decodeCursor(three.newer) });
    expect(titles(back.rows)).toEqual(titles(two.rows));
    const start = await find(filter, { before: decodeCursor(back.newer) });
    expect(titles(start.rows)).toEqual(titles(one.rows));
    expect([start.newer, one.count.n]).toEqual([null, COUNT]);
  });

  test('walks one designer’s covers in their order, and back', async () => {
    const one = await listCoversOf(db, designer.id, {});
    const two = await listCoversOf(db, designer.id, { after: decodeCursor(one.older) });
    expect(titles(one.rows)[0]).toBe('P0');
    expect(titles(two.rows)[0]).toBe(`P${PAGE_SIZE}`);
    const back = await listCoversOf(db, designer.id, { before: decodeCursor(two.newer) });
    expect(titles(back.rows)).toEqual(titles(one.rows));
    expect(back.newer).toBeNull();
  });

  test('ignores a cursor that cannot be one', async () => {
    const first = titles((await find({})).rows);
    const id = randomUUID();
    const words = [
      { key: '2026-02-31T00:00:00.000Z', id },
      { key: '275760-09-13T00:00:00.000Z', id },
      { key: 'now()', id },
      { key: '2026-01-01T00:00:00.000Z', id: '-'.repeat(36) },
      { key: '\0', id },
    ];
    for (const cursor of words) {
      const after = decodeCursor(encodeCursor(cursor));
      expect(titles((await find({}, { after })).rows)).toEqual(first);
      expect((await listCoversOf(db, designer.id, { before: after })).rows).toHaveLength(PAGE_SIZE);
    }
  });

  test('more by the same designer leaves this one out', async () => {
    const [one] = (await listCoversOf(db, designer.id, {})).rows;
    const more = await listMoreBy(db, { designerId: designer.id, id: one?.id ?? '' }, 4);
    expect(titles(more)).toEqual(['P1', 'P2', 'P3', 'P4']);
  });

  test('others of its genre are the newest that anybody sees, without itself', async () => {
    const fantasy = { genre: 'fantasy' } as const;
    const own = await aPiece(db, designer, { title: 'Own', ...fantasy });
    await aPiece(db, designer, { title: 'Older', ...fantasy, shownAt: new Date('2020-01-01') });
    await aPiece(db, designer, { title: 'Draft', ...fantasy, shownAt: null });
    await aPiece(db, designer, { title: 'Crime', genre: 'crime_thriller' });
    await aPiece(db, designer, { title: 'Newer', ...fantasy, shownAt: new Date('2021-01-01') });
    expect(titles(await listOthersIn(db, 'fantasy', own.id, 5))).toEqual(['Newer', 'Older']);
    expect(titles(await listOthersIn(db, 'fantasy', own.id, 1))).toEqual(['Newer']);
  });
});

describe('beyond the cap', () => {
  test('a common word is counted to a thousand and still found newest first', async () => {
    const { id: imageId } = await anImage(db, designer);
    await sql`insert into pieces (designer_id, image_id, position, title, author, genre, format, shown_at)
      select ${designer.id}, ${imageId}, n, 'Ferry ' || n, 'A', 'horror', 'custom',
        timestamptz '2026-01-01' + n * interval '1 minute' from generate_series(1, 1200) n`;
    const { rows, count } = await find({ q: 'ferry' });
    expect(count).toEqual({ n: 1000, capped: true });
    expect(titles(rows).slice(0, 2)).toEqual(['Ferry 1200', 'Ferry 1199']);
    expect((await find({ q: '"ferry 7"' })).rows).toHaveLength(1);
  });
});
