import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { reports } from '#db/schema/conversations.server.ts';
import { events } from '#db/schema/events.server.ts';
import { notifications } from '#db/schema/notifications.server.ts';
import { aConversation } from '#app/testing/conversations.ts';
import { testDatabase } from '#app/testing/database.server.ts';
import { aBrief, aDesigner, anAdmin, aPiece, aPublisher } from '#app/testing/people.ts';
import { testQueue } from '#app/testing/queue.ts';
import { Conflict, Forbidden, NotFound } from '../errors.ts';
import type { Person } from '../people/rules.ts';
import { decide, report } from './commands.server.ts';
import { getReport, lastReport, listReports, messagesAround } from './queries.server.ts';
import { DecisionForm, REPORT_SUBJECTS, ReportForm } from './rules.ts';
import { getReportable } from './subjects.server.ts';

const database = await testDatabase();
const { db } = database;
const queue = testQueue(database);
const now = new Date('2031-03-03T10:00:00.000Z');
const [ann, ben] = [await aPublisher(db), await aDesigner(db)];
const [staff, second] = [await anAdmin(db), await anAdmin(db)];
const SAID = Array.from({ length: 20 }, (_, at) => `message ${at}`);
const talk = await aConversation(db, { publisher: ann, designer: ben, said: SAID, now });

const make = async (who: Person, subject: string, id: string) => {
  const reportable = await getReportable(db, who, subject, id);
  return db.transaction((tx) => report(tx, queue, who, reportable, { ground: 'spam', body: 'Look.', now }));
};
const settle = (who: Person, id: string) =>
  db.transaction((tx) => decide(tx, queue, who, id, { state: 'upheld', decision: 'It is so.', now }));
const toldOf = async (id: string) =>
  (
    await db
      .select({ type: events.type, personId: notifications.personId })
      .from(notifications)
      .innerJoin(events, eq(events.id, notifications.eventId))
      .where(eq(events.subjectId, id))
  )
    .map(({ type, personId }) => `${type} ${personId}`)
    .sort();

describe('a report', () => {
  test('is made once until it is decided, and its reporter is told what was decided', async () => {
    const [message] = talk.messages;
    const results = await Promise.allSettled(
      Array.from({ length: 8 }, () => make(ann, 'message', message?.id ?? '')),
    );
    const made = results.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    expect(made).toHaveLength(1);
    for (const one of results) if (one.status === 'rejected') expect(one.reason).toBeInstanceOf(Conflict);
    const [id = ''] = made;
    expect(await toldOf(id)).toEqual([staff, second].map((who) => `report.made ${who.id}`).sort());
    expect(await getReport(db, id)).toMatchObject({ state: 'open', person: { id: ben.id } });

    const decisions = await Promise.allSettled([settle(staff, id), settle(second, id)]);
    expect(decisions.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await toldOf(id)).toContain(`report.decided ${ann.id}`);
    const about = { subject: 'message' as const, subjectId: message?.id ?? '' };
    expect(await lastReport(db, ann, about)).toMatchObject({ state: 'upheld', decision: 'It is so.' });
    expect(await lastReport(db, ben, about)).toBeNull();
    // Decided, it may be reported anew.
    await make(ann, 'message', message?.id ?? '');
    expect(await db.$count(reports)).toBe(2);
    expect((await listReports(db, 'open', {})).rows).toHaveLength(1);
  });

  test('is of what its reporter can see, and never of their own', async () => {
    const [brief, draft] = [await aBrief(db, ann), await aBrief(db, ann, { state: 'draft' })];
    const [piece, hidden] = [await aPiece(db, ben), await aPiece(db, ben, { shownAt: null })];
    const [bens, anns] = talk.messages;
    const may = (who: Person, subject: string, id: string | undefined) =>
      getReportable(db, who, subject, id).then(
        ({ personId }) => personId,
        (fault: unknown) => fault,
      );
    expect(await may(ben, 'brief', brief.id)).toBe(ann.id);
    expect(await may(ann, 'piece', piece.id)).toBe(ben.id);
    expect(await may(ann, 'person', ben.id)).toBe(ben.id);
    expect(await may(ben, 'person', ann.id)).toBe(ann.id);
    expect(await may(ben, 'message', anns?.id)).toBe(ann.id);
    const stranger = await aDesigner(db);
    for (const [who, subject, id] of [
      ...([
        [ann, 'brief', brief.id],
        [ben, 'brief', draft.id],
        [ann, 'piece', hidden.id],
      ] as const),
      ...([
        [ben, 'message', bens?.id],
        [stranger, 'message', bens?.id],
        [stranger, 'person', ann.id],
      ] as const),
      ...([
        [ann, 'none', ben.id],
        [ann, 'toString', ben.id],
        [ann, 'person', 'none'],
        [ann, 'person', undefined],
      ] as const),
      ...REPORT_SUBJECTS.map((subject) => [ann, subject, staff.subject] as const),
    ])
      expect(await may(who, subject, id)).toBeInstanceOf(NotFound);
  });

  test('is decided by staff whom it does not concern', async () => {
    const brief = await aBrief(db, staff);
    const id = await make(ben, 'brief', brief.id);
    await expect(settle(staff, id)).rejects.toThrow(Forbidden);
    await settle(second, id);
    await expect(settle(second, id)).rejects.toThrow(Conflict);
  });
});

test('staff read a reported message with five on each side', async () => {
  const bodies = async (at: number) =>
    (await messagesAround(db, talk.messages[at]?.id ?? '')).map(({ body }) => body);
  expect(await bodies(10)).toEqual(SAID.slice(5, 16));
  expect(await bodies(0)).toEqual(SAID.slice(0, 6));
  expect(await bodies(19)).toEqual(SAID.slice(14));
});

test('both forms want a choice and words', () => {
  for (const form of [ReportForm, DecisionForm]) {
    const { error } = form.safeParse({});
    expect(error?.issues).toHaveLength(2);
  }
  expect(ReportForm.safeParse({ ground: 'spam', body: 'x'.repeat(2001) }).success).toBe(false);
});
