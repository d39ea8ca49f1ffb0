/**
 * The specifications of a brief over its versions: what is kept of one, and what a change of it means to somebody who
 * works from the one before. Numbers are kept as they were told then, even if a printer's table is corrected later.
 */
import { askOf } from '../covers/ask.ts';
import { PAPERS, printerTable, type Paper } from '../covers/printers/index.ts';
import { FORMATS, type Format } from '../covers/rules.ts';
import type { CoverSpec } from '../covers/spec.ts';
import { writeSize } from '../covers/written.ts';
import type { BriefFormat } from './formats.ts';
import { specState, type BookFacts } from './specs.ts';
import { DIRECTIONS } from './vocabulary.ts';

export type Measures = { unit: 'in' | 'px'; width: number; height: number; spine: number };
/** One format at one version. `spec` and `measures` are null from when it could no longer be computed. */
export type SpecVersion = {
  kind: Format;
  spec: CoverSpec | null;
  measures: Measures | null;
  pagesFinal: boolean;
};

/** One that is kept, and of which version of its brief. */
export type StoredSpec = SpecVersion & { formatId: string; briefVersion: number; createdAt: Date };

/** What is kept of a format that a brief asks for. */
export function versionOf(format: BriefFormat, book: BookFacts): SpecVersion {
  const state = specState(format, book);
  const { kind, pagesFinal } = format;
  if (state.state !== 'computed') return { kind, spec: null, measures: null, pagesFinal: false };
  const { unit, width, height, spine } = state.geometry;
  return { kind, spec: state.spec, measures: { unit, width, height, spine }, pagesFinal };
}

/** Two versions that a file can be made to alike, and that promise as much. */
export const sameVersion = (a: SpecVersion, b: SpecVersion): boolean =>
  a.kind === b.kind && a.pagesFinal === b.pagesFinal && address(a) === address(b);
const address = ({ spec }: SpecVersion) => (spec ? askOf(spec) : '');

const OUT_OF_DATE = 'templates downloaded before are out of date';

/**
 * What became of a format, for whoever works from the version before: "Paperback wrap: 280 → 300 pages, spine 0.631 → 0.676 in;
 * templates downloaded before are out of date". Null when nothing did, or there were no numbers before.
 */
export function whatChanged(before: SpecVersion, after: SpecVersion | null): string | null {
  const name = FORMATS[before.kind];
  if (!before.spec || !before.measures) return null;
  if (!after) return `${name}: no longer asked for`;
  if (sameVersion(before, after)) return null;
  if (!after.spec || !after.measures) return `${name}: no longer computed; ${OUT_OF_DATE}`;
  if (before.kind !== after.kind) return `${name} → ${FORMATS[after.kind]}; ${OUT_OF_DATE}`;
  if (address(before) === address(after))
    return `${name}: the page count is ${after.pagesFinal ? 'final now' : 'an estimate again'}; the size stays the same`;
  const said = [
    ...specChanges(before.spec, after.spec),
    ...measureChanges(before.measures, after.measures),
  ].join(', ');
  return `${name}: ${said}; ${OUT_OF_DATE}${stuckSpine(before.spec, after.spec)}`;
}

/** Thousandths of an inch, as printers print them. */
const fine = (value: number) => String(Number(value.toFixed(3)));
const arrow = (before: string, after: string, unit = '') =>
  before === after ? [] : [`${before} → ${after}${unit}`];
const named = (what: string, change: string[]) => change.map((one) => `${what} ${one}`);

const specChanges = (a: CoverSpec, b: CoverSpec): string[] => [
  ...arrow(printerTable(a.printer).name, printerTable(b.printer).name),
  ...arrow(trimWords(a), trimWords(b)),
  ...arrow(paperWords(a.paper), paperWords(b.paper)),
  ...arrow(String(a.pages ?? 'no'), String(b.pages ?? 'no'), ' pages'),
  ...arrow(DIRECTIONS[a.direction], DIRECTIONS[b.direction]).map((one) => one.toLowerCase()),
];

const coverWords = ({ unit, width, height }: Measures) => `${fine(width)} × ${fine(height)} ${unit}`;

/** "6 × 9 in, white, 280 pages, final, spine 0.631 in, cover 12.881 × 9.25 in". */
export function measureWords({ spec, measures, pagesFinal }: SpecVersion): string {
  if (!spec || !measures) return 'Not computed';
  if (measures.unit === 'px') return coverWords(measures);
  const pages = spec.pages !== null && `${spec.pages} pages, ${pagesFinal ? 'final' : 'estimated'}`;
  const said = [spec.trim && trimWords(spec), spec.paper && paperWords(spec.paper), pages];
  return [...said.filter(Boolean), `spine ${fine(measures.spine)} in`, `cover ${coverWords(measures)}`].join(
    ', ',
  );
}

const measureChanges = (a: Measures, b: Measures): string[] => [
  ...named('spine', arrow(fine(a.spine), fine(b.spine), ' in')),
  ...named('cover', arrow(coverWords(a), coverWords(b))),
];

/** A spine that was typed does not follow the pages by itself. */
const stuckSpine = (a: CoverSpec, b: CoverSpec): string =>
  a.printer === b.printer && b.spine !== null && a.pages !== b.pages && a.spine === b.spine
    ? '. The spine’s width is still the one given for the pages before'
    : '';

const trimWords = ({ trim }: CoverSpec) => (trim ? writeSize(trim) : 'no trim size');
const paperWords = (paper: Paper | null) => (paper ? PAPERS[paper].toLowerCase() : 'no paper');

type Formats = readonly BriefFormat[];

/** What saving `after` over `before` makes stale, format by format. */
export function staleAfter(
  before: { formats: Formats } & BookFacts,
  after: { formats: Formats } & BookFacts,
): string[] {
  return before.formats.flatMap((format) => {
    const now = after.formats.find(({ id }) => id !== null && id === format.id);
    return whatChanged(versionOf(format, before), now ? versionOf(now, after) : null) ?? [];
  });
}
