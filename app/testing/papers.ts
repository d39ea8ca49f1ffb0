/** Builders of papers: links to vote on a brief's proposals; an invoice of a project, and a payment for it. */
import { randomUUID } from 'node:crypto';
import type { Db } from '#db/client.server.ts';
import { invoiceBooks, invoices, payments } from '#db/schema/payments.server.ts';
import { voteLinks } from '#db/schema/proposals.server.ts';
import { hashOfToken, linkToken } from '#app/domain/votes/links.server.ts';
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
    .values({ projectId, recordedBy: 'publisher', amount: totals.net, paidOn: '2026-11-20' })
    .returning({ id: payments.id });
  if (!payment) throw new Error('the payment was not inserted');
  return { payment: payment.id };
}

/** A link that takes votes, and one that is closed. → the id of the first, and the tokens of both. */
export async function votesOn(db: Db, briefId: string) {
  const [vote, closed] = [linkToken('test', randomUUID()), linkToken('test', randomUUID())];
  const link = { id: randomUUID(), briefId, label: 'Sales', expiresAt: new Date(Date.now() + 86_400_000) };
  await db.insert(voteLinks).values([
    { ...link, tokenHash: hashOfToken(vote) },
    { ...link, id: randomUUID(), tokenHash: hashOfToken(closed), closedAt: new Date() },
  ]);
  return { link: link.id, vote, 'closed vote': closed };
}
