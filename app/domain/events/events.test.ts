import { eq, sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { events } from '#db/schema/events.server.ts';
import { testDatabase } from '../../testing/database.server.ts';
import { aBrief, aDesigner, anAdmin, aPiece, aPublisher } from '../../testing/people.ts';
import { decodeCursor } from '../paging.ts';
import type { Person } from '../people/rules.ts';
import { recordEvent } from './commands.server.ts';
import { listEvents } from './queries.server.ts';
import { logLine } from './words.ts';

const { db } = await testDatabase();
const say = { moment: (value: Date) => value.toISOString() };
/** The newest line about somebody. */
const lineOf = async (person: Person) => {
  const [newest] = (await listEvents(db, { personId: person.id }, {})).rows;
  if (!newest) throw new Error('nothing was written down');
  return logLine(newest, say);
};

describe('what is written down', () => {
  test.each([
    ['altered', sql`update ${events} set data = '{}'`],
    ['altered, not even by one that is not there', sql`update ${events} set data = '{}' where false`],
    ['taken out', sql`delete from ${events}`],
    ['emptied', sql`truncate ${events}`],
    ['emptied along with others', sql`truncate people cascade`],
  ])('cannot be %s through the connection of the product', async (_, statement) => {
    const { id } = await aPublisher(db);
    const refused = db.execute(statement);
    await expect(refused).rejects.toMatchObject({
      cause: { code: '42501', message: 'events are append-only' },
    });
    expect(await db.$count(events, eq(events.subjectId, id))).toBe(1);
  });

  test('goes with its transaction, or not at all', async () => {
    const { id } = await aPublisher(db);
    const failing = db.transaction(async (tx) => {
      await recordEvent(tx, { type: 'person.changed', actorId: id, subjectId: id });
      throw new Error('later');
    });
    await expect(failing).rejects.toThrow('later');
    expect(await db.$count(events, eq(events.subjectId, id))).toBe(1);
  });
});

describe('the log', () => {
  test('has of a person what they did and what was done to them, each once, page by page', async () => {
    const [ada, dora] = [await anAdmin(db, { name: 'Ada' }), await aDesigner(db, { name: 'Dora' })];
    for (let n = 1; n <= 15; n++) {
      const [actorId, subjectId] = n % 2 ? [ada.id, dora.id] : [dora.id, dora.id];
      const createdAt = new Date(Date.now() + n * 1000);
      await db.insert(events).values({ type: 'person.changed', actorId, subjectId, createdAt, data: { n } });
    }
    await recordEvent(db, { type: 'person.changed', actorId: ada.id, subjectId: ada.id });
    const first = await listEvents(db, { personId: dora.id }, {});
    const second = await listEvents(db, { personId: dora.id }, { after: decodeCursor(first.older) });
    const told = [...first.rows, ...second.rows].map(({ data }) => data['n'] ?? 'first seen');
    expect(told).toEqual([...Array.from({ length: 15 }, (_, at) => 15 - at), 'first seen']);
    expect(second.older).toBeNull();
    const back = await listEvents(db, { personId: dora.id }, { before: decodeCursor(second.newer) });
    expect(back.rows).toEqual(first.rows);
    const seen = await listEvents(db, { personId: dora.id, type: 'person.first_seen' }, {});
    expect(seen.rows).toHaveLength(1);
  });

  test('says who did what to whom, with what was so before', async () => {
    const [ada, dora] = [await anAdmin(db, { name: 'Ada' }), await aDesigner(db, { name: 'Dora' })];
    const data = { before: 'designer', after: 'hiring_user', reason: 'They asked.' };
    await recordEvent(db, { type: 'person.role_changed', actorId: ada.id, subjectId: dora.id, data });
    expect(await lineOf(dora)).toMatchObject({
      ...{ who: { name: 'Ada', href: `/admin/users/${ada.id}` }, what: 'Changed the role of somebody' },
      ...{ whom: { name: 'Dora', href: `/admin/users/${dora.id}` } },
      ...{ change: 'from Designer to Publisher or author', reason: 'They asked.' },
    });
    await recordEvent(db, {
      type: 'person.suspended',
      actorId: null,
      subjectId: dora.id,
      data: { before: 'active', after: 'suspended' },
    });
    expect(await lineOf(dora)).toMatchObject({
      ...{ who: { name: 'Dustjacket', href: null }, change: 'from Active to Suspended', reason: null },
    });
  });

  test('calls briefs and covers by their titles, also those that are gone', async () => {
    const [paula, dora] = [await aPublisher(db), await aDesigner(db)];
    const brief = await aBrief(db, paula, { title: 'Saltwater' });
    await recordEvent(db, { type: 'brief.paused', actorId: paula.id, subjectId: brief.id });
    expect((await lineOf(paula)).whom).toEqual({ name: 'Saltwater', href: `/briefs/${brief.id}` });
    const draft = await aBrief(db, paula, { title: '', state: 'draft', publishedAt: null });
    await recordEvent(db, { type: 'brief.drafted', actorId: paula.id, subjectId: draft.id });
    expect((await lineOf(paula)).whom?.name).toBe('Untitled brief');
    const piece = await aPiece(db, dora, { title: 'Night Orchard' });
    await recordEvent(db, { type: 'piece.shown', actorId: dora.id, subjectId: piece.id });
    expect((await lineOf(dora)).whom).toEqual({ name: 'Night Orchard', href: null });
    const gone = crypto.randomUUID();
    await recordEvent(db, {
      type: 'piece.removed',
      actorId: dora.id,
      subjectId: gone,
      data: { title: 'Lost' },
    });
    expect((await lineOf(dora)).whom?.name).toBe('Lost');
    await recordEvent(db, { type: 'profile.changed', actorId: dora.id, subjectId: dora.id });
    expect((await lineOf(dora)).whom).toBeNull();
  });

  test('leads from what belongs to a brief to that brief, and names nobody for what has no name', async () => {
    const [paula, dora] = [await aPublisher(db), await aDesigner(db, { name: 'Dora' })];
    const { id: briefId } = await aBrief(db, paula, { title: 'Saltwater' });
    const subjectId = crypto.randomUUID();
    await recordEvent(db, { type: 'proposal.submitted', actorId: dora.id, subjectId, briefId });
    expect((await lineOf(dora)).whom).toEqual({ name: 'Saltwater', href: `/briefs/${briefId}` });
    await recordEvent(db, { type: 'invitation.sent', actorId: paula.id, subjectId: dora.id, briefId });
    expect((await lineOf(paula)).whom).toEqual({ name: 'Dora', href: `/admin/users/${dora.id}` });
    await recordEvent(db, { type: 'search.saved', actorId: dora.id, subjectId });
    expect((await lineOf(dora)).whom).toBeNull();
  });

  test('says what a change made out of date', async () => {
    const paula = await aPublisher(db);
    const { id } = await aBrief(db, paula);
    const data = { stale: ['The paperback is now 344 pages.'] };
    await recordEvent(db, { type: 'brief.changed', actorId: paula.id, subjectId: id, data });
    expect((await lineOf(paula)).stale).toEqual(data.stale);
  });
});
