/** What an amendment changes, in words. Pure. */
import { FORMATS } from '../covers/rules.ts';
import { changedTerms } from '../proposals/terms.ts';
import type { Contract } from './contract.ts';
import type { Amended } from './rules.ts';

type Say = Parameters<typeof changedTerms>[2];
type Change = { before: Amended; changes: Amended };
export type ChangeLine = { label: string; was: string; is: string };

/** Term by term, then the pages of each format. The contract says what the terms are beside those that change, and what formats are. */
export function amendmentLines({ terms, formats }: Contract, { before, changes }: Change, say: Say) {
  const { pages: pagesBefore = {}, ...termsBefore } = before;
  const { pages = {}, ...termsAfter } = changes;
  const lines: ChangeLine[] = changedTerms(
    { ...terms, ...termsBefore },
    { ...terms, ...termsBefore, ...termsAfter },
    say,
  );
  for (const { formatId, kind } of formats) {
    const is = pages[formatId];
    if (is === undefined) continue;
    const was = pagesBefore[formatId];
    lines.push({ label: `Pages: ${FORMATS[kind].toLowerCase()}`, was: String(was ?? ''), is: String(is) });
  }
  return lines.map(({ label, was, is }) => ({ label, was, is }));
}
