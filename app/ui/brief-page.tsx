/** A brief, typeset: for designers to read on a screen and publishers to print. */
import type { ReactNode } from 'react';
import type { referencePicture } from '#app/domain/briefs/rules.ts';
import type { BriefSheet } from '#app/domain/briefs/sheet.ts';
import { BriefSpecs } from './brief-specs.tsx';
import { PageHead, type NavLink } from './layout.tsx';
import { Breadcrumb, type Crumb } from './navigation.tsx';
import { StatusTag } from './status.tsx';
import { Definition, MetaLine, Prose } from './text.tsx';

export type ReferencePicture = ReturnType<typeof referencePicture>;

type BriefPageProps = {
  brief: BriefSheet;
  path: readonly Crumb[];
  references: readonly ReferencePicture[];
  pictures: boolean;
  /** Where else to read of it. */
  more?: readonly NavLink[];
  /** What the owner can do with it; stands between the head and the brief. */
  children?: ReactNode;
};

/** Everything a brief says, in reading order, with the facts to decide by at its side. */
export function BriefPage({ brief, path, references, pictures, more = [], children }: BriefPageProps) {
  return (
    <article>
      <PageHead above={<Breadcrumb items={path} />} title={brief.title} lede={brief.subtitle || undefined}>
        <p>
          {brief.author}
          <span className="soft">, {brief.publisher}</span>
        </p>
        <MetaLine>
          <StatusTag {...brief.status} />
          {brief.invited && 'Invite-only'}
          {brief.posted && (
            <>
              Posted <time dateTime={brief.posted.dateTime}>{brief.posted.label}</time>
            </>
          )}
        </MetaLine>
        <MetaLine>
          <span className="num">{brief.budget}</span>
          {brief.due ? <span className="num">Final files {brief.due}</span> : null}
        </MetaLine>
      </PageHead>
      <div className="stack">
        {children}
        <div className="with-aside">
          <div className="stack">
            <Story brief={brief} />
            <Comparables brief={brief} />
            {references.length > 0 && <References list={references} pictures={pictures} />}
            <BriefSpecs formats={brief.formats} productionNotes={brief.productionNotes} />
          </div>
          <aside className="stack" aria-label="Facts and terms">
            <h2>At a glance</h2>
            <Definition items={brief.key} />
            {brief.terms.length > 0 && (
              <>
                <h2>Terms</h2>
                <Definition items={brief.terms} />
              </>
            )}
            {more.length > 0 && (
              <ul className="no-print">
                {more.map(({ href, label }) => (
                  <li key={href}>
                    <a href={href}>{label}</a>
                  </li>
                ))}
              </ul>
            )}
          </aside>
        </div>
      </div>
    </article>
  );
}

const Texts = ({ items }: { items: BriefSheet['story'] }) =>
  items.map(({ term, value }) => (
    <section key={term} className="stack tight">
      <h3>{term}</h3>
      <Prose text={value} />
    </section>
  ));

function Story({ brief }: { brief: BriefSheet }) {
  const { story, direction, wishes } = brief;
  return (
    <>
      {story.length > 0 && (
        <section className="stack">
          <h2>The story</h2>
          <Texts items={story} />
        </section>
      )}
      {direction.length + wishes.length > 0 && (
        <section className="stack">
          <h2>Direction</h2>
          <Definition items={direction} />
          <Texts items={wishes} />
        </section>
      )}
    </>
  );
}

function Comparables({ brief: { comparables } }: { brief: BriefSheet }) {
  if (comparables.length === 0) return null;
  return (
    <section className="stack">
      <h2>Comparable covers</h2>
      <ul className="stack">
        {comparables.map(({ title, author, likes }) => (
          <li key={`${title} ${author}`} className="stack tight">
            <p>
              <cite>{title}</cite>
              {author && <span className="soft">, {author}</span>}
            </p>
            {likes && <Prose text={likes} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Reference images in a row, each leading to its large size. */
export function References({ list, pictures }: { list: readonly ReferencePicture[]; pictures: boolean }) {
  return (
    <section className="stack">
      <h2>Reference images</h2>
      <ul className="row">
        {list.map((picture, at) => (
          <li key={picture.src}>
            <ReferenceFigure picture={picture} number={at + 1} pictures={pictures} />
          </li>
        ))}
      </ul>
    </section>
  );
}

type FigureProps = { picture: ReferencePicture; number: number; pictures: boolean };

/** One reference image; with pictures off, a link to it. */
export function ReferenceFigure({ picture, number, pictures }: FigureProps) {
  const { href, src, width, height, caption } = picture;
  const name = `Reference image ${number}`;
  return (
    <figure>
      <a href={href}>
        {pictures ? <img src={src} width={width} height={height} alt={caption || name} /> : name}
      </a>
      {/* Always there: pictures in a row stand on the first line of their captions. */}
      <figcaption className="meta">{caption || `Picture ${number}`}</figcaption>
    </figure>
  );
}
