import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { conversations } from '#db/schema/conversations.server.ts';
import { events } from '#db/schema/events.server.ts';
import { proposals } from '#db/schema/proposals.server.ts';
import { briefInvitations, briefSaves, designerSaves } from '#db/schema/saves.server.ts';
import { testDatabase } from '#app/testing/database.server.ts';
import { aBrief, aDesigner, anAdmin, aPublisher } from '#app/testing/people.ts';
import { Forbidden, NotFound } from '../errors.ts';
import { getProspect, openConversation, startConversation } from './open.server.ts';

const { db } = await testDatabase();

/** A publisher with a brief, and a designer who has nothing to do with it yet. */
async function strangers() {
  const [publisher, designer] = [await aPublisher(db), await aDesigner(db)];
  const brief = await aBrief(db, publisher);
  const asked = { briefId: brief.id, designerId: designer.id };
  const start = (who = publisher) => db.transaction((tx) => startConversation(tx, who, asked));
  return { publisher, designer, brief, asked, start };
}

describe('opening a conversation', () => {
  test('is for those who have something to do with each other', async () => {
    const { publisher, designer, brief, asked, start } = await strangers();
    await expect(start()).rejects.toThrow(Forbidden);
    await expect(start(designer)).rejects.toThrow(Forbidden);
    await db.insert(designerSaves).values({ personId: publisher.id, designerId: designer.id });
    await expect(start()).rejects.toThrow(Forbidden);
    expect(await getProspect(db, publisher, brief.id, designer.id)).toMatchObject({
      ...{ may: false, conversationId: null, otherName: 'Dora Bodoni', title: brief.title },
    });
    await db.insert(briefSaves).values({ personId: designer.id, briefId: brief.id });
    const id = await start(designer);
    expect(await getProspect(db, designer, asked.briefId, asked.designerId)).toMatchObject({
      ...{ may: true, conversationId: id, otherName: 'Paula Imprint' },
    });
  });

  test.each(['an invitation', 'a proposal'])('needs no more than %s', async (what) => {
    const { designer, brief, start } = await strangers();
    const submitted = {
      state: 'submitted',
      version: 1,
      submittedAt: new Date(),
      validUntil: '2031-01-01',
    } as const;
    const both = { briefId: brief.id, designerId: designer.id };
    if (what === 'a proposal') await db.insert(proposals).values({ ...both, ...submitted });
    else await db.insert(briefInvitations).values(both);
    expect(await start()).toBe(await start(designer));
  });

  test('takes more than a draft, or an invitation that was declined', async () => {
    const { designer, brief, start } = await strangers();
    const both = { briefId: brief.id, designerId: designer.id };
    await db.insert(proposals).values(both);
    await db.insert(briefInvitations).values({ ...both, declinedAt: new Date() });
    await expect(start()).rejects.toThrow(Forbidden);
    await expect(start(designer)).rejects.toThrow(Forbidden);
  });

  test('goes on with the one there is, whatever became of the rest', async () => {
    const { publisher, designer, brief, start } = await strangers();
    const pair = { briefId: brief.id, publisherId: publisher.id, designerId: designer.id };
    const id = await openConversation(db, { ...pair, actorId: null });
    expect(await start()).toBe(id);
  });

  test('twenty times at once opens one, and tells of it once', async () => {
    const { publisher, designer, brief } = await strangers();
    const pair = { briefId: brief.id, publisherId: publisher.id, designerId: designer.id };
    const ids = await Promise.all(
      Array.from({ length: 20 }, () =>
        db.transaction((tx) => openConversation(tx, { ...pair, actorId: publisher.id })),
      ),
    );
    expect(new Set(ids).size).toBe(1);
    expect(await db.$count(conversations, eq(conversations.briefId, brief.id))).toBe(1);
    const told = await db.select().from(events).where(eq(events.briefId, brief.id));
    expect(told.map(({ type, subjectId }) => [type, subjectId])).toEqual([['conversation.opened', ids[0]]]);
  });

  test('is nobody else’s', async () => {
    const { brief, designer } = await strangers();
    const ask = async (who: Parameters<typeof getProspect>[1]) => getProspect(db, who, brief.id, designer.id);
    await expect(ask(await aPublisher(db))).rejects.toThrow(NotFound);
    await expect(ask(await aDesigner(db))).rejects.toThrow(NotFound);
    await expect(ask(await anAdmin(db))).rejects.toThrow(NotFound);
    for (const wrong of [null, '', 'none', '\0'])
      await expect(getProspect(db, designer, brief.id, wrong)).rejects.toThrow(NotFound);
  });
});
