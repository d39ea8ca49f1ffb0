/** Builders of what lies beside a project: an invoice, and a payment that the publisher has written down for it. */
import type { Db } from '#db/client.server.ts';
import { invoiceBooks, invoices, payments } from '#db/schema/payments.server.ts';
import { totalsOf } from '#app/domain/payments/invoice.ts';
import type { AProject } from './projects.ts';

/** The designer's first invoice, for a quarter of the price, and its payment. → the id of that. */
export async function aBill(
  db: Db,
  { id: projectId, designer, project }: Pick<AProject, 'id' | 'designer' | 'project'>,
) {
  const [lines, currency] = [[{ text: 'Concepts', amount: 200_00 }], project.terms.currency];
  const totals = totalsOf(lines, 19_00);
  await db.insert(invoiceBooks).values({ designerId: designer.id, nextNumber: 2 });
  await db.insert(invoices).values({
    ...{ projectId, designerId: designer.id, number: 1, issuedOn: '2026-11-01', dueOn: '2026-12-01' },
    ...{ currency, lines, ...totals, taxName: 'VAT', taxRate: 19_00 },
    ...{ seller: 'Dora Bodoni, Berlin', buyer: 'Saltmarsh Press, Hull' },
  });
  const [payment] = await db
    .insert(payments)
    .values({ projectId, recordedBy: 'publisher', amount: totals.total, paidOn: '2026-11-20' })
    .returning({ id: payments.id });
  if (!payment) throw new Error('the payment was not inserted');
  return { payment: payment.id };
}
