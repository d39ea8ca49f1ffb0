/**
 * Harriet, who publishes, hears what Dario does: in her list, and by mail as she wants it. The mail server goes away and comes
 * back, refuses, and takes what staff send again.
 */
import { and, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { mails } from '#db/schema/notifications.server.ts';
import { announce } from '#app/domain/notifications/commands.server.ts';
import type { NoticeType } from '#app/domain/notifications/rules.ts';
import type { Person } from '#app/domain/people/rules.ts';
import { openReader } from '#app/testing/browser.ts';
import { startMailServer } from '#app/testing/mail-server.ts';
import { aBrief, aDesigner, aPublisher } from '#app/testing/people.ts';
import { testQueue } from '#app/testing/queue.ts';
import { startProduct } from '#app/testing/server.ts';
import { until } from '#app/testing/until.ts';

const mailbox = await startMailServer();
const product = await startProduct({
  env: { MAIL: 'smtp', MAIL_URL: mailbox.url, MAIL_FROM: 'Dustjacket <post@dustjacket.example>' },
});
const { db, sql, origin } = product;
const queue = testQueue(product);
const harriet = await openReader(origin, { viewport: { width: 360, height: 800 } });
const stranger = await openReader(origin);
const ada = await openReader(origin);
const { page } = harriet;

let publisher: Person;
let dario: Person;
let briefId = '';

beforeAll(async () => {
  const email = 'harriet@press.example';
  publisher = await aPublisher(db, { subject: 'dev-hiring-001', name: 'Harriet Vane-Okafor', email });
  dario = await aDesigner(db, { name: 'Dario Lindqvist' });
  briefId = (await aBrief(db, publisher, { title: 'The <Salt> Road & Co' })).id;
  // What waits for ten seconds in production waits for one here.
  await sql`update pgboss.queue set retry_delay = 1, retry_backoff = false where name = 'mail.send'`;
  await harriet.signIn('Harriet Vane-Okafor');
});

const happens = (
  type: NoticeType,
  data: Record<string, unknown> = {},
  subjectId: string = crypto.randomUUID(),
) =>
  db.transaction((tx) =>
    announce(
      tx,
      queue,
      {
        ...{ type, actorId: dario.id, subjectId, briefId },
        data: { title: 'The <Salt> Road & Co', ...data },
      },
      { publisher: publisher.id },
    ),
  );
const arrived = async (count: number) => {
  await until(`mail ${count}`, 20_000, () => mailbox.received.length >= count);
  expect(mailbox.received).toHaveLength(count);
  const last = mailbox.received[count - 1];
  if (!last) throw new Error('no mail');
  return mailbox.read(last);
};
const says = (text: string | RegExp) => page.getByText(text).first().waitFor();
const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
const linkIn = (text: string | undefined, pattern: RegExp) => pattern.exec(text ?? '')?.[0] ?? '';
let endsMail = '';

describe('a proposal comes', () => {
  test('by mail, with both parts and a way to end it', async () => {
    await happens('proposal.submitted', { amount: 600_00, currency: 'EUR' });
    const mail = await arrived(1);
    expect(mail.subject).toBe('Dario Lindqvist sent you a proposal for “The <Salt> Road & Co”');
    expect(mail.to).toMatchObject([{ name: 'Harriet Vane-Okafor', address: 'harriet@press.example' }]);
    expect(mail.text).toContain('They offer to make the cover for €600.');
    expect(mail.html).toContain('“The &lt;Salt&gt; Road &amp; Co”');
    expect(mail.html?.length).toBeLessThan(10_000);
    endsMail = linkIn(mail.text, /http\S+\/unsubscribe\/\S+/);
    const listed = mail.headers.find(({ key }) => key === 'list-unsubscribe')?.value;
    expect(listed).toBe(`<${endsMail}>`);
    const [row] = await db.select().from(mails).where(eq(mails.personId, publisher.id));
    expect(mail.messageId).toBe(`<${row?.id}@dustjacket.example>`);
    await until('it is marked', 5_000, async () => (await db.$count(mails, eq(mails.state, 'sent'))) === 1);
  });

  test('to the list, whose number is at the top of every page until it is read', async () => {
    await harriet.goto('/');
    await page.getByRole('link', { name: 'Notifications 1 new' }).click();
    await page
      .getByRole('link', { name: 'Dario Lindqvist sent you a proposal for “The <Salt> Road & Co”.' })
      .waitFor();
    await says('New');
    await press('Mark all as read');
    await says('Everything is marked as read.');
    expect(await page.getByText('New', { exact: true }).count()).toBe(0);
    await page.getByRole('link', { name: 'Notifications', exact: true }).waitFor();
  });
});

describe('what she wants', () => {
  test('is chosen by topic, and a digest waits for the morning', async () => {
    await page.getByRole('link', { name: 'Choose what you get by mail.' }).click();
    await says('To harriet@press.example.');
    await page.getByLabel('Invoices and payments').selectOption('Weekly');
    await press('Save');
    await says('Your choice of mail is saved.');
    expect(await page.getByLabel('Invoices and payments').inputValue()).toBe('weekly');
    await happens('invoice.issued', { amount: 100_00, currency: 'EUR' });
    await happens('proposal.submitted');
    await arrived(2);
    const written = and(eq(mails.personId, publisher.id), eq(mails.topic, 'money'));
    expect(await db.$count(mails, written)).toBe(0);
  });

  test('is ended by the link in a mail, by whoever has it', async () => {
    await stranger.goto(endsMail);
    const { page: other } = stranger;
    await other.getByRole('heading', { name: 'No more mail about proposals?' }).waitFor();
    await other.getByRole('button', { name: 'Stop this mail' }).click();
    await other.getByText('You will get no more mail about proposals from Dustjacket.').waitFor();
    expect(stranger.shown.at(-1)?.status).toBe(200);
    await happens('proposal.submitted');
    await happens('milestone.delivered', { kind: 'front' });
    expect((await arrived(3)).subject).toContain('has delivered the front cover');
    await harriet.goto('/account/mail');
    expect(await page.getByLabel(/^Proposals/).inputValue()).toBe('off');
  });

  test('is nobody’s for a link that is none', async () => {
    stranger.forgive(/404/);
    await stranger.goto(`/unsubscribe/${crypto.randomUUID()}`);
    await stranger.page.getByText('This link belongs to nobody.').waitFor();
  });
});

describe('a mail server', () => {
  test('that is away for a while loses nothing and doubles nothing', async () => {
    await mailbox.takeAway();
    for (let n = 0; n < 5; n += 1) await happens('milestone.delivered', { kind: 'front' });
    const tried = and(eq(mails.state, 'waiting'), eq(mails.attempts, 1));
    await until('each was tried', 20_000, async () => (await db.$count(mails, tried)) > 0);
    await mailbox.bringBack();
    await arrived(8);
    const ids = await Promise.all(mailbox.received.map(async (mail) => (await mailbox.read(mail)).messageId));
    expect(new Set(ids).size).toBe(8);
    await product.logged({ msg: 'a mail did not go', permanent: false });
  });

  test('that refuses a mail for good shows it to staff, who send it again', async () => {
    mailbox.refuse(() => ({ at: 'recipient', code: 550, say: 'No such user here' }));
    await happens('milestone.delivered', { kind: 'wrap' });
    await until(
      'it is given up',
      20_000,
      async () => (await db.$count(mails, eq(mails.state, 'failed'))) > 0,
    );
    mailbox.refuse(null);
    await ada.signIn('Ada Quill');
    await ada.page.getByRole('link', { name: 'Mail', exact: true }).click();
    await ada.page.getByText('No such user here').waitFor();
    await ada.page.getByRole('button', { name: /^Send again/ }).click();
    await ada.page.getByText('The mail is on its way again.').waitFor();
    await ada.page.getByText('Nothing has failed').waitFor();
    expect((await arrived(9)).subject).toContain('has delivered the full wrap');
  });

  test('has sent what a person who tries the product can read', async () => {
    await stranger.goto('/dev/mail');
    await stranger.page.getByRole('heading', { name: /has delivered the full wrap/ }).waitFor();
  });
});
