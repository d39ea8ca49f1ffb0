/** A builder of reviews: what one side of a project wrote of the other, blind unless a test says when it was shown. */
import type { Db } from '#db/client.server.ts';
import { reviews } from '#db/schema/reviews.server.ts';
import { REVIEW_QUESTIONS } from '#app/domain/reviews/rules.ts';
import type { Person } from '#app/domain/people/rules.ts';
import type { ProjectSide } from '#app/domain/projects/rules.ts';

type Sides = { id: string; publisher: Pick<Person, 'id'>; designer: Pick<Person, 'id'> };

export async function aReview(
  db: Db,
  { id, publisher, designer }: Sides,
  side: ProjectSide,
  overrides: Partial<typeof reviews.$inferInsert> = {},
) {
  const [author, about] = side === 'publisher' ? [publisher, designer] : [designer, publisher];
  const questions = Object.keys(REVIEW_QUESTIONS[side]);
  const [review] = await db
    .insert(reviews)
    .values({
      ...{ projectId: id, side, authorId: author.id, personId: about.id },
      ratings: Object.fromEntries(questions.map((question) => [question, 4])),
      body: 'Clear from the first day, and never late with a word.',
      ...overrides,
    })
    .returning();
  if (!review) throw new Error('the review was not inserted');
  return review;
}
