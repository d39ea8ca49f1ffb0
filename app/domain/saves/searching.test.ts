/** Saved searches against the database: saving, feeds, and the mail of the morning. */
import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { mailPreferences, mails } from '#db/schema/notifications.server.ts';
import { people } from '#db/schema/people.server.ts';
import { savedSearches } from '#db/schema/saves.server.ts';
import { wordsFor } from '#app/http/format.ts';
import { testDatabase } from '#app/testing/database.server.ts';
import { aBrief, aDesigner, aPiece, aPublisher } from '#app/testing/people.ts';
import { testQueue } from '#app/testing/queue.ts';
import { Conflict, NotFound } from '../errors.ts';
import type { Person } from '../people/rules.ts';
import { findNewest } from './finds.server.ts';
import type { SearchFrequency } from './rules.ts';
import { changeSearch, removeSearch, renewFeed, saveSearch } from './search-commands.server.ts';
import { getSearch, getSearchByKey, listSearches } from './search-queries.server.ts';
import { MOST_SEARCHES } from './searches.ts';
import { searchesDue, tellSearch } from './tell.server.ts';

const database = await testDatabase();
const { db, sql } = database;
const queue = testQueue(database);
const press = { origin: 'https://dustjacket.example', sayFor: wordsFor };
const at = (text: string) => new Date(`${text}Z`);

beforeEach(async () => {
  await sql`delete from saved_searches`;
  await sql`delete from mails`;
  await sql`delete from brief_formats`;
  await sql`delete from briefs`;
});

const save = (
  viewer: Person,
  query: string,
  frequency: SearchFrequency = 'daily',
  now = at('2026-03-02T10:00'),
) =>
  db.transaction((tx) => saveSearch(tx, viewer, { kind: 'briefs', query, name: 'Ghosts', frequency, now }));

describe('saving', () => {
  test('the same search twelve times at once is one', async () => {
    const dora = await aDesigner(db);
    const done = await Promise.allSettled(
      Array.from({ length: 12 }, () => save(dora, '/briefs?genre=horror')),
    );
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await listSearches(db, dora)).toHaveLength(1);
    await expect(save(dora, '/briefs?genre=horror')).rejects.toThrow('already, as “Ghosts”');
  });

  test('stops when there are as many as there can be', async () => {
    const dora = await aDesigner(db);
    for (let n = 0; n < MOST_SEARCHES; n += 1) await save(dora, `/briefs?q=${n}`);
    await expect(save(dora, '/briefs?q=more')).rejects.toThrow(Conflict);
  });

  test('and changing, renewing and removing is for whoever it is of', async () => {
    const [dora, other] = [await aDesigner(db), await aDesigner(db)];
    const id = await save(dora, '/briefs');
    const change = { name: 'Other', frequency: 'weekly' } as const;
    for (const act of [
      () => changeSearch(db, other, id, change),
      () => renewFeed(db, other, id),
      () => removeSearch(db, other, id),
    ])
      await expect(act()).rejects.toThrow(NotFound);
    await changeSearch(db, dora, id, change);
    expect(await getSearch(db, dora, id)).toMatchObject(change);
    const before = (await getSearch(db, dora, id)).feedKey;
    await renewFeed(db, dora, id);
    await expect(getSearchByKey(db, before)).rejects.toThrow(NotFound);
    const { feedKey } = await getSearch(db, dora, id);
    expect((await getSearchByKey(db, feedKey)).id).toBe(id);
    await db.update(people).set({ suspendedAt: new Date() }).where(eq(people.id, dora.id));
    await expect(getSearchByKey(db, feedKey)).rejects.toThrow(NotFound);
    await removeSearch(db, dora, id);
    await expect(getSearch(db, dora, id)).rejects.toThrow(NotFound);
  });
});

test('what a search finds is public, newest first, and only what is newer', async () => {
  const publisher = await aPublisher(db);
  const horror = { genre: 'horror' } as const;
  await aBrief(db, publisher, { ...horror, title: 'Old', publishedAt: at('2026-01-01T10:00') });
  await aBrief(db, publisher, { ...horror, title: 'New', publishedAt: at('2026-03-01T10:00') });
  await aBrief(db, publisher, { ...horror, title: 'Newest', publishedAt: at('2026-03-02T10:00') });
  await aBrief(db, publisher, { ...horror, title: 'Secret', visibility: 'invited' });
  await aBrief(db, publisher, { genre: 'poetry', title: 'Other' });
  const find = async (kind: 'briefs' | 'covers' | 'designers', query: string, since?: Date) => {
    const wanted = { since, limit: 30, today: '2026-03-03', say: wordsFor(null) };
    return (await findNewest(db, kind, new URLSearchParams(query), wanted)).map(({ title }) => title);
  };
  expect(await find('briefs', 'genre=horror')).toEqual(['Newest', 'New', 'Old']);
  expect(await find('briefs', 'genre=horror', at('2026-02-01T10:00'))).toEqual(['Newest', 'New']);
  expect(await find('briefs', 'genre=horror&q=nothing')).toEqual([]);
  const designer = await aDesigner(db, { name: 'Ida Ink' });
  await aPiece(db, designer, { title: 'Seen', author: 'A. Body', shownAt: at('2026-03-01T10:00') });
  await aPiece(db, designer, { title: 'Unseen', shownAt: null });
  expect(await find('covers', '')).toEqual(['Seen by A. Body']);
  expect(await find('designers', '', at('2026-02-01T10:00'))).toEqual(['Ida Ink']);
  expect(await find('designers', '', at('2026-03-01T10:00'))).toEqual([]);
});

describe('the mail of the morning', () => {
  /** Dora lives in London, where it is winter time until the end of March. */
  async function scene(frequency: SearchFrequency) {
    const [dora, publisher] = [await aDesigner(db), await aPublisher(db)];
    const id = await save(dora, '/briefs?genre=horror', frequency);
    const post = (title: string, publishedAt: Date) =>
      aBrief(db, publisher, { genre: 'horror', title, publishedAt });
    const tell = async (now: Date) => {
      for (const due of await searchesDue(db, now))
        await db.transaction((tx) => tellSearch(tx, queue, press, due, now));
      return (await db.select().from(mails).orderBy(mails.createdAt)).map(({ subject }) => subject);
    };
    return { dora, id, post, tell };
  }

  test('comes at eight, once, and says what is new since the last', async () => {
    const { post, tell } = await scene('daily');
    await post('Before', at('2026-03-02T09:00'));
    await post('The Moor', at('2026-03-02T12:00'));
    await post('The <Marsh>', at('2026-03-02T13:00'));
    expect(await tell(at('2026-03-03T07:59'))).toEqual([]);
    expect(await tell(at('2026-03-03T08:00'))).toEqual(['New in “Ghosts”: The <Marsh> and 1 more']);
    const [mail] = await db.select().from(mails);
    expect(mail?.text).toContain('The Moor');
    expect(mail?.text).toContain('https://dustjacket.example/briefs?genre=horror');
    expect(mail?.html).toContain('The &lt;Marsh&gt;');
    expect(mail?.text).not.toContain('Before');
    expect(await tell(at('2026-03-03T09:00'))).toHaveLength(1);
    expect(await tell(at('2026-03-04T08:10'))).toHaveLength(1);
    await post('The Mere', at('2026-03-04T12:00'));
    expect(await tell(at('2026-03-05T08:00'))).toEqual([
      'New in “Ghosts”: The <Marsh> and 1 more',
      'New in “Ghosts”: The Mere',
    ]);
  });

  test('comes on Mondays for whoever wants it weekly, and never for whoever does not', async () => {
    // 2 March 2026 is a Monday: saved after its morning.
    const { post, tell } = await scene('weekly');
    await post('The Moor', at('2026-03-03T12:00'));
    expect(await tell(at('2026-03-08T12:00'))).toEqual([]);
    expect(await tell(at('2026-03-09T08:00'))).toHaveLength(1);
    await db.update(savedSearches).set({ frequency: 'off' });
    await post('The Mere', at('2026-03-10T12:00'));
    expect(await tell(at('2026-03-16T08:00'))).toHaveLength(1);
  });

  test('is one, however many workers tell at once', async () => {
    const { post, id } = await scene('daily');
    await post('The Moor', at('2026-03-02T12:00'));
    const now = at('2026-03-03T08:00');
    await Promise.all(
      Array.from({ length: 6 }, () => db.transaction((tx) => tellSearch(tx, queue, press, id, now))),
    );
    expect(await db.$count(mails)).toBe(1);
  });

  test('is told again when the worker died before it was written', async () => {
    const { post, id, tell } = await scene('daily');
    await post('The Moor', at('2026-03-02T12:00'));
    const now = at('2026-03-03T08:00');
    const dies = db.transaction(async (tx) => {
      await tellSearch(tx, queue, press, id, now);
      throw new Error('killed');
    });
    await expect(dies).rejects.toThrow('killed');
    expect(await tell(now)).toHaveLength(1);
  });

  test('does not come for whoever wants no mail about searches', async () => {
    const { dora, post, tell } = await scene('daily');
    await db.insert(mailPreferences).values({ personId: dora.id, choices: { searches: 'off' } });
    await post('The Moor', at('2026-03-02T12:00'));
    expect(await tell(at('2026-03-03T08:00'))).toEqual([]);
  });

  test('leaves what is posted in the last minute for the next', async () => {
    const { post, tell } = await scene('daily');
    await post('The Moor', at('2026-03-03T07:59:30'));
    expect(await tell(at('2026-03-03T08:00'))).toEqual([]);
    expect(await tell(at('2026-03-04T08:00'))).toEqual(['New in “Ghosts”: The Moor']);
  });
});
