/** An invitation: a publisher asks a designer to look at a brief. Its process as data, and what its forms may say. Pure. */
import { z } from 'zod';
import type { BriefState } from '../briefs/rules.ts';
import { movesFor, type Process } from '../process.ts';

export const INVITATION_STATES = {
  open: 'Open',
  answered: 'Answered with a proposal',
  declined: 'Declined',
  closed: 'Closed with its brief',
  withdrawn: 'Taken back',
} as const;
export type InvitationState = keyof typeof INVITATION_STATES;

const PARTIES = { publisher: 'its publisher', designer: 'its designer', house: 'Dustjacket' } as const;
export type InvitationParty = keyof typeof PARTIES;
export type InvitationMove = 'decline' | 'withdraw' | 'answer' | 'close' | 'reopen';

/** Only the first two are made by hand. The others are seen from the proposal and the brief, and stored nowhere. */
export const INVITATION: Process<InvitationState, InvitationParty, InvitationMove> = {
  noun: 'invitation',
  states: INVITATION_STATES,
  parties: PARTIES,
  moves: {
    decline: {
      from: ['open'],
      to: 'declined',
      by: ['designer'],
      label: 'Decline',
      done: 'You have declined, and the publisher has been told.',
      confirm: 'Decline this invitation? The publisher is told, and will not ask you about this brief again.',
    },
    withdraw: {
      from: ['open', 'closed'],
      to: 'withdrawn',
      by: ['publisher'],
      label: 'Take back',
      done: 'The invitation is taken back.',
    },
    answer: {
      from: ['open', 'declined', 'closed'],
      to: 'answered',
      by: ['house'],
      label: 'Answer',
      done: 'A proposal was sent.',
    },
    close: {
      from: ['open'],
      to: 'closed',
      by: ['house'],
      label: 'Close',
      done: 'The brief takes no proposals now.',
    },
    reopen: {
      from: ['closed', 'answered'],
      to: 'open',
      by: ['house'],
      label: 'Reopen',
      done: 'The brief takes proposals again, or the proposal was withdrawn.',
    },
  },
};

/** What one of the two can do with an invitation now. */
export const invitationMovesFor = (
  state: InvitationState,
  side: 'publisher' | 'designer',
): InvitationMove[] => movesFor(INVITATION, state, [side]);

/** From here nothing leads on that a person could do. */
export const SETTLED_INVITATIONS = ['answered', 'declined', 'withdrawn'] as const satisfies InvitationState[];

/** What an invitation's state is seen from. `proposed`: its designer has sent a proposal that they have not withdrawn. */
export type InvitationFacts = {
  declinedAt: Date | null;
  proposed: boolean;
  briefState: BriefState;
  finalOn: string | null;
};

/** Designers are invited to a brief that they could answer. */
export const mayInvite = (brief: { state: BriefState; finalOn: string | null }, today: string): boolean =>
  brief.state === 'open' && brief.finalOn !== null && brief.finalOn >= today;

/** Where an invitation stands that is there, on a day. */
export function invitationState(facts: InvitationFacts, today: string): InvitationState {
  const { declinedAt, proposed, briefState, finalOn } = facts;
  if (proposed) return 'answered';
  if (declinedAt) return 'declined';
  return mayInvite({ state: briefState, finalOn }, today) ? 'open' : 'closed';
}

/** To one brief, at a time: an invitation that everybody has is none. */
export const MOST_OPEN_INVITATIONS = 12;
export const LONGEST_NOTE = 1000;
export const LONGEST_REASON = 500;

const textUpTo = (most: number, name: string) =>
  z
    .string()
    .trim()
    .max(most, `Shorten ${name} to ${most.toLocaleString('en-GB')} characters`)
    .default('');

export const InvitationNote = z.object({ note: textUpTo(LONGEST_NOTE, 'the note') });
export const DeclineReason = z.object({ reason: textUpTo(LONGEST_REASON, 'the reason') });
