/** Writes down payments, confirms them, takes them back. The project's row is locked first, so that two sides take turns. */
import { and, count, eq } from 'drizzle-orm';
import type { Db } from '#db/client.server.ts';
import { payments } from '#db/schema/payments.server.ts';
import type { Queue } from '../../jobs/queue.server.ts';
import { Conflict, Forbidden, NotFound } from '../errors.ts';
import { isUuid } from '../ids.ts';
import { announce } from '../notifications/commands.server.ts';
import type { Person } from '../people/rules.ts';
import { mayMove, whyNot } from '../process.ts';
import { eventOf, partiesTold } from '../projects/milestones.server.ts';
import type { Project } from '../projects/project.ts';
import { lockProject } from '../projects/queries.server.ts';
import type { ProjectSide } from '../projects/rules.ts';
import type { PaymentValues } from './form.ts';
import { MOST_PAYMENTS, PAYMENT, paymentParties, paymentState, type PaymentMove } from './rules.ts';

/** Locks a project for one of the two it is between. Throws Forbidden for staff, who read only; NotFound. */
export async function lockAsSide(tx: Db, viewer: Person, projectId: string | undefined) {
  const project = await lockProject(tx, viewer, projectId);
  const { side } = project;
  if (side === 'staff') throw new Forbidden('Only the two sides of a project keep its books.');
  return { project, side };
}

type Recording = { projectId: string | undefined; payment: PaymentValues };

/** Writes down what was paid. → the id of the payment. Throws Conflict when there are too many, Forbidden, NotFound. */
export async function recordPayment(tx: Db, queue: Queue, viewer: Person, recording: Recording) {
  const { project, side } = await lockAsSide(tx, viewer, recording.projectId);
  const [have] = await tx.select({ n: count() }).from(payments).where(eq(payments.projectId, project.id));
  if ((have?.n ?? 0) >= MOST_PAYMENTS)
    throw new Conflict(`There are ${MOST_PAYMENTS} payments already. Ask us if you need more.`);
  const { direction, amount, paidOn, note } = recording.payment;
  const signed = direction === 'returned' ? -amount : amount;
  const [row] = await tx
    .insert(payments)
    .values({ ...{ projectId: project.id, recordedBy: side, paidOn, note }, amount: signed })
    .returning({ id: payments.id });
  if (!row) throw new Error('the payment was not inserted');
  await tell(tx, queue, project, { type: 'payment.recorded', actorId: viewer.id, amount: signed });
  return row.id;
}

const EVENTS = { confirm: 'payment.confirmed', remove: 'payment.removed' } as const;

type Moving = { projectId: string | undefined; paymentId: string | undefined; name: PaymentMove; now: Date };

/** Confirms a payment, or takes it back. Throws Conflict with how it stands now, Forbidden, NotFound. */
export async function movePayment(tx: Db, queue: Queue, viewer: Person, moving: Moving): Promise<void> {
  const { project, side } = await lockAsSide(tx, viewer, moving.projectId);
  const { name, now } = moving;
  const payment = await paymentOf(tx, project.id, moving.paymentId);
  const [state, parties] = [paymentState(payment), paymentParties(payment, side)];
  if (!mayMove(PAYMENT, state, parties, name)) {
    const { reason, message } = whyNot(PAYMENT, state, parties, name);
    throw reason === 'forbidden' ? new Forbidden(message) : new Conflict(message);
  }
  const moment = name === 'confirm' ? { confirmedAt: now } : { removedAt: now };
  await tx.update(payments).set(moment).where(eq(payments.id, payment.id));
  await tell(tx, queue, project, { type: EVENTS[name], actorId: viewer.id, amount: payment.amount });
}

async function paymentOf(tx: Db, projectId: string, id: string | undefined) {
  const columns = {
    ...{ id: payments.id, amount: payments.amount, recordedBy: payments.recordedBy },
    ...{ confirmedAt: payments.confirmedAt, removedAt: payments.removedAt },
  };
  const [row] = isUuid(id)
    ? await tx
        .select(columns)
        .from(payments)
        .where(and(eq(payments.id, id), eq(payments.projectId, projectId)))
    : [];
  if (!row) throw new NotFound('There is no such payment.');
  return row satisfies { recordedBy: ProjectSide };
}

type MoneyEvent = {
  type: 'payment.recorded' | 'payment.confirmed' | 'payment.removed' | 'invoice.issued';
  actorId: string;
  amount: number;
  data?: Record<string, string>;
};

/** Tells both sides of money: how much, in the contract's currency. */
export async function tell(
  tx: Db,
  queue: Queue,
  project: Project,
  { type, actorId, amount, data }: MoneyEvent,
) {
  const facts = { ...data, amount, currency: project.terms.currency };
  await announce(tx, queue, { type, actorId, ...eventOf(project, facts) }, partiesTold(project));
}
