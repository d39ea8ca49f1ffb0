import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { events } from '#db/schema/events.server.ts';
import { briefInvitations } from '#db/schema/saves.server.ts';
import { blocks } from '#db/schema/conversations.server.ts';
import { testDatabase } from '#app/testing/database.server.ts';
import { aBrief, aDesigner, aPublisher } from '#app/testing/people.ts';
import { Forbidden, NotFound } from '../errors.ts';
import { block, getBlockable, unblock } from './commands.server.ts';
import { listBlocked, refuseBlocked } from './queries.server.ts';

const { db } = await testDatabase();

test('a block keeps both from sending each other anything, and nobody else', async () => {
  const [ann, ben, third] = [await aPublisher(db), await aDesigner(db), await aDesigner(db)];
  await refuseBlocked(db, ann.id, ben.id);
  await db.insert(blocks).values({ personId: ann.id, blockedId: ben.id });
  await expect(refuseBlocked(db, ann.id, ben.id)).rejects.toThrow(Forbidden);
  await expect(refuseBlocked(db, ben.id, ann.id)).rejects.toThrow(Forbidden);
  await refuseBlocked(db, ann.id, third.id);
  expect((await listBlocked(db, ann)).map(({ id, name }) => [id, name])).toEqual([[ben.id, 'Dora Bodoni']]);
  expect(await listBlocked(db, ben)).toEqual([]);
});

test('blocking is for those one has had to do with, goes one way, and is written down once', async () => {
  const now = new Date();
  const [ann, ben] = [await aPublisher(db), await aDesigner(db)];
  for (const id of [ben.id, ann.id, undefined, 'none'])
    await expect(getBlockable(db, ann, id)).rejects.toThrow(NotFound);
  const brief = await aBrief(db, ann);
  await db.insert(briefInvitations).values({ briefId: brief.id, designerId: ben.id });
  const person = await getBlockable(db, ann, ben.id);
  expect(person).toEqual({ id: ben.id, name: 'Dora Bodoni', blocked: false });
  await block(db, ann, person, now);
  await block(db, ann, person, now);
  // What brought them together may be gone: the block can still be taken back.
  await db.delete(briefInvitations);
  expect((await getBlockable(db, ann, ben.id)).blocked).toBe(true);
  await expect(getBlockable(db, ben, ann.id)).rejects.toThrow(NotFound);
  await unblock(db, ann, person);
  await unblock(db, ann, person);
  await refuseBlocked(db, ann.id, ben.id);
  const told = await db.select().from(events).where(eq(events.subjectId, ben.id));
  expect(told.map(({ type }) => type).filter((type) => type.startsWith('person.b'))).toEqual([
    'person.blocked',
  ]);
});
