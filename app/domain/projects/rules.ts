/**
 * A project: what starts when a proposal is accepted. Its milestones come one after the other, each delivered and judged;
 * this file holds their processes, that of the project around them, and that of changes to what was agreed. Pure.
 */
import type { Format } from '../covers/rules.ts';
import type { Process } from '../process.ts';
import type { Terms } from '../proposals/terms.ts';

/** The two it is between. */
export const PROJECT_SIDES = ['designer', 'publisher'] as const;
export type ProjectSide = (typeof PROJECT_SIDES)[number];

/** In the order they come. A cover without a spine has no wrap. */
export const MILESTONES = {
  concepts: 'Concepts',
  front: 'Front cover',
  wrap: 'Full wrap',
  handover: 'Hand-over',
} as const;
export type MilestoneKind = keyof typeof MILESTONES;
export const MILESTONE_KEYS = Object.keys(MILESTONES) as [MilestoneKind, ...MilestoneKind[]];

/** Formats that have a spine, and so a wrap. */
const WRAPPED: readonly Format[] = ['paperback_wrap', 'hardcover_case'];

/** The milestones of a project that is to deliver these formats. */
export const milestonesFor = (formats: readonly Format[]): MilestoneKind[] =>
  MILESTONE_KEYS.filter((kind) => kind !== 'wrap' || formats.some((format) => WRAPPED.includes(format)));

export const PROJECT_STATES = {
  agreed: 'Agreed',
  concepts: 'At concepts',
  front: 'At the front cover',
  wrap: 'At the full wrap',
  handover: 'At hand-over',
  completed: 'Completed',
  cancelled: 'Cancelled',
  disputed: 'In dispute',
  resolved: 'Resolved',
} as const;
export type ProjectState = keyof typeof PROJECT_STATES;
export const PROJECT_STATE_KEYS = Object.keys(PROJECT_STATES) as [ProjectState, ...ProjectState[]];

/** Work is going on, or about to. */
export const UNDER_WAY = ['agreed', ...MILESTONE_KEYS] as const satisfies ProjectState[];
export const ENDED = ['completed', 'cancelled', 'resolved'] as const satisfies ProjectState[];

export const isUnderWay = ({ state }: { state: ProjectState }): boolean =>
  (UNDER_WAY as readonly ProjectState[]).includes(state);
export const isOver = ({ state }: { state: ProjectState }): boolean =>
  (ENDED as readonly ProjectState[]).includes(state);

/** What a list of projects can show. */
export const PROJECT_LISTS = { current: 'Under way', ended: 'Ended' } as const;
export type ProjectList = keyof typeof PROJECT_LISTS;

export const PROJECT_PARTIES = {
  designer: 'its designer',
  publisher: 'its publisher',
  opener: 'whoever opened the dispute',
  staff: 'staff',
  /** What follows from the milestones. */
  house: 'nobody',
} as const;
export type ProjectParty = keyof typeof PROJECT_PARTIES;

export type ProjectMove = 'start' | 'advance' | 'complete' | 'dispute' | 'settle' | 'resolve' | 'cancel';

/** Where `advance` and `settle` lead is what the milestones say: see `stageOf`. */
export const PROJECT: Process<ProjectState, ProjectParty, ProjectMove> = {
  noun: 'project',
  states: PROJECT_STATES,
  parties: PROJECT_PARTIES,
  moves: {
    start: {
      from: ['agreed'],
      to: 'concepts',
      by: ['designer'],
      label: 'Start work',
      done: 'You have started. The publisher has been told.',
    },
    advance: {
      from: UNDER_WAY,
      to: MILESTONE_KEYS,
      by: ['house'],
      label: 'Go on to the next milestone',
      done: 'The next milestone is due.',
    },
    complete: {
      from: ['handover'],
      to: 'completed',
      by: ['house'],
      label: 'Complete',
      done: 'The project is complete. You can both review it now.',
    },
    dispute: {
      from: UNDER_WAY,
      to: 'disputed',
      by: ['designer', 'publisher'],
      label: 'Open a dispute',
      done: 'The dispute is open. All clocks stand still, and staff will read what both of you write.',
      confirm: 'Open a dispute? Work and clocks stop until it is settled or staff decide it.',
    },
    settle: {
      from: ['disputed'],
      to: UNDER_WAY,
      by: ['opener', 'staff'],
      label: 'Settle, and go on',
      done: 'The dispute is settled. The project goes on where it stood.',
      confirm: 'Settle the dispute? The project goes on where it stood.',
    },
    resolve: {
      from: ['disputed'],
      to: 'resolved',
      by: ['staff'],
      label: 'Decide the dispute',
      done: 'The dispute is decided, and both sides have been told.',
    },
    cancel: {
      from: UNDER_WAY,
      to: 'cancelled',
      by: ['designer', 'publisher'],
      label: 'Cancel the project',
      done: 'The project is cancelled.',
      confirm: 'Cancel the project? It cannot be taken up again.',
    },
  },
};

export const MILESTONE_STATES = {
  due: 'Due',
  delivered: 'Delivered',
  changes_requested: 'Changes requested',
  approved: 'Approved',
  stale: 'Out of date',
} as const;
export type MilestoneState = keyof typeof MILESTONE_STATES;
export const MILESTONE_STATE_KEYS = Object.keys(MILESTONE_STATES) as [MilestoneState, ...MilestoneState[]];

export const MILESTONE_PARTIES = {
  designer: 'the designer',
  publisher: 'the publisher',
  /** The clock, and a specification that changes. */
  house: 'nobody',
} as const;
export type MilestoneParty = keyof typeof MILESTONE_PARTIES;
export type MilestoneMove =
  'deliver' | 'approve' | 'requestChanges' | 'ask' | 'answer' | 'approveUnanswered' | 'outdate';

export const MILESTONE: Process<MilestoneState, MilestoneParty, MilestoneMove> = {
  noun: 'milestone',
  states: MILESTONE_STATES,
  parties: MILESTONE_PARTIES,
  moves: {
    // A delivery that has not been judged yet can be replaced by a better one.
    deliver: {
      from: ['due', 'delivered', 'changes_requested', 'stale'],
      to: 'delivered',
      by: ['designer'],
      label: 'Deliver',
      done: 'Delivered. The publisher has been told, and has 14 days to answer.',
    },
    approve: {
      from: ['delivered'],
      to: 'approved',
      by: ['publisher'],
      label: 'Approve',
      done: 'Approved. The designer has been told.',
      confirm: 'Approve this delivery? The project goes on to what comes next.',
    },
    requestChanges: {
      from: ['delivered'],
      to: 'changes_requested',
      by: ['publisher'],
      label: 'Request changes',
      done: 'Your changes are sent.',
    },
    ask: {
      from: ['delivered'],
      by: ['publisher'],
      label: 'Ask a question',
      done: 'Your question is sent. The clock stands still until it is answered.',
    },
    answer: {
      from: ['delivered'],
      by: ['designer'],
      label: 'Answer',
      done: 'Your answer is sent. The clock goes on.',
    },
    approveUnanswered: {
      from: ['delivered'],
      to: 'approved',
      by: ['house'],
      label: 'Approve unanswered',
      done: 'Approved, because nobody answered for 14 days.',
    },
    // What is delivered and not judged yet was made to a specification that does not stand any more, either.
    outdate: {
      from: ['delivered', 'approved'],
      to: 'stale',
      by: ['house'],
      label: 'Make out of date',
      done: 'The print specification has changed: what was delivered is out of date.',
    },
  },
};

export const AMENDMENT_STATES = {
  proposed: 'Proposed',
  accepted: 'Accepted',
  rejected: 'Rejected',
  withdrawn: 'Withdrawn',
} as const;
export type AmendmentState = keyof typeof AMENDMENT_STATES;
export const AMENDMENT_STATE_KEYS = Object.keys(AMENDMENT_STATES) as [AmendmentState, ...AmendmentState[]];
export const AMENDMENT_PARTIES = {
  author: 'who proposed it',
  other: 'the other side',
  /** The end of the project. */
  house: 'nobody',
} as const;
export type AmendmentParty = keyof typeof AMENDMENT_PARTIES;
export type AmendmentMove = 'accept' | 'reject' | 'withdraw' | 'lapse';

/** A change of price, dates, rounds or scope: proposed by one side, and true when the other accepts it. */
export const AMENDMENT: Process<AmendmentState, AmendmentParty, AmendmentMove> = {
  noun: 'amendment',
  states: AMENDMENT_STATES,
  parties: AMENDMENT_PARTIES,
  moves: {
    accept: {
      from: ['proposed'],
      to: 'accepted',
      by: ['other'],
      label: 'Accept',
      done: 'The amendment is part of the contract now.',
      confirm: 'Accept this amendment? It becomes part of the contract.',
    },
    reject: {
      from: ['proposed'],
      to: 'rejected',
      by: ['other'],
      label: 'Reject',
      done: 'The amendment is rejected.',
    },
    withdraw: {
      from: ['proposed'],
      to: 'withdrawn',
      by: ['author'],
      label: 'Withdraw',
      done: 'The amendment is withdrawn.',
    },
    lapse: {
      from: ['proposed'],
      to: 'withdrawn',
      by: ['house'],
      label: 'Lapse',
      done: 'The project is over, and the amendment with it.',
    },
  },
};

/** What an amendment changes of the terms; of the dates, those of some milestones. */
export type Amended = Partial<Terms>;

export const DELIVERY_STATES = ['draft', 'delivered'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** What a delivered file is. Covers are checked against the print specification; the others are not. */
export const FILE_ROLES = ['cover', 'sketch', 'source', 'font', 'licence', 'other'] as const;
export type FileRole = (typeof FILE_ROLES)[number];

export const DISPUTE_STATES = ['open', 'settled', 'resolved'] as const;
export type DisputeState = (typeof DISPUTE_STATES)[number];
export const DISPUTE_GROUNDS = {
  late: 'Something agreed is late',
  not_as_agreed: 'The work is not what was agreed',
  rounds: 'The number of rounds of changes',
  payment: 'Payment',
  rights: 'Rights, licences or AI',
  conduct: 'How somebody behaves',
  other: 'Something else',
} as const;
export type DisputeGround = keyof typeof DISPUTE_GROUNDS;

export type Milestone = { kind: MilestoneKind; state: MilestoneState };

/** Where a project under way stands: at its first milestone that is not approved; null when all are. */
export const stageOf = (milestones: readonly Milestone[]): MilestoneKind | null =>
  MILESTONE_KEYS.find((kind) => milestones.some((one) => one.kind === kind && one.state !== 'approved')) ??
  null;

/** May a milestone be delivered or judged? Only the one the project stands at, and nothing while it is disputed or over. */
export const isAt = (state: ProjectState, milestones: readonly Milestone[], kind: MilestoneKind): boolean =>
  isUnderWay({ state }) && stageOf(milestones) === kind;
