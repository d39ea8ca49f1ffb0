/** The formats of the brief form as they are typed: what may be filled in, what cannot be made, what follows. */
import { formatIn } from './formats.ts';
import { limitsOf, numbersOf, type Fact, type SpecLimits } from './spec-words.ts';
import { refusedSpecs, specState, whyNoNumbers, type BookFacts } from './specs.ts';

export type SpecRow = {
  limits: SpecLimits;
  /** What its printer does not make, by the field of the form. */
  warnings: Readonly<Record<string, string>>;
  numbers: Fact[];
  /** Instead of numbers, or beside those of an estimate. */
  note: string | null;
};

type Typed = Readonly<Record<string, unknown>>;

const ESTIMATED = 'Estimated: the numbers change with the pages, until their count is final.';

/** What the form says of the whole book, as far as it can be read. */
export function bookIn({ language, direction }: Typed): BookFacts {
  const said = direction === 'ltr' || direction === 'rtl' ? direction : null;
  return { language: typeof language === 'string' ? language : 'en', direction: said };
}

/** One row of the form; null for what names no kind yet. */
export function specRow(row: unknown, book: BookFacts): SpecRow | null {
  const format = formatIn(row);
  if (!format) return null;
  const state = specState(format, book);
  const warnings = refusedSpecs([format], book).map(({ field, message }) => [
    field.replace('formats[0].', ''),
    message,
  ]);
  const estimated = state.state === 'computed' && state.judged.kind === 'bound' && !format.pagesFinal;
  return {
    limits: limitsOf(format, book),
    warnings: Object.fromEntries(warnings) as SpecRow['warnings'],
    numbers: state.state === 'computed' ? numbersOf(state) : [],
    note: estimated ? ESTIMATED : whyNoNumbers(state),
  };
}

/** Every row of the form, in its order. */
export const specRows = (values: Typed): (SpecRow | null)[] => {
  const rows = values['formats'];
  return Array.isArray(rows) ? rows.map((row) => specRow(row, bookIn(values))) : [];
};
