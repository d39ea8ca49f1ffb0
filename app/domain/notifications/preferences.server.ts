/** What somebody wants mail about: chosen by themselves on their page, or ended by the link in a mail. */
import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Db } from '#db/client.server.ts';
import { mailPreferences, notifications } from '#db/schema/notifications.server.ts';
import { NotFound } from '../errors.ts';
import { recordEvent } from '../events/commands.server.ts';
import { isUuid } from '../ids.ts';
import type { Person } from '../people/rules.ts';
import { choiceOf, TOPICS, type MailChoices, type MailTopic, type Topic } from './rules.ts';

const ALL_TOPICS = Object.keys(TOPICS) as Topic[];

/** What somebody has chosen, and what everybody gets for the rest. */
export async function getChoices(db: Db, personId: string): Promise<Record<Topic, string>> {
  const [row] = await db
    .select({ choices: mailPreferences.choices })
    .from(mailPreferences)
    .where(eq(mailPreferences.personId, personId));
  const chosen = ALL_TOPICS.map((topic) => [topic, choiceOf(row?.choices ?? {}, topic)] as const);
  return Object.fromEntries(chosen) as Record<Topic, string>;
}

/** Takes over the viewer's choices, in the caller's transaction. */
export async function choose(tx: Db, viewer: Person, choices: MailChoices, now: Date): Promise<void> {
  await change(tx, viewer.id, () => choices, now);
}

const NO_KEY = 'This link belongs to nobody. It may be from an account that has been closed.';

/** Whose link it is, and what they want now. Throws NotFound for a link of nobody’s. */
export async function findByKey(db: Db, key: string | undefined) {
  if (!isUuid(key)) throw new NotFound(NO_KEY);
  const [row] = await db
    .select({ personId: mailPreferences.personId, choices: mailPreferences.choices })
    .from(mailPreferences)
    .where(eq(mailPreferences.unsubscribeKey, key));
  if (!row) throw new NotFound(NO_KEY);
  return row;
}

/** Ends mail about a topic, about what comes in digests, or all of it, for whoever has this link, in the caller's transaction. */
export async function stopMail(
  tx: Db,
  key: string | undefined,
  what: MailTopic | 'all',
  now: Date,
): Promise<void> {
  const { personId } = await findByKey(tx, key);
  await change(tx, personId, (choices) => ({ ...choices, ...offFor(what, choices) }), now);
}

/** The choices that a link turns off. */
export function offFor(what: MailTopic | 'all', choices: MailChoices): MailChoices {
  const topics = ALL_TOPICS.filter((topic) => {
    if (what === 'digest') return ['daily', 'weekly'].includes(choiceOf(choices, topic));
    return what === 'all' || what === topic;
  });
  return Object.fromEntries(topics.map((topic) => [topic, 'off' as const]));
}

/** Two windows, or a window and a link, take turns. */
async function change(
  tx: Db,
  personId: string,
  choose: (choices: MailChoices) => MailChoices,
  now: Date,
): Promise<void> {
  await tx.insert(mailPreferences).values({ personId }).onConflictDoNothing();
  const [row] = await tx
    .select({ choices: mailPreferences.choices })
    .from(mailPreferences)
    .where(eq(mailPreferences.personId, personId))
    .for('update');
  const before = row?.choices ?? {};
  const after = choose(before);
  const changed = ALL_TOPICS.filter((topic) => choiceOf(before, topic) !== choiceOf(after, topic));
  if (changed.length === 0) return;
  await tx
    .update(mailPreferences)
    .set({ choices: after, updatedAt: now })
    .where(eq(mailPreferences.personId, personId));
  await dropWaiting(
    tx,
    personId,
    changed.filter((topic) => after[topic] === 'off'),
  );
  await recordEvent(tx, {
    ...{ type: 'mail.chosen', actorId: personId, subjectId: personId },
    data: Object.fromEntries(changed.map((topic) => [topic, choiceOf(after, topic)])),
  });
}

/** What waits for a digest they do not want any more is for no mail, also if they want one again later. */
async function dropWaiting(tx: Db, personId: string, topics: Topic[]): Promise<void> {
  if (topics.length === 0) return;
  await tx
    .update(notifications)
    .set({ mailedAt: sql`now()` })
    .where(
      and(
        ...[eq(notifications.personId, personId), isNull(notifications.mailedAt)],
        inArray(notifications.topic, topics),
      ),
    );
}
