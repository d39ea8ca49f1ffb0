/**
 * A brief: a publisher's request for one book's cover. This file holds its process as data and who may do
 * what; its words, the reading of what people type and the parts of its form are beside it and come along.
 * Pure: no database, no request, safe anywhere.
 */
import type { Role } from '../people/rules.ts';
import { movesFor, type Process } from '../process.ts';

export * from '../covers/lengths.ts';
export * from './sections.ts';
export * from './typed.ts';
export * from './vocabulary.ts';

export const BRIEF_STATES = {
  draft: 'Draft',
  open: 'Open',
  paused: 'Paused',
  awarded: 'Awarded',
  closed: 'Closed',
  cancelled: 'Cancelled',
} as const;
export type BriefState = keyof typeof BRIEF_STATES;
export const BRIEF_STATE_KEYS = Object.keys(BRIEF_STATES) as [BriefState, ...BriefState[]];

/** States whose briefs anyone may read, when the brief is not invite-only. */
export const PUBLIC_STATES: readonly BriefState[] = ['open', 'paused', 'awarded', 'closed'];

const PARTIES = {
  owner: 'its publisher',
  admin: 'staff',
  /** What follows from a proposal that is accepted, and from its project. */
  house: 'nobody',
} as const;
type Party = keyof typeof PARTIES;
/** What people do with a brief; `award` and `release` follow from its proposals. */
export type PeopleMove = 'publish' | 'pause' | 'reopen' | 'close' | 'cancel';
export type BriefTransition = PeopleMove | 'award' | 'release';

/** The process of a brief: who may move it, from where, to where, and what that says. */
export const BRIEF: Process<BriefState, Party, BriefTransition> = {
  noun: 'brief',
  states: BRIEF_STATES,
  parties: PARTIES,
  moves: {
    publish: {
      from: ['draft'],
      to: 'open',
      by: ['owner'],
      label: 'Publish brief',
      done: 'Your brief is published.',
    },
    pause: {
      from: ['open'],
      to: 'paused',
      by: ['owner', 'admin'],
      label: 'Pause',
      done: 'The brief is paused. It stays readable; no new proposals can come in.',
    },
    reopen: {
      from: ['paused', 'closed'],
      to: 'open',
      by: ['owner'],
      label: 'Reopen',
      done: 'The brief is open again.',
    },
    close: {
      from: ['open', 'paused'],
      to: 'closed',
      by: ['owner', 'admin'],
      label: 'Close',
      done: 'The brief is closed.',
      confirm: 'Close this brief? It stays readable and you can reopen it.',
    },
    cancel: {
      from: ['draft', 'open', 'paused'],
      to: 'cancelled',
      by: ['owner', 'admin'],
      label: 'Cancel brief',
      done: 'The brief is cancelled.',
      confirm:
        'Cancel this brief? It disappears from the list and cannot be reopened; you can still duplicate it.',
    },
    // A brief that takes no new proposals is one whose publisher decides between those there are.
    award: {
      from: ['open', 'paused', 'closed'],
      to: 'awarded',
      by: ['house'],
      label: 'Award',
      done: 'The brief is awarded.',
    },
    release: {
      from: ['awarded'],
      to: 'closed',
      by: ['house'],
      label: 'Put back',
      done: 'The brief is closed; its publisher can reopen it.',
    },
  },
};

type BriefStanding = { state: BriefState; ownerId: string };
type Mover = { id: string; role: Role } | null;

/** Who somebody is to a brief: its owner, or staff. */
export function partiesOf(brief: BriefStanding, person: Mover): Party[] {
  if (brief.ownerId === person?.id) return ['owner'];
  return person?.role === 'admin' ? ['admin'] : [];
}

/** The moves this person can make with this brief now, in the order their buttons stand. */
export const briefMovesFor = (brief: BriefStanding, person: Mover): BriefTransition[] =>
  movesFor(BRIEF, brief.state, partiesOf(brief, person));

/** A brief can be edited while it is a draft, open or paused, by its owner alone. */
export const mayEdit = (brief: BriefStanding, person: Mover): boolean =>
  person !== null && brief.ownerId === person.id && ['draft', 'open', 'paused'].includes(brief.state);

/** Publishers post briefs; staff may too, for someone who asks. */
export const mayPost = (person: Mover): boolean => person?.role === 'hiring_user' || person?.role === 'admin';
