/** What follows from a milestone: the project goes on when one is approved, and its clock runs while one waits for an answer. */
import { eq } from 'drizzle-orm';
import type { Db } from '#db/client.server.ts';
import { milestones, projects } from '#db/schema/projects.server.ts';
import type { Queue } from '../../jobs/queue.server.ts';
import { Conflict, Forbidden } from '../errors.ts';
import { recordEvent } from '../events/commands.server.ts';
import { announce, type Parties } from '../notifications/commands.server.ts';
import { mayMove, whyNot } from '../process.ts';
import { lapseAmendments } from './lapse.server.ts';
import { clockOf, milestoneOf, type Project } from './project.ts';
import { getProjectForHouse } from './queries.server.ts';
import {
  isAt,
  MILESTONE,
  MILESTONES,
  PROJECT_STATES,
  stageOf,
  type MilestoneKind,
  type MilestoneParty,
} from './rules.ts';

/** The two whom everything about a project concerns. */
export const partiesTold = ({ publisher, designer }: Project): Parties => ({
  publisher: publisher.id,
  designer: designer.id,
});

/** What every event of a project says: whose history it belongs to, and which book it is about. */
export const eventOf = ({ id, briefId, title }: Project, data: Record<string, unknown> = {}) => ({
  ...{ subjectId: id, projectId: id, briefId },
  data: { title, ...data },
});

/** Somebody has a part in it, and may not do this now: throws Forbidden or Conflict with where things stand. */
export function checkMilestone(
  project: Project,
  kind: MilestoneKind,
  parties: readonly MilestoneParty[],
  name: keyof typeof MILESTONE.moves,
): void {
  const milestone = milestoneOf(project, kind);
  if (!milestone) throw new Conflict(`This project has no milestone called ${MILESTONES[kind]}.`);
  if (!mayMove(MILESTONE, milestone.state, parties, name)) {
    const { reason, message } = whyNot(MILESTONE, milestone.state, parties, name);
    throw reason === 'forbidden' ? new Forbidden(message) : new Conflict(message);
  }
  if (isAt(project.state, project.milestones, kind)) return;
  throw new Conflict(
    `This project is ${PROJECT_STATES[project.state].toLowerCase()} now: nothing can be done with its ${MILESTONES[kind].toLowerCase()}.`,
  );
}

type Settling = {
  /** Locked by the caller. */
  project: Project;
  kind: MilestoneKind;
  how: 'approve' | 'approveUnanswered';
  /** Null when nobody answered. */
  actorId: string | null;
  now: Date;
};

/** Approves what was delivered, and lets the project go on to the next milestone, or ends it. Throws Conflict, Forbidden. */
export async function settleMilestone(
  tx: Db,
  queue: Queue,
  { project, kind, how, actorId, now }: Settling,
): Promise<void> {
  checkMilestone(project, kind, [how === 'approve' ? 'publisher' : 'house'], how);
  const approved = { state: 'approved', approvedAt: now, clockAt: null } as const;
  const milestone = milestoneOf(project, kind);
  if (milestone) await tx.update(milestones).set(approved).where(eq(milestones.id, milestone.id));
  const type = how === 'approve' ? 'milestone.approved' : 'milestone.approved_unanswered';
  const event = { type, actorId, ...eventOf(project, { kind }) } as const;
  const after = project.milestones.map((one) => (one.kind === kind ? { ...one, ...approved } : one));
  const next = stageOf(after);
  // That the last was approved is told by what it ends; that nobody did is told by itself.
  if (next || how === 'approveUnanswered') await announce(tx, queue, event, partiesTold(project));
  else await recordEvent(tx, event);
  await tx
    .update(projects)
    .set({ state: next ?? 'completed', updatedAt: now, ...(next === null && { endedAt: now }) })
    .where(eq(projects.id, project.id));
  if (next) await recordEvent(tx, { type: 'project.advanced', actorId, ...eventOf(project, { kind: next }) });
  else await complete(tx, queue, project, { actorId, now });
}

/** Everything is approved, and it is over for both. */
async function complete(
  tx: Db,
  queue: Queue,
  project: Project,
  { actorId, now }: Pick<Settling, 'actorId' | 'now'>,
): Promise<void> {
  await lapseAmendments(tx, project.id, now);
  const event = { type: 'project.completed', actorId, ...eventOf(project) } as const;
  await announce(tx, queue, event, partiesTold(project));
}

/**
 * Sets when the clock of a milestone speaks next: at half time, when its last day begins, when it has run out. To be called after
 * everything that starts, stops or goes on with it: a delivery, a question, an answer, changes, a dispute.
 */
export async function setClock(tx: Db, milestoneId: string, now: Date): Promise<void> {
  const [row] = await tx
    .select({ projectId: milestones.projectId })
    .from(milestones)
    .where(eq(milestones.id, milestoneId));
  if (!row) throw new Error('there is no such milestone');
  const project = await getProjectForHouse(tx, row.projectId);
  const milestone = project.milestones.find(({ id }) => id === milestoneId);
  const clock = milestone ? clockOf(milestone, now) : null;
  await tx
    .update(milestones)
    .set({ clockAt: clock && nextMoment(clock, now) })
    .where(eq(milestones.id, milestoneId));
}

type Moments = { half: number | null; lastDay: number | null; runsOut: number | null };

/** The first of them that is still to come; the last, when it has passed already. */
export function nextMoment({ half, lastDay, runsOut }: Moments, now: Date): Date | null {
  const coming = [half, lastDay].find((moment) => moment !== null && moment > now.getTime()) ?? runsOut;
  return coming === null ? null : new Date(coming);
}
