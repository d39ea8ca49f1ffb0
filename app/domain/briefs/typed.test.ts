import { expect, test } from 'vitest';
import { daysAfter, parseDay, parseIsbn, parseMoney, parseSpine, parseWords, typedMoney } from './typed.ts';

test.each([
  ['800', 800_00],
  [' 1,200 ', 1200_00],
  ['1.200', 1200_00],
  ['€ 1200.50', 1200_50],
  ['1.200,00', 1200_00],
  ['1,200.5', 1200_50],
  ['1 200,50 €', 1200_50],
  ['1’200.00', 1200_00],
  ['EUR 12', 12_00],
  ["CHF1'200", 1200_00],
  ['US$750', 750_00],
  ['950 GBP', 950_00],
  ['1,20', 1_20],
  ['0.5', 50],
  ['1,000,000', 1_000_000_00],
])('%j is %i cents', (text, minor) => {
  expect(parseMoney(text)).toBe(minor);
});

test.each([
  '',
  '0',
  '-5',
  '1,2,3',
  '1.200.50',
  '12.345,678',
  '1,2000',
  '1e3',
  'lots',
  '12 34x',
  '1,000,001',
  '٣',
])('%j is no amount', (text) => {
  expect(parseMoney(text)).toBeNull();
});

test('an amount is shown as it can be typed again', () => {
  for (const minor of [1, 50, 120_50, 1200_00, 1_000_000_00])
    expect(parseMoney(typedMoney(minor))).toBe(minor);
});

test.each([
  ['2027-03-31', '2027-03-31'],
  ['2027-3-1', '2027-03-01'],
  ['31/3/2027', '2027-03-31'],
  ['31.03.2027', '2027-03-31'],
  ['31 March 2027', '2027-03-31'],
  ['1. Sept 2027', '2027-09-01'],
  ['March 31, 2027', '2027-03-31'],
  ['2028-02-29', '2028-02-29'],
  ['2027-02-29', null],
  ['2027-13-01', null],
  ['31/4/2027', null],
  ['31 Brumaire 2027', null],
  ['tomorrow', null],
  ['0027-01-01', null],
  ['2027-03-31T00:00', null],
])('%j is the day %j', (text, day) => {
  expect(parseDay(text)).toBe(day);
});

test('days are counted on the calendar', () => {
  expect(daysAfter('2027-12-25', 14)).toBe('2028-01-08');
  expect(daysAfter('2027-03-27', 1)).toBe('2027-03-28');
});

test.each([
  ['978-0-306-40615-7', '978-0-306-40615-7'],
  ['9780306406157', '9780306406157'],
  [' 978 0 306 40615 7 ', '978-0-306-40615-7'],
  ['978–0–306–40615–7', '978-0-306-40615-7'],
  ['ISBN-13: 9780306406157', '9780306406157'],
  ['0-306-40615-2', '0-306-40615-2'],
  ['0-8044-2957-x', '0-8044-2957-X'],
  ['9780306406158', null],
  ['0306406153', null],
  ['977-0-306-40615-7', null],
  ['97803064061', null],
  ['X306406152', null],
])('%j is the ISBN %j', (text, isbn) => {
  expect(parseIsbn(text)).toBe(isbn);
});

test('spines are millimetres, or inches that say so', () => {
  expect(['19.2', '19,2 mm', '0.75 in', '1"'].map(parseSpine)).toEqual([19.2, 19.2, 19.05, 25.4]);
  for (const text of ['0', '151', 'thick', '-2', '']) expect(parseSpine(text)).toBeNull();
});

test('words are separated by commas, and said once', () => {
  expect(parseWords(' wry, salt-worn ,, Wry;\nquiet ')).toEqual(['wry', 'salt-worn', 'quiet']);
});
