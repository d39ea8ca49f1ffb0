/** Issues invoices, and takes them back by corrections: what was issued is never changed. */
import { count, eq, sql } from 'drizzle-orm';
import type { Db } from '#db/client.server.ts';
import { invoiceBooks, invoices } from '#db/schema/payments.server.ts';
import type { Queue } from '../../jobs/queue.server.ts';
import { Conflict, Forbidden } from '../errors.ts';
import type { Person } from '../people/rules.ts';
import type { Project } from '../projects/project.ts';
import { lockAsSide, tell } from './commands.server.ts';
import type { InvoiceValues } from './form.ts';
import { invoiceTitle, reversed, totalsOf } from './invoice.ts';
import { invoiceOf } from './queries.server.ts';
import { MOST_INVOICES } from './rules.ts';

type Issuing = { projectId: string | undefined; values: InvoiceValues; today: string };

/**
 * Issues an invoice and remembers what it says of its designer for the next. → its number. Throws Conflict when there are too
 * many, Forbidden, NotFound.
 */
export async function issueInvoice(tx: Db, queue: Queue, viewer: Person, issuing: Issuing): Promise<number> {
  const project = await lockAsDesigner(tx, viewer, issuing.projectId);
  const { lines, seller, buyer, taxName, taxRate, dueOn, note } = issuing.values;
  const book = { seller, taxName, taxRate };
  const number = await nextNumber(tx, viewer.id, book);
  const totals = totalsOf(lines, taxRate);
  await tx.insert(invoices).values({
    ...{ projectId: project.id, designerId: viewer.id, number, issuedOn: issuing.today, dueOn },
    ...{ currency: project.terms.currency, lines, ...totals, ...book, buyer, note },
  });
  await tellOf(tx, queue, project, viewer, { number, total: totals.total });
  return number;
}

type Correcting = {
  projectId: string | undefined;
  number: string | undefined;
  reason: string;
  today: string;
};

/**
 * Takes an invoice back by another that turns round every amount of it. → the number of that. Throws Conflict for one that was taken
 * back already, or is a correction itself; Forbidden, NotFound.
 */
export async function correctInvoice(tx: Db, queue: Queue, viewer: Person, correcting: Correcting) {
  const project = await lockAsDesigner(tx, viewer, correcting.projectId);
  const original = await invoiceOf(tx, project.id, correcting.number);
  checkCorrectable(original);
  const number = await nextNumber(tx, viewer.id, {});
  const { currency, taxName, taxRate, seller, buyer } = original;
  const amounts = reversed(original);
  await tx.insert(invoices).values({
    ...{ projectId: project.id, designerId: viewer.id, number, corrects: original.id },
    ...{ issuedOn: correcting.today, dueOn: correcting.today, note: correcting.reason },
    ...{ currency, taxName, taxRate, seller, buyer, ...amounts },
  });
  await tellOf(tx, queue, project, viewer, { number, total: amounts.total });
  return number;
}

type Numbered = { number: number; corrects: number | null; correctedBy: number | null };

/** Throws Conflict for an invoice that cannot be taken back, with why. */
export function checkCorrectable(invoice: Numbered): void {
  const { corrects, correctedBy } = invoice;
  if (corrects !== null)
    throw new Conflict(`${invoiceTitle(invoice)} is a correction. You can issue a new invoice.`);
  if (correctedBy !== null)
    throw new Conflict(
      `Invoice ${invoice.number} has been taken back by correction ${correctedBy}. You can issue a new one.`,
    );
}

async function lockAsDesigner(tx: Db, viewer: Person, projectId: string | undefined): Promise<Project> {
  const { project, side } = await lockAsSide(tx, viewer, projectId);
  if (side !== 'designer') throw new Forbidden('Only the designer of a project issues its invoices.');
  const [have] = await tx.select({ n: count() }).from(invoices).where(eq(invoices.projectId, project.id));
  if ((have?.n ?? 0) < MOST_INVOICES) return project;
  throw new Conflict(`There are ${MOST_INVOICES} invoices already. Ask us if you need more.`);
}

/**
 * The next number of a designer's, without gaps: whoever takes it holds the book's row until the invoice is there, and
 * gives it back if it comes to nothing.
 */
async function nextNumber(tx: Db, designerId: string, book: Partial<typeof invoiceBooks.$inferInsert>) {
  const [row] = await tx
    .insert(invoiceBooks)
    .values({ ...book, designerId, nextNumber: 2 })
    .onConflictDoUpdate({
      target: invoiceBooks.designerId,
      set: { ...book, nextNumber: sql`${invoiceBooks.nextNumber} + 1` },
    })
    .returning({ next: invoiceBooks.nextNumber });
  if (!row) throw new Error('the book has no number');
  return row.next - 1;
}

const tellOf = (
  tx: Db,
  queue: Queue,
  project: Project,
  { id: actorId }: Person,
  { number, total }: { number: number; total: number },
) =>
  tell(tx, queue, project, {
    ...{ type: 'invoice.issued', actorId, amount: total },
    data: { number: String(number) },
  });
