/** The page on which the two sides of a project review each other, as one of them sees it. Pure. */
import type { Project } from '../projects/project.ts';
import type { ProjectSide } from '../projects/rules.ts';
import { movesFor } from '../process.ts';
import { scoresOf, type Score } from './review.ts';
import {
  REVIEW,
  reviewsShownOn,
  reviewState,
  type Ratings,
  type ReviewMove,
  type ReviewState,
} from './rules.ts';

/** A review of a project as one of its sides reads it. */
export type ReadReview = {
  side: ProjectSide;
  ratings: Ratings;
  body: string;
  shownAt: Date | null;
  reply: string;
  repliedAt: Date | null;
};

type Ended = Pick<Project, 'publisher' | 'designer'> & { endedAt: Date };

/** A review of the project as a block of the page; `written` is null where there is nothing to read. */
export type ReviewBlock = {
  state: ReviewState;
  author: string;
  about: string;
  written: { scores: Score[]; ratings: Ratings; body: string; reply: string } | null;
  /** What its reader can do with it now. */
  moves: ReviewMove[];
};

/** What each of the two calls the other on this page. */
export const namesOf = ({ publisher, designer }: Pick<Project, 'publisher' | 'designer'>) => ({
  publisher: publisher.organisation || publisher.name,
  designer: designer.name,
});

function block(
  side: ProjectSide,
  project: Ended,
  review: ReadReview | null,
  now: Date,
): Omit<ReviewBlock, 'moves'> {
  const names = namesOf(project);
  return {
    state: reviewState(review, project.endedAt, now),
    author: names[side],
    about: names[side === 'designer' ? 'publisher' : 'designer'],
    written: review && {
      ...{ scores: scoresOf(side, review.ratings), ratings: review.ratings },
      ...{ body: review.body, reply: review.reply },
    },
  };
}

/** Both reviews, the reader's own first. `rows` hold only what the reader may read. */
export function reviewPage(project: Ended, side: ProjectSide, rows: readonly ReadReview[], now: Date) {
  const of = (author: ProjectSide) =>
    block(author, project, rows.find((row) => row.side === author) ?? null, now);
  const [mine, theirs] = [of(side), of(side === 'designer' ? 'publisher' : 'designer')];
  const shownOn = reviewsShownOn(project.endedAt);
  return {
    mine: { ...mine, moves: now < shownOn ? movesFor(REVIEW, mine.state, ['author']) : [] },
    theirs: { ...theirs, moves: movesFor(REVIEW, theirs.state, ['reviewed']) },
    /** Until when one may write; what is written is shown then. */
    shownOn,
    open: now < shownOn,
  };
}
