/** What happened to a brief or in a project, by days, newest first. */
import type { HistoryDay, HistoryLine } from '#app/domain/events/history.ts';
import { EmptyState } from './text.tsx';

/** The days of one page; with none, says that there is nothing. */
export function History({ days }: { days: readonly HistoryDay[] }) {
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
