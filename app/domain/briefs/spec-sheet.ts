/** The print specification of one format as a brief's page shows it, with what it was before. */
import { askOf } from '../covers/ask.ts';
import { drawingOf } from '../covers/drawing.ts';
import { FORMATS } from '../covers/rules.ts';
import type { BriefFormat } from './formats.ts';
import { formatTrim, PAPERS, PRINTERS } from './rules.ts';
import { measureWords, sameVersion, versionOf, whatChanged, type StoredSpec } from './spec-versions.ts';
import { numbersOf } from './spec-words.ts';
import { specState, whyNoNumbers, type BookFacts } from './specs.ts';
import type { Say } from './words.ts';

/** `kept` are the versions of this format, newest first. What is shown follows from the brief, not from them. */
export function formatSheet(format: BriefFormat, book: BookFacts, kept: readonly StoredSpec[], say: Say) {
  const state = specState(format, book);
  const computed = state.state === 'computed' ? state : null;
  const bound = computed?.judged.kind === 'bound';
  const [now, ...earlier] = kept;
  const stands = now && sameVersion(now, versionOf(format, book));
  const [before] = earlier;
  return {
    kind: FORMATS[format.kind],
    notes: format.notes,
    standing: bound ? (format.pagesFinal ? 'Final' : 'Estimated') : null,
    since: stands ? `Version ${now.briefVersion}, ${say.date(now.createdAt)}` : null,
    // Under its own heading it needs no name.
    changed: (stands && before && whatChanged(before, now)?.replace(`${FORMATS[now.kind]}: `, '')) || null,
    asked: askedFacts(format),
    numbers: computed ? numbersOf(computed) : [],
    note: format.kind === 'custom' ? null : whyNoNumbers(state),
    drawing: computed && bound ? drawingOf(computed.geometry, computed.judged) : null,
    ask: computed && askOf(computed.spec),
    earlier: earlier.map((version) => ({
      when: `Version ${version.briefVersion}, ${say.date(version.createdAt)}`,
      what: measureWords(version),
    })),
  };
}
export type FormatSheet = ReturnType<typeof formatSheet>;

/** What the publisher said, as far as it is said. */
function askedFacts({ printer, trim, paper, pageCount, pagesFinal, spineMm }: BriefFormat) {
  const facts = [
    { term: 'Printer', value: printer ? PRINTERS[printer] : '' },
    { term: 'Trim size', value: trim ? formatTrim(trim) : '' },
    { term: 'Paper', value: paper ? PAPERS[paper] : '' },
    { term: 'Pages', value: pageCount === null ? '' : `${pageCount}, ${pagesFinal ? 'final' : 'estimated'}` },
    { term: 'Spine given', value: spineMm === null ? '' : `${spineMm} mm` },
  ];
  return facts.filter(({ value }) => value !== '');
}
