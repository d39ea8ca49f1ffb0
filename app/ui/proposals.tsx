/** Proposals: as they stand in lists, and on a page of their own. */
import type { ReactNode } from 'react';
import type { ProposalSheet } from '#app/domain/proposals/words.ts';
import { Actions, LinkButton, PostButton, type ButtonKind } from './buttons.tsx';
import { CoverCard, CoverImage, CoverShelf } from './covers.tsx';
import { altOf, coverPicture } from './piece-picture.tsx';
import { StatusTag } from './status.tsx';
import { Definition, MetaLine, Notice, Prose } from './text.tsx';

type Sample = ProposalSheet['samples'][number];

export type ProposalSummary = {
  href: string;
  title: string;
  /** Who it is from, or for. */
  who: string;
  status: { state: string; label: string };
  /** "your turn", "stands until 3 March". */
  notes: readonly string[];
  facts: readonly { term: string; value: string }[];
  samples: readonly Sample[];
};

/** Proposals between hairlines. Holds `ProposalRow`s. */
export const ProposalList = ({ children }: { children: ReactNode }) => (
  <ol className="entries">{children}</ol>
);

export function ProposalRow({ proposal, pictures }: { proposal: ProposalSummary; pictures: boolean }) {
  const { href, title, who, status, notes, facts, samples } = proposal;
  return (
    <li className="entry">
      <div className="stack tight">
        <h3>
          <a href={href}>{title}</a>
        </h3>
        {who && <p>{who}</p>}
        <MetaLine>
          <StatusTag {...status} />
          {notes.map((note) => (
            <span key={note}>{note}</span>
          ))}
        </MetaLine>
        {samples.length > 0 && (
          <div className="thumbs">
            {samples.map((sample) => (
              <CoverImage
                key={sample.id}
                {...coverPicture(sample.picture, altOf(sample))}
                title={sample.title}
                sizes="thumb"
                pictures={pictures}
              />
            ))}
          </div>
        )}
      </div>
      <dl className="facts brief">
        {facts.map(({ term, value }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd className="num">{value}</dd>
          </div>
        ))}
      </dl>
    </li>
  );
}

/** A move as its button needs it: a link to its question, or a form that does it at once. */
export type ProposalButton = {
  name: string;
  label: string;
  href: string;
  kind: ButtonKind;
  formToken: string | null;
};

/** What the reader can do with it now. Not printed. */
export function ProposalMoves({
  turn,
  buttons,
}: {
  turn: ProposalSheet['turn'];
  buttons: readonly ProposalButton[];
}) {
  return (
    <div className="stack no-print">
      <Notice title={turn.title}>
        <p className="as-typed">{turn.text}</p>
      </Notice>
      {buttons.length > 0 && (
        <Actions>
          {buttons.map(({ name, label, href, kind, formToken }) =>
            formToken ? (
              <PostButton key={name} action={href} kind={kind} hidden={{ formToken }}>
                {label}
              </PostButton>
            ) : (
              <LinkButton key={name} href={href} kind={kind}>
                {label}
              </LinkButton>
            ),
          )}
        </Actions>
      )}
    </div>
  );
}

/** What is offered now, what it points at, and how it came to be. */
export function ProposalPage({ sheet, pictures }: { sheet: ProposalSheet; pictures: boolean }) {
  return (
    <div className="with-aside">
      <div className="stack">
        <h2>What was said</h2>
        <ol className="stack">
          {sheet.versions.map((version) => (
            <VersionItem key={version.number} version={version} only={sheet.versions.length === 1} />
          ))}
        </ol>
        {sheet.samples.length > 0 && (
          <section className="stack">
            <h2>{sheet.side === 'designer' ? 'Covers you point at' : 'Covers they point at'}</h2>
            <CoverShelf>
              {sheet.samples.map((sample) => (
                <CoverCard
                  key={sample.id}
                  href={`/covers/${sample.id}`}
                  image={coverPicture(sample.picture, altOf(sample))}
                  title={sample.title}
                  author={sample.author}
                  pictures={pictures}
                />
              ))}
            </CoverShelf>
          </section>
        )}
      </div>
      <aside className="stack" aria-label="Terms">
        <h2>Terms</h2>
        <Definition items={sheet.terms} />
      </aside>
    </div>
  );
}

type VersionProps = { version: ProposalSheet['versions'][number]; only: boolean };

const changeFact = (term: string, was: string, is: string) => ({
  term,
  value: (
    <>
      {was && <del>{was}</del>} {is || 'None'}
    </>
  ),
});

/** One version: who sent it and when, their words, and what it changed. */
function VersionItem({ version: { number, name, by, sent, until, message, changes }, only }: VersionProps) {
  return (
    <li className="stack tight">
      <h3>{only ? name : `${number}. ${name}`}</h3>
      <MetaLine>
        {by}
        <span className="num">{sent}</span>
        {`stands until ${until}`}
      </MetaLine>
      {message && <Prose text={message} />}
      <Definition items={changes.map(({ field, theirs, yours }) => changeFact(field, theirs, yours))} />
      {number > 1 && changes.length === 0 && <p className="soft">The terms stay as they were.</p>}
    </li>
  );
}
