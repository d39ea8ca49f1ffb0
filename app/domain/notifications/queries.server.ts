/** What somebody was told, for their list and the numbers in the header; and mail, for staff. */
import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import type { Db } from '#db/client.server.ts';
import { events } from '#db/schema/events.server.ts';
import { mails, notifications } from '#db/schema/notifications.server.ts';
import { people } from '#db/schema/people.server.ts';
import { PAGE_SIZE, type Seek } from '../paging.ts';
import type { Person } from '../people/rules.ts';
import { byMoment, listIn } from '../seek.server.ts';
import { actors, TOLD, toActor, toEvent, wordsOf, type SayFor } from './told.server.ts';

const NEWEST_NOTICE = byMoment<{ createdAt: Date }>(
  { key: notifications.createdAt, id: notifications.id },
  (row) => row.createdAt,
);

/** One page of what the viewer was told, newest first, in words for them. */
export async function listNotices(db: Db, viewer: Person, wanted: Seek, sayFor: SayFor) {
  const { where, orderBy, page } = listIn(NEWEST_NOTICE, wanted);
  const rows = await db
    .select({
      ...{ id: notifications.id, createdAt: notifications.createdAt, readAt: notifications.readAt },
      ...TOLD,
    })
    .from(notifications)
    .innerJoin(events, toEvent)
    .leftJoin(actors, toActor)
    .where(and(eq(notifications.personId, viewer.id), where))
    .orderBy(...orderBy)
    .limit(PAGE_SIZE + 1);
  return page(
    rows.map(({ id, createdAt, readAt, ...told }) => ({
      ...{ id, createdAt, readAt, ...wordsOf(told, viewer, sayFor) },
    })),
  );
}

export type Unread = { notifications: number; messages: number };

/** Counting stops here; the header says "99+". */
const MOST_COUNTED = 100;

/** How much somebody has not read: of everything, and of messages. Read from one index alone. */
export async function countUnread(db: Db, personId: string): Promise<Unread> {
  const unread = db
    .select({ topic: notifications.topic })
    .from(notifications)
    .where(and(eq(notifications.personId, personId), isNull(notifications.readAt)))
    .limit(MOST_COUNTED)
    .as('unread');
  const [row] = await db
    .select({
      notifications: sql<number>`count(*)::int`,
      messages: sql<number>`(count(*) filter (where ${unread.topic} = 'messages'))::int`,
    })
    .from(unread);
  return row ?? { notifications: 0, messages: 0 };
}

const NEWEST_MAIL = byMoment<{ createdAt: Date }>(
  { key: mails.createdAt, id: mails.id },
  (row) => row.createdAt,
);

/** Mail that was given up, newest first: who was to get it, and why they did not. */
export async function listFailedMails(db: Db, wanted: Seek) {
  const { where, orderBy, page } = listIn(NEWEST_MAIL, wanted);
  const rows = await db
    .select({
      ...{ id: mails.id, subject: mails.subject, createdAt: mails.createdAt },
      ...{ attempts: mails.attempts, lastFault: mails.lastFault },
      person: { id: people.id, name: people.name, email: people.email },
    })
    .from(mails)
    .innerJoin(people, eq(people.id, mails.personId))
    .where(and(eq(mails.state, 'failed'), where))
    .orderBy(...orderBy)
    .limit(PAGE_SIZE + 1);
  return page(rows);
}

/** The newest mail of everybody, whole: for a person who tries the product, in development. */
export const newestMails = (db: Db) =>
  db
    .select({
      ...{ id: mails.id, subject: mails.subject, text: mails.text, state: mails.state },
      ...{ createdAt: mails.createdAt, to: people.email },
    })
    .from(mails)
    .innerJoin(people, eq(people.id, mails.personId))
    .orderBy(desc(mails.createdAt), desc(mails.id))
    .limit(50);
