/** Writes reviews, shows them, and takes replies: each in the transaction of the caller, on a project that is locked first. */
import { and, asc, eq, isNull, lte } from 'drizzle-orm';
import type { Database, Db } from '#db/client.server.ts';
import { projects } from '#db/schema/projects.server.ts';
import { reviews } from '#db/schema/reviews.server.ts';
import type { Queue } from '../../jobs/queue.server.ts';
import { Conflict, Forbidden } from '../errors.ts';
import { recordEvent } from '../events/commands.server.ts';
import { announce } from '../notifications/commands.server.ts';
import type { Person } from '../people/rules.ts';
import { canonicalText } from '../canonical.ts';
import { eventOf, partiesTold } from '../projects/milestones.server.ts';
import type { Project } from '../projects/project.ts';
import { getProjectForHouse, lockProject } from '../projects/queries.server.ts';
import { PROJECT_STATES, type ProjectSide } from '../projects/rules.ts';
import { checkReview, endedBeforeReviews, reviewsShownOn, reviewState, type ReviewText } from './rules.ts';

/** An ended project, as one of its two sides. */
export type Reviewing = { project: Project & { endedAt: Date }; side: ProjectSide };

/** Throws Forbidden for whoever has no side in it, Conflict while it goes on. */
export function reviewing(project: Project): Reviewing {
  const { side, endedAt, publisher, designer } = project;
  if (side === 'staff') throw new Forbidden('The two sides of a project review each other; staff do not.');
  if (publisher.id === designer.id) throw new Forbidden('Nobody reviews themselves.');
  if (!endedAt)
    throw new Conflict(
      `This project is ${PROJECT_STATES[project.state].toLowerCase()} now. You can review each other when it has ended.`,
    );
  return { project: { ...project, endedAt }, side };
}

const otherSide = (side: ProjectSide): ProjectSide => (side === 'designer' ? 'publisher' : 'designer');

/** The project, locked, with both its reviews as they stand. */
async function lockReviews(tx: Db, viewer: Person, projectId: string | undefined) {
  const { project, side } = reviewing(await lockProject(tx, viewer, projectId));
  const rows = await tx.select().from(reviews).where(eq(reviews.projectId, project.id));
  const of = (author: ProjectSide) => rows.find((row) => row.side === author) ?? null;
  return { project, side, mine: of(side), theirs: of(otherSide(side)) };
}

/**
 * Writes what one side says of the other, or changes it while nobody has read it. The second of the two shows both.
 * → whether they are shown. Throws Conflict, Forbidden, NotFound.
 */
export async function writeReview(
  tx: Db,
  queue: Queue,
  viewer: Person,
  { projectId, review, now }: { projectId: string | undefined; review: ReviewText; now: Date },
): Promise<{ shown: boolean }> {
  const { project, side, mine, theirs } = await lockReviews(tx, viewer, projectId);
  // A second click is done already.
  if (mine && fingerprint(mine) === fingerprint(review)) return { shown: mine.shownAt !== null };
  checkReview(reviewState(mine, project.endedAt, now), 'author', mine ? 'change' : 'write');
  // What is about to be shown must not be written with an eye on the day.
  if (now >= reviewsShownOn(project.endedAt)) throw new Conflict('The time for writing reviews is over.');
  const event = { actorId: viewer.id, ...eventOf(project) };
  if (mine) {
    await tx.update(reviews).set(review).where(eq(reviews.id, mine.id));
    await recordEvent(tx, { type: 'review.changed', ...event });
    return { shown: false };
  }
  const personId = project[otherSide(side)].id;
  await tx
    .insert(reviews)
    .values({ projectId: project.id, side, authorId: viewer.id, personId, ...review, createdAt: now });
  if (!theirs) {
    await announce(tx, queue, { type: 'review.given', ...event }, partiesTold(project));
    return { shown: false };
  }
  // That it was written is told by its being shown.
  await recordEvent(tx, { type: 'review.given', ...event });
  await show(tx, queue, project, { actorId: viewer.id, now });
  return { shown: true };
}

const fingerprint = ({ ratings, body }: ReviewText) => canonicalText([ratings, body]);

/** Shows what there is of a project that the caller has locked, once. */
async function show(
  tx: Db,
  queue: Queue,
  project: Project,
  /** Who wrote the second; null when the time is over. */
  { actorId, now }: { actorId: string | null; now: Date },
): Promise<void> {
  const shown = await tx
    .update(reviews)
    .set({ shownAt: now })
    .where(and(eq(reviews.projectId, project.id), isNull(reviews.shownAt)))
    .returning({ id: reviews.id });
  if (shown.length === 0) return;
  const event = { type: 'review.shown', actorId, ...eventOf(project) } as const;
  await announce(tx, queue, event, partiesTold(project));
}

/** Replies, once, to what the other side wrote. Throws Conflict, Forbidden, NotFound. */
export async function replyToReview(
  tx: Db,
  queue: Queue,
  viewer: Person,
  { projectId, reply, now }: { projectId: string | undefined; reply: string; now: Date },
): Promise<void> {
  const { project, theirs } = await lockReviews(tx, viewer, projectId);
  // A second click is done already.
  if (theirs?.repliedAt && theirs.reply === reply) return;
  checkReview(reviewState(theirs, project.endedAt, now), 'reviewed', 'reply');
  if (theirs) await tx.update(reviews).set({ reply, repliedAt: now }).where(eq(reviews.id, theirs.id));
  const event = { type: 'review.replied', actorId: viewer.id, ...eventOf(project) } as const;
  await announce(tx, queue, event, partiesTold(project));
}

const AT_ONCE = 100;

/**
 * Shows what only one side has written, when the time for writing is over: each project in a transaction of its own, and
 * once, however many workers look.
 */
export async function showDueReviews(db: Database, queue: Queue, now: Date): Promise<void> {
  const due = await db
    .select({ id: projects.id })
    .from(reviews)
    .innerJoin(projects, eq(projects.id, reviews.projectId))
    .where(and(isNull(reviews.shownAt), lte(projects.endedAt, endedBeforeReviews(now))))
    .orderBy(asc(projects.endedAt))
    .limit(AT_ONCE);
  for (const { id } of due)
    await db.transaction(async (tx) => {
      await tx.select({ id: projects.id }).from(projects).where(eq(projects.id, id)).for('update');
      await show(tx, queue, await getProjectForHouse(tx, id), { actorId: null, now });
    });
}
