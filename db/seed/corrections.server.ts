/** What went wrong with the money of the sample, and was put right: an invoice taken back, a payment too, and one that waits to be confirmed. */
import { and, asc, eq } from 'drizzle-orm';
import { reversed } from '../../app/domain/payments/invoice.ts';
import type { Db } from '../client.server.ts';
import { invoiceBooks, invoices, payments } from '../schema/payments.server.ts';
import { projects } from '../schema/projects.server.ts';
import { dayFrom, daysFrom } from './days.server.ts';
import { idOf, type Ids } from './people.server.ts';

const TITLE = 'Orchard Law';

export async function seedCorrections(db: Db, ids: Ids, now: Date): Promise<void> {
  const designerId = idOf(ids, 'dev-designer-001');
  const [project] = await db
    .select({ id: projects.id })
    .from(projects)
    .where(and(eq(projects.title, TITLE), eq(projects.designerId, designerId)));
  if (!project) return;
  await correct(db, { projectId: project.id, designerId }, now);
  const paid = { projectId: project.id, paidOn: dayFrom(now, -3) };
  await db.insert(payments).values([
    {
      ...{ ...paid, recordedBy: 'publisher', amount: 120_00, note: 'Towards the postcard' },
      ...{ createdAt: daysFrom(now, -3), removedAt: daysFrom(now, -2.9) },
    },
    {
      ...{ ...paid, recordedBy: 'publisher', amount: 60_00, note: 'The postcard, as amended' },
      createdAt: daysFrom(now, -2),
    },
  ]);
}

/** Takes the first of its invoices back, and issues it anew with another address on it. */
async function correct(db: Db, of: { projectId: string; designerId: string }, now: Date): Promise<void> {
  const { projectId, designerId } = of;
  const [first] = await db
    .select()
    .from(invoices)
    .where(eq(invoices.projectId, projectId))
    .orderBy(asc(invoices.number))
    .limit(1);
  const [book] = await db.select().from(invoiceBooks).where(eq(invoiceBooks.designerId, designerId));
  if (!first || !book) return;
  const { id, buyer, net, tax, total, lines, ...same } = first;
  const today = { issuedOn: dayFrom(now, -1), createdAt: daysFrom(now, -1) };
  await db.insert(invoices).values([
    {
      ...{ ...same, ...today, ...reversed({ lines, net, tax, total }), buyer, corrects: id },
      ...{ number: book.nextNumber, dueOn: today.issuedOn, note: 'The address was that of your old office.' },
    },
    {
      ...{ ...same, ...today, lines, net, tax, total, buyer: `${buyer}\n4 Corve Street\nLudlow SY8 1DB` },
      ...{ number: book.nextNumber + 1, dueOn: dayFrom(now, 29) },
    },
  ]);
  await db
    .update(invoiceBooks)
    .set({ nextNumber: book.nextNumber + 2 })
    .where(eq(invoiceBooks.designerId, designerId));
}
