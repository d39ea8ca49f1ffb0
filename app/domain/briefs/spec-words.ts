/** A print specification in words: numbers in inches and millimetres, limits, and what a change of them makes stale. */
import { formatTrim } from '../covers/lengths.ts';
import { pixels } from '../covers/geometry.ts';
import { PAPERS, printerTable, type Paper, type Range, type Size } from '../covers/printers/index.ts';
import { limitsAt, type CoverSpec } from '../covers/spec.ts';
import { writeInches, writeMetricSize, writeMillimetres, writePixels, writeSize } from '../covers/written.ts';
import type { BriefFormat } from './formats.ts';
import { coverSpecOf, type BookFacts, type Computed } from './specs.ts';

const DPI = 300;

export type Fact = { term: string; value: string };

const length = (inches: number) => `${writeInches(inches)} (${writeMillimetres(inches)})`;
const area = (size: Size) => `${writeSize(size)} (${writeMetricSize(size)})`;

/** What a designer sets up a file with. */
export function numbersOf({ judged, geometry: { width, height, spine, spineText } }: Computed): Fact[] {
  if (judged.kind === 'screen') return [{ term: 'Cover', value: writePixels({ w: width, h: height }) }];
  const { binding } = judged;
  return [
    { term: 'Spine', value: length(spine) },
    {
      term: binding.edgeIs === 'bleed' ? 'Cover with bleed' : 'Cover with wrap',
      value: area({ w: width, h: height }),
    },
    { term: 'At 300 dpi', value: writePixels({ w: pixels(width, DPI), h: pixels(height, DPI) }) },
    { term: 'Spine text', value: spineText ? 'Allowed' : tooThin(binding.spineText.from) },
  ];
}

const tooThin = (from: number) => (from > 0 ? `None: it needs ${from} pages` : 'None: the spine is too thin');

const range = ({ min, max }: Range, unit: string) => `${min} to ${max}${unit}`;
const lower = (paper: Paper) => PAPERS[paper].toLowerCase();

/** What may be filled in beside what is filled in already; a field without an entry has no limits to tell. */
export type SpecLimits = { trim?: string; paper?: string; pages?: string; spine?: string };

/** The limits of a format's printer, as hints for the form. */
export function limitsOf(format: BriefFormat, book: BookFacts): SpecLimits {
  const spec = coverSpecOf(format, book);
  const binding = spec && bindingOf(spec);
  if (!binding) return {};
  const at = spec.trim && limitsAt(binding, spec.trim);
  const where = format.trim && at ? ` at ${formatTrim(format.trim)}` : '';
  const { custom, rows } = binding;
  const ownSizes = rows.flatMap(({ trims }) => trims.map(writeSize)).join(', ');
  const trim = custom
    ? `${binding.name}: ${range(custom.w, ' in')} wide and ${range(custom.h, ' in')} high.`
    : `${binding.name}: ${ownSizes}.`;
  const papers = (at?.papers ?? binding.papers).map(lower).join(', ');
  return {
    trim,
    paper: papers
      ? `${binding.name}${where}: ${papers}.`
      : `${binding.name}: the spine does not depend on it.`,
    ...(at && { pages: pagesAt(at, spec.paper, where) }),
    spine: binding.spine
      ? `${binding.name}: it follows from ${binding.papers.length > 0 ? 'paper and pages' : 'the pages'}.`
      : `${binding.name}: take it from the printer’s template.`,
  };
}

type Limits = NonNullable<ReturnType<typeof limitsAt>>;

/** "24 to 828 pages on white at 6 × 9 in."; one for each paper while none is chosen. */
function pagesAt({ any, pages, papers }: Limits, paper: Paper | null, where: string): string {
  if (any) return `${range(any, ' pages')}${where}.`;
  const chosen = paper && papers.includes(paper) ? [paper] : papers;
  const each = chosen.flatMap((one) => {
    const limits = pages[one];
    return limits ? `${range(limits, chosen.length === 1 ? ' pages' : '')} on ${lower(one)}` : [];
  });
  return each.length > 0 ? `${each.join(', ')}${where}.` : '';
}

function bindingOf({ format, printer }: CoverSpec) {
  if (format !== 'paperback_wrap' && format !== 'hardcover_case') return null;
  return printerTable(printer).bindings[format] ?? null;
}
