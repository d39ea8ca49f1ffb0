/**
 * What somebody is needed for, as their home shows it: each kind of thing with how urgent it is, what it says and where it
 * is done. The most urgent comes first. Pure.
 */
import { MILESTONE_KEYS, type MilestoneKind } from '../projects/rules.ts';
import { silenceOf, type Pause } from '../projects/silence.ts';

/** From what others wait for while a clock runs, to what can wait. */
export const URGENCIES = ['clock', 'others', 'own'] as const;
export type Urgency = (typeof URGENCIES)[number];

/** One thing somebody is needed for, as the database finds it. What a column means is said by the kind. */
export type Need = {
  kind: NeedKind;
  /** What the address is made of. */
  id: string;
  part: string | null;
  /** The book it is about, and who waits. */
  title: string;
  who: string | null;
  /** By when: a moment, or a day as `YYYY-MM-DD`. */
  due: Date | null;
  day: string | null;
  n: number;
  amount: number | null;
  currency: string | null;
  pauses: Pause[];
};

/** A brief that nobody has answered for so long: those who would suit it may not have seen it. */
export const UNANSWERED_DAYS = 3;

export type Say = {
  date: (day: string) => string;
  moment: (value: Date) => string;
  money: (minor: number, currency: string) => string;
  number: (value: number) => string;
};

type Kind = {
  urgency: Urgency;
  /** What to do, as a link says it. */
  what: (need: Need, say: Say) => string;
  href: (need: Need) => string;
  /** "by", or what happens then. */
  until?: string;
};

const PIECES: Record<MilestoneKind, string> = {
  concepts: 'the concepts',
  front: 'the front cover',
  wrap: 'the full wrap',
  handover: 'the hand-over',
};
const piece = ({ part }: Need): string => {
  const kind = MILESTONE_KEYS.find((key) => key === part);
  return kind ? PIECES[kind] : 'what is delivered';
};
const several = ({ n }: Need, one: string, many: string, say: Say): string =>
  n === 1 ? `1 ${one}` : `${say.number(n)} ${many}`;
const sum = ({ amount, currency }: Need, say: Say): string =>
  amount !== null && currency !== null ? say.money(amount, currency) : 'what is due';
const milestone = ({ id, part }: Need): string => `/projects/${id}/milestones/${part ?? ''}`;

export const NEEDS = {
  judge: {
    urgency: 'clock',
    what: (need) => `Judge ${piece(need)}`,
    href: milestone,
    until: 'Counts as approved',
  },
  changes: { urgency: 'clock', what: (need) => `Change ${piece(need)}`, href: milestone, until: 'Due' },
  deliver: { urgency: 'clock', what: (need) => `Deliver ${piece(need)}`, href: milestone, until: 'Due' },
  start: {
    urgency: 'others',
    what: () => 'Start work',
    href: ({ id }) => `/projects/${id}`,
    until: 'First due',
  },
  answer: {
    urgency: 'others',
    what: (need) => `Answer a question about ${piece(need)}`,
    href: milestone,
  },
  counter: {
    urgency: 'clock',
    what: () => 'Answer a counter-offer',
    href: ({ id }) => `/proposals/${id}`,
    until: 'Stands until',
  },
  proposals: {
    urgency: 'others',
    what: (need, say) => `Answer ${several(need, 'proposal', 'proposals', say)}`,
    href: ({ id }) => `/briefs/${id}/proposals`,
    until: 'The first stands until',
  },
  amendment: {
    urgency: 'others',
    what: () => 'Answer an amendment',
    href: ({ id }) => `/projects/${id}/amendments`,
  },
  dispute: {
    urgency: 'clock',
    what: () => 'Say how you see the dispute',
    href: ({ id }) => `/projects/${id}/dispute`,
  },
  pay: {
    urgency: 'clock',
    what: (need, say) => `Pay ${sum(need, say)}`,
    href: ({ id }) => `/projects/${id}/payments`,
    until: 'Due',
  },
  confirm: {
    urgency: 'others',
    what: (need, say) => `Say whether ${sum(need, say)} has come`,
    href: ({ id }) => `/projects/${id}/payments`,
  },
  unread: {
    urgency: 'others',
    what: (need, say) => `Read ${several(need, 'message', 'messages', say)}`,
    href: ({ id }) => `/messages/${id}`,
  },
  invitation: {
    urgency: 'others',
    what: () => 'Answer an invitation',
    href: ({ id }) => `/briefs/${id}`,
    until: 'Final files',
  },
  review: {
    urgency: 'others',
    what: () => 'Write your review',
    href: ({ id }) => `/projects/${id}/review`,
    until: 'Until',
  },
  overdue: {
    urgency: 'own',
    what: () => 'Choose another day, or close the brief',
    href: ({ id }) => `/briefs/${id}`,
    until: 'Final files were due',
  },
  invite: {
    urgency: 'own',
    what: () => 'Invite designers: nobody has answered yet',
    href: ({ id }) => `/briefs/${id}/invite`,
  },
  brief: {
    urgency: 'own',
    what: () => 'Finish the draft of a brief',
    href: ({ id }) => `/briefs/${id}/edit`,
  },
  proposal: {
    urgency: 'own',
    what: () => 'Finish a proposal',
    href: ({ id }) => `/proposals/${id}/edit`,
  },
  disputes: {
    urgency: 'clock',
    what: (need, say) => `Decide ${several(need, 'dispute', 'disputes', say)}`,
    href: () => '/admin/disputes',
    until: 'The first since',
  },
  reports: {
    urgency: 'others',
    what: (need, say) => `Decide ${several(need, 'report', 'reports', say)}`,
    href: () => '/admin/reports',
    until: 'The first since',
  },
  mail: {
    urgency: 'own',
    what: (need, say) =>
      `Look after ${several(need, 'mail that was not sent', 'mails that were not sent', say)}`,
    href: () => '/admin/mail',
  },
} as const satisfies Record<string, Kind>;
export type NeedKind = keyof typeof NEEDS;
export const NEED_KEYS = Object.keys(NEEDS) as NeedKind[];

/** A line of the home. */
export type NeedLine = {
  key: string;
  what: string;
  href: string;
  title: string;
  who: string | null;
  /** "Due 3 March 2027". */
  when: string | null;
  overdue: boolean;
};

/** When the time of a need is up: of a delivery, when its clock has run out; null where that is not said, or a question stops it. */
export function upAt(need: Need, now: Date): Date | null {
  if (need.kind !== 'judge')
    return need.due ?? (need.day === null ? null : new Date(`${need.day}T23:59:59.999Z`));
  const clock = need.due && silenceOf(need.due.getTime(), need.pauses, now.getTime());
  return clock && clock.runsOut !== null ? new Date(clock.runsOut) : null;
}

/** What staff decide has a beginning, and no day. */
const isOver = (kind: NeedKind, up: Date | null, now: Date): boolean =>
  kind !== 'disputes' && kind !== 'reports' && up !== null && up < now;

/** The most urgent first: what is overdue, then by urgency, then whatever is up soonest. */
export function inOrder(needs: readonly Need[], now: Date): Need[] {
  const rank = (need: Need) => {
    const up = upAt(need, now);
    const late = isOver(need.kind, up, now) ? 0 : 1;
    return [late, URGENCIES.indexOf(NEEDS[need.kind].urgency), up?.getTime() ?? Infinity] as const;
  };
  return needs
    .map((need) => ({ need, rank: rank(need) }))
    .sort((a, b) => {
      const at = a.rank.findIndex((value, place) => value !== b.rank[place]);
      return at < 0 ? 0 : (a.rank[at] ?? 0) < (b.rank[at] ?? 0) ? -1 : 1;
    })
    .map(({ need }) => need);
}

export function needLine(need: Need, say: Say, now: Date): NeedLine {
  const kind: Kind = NEEDS[need.kind];
  const up = upAt(need, now);
  const when = need.day !== null ? say.date(need.day) : up && say.moment(up);
  return {
    key: `${need.kind} ${need.id} ${need.part ?? ''}`,
    ...{ what: kind.what(need, say), href: kind.href(need), who: need.who },
    title: need.title || (need.kind === 'brief' ? 'Untitled brief' : ''),
    when: when ? `${kind.until ?? 'By'} ${when}` : null,
    overdue: isOver(need.kind, up, now),
  };
}
