import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { briefs } from '#db/schema/briefs.server.ts';
import { events } from '#db/schema/events.server.ts';
import { notifications } from '#db/schema/notifications.server.ts';
import { proposals } from '#db/schema/proposals.server.ts';
import { testDatabase } from '#app/testing/database.server.ts';
import { aBrief, aDesigner, anAdmin, aPublisher } from '#app/testing/people.ts';
import { aProposal } from '#app/testing/proposals.ts';
import { testQueue } from '#app/testing/queue.ts';
import { awardBrief, releaseBrief } from '../briefs/award.server.ts';
import { moveBrief } from '../briefs/moves.server.ts';
import { BRIEF_STATE_KEYS } from '../briefs/rules.ts';
import { Conflict } from '../errors.ts';

const database = await testDatabase();
const { db } = database;
const queue = testQueue(database);
const TODAY = '2026-11-20';
const paula = await aPublisher(db);
const [dora, nils] = [await aDesigner(db, { name: 'Dora' }), await aDesigner(db, { name: 'Nils' })];

const stateOf = async (id: string) =>
  (await db.select().from(proposals).where(eq(proposals.id, id))).map(({ state }) => state)[0];
const briefState = async (id: string) =>
  (await db.select().from(briefs).where(eq(briefs.id, id))).map(({ state }) => state)[0];
const newsOf = async (personId: string, briefId: string) =>
  (
    await db
      .select({ type: events.type, brief: events.briefId })
      .from(notifications)
      .innerJoin(events, eq(events.id, notifications.eventId))
      .where(eq(notifications.personId, personId))
      .orderBy(events.createdAt)
  ).flatMap(({ type, brief }) => (brief === briefId ? [type] : []));

describe('a brief that moves', () => {
  test('tells those who wait for an answer, and nobody else', async () => {
    const brief = await aBrief(db, paula);
    await aProposal(db, brief, dora, { state: 'shortlisted' });
    const declined = await aProposal(db, brief, nils, { state: 'declined', decidedAt: new Date() });
    for (const name of ['pause', 'reopen', 'close', 'reopen'] as const)
      await moveBrief(db, queue, paula, brief.id, name, TODAY);
    expect(await newsOf(dora.id, brief.id)).toEqual([
      ...['brief.paused', 'brief.reopened', 'brief.closed', 'brief.reopened'],
    ]);
    expect(await newsOf(nils.id, brief.id)).toEqual([]);
    expect(await stateOf(declined.id)).toBe('declined');
  });

  test('answers whoever waits when it is cancelled, also by staff', async () => {
    const brief = await aBrief(db, paula);
    const waiting = await aProposal(db, brief, dora);
    const draft = await aProposal(db, brief, nils, { state: 'draft' });
    await moveBrief(db, queue, await anAdmin(db), brief.id, 'cancel', TODAY);
    expect(await stateOf(waiting.id)).toBe('declined');
    expect(await stateOf(draft.id)).toBe('draft');
    expect(await newsOf(dora.id, brief.id)).toEqual(['brief.cancelled']);
    const told = await db.select().from(events).where(eq(events.subjectId, waiting.id));
    expect(told.map(({ type }) => type)).toEqual(['proposal.passed_over']);
  });
});

describe('a brief that is awarded', () => {
  test.each(BRIEF_STATE_KEYS)('when it is %s', async (state) => {
    const brief = await aBrief(db, paula, { state });
    const awarding = db.transaction((tx) => awardBrief(tx, brief.id, paula));
    const decides = ['open', 'paused', 'closed'].includes(state);
    if (decides) await awarding;
    else await expect(awarding).rejects.toThrow(Conflict);
    expect(await briefState(brief.id)).toBe(decides ? 'awarded' : state);
  });

  test('is its publisher’s again when the project ends early, and can be awarded once more', async () => {
    const brief = await aBrief(db, paula);
    const first = await aProposal(db, brief, dora, { state: 'accepted' });
    await db.transaction((tx) => awardBrief(tx, brief.id, paula));
    await expect(aProposal(db, brief, nils, { state: 'accepted' })).rejects.toMatchObject({
      cause: { constraint_name: 'proposals_one_accepted' },
    });
    await db.transaction((tx) => releaseBrief(tx, brief.id, dora.id));
    expect(await briefState(brief.id)).toBe('closed');
    await expect(db.transaction((tx) => releaseBrief(tx, brief.id, dora.id))).rejects.toThrow(Conflict);
    await moveBrief(db, queue, paula, brief.id, 'reopen', TODAY);
    // The same designer may try again, and another may be accepted.
    await aProposal(db, brief, dora);
    await aProposal(db, brief, nils, { state: 'accepted' });
    expect(await stateOf(first.id)).toBe('accepted');
  });
});
