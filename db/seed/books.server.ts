/** Invoices and payments of the sample catalogue's projects: what is approved was billed, and most of it is paid. */
import { asc, eq, isNotNull } from 'drizzle-orm';
import type { Db } from '../client.server.ts';
import { daysAfter } from '../../app/domain/briefs/rules.ts';
import { totalsOf } from '../../app/domain/payments/invoice.ts';
import { instalmentsOf } from '../../app/domain/projects/money.ts';
import { MILESTONES, milestonesFor } from '../../app/domain/projects/rules.ts';
import { events } from '../schema/events.server.ts';
import { invoiceBooks, invoices, payments } from '../schema/payments.server.ts';
import { people } from '../schema/people.server.ts';
import { milestones, projects } from '../schema/projects.server.ts';
import { daysFrom } from './days.server.ts';

type Approved = Awaited<ReturnType<typeof readApproved>>[number];

/** Every second designer charges a tax. */
const TAXES = [
  { taxName: 'VAT', taxRate: 20_00, note: '' },
  { taxName: '', taxRate: 0, note: 'No tax is charged: small business.' },
];
const PAYS_AFTER = 5;

/** One invoice for each approved milestone, in the order of approvals, and its payment: the newest is not confirmed yet. */
export async function seedBooks(db: Db, now: Date): Promise<void> {
  const approved = await readApproved(db);
  if (approved.length === 0) return;
  const numbers = new Map<string, number>();
  const bills = approved.map((milestone) => {
    const number = (numbers.get(milestone.designerId) ?? 0) + 1;
    numbers.set(milestone.designerId, number);
    return billOf(milestone, number, [...numbers.keys()].indexOf(milestone.designerId));
  });
  const rows = bills.map(({ row }) => row);
  await db.insert(invoices).values(rows);
  await db
    .insert(invoiceBooks)
    .values([...numbers].map(([designerId, last]) => bookOf(rows, designerId, last)));
  const paid = bills.filter(({ paidAt }) => paidAt < now);
  if (paid.length > 0)
    await db.insert(payments).values(
      paid.map(({ row, paidAt }, at) => ({
        ...{ projectId: row.projectId, recordedBy: 'publisher' as const, amount: row.net },
        ...{ paidOn: dayOf(paidAt), note: `Invoice ${row.number}`, createdAt: paidAt },
        confirmedAt: at % 5 === 4 ? null : daysFrom(paidAt, 1, at),
      })),
    );
  await db.insert(events).values(
    bills.map(({ row, milestone }) => ({
      ...{ type: 'invoice.issued' as const, actorId: row.designerId, createdAt: row.createdAt },
      ...{ subjectId: row.projectId, projectId: row.projectId, briefId: milestone.briefId },
      data: {
        ...{ title: milestone.title, number: String(row.number), amount: row.total, currency: row.currency },
      },
    })),
  );
}

const readApproved = (db: Db) =>
  db
    .select({
      ...{ projectId: projects.id, designerId: projects.designerId, briefId: projects.briefId },
      ...{ title: projects.title, terms: projects.terms, contract: projects.contract },
      ...{ kind: milestones.kind, approvedAt: milestones.approvedAt, publisher: people.name },
      organisation: people.organisation,
    })
    .from(milestones)
    .innerJoin(projects, eq(projects.id, milestones.projectId))
    .innerJoin(people, eq(people.id, projects.publisherId))
    .where(isNotNull(milestones.approvedAt))
    .orderBy(asc(milestones.approvedAt), asc(milestones.id));

const dayOf = (moment: Date) => moment.toISOString().slice(0, 10);

function billOf(milestone: Approved, number: number, nth: number) {
  const { projectId, designerId, title, terms, contract, kind, approvedAt, publisher, organisation } =
    milestone;
  const createdAt = approvedAt ?? new Date(contract.agreedAt);
  const parts = instalmentsOf(terms.price, milestonesFor(contract.formats.map((format) => format.kind)));
  const amount = parts.find((part) => part.kind === kind)?.amount ?? 0;
  const lines = [{ text: `${MILESTONES[kind]} of the cover for ${title}`, amount }];
  const { note, ...tax } = TAXES[nth % TAXES.length] ?? { taxName: '', taxRate: 0, note: '' };
  const issuedOn = dayOf(createdAt);
  const row = {
    ...{ projectId, designerId, number, issuedOn, dueOn: daysAfter(issuedOn, 30), createdAt },
    ...{ currency: terms.currency, lines, note, ...tax, ...totalsOf(lines, tax.taxRate) },
    seller: `${contract.designer.name}\n12 Foundry Lane\nBristol BS1 4QA`,
    buyer: [organisation, publisher].filter(Boolean).join('\n'),
  };
  return { row, milestone, paidAt: daysFrom(createdAt, PAYS_AFTER, number) };
}

function bookOf(rows: readonly ReturnType<typeof billOf>['row'][], designerId: string, last: number) {
  const {
    seller = '',
    taxName = '',
    taxRate = 0,
  } = rows.findLast((row) => row.designerId === designerId) ?? {};
  return { designerId, nextNumber: last + 1, seller, taxName, taxRate };
}
