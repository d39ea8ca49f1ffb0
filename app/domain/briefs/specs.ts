/**
 * What a brief's formats are made to: each as a cover's specification, judged and laid out. The brief keeps what the
 * publisher said; everything here follows from it and from the printers' tables.
 */
import { fieldsFor } from '../covers/ask.ts';
import { layOut, onScreen, type Geometry } from '../covers/geometry.ts';
import { mm } from '../covers/printers/index.ts';
import {
  judgeSpec,
  type BoundSpec,
  type CoverSpec,
  type Direction,
  type ScreenSpec,
  type SpecField,
  type SpecProblem,
} from '../covers/spec.ts';
import type { BriefFormat } from './formats.ts';
import { usualDirection } from './vocabulary.ts';

/** What a whole book has to say about each of its covers. */
export type BookFacts = { language: string; direction: Direction | null };

export const directionOf = ({ language, direction }: BookFacts): Direction =>
  direction ?? usualDirection(language);

/**
 * The specification a format asks for, without what makes no difference to it; null while its printer is not decided,
 * and for "something else", which has no measurements.
 */
export function coverSpecOf(format: BriefFormat, book: BookFacts): CoverSpec | null {
  const { kind } = format;
  const nothing = { trim: null, paper: null, pages: null, spine: null, direction: 'ltr' } as const;
  if (kind === 'audiobook_square') return { format: kind, printer: 'acx', ...nothing };
  if (kind === 'ebook_front') return { format: kind, printer: format.printer ?? 'other', ...nothing };
  const { printer, trim, pageCount: pages, spineMm } = format;
  if (kind === 'custom' || !printer) return null;
  const asked = fieldsFor(printer, kind);
  const inches = (side: number) => (trim?.unit === 'mm' ? mm(side) : side);
  return {
    ...{ format: kind, printer, pages, direction: directionOf(book) },
    trim: trim && { w: inches(trim.width), h: inches(trim.height) },
    paper: asked.includes('paper') ? format.paper : null,
    spine: asked.includes('spine') && spineMm !== null ? mm(spineMm) : null,
  };
}

export type Computed = {
  state: 'computed';
  spec: CoverSpec;
  judged: BoundSpec | ScreenSpec;
  geometry: Geometry;
};
export type SpecState =
  | Computed
  /** Nothing is wrong, there is only something left to say. */
  | { state: 'incomplete'; missing: readonly SpecProblem[] }
  /** No printer makes it like this. */
  | { state: 'refused'; problems: readonly SpecProblem[] }
  /** Nobody publishes measurements for it. */
  | { state: 'none'; reason: string };

const UNDECIDED: SpecProblem = { field: 'printer', reason: 'Say who prints the book.', missing: true };
const NO_MEASUREMENTS = 'Something else has no measurements of its own; the notes say them.';

/** How far a format has come towards numbers. */
export function specState(format: BriefFormat, book: BookFacts): SpecState {
  if (format.kind === 'custom') return { state: 'none', reason: NO_MEASUREMENTS };
  const spec = coverSpecOf(format, book);
  if (!spec) return { state: 'incomplete', missing: [UNDECIDED, ...unsaid(format)] };
  const verdict = judgeSpec(spec);
  if (verdict.ok) {
    const judged = verdict.spec;
    const geometry = judged.kind === 'screen' ? onScreen(judged) : layOut(judged, spec.direction);
    return { state: 'computed', spec, judged, geometry };
  }
  const problems = verdict.problems.filter(({ missing }) => !missing);
  // A printer without a table of its own for a binding may still make it: that is no reason to refuse the brief.
  const [unknown] = problems.filter(({ field }) => field === 'printer');
  if (unknown) return { state: 'none', reason: unknown.reason };
  return problems.length > 0
    ? { state: 'refused', problems }
    : { state: 'incomplete', missing: verdict.problems };
}

/** What is missing whoever prints the book. */
const unsaid = ({ trim, pageCount }: BriefFormat): SpecProblem[] => [
  ...(trim ? [] : [{ field: 'trim' as const, reason: '', missing: true as const }]),
  ...(pageCount === null ? [{ field: 'pages' as const, reason: '', missing: true as const }] : []),
];

const FIELD_WORDS: Record<SpecField, string> = {
  ...{ printer: 'printer', format: 'kind', trim: 'trim size' },
  ...{ paper: 'paper', pages: 'pages', spine: 'spine width' },
};

/** "Not computed yet: trim size and pages missing." Null when there are numbers. */
export function whyNoNumbers(state: SpecState): string | null {
  if (state.state === 'computed') return null;
  if (state.state === 'none') return `Not computed. ${state.reason}`;
  if (state.state === 'refused')
    return `Not computed: ${state.problems.map(({ reason }) => reason).join(' ')}`;
  const named = state.missing.map(({ field }) => FIELD_WORDS[field]);
  const last = named.pop() ?? '';
  return `Not computed yet: ${named.length > 0 ? `${named.join(', ')} and ${last}` : last} missing.`;
}

/** The field of the form that a problem stands beside. */
const formField = (field: SpecField) => (field === 'format' ? 'kind' : field);

/** What no printer makes, format by format, as the fields of the form and why; rows that name no kind are null. */
export const refusedSpecs = (formats: readonly (BriefFormat | null)[], book: BookFacts) =>
  formats.flatMap((format, at) => {
    const state = format && specState(format, book);
    if (state?.state !== 'refused') return [];
    return state.problems.map(({ field, reason }) => ({
      field: `formats[${at}].${formField(field)}`,
      message: reason.replace(/\.$/, ''),
    }));
  });
