/**
 * The address of a cover's measurements: `printer=kdp&format=paperback_wrap&trim=6x9&paper=white&pages=200` ⇄ a spec.
 * The calculator, its data and the template files are all asked in it. People write addresses too, so whatever the
 * brief's form can read is read here.
 */
import { parseLength, parseTrim, parseWhole } from './lengths.ts';
import {
  mm,
  MM_PER_INCH,
  PAPER_KEYS,
  PRINTER_KEYS,
  printerTable,
  type Printer,
  type Range,
  type Size,
} from './printers/index.ts';
import { FORMAT_KEYS, type Format } from './rules.ts';
import {
  judgeSpec,
  type BoundSpec,
  type CoverSpec,
  type Direction,
  type ScreenSpec,
  type SpecField,
  type SpecProblem,
} from './spec.ts';

export const USUAL_DPI = 300;
const DPI: Range = { min: 72, max: 1200 };
const DIRECTIONS: readonly Direction[] = ['ltr', 'rtl'];
/** More pages than any press binds. */
const MOST_PAGES = 9999;
/** No spine is so many inches wide: a bare number above it is millimetres. */
const ONLY_MM = 6;
/** What can be measured: "something else" has no measurements. */
export type MeasuredFormat = Exclude<Format, 'custom'>;
export const MEASURED_FORMATS = FORMAT_KEYS.filter((format): format is MeasuredFormat => format !== 'custom');

export type AskField = SpecField | 'direction' | 'dpi';
export const ASK_FIELDS = [
  ...(['printer', 'format', 'trim', 'paper', 'pages', 'spine', 'direction', 'dpi'] as const),
];
export type AskProblem = Omit<SpecProblem, 'field'> & { field: AskField };

/**
 * `ignored` are fields that were given and make no difference, such as the paper of a book made by Lulu; `read` is what
 * could be read of a spec that is refused, null while printer and format are not known.
 */
export type Ask =
  | { ok: true; spec: CoverSpec; judged: BoundSpec | ScreenSpec; dpi: number; ignored: AskField[] }
  | { ok: false; problems: AskProblem[]; read: CoverSpec | null; dpi: number; ignored: AskField[] };

type Told = Omit<AskProblem, 'field'>;
/** A value, null for an empty field, or what is wrong with it. */
type Read<T> = { value: T | null } | { problem: Told };

/** The fields that make a difference to what is made; before that is known, all. */
export function fieldsFor(printer: Printer | null, format: MeasuredFormat | null): readonly AskField[] {
  if (!printer || !format) return ASK_FIELDS;
  if (format === 'ebook_front' || format === 'audiobook_square') return ['printer', 'format'];
  const binding = printerTable(printer).bindings[format];
  return ASK_FIELDS.filter((field) => {
    if (field === 'paper') return !binding || binding.papers.length > 0;
    if (field === 'spine') return binding?.spine === null;
    return true;
  });
}

/** Reads and judges an address. What cannot be read is told beside what is refused, all at once. */
export function readAsk(params: URLSearchParams): Ask {
  const problems: AskProblem[] = [];
  const typed = (field: AskField) => (params.get(field) ?? '').trim();
  const take = <T>(field: AskField, read: (text: string) => Read<T>): T | null => {
    const result = read(typed(field));
    if ('value' in result) return result.value;
    problems.push({ field, ...result.problem });
    return null;
  };
  const printer = take('printer', (text) =>
    required(text, PRINTER_KEYS, 'Say who prints or sells the book.'),
  );
  const format = take('format', (text) => required(text, MEASURED_FORMATS, 'Say what the cover is for.'));
  const asked = fieldsFor(printer, format);
  const ignored = ASK_FIELDS.filter((field) => typed(field) && !asked.includes(field));
  // Nobody is stopped by what makes no difference.
  const ask = <T>(field: AskField, read: (text: string) => Read<T>) =>
    asked.includes(field) ? take(field, read) : null;
  const trim = ask('trim', readTrim);
  const paper = ask('paper', (text) => oneOf(text, PAPER_KEYS));
  const pages = ask('pages', readPages);
  const spine = ask('spine', readSpine);
  const direction = ask('direction', (text) => oneOf(text, DIRECTIONS)) ?? 'ltr';
  const dpi = ask('dpi', readDpi) ?? USUAL_DPI;
  if (!printer || !format) return { ok: false, problems, read: null, dpi, ignored };
  const spec: CoverSpec = { format, printer, trim, paper, pages, spine, direction };
  const judged = judgeSpec(spec);
  if (judged.ok && problems.length === 0) return { ok: true, spec, judged: judged.spec, dpi, ignored };
  // What could not be read is not missing too.
  const unread = problems.map(({ field }) => field);
  const refused = judged.ok ? [] : judged.problems.filter(({ field }) => !unread.includes(field));
  return { ok: false, problems: [...problems, ...refused], read: spec, dpi, ignored };
}

/** The address of a spec: always the same for the same, without what goes without saying. */
export function askOf(spec: CoverSpec, dpi = USUAL_DPI): string {
  const { printer, format, trim, paper, pages, spine, direction } = spec;
  const said: Record<AskField, string | number | null> = {
    ...{ printer, format, paper, pages },
    trim: trim && writeTrim(trim),
    spine: spine === null ? null : writeSpine(spine),
    direction: direction === 'ltr' ? null : direction,
    dpi: dpi === USUAL_DPI ? null : dpi,
  };
  const asked = fieldsFor(printer, format === 'custom' ? null : format);
  const pairs = asked.flatMap((field) => (said[field] === null ? [] : [[field, String(said[field])]]));
  return new URLSearchParams(pairs).toString();
}

/** "Standard colour" is standard_color. */
const keyOf = (text: string) =>
  text
    .toLowerCase()
    .replace('colour', 'color')
    .replace(/[\s-]+/g, '_');

function oneOf<Key extends string>(text: string, keys: readonly Key[]): Read<Key> {
  const value = keys.find((key) => key === keyOf(text));
  if (value || !text) return { value: value ?? null };
  return { problem: { reason: `This is one of ${keys.join(', ')}.`, allowed: keys } };
}

const required = <Key extends string>(text: string, keys: readonly Key[], missing: string): Read<Key> =>
  text ? oneOf(text, keys) : { problem: { reason: missing, allowed: keys, missing: true } };

function readTrim(text: string): Read<Size> {
  const trim = parseTrim(text);
  if (trim) {
    const inches = (side: number) => (trim.unit === 'mm' ? mm(side) : side);
    return { value: { w: inches(trim.width), h: inches(trim.height) } };
  }
  if (!text) return { value: null };
  const reason = 'Write width × height, each from 2 to 20 in, such as 6 × 9 in or 129 × 198 mm.';
  return { problem: { reason } };
}

function readPages(text: string): Read<number> {
  const value = parseWhole(text, 1, MOST_PAGES);
  if (value !== null || !text) return { value };
  return { problem: { reason: 'Write the number of pages as a whole number, such as 200.' } };
}

function readSpine(text: string): Read<number> {
  if (!text) return { value: null };
  const length = parseLength(text);
  const unit = length?.unit ?? (length && length.value > ONLY_MM ? 'mm' : null);
  if (length && unit) return { value: unit === 'mm' ? mm(length.value) : length.value };
  return { problem: { reason: 'Write the spine’s width with its unit, such as 12.5 mm or 0.49 in.' } };
}

function readDpi(text: string): Read<number> {
  const value = parseWhole(text, DPI.min, DPI.max);
  if (value !== null || !text) return { value };
  const reason = `Write the resolution as a whole number from ${DPI.min} to ${DPI.max}, such as ${USUAL_DPI}.`;
  return { problem: { reason, allowed: DPI } };
}

/** Four decimals, which is as fine as sizes are read. */
const fine = (value: number) => Number(value.toFixed(4));
const isFine = (value: number) => Math.abs(fine(value) - value) < 1e-9;

const writeTrim = ({ w, h }: Size): string =>
  isFine(w) && isFine(h) ? `${fine(w)}x${fine(h)}` : `${fine(w * MM_PER_INCH)}x${fine(h * MM_PER_INCH)}mm`;

const writeSpine = (spine: number): string =>
  isFine(spine) ? `${fine(spine)}in` : `${fine(spine * MM_PER_INCH)}mm`;
