/** Tables of staff: a compact table where there is room, a list of entries where there is not. */
import type { ReactNode } from 'react';
import type { LogLine, Named } from '#app/domain/events/words.ts';

type RecordsProps = { caption: string; columns: readonly string[]; children: ReactNode };

/** The first cell of each row is what the others speak of. `children` are the rows. */
export function Records({ caption, columns, children }: RecordsProps) {
  return (
    <table className="records">
      <caption className="vh">{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}

export type PersonRow = {
  href: string;
  name: string;
  email: string;
  role: string;
  organisation: string;
  joined: string;
  suspended: boolean;
};

/** People, each leading to a page of their own. */
export function PeopleTable({ rows }: { rows: readonly PersonRow[] }) {
  return (
    <Records caption="People" columns={['Name and e-mail', 'Role', 'Organisation', 'Joined']}>
      {rows.map((row) => (
        <tr key={row.href}>
          <th scope="row">
            <a href={row.href}>{row.name}</a>
            <p className="meta">{row.email}</p>
          </th>
          <td>
            {row.role}
            {row.suspended && <b>, suspended</b>}
          </td>
          <td>{row.organisation}</td>
          <td className="num">{row.joined}</td>
        </tr>
      ))}
    </Records>
  );
}

/** What happened, newest first. */
export function LogTable({ caption, lines }: { caption: string; lines: readonly LogLine[] }) {
  return (
    <Records caption={caption} columns={['What', 'Who', 'Whom', 'When']}>
      {lines.map(({ id, what, who, whom, when, change, reason, stale }) => (
        <tr key={id}>
          <th scope="row">
            {what}
            {change && <p className="small">{change}</p>}
            {reason && <p className="as-typed meta">“{reason}”</p>}
            {stale.map((line) => (
              <p key={line} className="meta">
                {line}
              </p>
            ))}
          </th>
          <td>
            <Linked {...who} />
          </td>
          <td>{whom && <Linked {...whom} />}</td>
          <td className="num">{when}</td>
        </tr>
      ))}
    </Records>
  );
}

const Linked = ({ name, href }: Named) => (href ? <a href={href}>{name}</a> : <>{name}</>);
