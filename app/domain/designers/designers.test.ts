import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { designers } from '#db/schema/designers.server.ts';
import { events } from '#db/schema/events.server.ts';
import { testDatabase } from '#app/testing/database.server.ts';
import { aDesigner, aPiece, aPublisher } from '#app/testing/people.ts';
import { Conflict, NotFound } from '../errors.ts';
import { decodeCursor, PAGE_SIZE } from '../paging.ts';
import type { Person } from '../people/rules.ts';
import { changeProfile } from './commands.server.ts';
import { getDesigner, getOwnProfile, listDesigners, type DesignerFilter } from './queries.server.ts';
import { DesignerProfile } from './rules.ts';

let asked: string[] = [];
const { db, sql } = await testDatabase({ onQuery: (query) => void asked.push(query) });
const now = new Date('2026-03-03T10:00:00.000Z');

beforeEach(async () => {
  // People stay: what they did is in the log, which nothing is taken out of.
  await sql`delete from pieces`;
  await sql`delete from designers`;
});

type Profile = Partial<typeof designers.$inferInsert>;

/** A designer with one cover shown, and a profile of one's choice. */
async function shown(name: string, profile: Profile = {}, shownAt = now): Promise<Person> {
  const person = await aDesigner(db, { name });
  await aPiece(db, person, { shownAt });
  await db
    .update(designers)
    .set({ hidden: false, ...profile })
    .where(eq(designers.personId, person.id));
  return person;
}
const find = async (filter: Partial<DesignerFilter>) => {
  const { rows, count } = await listDesigners(db, { q: '', ...filter }, {});
  expect(count.n).toBe(rows.length);
  return rows.map(({ name }) => name).toSorted();
};

describe('the list of designers', () => {
  test('holds those who show something and are not hidden', async () => {
    await shown('Seen');
    await shown('Hidden', { hidden: true });
    await aPiece(db, await aDesigner(db, { name: 'Drafts only' }), { shownAt: null });
    await aPublisher(db);
    expect(await find({})).toEqual(['Seen']);
  });

  test('filters by genre, style, format, time and price together', async () => {
    await shown('Ann', {
      genres: ['horror', 'poetry'],
      styles: ['collage'],
      availability: 'soon',
      priceBand: 'from_300',
    });
    await shown('Ben', {
      genres: ['horror'],
      formats: ['custom'],
      availability: 'now',
      priceBand: 'from_300',
    });
    expect(await find({ genre: 'horror' })).toEqual(['Ann', 'Ben']);
    expect(await find({ genre: 'poetry' })).toEqual(['Ann']);
    expect(await find({ style: 'collage' })).toEqual(['Ann']);
    expect(await find({ format: 'custom' })).toEqual(['Ben']);
    expect(await find({ availability: 'now' })).toEqual(['Ben']);
    expect(await find({ price: 'from_300', genre: 'horror', availability: 'soon' })).toEqual(['Ann']);
    expect(await find({ price: 'over_1200' })).toEqual([]);
  });

  test('finds words in name, place, headline and bio', async () => {
    await shown('Ann', {
      location: 'Trieste, Italy',
      headline: 'Hand-lettered covers',
      bio: 'I draw ferries.',
    });
    await shown('Ben');
    for (const q of ['trieste', 'lettered', 'ferry', 'ann']) expect(await find({ q })).toEqual(['Ann']);
    // Words that say nothing filter nothing.
    expect((await find({ q: '" & ! \' the' })).sort()).toEqual(['Ann', 'Ben']);
  });

  test('has the first shown cover of each, in two queries for the page', async () => {
    const person = await aDesigner(db, { name: 'Ann' });
    for (const title of ['B', 'C', 'D'])
      await aPiece(db, person, { title, shownAt: title === 'B' ? null : now });
    await shown('Ben');
    asked = [];
    const { rows } = await listDesigners(db, { q: '' }, {});
    expect(asked).toHaveLength(2);
    const covers = rows.find(({ name }) => name === 'Ann')?.covers ?? [];
    expect(covers.map(({ title }) => title)).toEqual(['C']);
    expect(covers[0]).toMatchObject({ picture: { width: 1600, height: 2560, state: 'ready' } });
    expect(rows.find(({ name }) => name === 'Ben')?.covers).toHaveLength(1);
  });

  test('puts whoever showed a cover last first, and walks both ways through equal moments', async () => {
    const COUNT = PAGE_SIZE + 4;
    for (let n = 0; n < COUNT; n++)
      await shown(`D${n}`, {}, new Date(Date.UTC(2026, 0, 1 + Math.floor(n / 4))));
    for (const q of [
      '',
      'd0 or d1 or d2 or d3 or d4 or d5 or d6 or d7 or d8 or d9 or d10 or d11 or d12 or d13 or d14 or d15',
    ]) {
      const one = await listDesigners(db, { q }, {});
      const two = await listDesigners(db, { q }, { after: decodeCursor(one.older) });
      const back = await listDesigners(db, { q }, { before: decodeCursor(two.newer) });
      const names = [...one.rows, ...two.rows].map(({ name }) => name);
      expect(new Set(names).size).toBe(COUNT);
      expect(Number(names[0]?.slice(1))).toBeGreaterThanOrEqual(COUNT - 4);
      expect(back.rows).toEqual(one.rows);
      expect([one.newer, two.older, back.newer]).toEqual([null, null, null]);
    }
  });
});

describe('a profile', () => {
  test('is found by its slug, also before anything is shown', async () => {
    await aDesigner(db, { name: 'Zoë Łuczak' });
    expect(await getDesigner(db, 'zoe-luczak')).toMatchObject({ name: 'Zoë Łuczak', pieceCount: 0 });
  });

  test.each(['nobody', '', '\0', 'Dora-Bodoni', "' or true --"])('is not found by %j', async (slug) => {
    await aDesigner(db, { name: 'Dora Bodoni' });
    await expect(getDesigner(db, slug)).rejects.toThrow(NotFound);
  });

  test('of a hidden designer is there for them alone', async () => {
    const person = await shown('Ann', { hidden: true });
    await expect(getDesigner(db, 'ann')).rejects.toThrow(NotFound);
    expect(await getOwnProfile(db, person)).toMatchObject({ name: 'Ann' });
    await expect(getOwnProfile(db, await aPublisher(db))).rejects.toThrow(NotFound);
  });
});

describe('changing one’s profile', () => {
  const profile = DesignerProfile.parse({ name: 'Ann Other', genres: ['horror'], priceBand: 'under_300' });
  const save = (person: Person, version: number, changed = profile) =>
    db.transaction((tx) => changeProfile(tx, person, { version, profile: changed, now }));

  test('keeps the address, and is told in the log', async () => {
    const person = await aDesigner(db, { name: 'Ann' });
    expect(await save(person, 1)).toBe('ann');
    expect(await getDesigner(db, 'ann')).toMatchObject({ name: 'Ann Other', genres: ['horror'], version: 2 });
    const told = await db.select().from(events).where(eq(events.subjectId, person.id));
    expect(told.map(({ type }) => type)).toContain('profile.changed');
  });

  test('takes a price away again', async () => {
    const person = await aDesigner(db, { name: 'Ann' });
    await save(person, 1);
    await save(person, 2, DesignerProfile.parse({ name: 'Ann' }));
    expect(await getOwnProfile(db, person)).toMatchObject({ priceBand: null, genres: [] });
  });

  test('from a page that is out of date changes nothing', async () => {
    const person = await aDesigner(db, { name: 'Ann' });
    const all = await Promise.allSettled(
      Array.from({ length: 10 }, (_, at) => save(person, 1, { ...profile, headline: `Window ${at}` })),
    );
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(save(person, 1)).rejects.toThrow(Conflict);
    await expect(save(person, NaN)).rejects.toThrow(Conflict);
    expect((await getOwnProfile(db, person)).version).toBe(2);
  });

  test('to what it says already is no change, whatever the version', async () => {
    const person = await aDesigner(db, { name: 'Ann' });
    for (const version of [1, 1, NaN]) expect(await save(person, version)).toBe('ann');
    expect((await getOwnProfile(db, person)).version).toBe(2);
    const told = await db.select().from(events).where(eq(events.subjectId, person.id));
    expect(told.filter(({ type }) => type === 'profile.changed')).toHaveLength(1);
  });

  test('is not for people without one', async () => {
    await expect(save(await aPublisher(db), 1)).rejects.toThrow(NotFound);
  });
});
