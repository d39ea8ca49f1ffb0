/**
 * The door to the mail server: SES, any server that speaks SMTP, or in development a file for each mail. It hands one
 * mail over or says why not; when to try again is the business of the queue.
 */
import { SendEmailCommand, SESv2Client } from '@aws-sdk/client-sesv2';
import { createTransport, type SendMailOptions } from 'nodemailer';
import { writeFiles } from './files.server.ts';
import { messageOf, Undelivered, type Outgoing } from './message.ts';
import type { MailConfig } from './settings.ts';

export type Mailer = {
  /** Hands a mail over. Throws Undelivered, and says whether another try makes sense. */
  send: (mail: Outgoing) => Promise<void>;
};

/** Longer than any mail server takes to answer, and shorter than a job may take. */
const PATIENCE_MS = 30_000;
const CONNECT_MS = 10_000;

type Hand = (message: SendMailOptions, mail: Outgoing) => Promise<unknown>;

/** Nothing connects until there is a mail. `written` is told of each file, where mail goes into files. */
export function openMailer(config: MailConfig, written: (file: string) => void): Mailer {
  const hand = handFor(config, written);
  return {
    async send(mail) {
      const message = messageOf(mail, config);
      await hand(message, mail).catch((fault: unknown) => {
        throw undelivered(fault);
      });
    },
  };
}

function handFor({ way }: MailConfig, written: (file: string) => void): Hand {
  if (way.kind === 'files') return writeFiles(way.dir, written);
  if (way.kind === 'ses') {
    // Tried once, here as by SMTP: the queue tries again, and knows how often it has.
    const sesClient = new SESv2Client({ region: way.region, maxAttempts: 1 });
    const ses = createTransport({ SES: { sesClient, SendEmailCommand } });
    return (message) => ses.sendMail(message);
  }
  const { host, port, secure, requireTls: requireTLS, auth } = way;
  // A connection for each mail: a pool would try again by itself, and then one mail could be two.
  const smtp = createTransport({
    ...{ host, port, secure, requireTLS, ...(auth && { auth }) },
    ...{ connectionTimeout: CONNECT_MS, greetingTimeout: CONNECT_MS, dnsTimeout: CONNECT_MS },
    socketTimeout: PATIENCE_MS,
  });
  return (message) => smtp.sendMail(message);
}

/** What a server says of this mail or its address; the rest is about us, or about the server, and may be mended. */
const ABOUT_THE_MAIL = ['EENVELOPE', 'EMESSAGE'];
const SES_ABOUT_THE_MAIL = ['MessageRejected', 'BadRequestException'];

function undelivered(fault: unknown): Undelivered {
  if (!(fault instanceof Error)) return new Undelivered(String(fault), false);
  const { code, responseCode } = fault as Error & { code?: string; responseCode?: number };
  const refused = ABOUT_THE_MAIL.includes(code ?? '') && (responseCode ?? 0) >= 500;
  return new Undelivered(fault.message.slice(0, 500), refused || SES_ABOUT_THE_MAIL.includes(fault.name), {
    cause: fault,
  });
}
