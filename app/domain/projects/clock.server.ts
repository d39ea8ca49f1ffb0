/** Lets the clocks of deliveries speak: at half time, when the last day begins, and when nobody has answered for as long as agreed. */
import { asc, eq, lte } from 'drizzle-orm';
import type { Database, Db } from '#db/client.server.ts';
import { milestones, projects } from '#db/schema/projects.server.ts';
import type { Queue } from '../../jobs/queue.server.ts';
import { announce } from '../notifications/commands.server.ts';
import { eventOf, nextMoment, partiesTold, settleMilestone } from './milestones.server.ts';
import { clockOf, type Project, type ProjectMilestone } from './project.ts';
import { getProjectForHouse } from './queries.server.ts';
import { isAt } from './rules.ts';
import type { Silence } from './silence.ts';

/** More than come due between two rounds; the rest comes with the next. */
const MOST_AT_ONCE = 200;

/**
 * Every clock that is due speaks once, each in a transaction of its own, however many workers run this at the same moment. One
 * that fails keeps no other from it. Throws what failed.
 */
export async function runClocks(db: Database, queue: Queue, now: Date): Promise<void> {
  const due = await db
    .select({ id: milestones.id, projectId: milestones.projectId })
    .from(milestones)
    .where(lte(milestones.clockAt, now))
    .orderBy(asc(milestones.clockAt))
    .limit(MOST_AT_ONCE);
  const faults: unknown[] = [];
  for (const one of due)
    await db.transaction((tx) => speak(tx, queue, one, now)).catch((fault: unknown) => faults.push(fault));
  if (faults.length > 0) throw new AggregateError(faults, 'clocks of deliveries failed');
}

type Due = { id: string; projectId: string };

async function speak(tx: Db, queue: Queue, { id, projectId }: Due, now: Date): Promise<void> {
  const theirs = eq(projects.id, projectId);
  // Whoever holds it is another worker, or somebody who answers at this very moment: the next round will see.
  const [locked] = await tx
    .select({ id: projects.id })
    .from(projects)
    .where(theirs)
    .for('update', { skipLocked: true });
  if (!locked) return;
  const project = await getProjectForHouse(tx, projectId);
  const milestone = project.milestones.find((one) => one.id === id);
  if (!milestone?.clockAt || milestone.clockAt > now) return;
  const clock = clockOf(milestone, now);
  const runs = clock !== null && isAt(project.state, project.milestones, milestone.kind);
  if (runs && clock.left === 0) {
    const { kind } = milestone;
    await settleMilestone(tx, queue, { project, kind, how: 'approveUnanswered', actorId: null, now });
    return;
  }
  if (runs) await warn(tx, queue, project, milestone, clock, now);
  const clockAt = runs ? nextMoment(clock, now) : null;
  await tx.update(milestones).set({ clockAt }).where(eq(milestones.id, id));
}

/** Tells the publisher how late it is. After a long standstill of the house only what is true now is said. */
async function warn(
  tx: Db,
  queue: Queue,
  project: Project,
  { kind }: ProjectMilestone,
  { half, lastDay, runsOut }: Silence,
  now: Date,
): Promise<void> {
  const passed = (moment: number | null) => moment !== null && moment <= now.getTime();
  const type = passed(lastDay) ? 'milestone.last_day' : passed(half) ? 'milestone.half_time' : null;
  if (!type) return;
  const data = { kind, runsOut: runsOut === null ? null : new Date(runsOut).toISOString() };
  await announce(tx, queue, { type, actorId: null, ...eventOf(project, data) }, partiesTold(project));
}
