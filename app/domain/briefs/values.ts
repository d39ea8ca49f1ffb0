/**
 * The brief form's fields as text: what a stored brief puts into them, what a new one starts with, and
 * which of the fields somebody sent are ours at all.
 */
import type { BriefDetails, BriefFormat } from './form.ts';
import { BRIEF_SECTIONS } from './sections.ts';
import { formatTrim } from '../covers/lengths.ts';
import { typedMoney } from './typed.ts';

export type FormatValues = {
  id: string;
  kind: string;
  printer: string;
  trim: string;
  paper: string;
  pages: string;
  pagesFinal: string;
  spine: string;
  notes: string;
};
export type ComparableValues = { title: string; author: string; likes: string };
/** Every field by name. A list that is a list of words is an array; the rest is text, empty when there is nothing. */
export type BriefValues = Record<TextField, string> & {
  rightsMedia: string[];
  formats: Partial<FormatValues>[];
  comparables: Partial<ComparableValues>[];
};
type TextField = Exclude<
  (typeof BRIEF_SECTIONS)[number]['fields'][number],
  'formats' | 'comparables' | 'rightsMedia'
>;

const spelled = (value: number | string | null): string => (value === null ? '' : String(value));

const formatValues = (format: BriefFormat): FormatValues => ({
  id: format.id ?? '',
  kind: format.kind,
  printer: format.printer ?? '',
  trim: format.trim ? formatTrim(format.trim) : '',
  paper: format.paper ?? '',
  pages: spelled(format.pageCount),
  pagesFinal: format.pagesFinal ? 'on' : '',
  spine: spelled(format.spineMm),
  notes: format.notes,
});

/** What the form shows of a stored brief. A brief without formats gets one empty row to fill in. */
export function valuesOf(details: BriefDetails): BriefValues {
  const { formats, comparables, budgetMin, budgetMax, budgetKind } = details;
  return {
    ...details,
    publicationOn: details.publicationOn ?? '',
    direction: details.direction ?? '',
    genre: details.genre ?? '',
    audience: details.audience ?? '',
    toneWords: details.toneWords.join(', '),
    approach: details.approach ?? '',
    budgetMin: budgetMin === null ? '' : typedMoney(budgetMin),
    budgetMax: budgetMax === null || budgetKind === 'fixed' ? '' : typedMoney(budgetMax),
    roundOneOn: details.roundOneOn ?? '',
    finalOn: details.finalOn ?? '',
    concepts: spelled(details.concepts),
    revisionRounds: spelled(details.revisionRounds),
    rightsTerritory: details.rightsTerritory ?? '',
    rightsTerm: details.rightsTerm ?? '',
    rightsExclusive: details.rightsExclusive ? 'on' : '',
    aiPolicy: details.aiPolicy ?? '',
    stockPolicy: details.stockPolicy ?? '',
    formats: formats.length > 0 ? formats.map(formatValues) : [{}],
    comparables,
  };
}

/** What a new brief starts with. */
export const NEW_BRIEF_VALUES: Partial<BriefValues> = {
  language: 'en',
  currency: 'EUR',
  visibility: 'public',
  rightsExclusive: 'on',
  formats: [{}],
  comparables: [],
};

const ROW_FIELD = /^(formats|comparables)\[(1?\d)\]\.([A-Za-z]{1,20})$/;
const ROW_FIELDS = new Set([
  ...['id', 'kind', 'printer', 'trim', 'paper', 'pages', 'pagesFinal', 'spine', 'notes'],
  ...['title', 'author', 'likes'],
]);
const LISTS = ['formats', 'comparables'];
const PLAIN_FIELDS = new Set<string>(
  BRIEF_SECTIONS.flatMap(({ fields }) => [...fields]).filter((name) => !LISTS.includes(name)),
);

function isOurs(name: string): boolean {
  const row = ROW_FIELD.exec(name);
  return row ? ROW_FIELDS.has(row[3] ?? '') : PLAIN_FIELDS.has(name);
}

/**
 * The fields of the form and nothing else, each once. conform builds lists and objects from the names it is
 * given: `formats[4000000000].kind` or an intent that is no JSON would hang or fail the request.
 */
export function ownFields(sent: URLSearchParams): URLSearchParams {
  const own = new URLSearchParams();
  for (const [name, value] of sent) {
    if (isOurs(name) && (name === 'rightsMedia' || !own.has(name))) own.append(name, value);
  }
  const intent = rowIntent(sent.get('__intent__'));
  if (intent) own.append('__intent__', intent);
  return own;
}

type Intent = { type?: unknown; payload?: { name?: unknown; index?: unknown } | null } | null;

/** What a button asked for, spelled anew: a row more, a row less, or only to look; null when it is anything else. */
function rowIntent(sent: string | null): string | null {
  const intent = read(sent);
  if (intent?.type === 'validate') return JSON.stringify({ type: 'validate', payload: {} });
  const { name, index } = intent?.payload ?? {};
  if (typeof name !== 'string' || !LISTS.includes(name)) return null;
  if (intent?.type === 'insert')
    return JSON.stringify({ type: 'insert', payload: { name, defaultValue: {} } });
  const there = typeof index === 'number' && ROW_FIELD.test(`${name}[${index}].id`);
  return intent?.type === 'remove' && there
    ? JSON.stringify({ type: 'remove', payload: { name, index } })
    : null;
}

function read(sent: string | null): Intent {
  try {
    return JSON.parse(sent ?? '') as Intent;
  } catch {
    return null;
  }
}
