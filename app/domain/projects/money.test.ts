import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { earnedOf, instalmentsOf, KILL_FEES, settlementOf } from './money.ts';
import { MILESTONE_KEYS, UNDER_WAY, type MilestoneKind } from './rules.ts';

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

describe('the price in parts', () => {
  const flat = MILESTONE_KEYS.filter((kind) => kind !== 'wrap');
  const amounts = (price: number, kinds: readonly MilestoneKind[]) =>
    instalmentsOf(price, kinds).map(({ amount }) => amount);

  test('is a quarter for concepts, and the rest as it is approved', () => {
    expect(instalmentsOf(900_00, MILESTONE_KEYS)).toEqual([
      { kind: 'concepts', percent: 25, amount: 225_00 },
      { kind: 'front', percent: 40, amount: 360_00 },
      { kind: 'wrap', percent: 25, amount: 225_00 },
      { kind: 'handover', percent: 10, amount: 90_00 },
    ]);
  });

  test('earns the wrap’s share with the front where there is none', () => {
    expect(amounts(1000_00, flat)).toEqual([250_00, 650_00, 100_00]);
  });

  test('rounds to whole cents, the largest fractions first', () => {
    expect(amounts(101, MILESTONE_KEYS)).toEqual([25, 41, 25, 10]);
    expect(amounts(3, MILESTONE_KEYS)).toEqual([1, 1, 1, 0]);
    expect(amounts(0, flat)).toEqual([0, 0, 0]);
  });

  test('sums to the price, each part within a cent of its share', () => {
    const price = fc.integer({ min: 0, max: 100_000_000 });
    fc.assert(
      fc.property(price, fc.constantFrom(MILESTONE_KEYS, flat), (total, kinds) => {
        const parts = instalmentsOf(total, kinds);
        expect(parts.reduce((sum, { amount }) => sum + amount, 0)).toBe(total);
        expect(parts.reduce((sum, { percent }) => sum + percent, 0)).toBe(100);
        for (const { amount, percent } of parts)
          expect(Math.abs(amount - (total * percent) / 100)).toBeLessThan(1);
      }),
      { numRuns: 1000 },
    );
  });

  test.each([[MILESTONE_KEYS], [flat]])(
    'never makes what is approved worth more than the fee of the stage after it: %s',
    (kinds) => {
      let approved = 0;
      for (const { kind, percent } of instalmentsOf(1000_00, kinds)) {
        expect(approved / 100).toBeLessThanOrEqual(KILL_FEES[kind] ?? 0);
        approved += percent;
      }
    },
  );

  test('is earned by what was approved, and stays so when a wrap goes out of date', () => {
    const yes = new Date();
    expect(earnedOf(1000_00, [])).toBe(0);
    const milestones = MILESTONE_KEYS.map((kind) => ({
      kind,
      approvedAt: kind === 'handover' ? null : yes,
    }));
    expect(earnedOf(1000_00, milestones)).toBe(900_00);
  });
});
