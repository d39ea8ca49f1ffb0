/** What people say of those they worked with. Numbers stand as words; a bar only repeats them. */
import type { ReactNode } from 'react';
import type { RatedWords, ReviewEntry, Score } from '#app/domain/reviews/review.ts';
import { FEWEST_FOR_MEANS } from '#app/domain/reviews/rules.ts';
import { PageHead } from './layout.tsx';
import { Breadcrumb, Pager, type Crumb } from './navigation.tsx';
import { ReportLink } from './report-link.tsx';
import { MetaLine, Prose } from './text.tsx';

/** One rating to a line. */
export function Scores({ scores }: { scores: readonly Score[] }) {
  if (scores.length === 0) return null;
  return (
    <dl className="facts scores">
      {scores.map(({ label, text, part }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <svg viewBox="0 0 100 8" aria-hidden="true">
              <path d="M0 0h100v8H0z" />
              <path d={`M0 0h${Math.round(part * 100)}v8H0z`} />
            </svg>{' '}
            <span className="num">{text}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** How many there are, and what they come to. */
export function RatedSummary({ count, scores, tooFew }: RatedWords) {
  return (
    <div className="stack tight">
      <p className="strong">{count}</p>
      {tooFew && (
        <p className="small soft">Too few for an average: we count one from {FEWEST_FOR_MEANS} on.</p>
      )}
      <Scores scores={scores} />
    </div>
  );
}

type ListProps = {
  reviews: readonly ReviewEntry[];
  /** Whom they are about, who may have replied. */
  about: string;
  level?: 2 | 3;
};

type PageProps = {
  title: string;
  lede: string;
  path: readonly Crumb[];
  /** The address of this page, and whom it is about. */
  href: string;
  about: string;
  rated: RatedWords;
  reviews: readonly ReviewEntry[];
  newer: string | null;
  older: string | null;
};

/** All that is said of somebody, page by page. */
export function ReviewsPage({ title, lede, path, href, about, rated, reviews, newer, older }: PageProps) {
  return (
    <>
      <PageHead title={title} lede={lede} above={<Breadcrumb items={path} />} />
      <div className="stack">
        <RatedSummary {...rated} />
        {reviews.length > 0 && <ReviewList reviews={reviews} about={about} level={2} />}
        <Pager newer={newer && `${href}?before=${newer}`} older={older && `${href}?after=${older}`} />
      </div>
    </>
  );
}

type ProfileProps = {
  rated: RatedWords;
  latest: readonly ReviewEntry[];
  about: string;
  children?: ReactNode;
};

/** What a profile shows of it; `children` lead to the rest. */
export const ProfileReviews = ({ rated, latest, about, children }: ProfileProps) => (
  <section className="stack" aria-labelledby="reviews">
    <div className="section-head">
      <h2 id="reviews">Reviews</h2>
      {children}
    </div>
    <RatedSummary {...rated} />
    {latest.length > 0 && <ReviewList reviews={latest} about={about} />}
  </section>
);

/** Reviews one under another, each with who wrote it after what. */
export function ReviewList({ reviews, about, level = 3 }: ListProps) {
  return (
    <ul className="entries">
      {reviews.map((review) => (
        <li key={review.id} className="entry">
          <ReviewWords {...review} about={about} level={level} />
          <Scores scores={review.scores} />
        </li>
      ))}
    </ul>
  );
}

type WordsProps = ReviewEntry & { about: string; level: 2 | 3 };

function ReviewWords({ id, author, href, outcome, shown, body, reply, mine, about, level }: WordsProps) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <div className="stack tight">
      <Heading className="title">{href ? <a href={href}>{author}</a> : author}</Heading>
      <MetaLine>
        {outcome}
        {shown}
      </MetaLine>
      <Prose text={body} />
      {reply && <Reply about={about} text={reply} />}
      {!mine && <ReportLink subject="review" id={id} label="Report this review" />}
    </div>
  );
}

/** What whoever was reviewed says to it. */
export const Reply = ({ about, text }: { about: string; text: string }) => (
  <blockquote className="notice stack tight">
    <p className="meta">{about} replied</p>
    <Prose text={text} />
  </blockquote>
);
