/** Reads the history of a brief or a project. Who may read which of it is in the WHERE. */
import { and, eq, inArray, or, sql, type SQL } from 'drizzle-orm';
import type { Db } from '#db/client.server.ts';
import { conversations } from '#db/schema/conversations.server.ts';
import { designers } from '#db/schema/designers.server.ts';
import { events } from '#db/schema/events.server.ts';
import { people } from '#db/schema/people.server.ts';
import { projects } from '#db/schema/projects.server.ts';
import { proposals } from '#db/schema/proposals.server.ts';
import { PAGE_SIZE, type PageOf, type Seek } from '../paging.ts';
import type { Person } from '../people/rules.ts';
import { byMoment, listIn } from '../seek.server.ts';
import { isOfBrief, typesFor, type HistoryEvent, type HistoryType, type Reach } from './history.ts';

/** The designer an event concerns: of its proposal, its conversation or its project, or who it happened to. */
const concerned = sql`coalesce(${proposals.designerId}, ${conversations.designerId}, ${projects.designerId}, ${events.subjectId})`;

const readHistory = (db: Db) =>
  db
    .select({
      ...{ id: events.id, type: sql<HistoryType>`${events.type}`, createdAt: events.createdAt },
      ...{ data: events.data, actor: people.name, designer: designers.name },
    })
    .from(events)
    .leftJoin(people, eq(people.id, events.actorId))
    .leftJoin(proposals, eq(proposals.id, events.subjectId))
    .leftJoin(conversations, eq(conversations.id, events.subjectId))
    .leftJoin(projects, eq(projects.id, events.projectId))
    .leftJoin(designers, eq(designers.personId, concerned));

const NEWEST_FIRST = byMoment<HistoryEvent>({ key: events.createdAt, id: events.id }, (row) => row.createdAt);

async function readPage(db: Db, of: SQL | undefined, wanted: Seek): Promise<PageOf<HistoryEvent>> {
  const { where, orderBy, page } = listIn(NEWEST_FIRST, wanted);
  const rows = await readHistory(db)
    .where(and(of, where))
    .orderBy(...orderBy)
    .limit(PAGE_SIZE + 1);
  return page(rows);
}

/** What anybody may have done without its being another's to know. */
const byHand = (viewer: Person) => eq(events.actorId, viewer.id);

/** One page of what happened to a brief, newest first: for its publisher all of it but what designers keep to themselves. */
export function historyOfBrief(
  db: Db,
  viewer: Person,
  brief: { id: string; ownerId: string },
  wanted: Seek,
): Promise<PageOf<HistoryEvent>> {
  const types = (...is: Reach[]) => inArray(events.type, typesFor(...is).filter(isOfBrief));
  const isOwn = brief.ownerId === viewer.id;
  const readable = isOwn
    ? types('anyone', 'sides', 'publisher')
    : or(types('anyone'), and(types('sides'), eq(designers.personId, viewer.id)));
  const own = and(types('doer'), byHand(viewer));
  return readPage(db, and(eq(events.briefId, brief.id), or(readable, own)), wanted);
}

/** The same of a project, which both sides read whole, but for deliveries that are still being put together. */
export function historyOfProject(
  db: Db,
  viewer: Person,
  project: { id: string; publisherId: string },
  wanted: Seek,
): Promise<PageOf<HistoryEvent>> {
  const reaches: Reach[] = project.publisherId === viewer.id ? ['publisher'] : [];
  const readable = inArray(events.type, typesFor('anyone', 'sides', ...reaches));
  const own = and(inArray(events.type, typesFor('doer')), byHand(viewer));
  return readPage(db, and(eq(events.projectId, project.id), or(readable, own)), wanted);
}
