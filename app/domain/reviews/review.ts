/** Reviews as pages show them, and what several of them come to. Pure. */
import type { ProjectSide } from '../projects/rules.ts';
import { FEWEST_FOR_MEANS, REVIEW_QUESTIONS, type Ratings } from './rules.ts';

/** How the project ended that a review is of. */
export const OUTCOMES = {
  completed: 'After a finished cover',
  cancelled: 'After a project that was cancelled',
  resolved: 'After a dispute that was decided',
} as const;
export type Outcome = keyof typeof OUTCOMES;

/** One that everybody may read. */
export type ShownReview = {
  id: string;
  authorId: string;
  /** The side that wrote it. */
  side: ProjectSide;
  /** A publisher's organisation, or a name; and the address of a designer's profile. */
  author: string;
  slug: string | null;
  outcome: Outcome;
  ratings: Ratings;
  body: string;
  shownAt: Date;
  reply: string;
};

/** How somebody was rated on each question, by how many, and how many reviews there are. */
export type Rated = { total: number; questions: { question: string; n: number; mean: number }[] };

/** One question of a review, or of several. */
export type Score = { label: string; text: string; part: number };

/** "4 of 5" by question, in the order they are asked. */
export const scoresOf = (side: ProjectSide, ratings: Ratings): Score[] =>
  Object.entries(REVIEW_QUESTIONS[side]).flatMap(([key, label]) => {
    const score = ratings[key];
    return score === undefined ? [] : [{ label, text: `${score} of 5`, part: score / 5 }];
  });

/** "4.5 of 5 (12)" by question, with how many said so; none where there are too few for a mean to mean anything. */
export const meansOf = (
  side: ProjectSide,
  { questions }: Rated,
  say: { number: (value: number) => string },
): Score[] =>
  Object.entries(REVIEW_QUESTIONS[side]).flatMap(([key, label]) => {
    const rated = questions.find(({ question }) => question === key);
    if (!rated || rated.n < FEWEST_FOR_MEANS) return [];
    const text = `${say.number(rated.mean)} of 5 (${say.number(rated.n)})`;
    return [{ label, text, part: rated.mean / 5 }];
  });

/** "No reviews yet", "1 review", "14 reviews". */
export function reviewCount(total: number, say: { number: (value: number) => string }): string {
  if (total === 0) return 'No reviews yet';
  return total === 1 ? '1 review' : `${say.number(total)} reviews`;
}

/** A review as a list shows it to somebody. */
export const reviewEntry = (
  { id, authorId, side, author, slug, outcome, ratings, body, shownAt, reply }: ShownReview,
  viewer: { id: string } | null,
  say: { date: (value: Date) => string },
) => ({
  ...{ id, author, href: slug === null ? null : `/designers/${slug}` },
  mine: authorId === viewer?.id,
  ...{ outcome: OUTCOMES[outcome], shown: say.date(shownAt), body, reply },
  scores: scoresOf(side, ratings),
});
export type ReviewEntry = ReturnType<typeof reviewEntry>;

type Say = { number: (value: number) => string };

/** What the reviews by one side come to: how many, and the mean of each question where that means something. */
export const ratedWords = (side: ProjectSide, rated: Rated, say: Say) => ({
  count: reviewCount(rated.total, say),
  scores: meansOf(side, rated, say),
  tooFew: rated.total > 0 && rated.total < FEWEST_FOR_MEANS,
});
export type RatedWords = ReturnType<typeof ratedWords>;
