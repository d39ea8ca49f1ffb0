/**
 * What went wrong with the money of the sample, and was put right: an invoice taken back, a payment too; one that waits to be
 * confirmed; and an invoice that is to be paid.
 */
import { and, asc, eq, inArray } from 'drizzle-orm';
import { reversed, totalsOf } from '../../app/domain/payments/invoice.ts';
import type { Db } from '../client.server.ts';
import { events } from '../schema/events.server.ts';
import { invoiceBooks, invoices, payments } from '../schema/payments.server.ts';
import { projects } from '../schema/projects.server.ts';
import { dayFrom, daysFrom } from './days.server.ts';
import { idOf, type Ids } from './people.server.ts';

const TITLE = 'Orchard Law';
const UNPAID = { title: 'Weathering', lines: [{ text: 'A proof on paper, by courier', amount: 45_00 }] };

export async function seedCorrections(db: Db, ids: Ids, now: Date): Promise<void> {
  const designerId = idOf(ids, 'dev-designer-001');
  const own = await db
    .select({ id: projects.id, title: projects.title, briefId: projects.briefId })
    .from(projects)
    .where(and(inArray(projects.title, [TITLE, UNPAID.title]), eq(projects.designerId, designerId)));
  const project = own.find(({ title }) => title === TITLE);
  const other = own.find(({ title }) => title === UNPAID.title);
  if (!project || !other) return;
  await bill(db, { project, other, designerId }, now);
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

type Project = Pick<typeof projects.$inferSelect, 'id' | 'title' | 'briefId'>;

/** Takes the first invoice of one back, issues it anew with another address on it, and bills something more for the other. */
async function bill(db: Db, of: { project: Project; other: Project; designerId: string }, now: Date) {
  const { project, other, designerId } = of;
  const [first] = await db
    .select()
    .from(invoices)
    .where(eq(invoices.projectId, project.id))
    .orderBy(asc(invoices.number))
    .limit(1);
  const [book] = await db.select().from(invoiceBooks).where(eq(invoiceBooks.designerId, designerId));
  if (!first || !book) return;
  const { id, buyer, net, tax, total, lines, ...same } = first;
  const today = { issuedOn: dayFrom(now, -1), createdAt: daysFrom(now, -1) };
  const moved = `${buyer}\n4 Corve Street\nLudlow SY8 1DB`;
  const number = book.nextNumber;
  const rows = [
    {
      ...{ ...same, ...today, ...reversed({ lines, net, tax, total }), buyer, corrects: id, number },
      ...{ dueOn: today.issuedOn, note: 'The address was that of your old office.' },
    },
    {
      ...{ ...same, ...today, lines, net, tax, total, buyer: moved },
      ...{ number: number + 1, dueOn: dayFrom(now, 29) },
    },
    {
      ...{ ...same, ...today, ...totalsOf(UNPAID.lines, same.taxRate), buyer: moved, lines: UNPAID.lines },
      ...{ projectId: other.id, number: number + 2, dueOn: dayFrom(now, 13) },
    },
  ];
  await db.insert(invoices).values(rows);
  await db
    .update(invoiceBooks)
    .set({ nextNumber: number + rows.length })
    .where(eq(invoiceBooks.designerId, designerId));
  await db.insert(events).values(
    rows.map((row) => {
      const { id: subjectId, title, briefId } = row.projectId === other.id ? other : project;
      return {
        ...{ type: 'invoice.issued' as const, actorId: designerId, createdAt: row.createdAt },
        ...{ subjectId, projectId: subjectId, briefId },
        data: { title, number: String(row.number), amount: row.total, currency: row.currency },
      };
    }),
  );
}
