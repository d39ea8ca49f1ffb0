import { randomUUID } from 'node:crypto';
import { asc, eq, inArray } from 'drizzle-orm';
import type { Db } from '../client.server.ts';
import type { EventType } from '../../app/domain/events/rules.ts';
import type { Contract } from '../../app/domain/projects/contract.ts';
import { earnedOf, settledAt, settlementOf } from '../../app/domain/projects/money.ts';
import { milestonesFor, type MilestoneKind, type MilestoneState } from '../../app/domain/projects/rules.ts';
import { agreementOf, hashOf } from '../../app/domain/projects/start.server.ts';
import { briefs } from '../schema/briefs.server.ts';
import { events } from '../schema/events.server.ts';
import { disputes, milestones, projects } from '../schema/projects.server.ts';
import { proposals } from '../schema/proposals.server.ts';
import { COURSES, OTHER_COURSES, type SeedCourse } from './catalogue/projects.server.ts';
import { daysFrom } from './days.server.ts';

type Row<Table extends { $inferInsert: unknown }> = Table['$inferInsert'];
type Rows = {
  project: Row<typeof projects> & { id: string };
  milestones: (Row<typeof milestones> & { id: string })[];
  disputes: Row<typeof disputes>[];
  told: Row<typeof events>[];
};

/** Writes a project for every proposal that was accepted, each as far as the catalogue says. */
export async function seedProjects(db: Db, now: Date): Promise<void> {
  const accepted = await db
    .select({ id: proposals.id, decidedAt: proposals.decidedAt, title: briefs.title })
    .from(proposals)
    .innerJoin(briefs, eq(briefs.id, proposals.briefId))
    .where(eq(proposals.state, 'accepted'))
    .orderBy(asc(briefs.title));
  if (accepted.length === 0) return;
  const all: Rows[] = [];
  for (const [at, { id, decidedAt, title }] of accepted.entries()) {
    const course = COURSES.get(title) ?? OTHER_COURSES[at % OTHER_COURSES.length];
    if (!course) continue;
    const since = course.deliveredDaysAgo ?? 1;
    // Whenever it was agreed on, there has been time for what happened since.
    const agreed = new Date(Math.min((decidedAt ?? now).getTime(), daysFrom(now, -since - 4).getTime()));
    all.push(rowsOf(await agreementOf(db, id, agreed), id, course, { agreed, now }));
  }
  await db.insert(projects).values(all.map(({ project }) => project));
  await db.insert(milestones).values(all.flatMap((one) => one.milestones));
  await db.insert(disputes).values(all.flatMap((one) => one.disputes));
  await db.insert(events).values(all.flatMap(({ told }) => told));
  await putBack(db, all);
}

type Agreement = Awaited<ReturnType<typeof agreementOf>>;
type Times = { agreed: Date; now: Date };

function rowsOf(agreement: Agreement, proposalId: string, course: SeedCourse, { agreed, now }: Times): Rows {
  const { brief, designerId, contract } = agreement;
  const { terms } = contract;
  const id = randomUUID();
  const kinds = milestonesFor(brief.details.formats.map(({ kind }) => kind));
  const last = daysFrom(now, -(course.deliveredDaysAgo ?? 1));
  // What is approved was so at even distances between the agreement and the last delivery.
  const moment = (nth: number) =>
    new Date(agreed.getTime() + ((last.getTime() - agreed.getTime()) * nth) / (kinds.length + 1));
  const at = kinds.indexOf(course.at);
  const states = kinds.map((_, nth): MilestoneState =>
    nth < at ? 'approved' : nth > at ? 'due' : course.milestone,
  );
  const stones = kinds.map((kind, nth) => ({
    ...{ id: randomUUID(), projectId: id, kind, position: nth, state: states[nth] ?? 'due' },
    dueOn: terms.dates[kind] ?? null,
    deliveredAt: states[nth] === 'due' ? null : states[nth] === 'approved' ? moment(nth + 0.8) : last,
    approvedAt: states[nth] === 'approved' || states[nth] === 'stale' ? moment(nth + 1) : null,
  }));
  const isOver = ['completed', 'cancelled', 'resolved'].includes(course.state);
  return {
    project: {
      ...{ id, briefId: brief.id, proposalId, publisherId: brief.ownerId, designerId },
      ...{ title: brief.details.title, state: course.state, contract, contractHash: hashOf(contract), terms },
      ...{ roundsUsed: course.roundsUsed ?? 0, createdAt: agreed, updatedAt: last },
      ...(isOver && { endedAt: last, ...endOf(course, contract, stones) }),
    },
    milestones: stones,
    disputes: disputesOf(id, course, last),
    told: toldOf({ id, agreement, course, stones, agreed, last }),
  };
}

type Stone = {
  kind: MilestoneKind;
  state: MilestoneState;
  deliveredAt: Date | null;
  approvedAt: Date | null;
};

function endOf(
  { state, at, by, reason }: SeedCourse,
  { terms: { price } }: Contract,
  stones: readonly Stone[],
) {
  if (state === 'completed') return {};
  const approved = earnedOf(price, stones);
  if (state === 'resolved')
    return { settlement: settledAt(approved, { price, paid: 0 }), endReason: DECISION };
  const settlement = settlementOf(by ?? 'publisher', at, { price, approved, paid: 0 });
  return { settlement, endedBy: by ?? 'publisher', endReason: reason ?? '' };
}

const DECISION =
  'What was approved is to be paid, and no more: the front cover was delivered after the date that both had agreed on.';

function disputesOf(
  projectId: string,
  { state, at, by, reason }: SeedCourse,
  last: Date,
): Row<typeof disputes>[] {
  if (state !== 'disputed' && state !== 'resolved') return [];
  const opened = new Date(last.getTime() - 2 * 24 * 3600 * 1000);
  const own = { projectId, openedBy: by ?? ('publisher' as const), stoodAt: at, statement: reason ?? '' };
  if (state === 'disputed')
    return [
      { ...own, ground: 'not_as_agreed', wish: 'Another front cover, in type alone.', createdAt: last },
    ];
  return [
    {
      ...{ ...own, state: 'resolved', ground: 'payment', wish: 'A quarter of the price, this week.' },
      ...{ reply: 'It was to be paid on publication; we said so on the telephone.', repliedAt: opened },
      ...{ decision: DECISION, createdAt: opened, endedAt: last },
    },
  ];
}

type Story = {
  id: string;
  agreement: Agreement;
  course: SeedCourse;
  stones: readonly Stone[];
  agreed: Date;
  last: Date;
};

/** What its history says, in order. */
function toldOf({ id, agreement, course, stones, agreed, last }: Story): Row<typeof events>[] {
  const { brief, designerId } = agreement;
  const tell = (
    type: EventType,
    actorId: string | null,
    createdAt: Date,
    data: Record<string, unknown> = {},
  ) => ({
    ...{ type, actorId, createdAt, subjectId: id, projectId: id, briefId: brief.id },
    data: { title: brief.details.title, ...data },
  });
  const sides = { designer: designerId, publisher: brief.ownerId };
  const begun = tell('project.agreed', brief.ownerId, agreed);
  if (course.state === 'agreed') return [begun];
  const soon = new Date(agreed.getTime() + 3600_000);
  const steps = stones.flatMap(({ kind, approvedAt }) =>
    approvedAt ? [tell('milestone.approved', brief.ownerId, approvedAt, { kind })] : [],
  );
  const reason = { reason: course.reason ?? '', kind: course.at };
  const ends: Partial<Record<SeedCourse['state'], EventType>> = {
    ...{ completed: 'project.completed', cancelled: 'project.cancelled' },
    ...{ disputed: 'project.disputed', resolved: 'project.resolved' },
  };
  const end = ends[course.state];
  const by = course.by ? sides[course.by] : null;
  const later = new Date(last.getTime() + 60_000);
  return [
    begun,
    tell('project.started', designerId, soon),
    ...steps,
    ...(end ? [tell(end, by, later, reason)] : []),
  ];
}

/** Whose project ended early has their brief back. */
async function putBack(db: Db, all: readonly Rows[]): Promise<void> {
  const ended = all
    .map(({ project }) => project)
    .filter(({ state }) => state === 'cancelled' || state === 'resolved');
  if (ended.length === 0) return;
  const at = ended.map(({ briefId }) => briefId);
  await db.update(briefs).set({ state: 'closed' }).where(inArray(briefs.id, at));
  for (const { proposalId, endedAt } of ended)
    await db.update(proposals).set({ releasedAt: endedAt }).where(eq(proposals.id, proposalId));
}
