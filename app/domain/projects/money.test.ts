import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { settlementOf } from './money.ts';
import { UNDER_WAY } from './rules.ts';

const nothing = { price: 1000_00, approved: 0, paid: 0 };

describe('a publisher who cancels', () => {
  test.each([
    ['agreed', 0, 0],
    ['concepts', 25, 250_00],
    ['front', 33, 330_00],
    ['wrap', 100, 1000_00],
    ['handover', 100, 1000_00],
  ] as const)('at %s owes %i percent', (stage, percent, due) => {
    expect(settlementOf('publisher', stage, nothing)).toEqual({ percent, due, toPay: due, toReturn: 0 });
  });

  test('pays what is not paid yet, and never less than was approved', () => {
    expect(settlementOf('publisher', 'front', { price: 900_00, approved: 450_00, paid: 300_00 })).toEqual({
      ...{ percent: 50, due: 450_00, toPay: 150_00, toReturn: 0 },
    });
  });

  test('owes whole cents', () => {
    expect(settlementOf('publisher', 'front', { price: 1, approved: 0, paid: 0 }).due).toBe(0);
    expect(settlementOf('publisher', 'front', { price: 101, approved: 0, paid: 0 }).due).toBe(33);
  });
});

test('a designer who cancels keeps what was approved, and returns the rest', () => {
  expect(settlementOf('designer', 'front', { price: 900_00, approved: 300_00, paid: 450_00 })).toEqual({
    ...{ percent: 33, due: 300_00, toPay: 0, toReturn: 150_00 },
  });
});

test('nobody owes more than the price, and the two ways of settling never meet', () => {
  const amount = fc.integer({ min: 0, max: 10_000_000 });
  fc.assert(
    fc.property(fc.constantFrom(...UNDER_WAY), amount, amount, amount, (stage, price, approved, paid) => {
      for (const by of ['designer', 'publisher'] as const) {
        const settled = settlementOf(by, stage, { price, approved, paid });
        expect(settled.due).toBeLessThanOrEqual(price);
        expect(settled.due - paid).toBe(settled.toPay - settled.toReturn);
        expect(Math.min(settled.toPay, settled.toReturn)).toBe(0);
      }
    }),
    { numRuns: 1000 },
  );
});
