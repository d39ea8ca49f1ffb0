/** Reads the log: everything that happened, or what one person did and what was done to them. */
import { and, eq, sql } from 'drizzle-orm';
import { alias, union } from 'drizzle-orm/pg-core';
import type { Db } from '#db/client.server.ts';
import { briefs } from '#db/schema/briefs.server.ts';
import { events } from '#db/schema/events.server.ts';
import { people } from '#db/schema/people.server.ts';
import { pieces } from '#db/schema/portfolios.server.ts';
import { projects } from '#db/schema/projects.server.ts';
import { PAGE_SIZE, type PageOf, type Seek } from '../paging.ts';
import { among } from '../search.server.ts';
import { byMoment, listIn } from '../seek.server.ts';
import type { EventType } from './rules.ts';
import type { LogEntry } from './words.ts';

export type LogFilter = {
  type?: EventType | undefined;
  /** Who did it, or whom it was done to. */
  personId?: string | undefined;
};

const actors = alias(people, 'actors');
const subjects = alias(people, 'subjects');

/** Whatever an event happened to is looked for in each of the places it may be in. */
const readEvents = (db: Db) =>
  db
    .select({
      ...{ id: events.id, type: events.type, data: events.data, createdAt: events.createdAt },
      actor: { id: actors.id, name: actors.name },
      ...{ subjectId: events.subjectId, briefId: events.briefId, projectId: events.projectId },
      person: subjects.name,
      brief: briefs.title,
      project: projects.title,
      piece: pieces.title,
    })
    .from(events)
    .leftJoin(actors, eq(actors.id, events.actorId))
    .leftJoin(subjects, eq(subjects.id, events.subjectId))
    .leftJoin(briefs, sql`${briefs.id} = coalesce(${events.briefId}, ${events.subjectId})`)
    .leftJoin(projects, eq(projects.id, events.projectId))
    .leftJoin(pieces, eq(pieces.id, events.subjectId));

const NEWEST_FIRST = byMoment<LogEntry>({ key: events.createdAt, id: events.id }, (row) => row.createdAt);

/** One page of the log, newest first. Two queries' worth of index for a person: as actor, and as subject. */
export async function listEvents(
  db: Db,
  { type, personId }: LogFilter,
  wanted: Seek,
): Promise<PageOf<LogEntry>> {
  const { where, orderBy, page } = listIn(NEWEST_FIRST, wanted);
  const ofType = type && eq(events.type, type);
  const some = (column: typeof events.actorId | typeof events.subjectId, id: string) =>
    db
      .select({ id: events.id })
      .from(events)
      .where(and(eq(column, id), ofType, where))
      .orderBy(...orderBy)
      .limit(PAGE_SIZE + 1);
  const concerned = personId
    ? among(events.id, union(some(events.actorId, personId), some(events.subjectId, personId)))
    : undefined;
  const rows = await readEvents(db)
    .where(and(concerned, ofType, where))
    .orderBy(...orderBy)
    .limit(PAGE_SIZE + 1);
  return page(rows);
}
