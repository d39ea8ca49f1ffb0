/** Tells those whom an event concerns, in the transaction of the change it tells of. */
import { and, eq, gt, inArray, isNull, lt, lte, or, sql } from 'drizzle-orm';
import type { Db } from '#db/client.server.ts';
import { events } from '#db/schema/events.server.ts';
import { notifications } from '#db/schema/notifications.server.ts';
import type { Queue } from '../../jobs/queue.server.ts';
import { recordEvent, type NewEvent } from '../events/commands.server.ts';
import type { Person } from '../people/rules.ts';
import { NOTICES, TOLD_ONCE, type Concerned, type NoticeType } from './rules.ts';
import { toEvent } from './told.server.ts';

/** The people an event concerns, by what they are to it. Only those whom `NOTICES` names are told. */
export type Parties = Partial<Record<Concerned, string | readonly string[]>>;

/** Records an event, and tells everybody it concerns but the one who did it: in their list at once, by mail as they chose. */
export async function announce(
  tx: Db,
  queue: Queue,
  event: NewEvent & { type: NoticeType },
  parties: Parties,
): Promise<void> {
  const eventId = await recordEvent(tx, event);
  // Whoever does something about a thing has seen what was said of it.
  if (event.actorId) await readNotices(tx, event.actorId, event.subjectId);
  const { to, topic } = NOTICES[event.type];
  const concerned = to.flatMap((party: Concerned) => parties[party] ?? []);
  const others = [...new Set(concerned)].filter((personId) => personId !== event.actorId);
  const known = others.length > 0 ? await whoKnows(tx, event, others) : [];
  const told = others.filter((personId) => !known.includes(personId));
  if (told.length === 0) return;
  await tx.insert(notifications).values(told.map((personId) => ({ personId, eventId, topic })));
  await queue.enqueue(tx, 'mail.notice', { eventId });
}

/** Of messages and votes one is told until it is read, or a day later: ten in a row are not ten notices, nor ten mails. */
async function whoKnows(tx: Db, { type, subjectId }: NewEvent, people: string[]): Promise<string[]> {
  if (!TOLD_ONCE.includes(type)) return [];
  const rows = await tx
    .select({ personId: notifications.personId })
    .from(notifications)
    .innerJoin(events, toEvent)
    .where(
      and(
        ...[inArray(notifications.personId, people), isNull(notifications.readAt)],
        gt(notifications.createdAt, sql`now() - interval '1 day'`),
        ...[eq(events.subjectId, subjectId), eq(events.type, type)],
      ),
    );
  return rows.map(({ personId }) => personId);
}

/** Marks as read what somebody was told of one thing, such as a conversation they have been shown. */
export async function readNotices(tx: Db, personId: string, subjectId: string): Promise<void> {
  const unread = tx
    .select({ id: notifications.id })
    .from(notifications)
    .innerJoin(events, toEvent)
    .where(
      and(
        ...[eq(notifications.personId, personId), isNull(notifications.readAt)],
        eq(events.subjectId, subjectId),
      ),
    )
    // What another window of theirs is marking needs no second hand.
    .for('update', { of: notifications, skipLocked: true });
  await tx
    .update(notifications)
    .set({ readAt: sql`now()` })
    .where(inArray(notifications.id, unread));
}

/** Marks as read whatever was there when the viewer was shown their list. */
export async function readAll(db: Db, viewer: Person, shownAt: Date, now: Date): Promise<void> {
  await db
    .update(notifications)
    .set({ readAt: now })
    .where(
      and(
        ...[eq(notifications.personId, viewer.id), isNull(notifications.readAt)],
        lte(notifications.createdAt, shownAt),
      ),
    );
}

const DAY_MS = 24 * 3600 * 1000;
/** How long a notice is kept: read, or at all. What happened stays in the log. */
const KEPT_DAYS = { read: 90, unread: 365 };

/** Deletes notices that nobody looks for any more. */
export async function sweepNotices(db: Db, now: Date): Promise<void> {
  const before = (days: number) => lt(notifications.createdAt, new Date(now.getTime() - days * DAY_MS));
  await db
    .delete(notifications)
    .where(
      or(
        before(KEPT_DAYS.unread),
        and(before(KEPT_DAYS.read), lt(notifications.readAt, new Date(now.getTime() - DAY_MS))),
      ),
    );
}
