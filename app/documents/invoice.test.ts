/** An invoice as a file, read back by PDFium. */
import { expect, test } from 'vitest';
import { pdfPages } from '#app/testing/pdf-text.ts';
import { invoiceSheet, totalsOf, type Invoice } from '../domain/payments/invoice.ts';
import { invoiceFile } from './invoice.server.ts';

const lines = [
  { text: 'Concepts', amount: 225_00 },
  { text: 'Typeface licence', amount: 39_90 },
];
const invoice: Invoice = {
  ...{ number: 8, issuedOn: '2026-11-21', dueOn: '2026-12-21', currency: 'EUR', note: 'Thank you.' },
  ...{ lines, taxName: 'VAT', taxRate: 19_00, ...totalsOf(lines, 19_00) },
  ...{ seller: 'Dora Bodoni\nBerlin', buyer: 'Saltmarsh Press', corrects: null, correctedBy: null },
};
const say = {
  date: (day: string) => day,
  sum: (minor: number, currency: string) => `${currency} ${(minor / 100).toFixed(2)}`,
};
const file = (one = invoice) =>
  invoiceFile({ sheet: invoiceSheet(one, 'The Salt Road', say), number: one.number, issuedOn: one.issuedOn });

test('an invoice is one page with who, what, how much and until when', async () => {
  const { name, bytes } = await file();
  expect(name).toBe('invoice-8.pdf');
  const pages = pdfPages(bytes);
  expect(pages).toHaveLength(1);
  for (const words of ['Invoice 8', 'Dora Bodoni\nBerlin', 'Saltmarsh Press', '2026-12-21', 'Thank you.'])
    expect(pages[0]).toContain(words);
  for (const words of ['Typeface licence', 'EUR 39.90', 'VAT 19 %', 'EUR 50.33', 'EUR 315.23', '1 of 1'])
    expect(pages[0]).toContain(words);
  expect((await file()).bytes.equals(bytes)).toBe(true);
});

test('a correction says what it takes back', async () => {
  const [page] = pdfPages((await file({ ...invoice, number: 9, corrects: 8 })).bytes);
  expect(page).toContain('Correction 9 of invoice 8');
});
