import { Conflict } from '../errors.ts';
import type { Proposal } from './proposal.ts';

/** The other side has answered since the viewer opened it. Carries how it stands now. */
export class StaleProposal extends Conflict {
  readonly proposal: Proposal;
  constructor(proposal: Proposal) {
    super('The offer has changed since you opened it.');
    this.proposal = proposal;
  }
}
