/** Ends a project before everything is approved: a side cancels it, or staff decide a dispute. */
import { eq } from 'drizzle-orm';
import type { Db } from '#db/client.server.ts';
import { milestones, projects } from '#db/schema/projects.server.ts';
import { releaseBrief } from '../briefs/award.server.ts';
import { announce } from '../notifications/commands.server.ts';
import type { Person } from '../people/rules.ts';
import { after } from '../process.ts';
import { AmountsChanged } from './errors.ts';
import { lapseAmendments } from './lapse.server.ts';
import { eventOf, partiesTold } from './milestones.server.ts';
import type { Settlement } from './money.ts';
import { lockFor, type Act } from './moves.server.ts';
import { settlementNow, type Project } from './project.ts';
import { PROJECT, type ProjectSide } from './rules.ts';

/** The amounts of a settlement in a form's field, so that nobody confirms others than they were shown. */
export const amountsOf = ({ due, toPay, toReturn }: Settlement): string => [due, toPay, toReturn].join('/');

type Cancelling = { reason: string; amounts: string };

/**
 * Cancels a project for what its page said that costs. Throws AmountsChanged when it costs something else by now, Conflict
 * with where the project stands, NotFound.
 */
export async function cancelProject(
  tx: Db,
  viewer: Person,
  id: string | undefined,
  { reason, amounts }: Cancelling,
  { queue, now }: Act,
): Promise<void> {
  const project = await lockFor(tx, viewer, id, 'cancel');
  const { side, terms } = project;
  if (side === 'staff') throw new Error('only a side can cancel');
  const settlement = settlementNow(project, side);
  if (amountsOf(settlement) !== amounts) throw new AmountsChanged();
  await endEarly(tx, project, { name: 'cancel', settlement, by: side, reason, actorId: viewer.id, now });
  const data = { reason, amount: settlement.due, currency: terms.currency };
  await announce(
    ...([tx, queue] as const),
    { type: 'project.cancelled', actorId: viewer.id, ...eventOf(project, data) },
    partiesTold(project),
  );
}

type Ending = {
  name: 'cancel' | 'resolve';
  settlement: Settlement;
  /** The side that ends it; null when staff do. */
  by: ProjectSide | null;
  reason: string;
  actorId: string;
  now: Date;
};

/** Ends it, with everything that hangs on it: clocks stop, open amendments lapse, and the brief is its publisher's again. */
export async function endEarly(
  tx: Db,
  { id, briefId, state }: Project,
  { name, settlement, by, reason, actorId, now }: Ending,
): Promise<void> {
  const to = after(PROJECT, state, name);
  await tx
    .update(projects)
    .set({ state: to, settlement, endedBy: by, endReason: reason, endedAt: now, updatedAt: now })
    .where(eq(projects.id, id));
  await tx.update(milestones).set({ clockAt: null }).where(eq(milestones.projectId, id));
  await lapseAmendments(tx, id, now);
  await releaseBrief(tx, briefId, actorId);
}
