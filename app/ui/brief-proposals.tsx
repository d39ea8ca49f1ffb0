/** What the page of a brief offers about proposals: to write one, or to decide about those there are. */
import { MOST_OPEN_PROPOSALS, PROPOSAL_STATES, type ProposalState } from '#app/domain/proposals/rules.ts';
import { LinkButton } from './buttons.tsx';

type Panel =
  | { of: 'publisher'; waiting: number; all: number }
  | { of: 'designer'; own: { id: string; state: ProposalState } | null; open: number };

type BriefProposalsProps = {
  /** The page of the brief. */
  href: string;
  /** Null for whoever is neither its publisher nor a designer. */
  panel: Panel | null;
  /** Does it take proposals? */
  open: boolean;
  /** Nobody is signed in: the button leads by way of the sign-in page. */
  anonymous: boolean;
};

export function BriefProposals({ href, panel, open, anonymous }: BriefProposalsProps) {
  const place = `${href}/proposals`;
  if (panel?.of === 'publisher') {
    if (panel.all === 0 && !open) return null;
    const waiting = `${panel.waiting} of ${panel.all} ${panel.all === 1 ? 'waits' : 'wait'} for a decision.`;
    return (
      <p className="row no-print">
        <LinkButton href={place}>Proposals</LinkButton>
        <span className="meta">{panel.all === 0 ? 'None yet.' : waiting}</span>
      </p>
    );
  }
  if (panel?.own) {
    const { id, state } = panel.own;
    return (
      <p className="row no-print">
        {state === 'draft' ? (
          open && (
            <LinkButton href={`${place}/new`} kind="primary">
              Go on with your draft
            </LinkButton>
          )
        ) : (
          <LinkButton href={`/proposals/${id}`}>
            Your proposal is {PROPOSAL_STATES[state].toLowerCase()}
          </LinkButton>
        )}
      </p>
    );
  }
  if (!open || !(panel || anonymous)) return null;
  return (
    <p className="row no-print">
      <LinkButton href={`${place}/new`} kind="primary" rel="nofollow">
        Write a proposal
      </LinkButton>
      {panel && (
        <span className="meta">
          {panel.open} of {MOST_OPEN_PROPOSALS} that may wait for an answer at once are in use.
        </span>
      )}
    </p>
  );
}
