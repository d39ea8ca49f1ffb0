/** The page on which the two sides of a project review each other. */
import type { ReactNode } from 'react';
import type { ReviewBlock } from '#app/domain/reviews/page.ts';
import { Actions, LinkButton } from './buttons.tsx';
import { Reply, Scores } from './reviews.tsx';
import { Notice, Prose } from './text.tsx';

type Rules = {
  /** Whom one reviews. */
  about: string;
  /** Until when, in words. */
  until: string;
};

/** What one has to know before writing. */
export const ReviewRules = ({ about, until }: Rules) => (
  <Notice title={`You can write until ${until}`}>
    <p>
      Neither of you reads the other’s review before both are in, or that time is over. Then everybody can
      read both: designers’ on their profile, publishers’ on their briefs. Until then you can change yours;{' '}
      {about} can reply to it once.
    </p>
  </Notice>
);

/** A review that is shown, with its reply. */
export function WrittenReview({ review, children }: { review: ReviewBlock; children?: ReactNode }) {
  const { written, about } = review;
  if (!written) return null;
  return (
    <>
      <Scores scores={written.scores} />
      <Prose text={written.body} />
      {written.reply && <Reply about={about} text={written.reply} />}
      {children}
    </>
  );
}

type TheirsProps = {
  review: ReviewBlock;
  /** When it is shown, in words; null when that is over. */
  until: string | null;
  /** Where one replies. */
  reply: string;
};

/** What the other side wrote, as far as one may read it. */
export function TheirReview({ review, until, reply }: TheirsProps) {
  if (review.written)
    return (
      <WrittenReview review={review}>
        {review.moves.includes('reply') && (
          <Actions>
            <LinkButton href={reply}>Reply</LinkButton>
          </Actions>
        )}
      </WrittenReview>
    );
  return until ? (
    <p>You can read it when yours is in as well, or after {until}, if it is written by then.</p>
  ) : (
    <p>{review.author} has not written one in time.</p>
  );
}
