/** What a publisher can do with a proposal from where several stand side by side. Pure. */
import type { BriefState } from '../briefs/rules.ts';
import { movesFor } from '../process.ts';
import type { Compared } from './compare.ts';
import { isTaken, PROPOSAL } from './rules.ts';

type Row = Pick<Compared, 'id' | 'state' | 'author'>;

/** Shortlisting is done at once; what is asked about first, or written in a form, is a link there. */
export function movesOn({ id, state, author }: Row, brief: { state: BriefState }) {
  const parties = author === 'designer' ? (['publisher', 'answering'] as const) : (['publisher'] as const);
  const names = movesFor(PROPOSAL, state, parties).filter((name) => isTaken(brief, name));
  const quick = names.find((name) => name === 'shortlist' || name === 'unlist');
  const links = names.flatMap((name) => {
    const { label } = PROPOSAL.moves[name];
    if (name === 'counter') return [{ href: `/proposals/${id}/edit`, label }];
    const asks = name === 'accept' || name === 'decline' || name === 'reconsider';
    return asks ? [{ href: `/proposals/${id}/move/${name}`, label }] : [];
  });
  return { act: quick ? { value: `${quick}:${id}`, label: PROPOSAL.moves[quick].label } : null, links };
}
