/**
 * A brief: a publisher's request for one book's cover. This file holds its words, its process as data
 * and what its form may say. Pure: no database, no request, safe anywhere.
 */
import type { Role } from '../people/rules.ts';

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

type Party = 'owner' | 'admin';
type Transition = {
  from: readonly BriefState[];
  to: BriefState;
  by: readonly Party[];
  /** On the button. */
  label: string;
  /** Told to the person who did it. */
  done: string;
  /** Asked before it is done; a transition without a question needs no confirmation. */
  confirm?: string;
};

/** The process of a brief: who may move it, from where, to where, and what that says. */
export const BRIEF_TRANSITIONS = {
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
} as const satisfies Record<string, Transition>;
export type BriefTransition = keyof typeof BRIEF_TRANSITIONS;
export const BRIEF_TRANSITION_KEYS = Object.keys(BRIEF_TRANSITIONS) as BriefTransition[];
export const transitionOf = (name: BriefTransition): Transition => BRIEF_TRANSITIONS[name];

type BriefStanding = { state: BriefState; ownerId: string };
type Mover = { id: string; role: Role } | null;

/** May this person move this brief in this way, now? */
export function mayMove(brief: BriefStanding, person: Mover, name: BriefTransition): boolean {
  if (!person) return false;
  const { from, by } = transitionOf(name);
  const party: Party | null =
    brief.ownerId === person.id ? 'owner' : person.role === 'admin' ? 'admin' : null;
  return party !== null && by.includes(party) && from.includes(brief.state);
}

/** The moves this person can make with this brief now, in the order their buttons stand. */
export const movesFor = (brief: BriefStanding, person: Mover): BriefTransition[] =>
  BRIEF_TRANSITION_KEYS.filter((name) => mayMove(brief, person, name));

/** A brief can be edited while it is a draft, open or paused, by its owner alone. */
export const mayEdit = (brief: BriefStanding, person: Mover): boolean =>
  person !== null && brief.ownerId === person.id && ['draft', 'open', 'paused'].includes(brief.state);

/** Publishers post briefs; staff may too, for someone who asks. */
export const mayPost = (person: Mover): boolean => person?.role === 'hiring_user' || person?.role === 'admin';

export const VISIBILITY = {
  public: 'Public: any designer can find it',
  invited: 'Invite-only: only designers you invite can see it',
} as const;
export type Visibility = keyof typeof VISIBILITY;

export const APPROACHES = {
  open: 'Open to ideas',
  typographic: 'Type-led',
  illustrated: 'Illustrated',
  photographic: 'Photographic',
} as const;
export type Approach = keyof typeof APPROACHES;

export const AUDIENCES = {
  adult: 'Adult',
  new_adult: 'New adult',
  young_adult: 'Young adult (12 to 17)',
  middle_grade: 'Middle grade (8 to 12)',
  early_readers: 'Early readers (5 to 8)',
  picture_book: 'Picture book (up to 5)',
  academic: 'Academic or professional',
} as const;
export type Audience = keyof typeof AUDIENCES;

export const BUDGET_KINDS = { fixed: 'A fixed fee', range: 'A range', open: 'Open: ask for quotes' } as const;
export type BudgetKind = keyof typeof BUDGET_KINDS;

export const CURRENCIES = {
  EUR: 'Euro',
  GBP: 'Pound sterling',
  USD: 'US dollar',
  CHF: 'Swiss franc',
  CAD: 'Canadian dollar',
  AUD: 'Australian dollar',
} as const;
export type Currency = keyof typeof CURRENCIES;

/** Bands of the most a brief pays, in whole units of its own currency: [from, below). */
export const BUDGET_BANDS = {
  under_300: 'Under 300',
  from_300: '300 to 600',
  from_600: '600 to 1,200',
  over_1200: 'Over 1,200',
  open: 'Open to quotes',
} as const;
export type BudgetBand = keyof typeof BUDGET_BANDS;
export const BUDGET_BAND_KEYS = Object.keys(BUDGET_BANDS) as [BudgetBand, ...BudgetBand[]];

/** The band of a brief by the most it pays, in minor units; null is a brief that asks for quotes. */
export function budgetBandOf(maxMinor: number | null): BudgetBand {
  if (maxMinor === null) return 'open';
  if (maxMinor < 300_00) return 'under_300';
  if (maxMinor < 600_00) return 'from_300';
  return maxMinor < 1200_00 ? 'from_600' : 'over_1200';
}

export const RIGHTS_MEDIA = {
  print: 'Print',
  ebook: 'Ebook',
  audio: 'Audiobook',
  promotion: 'Advertising and promotion',
  merchandise: 'Merchandise',
} as const;
export type RightsMedium = keyof typeof RIGHTS_MEDIA;
export const RIGHTS_TERRITORIES = {
  world: 'World',
  language: 'World, this language only',
  europe: 'Europe',
  north_america: 'North America',
  uk_commonwealth: 'UK and Commonwealth',
} as const;
export const RIGHTS_TERMS = {
  edition: 'Life of this edition',
  five_years: 'Five years',
  ten_years: 'Ten years',
  copyright: 'Full term of copyright',
} as const;
export const AI_POLICIES = {
  none: 'No AI-generated art',
  declared: 'AI assistance only if declared',
  open: 'No preference',
} as const;
export const STOCK_POLICIES = {
  none: 'No stock images',
  licensed: 'Licensed stock is fine',
  open: 'No preference',
} as const;

/** Printers whose sizes a brief can name. `other` covers the rest, with the spine from the printer's template. */
export const PRINTERS = {
  kdp: 'Amazon KDP',
  lulu: 'Lulu',
  ingramspark: 'IngramSpark',
  other: 'Another printer',
} as const;
export type Printer = keyof typeof PRINTERS;
export const PAPERS = {
  white: 'White',
  cream: 'Cream',
  groundwood: 'Groundwood',
  standard_color: 'Standard colour',
  premium_color: 'Premium colour',
} as const;
export type Paper = keyof typeof PAPERS;

/** Trim sizes offered first in the form; any width × height in inches or millimetres is accepted. */
export const COMMON_TRIMS = [
  '5 × 8 in',
  '5.25 × 8 in',
  '5.5 × 8.5 in',
  '6 × 9 in',
  '7 × 10 in',
  '8.5 × 8.5 in',
  '8.5 × 11 in',
  '110 × 178 mm',
  '129 × 198 mm',
  '135 × 216 mm',
  '148 × 210 mm',
  '156 × 234 mm',
] as const;

export type Trim = { width: number; height: number; unit: 'in' | 'mm' };

/** "6 x 9", "6×9in", "129 × 198 mm" → a trim; null when it cannot be read. Bare numbers over 30 are millimetres. */
export function parseTrim(text: string): Trim | null {
  const match =
    /^\s*(\d+(?:[.,]\d{1,4})?)\s*(in|mm|cm|″|")?\s*[x×*]\s*(\d+(?:[.,]\d{1,4})?)\s*(in|inches|mm|cm|″|")?\s*$/i.exec(
      text,
    );
  if (!match) return null;
  const number = (part: string | undefined) => Number((part ?? '').replace(',', '.'));
  let [width, height] = [number(match[1]), number(match[3])];
  const said = (match[4] ?? match[2])?.toLowerCase();
  const unit = said === 'mm' || said === 'cm' || (!said && width > 30) ? 'mm' : 'in';
  if (said === 'cm') [width, height] = [width * 10, height * 10];
  const inches = unit === 'mm' ? 25.4 : 1;
  const legal = [width, height].every((side) => side / inches >= 2 && side / inches <= 20);
  return legal ? { width, height, unit } : null;
}

export const formatTrim = (trim: Trim): string => `${trim.width} × ${trim.height} ${trim.unit}`;
