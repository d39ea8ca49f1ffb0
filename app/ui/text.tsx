/** Facts and words: small pieces of reading matter. */
import { Children, Fragment, type ReactNode } from 'react';

export type Fact = { term: string; value: ReactNode };

/** Facts as a list of terms and values. Facts whose value is null, undefined, false or '' are left out. */
export function Definition({ items }: { items: readonly Fact[] }) {
  const known = items.filter(
    ({ value }) => value !== null && value !== undefined && value !== false && value !== '',
  );
  if (known.length === 0) return null;
  return (
    <dl className="facts">
      {known.map(({ term, value }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Short facts on one line with dots between; empty ones are left out. */
export function MetaLine({ children }: { children: ReactNode }) {
  return (
    <p className="meta meta-line">
      {Children.toArray(children).map((child, at) => (
        // The order of a line never changes between renderings: there is only one.
        <span key={at}>{child} </span>
      ))}
    </p>
  );
}

type EmptyProps = { title: string; text: ReactNode; actions?: ReactNode; level?: 2 | 3 | undefined };

/** Nothing here yet: says why, and what to do about it. */
export function EmptyState({ title, text, actions, level = 2 }: EmptyProps) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <div className="empty stack tight">
      <Heading>{title}</Heading>
      <p className="lede">{text}</p>
      {actions && <div className="actions">{actions}</div>}
    </div>
  );
}

/** A remark that stands out from the page: a clock, a rule, a fee that concerns the reader. */
export function Notice({ title, children }: { title?: string | undefined; children: ReactNode }) {
  return (
    <div className="notice">
      {title && <p className="strong">{title}</p>}
      {children}
    </div>
  );
}

/** Text that a person wrote, as typed: empty lines make paragraphs, line breaks stay, addresses become links. */
export function Prose({ text }: { text: string }) {
  const paragraphs = text
    .replace(/\r\n?/g, '\n')
    .split(/\n\s*\n/)
    .filter((part) => part.trim() !== '');
  return (
    <div className="prose">
      {paragraphs.map((part, at) => (
        <p key={at}>
          {part
            .trim()
            .split('\n')
            .map((line, row) => (
              <Fragment key={row}>
                {row > 0 && <br />}
                {linked(line)}
              </Fragment>
            ))}
        </p>
      ))}
    </div>
  );
}

/** Web addresses in a text as links that lend nothing of ours to their target. Everything else stays text. */
function linked(text: string): ReactNode[] {
  return text.split(/(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]’”])/).map((part, at) =>
    at % 2 === 0 ? (
      part
    ) : (
      <a key={at} href={part} rel="nofollow ugc noopener">
        {part}
      </a>
    ),
  );
}
