/** An invoice: its arithmetic, and how it reads. Amounts are whole minor units, rates hundredths of a percent. Pure. */

export type Line = { text: string; amount: number };
export type Totals = { net: number; tax: number; total: number };

/** Tax is of the sum of the lines, rounded once, halves up. */
export function totalsOf(lines: readonly Line[], taxRate: number): Totals {
  const net = lines.reduce((sum, { amount }) => sum + amount, 0);
  const tax = Math.floor((net * taxRate + 50_00) / 100_00);
  return { net, tax, total: net + tax };
}

export type Invoice = Totals & {
  number: number;
  issuedOn: string;
  dueOn: string;
  currency: string;
  lines: Line[];
  taxName: string;
  taxRate: number;
  seller: string;
  buyer: string;
  note: string;
  /** The number of the invoice it takes back. */
  corrects: number | null;
  /** The number of the one that takes it back. */
  correctedBy: number | null;
};

/** The same with every amount turned round: to the cent what it takes back. */
export const reversed = ({ lines, net, tax, total }: Totals & { lines: Line[] }) => ({
  lines: lines.map(({ text, amount }) => ({ text, amount: -amount })),
  ...{ net: -net, tax: -tax, total: -total },
});

/** One reader's formatters: `sum` writes every cent. */
export type Say = { date: (day: string) => string; sum: (minor: number, currency: string) => string };

export const invoiceTitle = ({ number, corrects }: Pick<Invoice, 'number' | 'corrects'>): string =>
  corrects === null ? `Invoice ${number}` : `Correction ${number} of invoice ${corrects}`;

/** An invoice in words, for its page and its file. */
export function invoiceSheet(invoice: Invoice, title: string, say: Say) {
  const { currency, taxName, taxRate, net, tax, total, corrects, correctedBy } = invoice;
  const sum = (minor: number) => say.sum(minor, currency);
  const isTaxed = taxRate > 0;
  return {
    title: invoiceTitle(invoice),
    about: `Cover for ${title}`,
    facts: [
      { term: 'Date', value: say.date(invoice.issuedOn) },
      ...(corrects === null
        ? [{ term: 'To be paid by', value: say.date(invoice.dueOn) }]
        : [{ term: 'Takes back', value: `Invoice ${corrects}` }]),
      ...(correctedBy === null ? [] : [{ term: 'Taken back by', value: `Correction ${correctedBy}` }]),
    ],
    ...{ seller: invoice.seller, buyer: invoice.buyer, note: invoice.note },
    lines: invoice.lines.map(({ text, amount }) => ({ text, amount: sum(amount) })),
    totals: [
      ...(isTaxed
        ? [
            { label: 'Net', amount: sum(net) },
            { label: `${taxName} ${taxRate / 100} %`, amount: sum(tax) },
          ]
        : []),
      { label: 'Total', amount: sum(total) },
    ],
  };
}
export type InvoiceSheet = ReturnType<typeof invoiceSheet>;
