/** The fields of a ballot: one row for each proposal, `votes[0].score`. */
import type { FieldState } from './fields.tsx';
import type { Answers } from './piece-fields.tsx';

const textIn = (values: unknown, key: string): string | undefined => {
  const value: unknown =
    typeof values === 'object' && values !== null ? (values as Record<string, unknown>)[key] : undefined;
  return typeof value === 'string' ? value : undefined;
};

/** The state of a field of the row at `at`; of the ballot itself when that is null. */
export function voteField({ values, errors }: Answers, at: number | null, key: string): FieldState {
  const name = at === null ? key : `votes[${at}].${key}`;
  const rows: unknown = values['votes'];
  const row: unknown = at === null ? values : Array.isArray(rows) ? rows[at] : undefined;
  // A summary leads to the list a problem is in, which is its first row.
  const id = at === null ? key : at === 0 && key === 'score' ? 'votes' : `votes-${at}-${key}`;
  return { id, name, value: textIn(row, key), errors: [...(errors?.[name] ?? [])] };
}
