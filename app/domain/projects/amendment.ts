/** An amendment as pages show it, and what can be done with it. Pure. */
import { movesFor } from '../process.ts';
import type { Terms } from '../proposals/terms.ts';
import { isOvertaken } from './amendment-form.ts';
import { amendmentLines } from './amendment-words.ts';
import type { Project } from './project.ts';
import {
  AMENDMENT,
  AMENDMENT_STATES,
  isOver,
  type Amended,
  type AmendmentMove,
  type AmendmentParty,
  type AmendmentState,
  type ProjectSide,
} from './rules.ts';

type Stored = {
  number: number;
  author: ProjectSide;
  state: AmendmentState;
  changes: Amended;
  before: Amended;
  scope: string;
  reason: string;
  createdAt: Date;
  decidedAt: Date | null;
};
type Say = Parameters<typeof amendmentLines>[2] & { date: (value: Date | string) => string };

/** What was agreed can be changed as long as the project goes on, also to settle a dispute. */
export const mayAmend = (project: Pick<Project, 'state' | 'side'>): boolean =>
  project.side !== 'staff' && !isOver(project);

export const amendmentParties = (
  { side }: Pick<Project, 'side'>,
  { author }: Pick<Stored, 'author'>,
): AmendmentParty[] => (side === 'staff' ? [] : [side === author ? 'author' : 'other']);

/** The moves its reader can make now. What would change something that is not so any more can only be taken away. */
export function amendmentMovesFor(
  project: Pick<Project, 'state' | 'side' | 'terms'>,
  amendment: Pick<Stored, 'author' | 'state' | 'before'>,
): AmendmentMove[] {
  if (!mayAmend(project)) return [];
  const moves = movesFor(AMENDMENT, amendment.state, amendmentParties(project, amendment));
  return moves.filter((name) => name !== 'accept' || !isOvertaken(project.terms, amendment.before));
}

/** In words, for one reader. `terms` say what an amendment leaves as it is, such as the currency. */
export function amendmentSheet(amendment: Stored, terms: Terms, say: Say) {
  const { number, state, author, scope, reason, createdAt, decidedAt } = amendment;
  const label = AMENDMENT_STATES[state];
  const proposed = `Proposed by the ${author} on ${say.date(createdAt)}`;
  return {
    ...{ number, state, label, scope, reason, lines: amendmentLines(terms, amendment, say) },
    when: decidedAt ? `${proposed}, ${label.toLowerCase()} on ${say.date(decidedAt)}` : proposed,
  };
}
export type AmendmentSheet = ReturnType<typeof amendmentSheet>;

/** The same with what its reader can do about it. */
export const offeredAmendment = (amendment: Stored, project: Project, say: Say) => ({
  ...amendmentSheet(amendment, project.terms, say),
  overtaken: amendment.state === 'proposed' && isOvertaken(project.terms, amendment.before),
  moves: amendmentMovesFor(project, amendment).map((name) => {
    const { label, confirm } = AMENDMENT.moves[name];
    const href = `/projects/${project.id}/amendments/${amendment.number}/${name}`;
    return { name, label, href, asks: confirm !== undefined };
  }),
});
