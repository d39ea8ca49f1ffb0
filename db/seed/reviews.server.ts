/** Writes reviews of the sample's ended projects: blind, shown by both or by the clock, replied to, and left unwritten. */
import { asc, isNotNull } from 'drizzle-orm';
import type { EventType } from '../../app/domain/events/rules.ts';
import { PROJECT_SIDES, type ProjectSide } from '../../app/domain/projects/rules.ts';
import { reviewsShownOn } from '../../app/domain/reviews/rules.ts';
import type { Db } from '../client.server.ts';
import { events } from '../schema/events.server.ts';
import { projects } from '../schema/projects.server.ts';
import { reviews } from '../schema/reviews.server.ts';
import { OTHER_REVIEWS, REVIEWS } from './catalogue/reviews.server.ts';

const HOUR = 3600_000;
/** After the end of a project: when each side wrote, and when one of them replied. */
const WRITTEN: Record<ProjectSide, number> = { designer: 5 * HOUR, publisher: 9 * HOUR };
const REPLIED = 14 * HOUR;

type Ended = Awaited<ReturnType<typeof readEnded>>[number];

export async function seedReviews(db: Db, now: Date): Promise<void> {
  const ended = await readEnded(db);
  const all = ended.map((project, at) => rowsOf(project, at, now));
  if (all.length === 0) return;
  await db.insert(reviews).values(all.flatMap(({ rows }) => rows));
  await db.insert(events).values(all.flatMap(({ told }) => told));
}

const readEnded = (db: Db) =>
  db
    .select({
      ...{ id: projects.id, title: projects.title, briefId: projects.briefId },
      ...{ publisher: projects.publisherId, designer: projects.designerId },
      endedAt: projects.endedAt,
    })
    .from(projects)
    .where(isNotNull(projects.endedAt))
    .orderBy(asc(projects.title));

function rowsOf(project: Ended, at: number, now: Date) {
  const { id, title, briefId, publisher, designer } = project;
  const endedAt = project.endedAt ?? now;
  const after = (milliseconds: number) => new Date(endedAt.getTime() + milliseconds);
  const said = REVIEWS.get(title) ?? OTHER_REVIEWS[at % OTHER_REVIEWS.length] ?? {};
  const both = said.publisher && said.designer;
  const shown = both ? after(WRITTEN.publisher) : reviewsShownOn(endedAt);
  const shownAt = shown < now ? shown : null;
  const people = { publisher, designer };
  const rows: (typeof reviews.$inferInsert)[] = [];
  const told: (typeof events.$inferInsert)[] = [];
  const tell = (type: EventType, actorId: string | null, createdAt: Date) =>
    told.push({ type, actorId, createdAt, subjectId: id, projectId: id, briefId, data: { title } });
  for (const side of PROJECT_SIDES) {
    const review = said[side];
    if (!review) continue;
    const { reply, ...words } = review;
    const other = people[side === 'designer' ? 'publisher' : 'designer'];
    const createdAt = after(WRITTEN[side]);
    const repliedAt = reply ? after(REPLIED) : null;
    rows.push({
      ...{ ...words, projectId: id, side, authorId: people[side], personId: other, createdAt },
      ...{ shownAt, reply: reply ?? '', repliedAt },
    });
    tell('review.given', people[side], createdAt);
    if (repliedAt) tell('review.replied', other, repliedAt);
  }
  if (shownAt) tell('review.shown', null, shownAt);
  return { rows, told };
}
