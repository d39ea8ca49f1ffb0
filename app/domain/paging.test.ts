import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { cappedCount, decodeCursor, encodeCursor, isMoment, PAGE_SIZE, pageOf, type Seek } from './paging.ts';

const ID = 'b8a1f2de-1111-4222-8333-444455556666';
const cursorOf = (n: number) => ({ key: String(n), id: ID });
const numbers = (from: number, count: number) => Array.from({ length: count }, (_, at) => from + at);

describe('a cursor', () => {
  test('survives its way through an address', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), fc.uuid(), (key, id) => {
        expect(decodeCursor(encodeCursor({ key, id }))).toEqual({ key, id });
      }),
    );
  });

  test('that nobody made is none', () => {
    fc.assert(
      fc.property(fc.string(), (word) => {
        expect(decodeCursor(word)).toBeNull();
      }),
    );
    const forged = [['x'], ['x', 'not-an-id'], [1, ID], ['x', ID, 'more'], { key: 'x', id: ID }, null];
    for (const value of forged) {
      expect(decodeCursor(Buffer.from(JSON.stringify(value)).toString('base64url'))).toBeNull();
    }
  });
});

describe('a page', () => {
  const page = (found: number[], seek: Seek) => {
    const { rows, newer, older } = pageOf(found, seek, cursorOf);
    return { rows, newer: decodeCursor(newer)?.key, older: decodeCursor(older)?.key };
  };

  test('that holds everything leads nowhere', () => {
    expect(page([1, 2, 3], {})).toEqual({ rows: [1, 2, 3], newer: undefined, older: undefined });
    expect(page([], {})).toEqual({ rows: [], newer: undefined, older: undefined });
  });

  test('that is full leads on, and the extra row waits there', () => {
    const { rows, newer, older } = page(numbers(1, PAGE_SIZE + 1), {});
    expect([rows.length, newer, older]).toEqual([PAGE_SIZE, undefined, String(PAGE_SIZE)]);
  });

  test('in the middle leads both ways', () => {
    const { newer, older } = page(numbers(13, PAGE_SIZE + 1), { after: cursorOf(12) });
    expect([newer, older]).toEqual(['13', '24']);
  });

  test('read backwards stands in the order of the list', () => {
    const backwards = numbers(1, PAGE_SIZE).toReversed();
    const { rows, newer, older } = page(backwards, { before: cursorOf(13) });
    expect([rows[0], newer, older]).toEqual([1, undefined, '12']);
  });
});

test('counts stop at a thousand', () => {
  expect([cappedCount(999), cappedCount(1000), cappedCount(1001)]).toEqual([
    { n: 999, capped: false },
    { n: 1000, capped: false },
    { n: 1000, capped: true },
  ]);
});

test('a moment is one that PostgreSQL takes', () => {
  expect(isMoment('2031-05-01T12:00:00.000Z')).toBe(true);
  const forged = [
    '+275760-09-13T00:00:00.000Z',
    '0000-01-01T00:00:00.000Z',
    '2031-02-31T12:00:00.000Z',
    '',
    'now',
  ];
  expect(forged.filter(isMoment)).toEqual([]);
});
