/** Disputes: opened by a side with grounds, answered by the other, settled by whoever opened them, or decided by staff. */
import { and, eq } from 'drizzle-orm';
import type { Db } from '#db/client.server.ts';
import { disputes, projects } from '#db/schema/projects.server.ts';
import { Conflict, Forbidden, Invalid } from '../errors.ts';
import { announce, type Parties } from '../notifications/commands.server.ts';
import type { Person } from '../people/rules.ts';
import { staffIds } from '../people/staff-queries.server.ts';
import { after } from '../process.ts';
import type { Decision, Opening } from './dispute-form.ts';
import { endEarly } from './ends.server.ts';
import { eventOf, partiesTold, setClock } from './milestones.server.ts';
import { settledAt } from './money.ts';
import { lockFor, type Act } from './moves.server.ts';
import { currentMilestone, type Dispute, type Project } from './project.ts';
import { lockProject } from './queries.server.ts';
import { PROJECT, type DisputeState } from './rules.ts';
import { otherSide } from './standing.ts';

/** Opens a dispute: work and clocks stop. Throws Conflict, NotFound. */
export async function openDispute(
  tx: Db,
  viewer: Person,
  id: string | undefined,
  said: Opening,
  { queue, now }: Act,
): Promise<void> {
  const project = await lockFor(tx, viewer, id, 'dispute');
  const { side, state } = project;
  if (side === 'staff') throw new Error('only a side can open a dispute');
  await tx
    .insert(disputes)
    .values({ projectId: project.id, openedBy: side, stoodAt: state, ...said, createdAt: now });
  await move(tx, project, after(PROJECT, state, 'dispute'), now);
  const event = { type: 'project.disputed', actorId: viewer.id, ...eventOf(project) } as const;
  await announce(tx, queue, event, await everybody(tx, project));
}

/** How the side that did not open it sees it: said once, before staff decide. Throws Conflict, Forbidden, NotFound. */
export async function replyToDispute(
  tx: Db,
  viewer: Person,
  id: string | undefined,
  { reply }: { reply: string },
  { queue, now }: Act,
): Promise<void> {
  const project = await lockProject(tx, viewer, id);
  const dispute = openOf(project);
  if (project.side !== otherSide(dispute.openedBy))
    throw new Forbidden('Only the side that did not open the dispute can answer it.');
  if (dispute.isAnswered) throw new Conflict('You have answered this dispute already. Staff decide it now.');
  await tx.update(disputes).set({ reply, repliedAt: now }).where(eq(disputes.id, dispute.id));
  await tx.update(projects).set({ updatedAt: now }).where(eq(projects.id, project.id));
  const event = { type: 'project.replied', actorId: viewer.id, ...eventOf(project) } as const;
  await announce(tx, queue, event, await everybody(tx, project));
}

/** Ends the dispute without a decision: the project goes on where it stood, and its clock with what was left. Throws Conflict, Forbidden. */
export async function settleDispute(
  tx: Db,
  viewer: Person,
  id: string | undefined,
  { queue, now }: Act,
): Promise<void> {
  const project = await lockFor(tx, viewer, id, 'settle');
  const dispute = openOf(project);
  await close(tx, dispute, 'settled', { endedAt: now, decidedBy: viewer.id });
  await move(tx, project, dispute.stoodAt, now);
  const event = { type: 'project.settled', actorId: viewer.id, ...eventOf(project) } as const;
  await announce(tx, queue, event, await everybody(tx, project));
}

/** Staff decide what the project is worth, and end it. Throws Invalid for more than its price, Conflict, Forbidden. */
export async function resolveDispute(
  tx: Db,
  viewer: Person,
  id: string | undefined,
  { award, decision }: Decision,
  { queue, now }: Act,
): Promise<void> {
  const project = await lockFor(tx, viewer, id, 'resolve');
  const { terms, paid } = project;
  if (award > terms.price) throw new Invalid('Award no more than the price of the project', 'award');
  await close(tx, openOf(project), 'resolved', { endedAt: now, decidedBy: viewer.id, award, decision });
  const settlement = settledAt(award, { price: terms.price, paid });
  await endEarly(tx, project, {
    ...{ name: 'resolve', settlement, by: null, reason: decision, actorId: viewer.id, now },
  });
  const data = { amount: award, currency: terms.currency };
  const event = { type: 'project.resolved', actorId: viewer.id, ...eventOf(project, data) } as const;
  await announce(tx, queue, event, partiesTold(project));
}

/** The open dispute of a locked project. */
function openOf({ dispute }: Project): Dispute {
  if (dispute?.state === 'open') return dispute;
  throw new Conflict('There is no open dispute about this project any more.');
}

async function close(
  tx: Db,
  { id }: Dispute,
  state: Exclude<DisputeState, 'open'>,
  rest: Partial<typeof disputes.$inferInsert>,
): Promise<void> {
  await tx
    .update(disputes)
    .set({ state, ...rest })
    .where(and(eq(disputes.id, id), eq(disputes.state, 'open')));
}

/** Moves the project, and sets the clock of what waits in it: it stands still from here, or goes on. */
async function move(tx: Db, project: Project, state: Project['state'], now: Date): Promise<void> {
  await tx.update(projects).set({ state, updatedAt: now }).where(eq(projects.id, project.id));
  const milestone = currentMilestone(project);
  if (milestone) await setClock(tx, milestone.id, now);
}

const everybody = async (tx: Db, project: Project): Promise<Parties> => ({
  ...partiesTold(project),
  staff: await staffIds(tx),
});
