/**
 * What staff do with people, as rules: who may do what to whom. Nobody acts on themselves, and whoever acts is
 * active staff at that very moment: so there is always somebody left who may.
 */
import { z } from 'zod';
import { ROLES, type Role } from './rules.ts';

/** How somebody stands: what staff change, and what a form must say it was opened with. */
export type Standing = { id: string; role: Role; suspended: boolean };

export const PERSON_STATES = { active: 'Active', suspended: 'Suspended' } as const;
export type PersonState = keyof typeof PERSON_STATES;
export const stateOf = ({ suspended }: Pick<Standing, 'suspended'>): PersonState =>
  suspended ? 'suspended' : 'active';

/** Being new is where everybody begins, not something to be made. */
export const ASSIGNABLE_ROLES = ['hiring_user', 'designer', 'admin'] as const satisfies readonly Role[];

export const STAFF_ACTS = ['change_role', 'suspend', 'reinstate'] as const;
export type StaffAct = (typeof STAFF_ACTS)[number];

/** Why this person may not do this to that one, as a sentence; null when they may. */
export function refusalOf(act: StaffAct, actor: Standing, person: Standing): string | null {
  if (actor.role !== 'admin' || actor.suspended) return 'Only staff can do that, and you are not staff now.';
  if (actor.id !== person.id) return null;
  return act === 'change_role'
    ? 'Nobody changes their own role: another member of staff can.'
    : 'Nobody suspends or reinstates themselves: another member of staff can.';
}

/** Is there anything to suspend or reinstate? Whoever is suspended can still be given another role. */
export const isTimely = (act: StaffAct, { suspended }: Pick<Standing, 'suspended'>): boolean =>
  act === 'change_role' || (act === 'reinstate') === suspended;

/** What this actor can do with this person now, in the order it is offered. */
export const actsFor = (actor: Standing, person: Standing): StaffAct[] =>
  STAFF_ACTS.filter((act) => refusalOf(act, actor, person) === null && isTimely(act, person));

/** The public profile and its covers are there for active designers alone. */
export const isShown = ({ role, suspended }: Pick<Standing, 'role' | 'suspended'>): boolean =>
  role === 'designer' && !suspended;

/** A standing as a form carries it along, such as "designer active". */
export const standingWord = (standing: Pick<Standing, 'role' | 'suspended'>): string =>
  `${standing.role} ${stateOf(standing)}`;

/** A standing in a sentence: "a designer", "staff, and suspended". */
export function standingWords({ role, suspended }: Pick<Standing, 'role' | 'suspended'>): string {
  const what = role === 'admin' || role === 'newcomer' ? '' : 'a ';
  return `${what}${ROLES[role].toLowerCase()}${suspended ? ', and suspended' : ''}`;
}

const LONGEST_REASON = 1000;
const reasonFor = (empty: string) =>
  z
    .string({ error: empty })
    .trim()
    .min(1, empty)
    .max(LONGEST_REASON, 'Use 1,000 characters at most for the reason');
/** The standing the form was opened with; a forged one is no standing anybody has. */
const was = z.string().default('');

/** One of the forms on the page of a person. */
export const StaffForm = z.discriminatedUnion('act', [
  z.object({
    act: z.literal('change_role'),
    was,
    role: z.enum(ASSIGNABLE_ROLES, { error: 'Choose the new role' }),
    reason: reasonFor('Say why the role changes'),
  }),
  z.object({ act: z.literal('suspend'), was, reason: reasonFor('Say why, to the person') }),
  z.object({ act: z.literal('reinstate'), was, reason: reasonFor('Say why they can come back') }),
]);
export type StaffForm = z.output<typeof StaffForm>;
