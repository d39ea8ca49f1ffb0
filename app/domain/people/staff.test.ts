import { describe, expect, test } from 'vitest';
import { ROLE_KEYS, type Role } from './rules.ts';
import {
  actsFor,
  ASSIGNABLE_ROLES,
  isShown,
  refusalOf,
  STAFF_ACTS,
  StaffForm,
  standingWord,
  standingWords,
  type Standing,
} from './staff.ts';

const somebody = (id: string, role: Role, suspended = false): Standing => ({ id, role, suspended });
const STANDINGS = ROLE_KEYS.flatMap((role) => [false, true].map((suspended) => ({ role, suspended })));
/** Every actor with every other person and every act. */
const CASES = STANDINGS.flatMap((actor) =>
  STANDINGS.flatMap((person) => STAFF_ACTS.map((act) => ({ act, actor, person }))),
);

describe('who may do what to whom', () => {
  test.each(CASES)('$actor.role $act $person.role', ({ act, actor, person }) => {
    const may = refusalOf(act, { id: 'a', ...actor }, { id: 'b', ...person }) === null;
    expect(may).toBe(actor.role === 'admin' && !actor.suspended);
  });

  test.each(STAFF_ACTS)('nobody does this to themselves: %s', (act) => {
    for (const standing of STANDINGS)
      expect(refusalOf(act, { id: 'a', ...standing }, { id: 'a', ...standing })).not.toBeNull();
  });

  test('whatever staff do, one of them is left who may', () => {
    for (const { act, actor, person } of CASES) {
      const [a, b] = [
        { id: 'a', ...actor },
        { id: 'b', ...person },
      ];
      if (refusalOf(act, a, b) === null) expect(a).toMatchObject({ role: 'admin', suspended: false });
    }
  });
});

test('what is offered is what makes sense now', () => {
  const ada = somebody('a', 'admin');
  expect(actsFor(ada, somebody('b', 'designer'))).toEqual(['change_role', 'suspend']);
  expect(actsFor(ada, somebody('b', 'designer', true))).toEqual(['change_role', 'reinstate']);
  expect(actsFor(ada, ada)).toEqual([]);
  expect(actsFor(somebody('c', 'hiring_user'), somebody('b', 'designer'))).toEqual([]);
});

test('nobody is made new again, and covers are shown of active designers alone', () => {
  expect(ASSIGNABLE_ROLES).not.toContain('newcomer');
  expect(STANDINGS.filter(isShown)).toEqual([{ role: 'designer', suspended: false }]);
});

test('a standing has a word for forms and one for people', () => {
  expect(new Set(STANDINGS.map(standingWord)).size).toBe(STANDINGS.length);
  expect(standingWords(somebody('a', 'designer'))).toBe('a designer');
  expect(standingWords(somebody('a', 'admin', true))).toBe('staff, and suspended');
  expect(standingWords(somebody('a', 'hiring_user'))).toBe('a publisher or author');
});

describe('the form', () => {
  const sound = { act: 'change_role', was: 'designer active', role: 'admin', reason: ' Runs the desk. ' };
  const fieldsRefused = (fields: object) =>
    StaffForm.safeParse(fields).error?.issues.map(({ path }) => path.join('.'));

  test('trims the reason', () => {
    expect(StaffForm.parse(sound)).toMatchObject({ reason: 'Runs the desk.' });
  });

  test.each([
    ['no reason', { ...sound, reason: undefined }, 'reason'],
    ['a reason of spaces', { ...sound, act: 'suspend', reason: '   ' }, 'reason'],
    ['a very long reason', { ...sound, act: 'reinstate', reason: 'a'.repeat(1001) }, 'reason'],
    ['no role', { ...sound, role: undefined }, 'role'],
    ['making somebody new', { ...sound, role: 'newcomer' }, 'role'],
    ['an act there is not', { ...sound, act: 'promote' }, 'act'],
  ])('refuses %s', (_, fields, field) => expect(fieldsRefused(fields)).toEqual([field]));
});
