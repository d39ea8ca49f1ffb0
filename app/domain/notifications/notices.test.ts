import { and, eq, isNull } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { events } from '#db/schema/events.server.ts';
import { mails, mailPreferences, notifications } from '#db/schema/notifications.server.ts';
import { people } from '#db/schema/people.server.ts';
import { seedNotices } from '#db/seed/notices.server.ts';
import { wordsFor } from '#app/http/format.ts';
import { testDatabase } from '#app/testing/database.server.ts';
import { aBrief, aDesigner, anAdmin, aPublisher } from '#app/testing/people.ts';
import { testQueue } from '#app/testing/queue.ts';
import type { Person } from '../people/rules.ts';
import { announce, readAll, readNotices, sweepNotices, type Parties } from './commands.server.ts';
import { whoIsDue, writeDigest } from './digest.server.ts';
import { sendAgain, writeMail } from './mails.server.ts';
import { mailNotices } from './notices.server.ts';
import { choose, findByKey, getChoices, stopMail } from './preferences.server.ts';
import { countUnread, listFailedMails, listNotices } from './queries.server.ts';
import type { MailChoices, NoticeType } from './rules.ts';
import { giveUp, mailBacklog, noteFault, sendWaiting } from './sending.server.ts';

const database = await testDatabase();
const { db, sql } = database;
const queue = testQueue(database);
const press = { origin: 'https://dustjacket.example', sayFor: wordsFor };
const NOW = new Date('2026-11-21T15:00:00Z');

async function tell(
  type: NoticeType,
  actor: Person | null,
  parties: Parties,
  data = {},
  subjectId = crypto.randomUUID(),
) {
  const event = { type, actorId: actor?.id ?? null, subjectId, projectId: crypto.randomUUID() };
  await db.transaction((tx) =>
    announce(tx, queue, { ...event, data: { title: 'The Salt Road', ...data } }, parties),
  );
  const [row] = await db
    .select()
    .from(events)
    .where(and(eq(events.subjectId, subjectId), eq(events.type, type)));
  return row?.id ?? '';
}
const write = (eventId: string) => db.transaction((tx) => mailNotices(tx, queue, press, eventId));
const mailsOf = (person: Person) => db.select().from(mails).where(eq(mails.personId, person.id));
const noticesOf = async (person: Person) => (await listNotices(db, person, {}, wordsFor)).rows;
const jobsFor = async (name: string, key: string, id: string) => {
  const [row] = await sql<[{ n: number }]>`
    select count(*)::int as n from pgboss.job where name = ${name} and data->>${key} = ${id}`;
  return row.n;
};
const want = (person: Person, choices: MailChoices) =>
  db.transaction((tx) => choose(tx, person, choices, NOW));
const pair = async () => ({ paula: await aPublisher(db), dora: await aDesigner(db) });

describe('what happens is told', () => {
  test('to those it concerns and not to whoever did it, with one job for the mail', async () => {
    const { paula, dora } = await pair();
    const id = await tell('amendment.proposed', dora, { publisher: paula.id, designer: dora.id });
    expect(await noticesOf(dora)).toEqual([]);
    expect(await noticesOf(paula)).toMatchObject([
      { line: 'Dora Bodoni proposes to change what you agreed for “The Salt Road”.', readAt: null },
    ]);
    expect(await jobsFor('mail.notice', 'eventId', id)).toBe(1);
  });

  test('to nobody when the change it tells of comes to nothing', async () => {
    const { paula, dora } = await pair();
    const failing = db.transaction(async (tx) => {
      const event = { type: 'milestone.delivered' as const, actorId: dora.id, subjectId: dora.id };
      await announce(tx, queue, event, { publisher: paula.id });
      throw new Error('later');
    });
    await expect(failing).rejects.toThrow('later');
    expect(await noticesOf(paula)).toEqual([]);
  });

  test('and is read by whoever does something about it', async () => {
    const { paula, dora } = await pair();
    const project = crypto.randomUUID();
    const parties = { publisher: paula.id, designer: dora.id };
    await tell('milestone.delivered', dora, parties, {}, project);
    await tell('milestone.delivered', dora, parties);
    expect(await countUnread(db, paula.id)).toEqual({ notifications: 2, messages: 0 });
    await tell('milestone.approved', paula, parties, {}, project);
    expect(await countUnread(db, paula.id)).toEqual({ notifications: 1, messages: 0 });
    expect(await countUnread(db, dora.id)).toEqual({ notifications: 1, messages: 0 });
  });

  test('once for a conversation, until it is read', async () => {
    const { paula, dora } = await pair();
    const [conversation, another] = [crypto.randomUUID(), crypto.randomUUID()];
    const parties = { publisher: paula.id, designer: dora.id };
    for (const subject of [conversation, conversation, another])
      await tell('message.sent', dora, parties, {}, subject);
    expect(await countUnread(db, paula.id)).toEqual({ notifications: 2, messages: 2 });
    await readNotices(db, paula.id, conversation);
    expect(await countUnread(db, paula.id)).toEqual({ notifications: 1, messages: 1 });
    await tell('message.sent', dora, parties, {}, conversation);
    expect(await countUnread(db, paula.id)).toEqual({ notifications: 2, messages: 2 });
    // A day later it is said again.
    await db.update(notifications).set({ createdAt: new Date(Date.now() - 25 * 3600_000) });
    await tell('message.sent', dora, parties, {}, conversation);
    expect((await countUnread(db, paula.id)).messages).toBe(3);
  });

  test('until it is marked as read, up to what was shown, and goes when it is old', async () => {
    const { paula, dora } = await pair();
    for (let n = 0; n < 15; n += 1) await tell('milestone.delivered', dora, { publisher: paula.id });
    const first = await listNotices(db, paula, {}, wordsFor);
    expect([first.rows.length, first.newer, typeof first.older]).toEqual([12, null, 'string']);
    await tell('milestone.asked', paula, { designer: dora.id });
    await tell('milestone.delivered', dora, { publisher: paula.id });
    await readAll(db, paula, first.rows[0]?.createdAt ?? NOW, NOW);
    expect((await countUnread(db, paula.id)).notifications).toBe(1);
    expect((await countUnread(db, dora.id)).notifications).toBe(1);
    const daysFromNow = (days: number) => new Date(Date.now() + days * 24 * 3600_000);
    await sweepNotices(db, daysFromNow(89));
    expect(await noticesOf(paula)).toHaveLength(12);
    await sweepNotices(db, daysFromNow(91));
    expect(await noticesOf(paula)).toHaveLength(1);
    await sweepNotices(db, daysFromNow(366));
    expect(await noticesOf(paula)).toHaveLength(0);
  });

  test('to somebody with a thousand unread ones at the cost of one index', async () => {
    const { paula, dora } = await pair();
    for (const [person, many] of [
      [paula, 1000],
      [dora, 50_000],
    ] as const)
      await sql`insert into notifications (person_id, event_id, topic)
        select ${person.id}, gen_random_uuid(), 'messages' from generate_series(1, ${many}::int)`;
    expect(await countUnread(db, paula.id)).toEqual({ notifications: 100, messages: 100 });
    // Whether the pages of the table are all visible by now is up to the database; that it need not look at them is not.
    const plan = await sql.begin(async (tx) => {
      await tx`analyze notifications`;
      await tx`set local enable_bitmapscan = off`;
      await tx`set local enable_seqscan = off`;
      return tx`explain select topic from notifications
        where person_id = ${paula.id} and read_at is null limit 100`;
    });
    expect(JSON.stringify(plan)).toContain('Index Only Scan using notifications_unread');
    await db.delete(notifications);
  });
});

describe('mail about it', () => {
  test('is written once for each who wants it at once, however often the job runs and by however many', async () => {
    const { paula, dora } = await pair();
    const id = await tell('project.completed', null, { publisher: paula.id, designer: dora.id });
    await Promise.all([write(id), write(id), write(id)]);
    await write(id);
    for (const person of [paula, dora]) {
      const [mail, ...others] = await mailsOf(person);
      expect(others).toEqual([]);
      expect(mail).toMatchObject({ subject: 'The cover of “The Salt Road” is finished', state: 'waiting' });
      expect(mail?.text).toMatch(/https:\/\/dustjacket\.example\/projects\/[\w-]+\/review$/);
      expect(await jobsFor('mail.send', 'mailId', mail?.id ?? '')).toBe(1);
    }
  });

  test('is in the reader’s own time zone and language', async () => {
    const { dora } = await pair();
    const tokyo = await aPublisher(db, { timeZone: 'Asia/Tokyo' });
    const data = { kind: 'front', runsOut: '2026-12-05T14:05:00.000Z' };
    await write(await tell('milestone.delivered', dora, { publisher: tokyo.id }, data));
    expect((await mailsOf(tokyo))[0]?.text).toContain('5 December 2026 at 23:05');
  });

  test('is none for those who want none, or a digest, or are suspended', async () => {
    const { dora } = await pair();
    const [off, daily, gone] = [await aPublisher(db), await aPublisher(db), await aPublisher(db)];
    await want(off, { projects: 'off' });
    await want(daily, { projects: 'daily' });
    await db.update(people).set({ suspendedAt: NOW }).where(eq(people.id, gone.id));
    for (const person of [off, daily, gone]) {
      await write(await tell('milestone.delivered', dora, { publisher: person.id }));
      expect(await mailsOf(person)).toEqual([]);
    }
    const waits = async (person: Person) =>
      db.$count(notifications, and(eq(notifications.personId, person.id), isNull(notifications.mailedAt)));
    expect([await waits(off), await waits(daily), await waits(gone)]).toEqual([0, 1, 0]);
  });
});

describe('a digest', () => {
  /** Told of two things, at this moment. */
  async function waiting(choice: 'daily' | 'weekly', at: string, timeZone = 'UTC') {
    const { dora } = await pair();
    const paula = await aPublisher(db, { timeZone });
    await want(paula, { projects: choice, money: choice });
    await tell('milestone.delivered', dora, { publisher: paula.id });
    await tell('invoice.issued', dora, { publisher: paula.id }, { amount: 100_00, currency: 'EUR' });
    await db
      .update(notifications)
      .set({ createdAt: new Date(at) })
      .where(eq(notifications.personId, paula.id));
    return paula;
  }
  const digest = (person: Person, now: string) =>
    db.transaction((tx) => writeDigest(tx, queue, press, person.id, new Date(now)));
  const isDue = async (person: Person, now: string) =>
    (await whoIsDue(db, new Date(now))).includes(person.id);

  test('is one mail in the morning of its reader, by topic, however many write it', async () => {
    const paula = await waiting('daily', '2026-11-20T20:00:00Z', 'America/New_York');
    expect(await isDue(paula, '2026-11-21T12:59:00Z')).toBe(false);
    expect(await isDue(paula, '2026-11-21T13:00:00Z')).toBe(true);
    await Promise.all([1, 2, 3].map(() => digest(paula, '2026-11-21T13:00:00Z')));
    const [mail, ...others] = await mailsOf(paula);
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ topic: 'digest', subject: '2 things have happened on Dustjacket' });
    expect(mail?.text.indexOf('Deliveries, changes')).toBeLessThan(mail?.text.indexOf('Invoices and') ?? 0);
    expect(await isDue(paula, '2026-11-22T14:00:00Z')).toBe(false);
  });

  test('comes once a day: what is late for it waits for the next', async () => {
    const paula = await waiting('daily', '2026-11-20T20:00:00Z');
    await digest(paula, '2026-11-21T08:00:00Z');
    await tell('milestone.delivered', await aDesigner(db), { publisher: paula.id });
    const late = and(eq(notifications.personId, paula.id), isNull(notifications.mailedAt));
    await db
      .update(notifications)
      .set({ createdAt: new Date('2026-11-21T07:59:00Z') })
      .where(late);
    await digest(paula, '2026-11-21T08:10:00Z');
    expect(await mailsOf(paula)).toHaveLength(1);
    await digest(paula, '2026-11-22T08:00:00Z');
    const subjects = (await mailsOf(paula)).map(({ subject }) => subject);
    expect(subjects).toContain('Dora Bodoni has delivered the work for “The Salt Road”');
  });

  test('comes on Mondays for those who want it weekly', async () => {
    const paula = await waiting('weekly', '2026-11-19T20:00:00Z');
    expect(await isDue(paula, '2026-11-22T23:00:00Z')).toBe(false);
    expect(await isDue(paula, '2026-11-23T08:00:00Z')).toBe(true);
  });

  test('leaves out what was read, and is none when nothing is left', async () => {
    const paula = await waiting('daily', '2026-11-20T20:00:00Z');
    await readAll(db, paula, NOW, NOW);
    expect(await isDue(paula, '2026-11-21T13:00:00Z')).toBe(false);
    await digest(paula, '2026-11-21T13:00:00Z');
    expect(await mailsOf(paula)).toEqual([]);
  });
});

describe('the choices', () => {
  test('are everybody’s until they choose, are noted in the log, and once', async () => {
    const { paula } = await pair();
    expect(await getChoices(db, paula.id)).toMatchObject({ projects: 'at_once', reviews: 'daily' });
    await want(paula, { projects: 'weekly', reviews: 'daily' });
    await want(paula, { projects: 'weekly', reviews: 'daily' });
    expect(await getChoices(db, paula.id)).toMatchObject({ projects: 'weekly', money: 'at_once' });
    const told = await db
      .select()
      .from(events)
      .where(and(eq(events.subjectId, paula.id), eq(events.type, 'mail.chosen')));
    expect(told.map(({ data }) => data)).toEqual([{ projects: 'weekly' }]);
  });

  test('are ended by the link of a mail, for its topic, for digests, or for all', async () => {
    const { paula } = await pair();
    await want(paula, { money: 'weekly' });
    const [row] = await db.select().from(mailPreferences).where(eq(mailPreferences.personId, paula.id));
    const stop = (what: Parameters<typeof stopMail>[2]) =>
      db.transaction((tx) => stopMail(tx, row?.unsubscribeKey, what, NOW));
    await stop('projects');
    expect(await getChoices(db, paula.id)).toMatchObject({
      projects: 'off',
      money: 'weekly',
      messages: 'at_once',
    });
    await stop('digest');
    expect(await getChoices(db, paula.id)).toMatchObject({
      money: 'off',
      reviews: 'off',
      messages: 'at_once',
    });
    await stop('all');
    expect(new Set(Object.values(await getChoices(db, paula.id)))).toEqual(new Set(['off']));
    expect((await findByKey(db, row?.unsubscribeKey)).personId).toBe(paula.id);
  });

  test('are nobody’s for a link that is none', async () => {
    for (const key of [undefined, '', 'none', '\0', crypto.randomUUID()])
      await expect(findByKey(db, key)).rejects.toThrow('This link belongs to nobody');
  });
});

describe('sending', () => {
  async function aMail() {
    const { paula } = await pair();
    const letter = { subject: 'Hello', text: 'Hello', html: '<p>Hello</p>' };
    const occasion = `test ${crypto.randomUUID()}`;
    const mail = { personId: paula.id, occasion, topic: 'searches' as const, ...letter };
    expect(await writeMail(db, queue, mail)).toBe(true);
    expect(await writeMail(db, queue, mail)).toBe(false);
    const [row] = await mailsOf(paula);
    return { paula, id: row?.id ?? '', state: async () => (await mailsOf(paula))[0] };
  }

  test('happens once: whoever comes while it happens fails, whoever comes later finds it done', async () => {
    const { id, state } = await aMail();
    let handed = 0;
    let second: unknown;
    await sendWaiting(db, id, async ({ to, unsubscribeKey }) => {
      handed += 1;
      expect([to.name, unsubscribeKey.length]).toEqual(['Paula Imprint', 36]);
      second = await sendWaiting(db, id, () => Promise.reject(new Error('twice'))).catch(
        (fault: unknown) => fault,
      );
    });
    expect(second).toMatchObject({ cause: { code: '55P03' } });
    expect(await sendWaiting(db, id, () => Promise.reject(new Error('twice')))).toBe(false);
    expect(handed).toBe(1);
    expect(await state()).toMatchObject({ state: 'sent', attempts: 1, lastFault: null });
  });

  test('that fails leaves it waiting, and given up it is seen by staff, who send it again', async () => {
    const { id, state, paula } = await aMail();
    await expect(sendWaiting(db, id, () => Promise.reject(new Error('away')))).rejects.toThrow('away');
    expect(await state()).toMatchObject({ state: 'waiting', attempts: 0 });
    await noteFault(db, id, 'away', false);
    await giveUp(db, id);
    expect(await state()).toMatchObject({ state: 'failed', attempts: 1, lastFault: 'away' });
    expect((await mailBacklog(db)).FailedMails).toBe(1);
    const stephen = await anAdmin(db);
    expect((await listFailedMails(db, {})).rows).toMatchObject([{ id, person: { id: paula.id } }]);
    await db.transaction((tx) => sendAgain(tx, queue, stephen, id));
    const again = db.transaction((tx) => sendAgain(tx, queue, stephen, id));
    await expect(again).rejects.toThrow('on its way again');
    expect(await jobsFor('mail.send', 'mailId', id)).toBe(2);
    expect(await sendWaiting(db, id, () => Promise.resolve())).toBe(true);
  });

  test('does not happen to those who have said since that they want none', async () => {
    const { id, state, paula } = await aMail();
    await want(paula, { searches: 'off' });
    expect(await sendWaiting(db, id, () => Promise.reject(new Error('sent')))).toBe(false);
    expect(await state()).toBeUndefined();
  });
});

test('the sample catalogue tells its people of what has happened in it, and mails nobody', async () => {
  const { paula, dora } = await pair();
  const brief = await aBrief(db, paula);
  const happened = (days: number) => ({
    ...{ type: 'brief.paused' as const, actorId: paula.id, subjectId: brief.id, briefId: brief.id },
    createdAt: new Date(NOW.getTime() - days * 24 * 3600_000),
  });
  const cast = { ...happened(1), type: 'vote.cast' as const, actorId: null };
  await db
    .insert(events)
    .values([
      happened(1),
      { ...cast, data: { guest: 'Gus' } },
      { ...cast, ...{ createdAt: happened(9).createdAt } },
    ]);
  await db.transaction((tx) => seedNotices(tx, NOW));
  expect((await noticesOf(paula)).map(({ line, readAt }) => [line.split(' ')[0], readAt === null])).toEqual([
    ['Gus', true],
    ['A', false],
  ]);
  expect(await noticesOf(dora)).toEqual([]);
  expect(await mailsOf(paula)).toEqual([]);
});
