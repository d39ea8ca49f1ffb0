/** A mail as the mail server gets it: who, what, and the headers by which programs know what kind of mail it is. Pure. */
import type { SendMailOptions } from 'nodemailer';
import { isAddress, type MailAddress, type MailConfig } from './settings.ts';

export type Outgoing = {
  /** Becomes the Message-ID: the same mail sent twice can be told to be the same. */
  id: string;
  to: MailAddress;
  subject: string;
  text: string;
  html: string;
  /** What it is about: a word for the list's id, and how the list is called. */
  list: { key: string; name: string };
  /** Ends it: a page that takes the POST that a mailbox sends when its own button is pressed (RFC 8058). */
  unsubscribe: string;
  writtenAt: Date;
};

/** The mail cannot be handed over: never, or not now. The message is for staff. */
export class Undelivered extends Error {
  readonly permanent: boolean;
  constructor(message: string, permanent: boolean, options?: ErrorOptions) {
    super(message, options);
    this.permanent = permanent;
  }
}

/** Throws Undelivered for somebody without a usable address. */
export function messageOf(mail: Outgoing, { from, replyTo, domain }: MailConfig): SendMailOptions {
  if (!isAddress(mail.to.address)) throw new Undelivered('They have no address that mail can go to', true);
  return {
    from,
    ...(replyTo && { replyTo }),
    to: { name: plain(mail.to.name), address: mail.to.address },
    ...{ subject: plain(mail.subject), text: mail.text, html: mail.html, date: mail.writtenAt },
    messageId: `<${mail.id}@${domain}>`,
    headers: {
      // Nobody's holiday reply is wanted (RFC 3834).
      'Auto-Submitted': 'auto-generated',
      'List-Id': { prepared: true, value: `${mail.list.name} <${mail.list.key}.${domain}>` },
      'List-Unsubscribe': { prepared: true, value: `<${mail.unsubscribe}>` },
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    },
    // What is in a mail is in its row: nothing of it is fetched from anywhere.
    ...{ disableFileAccess: true, disableUrlAccess: true, textEncoding: 'quoted-printable' },
  };
}

/** A line break in a header would begin another one. */
const plain = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
