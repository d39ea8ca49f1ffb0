/** Mail about one event, to each whom it concerns and who wants such mail at once. */
import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Db } from '#db/client.server.ts';
import { events } from '#db/schema/events.server.ts';
import { mailPreferences, notifications } from '#db/schema/notifications.server.ts';
import { people } from '#db/schema/people.server.ts';
import type { Queue } from '../../jobs/queue.server.ts';
import { letterOf } from './letter.ts';
import { writeMail } from './mails.server.ts';
import { choiceOf } from './rules.ts';
import { actors, RECIPIENT, TOLD, toActor, toEvent, wordsOf, type SayFor } from './told.server.ts';

/** What mail is made with: where its links lead, and the formatters of whoever reads it. */
export type Press = { origin: string; sayFor: SayFor };

/** A notice that was for mail and has not been in one. */
export const notMailed = and(isNull(notifications.mailedAt), isNull(notifications.readAt));

/** The notices of an event that wait for mail, locked: whoever writes them has them for themselves. */
const waitingFor = (tx: Db, eventId: string) =>
  tx
    .select({
      ...{ id: notifications.id, topic: notifications.topic, choices: mailPreferences.choices },
      ...{ recipient: RECIPIENT, ...TOLD },
    })
    .from(notifications)
    .innerJoin(people, eq(people.id, notifications.personId))
    .innerJoin(events, toEvent)
    .leftJoin(actors, toActor)
    .leftJoin(mailPreferences, eq(mailPreferences.personId, people.id))
    .where(and(eq(notifications.eventId, eventId), notMailed))
    .orderBy(notifications.id)
    .for('update', { of: notifications });

/** Writes the mail of an event, in the caller's transaction; what is for a digest waits for it. */
export async function mailNotices(tx: Db, queue: Queue, press: Press, eventId: string): Promise<void> {
  const done: string[] = [];
  for (const { id, topic, choices, recipient, ...told } of await waitingFor(tx, eventId)) {
    const choice = choiceOf(choices ?? {}, topic);
    if (choice === 'daily' || choice === 'weekly') continue;
    done.push(id);
    if (choice === 'off') continue;
    const words = wordsOf(told, recipient, press.sayFor);
    await writeMail(tx, queue, {
      ...{ personId: recipient.id, topic, subject: words.line },
      occasion: `notice ${eventId} ${recipient.id}`,
      ...letterOf(press.origin, [{ entries: [words] }]),
    });
  }
  await markMailed(tx, done);
}

export async function markMailed(tx: Db, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .update(notifications)
    .set({ mailedAt: sql`now()` })
    .where(inArray(notifications.id, ids));
}
