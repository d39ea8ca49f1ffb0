/** Mail that is to go out: a row and the job that hands it to the mail server, in the transaction of what it tells of. */
import { and, eq, isNull, lt } from 'drizzle-orm';
import type { Db } from '#db/client.server.ts';
import { mailPreferences, mails } from '#db/schema/notifications.server.ts';
import { people } from '#db/schema/people.server.ts';
import type { Queue } from '../../jobs/queue.server.ts';
import { Conflict, NotFound } from '../errors.ts';
import { recordEvent } from '../events/commands.server.ts';
import { isUuid } from '../ids.ts';
import type { Person } from '../people/rules.ts';
import { subjectOf, type Letter } from './letter.ts';
import { wants, type MailTopic } from './rules.ts';

export type NewMail = Letter & {
  personId: string;
  /** The same occasion is one mail, however often it is written: "notice EVENT PERSON", "digest PERSON DAY". */
  occasion: string;
  /** Which choice of theirs lets it out. */
  topic: MailTopic;
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
  if (!person || !wants(person.choices ?? {}, mail.topic)) return false;
  const [written] = await tx
    .insert(mails)
    .values({ ...mail, subject: subjectOf(mail.subject) })
    .onConflictDoNothing({ target: mails.occasion })
    .returning({ id: mails.id });
  if (!written) return false;
  await queue.enqueue(tx, 'mail.send', { mailId: written.id });
  return true;
}

/** Sends a mail again that was given up. Throws NotFound, and Conflict for one that is on its way, or there. */
export async function sendAgain(tx: Db, queue: Queue, staff: Person, mailId: string): Promise<void> {
  if (!isUuid(mailId)) throw new NotFound('There is no such mail.');
  const [mail] = await tx.select().from(mails).where(eq(mails.id, mailId)).for('update');
  if (!mail) throw new NotFound('There is no such mail.');
  if (mail.state !== 'failed')
    throw new Conflict(mail.state === 'sent' ? 'This mail has been sent.' : 'This mail is on its way again.');
  await tx.update(mails).set({ state: 'waiting' }).where(eq(mails.id, mailId));
  await queue.enqueue(tx, 'mail.send', { mailId });
  await recordEvent(tx, {
    ...{ type: 'mail.sent_again', actorId: staff.id, subjectId: mail.personId },
    data: { mailId },
  });
}

const KEPT_DAYS = 90;

/** Deletes mail from long ago. */
export async function sweepMails(db: Db, now: Date): Promise<void> {
  await db.delete(mails).where(lt(mails.createdAt, new Date(now.getTime() - KEPT_DAYS * 24 * 3600 * 1000)));
}
