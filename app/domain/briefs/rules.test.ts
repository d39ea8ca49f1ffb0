import { describe, expect, test } from 'vitest';
import { ROLE_KEYS, type Role } from '../people/rules.ts';
import { mayMove } from '../process.ts';
import {
  BRIEF,
  BRIEF_STATE_KEYS,
  BRIEF_TRANSITION_KEYS,
  briefMovesFor,
  budgetBandOf,
  mayEdit,
  mayPost,
  partiesOf,
  type BriefState,
  type BriefTransition,
} from './rules.ts';

const OWNER = 'owner-id';
const people = ROLE_KEYS.flatMap((role) =>
  [true, false].map((owns) => ({ role, owns, person: { id: owns ? OWNER : 'other-id', role } })),
);

/** The whole process, once more and by hand: who may do what from where. */
const ALLOWED: Record<BriefTransition, { from: BriefState[]; others: Role[] } | null> = {
  publish: { from: ['draft'], others: [] },
  pause: { from: ['open'], others: ['admin'] },
  reopen: { from: ['paused', 'closed'], others: [] },
  close: { from: ['open', 'paused'], others: ['admin'] },
  cancel: { from: ['draft', 'open', 'paused'], others: ['admin'] },
  // Nobody's: they follow from a proposal.
  award: null,
  release: null,
};

describe('every state × role × owner or not × move', () => {
  const cases = BRIEF_STATE_KEYS.flatMap((state) =>
    people.flatMap((who) => BRIEF_TRANSITION_KEYS.map((name) => ({ state, name, ...who }))),
  );

  test.each(cases)(
    '$name a brief that is $state as $role, owner: $owns',
    ({ state, name, role, owns, person }) => {
      const allowed = ALLOWED[name];
      const may = owns || allowed?.others.includes(role);
      const expected = allowed !== null && allowed.from.includes(state) && may;
      expect(mayMove(BRIEF, state, partiesOf({ state, ownerId: OWNER }, person), name)).toBe(expected);
      expect(briefMovesFor({ state, ownerId: OWNER }, person).includes(name)).toBe(expected);
    },
  );

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

  test('a move leads somewhere else; nobody leads a brief out of awarded, and nothing out of cancelled', () => {
    for (const name of BRIEF_TRANSITION_KEYS) {
      const { from, to, by } = BRIEF.moves[name];
      expect(from).not.toContain(to);
      if (!by.includes('house')) expect(from).not.toContain('awarded');
      expect(from).not.toContain('cancelled');
    }
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
