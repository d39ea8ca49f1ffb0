import { describe, expect, test } from 'vitest';
import { judgeProcess } from '#app/testing/process.ts';
import { ROLE_KEYS } from '../people/rules.ts';
import {
  BRIEF,
  BRIEF_STATE_KEYS,
  briefMovesFor,
  budgetBandOf,
  mayEdit,
  mayPost,
  partiesOf,
} from './rules.ts';

const OWNER = 'owner-id';
const people = ROLE_KEYS.flatMap((role) =>
  [true, false].map((owns) => ({ role, owns, person: { id: owns ? OWNER : 'other-id', role } })),
);

judgeProcess(BRIEF, {
  start: 'draft',
  // What is awarded goes on as a project, which gives it back when it ends early.
  settled: ['awarded', 'cancelled'],
  allowed: {
    publish: [['draft'], ['owner']],
    pause: [['open'], ['owner', 'admin']],
    reopen: [['paused', 'closed'], ['owner']],
    close: [
      ['open', 'paused'],
      ['owner', 'admin'],
    ],
    cancel: [
      ['draft', 'open', 'paused'],
      ['owner', 'admin'],
    ],
    award: [['open', 'paused', 'closed'], ['house']],
    release: [['awarded'], ['house']],
  },
});

describe('who has a part in a brief', () => {
  test('is its owner, and staff', () => {
    for (const state of BRIEF_STATE_KEYS)
      for (const { role, owns, person } of people)
        expect(partiesOf({ state, ownerId: OWNER }, person)).toEqual(
          owns ? ['owner'] : role === 'admin' ? ['admin'] : [],
        );
  });

  test('nobody in particular moves and edits nothing', () => {
    for (const state of BRIEF_STATE_KEYS) {
      expect(briefMovesFor({ state, ownerId: OWNER }, null)).toEqual([]);
      expect(mayEdit({ state, ownerId: OWNER }, null)).toBe(false);
    }
  });

  test('only the owner edits, and only while it can still change', () => {
    for (const state of BRIEF_STATE_KEYS)
      for (const { person, owns } of people)
        expect(mayEdit({ state, ownerId: OWNER }, person)).toBe(
          owns && ['draft', 'open', 'paused'].includes(state),
        );
  });
});

test('publishers and staff post briefs', () => {
  const may = ROLE_KEYS.filter((role) => mayPost({ id: 'x', role }));
  expect(may.sort()).toEqual(['admin', 'hiring_user']);
  expect(mayPost(null)).toBe(false);
});

test('a budget is in the band of the most it pays', () => {
  const bands = [null, 1, 299_99, 300_00, 599_99, 600_00, 1199_99, 1200_00].map(budgetBandOf);
  expect(bands).toEqual([
    ...['open', 'under_300', 'under_300', 'from_300', 'from_300'],
    ...['from_600', 'from_600', 'over_1200'],
  ]);
});
