/** Reads reviews. What is written blind is in nobody's result but its author's. */
import { and, count, countDistinct, eq, isNotNull, or, sql } from 'drizzle-orm';
import type { Db } from '#db/client.server.ts';
import { designers } from '#db/schema/designers.server.ts';
import { people } from '#db/schema/people.server.ts';
import { projects } from '#db/schema/projects.server.ts';
import { reviews } from '#db/schema/reviews.server.ts';
import { PAGE_SIZE, type PageOf, type Seek } from '../paging.ts';
import { byMoment, listIn } from '../seek.server.ts';
import type { ReadReview } from './page.ts';
import type { Outcome, Rated, ShownReview } from './review.ts';

/** What somebody may read of the reviews of a project they are a side of: their own, and what is shown. */
export const reviewsFor = (db: Db, viewerId: string, projectId: string): Promise<ReadReview[]> =>
  db
    .select({
      ...{ side: reviews.side, ratings: reviews.ratings, body: reviews.body, shownAt: reviews.shownAt },
      ...{ reply: reviews.reply, repliedAt: reviews.repliedAt },
    })
    .from(reviews)
    .where(
      and(eq(reviews.projectId, projectId), or(eq(reviews.authorId, viewerId), isNotNull(reviews.shownAt))),
    );

const shownOf = (personId: string) => and(eq(reviews.personId, personId), isNotNull(reviews.shownAt));

const readShown = (db: Db) =>
  db
    .select({
      ...{ id: reviews.id, authorId: reviews.authorId, side: reviews.side },
      ...{ ratings: reviews.ratings, body: reviews.body },
      ...{ shownAt: sql<Date>`${reviews.shownAt}`.mapWith(reviews.shownAt), reply: reviews.reply },
      // Designers are known by their profile's name, publishers by whom they publish as.
      author: sql<string>`coalesce(${designers.name}, nullif(${people.organisation}, ''), ${people.name})`,
      slug: sql<string | null>`case when ${designers.hidden} then null else ${designers.slug} end`,
      outcome: sql<Outcome>`${projects.state}`,
    })
    .from(reviews)
    .innerJoin(projects, eq(projects.id, reviews.projectId))
    .innerJoin(people, eq(people.id, reviews.authorId))
    .leftJoin(designers, and(eq(designers.personId, reviews.authorId), eq(reviews.side, 'designer')));

const NEWEST_FIRST = byMoment<ShownReview>({ key: reviews.shownAt, id: reviews.id }, (row) => row.shownAt);

/** One page of what everybody may read about somebody, shown last first. */
export async function listReviews(db: Db, personId: string, wanted: Seek): Promise<PageOf<ShownReview>> {
  const { where, orderBy, page } = listIn(NEWEST_FIRST, wanted);
  const rows = await readShown(db)
    .where(and(shownOf(personId), where))
    .orderBy(...orderBy)
    .limit(PAGE_SIZE + 1);
  return page(rows);
}

/** The last few of them. */
const latestReviews = (db: Db, personId: string, most: number): Promise<ShownReview[]> =>
  readShown(db)
    .where(shownOf(personId))
    .orderBy(...listIn(NEWEST_FIRST, {}).orderBy)
    .limit(most);

/** How somebody was rated, over all that is shown. */
export async function ratedOf(db: Db, personId: string): Promise<Rated> {
  const question = sql<string | null>`rated.question`;
  const rows = await db
    .select({
      question,
      n: count(),
      reviews: countDistinct(reviews.id),
      mean: sql<number>`round(avg(rated.score::numeric), 1)::double precision`,
    })
    .from(reviews)
    .crossJoinLateral(sql`jsonb_each_text(${reviews.ratings}) as rated(question, score)`)
    .where(shownOf(personId))
    // The row without a question is of all together.
    .groupBy(sql`grouping sets ((rated.question), ())`);
  const total = rows.find((row) => row.question === null)?.reviews ?? 0;
  return {
    total,
    questions: rows.flatMap(({ question, n, mean }) => (question === null ? [] : [{ question, n, mean }])),
  };
}

/** How many reviews of somebody everybody may read. */
export const countReviews = (db: Db, personId: string): Promise<number> =>
  db.$count(reviews, shownOf(personId));

/** How many a profile shows before it leads to the rest. */
const ON_PROFILE = 3;

/** What a profile says of how it was to work with somebody. */
export async function reviewsOnProfile(db: Db, personId: string): Promise<Rated & { latest: ShownReview[] }> {
  const rated = await ratedOf(db, personId);
  return { ...rated, latest: rated.total === 0 ? [] : await latestReviews(db, personId, ON_PROFILE) };
}
