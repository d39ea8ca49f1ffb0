/** The last steps of a mail: taken, handed over, and marked in one go. */
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Database, Db } from '#db/client.server.ts';
import { mailPreferences, mails } from '#db/schema/notifications.server.ts';
import { people } from '#db/schema/people.server.ts';
import { wants } from './rules.ts';

export type WaitingMail = Pick<typeof mails.$inferSelect, 'id' | 'subject' | 'text' | 'html' | 'topic'> & {
  to: { name: string; address: string };
  unsubscribeKey: string;
  createdAt: Date;
};

/**
 * Takes a mail that waits, has it handed over, and marks it sent when that is done: until then nobody else gets it. A
 * worker that dies in between leaves it waiting. The one thing that cannot be known is whether the mail server took what it
 * did not answer: then the mail goes twice, with the same Message-ID. → whether it went.
 */
export async function sendWaiting(
  db: Database,
  mailId: string,
  hand: (mail: WaitingMail) => Promise<void>,
): Promise<boolean> {
  return db.transaction(async (tx) => {
    const mail = await take(tx, mailId);
    if (!mail) return false;
    await hand(mail);
    await tx
      .update(mails)
      .set({ state: 'sent', sentAt: sql`now()`, attempts: sql`${mails.attempts} + 1`, lastFault: null })
      .where(eq(mails.id, mailId));
    return true;
  });
}

/** Locks the mail, or fails at once: a worker that hangs may still have it. */
async function take(tx: Db, mailId: string): Promise<WaitingMail | null> {
  const [row] = await tx
    .select({
      ...{ id: mails.id, subject: mails.subject, text: mails.text, html: mails.html, topic: mails.topic },
      ...{ createdAt: mails.createdAt, personId: people.id, choices: mailPreferences.choices },
      to: { name: people.name, address: people.email },
      suspendedAt: people.suspendedAt,
    })
    .from(mails)
    .innerJoin(people, eq(people.id, mails.personId))
    .leftJoin(mailPreferences, eq(mailPreferences.personId, people.id))
    .where(and(eq(mails.id, mailId), eq(mails.state, 'waiting')))
    .for('update', { of: mails, noWait: true });
  if (!row) return null;
  const { personId, choices, suspendedAt, ...mail } = row;
  if (suspendedAt || !wants(choices ?? {}, mail.topic)) {
    // They have said so since it was written.
    await tx.delete(mails).where(eq(mails.id, mailId));
    return null;
  }
  return { ...mail, unsubscribeKey: await keyOf(tx, personId) };
}

/** The key in the links that end mail; made with the first mail somebody gets. */
async function keyOf(tx: Db, personId: string): Promise<string> {
  await tx.insert(mailPreferences).values({ personId }).onConflictDoNothing();
  const [row] = await tx
    .select({ key: mailPreferences.unsubscribeKey })
    .from(mailPreferences)
    .where(eq(mailPreferences.personId, personId));
  if (!row) throw new Error('somebody without a key');
  return row.key;
}

/** Notes why a mail did not go, and gives it up when no other try makes sense. */
export async function noteFault(db: Db, mailId: string, fault: string, isFinal: boolean): Promise<void> {
  await db
    .update(mails)
    .set({
      ...{ attempts: sql`${mails.attempts} + 1`, lastFault: fault },
      ...(isFinal && { state: 'failed' as const }),
    })
    .where(and(eq(mails.id, mailId), eq(mails.state, 'waiting')));
}

/** Gives up a mail after its last try; staff see it, and can send it again. */
export async function giveUp(db: Db, mailId: string): Promise<void> {
  await db
    .update(mails)
    .set({ state: 'failed', lastFault: sql`coalesce(${mails.lastFault}, 'The worker ended each time')` })
    .where(and(eq(mails.id, mailId), eq(mails.state, 'waiting'), isNull(mails.sentAt)));
}

export type MailBacklog = { MailWaitingSeconds: number; FailedMails: number };

/** How long the mail that was written first has waited, and how many were given up. */
export async function mailBacklog(db: Db): Promise<MailBacklog> {
  const [row] = await db
    .select({
      age: sql<number>`coalesce(extract(epoch from now() - min(${mails.createdAt}) filter (where ${mails.state} = 'waiting')), 0)::float8`,
      failed: sql<number>`(count(*) filter (where ${mails.state} = 'failed'))::int`,
    })
    .from(mails)
    .where(sql`${mails.state} <> 'sent'`);
  return { MailWaitingSeconds: Math.round(row?.age ?? 0), FailedMails: row?.failed ?? 0 };
}
