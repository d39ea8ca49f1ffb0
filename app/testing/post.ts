/** The post of a story: whoever gets a mail reads it and goes where it leads; in the end every mail is accounted for. */
import { expect } from 'vitest';
import type { Hands } from './hands.ts';
import { startMailServer, type Received } from './mail-server.ts';
import { startProduct, type Product } from './server.ts';
import { until } from './until.ts';

type MailServer = Awaited<ReturnType<typeof startMailServer>>;
const PATIENCE_MS = 20_000;

/** The settings of a product that mails there. */
const mailTo = ({ url }: MailServer) => ({
  ...{ MAIL: 'smtp', MAIL_URL: url, MAIL_FROM: 'Dustjacket <post@dustjacket.example>' },
});

/** The product, and what it mails. */
export async function startWithPost() {
  const mailbox = await startMailServer();
  const product = await startProduct({ env: mailTo(mailbox) });
  return { ...product, post: postOf(mailbox, product) };
}

function postOf({ received, read }: MailServer, { sql, origin }: Product) {
  const opened = new Set<Received>();

  /** Judges a mail as a mail program shows it. → where it leads, and which event it tells of. */
  async function judge(mail: Received) {
    const { subject = '', text = '', html = '', headers, messageId = '' } = await read(mail);
    const of = (name: string) => headers.find(({ key }) => key === name)?.value;
    const [, link = ''] = /: (http\S+)$/m.exec(text) ?? [];
    const [, ends = ''] = /^No more mail about .*: (http\S+)$/m.exec(text) ?? [];
    expect(link, subject).toMatch(new RegExp(`^${origin}/`));
    expect(link, subject).not.toBe(ends);
    // Both parts say the same.
    for (const href of [link, ends])
      expect(html, subject).toContain(`href="${href.replaceAll('&', '&amp;')}"`);
    expect(of('list-unsubscribe'), subject).toBe(`<${ends}>`);
    expect(of('list-unsubscribe-post'), subject).toBe('List-Unsubscribe=One-Click');
    const [row] = await sql<{ event: string; to: string }[]>`
      select split_part(occasion, ' ', 2) as event, p.name as to from mails m join people p on p.id = m.person_id
      where m.id = ${messageId.slice(1, 37)}`;
    return { subject, path: link.slice(origin.length), event: row?.event ?? '', to: row?.to ?? '' };
  }

  return {
    /** Waits for the next mail to somebody, and has them follow its link to a page that is there. */
    async next({ person, goto }: Hands): Promise<void> {
      const mail = await until(`mail to ${person.name}`, PATIENCE_MS, () =>
        received.find((one) => !opened.has(one) && one.to.includes(person.email)),
      );
      opened.add(mail);
      const { path } = await judge(mail);
      expect((await goto(path)).status, path).toBe(200);
    },

    /** Every mail that went out, as whom, what and where it leads, in the order of what they tell of; all of them were opened. */
    async all(): Promise<[to: string, subject: string, path: string][]> {
      await until('nothing more is to be sent', PATIENCE_MS, async () => {
        const [left] = await sql<{ n: number }[]>`
          select (select count(*) from mails where state = 'waiting')::int + (select count(*) from pgboss.job
            where name like 'mail.%' and state in ('created', 'retry', 'active'))::int as n`;
        return left?.n === 0;
      });
      const mails = await Promise.all(
        received.map(async (mail) => ({
          ...(await judge(mail)),
          note: opened.has(mail) ? '' : ', not opened',
        })),
      );
      return mails
        .toSorted((one, other) => (one.event + one.to < other.event + other.to ? -1 : 1))
        .map(({ to, subject, path, note }) => [to, subject, path.replace(/[0-9a-f-]{36}/g, '…') + note]);
    },
  };
}
