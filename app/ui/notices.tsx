/** What one is told, and how much of it one has not read. */
import { StatusTag } from './status.tsx';

export type NoticeEntry = { id: string; line: string; href: string; when: string; unread: boolean };

/** Each leads to what it tells of; unread ones say so. */
export function NoticeList({ entries }: { entries: readonly NoticeEntry[] }) {
  return (
    <ol className="entries">
      {entries.map(({ id, line, href, when, unread }) => (
        <li key={id} className="entry">
          <p className={unread ? 'strong' : undefined}>
            <a href={href}>{line}</a>
          </p>
          <p className="meta meta-line">
            {unread && <StatusTag state="now" label="New" />} <span className="num">{when}</span>
          </p>
        </li>
      ))}
    </ol>
  );
}

/** "Messages 3", or the word alone when there is nothing new. Counting stops at a hundred. */
export function WithUnread({ label, count }: { label: string; count: number }) {
  if (count === 0) return <>{label}</>;
  return (
    <>
      {label} <b className="num">{count > 99 ? '99+' : count}</b>
      <span className="vh"> new</span>
    </>
  );
}
