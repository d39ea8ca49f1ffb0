/** Conversations as a list, and messages that a search found. */
import { Button } from './buttons.tsx';
import { TextField } from './fields.tsx';

/** Looks for words in everything the reader was ever told. */
export const SearchForm = ({ q }: { q: string }) => (
  <form className="search-row" method="get" action="/messages" role="search" noValidate>
    <TextField field={{ id: 'q', name: 'q', value: q }} label="Words in your messages" type="search" />
    <Button kind="secondary">Search</Button>
  </form>
);

export type ConversationRow = {
  href: string;
  otherName: string;
  title: string;
  words: string;
  said: string;
  /** "3 unread"; null when all is read. */
  unread: string | null;
};

export const MessageList = ({ rows }: { rows: readonly ConversationRow[] }) => (
  <ul className="entries">
    {rows.map(({ href, otherName, title, words, said, unread }) => (
      <li key={href} className="entry">
        <div className="stack tight">
          <h3>
            <a href={href}>{otherName}</a>
          </h3>
          <p>{words}</p>
        </div>
        <div className="small">
          {unread && <p className="tag is-disc">{unread}</p>}
          <p>
            On <cite>{title}</cite>
          </p>
          <p className="meta">{said}</p>
        </div>
      </li>
    ))}
  </ul>
);

export type FoundRow = {
  href: string;
  who: string;
  title: string;
  said: string;
  /** Every second part is a word that was searched for. */
  parts: readonly string[];
};

/** Messages with the words that were found marked in them. */
export const FoundMessages = ({ rows }: { rows: readonly FoundRow[] }) => (
  <ul className="entries">
    {rows.map(({ href, who, title, said, parts }) => (
      <li key={href} className="entry">
        <p>
          {parts.map((part, at) =>
            // The order of the parts is that of the text.
            at % 2 ? <mark key={at}>{part}</mark> : part,
          )}
        </p>
        <div className="small">
          <p>
            <a href={href}>{who}</a> on <cite>{title}</cite>
          </p>
          <p className="meta">{said}</p>
        </div>
      </li>
    ))}
  </ul>
);
