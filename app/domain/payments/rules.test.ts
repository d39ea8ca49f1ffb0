import { describe, expect, test } from 'vitest';
import { judgeProcess } from '#app/testing/process.ts';
import { MILESTONE_KEYS } from '../projects/rules.ts';
import { accountOf } from './account.ts';
import { CorrectionForm, invoiceForm, parseRate, paymentForm, typedRate } from './form.ts';
import { invoiceSheet, reversed, totalsOf, type Invoice } from './invoice.ts';
import { PAYMENT, paymentParties, paymentState } from './rules.ts';

judgeProcess(PAYMENT, {
  start: 'recorded',
  settled: ['confirmed', 'removed'],
  allowed: { confirm: [['recorded'], ['other']], remove: [['recorded'], ['recorder']] },
});

test('a payment is confirmed by whoever did not write it down, and by nobody else', () => {
  const payment = { recordedBy: 'publisher' } as const;
  expect(paymentParties(payment, 'publisher')).toEqual(['recorder']);
  expect(paymentParties(payment, 'designer')).toEqual(['other']);
  expect(paymentParties(payment, 'staff')).toEqual([]);
  const now = new Date();
  expect(paymentState({ confirmedAt: null, removedAt: null })).toBe('recorded');
  expect(paymentState({ confirmedAt: now, removedAt: null })).toBe('confirmed');
  expect(paymentState({ confirmedAt: null, removedAt: now })).toBe('removed');
});

describe('how two sides stand', () => {
  const yes = new Date();
  const standing = {
    ...{ terms: { price: 1000_00 }, settlement: null },
    milestones: MILESTONE_KEYS.map((kind) => ({ kind, approvedAt: kind === 'concepts' ? yes : null })),
  };
  const confirmed = (amount: number) => ({ amount, confirmedAt: yes, removedAt: null });
  const recorded = (amount: number) => ({ amount, confirmedAt: null, removedAt: null });
  const removed = (amount: number) => ({ amount, confirmedAt: null, removedAt: yes });

  test('is what was approved, less what both say has come', () => {
    const account = accountOf(standing, [confirmed(100_00), recorded(50_00), removed(999_00)]);
    expect(account).toMatchObject({ due: 250_00, paid: 100_00, unconfirmed: 50_00, toPay: 150_00 });
    expect(account.instalments.map(({ kind, earned }) => [kind, earned])).toEqual([
      ...[
        ['concepts', true],
        ['front', false],
      ],
      ...[
        ['wrap', false],
        ['handover', false],
      ],
    ]);
  });

  test('returns nothing that was paid in advance while work goes on', () => {
    expect(accountOf(standing, [confirmed(400_00)])).toMatchObject({ toPay: 0, toReturn: 0 });
  });

  test('is what was settled, once it has ended early; what went back counts', () => {
    const settlement = { percent: 33, due: 330_00, toPay: 0, toReturn: 70_00 };
    const ended = { ...standing, settlement };
    expect(accountOf(ended, [confirmed(400_00)])).toMatchObject({ due: 330_00, toReturn: 70_00 });
    expect(accountOf(ended, [confirmed(400_00), confirmed(-70_00)])).toMatchObject({
      ...{ paid: 330_00, toPay: 0, toReturn: 0 },
    });
  });
});

describe('the form of a payment', () => {
  const form = paymentForm('2026-11-21');
  const typed = { direction: 'paid', amount: '€ 1,200.50', paidOn: '20 November 2026', note: ' By bank ' };

  test('reads what people type', () => {
    expect(form.parse(typed)).toEqual({
      ...{ direction: 'paid', amount: 1200_50, paidOn: '2026-11-20', note: 'By bank' },
    });
  });

  test.each([
    ['no amount', { amount: undefined }, 'Enter the amount'],
    ['what is no amount', { amount: 'lots' }, 'Enter an amount, such as 800 or 1,200.50'],
    ['nothing', { amount: '0' }, 'Enter an amount, such as 800 or 1,200.50'],
    ['no day', { paidOn: undefined }, 'Enter the day on which it was paid'],
    ['tomorrow', { paidOn: '2026-11-22' }, 'Enter a day that is not in the future'],
    ['another direction', { direction: 'away' }, 'Say which way the money went'],
  ])('refuses %s with one message', (_, change, message) => {
    const result = form.safeParse({ ...typed, ...change });
    expect(result.error?.issues.map((issue) => issue.message)).toEqual([message]);
  });
});

describe('the rate of a tax', () => {
  test.each([
    ['19', 19_00],
    ['8.1 %', 8_10],
    ['7,75%', 7_75],
    ['0', 0],
    ['50', 50_00],
  ])('%s is read', (typed, rate) => {
    expect(parseRate(typed)).toBe(rate);
    expect(parseRate(typedRate(rate))).toBe(rate);
  });
  test.each(['51', '-1', '19%%', 'VAT', '8.123'])('%s is not', (typed) => {
    expect(parseRate(typed)).toBeNull();
  });
});

describe('the form of an invoice', () => {
  const form = invoiceForm('2026-11-21');
  const typed = {
    ...{ text1: 'Concepts', amount1: '225', text3: 'Typeface licence', amount3: '39.90' },
    ...{ seller: 'Dora Bodoni\r\nBerlin', buyer: 'Saltmarsh Press', taxName: 'VAT', taxRate: '19' },
    dueOn: '2026-12-21',
  };

  test('keeps the lines that say something, in their order', () => {
    expect(form.parse(typed)).toEqual({
      lines: [
        { text: 'Concepts', amount: 225_00 },
        { text: 'Typeface licence', amount: 39_90 },
      ],
      ...{ seller: 'Dora Bodoni\nBerlin', buyer: 'Saltmarsh Press', taxName: 'VAT', taxRate: 19_00 },
      ...{ dueOn: '2026-12-21', note: '' },
    });
  });

  test.each([
    ['no line', { text1: '', amount1: '', text3: '', amount3: '' }, ['text1']],
    ['a line without an amount', { amount1: '' }, ['amount1']],
    ['an amount for nothing', { text3: '' }, ['text3']],
    ['a tax without a name', { taxName: '' }, ['taxName']],
    ['a day that has gone by', { dueOn: '2026-11-20' }, ['dueOn']],
    ['nobody to pay', { buyer: ' ' }, ['buyer']],
    ['nobody to be paid', { seller: undefined }, ['seller']],
  ])('refuses %s, beside its field', (_, change, fields) => {
    const result = form.safeParse({ ...typed, ...change });
    expect(result.error?.issues.map(({ path }) => path.join('.'))).toEqual(fields);
  });

  test('of a correction asks why', () => {
    expect(CorrectionForm.safeParse({}).success).toBe(false);
    expect(CorrectionForm.parse({ reason: 'Wrong address' })).toEqual({ reason: 'Wrong address' });
  });
});

describe('the sums of an invoice', () => {
  test.each([
    [[100], 19_00, { net: 100, tax: 19, total: 119 }],
    [[50], 1_00, { net: 50, tax: 1, total: 51 }],
    [[49], 1_00, { net: 49, tax: 0, total: 49 }],
    [[225_00, 39_90], 8_10, { net: 264_90, tax: 21_46, total: 286_36 }],
    [[225_00], 0, { net: 225_00, tax: 0, total: 225_00 }],
  ])('of %j at %i', (amounts, rate, totals) => {
    expect(
      totalsOf(
        amounts.map((amount) => ({ text: 'x', amount })),
        rate,
      ),
    ).toEqual(totals);
  });

  const invoice: Invoice = {
    ...{ number: 8, issuedOn: '2026-11-21', dueOn: '2026-12-21', currency: 'EUR', note: '' },
    ...{ lines: [{ text: 'Concepts', amount: 50 }], net: 50, tax: 1, total: 51 },
    ...{ taxName: 'VAT', taxRate: 1_00, seller: 'Dora', buyer: 'Paula', corrects: null, correctedBy: null },
  };
  const say = {
    date: (day: string) => day,
    sum: (minor: number, currency: string) => `${currency} ${minor}`,
  };

  test('are turned round to the cent by a correction', () => {
    expect(reversed(invoice)).toEqual({
      ...{ lines: [{ text: 'Concepts', amount: -50 }], net: -50, tax: -1, total: -51 },
    });
  });

  test('read as columns, with a line for the tax', () => {
    expect(invoiceSheet(invoice, 'The Salt Road', say)).toMatchObject({
      ...{ title: 'Invoice 8', about: 'Cover for The Salt Road' },
      lines: [{ text: 'Concepts', amount: 'EUR 50' }],
      totals: [
        { label: 'Net', amount: 'EUR 50' },
        { label: 'VAT 1 %', amount: 'EUR 1' },
        { label: 'Total', amount: 'EUR 51' },
      ],
    });
    const untaxed = { ...invoice, ...totalsOf(invoice.lines, 0), taxRate: 0 };
    expect(invoiceSheet(untaxed, 'x', say).totals).toEqual([{ label: 'Total', amount: 'EUR 50' }]);
    expect(invoiceSheet({ ...invoice, corrects: 7 }, 'x', say).title).toBe('Correction 8 of invoice 7');
  });
});
