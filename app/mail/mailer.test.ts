import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import PostalMime from 'postal-mime';
import { beforeEach, describe, expect, test } from 'vitest';
import { closeLater } from '../testing/database.server.ts';
import { startMailServer } from '../testing/mail-server.ts';
import { openMailer } from './mailer.server.ts';
import type { Outgoing } from './message.ts';
import { mailOf } from './settings.ts';

const server = await startMailServer();
const settings = {
  ...{ MAIL_FROM: 'Dustjacket <post@dustjacket.example>', AWS_REGION: 'eu-west-1' },
  MAIL_REPLY_TO: 'us@dustjacket.example',
};
const configFor = (url: string) => mailOf({ ...settings, MAIL: 'smtp', MAIL_URL: url }, false, '/nowhere');
const mailer = openMailer(configFor(server.url), () => {});
const mail = (more: Partial<Outgoing> = {}): Outgoing => ({
  ...{ id: crypto.randomUUID(), to: { name: 'Héloïse Vane', address: 'heloise@example.test' } },
  ...{ subject: 'A proposal for “The Salt Road”', text: 'Plain, with “signs”.', html: '<p>Small.</p>' },
  ...{
    list: { key: 'proposals', name: 'Dustjacket proposals' },
    writtenAt: new Date('2026-11-21T15:00:00Z'),
  },
  unsubscribe: `https://dustjacket.example/unsubscribe/${crypto.randomUUID()}?topic=proposals`,
  ...more,
});
const last = async () => {
  const [received] = server.received.slice(-1);
  if (!received) throw new Error('nothing came');
  const parsed = await server.read(received);
  const header = (name: string) => parsed.headers.find(({ key }) => key === name)?.value;
  return { ...parsed, header, envelope: received };
};

beforeEach(() => server.refuse(null));

describe('a mail that arrives', () => {
  test('has both parts, and says who wrote it, to whom, and what it is', async () => {
    const sent = mail();
    await mailer.send(sent);
    const { header, envelope, ...got } = await last();
    expect(envelope).toMatchObject({ from: 'post@dustjacket.example', to: ['heloise@example.test'] });
    expect(got.from).toMatchObject({ name: 'Dustjacket', address: 'post@dustjacket.example' });
    expect(got.to).toMatchObject([{ name: 'Héloïse Vane', address: 'heloise@example.test' }]);
    expect(got.replyTo).toMatchObject([{ address: 'us@dustjacket.example' }]);
    expect(got.subject).toBe('A proposal for “The Salt Road”');
    expect(got.text?.trim()).toBe('Plain, with “signs”.');
    expect(got.html?.trim()).toBe('<p>Small.</p>');
    expect(got.messageId).toBe(`<${sent.id}@dustjacket.example>`);
    expect(new Date(got.date ?? 0)).toEqual(sent.writtenAt);
    expect(header('auto-submitted')).toBe('auto-generated');
    expect(header('list-id')).toBe('Dustjacket proposals <proposals.dustjacket.example>');
    expect(header('list-unsubscribe')).toBe(`<${sent.unsubscribe}>`);
    expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    // Nothing tells us that it was opened.
    expect(envelope.raw).not.toMatch(/<img|X-Mailer/i);
  });

  test('has no headers and no recipients but ours, whatever somebody is called', async () => {
    const before = server.received.length;
    const evil = 'Eve\r\nBcc: everybody@example.test\r\n\r\nBuy this';
    await mailer.send(
      mail({ to: { name: evil, address: 'eve@example.test' }, subject: `Re: ${evil}\u2028X-Evil: 1` }),
    );
    const { header, envelope, subject, to, text } = await last();
    expect(server.received).toHaveLength(before + 1);
    expect(envelope.to).toEqual(['eve@example.test']);
    expect([header('bcc'), header('x-evil')]).toEqual([undefined, undefined]);
    expect(subject).toBe('Re: Eve Bcc: everybody@example.test Buy this X-Evil: 1');
    expect(to?.[0]?.name).toBe('Eve Bcc: everybody@example.test Buy this');
    expect(text?.trim()).toBe('Plain, with “signs”.');
  });

  test.each([
    'eve@example.test, all@example.test',
    'eve@example.test\r\nBcc: all@example.test',
    '<eve@example.test>',
    '"a b"@example.test',
    'eve@',
    '',
  ])('is none for an address like %j', async (address) => {
    const before = server.received.length;
    await expect(mailer.send(mail({ to: { name: 'Eve', address } }))).rejects.toMatchObject({
      ...{ permanent: true, message: 'They have no address that mail can go to' },
    });
    expect(server.received).toHaveLength(before);
  });
});

describe('a mail that does not arrive', () => {
  test.each([
    ['recipient', 550, 'No such user', true],
    ['recipient', 450, 'Mailbox busy', false],
    ['end', 554, 'Looks like spam', true],
    ['end', 451, 'Try again later', false],
  ] as const)('because of %s, %i: is given up or tried again', async (at, code, say, permanent) => {
    server.refuse(() => ({ at, code, say }));
    const fault = mailer.send(mail());
    await expect(fault).rejects.toMatchObject({ permanent });
    await expect(fault).rejects.toThrow(say);
  });

  test('because nobody is there is tried again, and says so without the password', async () => {
    const port = new URL(server.url).port;
    await server.takeAway();
    const away = openMailer(configFor(`smtp://me:hush@127.0.0.1:${port}`), () => {});
    const fault: unknown = await away.send(mail()).catch((thrown: unknown) => thrown);
    expect(fault).toMatchObject({ permanent: false });
    expect(String(fault)).toMatch(/ECONNREFUSED/);
    expect(JSON.stringify(fault) + String(fault)).not.toContain('hush');
    await server.bringBack();
    await mailer.send(mail());
  });

  test('because we cannot sign in is tried again: that is ours to mend', async () => {
    const stranger = openMailer(configFor(server.url.replace('//', '//me:hush@')), () => {});
    await expect(stranger.send(mail())).rejects.toMatchObject({ permanent: false });
  });
});

test('development writes a file for each mail, the same one for the same mail', async () => {
  const dir = await mkdtemp(path.join(tmpdir(), 'dustjacket-mail-'));
  closeLater(() => rm(dir, { recursive: true, force: true }));
  const written: string[] = [];
  const files = openMailer(mailOf({ ...settings, MAIL: 'files' }, false, dir), (file) => written.push(file));
  const sent = mail();
  await files.send(sent);
  await files.send(sent);
  expect(new Set(written).size).toBe(1);
  expect(await readdir(dir)).toEqual([`2026-11-21T15-00-00.000Z-${sent.id}.eml`]);
  const { subject, html } = await PostalMime.parse(await readFile(written[0] ?? ''));
  expect([subject, html?.trim()]).toEqual([sent.subject, '<p>Small.</p>']);
});
