import type { InvoiceSheet } from '../domain/payments/invoice.ts';
import { Paper } from './paper.server.ts';
import type { DocumentFile } from './template.server.ts';

type Printed = { sheet: InvoiceSheet; number: number; issuedOn: string };

const COLUMNS = [
  { width: 0.74, align: 'left' },
  { width: 0.26, align: 'right' },
] as const;

/** An invoice as a PDF. The same invoice is the same bytes. */
export async function invoiceFile({ sheet, number, issuedOn }: Printed): Promise<DocumentFile> {
  const { title, about, facts, seller, buyer, lines, totals, note } = sheet;
  const paper = new Paper({ title, date: new Date(issuedOn), foot: title });
  paper.title(title, about);
  paper.facts([{ term: 'From', value: seller }, { term: 'To', value: buyer }, ...facts]);
  paper.table(COLUMNS, [
    ['For', 'Amount'],
    ...lines.map(({ text, amount }) => [text, amount]),
    ...totals.map(({ label, amount }) => [label, amount]),
  ]);
  if (note) paper.paragraph(note);
  return { name: `invoice-${number}.pdf`, contentType: 'application/pdf', bytes: await paper.finish() };
}
