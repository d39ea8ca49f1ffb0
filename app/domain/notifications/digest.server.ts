/** Digests: what has happened since the last one, in one mail in the morning, for the topics they want so. */
import { and, asc, eq, isNull, min } from 'drizzle-orm';
import type { Db } from '#db/client.server.ts';
import { events } from '#db/schema/events.server.ts';
import { mailPreferences, notifications } from '#db/schema/notifications.server.ts';
import { people } from '#db/schema/people.server.ts';
import type { Queue } from '../../jobs/queue.server.ts';
import { letterOf, type Entry, type Section } from './letter.ts';
import { writeMail } from './mails.server.ts';
import { morningsOf, type Mornings } from './morning.ts';
import { markMailed, notMailed, type Press } from './notices.server.ts';
import { choiceOf, TOPICS, type MailChoices, type Topic } from './rules.ts';
import { actors, RECIPIENT, TOLD, toActor, toEvent, wordsOf } from './told.server.ts';

const active = isNull(people.suspendedAt);
const ofPerson = eq(mailPreferences.personId, people.id);

/** Is a notice of this age for the mail of this morning? What was for mail at once and missed it goes along. */
function isDue(choices: MailChoices | null, topic: Topic, createdAt: Date, mornings: Mornings): boolean {
  const choice = choiceOf(choices ?? {}, topic);
  if (choice === 'off') return false;
  return createdAt < (choice === 'weekly' ? mornings.weekly : mornings.daily);
}

/** Those for whom a digest is due. */
export async function whoIsDue(db: Db, now: Date): Promise<string[]> {
  const rows = await db
    .select({
      ...{ personId: people.id, timeZone: people.timeZone, choices: mailPreferences.choices },
      ...{ topic: notifications.topic, oldest: min(notifications.createdAt) },
    })
    .from(notifications)
    .innerJoin(people, eq(people.id, notifications.personId))
    .leftJoin(mailPreferences, ofPerson)
    .where(and(notMailed, active))
    .groupBy(people.id, mailPreferences.personId, notifications.topic);
  const due = rows.filter(
    ({ oldest, choices, topic, timeZone }) =>
      oldest && isDue(choices, topic, oldest, morningsOf(now, timeZone)),
  );
  return [...new Set(due.map(({ personId }) => personId))];
}

/** As many as a mail holds that somebody reads; the rest is one click away. */
const MOST_ENTRIES = 40;

/**
 * Writes one person's digest, in the caller's transaction. There is one in a day, however often and by however many this
 * is called: what comes to be due later waits for the next.
 */
export async function writeDigest(
  tx: Db,
  queue: Queue,
  { origin, sayFor }: Press,
  personId: string,
  now: Date,
): Promise<void> {
  const waiting = await waitingFor(tx, personId);
  const [first] = waiting;
  if (!first) return;
  const mornings = morningsOf(now, first.recipient.timeZone);
  const due = waiting.filter(({ choices, topic, createdAt }) => isDue(choices, topic, createdAt, mornings));
  const told = due.map((row) => ({ ...row, words: wordsOf(row, row.recipient, sayFor) }));
  const [only, ...others] = told;
  if (!only) return;
  const written = await writeMail(tx, queue, {
    ...{ personId, occasion: `digest ${personId} ${mornings.day}`, topic: 'digest' },
    subject: others.length === 0 ? only.words.line : `${told.length} things have happened on Dustjacket`,
    ...letterOf(origin, sectionsOf(told)),
  });
  if (written)
    await markMailed(
      tx,
      due.map(({ id }) => id),
    );
}

const waitingFor = (tx: Db, personId: string) =>
  tx
    .select({
      ...{ id: notifications.id, topic: notifications.topic, createdAt: notifications.createdAt },
      ...{ choices: mailPreferences.choices, recipient: RECIPIENT, ...TOLD },
    })
    .from(notifications)
    .innerJoin(people, eq(people.id, notifications.personId))
    .innerJoin(events, toEvent)
    .leftJoin(actors, toActor)
    .leftJoin(mailPreferences, ofPerson)
    .where(and(eq(notifications.personId, personId), notMailed, active))
    .orderBy(asc(notifications.createdAt), asc(notifications.id))
    .for('update', { of: notifications });

/** By topic, in the order of the preferences page. */
function sectionsOf(told: { topic: Topic; words: Entry }[]): Section[] {
  const shown = told.slice(0, MOST_ENTRIES);
  const sections = (Object.keys(TOPICS) as Topic[]).flatMap((topic) => {
    const entries = shown.filter((one) => one.topic === topic).map(({ words }) => words);
    return entries.length > 0 ? [{ heading: TOPICS[topic], entries }] : [];
  });
  const left = told.length - shown.length;
  if (left === 0) return sections;
  const rest = { line: `And ${left} more.`, more: '', href: '/notifications', action: 'See them all' };
  return [...sections, { entries: [rest] }];
}
