import { beforeAll, describe, expect, test } from 'vitest';
import { briefs } from '#db/schema/briefs.server.ts';
import { testDatabase } from '#app/testing/database.server.ts';
import { aBrief, anAdmin, aPublisher } from '#app/testing/people.ts';
import { decodeCursor, encodeCursor, type Seek } from '../paging.ts';
import { countOwnBriefs, listOpenBriefs, listOwnBriefs, recentOpenBriefs } from './list.server.ts';
import { getBrief } from './queries.server.ts';
import { budgetBandOf, type BriefFilters, type BriefSort } from './rules.ts';

const heard: string[] = [];
const { db, sql } = await testDatabase({ onQuery: (query) => void heard.push(query) });
const TODAY = '2026-11-20';
const paula = await aPublisher(db);
const rival = await aPublisher(db);

const list = (filters: Partial<BriefFilters> = {}, seek: Seek = {}) =>
  listOpenBriefs(db, { q: '', sort: filters.q ? 'relevance' : 'newest', ...filters }, seek, TODAY);
const titles = async (filters: Partial<BriefFilters>) => (await list(filters)).rows.map(({ title }) => title);

/** Every page forward to the end and then back to the beginning. → the ids both ways. */
async function walk(
  read: (seek: Seek) => Promise<{ rows: { id: string }[]; newer: string | null; older: string | null }>,
) {
  const [forward, back]: [string[][], string[][]] = [[], []];
  let page = await read({});
  expect(page.newer).toBeNull();
  for (;;) {
    forward.push(page.rows.map(({ id }) => id));
    if (!page.older) break;
    page = await read({ after: decodeCursor(page.older) });
  }
  for (;;) {
    back.unshift(page.rows.map(({ id }) => id));
    if (!page.newer) break;
    page = await read({ before: decodeCursor(page.newer) });
  }
  return { forward: forward.flat(), back: back.flat() };
}

describe('forty briefs of one moment, one deadline and one budget', () => {
  const publishedAt = new Date('2026-11-01T12:00:00.123Z');
  let ids: string[] = [];
  beforeAll(async () => {
    await db.delete(briefs);
    const made = await Promise.all(
      Array.from({ length: 40 }, () =>
        aBrief(db, paula, {
          publishedAt,
          updatedAt: publishedAt,
          finalOn: '2027-05-01',
          title: 'The Salt Road',
        }),
      ),
    );
    ids = made.map(({ id }) => id).sort();
  });

  test.each(['newest', 'deadline', 'budget'] as BriefSort[])('page by %s forward and back', async (sort) => {
    const { forward, back } = await walk((seek) => list({ sort }, seek));
    const expected = sort === 'deadline' ? ids : [...ids].reverse();
    expect(forward).toEqual(expected);
    expect(back).toEqual(expected);
  });

  test.each(['relevance', 'newest', 'deadline', 'budget'] as BriefSort[])(
    'found by words, by %s',
    async (sort) => {
      const { forward, back } = await walk((seek) => list({ q: 'salt', sort }, seek));
      expect(forward.toSorted()).toEqual(ids);
      expect(back).toEqual(forward);
    },
  );

  test('page the same for their owner', async () => {
    const { forward, back } = await walk((seek) => listOwnBriefs(db, paula, 'open', seek));
    expect(forward).toEqual([...ids].reverse());
    expect(back).toEqual(forward);
  });

  test('keep their pages when a newer brief comes in between', async () => {
    const first = await list();
    const second = await list({}, { after: decodeCursor(first.older) });
    const { id } = await aBrief(db, paula, { finalOn: '2027-05-01' });
    expect((await list({}, { after: decodeCursor(first.older) })).rows).toEqual(second.rows);
    await sql`delete from briefs where id = ${id}`;
  });

  test('take a cursor that is none, or of another order, for the beginning', async () => {
    const first = await list();
    const id = ids[3]!;
    for (const key of ['', 'x', '2026-11-31', '99999999999', "'", '2026-11-01T12:00:00Z', '0'.repeat(250)])
      for (const cursor of [
        { key, id },
        { key: publishedAt.toISOString(), id: '-'.repeat(36) },
      ])
        expect((await list({}, { after: cursor })).rows).toEqual(first.rows);
    const deadline = await list({ sort: 'deadline' });
    expect((await list({}, { after: decodeCursor(deadline.older) })).rows).toEqual(first.rows);
    expect(
      (await list({ sort: 'budget' }, { after: decodeCursor(encodeCursor({ key: '-1', id })) })).rows.length,
    ).toBe(12);
  });
});

describe('what is listed', () => {
  beforeAll(async () => {
    await db.delete(briefs);
    const add = (title: string, overrides: Parameters<typeof aBrief>[2] = {}) =>
      aBrief(db, paula, { title, finalOn: '2027-05-01', ...overrides });
    const pays = (most: number | null) => ({
      ...{ budgetKind: most === null ? 'open' : 'fixed', budgetMin: most, budgetMax: most },
      ...{ budgetBand: budgetBandOf(most), budgetRank: most ?? 0 },
    });
    await add('The Lighthouse Keeper', { genre: 'horror', finalOn: '2026-11-25', ...pays(250_00) });
    await add('A Field Guide to Kitchens', { genre: 'food_drink', finalOn: '2026-12-15', ...pays(1300_00) });
    await add('Ministry of Puddles', {
      ...{
        genre: 'childrens',
        formats: [{ kind: 'hardcover_case' }, { kind: 'ebook_front' }],
        ...pays(null),
      },
      blurb: 'A basement, a tea lady and, once, a lighthouse.',
    });
    await add('The Night Vet', {
      genre: 'poetry',
      authorName: 'Temperance Osei',
      imprint: 'Ninefold Broadsides',
    });
    for (const state of ['draft', 'paused', 'awarded', 'closed', 'cancelled'] as const)
      await add(`Hidden lighthouse ${state}`, { state });
    await add('Hidden lighthouse invited', { visibility: 'invited' });
    await add('Hidden lighthouse overdue', { finalOn: '2026-11-19' });
  });

  test('is open, public and not overdue', async () => {
    const { rows, count } = await list();
    expect(rows.length).toBe(4);
    expect(count).toEqual({ n: 4, capped: false });
    expect(rows.filter(({ title }) => title.startsWith('Hidden'))).toEqual([]);
    expect((await recentOpenBriefs(db, 3, TODAY)).map(({ id }) => id)).toEqual(
      rows.slice(0, 3).map(({ id }) => id),
    );
  });

  test('is filtered by genre, format, budget and deadline, alone and together', async () => {
    expect(await titles({ genre: 'poetry' })).toEqual(['The Night Vet']);
    expect(await titles({ format: 'hardcover_case' })).toEqual(['Ministry of Puddles']);
    expect(await titles({ budget: 'open' })).toEqual(['Ministry of Puddles']);
    expect(await titles({ budget: 'over_1200' })).toEqual(['A Field Guide to Kitchens']);
    expect(await titles({ deadline: 'two_weeks' })).toEqual(['The Lighthouse Keeper']);
    expect((await titles({ deadline: 'month' })).length).toBe(2);
    expect(await titles({ genre: 'childrens', format: 'ebook_front', budget: 'open' })).toEqual([
      'Ministry of Puddles',
    ]);
    expect(await titles({ genre: 'childrens', budget: 'under_300' })).toEqual([]);
  });

  test('stands in the order asked for', async () => {
    expect((await titles({ sort: 'deadline' })).slice(0, 2)).toEqual([
      ...['The Lighthouse Keeper', 'A Field Guide to Kitchens'],
    ]);
    expect((await titles({ sort: 'budget' }))[0]).toBe('A Field Guide to Kitchens');
    expect((await titles({ sort: 'relevance' })).length).toBe(4);
  });

  test('is found by title, author, publisher and blurb, the title first', async () => {
    expect(await titles({ q: 'lighthouses' })).toEqual(['The Lighthouse Keeper', 'Ministry of Puddles']);
    expect(await titles({ q: 'osei' })).toEqual(['The Night Vet']);
    expect(await titles({ q: 'ninefold -keeper' })).toEqual(['The Night Vet']);
    expect(await titles({ q: '"tea lady"' })).toEqual(['Ministry of Puddles']);
    expect(await titles({ q: 'lighthouse', genre: 'horror' })).toEqual(['The Lighthouse Keeper']);
  });

  test.each(['lighthuose keper', 'feild guide', 'puddels', 'minstry'])(
    'is close to a slip of the keyboard: %s',
    async (q) => {
      const page = await list({ q });
      expect(page.close).toBe(true);
      expect(page.rows.length).toBe(1);
      expect(page.count.n).toBe(0);
    },
  );

  test.each([
    'xyzzy',
    'the',
    '!!!',
    '"',
    '\\',
    '%_',
    "' or 1=1 --",
    '( & |',
    'ß🙂',
    ':*',
    '-'.repeat(200),
    '- '.repeat(99),
    '-&-|-('.repeat(30),
  ])('is nothing, and no fault, for %j', async (q) => {
    expect((await list({ q })).rows.filter(({ title }) => title.startsWith('Hidden'))).toEqual([]);
  });

  test('takes at most three queries and a setting', async () => {
    for (const [filters, most] of [
      [{}, 2],
      [{ genre: 'poetry', budget: 'open', sort: 'deadline' }, 2],
      [{ q: 'lighthouse' }, 2],
      [{ q: 'lighthuose' }, 3],
    ] as [Partial<BriefFilters>, number][]) {
      heard.length = 0;
      await list(filters);
      expect(heard.length).toBe(most);
    }
  });
});

test('a whole brief is one query', async () => {
  const { id } = await aBrief(db, paula, { formats: [{ kind: 'custom' }, { kind: 'ebook_front' }] });
  heard.length = 0;
  expect((await getBrief(db, null, id)).details.formats.length).toBe(2);
  expect(heard.length).toBe(1);
});

describe('of one’s own', () => {
  test('everything in every state, counted, and nobody else’s; staff see all with their owners', async () => {
    await db.delete(briefs);
    const mine = await Promise.all(
      (['draft', 'draft', 'open', 'cancelled'] as const).map((state) => aBrief(db, paula, { state })),
    );
    await aBrief(db, rival, { state: 'draft' });
    const { rows } = await listOwnBriefs(db, paula, undefined, {});
    expect(rows.map(({ id }) => id).sort()).toEqual(mine.map(({ id }) => id).sort());
    expect((await listOwnBriefs(db, paula, 'draft', {})).rows.length).toBe(2);
    expect(await countOwnBriefs(db, paula)).toEqual({ draft: 2, open: 1, cancelled: 1 });
    const all = await listOwnBriefs(db, await anAdmin(db), undefined, {});
    expect(all.rows.length).toBe(5);
    expect(all.rows[0]).toHaveProperty('ownerName', 'Paula Imprint');
  });
});

describe('twelve hundred briefs', () => {
  beforeAll(async () => {
    await db.delete(briefs);
    // As fast as PostgreSQL can, with moments and days that repeat.
    await sql`insert into briefs (owner_id, state, title, genre, format_kinds, final_on, published_at, budget_rank)
      select ${paula.id}, 'open', 'Common ' || n, 'poetry', '{ebook_front}', date '2027-01-01' + n % 50,
        timestamptz '2026-11-01' + n % 300 * interval '1 minute', n % 7
      from generate_series(1, 1200) n`;
    await sql`analyze briefs`;
  });

  test('are more than a thousand, and that is all that is counted', async () => {
    expect((await list()).count).toEqual({ n: 1000, capped: true });
    expect((await list({ q: 'common' })).count).toEqual({ n: 1000, capped: true });
  });

  test.each(['relevance', 'newest', 'deadline', 'budget'] as BriefSort[])(
    'are walked to their end and back for a word they all have, by %s',
    async (sort) => {
      const { forward, back } = await walk((seek) => list({ q: 'common', sort }, seek));
      // The best matches are looked for among the newest thousand.
      expect(new Set(forward).size).toBe(sort === 'relevance' ? 1000 : 1200);
      expect(back).toEqual(forward);
    },
  );

  test('are read along an index that has the order already', async () => {
    for (const sort of ['newest', 'deadline', 'budget'] as BriefSort[]) {
      const { older } = await list({ sort });
      heard.length = 0;
      const seek = { after: decodeCursor(older) };
      await list({ sort }, seek);
      const plan = await explained(heard[1] ?? '', seek);
      expect(plan, sort).toMatch(/Index Scan/);
      // An incremental sort would put equal keys in the order of their ids: the index must have that, too.
      expect(plan, sort).not.toMatch(/Sort/);
    }
  });

  /** The plan of a heard page query, whose parameters are the day, the cursor and the limit. */
  async function explained(query: string, { after }: Seek): Promise<string> {
    const rows = await sql.unsafe(`explain ${query}`, [TODAY, after!.key, after!.id, 13]);
    return rows.map((row) => String(row['QUERY PLAN'])).join('\n');
  }
});
