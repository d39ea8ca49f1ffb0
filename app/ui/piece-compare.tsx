/** What was saved meanwhile against what was typed, for the page of a lost race. */
import type { Difference } from './compare.tsx';

type Compared = {
  name: string;
  label: string;
  /** Words for stored keys, for choices. */
  list?: Readonly<Record<string, string>> | undefined;
};
type Values = Readonly<Record<string, unknown>>;

/** The fields in which the two differ, as words. */
export function differencesOf(fields: readonly Compared[], theirs: Values, yours: Values): Difference[] {
  return fields
    .map(({ name, label, list }) => ({
      field: label,
      theirs: words(theirs[name], list),
      yours: words(yours[name], list),
    }))
    .filter((row) => row.theirs !== row.yours);
}

function words(value: unknown, list: Compared['list']): string {
  const texts = (Array.isArray(value) ? value : [value]).filter(
    (text) => typeof text === 'string' || typeof text === 'number',
  );
  // Browsers send line ends as CR LF; stored and typed text must not differ in that alone.
  return texts.map((text) => list?.[text] ?? String(text).replace(/\r\n/g, '\n').trim()).join(', ');
}
