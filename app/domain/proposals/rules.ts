/**
 * A proposal: a designer's offer on a brief. It goes back and forth in versions, each written by one side and answered
 * by the other, until one accepts what the other wrote last. This file holds its process and its limits. Pure.
 */
import { BRIEF_STATES, type BriefState } from '../briefs/rules.ts';
import { mayMove, movesFor, whyNot, type Process } from '../process.ts';

export const PROPOSAL_STATES = {
  draft: 'Draft',
  submitted: 'Submitted',
  shortlisted: 'Shortlisted',
  accepted: 'Accepted',
  declined: 'Declined',
  withdrawn: 'Withdrawn',
  expired: 'Expired',
} as const;
export type ProposalState = keyof typeof PROPOSAL_STATES;
export const PROPOSAL_STATE_KEYS = Object.keys(PROPOSAL_STATES) as [ProposalState, ...ProposalState[]];

/** The two who write its versions. */
export const PROPOSAL_SIDES = ['designer', 'publisher'] as const;
export type ProposalSide = (typeof PROPOSAL_SIDES)[number];

/** Proposals that wait for an answer: a brief is open to them, and they count against their designer's limit. */
export const LIVE_PROPOSALS = ['submitted', 'shortlisted'] as const satisfies ProposalState[];

export const isLive = (state: ProposalState): boolean =>
  (LIVE_PROPOSALS as readonly ProposalState[]).includes(state);

export const PROPOSAL_PARTIES = {
  designer: 'its designer',
  publisher: 'the publisher',
  /** Whichever side did not write the last version. */
  answering: 'the side that did not write it last',
  /** The clock, and what follows from others' moves. */
  house: 'nobody',
} as const;
export type ProposalParty = keyof typeof PROPOSAL_PARTIES;

type Name =
  | 'submit'
  | 'revise'
  | 'counter'
  | 'accept'
  | 'shortlist'
  | 'unlist'
  | 'decline'
  | 'reconsider'
  | 'withdraw'
  | 'renew'
  | 'passOver'
  | 'expire';
export type ProposalMove = Name;
/** Those that neither write a version nor agree on one. */
export type PlainMove = 'shortlist' | 'unlist' | 'decline' | 'reconsider' | 'withdraw';

export const PROPOSAL: Process<ProposalState, ProposalParty, Name> = {
  noun: 'proposal',
  states: PROPOSAL_STATES,
  parties: PROPOSAL_PARTIES,
  moves: {
    submit: {
      from: ['draft'],
      to: 'submitted',
      by: ['designer'],
      label: 'Send proposal',
      done: 'Your proposal is sent.',
    },
    accept: {
      from: LIVE_PROPOSALS,
      to: 'accepted',
      by: ['answering'],
      label: 'Accept',
      done: 'It is agreed. The terms are frozen, and the project has begun.',
      confirm:
        'Accept these terms? They become the contract of the project, and the other proposals for this brief are declined.',
    },
    counter: {
      from: LIVE_PROPOSALS,
      by: ['publisher'],
      label: 'Make a counter-offer',
      done: 'Your counter-offer is sent.',
    },
    revise: {
      from: LIVE_PROPOSALS,
      by: ['designer'],
      label: 'Change the offer',
      done: 'Your new offer is sent.',
    },
    shortlist: {
      from: ['submitted'],
      to: 'shortlisted',
      by: ['publisher'],
      label: 'Shortlist',
      done: 'The proposal is on your shortlist.',
    },
    unlist: {
      from: ['shortlisted'],
      to: 'submitted',
      by: ['publisher'],
      label: 'Take off the shortlist',
      done: 'The proposal is off your shortlist.',
    },
    decline: {
      from: LIVE_PROPOSALS,
      to: 'declined',
      by: ['publisher'],
      label: 'Decline',
      done: 'The proposal is declined, and its designer has been told.',
      confirm:
        'Decline this proposal? Its designer is told. You can look at it again while the brief is open.',
    },
    // One whose day has passed meanwhile is its designer's to offer again.
    reconsider: {
      from: ['declined'],
      to: ['submitted', 'expired'],
      by: ['publisher'],
      label: 'Look at it again',
      done: 'The proposal is open again, and its designer has been told.',
    },
    withdraw: {
      from: LIVE_PROPOSALS,
      to: 'withdrawn',
      by: ['designer'],
      label: 'Withdraw',
      done: 'Your proposal is withdrawn.',
      confirm: 'Withdraw this proposal? You can write another while the brief is open.',
    },
    renew: {
      from: ['expired'],
      to: 'submitted',
      by: ['designer'],
      label: 'Offer it again',
      done: 'Your proposal stands again.',
    },
    passOver: {
      from: LIVE_PROPOSALS,
      to: 'declined',
      by: ['house'],
      label: 'Pass over',
      done: 'Another proposal was accepted.',
    },
    expire: {
      from: LIVE_PROPOSALS,
      to: 'expired',
      by: ['house'],
      label: 'Expire',
      done: 'The proposal has expired.',
    },
  },
};

/** From here nothing leads on: a withdrawn proposal is followed by a new one, an accepted one by its project. */
export const SETTLED_PROPOSALS = ['accepted', 'withdrawn'] as const satisfies ProposalState[];

/** Who somebody is to a proposal. `author` is the side that wrote its last version. */
export function partiesOf(
  proposal: { designerId: string; author: ProposalSide },
  brief: { ownerId: string },
  person: { id: string },
): ProposalParty[] {
  const side =
    person.id === proposal.designerId ? 'designer' : person.id === brief.ownerId ? 'publisher' : null;
  if (!side) return [];
  return proposal.author === side ? [side] : [side, 'answering'];
}

type Standing = { state: ProposalState; designerId: string; author: ProposalSide };
type OfBrief = { state: BriefState; ownerId: string };

/** What begins anew needs a brief that is open. What is under way goes on while its publisher decides. */
const ANEW: readonly ProposalMove[] = ['submit', 'reconsider', 'renew'];
export const isTaken = (brief: Pick<OfBrief, 'state'>, name: ProposalMove): boolean =>
  brief.state === 'open' || !ANEW.includes(name);

/** The moves this person can make with this proposal now, in the order their buttons stand. */
export const proposalMovesFor = (
  proposal: Standing,
  brief: OfBrief,
  person: { id: string },
): ProposalMove[] =>
  movesFor(PROPOSAL, proposal.state, partiesOf(proposal, brief, person)).filter((name) =>
    isTaken(brief, name),
  );

/** Why this person cannot make this move, in a sentence; null when they can. */
export function whyNotProposal(
  proposal: Standing,
  brief: OfBrief,
  person: { id: string },
  name: ProposalMove,
): { reason: 'forbidden' | 'conflict'; message: string } | null {
  const parties = partiesOf(proposal, brief, person);
  if (!mayMove(PROPOSAL, proposal.state, parties, name))
    return whyNot(PROPOSAL, proposal.state, parties, name);
  return isTaken(brief, name) ? null : { reason: 'conflict', message: notOpen(brief.state) };
}

/** The move that somebody's next version would make: each side writes its own way, and a draft is sent. */
export function writingMove(state: ProposalState, side: ProposalSide): WritingMove | null {
  const names = WRITING[side];
  return names.find((name) => PROPOSAL.moves[name].from.includes(state)) ?? null;
}
const WRITING = { designer: ['submit', 'revise', 'renew'], publisher: ['counter'] } as const;
export type WritingMove = (typeof WRITING)[ProposalSide][number];
export const WRITING_MOVES: readonly WritingMove[] = [...WRITING.designer, ...WRITING.publisher];

/** What a brief says to whoever comes too late, or too early. */
export function notOpen(state: BriefState): string {
  const later = state === 'paused' ? ' Its publisher may open it again.' : '';
  return `This brief is ${BRIEF_STATES[state].toLowerCase()} and takes no proposals now.${later}`;
}

/** Instead of fees: a designer who has so many offers waiting writes the next one when one is answered. */
export const MOST_OPEN_PROPOSALS = 12;
export const MOST_SAMPLES = 5;
export const LONGEST_MESSAGE = 4000;
export const LONGEST_NOTES = 1000;
export const LONGEST_REASON = 1000;
/** How long an offer stands unless it says otherwise, and at most, in days. */
export const VALID_DAYS = { usual: 30, most: 90 };
