import { eq, sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { conversations, messages, reports } from '#db/schema/conversations.server.ts';
import { mails } from '#db/schema/notifications.server.ts';
import { payments } from '#db/schema/payments.server.ts';
import { amendments, projects } from '#db/schema/projects.server.ts';
import { proposals } from '#db/schema/proposals.server.ts';
import { briefInvitations } from '#db/schema/saves.server.ts';
import { testDatabase } from '../../testing/database.server.ts';
import { aBrief, aDesigner, anAdmin, aNewcomer, aPublisher } from '../../testing/people.ts';
import { aProject } from '../../testing/projects.ts';
import { aProposal } from '../../testing/proposals.ts';
import { aReview } from '../../testing/reviews.ts';
import type { Person } from '../people/rules.ts';
import { findNeeds } from './needs.server.ts';
import { inOrder, NEED_KEYS, needLine, NEEDS, upAt, URGENCIES, type Need, type NeedKind } from './rules.ts';

const asked: string[] = [];
const { db } = await testDatabase({ onQuery: (query) => asked.push(query) });

const NOW = new Date();
const TODAY = NOW.toISOString().slice(0, 10);
const DAY = 86_400_000;
const needs = (person: Person) => findNeeds(db, person, NOW, TODAY);
const kinds = async (person: Person) => (await needs(person)).map(({ kind }) => kind).toSorted();

const say = {
  date: (day: string) => day,
  moment: (value: Date) => value.toISOString(),
  money: (minor: number, currency: string) => `${currency} ${minor / 100}`,
  number: String,
};
const aNeed = (kind: NeedKind, more: Partial<Need> = {}): Need => ({
  ...{ kind, id: 'id', part: 'front', title: 'The Salt Road', who: 'Dora', due: null, day: null },
  ...{ n: 2, amount: 450_00, currency: 'EUR', pauses: [] },
  ...more,
});

describe('a line', () => {
  test.each(NEED_KEYS)('says what to do about %s, and leads there', (kind) => {
    expect(URGENCIES).toContain(NEEDS[kind].urgency);
    const { what, href } = needLine(aNeed(kind), say, NOW);
    expect(what).toMatch(/^[A-Z][^.]*$/);
    expect(what + href).not.toMatch(/undefined|null/);
    expect(href).toMatch(/^\/(projects|briefs|proposals|messages|admin)\//);
  });

  test.each([
    ['judge', {}, 'Judge the front cover', '/projects/id/milestones/front'],
    ['proposals', { n: 1 }, 'Answer 1 proposal', '/briefs/id/proposals'],
    ['pay', {}, 'Pay EUR 450', '/projects/id/payments'],
    ['unread', { n: 12 }, 'Read 12 messages', '/messages/id'],
  ] as const)('about %s is exact', (kind, more, what, href) => {
    expect(needLine(aNeed(kind, more), say, NOW)).toMatchObject({ what, href });
  });

  test('of a delivery says when it counts as approved, and nothing while a question is open', () => {
    const due = new Date(NOW.getTime() - 4 * DAY);
    const up = upAt(aNeed('judge', { due }), NOW);
    expect(up).toEqual(new Date(NOW.getTime() + 10 * DAY));
    const open = { from: due.getTime() + DAY, to: null };
    expect(upAt(aNeed('judge', { due, pauses: [open] }), NOW)).toBeNull();
  });
});

test('what is overdue comes first, then what others wait for, then one’s own', () => {
  const past = { day: '2020-01-01' };
  const given = [
    aNeed('brief'),
    aNeed('unread'),
    aNeed('deliver', { day: '2090-02-01' }),
    aNeed('deliver', { day: '2090-01-01' }),
    aNeed('overdue', past),
    aNeed('changes', past),
  ];
  const sorted = inOrder(given, NOW).map(({ kind, day }) => [kind, day]);
  expect(sorted).toEqual([
    ['changes', '2020-01-01'],
    ['overdue', '2020-01-01'],
    ['deliver', '2090-01-01'],
    ['deliver', '2090-02-01'],
    ['unread', null],
    ['brief', null],
  ]);
  expect(needLine(aNeed('changes', past), say, NOW)).toMatchObject({ overdue: true, when: 'Due 2020-01-01' });
});

describe('somebody is needed', () => {
  test('for what each side of a project has to do, and not for what the other has', async () => {
    const [judged, changed, due] = [
      await aProject(db, { state: 'front', milestone: 'delivered' }),
      await aProject(db, { state: 'wrap', milestone: 'changes_requested' }),
      await aProject(db, { state: 'concepts' }),
    ];
    expect(await needs(judged.publisher)).toMatchObject([
      { kind: 'judge', id: judged.id, part: 'front', who: 'Dora Bodoni' },
    ]);
    expect(await kinds(judged.designer)).toEqual([]);
    expect(await needs(changed.designer)).toMatchObject([
      { kind: 'changes', part: 'wrap', day: '2031-04-01' },
    ]);
    expect(await kinds(changed.publisher)).toEqual([]);
    expect(await needs(due.designer)).toMatchObject([{ kind: 'deliver', part: 'concepts' }]);
    const agreed = await aProject(db);
    expect(await kinds(agreed.designer)).toEqual(['start']);
    const disputed = await aProject(db, { state: 'disputed', by: 'publisher', milestone: 'delivered' });
    expect(await kinds(disputed.designer)).toEqual(['dispute']);
    expect(await kinds(disputed.publisher)).toEqual([]);
    const staff = await anAdmin(db);
    expect(await kinds(staff)).toEqual(['disputes']);
    const lost = { personId: staff.id, occasion: 'a', subject: 'a', text: 'a', html: 'a' };
    await db.insert(mails).values({ ...lost, topic: 'money', state: 'failed' });
    const told = {
      reporterId: disputed.designer.id,
      personId: disputed.publisher.id,
      ground: 'other',
    } as const;
    await db.insert(reports).values({ ...told, subject: 'person', subjectId: disputed.publisher.id });
    expect(await kinds(staff)).toEqual(['disputes', 'mail', 'reports']);
  });

  test('for a review while one can be written, and has not been', async () => {
    const ended = await aProject(db, { state: 'cancelled' });
    expect(await kinds(ended.designer)).toEqual(['review']);
    await aReview(db, ended, 'designer');
    expect(await kinds(ended.designer)).toEqual([]);
    expect(await kinds(ended.publisher)).toEqual(['review']);
    await db
      .update(projects)
      .set({ endedAt: new Date(NOW.getTime() - 14 * DAY) })
      .where(eq(projects.id, ended.id));
    expect(await kinds(ended.publisher)).toEqual([]);
  });

  test('for briefs and proposals', async () => {
    const [publisher, designer, other] = [await aPublisher(db), await aDesigner(db), await aDesigner(db)];
    const brief = await aBrief(db, publisher, { finalOn: '2020-01-01' });
    await aBrief(db, publisher, { state: 'draft', publishedAt: null, title: '' });
    expect(await kinds(publisher)).toEqual(['brief', 'overdue']);
    const open = await aBrief(db, publisher);
    const sent = { briefId: open.id, state: 'submitted', version: 1, submittedAt: NOW } as const;
    await db.insert(proposals).values([
      { ...sent, designerId: designer.id, validUntil: '2031-05-01' },
      { ...sent, designerId: other.id, validUntil: '2031-04-01', author: 'publisher' },
    ]);
    expect((await needs(publisher)).find(({ kind }) => kind === 'proposals')).toMatchObject({
      ...{ id: open.id, n: 1, day: '2031-05-01' },
    });
    expect(await kinds(designer)).toEqual([]);
    expect(await kinds(other)).toEqual(['counter']);
    await db.insert(briefInvitations).values([
      { briefId: brief.id, designerId: designer.id },
      { briefId: open.id, designerId: designer.id },
    ]);
    // One is over, and the other is answered.
    expect(await kinds(designer)).toEqual([]);
    const asking = await aBrief(db, publisher);
    await db.insert(briefInvitations).values({ briefId: asking.id, designerId: designer.id });
    expect(await kinds(designer)).toEqual(['invitation']);
  });

  test('for a brief that nobody answers, until they have invited somebody', async () => {
    const [publisher, designer] = [await aPublisher(db), await aDesigner(db)];
    const at = (days: number) => ({ publishedAt: new Date(NOW.getTime() - days * DAY) });
    const [unanswered, answered] = [await aBrief(db, publisher, at(4)), await aBrief(db, publisher, at(4))];
    await aBrief(db, publisher, at(2));
    await aBrief(db, publisher, { ...at(4), state: 'paused' });
    await aProposal(db, unanswered, designer, { state: 'draft' });
    await aProposal(db, answered, designer);
    const found = (await needs(publisher)).filter(({ kind }) => kind === 'invite');
    expect(found).toMatchObject([{ id: unanswered.id }]);
    await db.insert(briefInvitations).values({ briefId: unanswered.id, designerId: designer.id });
    expect(await kinds(publisher)).toEqual(['proposals']);
  });

  test('for money and messages', async () => {
    const { id, publisher, designer, project } = await aProject(db, {
      state: 'front',
      milestone: 'changes_requested',
    });
    await db
      .insert(payments)
      .values({ projectId: id, recordedBy: 'publisher', amount: 200_00, paidOn: TODAY });
    expect((await needs(designer)).find(({ kind }) => kind === 'confirm')).toMatchObject({
      amount: 200_00,
      currency: 'EUR',
    });
    expect(await kinds(publisher)).toEqual([]);
    const parties = { briefId: project.briefId, publisherId: publisher.id, designerId: designer.id };
    const [talk] = await db.insert(conversations).values(parties).returning({ id: conversations.id });
    const said = { conversationId: talk?.id ?? '', authorId: designer.id, createdAt: sql`now()` };
    await db.insert(messages).values([
      { ...said, body: 'One.' },
      { ...said, body: 'Two.' },
    ]);
    expect(await needs(publisher)).toMatchObject([{ kind: 'unread', n: 2, id: talk?.id }]);
    expect(await kinds(designer)).toEqual(['changes', 'confirm']);
    const asked = { number: 1, changes: { revisionRounds: 3 }, before: { revisionRounds: 2 } };
    await db.insert(amendments).values({ projectId: id, author: 'designer', ...asked });
    expect(await kinds(publisher)).toEqual(['amendment', 'unread']);
    expect(await kinds(designer)).toEqual(['changes', 'confirm']);
  });
});

test('all of it is one query, and of newcomers none', async () => {
  const [publisher, newcomer] = [await aPublisher(db), await aNewcomer(db)];
  asked.length = 0;
  await needs(publisher);
  expect(asked).toHaveLength(1);
  expect(await needs(newcomer)).toEqual([]);
  expect(asked).toHaveLength(1);
});
