/** Mail that is to go out: a row and the job that hands it to the mail server, in the transaction of what it tells of. */
import { and, eq, isNull } from 'drizzle-orm';
import type { Db } from '#db/client.server.ts';
import { mailPreferences, mails } from '#db/schema/notifications.server.ts';
import { people } from '#db/schema/people.server.ts';
import type { Queue } from '../../jobs/queue.server.ts';
import { subjectOf, type Letter } from './letter.ts';
import { choiceOf, type Topic } from './rules.ts';

export type NewMail = Letter & {
  personId: string;
  /** The same occasion is one mail, however often it is written: "notice EVENT PERSON", "digest PERSON DAY". */
  occasion: string;
  /** Which choice of theirs lets it out. */
  topic: Topic;
  subject: string;
};

/**
 * Writes a mail and asks for it to be sent; `letterOf` makes its two bodies, and what every mail says at its foot is
 * added when it goes. → whether it was written: it is not when it was before, when they want no mail about the topic, or
 * when they are suspended.
 */
export async function writeMail(tx: Db, queue: Queue, mail: NewMail): Promise<boolean> {
  const [person] = await tx
    .select({ choices: mailPreferences.choices })
    .from(people)
    .leftJoin(mailPreferences, eq(mailPreferences.personId, people.id))
    .where(and(eq(people.id, mail.personId), isNull(people.suspendedAt)));
  if (!person || choiceOf(person.choices ?? {}, mail.topic) === 'off') return false;
  const [written] = await tx
    .insert(mails)
    .values({ ...mail, subject: subjectOf(mail.subject) })
    .onConflictDoNothing({ target: mails.occasion })
    .returning({ id: mails.id });
  if (!written) return false;
  await queue.enqueue(tx, 'mail.send', { mailId: written.id });
  return true;
}
