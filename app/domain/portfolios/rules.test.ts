import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { missingToShow, MOVES, OWN_PAGE, ownPageOf, PieceDraft, targetOf, type Move } from './rules.ts';

describe('where a move leads', () => {
  test.each<[Move, number, number]>([
    ['first', 3, 1],
    ['up', 3, 2],
    ['down', 3, 4],
    ['last', 3, 5],
    ['up', 1, 1],
    ['first', 1, 1],
    ['down', 5, 5],
    ['last', 5, 5],
  ])('%s from %i of 5 is %i', (move, from, target) => {
    expect(targetOf(move, from, 5)).toBe(target);
  });

  test('is always a place there is', () => {
    const moves = fc.constantFrom(...(Object.keys(MOVES) as Move[]));
    fc.assert(
      fc.property(
        moves,
        fc.integer({ min: 1, max: 500 }),
        fc.integer({ min: 1, max: 500 }),
        (move, at, count) => {
          const target = targetOf(move, Math.min(at, count), count);
          return target >= 1 && target <= count;
        },
      ),
    );
  });
});

test('a piece is on the page of its position', () => {
  expect([1, OWN_PAGE, OWN_PAGE + 1, 2 * OWN_PAGE, 0].map(ownPageOf)).toEqual([1, 1, 2, 2, 1]);
});

describe('what a piece needs to be shown', () => {
  const complete = { title: 'T', author: 'A', genre: 'poetry', format: 'custom' };
  test('nothing, when it has title, author, genre and format', () => {
    expect(missingToShow(complete)).toEqual([]);
  });
  test.each(Object.keys(complete))('%s', (field) => {
    const gap = { ...complete, [field]: field === 'genre' || field === 'format' ? null : '' };
    expect(missingToShow(gap).map((missing) => missing.field)).toEqual([field]);
  });
});

describe('the details of a draft', () => {
  test('may all be empty', () => {
    const draft = PieceDraft.parse({});
    expect(draft).toMatchObject({ title: '', author: '', altText: '', styles: [], role: 'design' });
    expect([draft.genre, draft.format, draft.year]).toEqual([undefined, undefined, undefined]);
  });
  test.each([
    ['a title of 201 characters', { title: 'x'.repeat(201) }],
    ['a year that is none', { year: 'soon' }],
    ['a year before books had jackets', { year: '1812' }],
    ['a genre that is not in the list', { genre: 'westerns' }],
    ['an alternative text of 401 characters', { altText: 'x'.repeat(401) }],
  ])('refuses %s', (_, details) => {
    expect(PieceDraft.safeParse(details).success).toBe(false);
  });
});
