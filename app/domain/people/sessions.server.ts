/**
 * The rows of signed-in browsers. A session ends a week after sign-in, so that a cookie that got away is worth
 * something for days and not for ever; and after a day without a visit, so that a machine somebody forgot is
 * safe by the next evening. Whoever works here daily signs in once a week.
 */
import { and, desc, eq, gt, isNull, lte, or, sql, type SQL } from 'drizzle-orm';
import type { Db } from '#db/client.server.ts';
import { people, sessions } from '#db/schema/people.server.ts';
import { NotFound } from '../errors.ts';
import { isUuid } from '../ids.ts';
import { LIVE_CHANNEL } from '../live.server.ts';
import { personColumns } from './queries.server.ts';
import type { Person } from './rules.ts';

const MINUTE = 60_000;
export const SESSION_LIFETIME = 7 * 24 * 60 * MINUTE;
const IDLE_LIMIT = 24 * 60 * MINUTE;
/** A visit is written down this often at most: a page need not cost a write. */
const SEEN_EVERY = 10 * MINUTE;
/** A list of devices stays a page, however often somebody signs in with a browser that forgets. */
const MOST_LISTED = 50;

const before = (now: Date, milliseconds: number) => new Date(now.getTime() - milliseconds);

export const live = (now: Date) =>
  and(gt(sessions.expiresAt, now), gt(sessions.seenAt, before(now, IDLE_LIMIT)));
const isOver = (now: Date) => or(lte(sessions.expiresAt, now), lte(sessions.seenAt, before(now, IDLE_LIMIT)));

export type NewSession = { idHash: string; personId: string; userAgent: string };

/** Writes down that a browser is signed in. */
export async function startSession(db: Db, session: NewSession, now: Date): Promise<void> {
  const expiresAt = new Date(now.getTime() + SESSION_LIFETIME);
  await db.insert(sessions).values({ ...session, createdAt: now, seenAt: now, expiresAt });
}

/**
 * The person behind a live session, or null, and whether the visit is worth writing down with `markSeen`. Role
 * and suspension are read anew at each request.
 */
export async function findPersonBySession(
  db: Db,
  idHash: string,
  now: Date,
): Promise<{ person: Person; unseen: boolean } | null> {
  const [found] = await db
    .select({ person: personColumns, seenAt: sessions.seenAt })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .where(and(eq(sessions.idHash, idHash), live(now), isNull(people.suspendedAt)));
  return found ? { person: found.person, unseen: found.seenAt <= before(now, SEEN_EVERY) } : null;
}

/** Writes a visit down. Of several requests at once only the first changes the row. */
export async function markSeen(db: Db, idHash: string, now: Date): Promise<void> {
  await db
    .update(sessions)
    .set({ seenAt: now })
    .where(and(eq(sessions.idHash, idHash), lte(sessions.seenAt, before(now, SEEN_EVERY))));
}

/** Ends sessions, and has every process look at once whether those who listen there may go on. → how many there were. */
async function end(db: Db, which: SQL | undefined): Promise<number> {
  const ended = await db.execute(sql`
    with ended as (delete from ${sessions} where ${which} returning person_id)
    select pg_notify(${LIVE_CHANNEL}, person_id || ' left') from ended`);
  return ended.length;
}

/** Ends the session whose cookie somebody holds. */
export async function endSessionOf(db: Db, idHash: string): Promise<void> {
  await end(db, eq(sessions.idHash, idHash));
}

export type ListedSession = {
  id: string;
  userAgent: string;
  signedInAt: Date;
  seenAt: Date;
  current: boolean;
};

/** The viewer's live sessions: the one that asks first, then the one seen last. */
export async function listSessions(
  db: Db,
  viewer: Person,
  now: Date,
  currentIdHash: string | null,
): Promise<ListedSession[]> {
  const rows = await db
    .select()
    .from(sessions)
    .where(and(eq(sessions.personId, viewer.id), live(now)))
    .orderBy(desc(eq(sessions.idHash, currentIdHash ?? '')), desc(sessions.seenAt), sessions.id)
    .limit(MOST_LISTED);
  return rows.map(({ id, idHash, userAgent, createdAt, seenAt }) => ({
    ...{ id, userAgent, seenAt },
    signedInAt: createdAt,
    current: idHash === currentIdHash,
  }));
}

/** Ends one of the viewer's own sessions. Throws NotFound for anybody else's, and for one that has ended. */
export async function endOneSession(db: Db, viewer: Person, id: string | undefined): Promise<void> {
  const own = and(eq(sessions.id, id ?? ''), eq(sessions.personId, viewer.id));
  if (!isUuid(id) || (await end(db, own)) === 0) throw new NotFound('You are not signed in there any more.');
}

/** Ends all sessions of a person, in the caller's transaction. */
export async function endAllSessions(db: Db, personId: string): Promise<void> {
  await end(db, eq(sessions.personId, personId));
}

/** Deletes the rows of sessions that ended by themselves. */
export async function sweepSessions(db: Db, now: Date): Promise<void> {
  await db.delete(sessions).where(isOver(now));
}
