import { and, eq, isNull } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { designers } from '#db/schema/designers.server.ts';
import { events } from '#db/schema/events.server.ts';
import { formTokens, people, sessions } from '#db/schema/people.server.ts';
import { testDatabase } from '../../testing/database.server.ts';
import { Forbidden } from '../errors.ts';
import { changePerson, meetPerson, sweepExpired } from './commands.server.ts';

const { db } = await testDatabase();
const named = (subject: string, name = 'Ines Faro') => ({ subject, name, email: `${subject}@example.test` });

describe('meeting somebody', () => {
  test('the first time makes them, the second finds them', async () => {
    const first = await meetPerson(db, { ...named('a'), role: 'hiring_user' });
    const again = await meetPerson(db, { ...named('a'), role: 'hiring_user' });
    expect(again).toEqual(first);
    expect(await db.$count(events, eq(events.subjectId, first.id))).toBe(1);
  });

  test('the stored role counts, whatever is claimed later', async () => {
    await meetPerson(db, { ...named('b'), role: 'designer' });
    expect(await meetPerson(db, { ...named('b'), role: 'admin' })).toMatchObject({ role: 'designer' });
  });

  test('twenty first requests at once make one person', async () => {
    const met = await Promise.all(
      Array.from({ length: 20 }, () => meetPerson(db, { ...named('c'), role: 'designer' })),
    );
    expect(new Set(met.map(({ id }) => id)).size).toBe(1);
  });

  test('designers of one name get an address each', async () => {
    for (const subject of ['d1', 'd2', 'd3']) {
      await meetPerson(db, { ...named(subject, 'Zoë Ångström'), role: 'designer' });
    }
    const slugs = await db
      .select({ slug: designers.slug })
      .from(designers)
      .where(eq(designers.name, 'Zoë Ångström'));
    expect(slugs.map(({ slug }) => slug).sort()).toEqual([
      'zoe-angstrom',
      'zoe-angstrom-2',
      'zoe-angstrom-3',
    ]);
  });

  test('somebody suspended is told so, and why', async () => {
    const { id } = await meetPerson(db, { ...named('e'), role: 'hiring_user' });
    const meetAgain = () =>
      meetPerson(db, { ...named('e', 'Changed'), role: 'hiring_user', providerGroups: ['x'] });
    await db.update(people).set({ suspendedAt: new Date() }).where(eq(people.id, id));
    await expect(meetAgain()).rejects.toThrow(Forbidden);
    await db.update(people).set({ suspendedReason: 'Copied covers' }).where(eq(people.id, id));
    await expect(meetAgain()).rejects.toThrow('We gave this reason: “Copied covers”.');
    // Nothing of what was said at the door is taken over.
    expect(await db.$count(people, eq(people.name, 'Changed'))).toBe(0);
  });

  test('a newcomer begins with the first step, others are through', async () => {
    const { id } = await meetPerson(db, { ...named('g'), role: 'newcomer' });
    const steps = await db.select({ step: people.welcomeStep }).from(people).where(eq(people.id, id));
    expect(steps).toEqual([{ step: 'role' }]);
    const other = await meetPerson(db, { ...named('h'), role: 'designer' });
    expect(await db.$count(people, and(eq(people.id, other.id), isNull(people.welcomeStep)))).toBe(1);
  });

  test('what a provider vouches for is taken over each time, and the name is not', async () => {
    const first = { ...named('i'), role: 'newcomer' as const, providerGroups: ['a'] };
    const { id } = await meetPerson(db, first);
    const met = await meetPerson(db, {
      ...{ ...first, role: 'admin', name: 'Other', email: 'new@example.test' },
      providerGroups: ['b', 'c'],
    });
    expect(met).toMatchObject({ id, role: 'newcomer', name: 'Ines Faro', email: 'new@example.test' });
    const [row] = await db.select().from(people).where(eq(people.id, id));
    expect(row).toMatchObject({ email: 'new@example.test', providerGroups: ['b', 'c'], role: 'newcomer' });
    await meetPerson(db, { ...first, email: 'new@example.test' });
    expect(await db.$count(events, eq(events.subjectId, id))).toBe(2);
  });

  test('nobody else can change an address by saying another', async () => {
    await meetPerson(db, { ...named('j'), role: 'designer' });
    const again = await meetPerson(db, { ...named('j'), role: 'designer', email: 'new@example.test' });
    expect(again.email).toBe('j@example.test');
  });
});

describe('changing the account', () => {
  const changesOf = (id: string) =>
    db.$count(events, and(eq(events.subjectId, id), eq(events.type, 'person.changed')));

  test('changes name and time zone, and is told of', async () => {
    const person = await meetPerson(db, { ...named('g'), role: 'newcomer' });
    await changePerson(db, person, { name: 'Inês Faro', timeZone: 'Europe/Lisbon' });
    const changed = await meetPerson(db, { ...named('g'), role: 'newcomer' });
    expect(changed).toEqual({ ...person, name: 'Inês Faro', timeZone: 'Europe/Lisbon' });
    expect(await changesOf(person.id)).toBe(1);
  });

  test('to what it is already is no change', async () => {
    const person = await meetPerson(db, { ...named('h'), role: 'hiring_user' });
    await changePerson(db, person, { name: person.name, timeZone: person.timeZone });
    expect(await changesOf(person.id)).toBe(0);
  });
});

test('what has run out is swept, and nothing else', async () => {
  const { id: personId } = await meetPerson(db, { ...named('f'), role: 'hiring_user' });
  const now = new Date('2031-05-01T12:00:00Z');
  const days = (n: number) => new Date(now.getTime() + n * 24 * 3600 * 1000);
  await db.insert(sessions).values([
    { idHash: 'ended', personId, seenAt: now, expiresAt: days(-1) },
    { idHash: 'live', personId, seenAt: now, expiresAt: days(1) },
  ]);
  const [old, recent] = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002'];
  await db.insert(formTokens).values([
    { token: old, personId, createdAt: days(-31) },
    { token: recent, personId, createdAt: days(-29) },
  ]);
  await sweepExpired(db, now);
  expect((await db.select().from(sessions)).map(({ idHash }) => idHash)).toEqual(['live']);
  expect((await db.select().from(formTokens)).map(({ token }) => token)).toEqual([recent]);
});
