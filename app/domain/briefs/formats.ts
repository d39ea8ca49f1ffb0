/**
 * One thing that a brief asks for, as typed and as stored. What is typed is read here once, for the form that refuses
 * what cannot be read and for the page that shows what follows from the rest of it.
 */
import { parseTrim, parseWhole, type Trim } from '../covers/lengths.ts';
import { BOUND_FORMATS, FORMATS, type Format } from '../covers/rules.ts';
import { parseSpine } from './typed.ts';
import { PAPERS, PRINTERS, type Paper, type Printer } from './vocabulary.ts';

/** One thing to be delivered. `id` is the stored row's, so that it stays the same row when edited. */
export type BriefFormat = {
  id: string | null;
  kind: Format;
  printer: Printer | null;
  trim: Trim | null;
  paper: Paper | null;
  pageCount: number | null;
  pagesFinal: boolean;
  spineMm: number | null;
  notes: string;
};

/** A row of the form whose choices are known to be on their lists. */
export type FormatRow = {
  id?: string | undefined;
  kind?: Format | undefined;
  printer: Printer | null;
  trim: string;
  paper: Paper | null;
  pages: string;
  pagesFinal: boolean;
  spine: string;
  notes: string;
};
type Problem = (field: keyof FormatRow, message: string) => void;

const UNBOUND = { trim: null, paper: null, pageCount: null, pagesFinal: false, spineMm: null };

/**
 * A row that says something becomes a format; what makes no sense for its kind is left out, readable or not. What
 * cannot be read is told to `problem`, and null.
 */
export function readRow(row: FormatRow, problem: Problem): BriefFormat | null {
  const { kind, printer, paper, pagesFinal, notes } = row;
  const id = row.id ?? null;
  const typed = { trim: row.trim.trim(), pages: row.pages.trim(), spine: row.spine.trim() };
  if (!kind) {
    const said = printer || paper || notes || typed.trim || typed.pages || typed.spine;
    if (said) problem('kind', 'Choose what this format is, or remove it');
    return null;
  }
  // Only Kindle asks more of an ebook than all shops do.
  const shop = kind === 'ebook_front' && printer === 'kdp' ? printer : null;
  if (!BOUND_FORMATS.includes(kind)) return { ...UNBOUND, id, kind, printer: shop, notes };
  const trim = parseTrim(typed.trim);
  if (typed.trim && !trim)
    problem('trim', 'Enter width × height, each from 2 to 20 in, such as 129 × 198 mm or 6 × 9 in');
  const pageCount = parseWhole(typed.pages, 1, 3000);
  if (typed.pages && pageCount === null)
    problem('pages', 'Enter the number of pages, from 1 to 3,000, such as 288');
  // KDP and Lulu publish how a spine is computed; a width typed for them would only contradict it.
  const computed = printer === 'kdp' || printer === 'lulu';
  const spineMm = computed ? null : parseSpine(typed.spine);
  if (!computed && typed.spine && spineMm === null)
    problem('spine', 'Enter the spine’s width in millimetres, up to 150, such as 19.2');
  return { id, kind, printer, trim, paper, pageCount, pagesFinal, spineMm, notes };
}

const keyIn = <Key extends string>(list: Record<Key, string>, value: unknown): Key | null =>
  typeof value === 'string' && Object.hasOwn(list, value) ? (value as Key) : null;
const textIn = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What a row of a form says as far as it can be read; null when it names no kind. */
export function formatIn(row: unknown): BriefFormat | null {
  const values = (typeof row === 'object' ? row : null) as Record<string, unknown> | null;
  const read = (name: string) => textIn(values?.[name]);
  return readRow(
    {
      kind: keyIn(FORMATS, values?.['kind']) ?? undefined,
      printer: keyIn(PRINTERS, values?.['printer']),
      paper: keyIn(PAPERS, values?.['paper']),
      pagesFinal: read('pagesFinal') === 'on',
      ...{ trim: read('trim'), pages: read('pages'), spine: read('spine'), notes: '' },
    },
    () => {},
  );
}
