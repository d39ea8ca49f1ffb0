/** What an amendment changes, in words. Pure. */
import { changedTerms, type Terms } from '../proposals/terms.ts';
import type { Amended } from './rules.ts';

type Say = Parameters<typeof changedTerms>[2];
type Change = { before: Amended; changes: Amended };
export type ChangeLine = { label: string; was: string; is: string };

/** Term by term, what was and what is. `terms` say what goes unchanged, such as the currency of a price. */
export function amendmentLines(terms: Terms, { before, changes }: Change, say: Say): ChangeLine[] {
  const was = amended(terms, before);
  return changedTerms(was, amended(was, changes), say).map(({ label, was, is }) => ({ label, was, is }));
}

/** The terms with a change made to them; of the dates, those of some milestones. */
export const amended = (terms: Terms, changes: Amended): Terms => ({
  ...terms,
  ...changes,
  dates: { ...terms.dates, ...changes.dates },
});
