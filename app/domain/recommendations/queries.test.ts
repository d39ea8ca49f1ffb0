import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { blocks } from '#db/schema/conversations.server.ts';
import { designers } from '#db/schema/designers.server.ts';
import { proposals } from '#db/schema/proposals.server.ts';
import { briefInvitations } from '#db/schema/saves.server.ts';
import { testDatabase } from '#app/testing/database.server.ts';
import { aBrief, aDesigner, aPiece, aPublisher } from '#app/testing/people.ts';
import { getOwnBrief } from '../briefs/queries.server.ts';
import type { Person } from '../people/rules.ts';
import { recommendBriefs, recommendDesigners, soughtOf } from './queries.server.ts';

let asked: string[] = [];
const { db, sql } = await testDatabase({ onQuery: (query) => void asked.push(query) });
const now = new Date();
const day = { now, today: now.toISOString().slice(0, 10) };

beforeEach(async () => {
  await sql`delete from brief_invitations`;
  await sql`delete from proposals`;
  await sql`delete from brief_formats`;
  await sql`delete from briefs`;
  await sql`delete from pieces`;
  await sql`delete from designers`;
});

async function shown(name: string, profile: Partial<typeof designers.$inferInsert> = {}): Promise<Person> {
  const person = await aDesigner(db, { name });
  await aPiece(db, person);
  await db
    .update(designers)
    .set({ genres: ['horror'], ...profile })
    .where(eq(designers.personId, person.id));
  return person;
}
const horror = (owner: Person, title: string, more: Parameters<typeof aBrief>[2] = {}) =>
  aBrief(db, owner, { genre: 'horror', title, ...more });

test('a designer is shown open briefs of their genres, the better fit first, and why', async () => {
  const publisher = await aPublisher(db);
  const designer = await shown('Ann', { formats: ['ebook_front'], priceBand: 'from_600' });
  await horror(publisher, 'Poor', { budgetMax: 100_00, budgetMin: 100_00 });
  await horror(publisher, 'Fits');
  await horror(publisher, 'Other', { genre: 'poetry' });
  await horror(publisher, 'Paused', { state: 'paused' });
  await horror(publisher, 'Closed club', { visibility: 'invited' });
  await horror(publisher, 'Overdue', { finalOn: '2020-01-01' });
  asked = [];
  const found = await recommendBriefs(db, designer, day, 12);
  expect(asked).toHaveLength(2);
  expect(found.map(({ brief }) => brief.title)).toEqual(['Fits', 'Poor']);
  expect(found[0]?.reasons).toEqual([
    ...['your genres: Horror', 'your formats: ebook front', 'the budget is within your band'],
    ...['you are available now', 'posted lately'],
  ]);
});

test('a designer is not shown what they have answered or declined, their own, or a brief of whom they have blocked', async () => {
  const [publisher, blocked, designer] = [await aPublisher(db), await aPublisher(db), await shown('Ann')];
  const [answered, declined] = [await horror(publisher, 'Answered'), await horror(publisher, 'Declined')];
  await horror(designer, 'Own');
  await horror(blocked, 'Blocked');
  await horror(publisher, 'New');
  await db.insert(proposals).values({ briefId: answered.id, designerId: designer.id });
  await db
    .insert(briefInvitations)
    .values({ briefId: declined.id, designerId: designer.id, declinedAt: now });
  await db.insert(blocks).values({ personId: designer.id, blockedId: blocked.id });
  const found = await recommendBriefs(db, designer, day, 12);
  expect(found.map(({ brief }) => brief.title)).toEqual(['New']);
});

test('a designer who names no genre is shown some of every genre', async () => {
  const publisher = await aPublisher(db);
  await horror(publisher, 'One');
  await horror(publisher, 'Two', { genre: 'poetry' });
  const found = await recommendBriefs(db, await shown('Ann', { genres: [] }), day, 12);
  expect(found.map(({ brief }) => brief.title).sort()).toEqual(['One', 'Two']);
  expect(await recommendBriefs(db, publisher, day, 12)).toEqual([]);
});

test('a publisher is shown designers who suit a brief, the better fit first', async () => {
  const publisher = await aPublisher(db);
  const { id } = await horror(publisher, 'Fits');
  await shown('Best', { formats: ['ebook_front'], priceBand: 'from_300' });
  await shown('Later', { formats: ['ebook_front'], priceBand: 'from_300', availability: 'soon' });
  await shown('Open to all', { genres: [] });
  await shown('Booked', { availability: 'closed' });
  await shown('Poet', { genres: ['poetry'] });
  await shown('Hidden', { hidden: true });
  const invited = await shown('Invited');
  await db.insert(briefInvitations).values({ briefId: id, designerId: invited.id });
  const answered = await shown('Answered');
  await db.insert(proposals).values({ briefId: id, designerId: answered.id });
  const blocking = await shown('Blocking');
  await db.insert(blocks).values({ personId: blocking.id, blockedId: publisher.id });
  const brief = await getOwnBrief(db, publisher, id);
  asked = [];
  const found = await recommendDesigners(db, publisher, soughtOf(brief), day, 9);
  expect(asked).toHaveLength(2);
  expect(found.map(({ designer }) => designer.name)).toEqual(['Best', 'Later', 'Open to all']);
  expect(found[0]?.reasons[0]).toBe('genre: Horror');
});
