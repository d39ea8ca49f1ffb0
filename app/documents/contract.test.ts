/** The contract as a file, read back by PDFium. */
import { describe, expect, test } from 'vitest';
import { aContract } from '#app/testing/contract.ts';
import { pdfPages } from '#app/testing/pdf-text.ts';
import { contractFile } from './contract.server.ts';

const HASH = '7'.repeat(64);
const say = {
  date: (day: Date | string) => new Date(day).toISOString().slice(0, 10),
  money: (minor: number, currency: string) => `${currency} ${(minor / 100).toFixed(2)}`,
};
const file = (contract = aContract()) => contractFile(contract, HASH, say);

describe('a contract as a PDF', () => {
  test('says what was agreed, on pages with numbers and the hash', async () => {
    const { name, contentType, bytes } = await file();
    expect([name, contentType]).toEqual(['contract.pdf', 'application/pdf']);
    const pages = pdfPages(bytes);
    expect(pages.length).toBeGreaterThan(1);
    pages.forEach((page, at) => {
      expect(page).toContain(`${at + 1} of ${pages.length}`);
      expect(page).toContain(`SHA-256 ${HASH}`);
    });
    const whole = pages.join('\n').replace(/\s+/g, ' ');
    for (const words of ['Paula Imprint, for Saltmarsh Press', 'EUR 900.00', '5. Ending early', '14 days'])
      expect(whole).toContain(words);
    expect(whole).toContain('6 × 9 in (152.4 × 228.6 mm)');
  });

  test('is the same file every time', async () => {
    expect((await file()).bytes.equals((await file()).bytes)).toBe(true);
  });

  test('goes on for as many pages as it takes, and loses nothing', async () => {
    const lines = Array.from(
      { length: 400 },
      (_, n) => `Paragraph ${n} about a ferry, a flood and a ledger.`,
    );
    const { terms } = aContract();
    const long = { ...terms, stockNotes: lines.slice(0, 120).join(' ') };
    const pages = pdfPages((await file(aContract({ message: lines.join('\n\n'), terms: long }))).bytes);
    expect(pages.length).toBeGreaterThan(10);
    const whole = pages.join('\n').replace(/\s+/g, ' ');
    for (const line of lines) expect(whole).toContain(line);
    expect(pages.at(-1)).toContain(`${pages.length} of ${pages.length}`);
  });

  test('has the letters of every alphabet in a name', async () => {
    const publisher = { id: 'p', name: 'Žofie Łęcka, Μαρία, Олена', organisation: '' };
    const [first = ''] = pdfPages((await file(aContract({ publisher }))).bytes);
    expect(first).toContain('Žofie Łęcka, Μαρία, Олена');
  });
});
