/** Two versions of one thing, side by side. */
import type { ReactNode } from 'react';

export type Difference = { field: string; theirs: ReactNode; yours: ReactNode };
type CompareProps = {
  caption: string;
  rows: readonly Difference[];
  theirs?: string | undefined;
  yours?: string | undefined;
};

/** What was saved meanwhile against what you typed, field by field: the page of a lost race (409). */
export function CompareTable({
  caption,
  rows,
  theirs = 'Saved meanwhile',
  yours = 'What you typed',
}: CompareProps) {
  return (
    <table className="compare">
      <caption className="soft">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{theirs}</th>
          <th scope="col">{yours}</th>
        </tr>
      </thead>
      {rows.map((row) => (
        <tbody key={row.field}>
          <tr>
            <th scope="rowgroup" colSpan={2}>
              {row.field}
            </th>
          </tr>
          <tr>
            <td className="as-typed">{row.theirs || <Nothing />}</td>
            <td className="as-typed">{row.yours || <Nothing />}</td>
          </tr>
        </tbody>
      ))}
    </table>
  );
}

const Nothing = () => <span className="soft">Empty</span>;
