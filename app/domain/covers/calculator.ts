/** What the calculator's page shows for an address: the form as it was filled in, and the numbers or what is wrong. */
import { sourceOf } from './answer.ts';
import { ASK_FIELDS, askOf, MEASURED_FORMATS, readAsk, type Ask, type AskField } from './ask.ts';
import {
  coverName,
  limitWords,
  measuresOf,
  placesOf,
  sizeName,
  type Measure,
  type Place,
} from './measures.ts';
import { drawingOf, type Drawing } from './drawing.ts';
import { layOut, onScreen } from './geometry.ts';
import { insteadOf } from './nearest.ts';
import { PAPER_KEYS, PAPERS, PRINTER_KEYS, printerTable } from './printers/index.ts';
import { FORMATS } from './rules.ts';
import type { CoverSpec } from './spec.ts';

/** Shown to whoever has not asked yet. */
const EXAMPLE = 'printer=kdp&format=paperback_wrap&trim=6 × 9 in&paper=white&pages=200';

type Taken = Ask & { ok: true };
export type Numbers = {
  name: string;
  /** The numbers most wanted, for those who hear them change. */
  said: string;
  measures: Measure[];
  places: Place[];
  drawing: Drawing;
  source: { name: string; url: string | null };
  /** The address of these numbers, always the same for the same. */
  query: string;
};
export type Calculator = {
  example: boolean;
  values: Record<AskField, string>;
  errors: { field: AskField; message: string }[];
  numbers: Numbers | null;
  instead: { label: string; query: string }[];
  limits: { at: string; rows: Measure[] } | null;
  /** What was filled in and makes no difference to this cover. */
  ignored: string[];
};

export const CHOICES = {
  printers: PRINTER_KEYS.map((value) => ({ value, label: printerTable(value).name })),
  formats: MEASURED_FORMATS.map((value) => ({ value, label: FORMATS[value] })),
  papers: PAPER_KEYS.map((value) => ({ value, label: PAPERS[value] })),
};

/** What each field is called, on the form and wherever it is spoken of. */
export const FIELD_LABELS: Record<AskField, string> = {
  ...{ printer: 'Printer or shop', format: 'Cover', trim: 'Trim size', paper: 'Paper', pages: 'Pages' },
  ...{ spine: 'Spine width', direction: 'Reading direction', dpi: 'Resolution' },
};

/** Reads an address of the page. One that asks nothing shows the example. */
export function calculatorOf(params: URLSearchParams): Calculator {
  const example = ASK_FIELDS.every((field) => !params.get(field)?.trim());
  const given = example ? new URLSearchParams(EXAMPLE) : params;
  const asked = readAsk(given);
  const values = Object.fromEntries(ASK_FIELDS.map((field) => [field, given.get(field) ?? '']));
  return {
    ...{ example, values: values as Calculator['values'] },
    errors: asked.ok ? [] : asked.problems.map(({ field, reason }) => ({ field, message: reason })),
    numbers: asked.ok ? numbersOf(asked) : null,
    instead: asked.ok ? [] : insteadFor(asked),
    limits: limitsFor(asked.ok ? asked.spec : asked.read),
    ignored: asked.ignored.map((field) => FIELD_LABELS[field]),
  };
}

/** Everything a page says of a cover that can be made. */
export function numbersOf({ spec, judged, dpi }: Pick<Taken, 'spec' | 'judged' | 'dpi'>): Numbers {
  const geometry = judged.kind === 'bound' ? layOut(judged, spec.direction) : onScreen(judged);
  const measures = measuresOf(judged, geometry, dpi);
  return {
    name: coverName(spec, judged),
    said: measures
      .slice(0, 2)
      .map(({ term, value }, at) => `${at === 0 ? term : term.toLowerCase()} ${value}`)
      .join(', '),
    measures,
    places: judged.kind === 'bound' ? placesOf(geometry) : [],
    drawing: drawingOf(geometry, judged),
    source: sourceOf(judged.kind === 'bound' ? judged.binding : judged.screen),
    query: askOf(spec, dpi),
  };
}

const insteadFor = ({ read, problems, dpi }: Ask & { ok: false }): Calculator['instead'] =>
  read ? insteadOf(read, problems).map(({ label, spec }) => ({ label, query: askOf(spec, dpi) })) : [];

function limitsFor(spec: CoverSpec | null): Calculator['limits'] {
  const rows = spec ? limitWords(spec) : [];
  return spec?.trim && rows.length > 0 ? { at: sizeName(spec.trim), rows } : null;
}
