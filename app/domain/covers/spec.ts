/**
 * The print specification of one cover, judged: which printer, binding, trim, paper and page count go together, and
 * in what limits. Every refusal names its field, says why, and what would be allowed.
 */
import type { Format } from './rules.ts';
import { FORMATS } from './rules.ts';
import {
  PAPERS,
  PRINTER_KEYS,
  printerTable,
  type Binding,
  type Paper,
  type Printer,
  type Range,
  type Screen,
  type Size,
} from './printers/index.ts';

export type Direction = 'ltr' | 'rtl';
/** What a cover is made to. Lengths in inches. */
export type CoverSpec = {
  format: Format;
  printer: Printer;
  /** The book's size when closed; not asked of screens. */
  trim: Size | null;
  paper: Paper | null;
  pages: number | null;
  /** Only for printers that publish none. */
  spine: number | null;
  direction: Direction;
};

export type SpecField = 'printer' | 'format' | 'trim' | 'paper' | 'pages' | 'spine';
export type SpecProblem = {
  field: SpecField;
  /** A sentence for people. */
  reason: string;
  /** What would do: a range of pages, sizes or widths, or names to choose from. */
  allowed?: Range | { w: Range; h: Range } | readonly string[];
  /** Nothing is wrong, there is only something left to say. */
  missing?: true;
};

/** A bound cover whose parts go together, with every number that its geometry needs. */
export type BoundSpec = {
  kind: 'bound';
  binding: Binding;
  trim: Size;
  pages: number;
  spine: number;
  limits: Range | null;
};
export type ScreenSpec = { kind: 'screen'; screen: Screen };
export type Judged = { ok: true; spec: BoundSpec | ScreenSpec } | { ok: false; problems: SpecProblem[] };

/** Thicker than any book a press binds. */
const SPINE: Range = { min: 0.02, max: 6 };
/** Sizes are the same when they print the same: half of a hundredth of an inch. */
const SAME = 0.005;
const same = (a: Size, b: Size) => Math.abs(a.w - b.w) < SAME && Math.abs(a.h - b.h) < SAME;
const within = (value: number, { min, max }: Range) => value >= min - 1e-9 && value <= max + 1e-9;
/** A leaf has two sides: printers count up to even. */
export const evenPages = (pages: number): number => pages + (pages % 2);

/** Judges a spec whole. All problems that can be told apart are told at once. */
export function judgeSpec(spec: CoverSpec): Judged {
  const table = printerTable(spec.printer);
  if (spec.format === 'ebook_front' || spec.format === 'audiobook_square') {
    const screen = table.screens[spec.format];
    return screen
      ? { ok: true, spec: { kind: 'screen', screen } }
      : refused(notMade(table.name, spec.format));
  }
  const binding = spec.format === 'custom' ? undefined : table.bindings[spec.format];
  if (!binding) return refused(notMade(table.name, spec.format));
  return judgeBound(spec, binding);
}

const refused = (...problems: SpecProblem[]): Judged => ({ ok: false, problems });

const makes = (printer: Printer, format: Format): boolean => {
  const { bindings, screens } = printerTable(printer);
  return format in bindings || format in screens;
};

const notMade = (printer: string, format: Format): SpecProblem => ({
  field: 'printer',
  allowed: PRINTER_KEYS.filter((key) => makes(key, format)),
  reason:
    format === 'custom'
      ? 'Something else has no measurements of its own; the brief’s notes say them.'
      : `${printer} publishes no measurements for this: ${FORMATS[format].toLowerCase()}. Ask it for its template.`,
});

function judgeBound(spec: CoverSpec, binding: Binding): Judged {
  const problems: SpecProblem[] = [];
  const need = (field: SpecField, reason: string, allowed?: SpecProblem['allowed']) =>
    problems.push({ field, reason, missing: true, ...(allowed && { allowed }) });
  const refuse = (field: SpecField, reason: string, allowed: SpecProblem['allowed']) =>
    problems.push({ field, reason, ...(allowed && { allowed }) });

  const { trim, paper, pages } = spec;
  const row = trim && rowOf(binding, trim);
  if (!trim) need('trim', 'Say how large the book is: width × height.');
  else if (!row)
    refuse(
      'trim',
      `${binding.name} is not made at ${inches(trim)}: ${sizesOf(binding)}.`,
      allowedSizes(binding),
    );

  const papers = row ? papersAt(binding, row) : binding.papers;
  if (binding.papers.length > 0 && !paper) need('paper', 'Say what paper the pages are printed on.', papers);
  else if (paper && binding.papers.length > 0 && !papers.includes(paper))
    refuse(
      'paper',
      `${binding.name}${trim && row && binding.papers.includes(paper) ? ` at ${inches(trim)}` : ''} is not printed on ${PAPERS[paper].toLowerCase()}; it is on ${listed(papers)}.`,
      papers,
    );

  const limits = row ? pagesAt(binding, row, paper) : null;
  const even = pages === null ? null : evenPages(pages);
  // A given spine needs no count: the printer has counted.
  if (even === null && binding.spine) need('pages', 'Say how many pages the book has.', limits ?? undefined);
  else if (even !== null && limits && !within(even, limits))
    refuse(
      'pages',
      `${binding.name}${paper && binding.papers.length > 0 && trim ? ` at ${inches(trim)} on ${PAPERS[paper].toLowerCase()}` : ''} takes ${limits.min} to ${limits.max} pages; this has ${even}.`,
      limits,
    );

  if (!binding.spine && spec.spine === null)
    need('spine', 'This printer publishes no spine width: take it from its template.', SPINE);
  else if (!binding.spine && spec.spine !== null && !within(spec.spine, SPINE))
    refuse('spine', `A spine is ${SPINE.min} to ${SPINE.max} in wide.`, SPINE);

  if (problems.length > 0 || !trim) return { ok: false, problems };
  // Without a paper there are no papers to tell apart.
  const spine = binding.spine ? binding.spine(even ?? 0, paper ?? 'white') : (spec.spine ?? 0);
  return { ok: true, spec: { kind: 'bound', binding, trim, pages: even ?? 0, spine, limits } };
}

type Row = { pages: Partial<Record<Paper, Range>> };

/** The limits that hold at a size; null when the size is not made. */
function rowOf(binding: Binding, trim: Size): Row | null {
  const exact = binding.rows.find(({ trims }) => trims.some((one) => same(one, trim)));
  if (exact) return exact;
  const { custom, rows } = binding;
  if (!custom || !within(trim.w, custom.w) || !within(trim.h, custom.h)) return null;
  if (rows.length === 0) return { pages: {} };
  const holds = rows.find(({ trims }) => trims.some(({ w, h }) => w >= trim.w && h >= trim.h));
  return holds ?? strictest(rows);
}

/** For a size that no listed one holds: what all rows allow. */
function strictest(rows: Binding['rows']): Row {
  const pages: Row['pages'] = {};
  for (const paper of Object.keys(PAPERS) as Paper[]) {
    const ranges = rows.flatMap((row) => row.pages[paper] ?? []);
    if (ranges.length < rows.length) continue;
    pages[paper] = {
      min: Math.max(...ranges.map(({ min }) => min)),
      max: Math.min(...ranges.map(({ max }) => max)),
    };
  }
  return { pages };
}

const papersAt = (binding: Binding, row: Row): readonly Paper[] =>
  binding.rows.length === 0 ? binding.papers : binding.papers.filter((paper) => row.pages[paper]);

function pagesAt(binding: Binding, row: Row, paper: Paper | null): Range | null {
  if (binding.rows.length === 0) return binding.pages ?? null;
  return paper ? (row.pages[paper] ?? null) : null;
}

/** Papers and pages a binding takes at a size, for forms that show limits while they are filled in. */
export function limitsAt(
  binding: Binding,
  trim: Size,
): { papers: readonly Paper[]; pages: Partial<Record<Paper, Range>>; any: Range | null } | null {
  const row = rowOf(binding, trim);
  return (
    row && {
      papers: papersAt(binding, row),
      pages: row.pages,
      any: binding.rows.length === 0 ? (binding.pages ?? null) : null,
    }
  );
}

const inches = ({ w, h }: Size) => `${Number(w.toFixed(4))} × ${Number(h.toFixed(4))} in`;
const listed = (papers: readonly Paper[]) => papers.map((paper) => PAPERS[paper].toLowerCase()).join(', ');
const allowedSizes = (binding: Binding) =>
  binding.custom ?? binding.rows.flatMap(({ trims }) => trims.map(inches));
const sizesOf = (binding: Binding) =>
  binding.custom
    ? `width ${binding.custom.w.min} to ${binding.custom.w.max} in, height ${binding.custom.h.min} to ${binding.custom.h.max} in`
    : binding.rows.flatMap(({ trims }) => trims.map(inches)).join(', ');
