/** Proposals for one brief side by side: their orders, and how each reads. Pure. */
import { z } from 'zod';
import { text } from '../briefs/readers.ts';
import { isUuid } from '../ids.ts';
import { rightsSentence } from '../projects/contract-words.ts';
import { LIVE_PROPOSALS, PROPOSAL_STATES, type ProposalSide, type ProposalState } from './rules.ts';
import { AI_USES, STOCK_USES, type Terms } from './terms.ts';

/** No publisher decides between more at once; those that came last are left out. */
export const MOST_COMPARED = 60;

export const COMPARE_SORTS = {
  newest: 'Newest first',
  price: 'Lowest price first',
  days: 'Earliest final files first',
  votes: 'Best liked by guests first',
} as const;
export type CompareSort = keyof typeof COMPARE_SORTS;

/** What is shown besides what waits for an answer, or of it. */
export const COMPARE_ONLY = { shortlisted: 'Shortlist', all: 'All' } as const;
export type CompareOnly = keyof typeof COMPARE_ONLY;

export const statesShown = (only: CompareOnly | undefined): readonly ProposalState[] => {
  if (only === 'shortlisted') return ['shortlisted'];
  if (only === undefined) return LIVE_PROPOSALS;
  const states = Object.keys(PROPOSAL_STATES) as ProposalState[];
  return states.filter((state) => state !== 'draft');
};

export type Compared = {
  id: string;
  state: ProposalState;
  /** The side that wrote last. */
  author: ProposalSide;
  submittedAt: Date;
  terms: Terms;
  note: string;
  /** Of guests. */
  votes: { n: number; mean: number } | null;
};

/** Sums in several currencies are not compared: each currency stands by itself. What does not say comes last. */
const ORDERS: Record<CompareSort, (a: Compared, b: Compared) => number> = {
  newest: (a, b) => b.submittedAt.getTime() - a.submittedAt.getTime(),
  price: ({ terms: a }, { terms: b }) => compare(a.currency, b.currency) || a.price - b.price,
  days: ({ terms: a }, { terms: b }) => compare(a.dates.handover ?? '9999', b.dates.handover ?? '9999'),
  votes: (a, b) => (b.votes?.mean ?? 0) - (a.votes?.mean ?? 0) || (b.votes?.n ?? 0) - (a.votes?.n ?? 0),
};
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** In an order of the reader's, newest first among equals. */
export const inCompareOrder = <Row extends Compared>(rows: readonly Row[], sort: CompareSort): Row[] =>
  [...rows].sort((a, b) => ORDERS[sort](a, b) || ORDERS.newest(a, b));

type Say = { date: (day: string) => string; money: (minor: number, currency: string) => string };

const DAY_MS = 86_400_000;

/** "in 45 days", "today", "3 days ago". */
export function daysUntil(day: string, today: string): string {
  const days = Math.round((Date.parse(day) - Date.parse(today)) / DAY_MS);
  const count = (n: number) => (n === 1 ? '1 day' : `${n} days`);
  if (days === 0) return 'today';
  return days > 0 ? `in ${count(days)}` : `${count(-days)} ago`;
}

/** The cells of one proposal, by their columns. */
export function compareWords({ terms, votes }: Pick<Compared, 'terms' | 'votes'>, today: string, say: Say) {
  const { price, currency, concepts, revisionRounds, dates, aiUse, aiNotes, stockUse, stockNotes } = terms;
  const declared = [
    aiUse ? [AI_USES[aiUse], aiNotes] : [],
    stockUse ? [STOCK_USES[stockUse], stockNotes] : [],
  ];
  return {
    price: say.money(price, currency),
    days: dates.handover ? daysUntil(dates.handover, today) : 'Not said',
    finals: dates.handover ? say.date(dates.handover) : '',
    ...{ concepts: String(concepts), rounds: String(revisionRounds), rights: rightsSentence(terms) },
    declared: declared.map((said) => said.filter(Boolean).join(': ')).filter(Boolean),
    votes: votes ? `${Math.round(votes.mean * 10) / 10} of 5 (${votes.n})` : '',
  };
}
export type CompareWords = ReturnType<typeof compareWords>;

export const LONGEST_NOTE = 2000;
const Note = z.object({
  id: z.string().refine(isUuid),
  /** As it was when the page was opened: what nobody touched is not written again. */
  was: z.string().default(''),
  body: text(LONGEST_NOTE),
});
const Act = z
  .string()
  .regex(/^(shortlist|unlist):[0-9a-f-]{36}$/)
  .transform((act) => {
    const [name = '', id = ''] = act.split(':');
    return { name: name as 'shortlist' | 'unlist', id };
  });

/** The notes of a page of proposals, and the button that was pressed besides. */
export const CompareForm = z.object({
  notes: z.array(Note).max(MOST_COMPARED).default([]),
  act: Act.optional(),
});
export type NoteValues = z.output<typeof Note>;
