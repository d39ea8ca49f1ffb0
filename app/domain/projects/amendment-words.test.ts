import { expect, test } from 'vitest';
import { aContract } from '#app/testing/contract.ts';
import { amendmentLines } from './amendment-words.ts';

const say = {
  date: (day: string) => day,
  money: (minor: number, currency: string) => `${currency} ${minor / 100}`,
};

test('an amendment says what was and what is, term by term', () => {
  const { terms } = aContract();
  const before = { price: 900_00, dates: { front: '2027-03-15' } };
  const changes = { price: 950_00, dates: { front: '2027-03-20' } };
  expect(amendmentLines(terms, { before, changes }, say)).toEqual([
    { label: 'Price', was: 'EUR 900', is: 'EUR 950' },
    { label: 'Front cover due', was: '2027-03-15', is: '2027-03-20' },
  ]);
});

test('one of scope alone changes no term', () => {
  expect(amendmentLines(aContract().terms, { before: {}, changes: {} }, say)).toEqual([]);
});
