/** A publisher answers a delivery: approves it, or asks; and its designer answers what was asked. Changes are in `changes.server.ts`. */
import { and, eq, isNull } from 'drizzle-orm';
import type { Db } from '#db/client.server.ts';
import { questions } from '#db/schema/deliveries.server.ts';
import { projects } from '#db/schema/projects.server.ts';
import { Conflict, Invalid, NotFound } from '../errors.ts';
import { isUuid } from '../ids.ts';
import { announce } from '../notifications/commands.server.ts';
import type { Person } from '../people/rules.ts';
import { eventOf, partiesTold, setClock, settleMilestone } from '../projects/milestones.server.ts';
import { getProjectForHouse } from '../projects/queries.server.ts';
import { milestoneOf, clockOf } from '../projects/project.ts';
import type { MilestoneMove } from '../projects/rules.ts';
import type { Delivery } from './delivery.ts';
import { lockPlace, type Act, type Address, type Place } from './place.server.ts';
import { currentOf, deliveriesOf } from './queries.server.ts';

const REPLACED =
  'The designer has delivered a newer version meanwhile. Nothing was changed: look at it first.';

/** The version that is judged, locked. Throws Conflict when it is not the one that was looked at. */
export async function lockCurrent(
  tx: Db,
  viewer: Person,
  at: Address,
  { move, number }: { move: MilestoneMove; number: number | null },
): Promise<Place & { delivery: Delivery }> {
  const place = await lockPlace(tx, viewer, at, move);
  const delivery = currentOf(await deliveriesOf(tx, place.project, place.milestone.id));
  if (!delivery) throw new Conflict('Nothing has been delivered yet.');
  if (number !== null && number !== delivery.number) throw new Conflict(REPLACED);
  return { ...place, delivery };
}

/** Approves the version with this number: the project goes on to what comes next. */
export async function approve(
  tx: Db,
  viewer: Person,
  at: Address,
  number: number,
  { queue, now }: Act,
): Promise<void> {
  const { project, milestone } = await lockCurrent(tx, viewer, at, { move: 'approve', number });
  await settleMilestone(tx, queue, {
    ...{ project, kind: milestone.kind, how: 'approve', actorId: viewer.id, now },
  });
}

/** Asks about what was delivered; the clock stands still from now on. */
export async function ask(
  tx: Db,
  viewer: Person,
  at: Address,
  body: string,
  { queue, now }: Act,
): Promise<void> {
  if (body === '') throw new Invalid('Write your question', 'body');
  const { project, milestone, delivery } = await lockCurrent(tx, viewer, at, { move: 'ask', number: null });
  await tx
    .insert(questions)
    .values({ milestoneId: milestone.id, deliveryId: delivery.id, body, createdAt: now });
  await touch(tx, { project, milestone }, now);
  const told = eventOf(project, { kind: milestone.kind, number: delivery.number, question: body });
  await announce(tx, queue, { type: 'milestone.asked', actorId: viewer.id, ...told }, partiesTold(project));
}

/** Answers a question; the clock goes on when none is open any more. Throws Conflict for one that is answered. */
export async function answer(
  tx: Db,
  viewer: Person,
  at: Address,
  { id, body }: { id: string | undefined; body: string },
  { queue, now }: Act,
): Promise<void> {
  if (body === '') throw new Invalid('Write your answer', 'body');
  const { project, milestone } = await lockPlace(tx, viewer, at, 'answer');
  if (!isUuid(id)) throw new NotFound('There is no such question.');
  const open = and(
    eq(questions.id, id),
    eq(questions.milestoneId, milestone.id),
    isNull(questions.answeredAt),
  );
  const answered = await tx
    .update(questions)
    .set({ answer: body, answeredAt: now })
    .where(open)
    .returning({ id: questions.id });
  if (answered.length === 0) throw new Conflict('This question is answered already.');
  await touch(tx, { project, milestone }, now);
  const after = milestoneOf(await getProjectForHouse(tx, project.id), milestone.kind);
  const runsOut = after && clockOf(after, now)?.runsOut;
  const told = eventOf(project, {
    ...{ kind: milestone.kind, answer: body },
    ...(runsOut && { runsOut: new Date(runsOut).toISOString() }),
  });
  await announce(
    tx,
    queue,
    { type: 'milestone.answered', actorId: viewer.id, ...told },
    partiesTold(project),
  );
}

async function touch(tx: Db, { project, milestone }: Place, now: Date): Promise<void> {
  await tx.update(projects).set({ updatedAt: now }).where(eq(projects.id, project.id));
  await setClock(tx, milestone.id, now);
}
