/** Disputes as the two sides and staff read them. */
import { and, desc, eq, getTableColumns, ne } from 'drizzle-orm';
import type { Db } from '#db/client.server.ts';
import { conversations } from '#db/schema/conversations.server.ts';
import { designers } from '#db/schema/designers.server.ts';
import { people } from '#db/schema/people.server.ts';
import { disputes, projects } from '#db/schema/projects.server.ts';
import { NotFound } from '../errors.ts';
import { isUuid } from '../ids.ts';
import { PAGE_SIZE, type Seek } from '../paging.ts';
import { byMoment, listIn, reversed } from '../seek.server.ts';

/** Every dispute there was about a project, the last first. Whoever asks has read the project. */
export const disputesOf = (db: Db, projectId: string) =>
  db.select().from(disputes).where(eq(disputes.projectId, projectId)).orderBy(desc(disputes.createdAt));
export type StoredDispute = Awaited<ReturnType<typeof disputesOf>>[number];

/** For staff, with the conversation of the two; null when they have none. Throws NotFound. */
export async function getDispute(
  db: Db,
  id: string | undefined,
): Promise<StoredDispute & { conversationId: string | null }> {
  const [row] = isUuid(id)
    ? await db
        .select({ ...getTableColumns(disputes), conversationId: conversations.id })
        .from(disputes)
        .innerJoin(projects, eq(projects.id, disputes.projectId))
        .leftJoin(
          conversations,
          and(eq(conversations.briefId, projects.briefId), eq(conversations.designerId, projects.designerId)),
        )
        .where(eq(disputes.id, id))
    : [];
  if (!row) throw new NotFound('There is no such dispute.');
  return row;
}

const listColumns = {
  ...{ id: disputes.id, state: disputes.state, openedBy: disputes.openedBy, ground: disputes.ground },
  ...{ createdAt: disputes.createdAt, repliedAt: disputes.repliedAt, endedAt: disputes.endedAt },
  ...{ title: projects.title, publisher: people.name, designer: designers.name },
};

/** For staff: those that wait for them, the oldest first; or those that are over, the newest first. */
export async function listDisputes(db: Db, open: boolean, wanted: Seek) {
  const feed = listIn(open ? reversed(NEWEST_FIRST) : NEWEST_FIRST, wanted);
  const rows = await db
    .select(listColumns)
    .from(disputes)
    .innerJoin(projects, eq(projects.id, disputes.projectId))
    .innerJoin(people, eq(people.id, projects.publisherId))
    .innerJoin(designers, eq(designers.personId, projects.designerId))
    .where(and(open ? eq(disputes.state, 'open') : ne(disputes.state, 'open'), feed.where))
    .orderBy(...feed.orderBy)
    .limit(PAGE_SIZE + 1);
  return feed.page(rows);
}

const NEWEST_FIRST = byMoment<{ createdAt: Date }>(
  { key: disputes.createdAt, id: disputes.id },
  (row) => row.createdAt,
);
