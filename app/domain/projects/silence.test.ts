import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { silenceOf, type Pause } from './silence.ts';

const DAY = 24 * 60 * 60 * 1000;
const DELIVERED = Date.UTC(2027, 2, 1);
/** So many days after the delivery. */
const day = (n: number) => DELIVERED + n * DAY;
const pause = (from: number, to: number | null): Pause => ({
  from: day(from),
  to: to === null ? null : day(to),
});

describe('nobody answers', () => {
  test('for 14 days: half time after 7, the last day after 13', () => {
    expect(silenceOf(DELIVERED, [], day(3))).toEqual({
      ...{ paused: false, left: 11 * DAY },
      ...{ runsOut: day(14), half: day(7), lastDay: day(13) },
    });
  });

  test('and the time is over, and stays over', () => {
    expect(silenceOf(DELIVERED, [], day(14))).toMatchObject({ left: 0, runsOut: day(14), paused: false });
    expect(silenceOf(DELIVERED, [], day(40))).toMatchObject({ left: 0, runsOut: day(14), paused: false });
  });
});

describe('a question', () => {
  test('stops the clock until it is answered', () => {
    expect(silenceOf(DELIVERED, [pause(2, null)], day(9))).toEqual({
      ...{ paused: true, left: 12 * DAY },
      ...{ runsOut: null, half: null, lastDay: null },
    });
    expect(silenceOf(DELIVERED, [pause(2, 9)], day(10))).toEqual({
      ...{ paused: false, left: 11 * DAY },
      ...{ runsOut: day(21), half: day(14), lastDay: day(20) },
    });
  });

  test('asked after half time leaves half time where it was', () => {
    expect(silenceOf(DELIVERED, [pause(8, null)], day(9))).toMatchObject({ half: day(7), lastDay: null });
  });

  test('within another counts once, and one before the delivery from it on', () => {
    expect(silenceOf(DELIVERED, [pause(2, 9), pause(3, 5)], day(9)).runsOut).toBe(day(21));
    expect(silenceOf(DELIVERED, [pause(-3, 1)], day(1)).runsOut).toBe(day(15));
    expect(silenceOf(DELIVERED, [pause(-3, -1)], day(1)).runsOut).toBe(day(14));
  });

  test('that came too late gives nothing back', () => {
    expect(silenceOf(DELIVERED, [pause(15, null)], day(16))).toMatchObject({
      ...{ paused: false, left: 0, runsOut: day(14) },
    });
  });
});

test('pauses only ever make the time longer, by no more than they last', () => {
  const span = fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 10 }));
  fc.assert(
    fc.property(fc.array(span, { maxLength: 6 }), (spans) => {
      const pauses = spans.map(([from, length]) => pause(from, from + length));
      const { runsOut } = silenceOf(DELIVERED, pauses, day(100));
      const total = spans.reduce((sum, [, length]) => sum + length, 0);
      expect(runsOut).toBeGreaterThanOrEqual(day(14));
      expect(runsOut).toBeLessThanOrEqual(day(14 + total));
    }),
    { numRuns: 1000 },
  );
});
