/** The jobs of mail: writing what an event asks for, handing over what is written, and the digests of the morning. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Config } from '../config.server.ts';
import { whoIsDue, writeDigest } from '../domain/notifications/digest.server.ts';
import { framed } from '../domain/notifications/letter.ts';
import { mailNotices, type Press } from '../domain/notifications/notices.server.ts';
import { MAIL_LISTS } from '../domain/notifications/rules.ts';
import { giveUp, noteFault, sendWaiting, type WaitingMail } from '../domain/notifications/sending.server.ts';
import { wordsFor } from '../http/format.ts';
import type { Mailer } from '../mail/mailer.server.ts';
import { Undelivered, type Outgoing } from '../mail/message.ts';
import type { Services } from '../services.server.ts';
import type { JobData } from './queues.ts';

type Writing = Pick<Services, 'db' | 'queue' | 'config'>;

const pressOf = ({ config }: Writing): Press => ({ origin: config.origin, sayFor: wordsFor });

/** Writes the mail of one event. Run again it finds nothing left to write. */
export const writeNotices = (services: Writing, { eventId }: JobData['mail.notice']): Promise<void> =>
  services.db.transaction((tx) => mailNotices(tx, services.queue, pressOf(services), eventId));

/** Writes every digest that is due. One that fails does not keep the others. */
export async function writeDigests(
  services: Writing & Pick<Services, 'log' | 'metrics'>,
  now: Date,
): Promise<void> {
  const { db, queue, log, metrics } = services;
  for (const personId of await whoIsDue(db, now)) {
    try {
      await db.transaction((tx) => writeDigest(tx, queue, pressOf(services), personId, now));
    } catch (fault) {
      metrics.record('Faults');
      log.error({ err: fault, personId }, 'a digest was not written');
    }
    // A thousand digests are in no hurry; whoever waits for a page is.
    await sleep(5);
  }
}

/** Hands one mail to the mail server. */
export async function sendMail(
  { db, config, metrics, log }: Pick<Services, 'db' | 'config' | 'metrics' | 'log'>,
  mailer: Mailer,
  { mailId }: JobData['mail.send'],
): Promise<void> {
  try {
    const went = await sendWaiting(db, mailId, (mail) => mailer.send(outgoing(config, mail)));
    if (went) metrics.record('MailsSent');
  } catch (fault) {
    if (!(fault instanceof Undelivered)) throw fault;
    log.warn({ mailId, reason: fault.message, permanent: fault.permanent }, 'a mail did not go');
    await noteFault(db, mailId, fault.message, fault.permanent);
    // Anything but a refusal of this very mail is tried again.
    if (!fault.permanent) throw fault;
    metrics.record('MailsFailed');
  }
}

/** A mail that was tried as often as it makes sense: staff see it. */
export async function loseMail(
  { db, metrics }: Pick<Services, 'db' | 'metrics'>,
  { mailId }: JobData['mail.lost'],
): Promise<void> {
  await giveUp(db, mailId);
  metrics.record('MailsFailed');
}

function outgoing({ origin }: Pick<Config, 'origin'>, mail: WaitingMail): Outgoing {
  const { id, to, subject, topic, unsubscribeKey, createdAt } = mail;
  const unsubscribe = `${origin}/unsubscribe/${unsubscribeKey}?topic=${topic}`;
  const list = { key: topic, name: `Dustjacket ${MAIL_LISTS[topic].toLowerCase()}` };
  return {
    ...{ id, to, subject, list, unsubscribe, writtenAt: createdAt },
    ...framed(mail, { origin, unsubscribe, about: MAIL_LISTS[topic].toLowerCase() }),
  };
}
