/** Projects as they stand in a list: the book, whose turn it is, and for what. */
import type { Standing } from '#app/domain/projects/standing.ts';
import { StatusTag } from './status.tsx';
import { MetaLine } from './text.tsx';

export type ProjectEntry = {
  href: string;
  title: string;
  status: { state: string; label: string };
  standing: Standing;
  /** Who is on the other side of it. */
  other: string;
  changed: string;
  due: string | null;
};

export const ProjectList = ({ rows }: { rows: readonly ProjectEntry[] }) => (
  <ol className="entries">
    {rows.map(({ href, title, status, standing, other, changed, due }) => (
      <li key={href} className="entry">
        <div className="stack tight">
          <h3>
            <a href={href}>{title}</a>
          </h3>
          <p>
            {standing.isYours && <b>Your turn: </b>}
            {standing.next}
          </p>
          {standing.countdown && <p className="small">{standing.countdown}</p>}
          <MetaLine>
            <StatusTag {...status} />
            {other}
          </MetaLine>
        </div>
        <dl className="facts brief">
          {due && (
            <div>
              <dt>Due</dt>
              <dd className="num">{due}</dd>
            </div>
          )}
          <div>
            <dt>Changed</dt>
            <dd className="num">{changed}</dd>
          </div>
        </dl>
      </li>
    ))}
  </ol>
);
