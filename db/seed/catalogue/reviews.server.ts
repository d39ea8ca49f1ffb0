/** What the two sides of ended projects say of each other. */
import type { Ratings } from '#app/domain/reviews/rules.ts';
import type { ProjectSide } from '#app/domain/projects/rules.ts';

export type SeedReview = { ratings: Ratings; body: string; reply?: string };
type Both = Partial<Record<ProjectSide, SeedReview>>;

/** By the side that writes. Where one is missing, that side wrote nothing, or has not yet. */
export const REVIEWS: ReadonlyMap<string, Both> = new Map<string, Both>([
  [
    'Everything Borrowed',
    {
      designer: {
        ratings: { clarity: 5, communication: 5, fairness: 5, speed: 4, payment: 5 },
        body: 'A brief that knew what it wanted and where it did not. Changes came once, in one list, and the money before the invoice was due.',
      },
    },
  ],
  [
    'The Understudy’s Winter',
    {
      publisher: {
        ratings: { craft: 5, fit: 5, communication: 5, punctuality: 4 },
        body: 'The book was withdrawn, and the concepts deserved better. He took the news with more grace than we did, and sent his files in order all the same.',
      },
      designer: {
        ratings: { clarity: 4, communication: 5, speed: 3, payment: 5 },
        body: 'Cancelled through nobody’s fault. I was told at once and by telephone, and the fee came within the week. The answers before that were slow.',
        reply:
          'They were, and it was I who was slow: three books were going to press. Thank you for saying it kindly.',
      },
    },
  ],
  [
    'The Lamp Room',
    {
      publisher: {
        ratings: { craft: 4, fit: 3, communication: 3, punctuality: 2 },
        body: 'Fine lettering, late. We disagreed about when the first part of the fee was due, and staff had to read the contract to us both.',
      },
    },
  ],
  [
    'Lekker Broke',
    {
      publisher: {
        ratings: { craft: 5, fit: 4, communication: 5, punctuality: 5, print: 5 },
        body: 'The printer had nothing to remark, which has not happened to us before. He asked about the paper first and the picture second.',
        reply: 'The paper was half the picture.',
      },
      designer: {
        ratings: { clarity: 4, communication: 4, fairness: 5, speed: 5, payment: 4 },
        body: 'Decisions within a day, always with a reason. The budget was small, and said so from the beginning.',
      },
    },
  ],
]);

/** Everybody else’s, one after the other. */
export const OTHER_REVIEWS: readonly Required<Both>[] = [
  {
    publisher: {
      ratings: { craft: 5, fit: 5, communication: 4, punctuality: 5, print: 5 },
      body: 'Exactly what the brief asked for, and one thing more that we had not thought to ask. We shall be back with the next in the series.',
    },
    designer: {
      ratings: { clarity: 5, communication: 4, fairness: 4, speed: 4, payment: 5 },
      body: 'A clear brief, a patient editor, and an author who trusted both of us.',
    },
  },
  {
    publisher: {
      ratings: { craft: 4, fit: 5, communication: 5, punctuality: 3, print: 4 },
      body: 'Two days late with the wrap, told us a week before, and it was worth the wait.',
    },
    designer: {
      ratings: { clarity: 3, communication: 5, fairness: 4, speed: 5, payment: 5 },
      body: 'The brief changed twice on the way. They knew it, said it, and paid for it.',
    },
  },
];
