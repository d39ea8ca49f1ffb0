import { expect, test } from 'vitest';
import { aContract } from '#app/testing/contract.ts';
import { amendmentLines } from './amendment-words.ts';

const say = {
  date: (day: string) => day,
  money: (minor: number, currency: string) => `${currency} ${minor / 100}`,
};

test('an amendment says what was and what is, term by term, and the pages of each format', () => {
  const contract = aContract();
  const { dates } = contract.terms;
  const before = { price: 900_00, dates, pages: { two: 288 } };
  const changes = { price: 950_00, dates: { ...dates, front: '2027-03-20' }, pages: { two: 320 } };
  expect(amendmentLines(contract, { before, changes }, say)).toEqual([
    { label: 'Price', was: 'EUR 900', is: 'EUR 950' },
    { label: 'Front cover due', was: '2027-03-15', is: '2027-03-20' },
    { label: 'Pages: paperback wrap', was: '288', is: '320' },
  ]);
});

test('one of scope alone changes no term', () => {
  expect(amendmentLines(aContract(), { before: {}, changes: {} }, say)).toEqual([]);
});
