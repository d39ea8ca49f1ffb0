/**
 * What the two sides of an ended project say of each other's part in it. Each writes blind: neither is shown before both
 * are in, or the time for writing is over. Pure.
 */
import { z } from 'zod';
import { Conflict } from '../errors.ts';
import { mayMove, whyNot, type Process } from '../process.ts';
import type { ProjectSide } from '../projects/rules.ts';

/** What each side is asked of the other, by the side that answers. */
export const REVIEW_QUESTIONS = {
  publisher: {
    craft: 'Craft',
    fit: 'Fit to the brief',
    communication: 'Communication',
    punctuality: 'Punctuality',
    print: 'Print readiness',
  },
  designer: {
    clarity: 'Clarity of the brief',
    communication: 'Communication',
    fairness: 'Fairness of changes',
    speed: 'Speed of decisions',
    payment: 'Payment',
  },
} as const satisfies Record<ProjectSide, Record<string, string>>;

/** From 1 to 5, by question; a question that did not apply is left out. */
export type Ratings = Record<string, number>;

export const SCORES = {
  5: '5, excellent',
  4: '4, good',
  3: '3, fair',
  2: '2, poor',
  1: '1, very poor',
} as const;
export const HIGHEST_SCORE = 5;
/** Sent in place of a number. */
export const DOES_NOT_APPLY = 'none';

/** How long each side may write, blind to what the other wrote. */
export const REVIEW_DAYS = 14;
const REVIEW_MS = REVIEW_DAYS * 24 * 60 * 60 * 1000;
export const REVIEW_TEXT = { least: 20, most: 2000 };
export const LONGEST_REPLY = 1000;
/** A mean of fewer would say more about chance than about work. */
export const FEWEST_FOR_MEANS = 3;

/** When the time for writing is over, and what was written is shown. */
export const reviewsShownOn = (endedAt: Date): Date => new Date(endedAt.getTime() + REVIEW_MS);
/** Projects that ended until then are past it. */
export const endedBeforeReviews = (now: Date): Date => new Date(now.getTime() - REVIEW_MS);

export const REVIEW_STATES = {
  unwritten: 'Not written',
  blind: 'Written blind',
  shown: 'Shown',
  replied: 'Replied to',
  missed: 'Left unwritten',
} as const;
export type ReviewState = keyof typeof REVIEW_STATES;
export const REVIEW_PARTIES = {
  author: 'who wrote it',
  reviewed: 'whom it is about',
  /** The clock. */
  house: 'nobody',
} as const;
export type ReviewParty = keyof typeof REVIEW_PARTIES;
export type ReviewMove = 'write' | 'change' | 'show' | 'reply' | 'close';

export const REVIEW: Process<ReviewState, ReviewParty, ReviewMove> = {
  noun: 'review',
  states: REVIEW_STATES,
  parties: REVIEW_PARTIES,
  moves: {
    write: {
      from: ['unwritten'],
      to: 'blind',
      by: ['author'],
      label: 'Send review',
      done: 'Your review is sent.',
    },
    change: {
      from: ['blind'],
      by: ['author'],
      label: 'Change review',
      done: 'Your review is changed.',
    },
    // Whom it is about shows both by sending theirs; the clock shows what there is.
    show: {
      from: ['blind'],
      to: 'shown',
      by: ['reviewed', 'house'],
      label: 'Write yours, which shows both',
      done: 'Both reviews are shown now.',
    },
    reply: {
      from: ['shown'],
      to: 'replied',
      by: ['reviewed'],
      label: 'Send reply',
      done: 'Your reply is shown below the review.',
    },
    close: {
      from: ['unwritten'],
      to: 'missed',
      by: ['house'],
      label: 'Close',
      done: 'The time for writing is over.',
    },
  },
};

type Standing = { shownAt: Date | null; repliedAt: Date | null };

/** Where the review of one side stands; null is one that nobody has written. */
export function reviewState(review: Standing | null, endedAt: Date, now: Date): ReviewState {
  if (review) return review.repliedAt ? 'replied' : review.shownAt ? 'shown' : 'blind';
  return now < reviewsShownOn(endedAt) ? 'unwritten' : 'missed';
}

/** Why this party cannot make a move with a review now, in a sentence; null when they can. */
export const whyNotNow = (state: ReviewState, party: ReviewParty, name: ReviewMove): string | null =>
  mayMove(REVIEW, state, [party], name) ? null : whyNot(REVIEW, state, [party], name).message;

/** Throws Conflict, with where the review stands, for a move that this party cannot make now. */
export function checkReview(state: ReviewState, party: ReviewParty, name: ReviewMove): void {
  const reason = whyNotNow(state, party, name);
  if (reason) throw new Conflict(reason);
}

const scoreOf = (question: string) =>
  z.enum(['1', '2', '3', '4', '5', DOES_NOT_APPLY], {
    error: `${question}: choose a number, or that it does not apply`,
  });

const { least, most } = REVIEW_TEXT;
const ENOUGH = `Say in at least ${least} characters how it was`;
const body = z
  .string({ error: ENOUGH })
  .trim()
  .min(least, ENOUGH)
  .max(most, `Shorten the review to ${most.toLocaleString('en-GB')} characters`);

export type ReviewText = { ratings: Ratings; body: string };

/** The form of one side, read: what did not apply is left out, and something has to be said of something. */
const formOf = (side: ProjectSide) => {
  const questions = Object.entries(REVIEW_QUESTIONS[side]);
  const scores = Object.fromEntries(questions.map(([key, label]) => [key, scoreOf(label)]));
  return z.object({ ...scores, body }).transform((given: Record<string, string>, context): ReviewText => {
    const applying = questions.filter(([key]) => given[key] !== DOES_NOT_APPLY);
    const ratings = Object.fromEntries(applying.map(([key]) => [key, Number(given[key])]));
    const [first = ['']] = questions;
    if (applying.length === 0)
      context.addIssue({ code: 'custom', path: [first[0]], message: 'Rate at least one of these' });
    return { ratings, body: given['body'] ?? '' };
  });
};
export const ReviewForms = { publisher: formOf('publisher'), designer: formOf('designer') };

export const ReplyText = z.object({
  reply: z
    .string({ error: 'Write a reply' })
    .trim()
    .min(1, 'Write a reply')
    .max(LONGEST_REPLY, `Shorten the reply to ${LONGEST_REPLY.toLocaleString('en-GB')} characters`),
});
