/** The words of a brief: closed lists, each with what a reader sees, and how many of each thing it may hold. */
import { PRINTER_TABLES } from '../covers/printers/index.ts';
import type { Format, Genre } from '../covers/rules.ts';
import type { Direction } from '../covers/spec.ts';

export { PAPERS, type Paper } from '../covers/printers/index.ts';
export type { Direction } from '../covers/spec.ts';

export const MOST_FORMATS = 10;
export const MOST_COMPARABLES = 12;
export const MOST_TONE_WORDS = 12;
/** Pictures load on every view of the brief, also on slow lines. */
export const MOST_REFERENCES = 8;

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
export type RightsTerritory = keyof typeof RIGHTS_TERRITORIES;
export const RIGHTS_TERMS = {
  edition: 'Life of this edition',
  five_years: 'Five years',
  ten_years: 'Ten years',
  copyright: 'Full term of copyright',
} as const;
export type RightsTerm = keyof typeof RIGHTS_TERMS;
export const AI_POLICIES = {
  none: 'No AI-generated art',
  declared: 'AI assistance only if declared',
  open: 'No preference',
} as const;
export type AiPolicy = keyof typeof AI_POLICIES;
export const STOCK_POLICIES = {
  none: 'No stock images',
  licensed: 'Licensed stock is fine',
  open: 'No preference',
} as const;
export type StockPolicy = keyof typeof STOCK_POLICIES;

/** Who binds books. ACX, which sells sound alone, is not chosen: every audiobook square is made for it. */
const { acx: _sound, ...presses } = PRINTER_TABLES;
export type Printer = keyof typeof presses;
export const PRINTERS = Object.fromEntries(
  Object.entries(presses).map(([key, { name }]) => [key, name]),
) as Record<Printer, string>;

/** Which way a book is read, and so on which side of its spine the front lies. */
export const DIRECTIONS = { ltr: 'Left to right', rtl: 'Right to left' } as const;

/** Languages offered first; a brief may be in any other. */
export const LANGUAGES = {
  en: 'English',
  'en-GB': 'English (British)',
  'en-US': 'English (American)',
  de: 'German',
  fr: 'French',
  es: 'Spanish',
  it: 'Italian',
  pt: 'Portuguese',
  nl: 'Dutch',
  sv: 'Swedish',
  da: 'Danish',
  nb: 'Norwegian',
  fi: 'Finnish',
  pl: 'Polish',
  cs: 'Czech',
  el: 'Greek',
  tr: 'Turkish',
  uk: 'Ukrainian',
  ar: 'Arabic',
  he: 'Hebrew',
  hi: 'Hindi',
  zh: 'Chinese',
  ja: 'Japanese',
  ko: 'Korean',
} as const;

/** Languages whose script runs from right to left. */
const RIGHT_TO_LEFT = new Set(['ar', 'ckb', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi']);
/** The way books in a language are read, unless their brief says otherwise. */
export const usualDirection = (language: string): Direction =>
  RIGHT_TO_LEFT.has(language.split('-')[0] ?? '') ? 'rtl' : 'ltr';

const languageNames = new Intl.DisplayNames('en-GB', { type: 'language' });

/** What readers call a language, for any language tag; a word that is none stays as it is. */
export function languageName(tag: string): string {
  if (Object.hasOwn(LANGUAGES, tag)) return LANGUAGES[tag as keyof typeof LANGUAGES];
  try {
    return languageNames.of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** How soon the final files are due, as the public list filters: at most so many days from today. */
export const DEADLINES = {
  two_weeks: 'Within two weeks',
  month: 'Within a month',
  quarter: 'Within three months',
} as const;
export type Deadline = keyof typeof DEADLINES;
export const DEADLINE_DAYS: Record<Deadline, number> = { two_weeks: 14, month: 31, quarter: 92 };

/** Orders of the public list. `relevance` needs words to be relevant to. */
export const BRIEF_SORTS = {
  relevance: 'Best match',
  newest: 'Newest',
  deadline: 'Earliest deadline',
  budget: 'Highest budget',
} as const;
export type BriefSort = keyof typeof BRIEF_SORTS;

/** What the public list is filtered by and in which order it stands. */
export type BriefFilters = {
  /** Words to search for; empty for none. */
  q: string;
  genre?: Genre | undefined;
  format?: Format | undefined;
  budget?: BudgetBand | undefined;
  deadline?: Deadline | undefined;
  sort: BriefSort;
};

/** The order of a list that nobody chose another for. */
export const usualSort = (q: string): BriefSort => (q ? 'relevance' : 'newest');

/** The same filters in an order they can stand in: without words there is nothing to be relevant to. */
export const inOrder = (filters: BriefFilters): BriefFilters =>
  filters.sort === 'relevance' ? { ...filters, sort: usualSort(filters.q) } : filters;

type Sized = { id: string; caption: string; width: number; height: number };
const REFERENCE_WIDTH = 240;

/** Where a brief's reference picture is shown from, and how large. */
export const referencePicture = (briefId: string, { id, caption, width, height }: Sized) => {
  const place = `/briefs/${briefId}/references/${id}`;
  return {
    ...{ src: `${place}/320`, href: `${place}/1280`, remove: `${place}/remove`, caption },
    width: REFERENCE_WIDTH,
    height: Math.max(1, Math.round((height / width) * REFERENCE_WIDTH)),
  };
};
