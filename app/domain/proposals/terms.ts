/**
 * What a proposal offers, and a contract says: one version of the terms, and how they read. The same words stand on
 * the proposal, in the comparison of several, in what a counter-offer changes, and in the contract. Pure.
 */
import {
  RIGHTS_MEDIA,
  RIGHTS_TERMS,
  RIGHTS_TERRITORIES,
  type Currency,
  type RightsMedium,
  type RightsTerm,
  type RightsTerritory,
} from '../briefs/rules.ts';
import { MILESTONE_KEYS, MILESTONES, type MilestoneKind } from '../projects/rules.ts';

export const AI_USES = {
  none: 'No AI-generated art',
  assisted: 'AI assisted, as described',
} as const;
export type AiUse = keyof typeof AI_USES;

export const STOCK_USES = {
  none: 'No stock images',
  licensed: 'Licensed stock images, as described',
} as const;
export type StockUse = keyof typeof STOCK_USES;

export type Terms = {
  /** In whole minor units of `currency`, before tax. */
  price: number;
  currency: Currency;
  concepts: number;
  /** Of changes that are in the price, over all milestones together. */
  revisionRounds: number;
  /** When each milestone is due, as `YYYY-MM-DD`; a cover without a spine has no wrap. */
  dates: Partial<Record<MilestoneKind, string>>;
  rightsMedia: RightsMedium[];
  rightsTerritory: RightsTerritory | null;
  rightsTerm: RightsTerm | null;
  rightsExclusive: boolean;
  creditLine: string;
  aiUse: AiUse | null;
  aiNotes: string;
  stockUse: StockUse | null;
  stockNotes: string;
};

/** One reader's formatters, as `wordsFor` of the http room makes them. */
type Say = { date: (day: string) => string; money: (minor: number, currency: string) => string };

export type TermField = Exclude<keyof Terms, 'dates' | 'currency'> | `date-${MilestoneKind}`;
export type TermLine = { field: TermField; label: string; text: string };

const of = <Key extends string>(list: Record<Key, string>, key: Key | null) => (key ? list[key] : '');

/** Every term with its label and what it says, in the order people ask for them. Empty ones say ''. */
export function termWords(terms: Terms, say: Say): TermLine[] {
  const { dates } = terms;
  const due = MILESTONE_KEYS.map((kind): [TermField, string, string] => [
    `date-${kind}`,
    `${MILESTONES[kind]} due`,
    dates[kind] ? say.date(dates[kind]) : '',
  ]);
  const rows: [TermField, string, string | number][] = [
    ['price', 'Price', say.money(terms.price, terms.currency)],
    ['concepts', 'Concepts', terms.concepts],
    ['revisionRounds', 'Rounds of changes', terms.revisionRounds],
    ...due,
    ['rightsMedia', 'Rights: media', terms.rightsMedia.map((key) => RIGHTS_MEDIA[key]).join(', ')],
    ['rightsTerritory', 'Rights: territory', of(RIGHTS_TERRITORIES, terms.rightsTerritory)],
    ['rightsTerm', 'Rights: term', of(RIGHTS_TERMS, terms.rightsTerm)],
    ['rightsExclusive', 'Rights: exclusive', terms.rightsExclusive ? 'Yes' : 'No'],
    ['creditLine', 'Credit line', terms.creditLine],
    ['aiUse', 'AI', of(AI_USES, terms.aiUse)],
    ['aiNotes', 'What AI is used for', terms.aiNotes],
    ['stockUse', 'Stock images', of(STOCK_USES, terms.stockUse)],
    ['stockNotes', 'Which stock images', terms.stockNotes],
  ];
  return rows.map(([field, label, text]) => ({ field, label, text: String(text) }));
}

/** What one version of the terms says otherwise than the one before. */
export function changedTerms(before: Terms, after: Terms, say: Say) {
  const now = termWords(after, say);
  return termWords(before, say).flatMap(({ field, label, text }, at) => {
    const is = now[at]?.text ?? '';
    return text === is ? [] : [{ field, label, was: text, is }];
  });
}
