/** Records both sides read: what happened, what a check found, what was said. */
import type { ReactNode } from 'react';
import { StatusTag } from './status.tsx';
import { Prose } from './text.tsx';

export type LogEntry = { id: string; when: string; dateTime: string; who: string; text: ReactNode };

/** What happened, in order, with who and when. The same list for both sides. */
export function EventLog({ entries }: { entries: readonly LogEntry[] }) {
  return (
    <ol className="log">
      {entries.map((entry) => (
        <li key={entry.id}>
          <time className="meta num" dateTime={entry.dateTime}>
            {entry.when}
          </time>{' '}
          <span>
            <b>{entry.who}</b> {entry.text}
          </span>
        </li>
      ))}
    </ol>
  );
}

export type Finding = { level: 'fail' | 'warn' | 'pass'; title: string; fix?: ReactNode };
const LEVELS = { fail: 'Must fix', warn: 'Look at', pass: 'Right' } as const;

/** What a check of a file found, each with its fix in plain words. */
export function Findings({ items }: { items: readonly Finding[] }) {
  return (
    <ul className="log">
      {items.map((item) => (
        <li key={item.title}>
          <StatusTag state={item.level} label={LEVELS[item.level]} />{' '}
          <span>
            {item.title}
            {item.fix && ' '}
            {item.fix && <span className="hint">{item.fix}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}

export type Message = {
  id: string;
  who: string;
  when: string;
  dateTime: string;
  text: string;
  own?: boolean;
};

/** What two people wrote to each other, oldest first. */
export function Thread({ messages }: { messages: readonly Message[] }) {
  return (
    <ol className="thread">
      {messages.map((message) => (
        <li key={message.id} className={message.own ? 'own' : undefined}>
          <p className="meta">
            <b>{message.who}</b> <time dateTime={message.dateTime}>{message.when}</time>
          </p>
          <Prose text={message.text} />
        </li>
      ))}
    </ol>
  );
}
