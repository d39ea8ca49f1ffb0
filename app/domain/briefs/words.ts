/** A brief in words: for lists, for its page, and for comparing two versions. Whoever calls brings the formatters. */
import { FORMATS, GENRES } from '../covers/rules.ts';
import type { BriefDetails, BriefFormat } from './form.ts';
import * as rules from './rules.ts';

/** One reader's formatters, as `wordsFor` of the http room makes them. */
export type Say = {
  date: (value: Date | string) => string;
  money: (minor: number, currency: string) => string;
};

type Budget = Pick<BriefDetails, 'budgetMin' | 'budgetMax' | 'currency'>;

/** "€800", "€600 to €900", "Up to €900", "Open to quotes". */
export function budgetWords({ budgetMin: min, budgetMax: max, currency }: Budget, say: Say): string {
  if (min === null && max === null) return rules.BUDGET_BANDS.open;
  if (min !== null && max !== null && min !== max)
    return `${say.money(min, currency)} to ${say.money(max, currency)}`;
  if (min === null && max !== null) return `Up to ${say.money(max, currency)}`;
  return say.money(max ?? min ?? 0, currency);
}

/** One format on one line: "Paperback wrap: Amazon KDP, 129 × 198 mm, cream paper, 288 pages (final)". */
export function formatWords(format: BriefFormat): string {
  const facts = [
    format.printer && rules.PRINTERS[format.printer],
    format.trim && rules.formatTrim(format.trim),
    format.paper && `${rules.PAPERS[format.paper].toLowerCase()} paper`,
    format.pageCount !== null && `${format.pageCount} pages${format.pagesFinal ? ' (final)' : ''}`,
    format.spineMm !== null && `spine ${format.spineMm} mm`,
    format.notes,
  ].filter(Boolean);
  return [FORMATS[format.kind], facts.join(', ')].filter(Boolean).join(': ');
}

export type ListedBrief = {
  id: string;
  title: string;
  authorName: string;
  imprint: string;
  ownerName: string;
  state: rules.BriefState;
  genre: keyof typeof GENRES | null;
  formatKinds: (keyof typeof FORMATS)[];
  budgetKind: string;
  budgetMin: number | null;
  budgetMax: number | null;
  currency: rules.Currency;
  finalOn: string | null;
  blurb: string;
};

/** A listed brief as the interface shows it: every value is text. */
export function briefSummary(brief: ListedBrief, say: Say) {
  return {
    href: `/briefs/${brief.id}`,
    title: brief.title || 'Untitled brief',
    author: brief.authorName || 'Author to be announced',
    publisher: brief.imprint || brief.ownerName,
    genre: brief.genre ? GENRES[brief.genre] : 'No genre yet',
    formats: brief.formatKinds.length > 0 ? brief.formatKinds.map((kind) => FORMATS[kind]) : ['None yet'],
    budget: budgetWords(fixedOr(brief), say),
    deadline: { label: brief.finalOn ? say.date(brief.finalOn) : 'Not set', dateTime: brief.finalOn ?? '' },
    status: { state: brief.state, label: rules.BRIEF_STATES[brief.state] },
    line: firstWords(brief.blurb, 160) || undefined,
  };
}

/** A fixed fee may be stored as its upper end alone. */
const fixedOr = ({ budgetKind, budgetMin, budgetMax, currency }: ListedBrief): Budget =>
  budgetKind === 'fixed'
    ? { budgetMin: budgetMax ?? budgetMin, budgetMax: budgetMax ?? budgetMin, currency }
    : { budgetMin, budgetMax, currency };

/** The first sentences of a text on one line, as many as fit; a sentence that is too long is cut between words. */
export function firstWords(text: string, max: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= max) return line;
  const cut = line.slice(0, max + 1);
  const sentences = /^.{40,}[.!?…][”’"]? /.exec(cut)?.[0].trim();
  if (sentences) return sentences;
  const gap = cut.lastIndexOf(' ');
  return `${cut.slice(0, gap > max / 2 ? gap : max).replace(/[\s,;:–—-]+$/, '')}…`;
}

const yesNo = (value: boolean) => (value ? 'Yes' : 'No');
const lines = (list: readonly string[]) => list.join('\n');

/** Every field of a brief with its label and what it says, in the order of the form. Empty ones say ''. */
export function briefWords(brief: BriefDetails, say: Say): { field: string; label: string; text: string }[] {
  const day = (value: string | null) => (value ? say.date(value) : '');
  const of = <Key extends string>(list: Record<Key, string>, key: Key | null) => (key ? list[key] : '');
  const rows: [string, string, string | number | null][] = [
    ['title', 'Title', brief.title],
    ['subtitle', 'Subtitle', brief.subtitle],
    ['authorName', 'Author', brief.authorName],
    ['series', 'Series', brief.series],
    ['seriesNumber', 'Number in the series', brief.seriesNumber],
    ['imprint', 'Publisher or imprint', brief.imprint],
    ['isbn', 'ISBN', brief.isbn],
    ['publicationOn', 'Publication date', day(brief.publicationOn)],
    ['language', 'Language', rules.languageName(brief.language)],
    ['direction', 'The book is read', of(rules.DIRECTIONS, brief.direction)],
    ['genre', 'Genre', of(GENRES, brief.genre)],
    ['audience', 'Audience', of(rules.AUDIENCES, brief.audience)],
    ['comparables', 'Comparable covers', lines(brief.comparables.map(comparableWords))],
    ['coversToAvoid', 'Covers you do not want', brief.coversToAvoid],
    ['blurb', 'Blurb', brief.blurb],
    ['synopsis', 'Synopsis', brief.synopsis],
    ['toneWords', 'Tone', brief.toneWords.join(', ')],
    ['mustHave', 'Must have', brief.mustHave],
    ['mustAvoid', 'Must avoid', brief.mustAvoid],
    ['palette', 'Palette', brief.palette],
    ['approach', 'Approach', of(rules.APPROACHES, brief.approach)],
    ['formats', 'Formats', lines(brief.formats.map(formatWords))],
    ['productionNotes', 'Notes on production', brief.productionNotes],
    ['budget', 'Budget', budgetWords(brief, say)],
    ['roundOneOn', 'First round due', day(brief.roundOneOn)],
    ['finalOn', 'Final files due', day(brief.finalOn)],
    ['concepts', 'Concepts', brief.concepts],
    ['revisionRounds', 'Rounds of changes', brief.revisionRounds],
    ['rightsMedia', 'Rights: media', brief.rightsMedia.map((key) => rules.RIGHTS_MEDIA[key]).join(', ')],
    ['rightsTerritory', 'Rights: territory', of(rules.RIGHTS_TERRITORIES, brief.rightsTerritory)],
    ['rightsTerm', 'Rights: term', of(rules.RIGHTS_TERMS, brief.rightsTerm)],
    ['rightsExclusive', 'Rights: exclusive', yesNo(brief.rightsExclusive)],
    ['creditLine', 'Credit line', brief.creditLine],
    ['aiPolicy', 'AI', of(rules.AI_POLICIES, brief.aiPolicy)],
    ['stockPolicy', 'Stock images', of(rules.STOCK_POLICIES, brief.stockPolicy)],
    ['visibility', 'Who can see it', rules.VISIBILITY[brief.visibility]],
  ];
  return rows.map(([field, label, text]) => ({ field, label, text: String(text ?? '') }));
}

const comparableWords = ({ title, author, likes }: BriefDetails['comparables'][number]) =>
  [title, author && ` by ${author}`, likes && `: ${likes}`].filter(Boolean).join('');

/** What two versions of a brief say differently, field by field. */
export function differences(theirs: BriefDetails, yours: BriefDetails, say: Say) {
  const typed = briefWords(yours, say);
  return briefWords(theirs, say).flatMap(({ label, text }, at) =>
    text === typed[at]?.text ? [] : [{ field: label, theirs: text, yours: typed[at]?.text ?? '' }],
  );
}
