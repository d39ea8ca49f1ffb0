/**
 * The fields of the proposal form as text: what a new one starts with, what a version that was sent puts into them, and
 * which of the fields somebody sent are ours at all. Pure.
 */
import type { BriefDetails } from '../briefs/form.ts';
import { daysAfter, typedMoney } from '../briefs/rules.ts';
import { MILESTONE_KEYS, milestonesFor, type MilestoneKind } from '../projects/rules.ts';
import { VALID_DAYS } from './rules.ts';
import type { Terms } from './terms.ts';

/** The field of a milestone's day. */
export const dayField = (kind: MilestoneKind) => `${kind}On` as const;

const LISTS = ['rightsMedia', 'samples'] as const;
const TEXTS = [
  ...['message', 'price', 'currency', 'concepts', 'revisionRounds'],
  ...MILESTONE_KEYS.map(dayField),
  ...['rightsTerritory', 'rightsTerm', 'rightsExclusive', 'creditLine'],
  ...['aiUse', 'aiNotes', 'stockUse', 'stockNotes', 'validUntil'],
];
const isList = (name: string) => (LISTS as readonly string[]).includes(name);

/** Every field by name; what is left out is empty. */
export type ProposalValues = Record<string, string | string[]>;

/** The fields of the form and nothing else, each once. */
export function ownFields(sent: URLSearchParams): URLSearchParams {
  const own = new URLSearchParams();
  for (const [name, value] of sent)
    if (isList(name) || (TEXTS.includes(name) && !own.has(name))) own.append(name, value);
  return own;
}

/** What was typed, as a draft keeps it. */
export const typedValues = (own: URLSearchParams): ProposalValues =>
  Object.fromEntries(
    [...new Set(own.keys())].map((name) => [name, isList(name) ? own.getAll(name) : (own.get(name) ?? '')]),
  );

/** What the form shows of terms that were sent. */
export const termValues = (terms: Terms): ProposalValues => ({
  ...{ price: typedMoney(terms.price), currency: terms.currency },
  ...{ concepts: String(terms.concepts), revisionRounds: String(terms.revisionRounds) },
  ...Object.fromEntries(MILESTONE_KEYS.map((kind) => [dayField(kind), terms.dates[kind] ?? ''])),
  ...{ rightsMedia: terms.rightsMedia, rightsTerritory: terms.rightsTerritory ?? '' },
  ...{ rightsTerm: terms.rightsTerm ?? '', rightsExclusive: terms.rightsExclusive ? 'on' : '' },
  ...{ creditLine: terms.creditLine, aiUse: terms.aiUse ?? '', aiNotes: terms.aiNotes },
  ...{ stockUse: terms.stockUse ?? '', stockNotes: terms.stockNotes },
});

const spelled = (value: number | string | null): string => (value === null ? '' : String(value));

/** What a new proposal starts with: whatever the brief says already. `name` is the designer's. */
export function newValues(brief: BriefDetails, name: string, today: string): ProposalValues {
  return {
    price: brief.budgetKind === 'fixed' && brief.budgetMin !== null ? typedMoney(brief.budgetMin) : '',
    currency: brief.currency,
    concepts: spelled(brief.concepts),
    revisionRounds: spelled(brief.revisionRounds),
    ...daysOf(brief, today),
    rightsMedia: brief.rightsMedia,
    rightsTerritory: spelled(brief.rightsTerritory),
    rightsTerm: spelled(brief.rightsTerm),
    rightsExclusive: brief.rightsExclusive ? 'on' : '',
    // Briefs name nobody: "Cover design by [name]".
    creditLine: brief.creditLine.replace(/\[[^\]]*\]/, name),
    validUntil: daysAfter(today, VALID_DAYS.usual),
  };
}

/** Days between the brief's two, at even distances; none that has passed. */
function daysOf({ roundOneOn, finalOn, formats }: BriefDetails, today: string): ProposalValues {
  const kinds = milestonesFor(formats.map(({ kind }) => kind));
  const first = roundOneOn && roundOneOn > today ? roundOneOn : null;
  const last = finalOn && finalOn > today ? finalOn : null;
  const between = first && last ? (Date.parse(last) - Date.parse(first)) / 86_400_000 : null;
  const dayAt = (at: number): string => {
    if (at === 0) return first ?? '';
    if (at === kinds.length - 1) return last ?? '';
    return first && between !== null ? daysAfter(first, Math.round((between * at) / (kinds.length - 1))) : '';
  };
  return Object.fromEntries(kinds.map((kind, at) => [dayField(kind), dayAt(at)]));
}
