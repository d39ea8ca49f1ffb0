/** Briefs as they stand in lists. All values are words already: money and dates are formatted by the loader. */
import type { ReactNode } from 'react';
import { StatusTag } from './status.tsx';
import { MetaLine } from './text.tsx';

export type BriefSummary = {
  href: string;
  title: string;
  author: string;
  publisher?: string | undefined;
  genre: string;
  formats: readonly string[];
  budget: string;
  deadline: { label: string; dateTime: string };
  status: { state: string; label: string };
  /** What the brief asks for, in one sentence. */
  line?: string | undefined;
};

/** A catalogue of briefs between hairlines. Holds `BriefRow`s. */
export const BriefList = ({ children }: { children: ReactNode }) => <ol className="entries">{children}</ol>;

function Facts({ brief }: { brief: BriefSummary }) {
  return (
    <dl className="facts brief">
      <div>
        <dt>Formats</dt>
        <dd>{brief.formats.join(', ')}</dd>
      </div>
      <div>
        <dt>Budget</dt>
        <dd className="num">{brief.budget}</dd>
      </div>
      <div>
        <dt>Deadline</dt>
        <dd>
          <time dateTime={brief.deadline.dateTime}>{brief.deadline.label}</time>
        </dd>
      </div>
    </dl>
  );
}

/** One brief in the list: the book, what is asked for, and the facts a designer decides by. */
export function BriefRow({ brief, children }: { brief: BriefSummary; children?: ReactNode }) {
  return (
    <li className="entry">
      <div className="stack tight">
        <h3>
          <a href={brief.href}>{brief.title}</a>
        </h3>
        <p>
          {brief.author}
          {brief.publisher && <span className="soft">, {brief.publisher}</span>}
        </p>
        {brief.line && <p className="prose">{brief.line}</p>}
        <MetaLine>
          <StatusTag {...brief.status} />
          {brief.genre}
        </MetaLine>
        {children}
      </div>
      <Facts brief={brief} />
    </li>
  );
}

/** One brief as a card among few, as on the front page. Goes into `<ul class="cards">`. */
export function BriefCard({ brief, children }: { brief: BriefSummary; children?: ReactNode }) {
  return (
    <li className="card">
      <h3 className="title">
        <a href={brief.href}>{brief.title}</a>
      </h3>
      <p>
        {brief.author}
        {brief.publisher && <span className="soft">, {brief.publisher}</span>}
      </p>
      <MetaLine>
        <StatusTag {...brief.status} />
        {brief.genre}
      </MetaLine>
      {children}
      <Facts brief={brief} />
    </li>
  );
}
