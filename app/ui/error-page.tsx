import type { ReactNode } from 'react';

type ErrorPageProps = {
  status: number;
  title: string;
  text: ReactNode;
  /** What to quote when asking us; in our log under the same id. */
  requestId?: string | undefined;
  actions?: ReactNode;
  children?: ReactNode;
};

/** A page that could not be shown: what happened, what to do, and an id to quote. Goes inside `Page`. */
export function ErrorPage({ status, title, text, requestId, actions, children }: ErrorPageProps) {
  return (
    <div className="error-page stack narrow">
      <div className="head">
        <p className="meta num">Error {status}</p>
        <h1>{title}</h1>
        <div className="lede">{typeof text === 'string' ? <p className="as-typed">{text}</p> : text}</div>
      </div>
      {children}
      {actions && <div className="actions">{actions}</div>}
      {requestId && (
        <p className="meta">
          If you write to us about this, quote <code>{requestId}</code>.
        </p>
      )}
    </div>
  );
}
