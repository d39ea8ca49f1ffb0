import { expect, test } from 'vitest';
import { formatCount, formatDate, formatMoment, formatMoney, formatSum, todayFor } from './format.ts';

const london = { locale: 'en-GB', timeZone: 'Europe/London' };
const auckland = { locale: 'en-NZ', timeZone: 'Pacific/Auckland' };

test('a calendar day is the same day for everyone', () => {
  for (const reader of [null, london, auckland])
    expect(formatDate('2027-03-01', reader)).toBe('1 March 2027');
});

test('a moment falls on the day it is where the reader is', () => {
  const late = new Date('2027-03-01T20:30:00Z');
  expect(formatDate(late, london)).toBe('1 March 2027');
  expect(formatDate(late, auckland)).toBe('2 March 2027');
  expect(formatMoment(late, london)).toBe('1 March 2027 at 20:30');
});

test('money drops the cents nobody needs', () => {
  expect(formatMoney(120_000, 'EUR', null)).toBe('€1,200');
  expect(formatMoney(120_050, 'GBP', london)).toBe('£1,200.50');
});

test('a sum in a column keeps every cent', () => {
  expect(formatSum(120_000, 'EUR', null)).toBe('€1,200.00');
  expect(formatSum(-50, 'EUR', { locale: 'de-DE', timeZone: 'UTC' })).toBe('-0,50 €');
});

test('a capped count says so', () => {
  expect(formatCount({ n: 1000, capped: true }, null)).toBe('1,000+');
  expect(formatCount({ n: 3, capped: false }, null)).toBe('3');
});

test('today is the reader’s today', () => {
  const now = new Date('2027-03-01T20:30:00Z');
  expect(todayFor(london, now)).toBe('2027-03-01');
  expect(todayFor(auckland, now)).toBe('2027-03-02');
});

test('an unknown locale or zone falls back instead of failing', () => {
  expect(formatDate('2027-03-01', { locale: 'xx_broken', timeZone: 'Nowhere/Land' })).toBe('1 March 2027');
});
