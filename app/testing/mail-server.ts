/** A real SMTP server of a test's own, which keeps what it is sent; it may be taken away and brought back, or made to refuse. */
import { buffer } from 'node:stream/consumers';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { freePort } from '#db/embedded.ts';
import { closeLater } from './database.server.ts';

export type Received = { from: string; to: string[]; raw: string };

/** What a server answers instead of taking a mail: to the recipient, or after the whole of it. */
type Refusal = { at: 'recipient' | 'end'; code: number; say: string };

export async function startMailServer() {
  const port = await freePort();
  const received: Received[] = [];
  let refusal: ((to: string) => Refusal | null) | null = null;
  let server: SMTPServer | null = null;

  const refused = (at: Refusal['at'], to: string) => {
    const found = refusal?.(to);
    return found?.at === at ? Object.assign(new Error(found.say), { responseCode: found.code }) : null;
  };
  const open = () =>
    new Promise<void>((resolve) => {
      server = new SMTPServer({
        // It has no certificate that anybody would believe.
        ...{ disabledCommands: ['STARTTLS'], authOptional: true, allowInsecureAuth: true, logger: false },
        // It knows nobody.
        onAuth: (_auth, _session, done) => done(null, {}),
        onRcptTo: ({ address }, _session, done) => done(refused('recipient', address)),
        async onData(stream, { envelope }, done) {
          const mail = await buffer(stream).catch(() => null);
          // A worker that is killed breaks off in the middle of a mail, too: nobody is there to be answered.
          if (!mail) return;
          const raw = mail.toString('utf8');
          const to = envelope.rcptTo.map(({ address }) => address);
          const no = refused('end', to[0] ?? '');
          if (no) return done(no);
          received.push({ raw, to, from: envelope.mailFrom ? envelope.mailFrom.address : '' });
          done();
        },
      });
      // A worker that is killed breaks off in the middle of a sentence.
      server.on('error', () => {});
      server.listen(port, '127.0.0.1', resolve);
    });
  const close = () =>
    new Promise<void>((resolve) => {
      if (!server) return resolve();
      server.close(() => resolve());
      server = null;
    });
  closeLater(close);
  await open();
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    /** The mail as a mail program shows it. */
    read: (mail: Received): Promise<Email> => PostalMime.parse(mail.raw),
    refuse: (answer: typeof refusal) => void (refusal = answer),
    takeAway: close,
    bringBack: open,
  };
}
