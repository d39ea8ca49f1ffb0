import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { designers } from '#db/schema/designers.server.ts';
import { events } from '#db/schema/events.server.ts';
import { testDatabase } from '#app/testing/database.server.ts';
import { aDesigner, aNewcomer, anAdmin, aPublisher } from '#app/testing/people.ts';
import { changeProfile } from '../designers/commands.server.ts';
import { Conflict } from '../errors.ts';
import { once } from '../once.server.ts';
import { findPersonBySubject } from './queries.server.ts';
import type { ChoosableRole, Person } from './rules.ts';
import { chooseRole, saveStep, skipStep } from './welcome.server.ts';
import { answersOf, type ProfileStep } from './welcome.ts';

const { db } = await testDatabase();
const now = new Date('2031-05-01T12:00:00Z');

const choose = (viewer: Person, role: ChoosableRole, name = 'Nell Newly') =>
  db.transaction((tx) => chooseRole(tx, viewer, { name, role }));

async function again({ subject }: Person): Promise<Person> {
  const person = await findPersonBySubject(db, subject);
  if (!person) throw new Error('nobody');
  return person;
}

/** A newcomer who has just chosen. */
async function whoChose(role: ChoosableRole, name?: string): Promise<Person> {
  const newcomer = await aNewcomer(db);
  await choose(newcomer, role, name);
  return again(newcomer);
}

const save = (viewer: Person, step: ProfileStep, said: object, version = 1) => {
  const answers = answersOf(step, viewer.role).parse(said);
  return db.transaction((tx) => saveStep(tx, viewer, step, { answers, version, now }));
};
const skip = (viewer: Person, step: ProfileStep) => db.transaction((tx) => skipStep(tx, viewer, step));

const profileOf = async ({ id }: Person) =>
  (await db.select().from(designers).where(eq(designers.personId, id)))[0];
const told = async ({ id }: Person) => {
  const rows = await db
    .select()
    .from(events)
    .where(eq(events.subjectId, id))
    .orderBy(sql`created_at`);
  return rows.map(({ type }) => type).filter((type) => type !== 'person.first_seen');
};

describe('choosing a role', () => {
  test('is where a newcomer stands, and nobody else', async () => {
    expect(await aNewcomer(db)).toMatchObject({ role: 'newcomer', welcomeStep: 'role', organisation: '' });
    for (const person of [await aPublisher(db), await aDesigner(db), await anAdmin(db)])
      expect(person.welcomeStep).toBe(null);
  });

  test('makes a publisher, by the name they give', async () => {
    const person = await whoChose('hiring_user', 'Penelope Press');
    expect(person).toMatchObject({ role: 'hiring_user', name: 'Penelope Press', welcomeStep: 'about' });
    expect(await profileOf(person)).toBeUndefined();
    expect(await told(person)).toEqual(['person.role_chosen']);
  });

  test('makes a designer, with a page whose address is the name', async () => {
    const person = await whoChose('designer', 'Zoë Łuczak');
    expect(person).toMatchObject({ role: 'designer', name: 'Zoë Łuczak', welcomeStep: 'about' });
    expect(await profileOf(person)).toMatchObject({ slug: 'zoe-luczak', name: 'Zoë Łuczak' });
    const [event] = await db.select().from(events).where(eq(events.type, 'person.role_chosen')).limit(1);
    expect(event?.data).toMatchObject({ role: expect.stringMatching(/designer|hiring_user/) as string });
  });

  test('a second time says what was chosen, and changes nothing', async () => {
    const person = await whoChose('designer', 'Once Only');
    for (const viewer of [person, { ...person, role: 'newcomer' as const }])
      await expect(choose(viewer, 'hiring_user', 'Twice')).rejects.toThrow(
        new Conflict('You are here as a designer. Only our staff can change that.'),
      );
    expect(await again(person)).toEqual(person);
    expect(await told(person)).toEqual(['person.role_chosen']);
  });

  test('is not for those who never were newcomers', async () => {
    await expect(choose(await anAdmin(db), 'designer')).rejects.toThrow('as a member of staff');
  });

  test('twenty times at once comes out one way', async () => {
    const newcomer = await aNewcomer(db);
    const all = await Promise.allSettled(
      Array.from({ length: 20 }, (_, at) =>
        once(db, newcomer, randomUUID(), async (tx) => {
          const role = at % 2 ? 'designer' : 'hiring_user';
          return (await chooseRole(tx, newcomer, { name: `Window ${at}`, role })).role;
        }),
      ),
    );
    const won = all.filter(({ status }) => status === 'fulfilled');
    expect(won).toHaveLength(1);
    const lost = all.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
    expect(lost.every((reason) => reason instanceof Conflict)).toBe(true);
    const person = await again(newcomer);
    expect(won).toMatchObject([{ value: { location: person.role } }]);
    expect(Boolean(await profileOf(person))).toBe(person.role === 'designer');
    expect(await told(person)).toEqual(['person.role_chosen']);
  });

  test('as a designer gives everybody of one name an address of their own', async () => {
    const newcomers = await Promise.all(Array.from({ length: 5 }, () => aNewcomer(db)));
    await Promise.all(newcomers.map((one) => choose(one, 'designer', 'Ann Doe')));
    const slugs = await Promise.all(newcomers.map(async (one) => (await profileOf(one))?.slug));
    expect(new Set(slugs).size).toBe(5);
  });
});

describe('the profile steps', () => {
  test('of a designer lead through, each saved as it comes', async () => {
    const person = await whoChose('designer');
    const said = { location: 'Trieste, Italy', organisation: 'Studio Bora' };
    expect(await save(person, 'about', said)).toEqual({ role: 'designer', welcomeStep: 'work' });
    expect(await again(person)).toMatchObject({ organisation: 'Studio Bora', welcomeStep: 'work' });
    const work = { headline: 'Ferries', genres: ['horror'], formats: ['custom'], priceBand: 'from_300' };
    expect(await save(person, 'work', work, 2)).toEqual({ role: 'designer', welcomeStep: null });
    expect(await profileOf(person)).toMatchObject({ ...work, location: 'Trieste, Italy', version: 3 });
    expect(await told(person)).toEqual([
      ...['person.role_chosen', 'profile.changed', 'person.changed', 'profile.changed'],
    ]);
  });

  test('of a publisher end with the imprint', async () => {
    const person = await whoChose('hiring_user');
    expect(await save(person, 'about', { organisation: 'Saltmarsh Press' })).toMatchObject({
      welcomeStep: null,
    });
    expect(await again(person)).toMatchObject({ organisation: 'Saltmarsh Press', welcomeStep: null });
  });

  test('answered with nothing, or skipped, lead on and change nothing else', async () => {
    const person = await whoChose('designer');
    expect(await save(person, 'about', {})).toMatchObject({ welcomeStep: 'work' });
    expect(await skip(person, 'work')).toMatchObject({ welcomeStep: null });
    expect(await profileOf(person)).toMatchObject({ version: 1, location: '', headline: '' });
    expect(await told(person)).toEqual(['person.role_chosen', 'person.changed']);
  });

  test('wait where they were left', async () => {
    const person = await whoChose('designer');
    await skip(person, 'about');
    expect(await again(person)).toMatchObject({ role: 'designer', welcomeStep: 'work' });
  });

  test('sent again move nobody further, and nobody back', async () => {
    const person = await whoChose('designer');
    for (const at of [1, 2]) {
      expect(await save(person, 'about', { location: 'Trieste' }, at)).toMatchObject({ welcomeStep: 'work' });
      expect(await skip(person, 'about')).toMatchObject({ welcomeStep: 'work' });
    }
    await skip(person, 'work');
    expect(await save(person, 'about', { location: 'Graz' }, 2)).toMatchObject({ welcomeStep: null });
    expect(await told(person)).toEqual([
      ...['person.role_chosen', 'profile.changed', 'person.changed', 'profile.changed'],
    ]);
  });

  test('do not overwrite what another window has saved', async () => {
    const person = await whoChose('designer');
    await db.transaction((tx) =>
      changeProfile(tx, person, { version: 1, profile: { location: 'Graz' }, now }),
    );
    await expect(save(person, 'about', { location: 'Trieste', organisation: 'Bora' })).rejects.toThrow(
      Conflict,
    );
    expect(await again(person)).toMatchObject({ organisation: '', welcomeStep: 'about' });
  });
});
