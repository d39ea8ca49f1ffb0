/** What was saved meanwhile against what was typed, for the page of a lost race. */
import { CompareTable, type Difference } from './compare.tsx';
import { Notice } from './text.tsx';

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
  return texts
    .map(
      (text) =>
        (list && Object.hasOwn(list, text) && list[text]) || String(text).replace(/\r\n/g, '\n').trim(),
    )
    .join(', ');
}

type LostRaceProps = {
  /** What has happened, in a sentence. */
  message: string;
  /** Where to go to leave things as they were saved. */
  keep: string;
  rows: readonly Difference[];
};

/** Stands above a form that was too late: what differs, and the two ways on. */
export const LostRace = ({ message, keep, rows }: LostRaceProps) => (
  <Notice title={message}>
    <div className="stack tight">
      <p>
        Nothing was overwritten. What you typed is in the form below: save it to replace what was saved, or{' '}
        <a href={keep}>keep what was saved</a>.
      </p>
      <CompareTable caption="Where the two differ" rows={rows} />
    </div>
  </Notice>
);
