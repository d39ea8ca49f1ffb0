/** The parts of the brief form: what is asked where, and the ids by which messages lead to their fields. */

import { formatIn, type BriefFormat } from './formats.ts';
import { bookIn } from './spec-form.ts';
import { refusedSpecs, type BookFacts } from './specs.ts';
import { parseDay } from './typed.ts';

/** The five sections, in order, with the fields of each. */
export const BRIEF_SECTIONS = [
  {
    id: 'book',
    title: 'The book',
    fields: [
      ...['title', 'subtitle', 'authorName', 'series', 'seriesNumber'],
      ...['imprint', 'isbn', 'publicationOn', 'language', 'direction'],
    ],
  },
  { id: 'market', title: 'The market', fields: ['genre', 'audience', 'comparables', 'coversToAvoid'] },
  {
    id: 'story',
    title: 'Story and direction',
    fields: ['blurb', 'synopsis', 'toneWords', 'mustHave', 'mustAvoid', 'palette', 'approach'],
  },
  { id: 'production', title: 'Formats and production', fields: ['formats', 'productionNotes'] },
  {
    id: 'terms',
    title: 'Terms',
    fields: [
      ...['budgetMin', 'budgetMax', 'currency', 'roundOneOn', 'finalOn', 'concepts', 'revisionRounds'],
      ...['rightsMedia', 'rightsTerritory', 'rightsTerm', 'rightsExclusive', 'creditLine'],
      ...['aiPolicy', 'stockPolicy', 'visibility'],
    ],
  },
] as const;
export type BriefSectionId = (typeof BRIEF_SECTIONS)[number]['id'];

/** Fields that always hold something, and so say nothing about whether a section has been looked at. */
const ALWAYS_FILLED = new Set(['language', 'currency', 'visibility', 'rightsExclusive']);

/** A form field's name → the id of its control: `formats[0].kind` → `brief-formats-0-kind`. */
export const fieldId = (name: string): string => `brief-${name.replace(/\]/g, '').replace(/[[.]/g, '-')}`;

/** The id where a message about a field leads: for the formats as a whole, the kind of the first. */
export const errorTarget = (field: string): string =>
  fieldId(field === 'formats' ? 'formats[0].kind' : field);

export type Missing = {
  field: string;
  message: string;
  /** It is there, and cannot be. */
  wrong?: true;
};

/** `formats[0].pages` is part of `formats`. */
const partOf = (field: string): string => field.split('[')[0] ?? field;

type Draft = BookFacts & {
  title: string;
  genre: string | null;
  /** A row of a form that names no kind yet is null. */
  formats: readonly (BriefFormat | null)[];
  roundOneOn: string | null;
  finalOn: string | null;
};

/** What a brief still needs before designers see it, each with how to mend it; empty when nothing. `today` is `YYYY-MM-DD`. */
export function missingToPublish(brief: Draft, today: string): Missing[] {
  const missing: Missing[] = [];
  const say = (field: string, message: string) => void missing.push({ field, message });
  if (!brief.title) say('title', 'Enter the title of the book, or a working title');
  if (!brief.genre) say('genre', 'Choose a genre');
  if (!brief.formats.some(Boolean)) say('formats', 'Choose at least one format to be delivered');
  for (const refused of refusedSpecs(brief.formats, brief)) missing.push({ ...refused, wrong: true });
  if (!brief.finalOn) say('finalOn', 'Enter the day the final files are due');
  else if (brief.finalOn <= today) say('finalOn', 'Choose a day after today for the final files');
  if (brief.roundOneOn && brief.finalOn && brief.roundOneOn > brief.finalOn)
    say('roundOneOn', 'Choose a day for the first round that is not after the final files');
  return missing;
}

/** First sketches due in under two weeks are a rush: allowed, and worth saying. */
export const isRush = (roundOneOn: string | null, today: string): boolean =>
  roundOneOn !== null && (Date.parse(roundOneOn) - Date.parse(today)) / 86_400_000 < 14;

const listed = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const said = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** The same for a form as it was typed: what `missingToPublish` would say if it were sent like this. */
export const missingInValues = (values: Readonly<Record<string, unknown>>, today: string): Missing[] =>
  missingToPublish(
    {
      title: said(values['title']),
      genre: said(values['genre']) || null,
      formats: listed(values['formats']).map(formatIn),
      ...bookIn(values),
      roundOneOn: parseDay(said(values['roundOneOn'])),
      finalOn: parseDay(said(values['finalOn'])),
    },
    today,
  );

/**
 * What publishing would refuse besides what is refused already, so that both are mended in one step. Fields that
 * could not be read are told of once.
 */
export const refusedToo = (
  values: Readonly<Record<string, unknown>>,
  errors: Readonly<Record<string, unknown>> | null | undefined,
  today: string,
): Record<string, string[]> =>
  Object.fromEntries(
    missingInValues(values, today)
      .filter(({ field }) => !errors?.[field])
      .map(({ field, message }) => [field, [message]]),
  );

/** The field of a stored format as the form has it: rows that were left empty there have become none. */
export function fieldInForm(field: string, values: Readonly<Record<string, unknown>>): string {
  const rows = listed(values['formats']).flatMap((row, at) => (formatIn(row) ? [at] : []));
  return field.replace(/^formats\[(\d+)\]/, (_, at) => `formats[${rows[Number(at)] ?? at}]`);
}

const holdsSomething = (value: unknown): boolean =>
  Array.isArray(value)
    ? value.some(holdsSomething)
    : typeof value === 'object' && value !== null
      ? Object.values(value).some(holdsSomething)
      : Boolean(value);

/** How each section stands, for the contents of the form: `values` is what its fields hold now. */
export const sectionStates = (values: Readonly<Record<string, unknown>>, missing: readonly Missing[]) =>
  BRIEF_SECTIONS.map(({ id, title, fields }) => {
    const here = missing.filter(({ field }) => (fields as readonly string[]).includes(partOf(field)));
    const lacking = here.length;
    const mend = here.every(({ wrong }) => wrong) ? 'to mend' : 'to fill in';
    const begun = fields.some((name) => !ALWAYS_FILLED.has(name) && holdsSomething(values[name]));
    const state = lacking > 0 ? ('needs' as const) : begun ? ('done' as const) : ('empty' as const);
    const note = lacking > 0 ? `${lacking} ${mend}` : begun ? 'Begun' : undefined;
    return { id, title, state, note };
  });
