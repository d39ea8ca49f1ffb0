/** Tells the people of the sample what its events say has happened: in their lists, the last days unread, and by no mail. */
import { eq, inArray, sql } from 'drizzle-orm';
import { NOTICES, type Concerned, type NoticeType } from '../../app/domain/notifications/rules.ts';
import type { Db } from '../client.server.ts';
import { briefs } from '../schema/briefs.server.ts';
import { conversations } from '../schema/conversations.server.ts';
import { events } from '../schema/events.server.ts';
import { notifications } from '../schema/notifications.server.ts';
import { people } from '../schema/people.server.ts';
import { projects } from '../schema/projects.server.ts';
import { proposals } from '../schema/proposals.server.ts';

const UNREAD_MS = 3 * 24 * 3600 * 1000;
const CHUNK = 1000;

/** The events that somebody is told of, with the two they are between. */
const announced = (tx: Db) =>
  tx
    .select({
      ...{ eventId: events.id, actorId: events.actorId, createdAt: events.createdAt },
      type: sql<NoticeType>`${events.type}`,
      publisher: sql<string | null>`coalesce(${projects.publisherId}, ${briefs.ownerId})`,
      designer: sql<
        string | null
      >`coalesce(${projects.designerId}, ${proposals.designerId}, ${conversations.designerId})`,
    })
    .from(events)
    .leftJoin(briefs, eq(briefs.id, events.briefId))
    .leftJoin(projects, eq(projects.id, events.projectId))
    .leftJoin(proposals, eq(proposals.id, events.subjectId))
    .leftJoin(conversations, eq(conversations.id, events.subjectId))
    .where(inArray(events.type, Object.keys(NOTICES) as NoticeType[]));

export async function seedNotices(tx: Db, now: Date): Promise<void> {
  const staff = await tx.select({ id: people.id }).from(people).where(eq(people.role, 'admin'));
  const rows = (await announced(tx)).flatMap(({ eventId, type, actorId, createdAt, publisher, designer }) => {
    const parties: Partial<Record<Concerned, (string | null)[]>> = {
      ...{ publisher: [publisher], designer: [designer], designers: [designer] },
      staff: staff.map(({ id }) => id),
    };
    const { to, topic } = NOTICES[type];
    const told = to.flatMap((party: Concerned) => parties[party] ?? []);
    const readAt = now.getTime() - createdAt.getTime() > UNREAD_MS ? createdAt : null;
    return [...new Set(told)]
      .filter((personId) => personId !== null && personId !== actorId)
      .map((personId) => ({
        ...{ personId: personId ?? '', eventId, topic },
        createdAt,
        readAt,
        mailedAt: createdAt,
      }));
  });
  for (let at = 0; at < rows.length; at += CHUNK)
    await tx
      .insert(notifications)
      .values(rows.slice(at, at + CHUNK))
      .onConflictDoNothing();
}
