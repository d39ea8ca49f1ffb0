/** What happened to a brief or in a project, by days, newest first. */
import type { HistoryDay, HistoryLine } from '#app/domain/events/history.ts';
import { PageHead } from './layout.tsx';
import { Breadcrumb, Pager, type Crumb } from './navigation.tsx';
import { EmptyState } from './text.tsx';

type PageProps = {
  /** The page of the brief or the project, and its title. */
  href: string;
  title: string;
  section: Crumb;
  lede: string;
  days: readonly HistoryDay[];
  newer: string | null;
  older: string | null;
};

/** The whole page of a history. */
export function HistoryPage({ href, title, section, lede, days, newer, older }: PageProps) {
  const path = [section, { label: title, href }, { label: 'History' }];
  return (
    <div className="narrow">
      <PageHead title="History" lede={lede} above={<Breadcrumb items={path} />} />
      <div className="stack">
        <Days days={days} />
        <Pager newer={newer && `${href}/log?before=${newer}`} older={older && `${href}/log?after=${older}`} />
      </div>
    </div>
  );
}

/** The days of one page; with none, says that there is nothing. */
function Days({ days }: { days: readonly HistoryDay[] }) {
  if (days.length === 0)
    return <EmptyState title="Nothing yet" text="What happens from now on is written down here." />;
  return days.map(({ day, lines }) => (
    <section key={day} className="stack">
      <h2>{day}</h2>
      <ol className="log">
        {lines.map((line) => (
          <Line key={line.id} {...line} />
        ))}
      </ol>
    </section>
  ));
}

const Line = ({ time, dateTime, text, quote, notes }: HistoryLine) => (
  <li>
    <time className="meta num" dateTime={dateTime}>
      {time}
    </time>
    <div>
      <p>{text}.</p>
      {quote && <p className="as-typed meta">“{quote}”</p>}
      {notes.map((note) => (
        <p key={note} className="meta">
          {note}
        </p>
      ))}
    </div>
  </li>
);
