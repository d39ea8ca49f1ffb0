/**
 * The history of a brief or a project as both its sides read it: one sentence for each thing that can happen, and who
 * may read it. Pure.
 */
import {
  DISPUTE_GROUNDS,
  MILESTONE_KEYS,
  type DisputeGround,
  type MilestoneKind,
} from '../projects/rules.ts';
import type { EventType } from './rules.ts';
import { staleIn } from './words.ts';

/** What happens to one of these is part of a history. Messages are in their conversation, each by itself. */
export type HistoryType = Extract<
  EventType,
  `${
    | 'brief'
    | 'match'
    | 'invitation'
    | 'proposal'
    | 'vote'
    | 'project'
    | 'milestone'
    | 'delivery'
    | 'amendment'
    | 'invoice'
    | 'payment'
    | 'conversation'
    | 'review'}.${string}`
>;

/** Everybody who may read the brief; its publisher and the designer it concerns; its publisher; whoever did it. */
export type Reach = 'anyone' | 'sides' | 'publisher' | 'doer';

/** One reader's formatters, as `wordsFor` of the http room makes them. */
export type Say = {
  date: (day: Date | string) => string;
  money: (minor: number, currency: string) => string;
  number: (value: number) => string;
};

/** An event as a sentence needs it. */
export type Told = {
  /** Who did it, and the designer it concerns, by name. */
  who: string;
  designer: string;
  data: Readonly<Record<string, unknown>>;
  say: Say;
};

type Entry = readonly [reach: Reach, tell: (told: Told) => string];

const PIECES: Record<MilestoneKind, string> = {
  concepts: 'the concepts',
  front: 'the front cover',
  wrap: 'the full wrap',
  handover: 'the hand-over',
};

const textIn = ({ data }: Told, name: string): string => {
  const value = data[name];
  return typeof value === 'string' ? value : '';
};
const numberIn = ({ data }: Told, name: string): number | null => {
  const value = data[name];
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : null;
};

/** "the front cover"; of an event that does not say which, "a milestone". */
const what = (told: Told): string => {
  const kind = MILESTONE_KEYS.find((key) => key === told.data['kind']);
  return kind ? PIECES[kind] : 'a milestone';
};
const version = (told: Told): string => {
  const number = numberIn(told, 'number');
  return number === null ? '' : `, version ${told.say.number(number)}`;
};
/** "amendment 2". */
const numbered = (told: Told, noun: string): string => {
  const number = numberIn(told, 'number');
  return number === null ? `an ${noun}` : `${noun} ${told.say.number(number)}`;
};
/** " of €450". */
const amount = (told: Told): string => {
  const [minor, currency] = [numberIn(told, 'amount'), textIn(told, 'currency')];
  return minor === null || !/^[A-Z]{3}$/.test(currency) ? '' : ` of ${told.say.money(minor, currency)}`;
};
const ground = (told: Told): string => {
  const key = textIn(told, 'ground');
  return Object.hasOwn(DISPUTE_GROUNDS, key)
    ? `: ${DISPUTE_GROUNDS[key as DisputeGround].toLowerCase()}`
    : '';
};
const pages = (told: Told): string => {
  const [before, after] = [numberIn(told, 'before'), numberIn(told, 'after')];
  const from = before === null ? '' : ` from ${told.say.number(before)}`;
  return after === null ? '' : `${from} to ${told.say.number(after)}`;
};
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A sentence about whoever did it. */
const did =
  (rest: string | ((told: Told) => string)) =>
  (told: Told): string =>
    `${told.who} ${typeof rest === 'string' ? rest : rest(told)}`;

export const HISTORY: Record<HistoryType, Entry> = {
  'brief.drafted': ['publisher', did('started the draft')],
  'brief.duplicated': ['publisher', did('started the draft from another brief')],
  'brief.changed': ['anyone', did('changed the brief')],
  'brief.published': ['anyone', did('published the brief')],
  'brief.paused': ['anyone', did('paused the brief')],
  'brief.reopened': ['anyone', did('reopened the brief')],
  'brief.closed': ['anyone', did('closed the brief')],
  'brief.cancelled': ['anyone', did('cancelled the brief')],
  'brief.reference_added': ['anyone', did('added a reference image')],
  'brief.reference_removed': ['anyone', did('took out a reference image')],
  'brief.awarded': ['anyone', () => 'The brief was awarded'],
  'brief.released': ['anyone', () => 'The brief was closed, because its project had ended early'],
  'brief.saved': ['doer', did('saved the brief')],
  'brief.unsaved': ['doer', did('stopped saving the brief')],
  'match.made': ['sides', ({ designer }) => `${designer} and the publisher showed interest in each other`],
  'invitation.sent': ['sides', did(({ designer }) => `invited ${designer}`)],
  'invitation.withdrawn': ['sides', did(({ designer }) => `took back the invitation of ${designer}`)],
  'invitation.declined': ['sides', did('declined the invitation')],
  'proposal.drafted': ['doer', did('started a proposal')],
  'proposal.discarded': ['doer', did('discarded what was not sent')],
  'proposal.submitted': ['sides', did('sent a proposal')],
  'proposal.revised': ['sides', did((told) => `changed the offer${version(told)}`)],
  'proposal.countered': ['sides', did((told) => `made a counter-offer to ${told.designer}${version(told)}`)],
  'proposal.shortlisted': ['sides', did(({ designer }) => `shortlisted the proposal of ${designer}`)],
  'proposal.unlisted': [
    'publisher',
    did(({ designer }) => `took the proposal of ${designer} off the shortlist`),
  ],
  'proposal.accepted': ['sides', did((told) => `accepted ${offer(told)}`)],
  'proposal.declined': ['sides', did(({ designer }) => `declined the proposal of ${designer}`)],
  'proposal.reconsidered': [
    'sides',
    did(({ designer }) => `opened the declined proposal of ${designer} again`),
  ],
  'proposal.passed_over': [
    'sides',
    ({ designer }) => `The proposal of ${designer} was declined, because another was accepted`,
  ],
  'proposal.withdrawn': ['sides', did('withdrew the proposal')],
  'proposal.renewed': ['sides', did('offered the expired proposal again')],
  'proposal.expired': ['sides', ({ designer }) => `The proposal of ${designer} expired`],
  'proposal.noted': ['publisher', did(({ designer }) => `noted something about the proposal of ${designer}`)],
  'vote.opened': ['publisher', did('made a link for guests to vote')],
  'vote.closed': ['publisher', did('closed a link for guests to vote')],
  'vote.cast': ['publisher', () => 'A guest voted'],
  'project.agreed': ['sides', () => 'The project was agreed, and its terms were frozen'],
  'project.started': ['sides', did('started work')],
  'project.advanced': ['sides', (told) => `The project went on to ${what(told)}`],
  'project.completed': ['sides', () => 'The project was completed'],
  'project.cancelled': ['sides', did('cancelled the project')],
  'project.disputed': ['sides', did((told) => `opened a dispute${ground(told)}`)],
  'project.replied': ['sides', did('answered the dispute')],
  'project.settled': ['sides', did('settled the dispute, and the project went on')],
  'project.resolved': ['sides', () => 'Staff decided the dispute, and the project ended'],
  'project.pages_changed': ['sides', did((told) => `changed the page count${pages(told)}`)],
  'milestone.delivered': ['sides', did((told) => `delivered ${what(told)}${version(told)}`)],
  'milestone.approved': ['sides', did((told) => `approved ${what(told)}`)],
  'milestone.changes_requested': ['sides', did((told) => `requested changes to ${what(told)}`)],
  'milestone.asked': ['sides', did((told) => `asked a question about ${what(told)}; the clock stopped`)],
  'milestone.answered': [
    'sides',
    did((told) => `answered a question about ${what(told)}; the clock went on`),
  ],
  'milestone.half_time': ['sides', (told) => `Half the time to answer ${what(told)} was over`],
  'milestone.last_day': ['sides', (told) => `The last day to answer ${what(told)} began`],
  'milestone.approved_unanswered': [
    'sides',
    (told) => `${capital(what(told))} counted as approved, because nobody answered for 14 days`,
  ],
  'milestone.outdated': [
    'sides',
    (told) => `${capital(what(told))} became out of date, because the print specification changed`,
  ],
  'delivery.file_added': ['doer', did((told) => `put a file to ${what(told)}`)],
  'delivery.file_removed': ['doer', did((told) => `took out a file of ${what(told)}`)],
  'amendment.proposed': ['sides', did((told) => `proposed ${numbered(told, 'amendment')}`)],
  'amendment.accepted': ['sides', did((told) => `accepted ${numbered(told, 'amendment')}`)],
  'amendment.rejected': ['sides', did((told) => `rejected ${numbered(told, 'amendment')}`)],
  'amendment.withdrawn': ['sides', did((told) => `withdrew ${numbered(told, 'amendment')}`)],
  'invoice.issued': ['sides', did((told) => `issued ${numbered(told, 'invoice')}${amount(told)}`)],
  'payment.recorded': ['sides', did((told) => `recorded a payment${amount(told)}`)],
  'payment.confirmed': ['sides', did((told) => `confirmed a payment${amount(told)}`)],
  'payment.removed': ['sides', did((told) => `took back the record of a payment${amount(told)}`)],
  'conversation.opened': ['sides', did('opened the conversation')],
  'review.given': ['sides', did('wrote a review')],
  'review.changed': ['doer', did('changed the review')],
  'review.shown': ['sides', () => 'What was written in reviews became readable for everybody'],
  'review.replied': ['sides', did('replied to a review')],
};

/** Either side may accept what the other wrote last. */
const offer = ({ who, designer }: Told) => (who === designer ? 'the offer' : `the proposal of ${designer}`);

export const HISTORY_TYPES = Object.keys(HISTORY) as HistoryType[];

/** Which of them somebody may read of, who is `is` to what they concern. */
export const typesFor = (...is: Reach[]): HistoryType[] =>
  HISTORY_TYPES.filter((type) => is.includes(HISTORY[type][0]));

/** A project has a history of its own; in that of its brief stands where it began and how it ended. */
const OF_PROJECT = /^(project|milestone|delivery|amendment|invoice|payment|review)\./;
const ENDS = ['project.agreed', 'project.completed', 'project.cancelled', 'project.resolved'];
export const isOfBrief = (type: HistoryType): boolean => ENDS.includes(type) || !OF_PROJECT.test(type);

/** An event of a history; names are null where nobody did it, or it concerns no designer in particular. */
export type HistoryEvent = {
  id: string;
  type: HistoryType;
  createdAt: Date;
  actor: string | null;
  designer: string | null;
  data: Record<string, unknown>;
};

/** One line of a history. */
export type HistoryLine = {
  id: string;
  /** "14:05", and the same for programs. */
  time: string;
  dateTime: string;
  text: string;
  /** What somebody wrote with it, as they typed it. */
  quote: string;
  /** What it made out of date, in sentences. */
  notes: string[];
};
export type HistoryDay = { day: string; lines: HistoryLine[] };

/** Where an event keeps what somebody wrote to both sides. */
const QUOTED = ['reason', 'note', 'question', 'answer', 'decision'];

type Clock = { time: (moment: Date) => string };

function lineOf({ id, type, createdAt, actor, designer, data }: HistoryEvent, say: Say & Clock): HistoryLine {
  const told = { who: actor ?? 'Dustjacket', designer: designer ?? 'a designer', data, say };
  return {
    ...{ id, time: say.time(createdAt), dateTime: createdAt.toISOString() },
    ...{ text: HISTORY[type][1](told), quote: QUOTED.map((key) => textIn(told, key)).find(Boolean) ?? '' },
    notes: staleIn(data),
  };
}

/** A page of a history, by the days of whoever reads it. */
export function historyDays(events: readonly HistoryEvent[], say: Say & Clock): HistoryDay[] {
  const days = new Map<string, HistoryLine[]>();
  for (const event of events) {
    const day = say.date(event.createdAt);
    days.set(day, [...(days.get(day) ?? []), lineOf(event, say)]);
  }
  return [...days].map(([day, lines]) => ({ day, lines }));
}
