/** What the form of an amendment may say, and what that changes. What is left empty stays as it is. */
import { z } from 'zod';
import { day, money, oneOf, text, whole } from '../briefs/readers.ts';
import {
  RIGHTS_MEDIA,
  RIGHTS_TERMS,
  RIGHTS_TERRITORIES,
  typedMoney,
  type RightsMedium,
} from '../briefs/rules.ts';
import type { Terms } from '../proposals/terms.ts';
import { amended } from './amendment-words.ts';
import {
  MILESTONE_KEYS,
  MILESTONES,
  type Amended,
  type MilestoneKind,
  type MilestoneState,
} from './rules.ts';

const MOST_ROUNDS = 20;
const date = () => day('2027-03-15');

export const AmendmentForm = z.object({
  price: money(),
  revisionRounds: whole(0, MOST_ROUNDS, 'the rounds of changes'),
  ...{ date_concepts: date(), date_front: date(), date_wrap: date(), date_handover: date() },
  rightsMedia: z.array(
    z.enum(Object.keys(RIGHTS_MEDIA) as [RightsMedium, ...RightsMedium[]], { error: 'Choose from the list' }),
  ),
  rightsTerritory: oneOf(RIGHTS_TERRITORIES),
  rightsTerm: oneOf(RIGHTS_TERMS),
  rightsExclusive: z.boolean().default(false),
  scope: text(4000),
  reason: text(2000),
});
export type AmendmentAnswers = z.output<typeof AmendmentForm>;

/** What the form needs to know of a project. */
export type Amendable = {
  terms: Terms;
  roundsUsed: number;
  milestones: readonly { kind: MilestoneKind; state: MilestoneState }[];
};

/** Milestones whose dates can still be moved: what is approved was delivered when it was. */
export const openKinds = ({ milestones }: Pick<Amendable, 'milestones'>): MilestoneKind[] =>
  MILESTONE_KEYS.filter((kind) => milestones.some((one) => one.kind === kind && one.state !== 'approved'));

/** Of the answers, what is otherwise than it stands; and the same terms as they stand. */
export function changesOf(project: Amendable, said: AmendmentAnswers): { changes: Amended; before: Amended } {
  const { terms } = project;
  const wanted: Amended = {
    ...(said.price !== null && { price: said.price }),
    ...(said.revisionRounds !== null && { revisionRounds: said.revisionRounds }),
    rightsMedia: said.rightsMedia.length > 0 ? said.rightsMedia : terms.rightsMedia,
    rightsTerritory: said.rightsTerritory ?? terms.rightsTerritory,
    rightsTerm: said.rightsTerm ?? terms.rightsTerm,
    rightsExclusive: said.rightsExclusive,
  };
  const dates = Object.fromEntries(
    openKinds(project).flatMap((kind) => {
      const wish = said[`date_${kind}`];
      return wish !== null && wish !== terms.dates[kind] ? [[kind, wish]] : [];
    }),
  ) as Terms['dates'];
  const keys = (Object.keys(wanted) as (keyof Terms)[]).filter((key) => !same(wanted[key], terms[key]));
  const moved = Object.keys(dates) as MilestoneKind[];
  const pick = (from: Amended): Amended => Object.fromEntries(keys.map((key) => [key, from[key]]));
  const past = Object.fromEntries(moved.map((kind) => [kind, terms.dates[kind]])) as Terms['dates'];
  return {
    changes: { ...pick(wanted), ...(moved.length > 0 && { dates }) },
    before: { ...pick(terms), ...(moved.length > 0 && { dates: past }) },
  };
}

const same = (a: unknown, b: unknown) => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
const sorted = (value: unknown): unknown =>
  Array.isArray(value) ? [...(value as unknown[])].sort() : (value ?? null);

/** Is what an amendment would change still as it was when it was proposed? */
export const isOvertaken = (terms: Terms, before: Amended): boolean => {
  const { dates = {}, ...rest } = before;
  const kinds = Object.keys(dates) as MilestoneKind[];
  return (
    (Object.keys(rest) as (keyof typeof rest)[]).some((key) => !same(rest[key], terms[key])) ||
    kinds.some((kind) => !same(dates[kind], terms.dates[kind]))
  );
};

type Problems = Record<string, string[]>;

/** What cannot be proposed, by field; `today` is the proposer's, as `YYYY-MM-DD`. */
export function problemsWith(project: Amendable, said: AmendmentAnswers, today: string): Problems {
  const { changes } = changesOf(project, said);
  const problems: Problems = {};
  if (Object.keys(changes).length === 0 && said.scope === '')
    problems['price'] = ['Change something, or say below what else is to be done'];
  if ((changes.revisionRounds ?? MOST_ROUNDS) < project.roundsUsed)
    problems['revisionRounds'] = [`Enter ${project.roundsUsed} or more: so many rounds have been used`];
  const after = amended(project.terms, changes).dates;
  let last: string | undefined;
  for (const kind of MILESTONE_KEYS) {
    const moved = changes.dates?.[kind];
    if (moved && moved < today) problems[`date_${kind}`] = ['Choose a day that has not passed'];
    else if (moved && last && moved < last)
      problems[`date_${kind}`] = [`Choose a day that is not before the milestone that comes first`];
    last = after[kind] ?? last;
  }
  return problems;
}

/** The terms as a form shows them. A further round of changes is asked for as one more than was agreed. */
export const amendmentValues = ({ terms }: Amendable, rounds = 0): Record<string, string | string[]> => ({
  price: typedMoney(terms.price),
  revisionRounds: String(Math.min(MOST_ROUNDS, terms.revisionRounds + rounds)),
  ...Object.fromEntries(MILESTONE_KEYS.map((kind) => [`date_${kind}`, terms.dates[kind] ?? ''])),
  ...{ rightsMedia: terms.rightsMedia, rightsTerritory: terms.rightsTerritory ?? '' },
  ...{ rightsTerm: terms.rightsTerm ?? '', rightsExclusive: terms.rightsExclusive ? 'on' : '' },
  ...(rounds > 0 && { reason: 'One further round of changes.' }),
});

export const dateFields = (project: Amendable) =>
  openKinds(project).map((kind) => ({ name: `date_${kind}`, label: `${MILESTONES[kind]} due` }));
