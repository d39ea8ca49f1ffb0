/** A brief as its page shows it: everything in words, grouped as a designer reads it. */
import { GENRES } from '../covers/rules.ts';
import type { BriefDetails } from './form.ts';
import * as rules from './rules.ts';
import { formatSheet } from './spec-sheet.ts';
import type { StoredSpec } from './spec-versions.ts';
import { directionOf } from './specs.ts';
import { budgetWords, firstWords, type Say } from './words.ts';

type Shown = {
  id: string;
  ownerName: string;
  state: rules.BriefState;
  publishedAt: Date | null;
  details: BriefDetails;
};
type Fact = { term: string; value: string };

const of = <Key extends string>(list: Record<Key, string>, key: Key | null): string => (key ? list[key] : '');

const known = (facts: Fact[]): Fact[] => facts.filter(({ value }) => value !== '');

function termsOf(brief: BriefDetails): Fact[] {
  const rights = brief.rightsMedia.map((key) => rules.RIGHTS_MEDIA[key]).join(', ');
  const asked = rights || brief.rightsTerritory || brief.rightsTerm;
  return known([
    { term: 'Concepts', value: String(brief.concepts ?? '') },
    { term: 'Rounds of changes', value: String(brief.revisionRounds ?? '') },
    { term: 'Rights', value: rights },
    { term: 'Territory', value: of(rules.RIGHTS_TERRITORIES, brief.rightsTerritory) },
    { term: 'Term', value: of(rules.RIGHTS_TERMS, brief.rightsTerm) },
    { term: 'Exclusive', value: asked ? (brief.rightsExclusive ? 'Yes' : 'No') : '' },
    { term: 'Credit line', value: brief.creditLine },
    { term: 'AI', value: of(rules.AI_POLICIES, brief.aiPolicy) },
    { term: 'Stock images', value: of(rules.STOCK_POLICIES, brief.stockPolicy) },
  ]);
}

/** Which way the book is read, where that is not as everybody expects. */
const readOf = (brief: BriefDetails): string =>
  brief.direction || directionOf(brief) === 'rtl' ? rules.DIRECTIONS[directionOf(brief)] : '';

/** The words of a brief's page. `kept` are the versions of its specifications, newest first. */
export function briefSheet(brief: Shown, say: Say, kept: readonly StoredSpec[]) {
  const { details } = brief;
  const series = [details.series, details.seriesNumber].filter(Boolean).join(', ');
  return {
    id: brief.id,
    title: details.title || 'Untitled brief',
    subtitle: details.subtitle,
    author: details.authorName || 'Author to be announced',
    publisher: details.imprint || brief.ownerName,
    status: { state: brief.state, label: rules.BRIEF_STATES[brief.state] },
    invited: details.visibility === 'invited',
    posted: brief.publishedAt && {
      label: say.date(brief.publishedAt),
      dateTime: brief.publishedAt.toISOString(),
    },
    description: firstWords(details.blurb || `A cover for ${details.title || 'a book'}.`, 155),
    budget: budgetWords(details, say),
    due: details.finalOn ? say.date(details.finalOn) : '',
    key: known([
      { term: 'Budget', value: budgetWords(details, say) },
      { term: 'First round due', value: details.roundOneOn ? say.date(details.roundOneOn) : '' },
      { term: 'Final files due', value: details.finalOn ? say.date(details.finalOn) : 'Not set yet' },
      { term: 'Genre', value: of(GENRES, details.genre) },
      { term: 'Audience', value: of(rules.AUDIENCES, details.audience) },
      { term: 'Language', value: rules.languageName(details.language) },
      { term: 'Read', value: readOf(details) },
      { term: 'Series', value: series },
      { term: 'Publication', value: details.publicationOn ? say.date(details.publicationOn) : '' },
      { term: 'ISBN', value: details.isbn },
    ]),
    story: known([
      { term: 'Blurb', value: details.blurb },
      { term: 'Synopsis', value: details.synopsis },
    ]),
    direction: known([
      { term: 'Tone', value: details.toneWords.join(', ') },
      { term: 'Approach', value: of(rules.APPROACHES, details.approach) },
      { term: 'Palette', value: details.palette },
    ]),
    wishes: known([
      { term: 'Must have', value: details.mustHave },
      { term: 'Must avoid', value: details.mustAvoid },
      { term: 'Covers not wanted', value: details.coversToAvoid },
    ]),
    comparables: details.comparables,
    formats: details.formats.map((format) =>
      formatSheet(
        format,
        details,
        kept.filter(({ formatId }) => formatId === format.id),
        say,
      ),
    ),
    productionNotes: details.productionNotes,
    terms: termsOf(details),
  };
}
export type BriefSheet = ReturnType<typeof briefSheet>;
