import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { payments } from '#db/schema/payments.server.ts';
import { milestones } from '#db/schema/projects.server.ts';
import { wordsFor } from '#app/http/format.ts';
import { testDatabase } from '#app/testing/database.server.ts';
import { anAdmin } from '#app/testing/people.ts';
import { aProject } from '#app/testing/projects.ts';
import { testQueue } from '#app/testing/queue.ts';
import { Conflict, Forbidden, Invalid } from '../errors.ts';
import { costsOf } from './costs.ts';
import { disputesOf, listDisputes } from './dispute-queries.server.ts';
import { openDispute, replyToDispute, resolveDispute, settleDispute } from './disputes.server.ts';
import { amountsOf, cancelProject } from './ends.server.ts';
import { AmountsChanged } from './errors.ts';
import { setClock } from './milestones.server.ts';
import { settlementNow } from './project.ts';
import { getProject } from './queries.server.ts';

const database = await testDatabase();
const { db } = database;
const queue = testQueue(database);
const staff = await anAdmin(db);
const DAY = 24 * 3600 * 1000;
const START = new Date('2030-11-01T10:00:00.000Z');
const day = (n: number) => new Date(START.getTime() + n * DAY);
const act = (n: number) => ({ queue, now: day(n) });
const SAID = { ground: 'not_as_agreed', statement: 'It is a gull.', wish: 'A lighthouse.' } as const;
const say = wordsFor(null);

/** At the front cover, delivered on day 0. */
async function delivered() {
  const made = await aProject(db, { state: 'front', milestone: 'delivered', deliveredAt: START, now: START });
  await setClock(db, made.project.milestones[1]?.id ?? '', START);
  return made;
}
const confirm = (id: string, amount: number) =>
  db.insert(payments).values({
    ...{ projectId: id, recordedBy: 'publisher', amount, paidOn: '2030-11-02', confirmedAt: START },
  });

describe('a dispute', () => {
  test('stops the clock, and settling it goes on with what was left', async () => {
    const { id, publisher, designer } = await delivered();
    await db.transaction((tx) => openDispute(tx, designer, id, SAID, act(4)));
    const disputed = await getProject(db, publisher, id);
    expect(disputed).toMatchObject({
      state: 'disputed',
      dispute: { openedBy: 'designer', stoodAt: 'front' },
    });
    expect(disputed.milestones[1]?.clockAt).toBeNull();
    await db.transaction((tx) => settleDispute(tx, designer, id, act(10)));
    const project = await getProject(db, publisher, id);
    expect(project).toMatchObject({ state: 'front', dispute: { state: 'settled' } });
    expect(project.milestones[1]?.clockAt).toEqual(day(13));
  });

  test('is answered once, by the other side', async () => {
    const { id, publisher, designer } = await delivered();
    await db.transaction((tx) => openDispute(tx, publisher, id, SAID, act(1)));
    const reply = (viewer: typeof staff) =>
      db.transaction((tx) => replyToDispute(tx, viewer, id, { reply: 'Gulls live there.' }, act(2)));
    await expect(reply(publisher)).rejects.toBeInstanceOf(Forbidden);
    await expect(reply(staff)).rejects.toBeInstanceOf(Forbidden);
    const all = await Promise.allSettled(Array.from({ length: 10 }, () => reply(designer)));
    expect(all.filter(({ status }) => status === 'fulfilled').length).toBe(1);
    await expect(reply(designer)).rejects.toThrow('You have answered this dispute already.');
    expect((await disputesOf(db, id))[0]).toMatchObject({ reply: 'Gulls live there.', repliedAt: day(2) });
  });

  test('that is over cannot be answered, settled or decided', async () => {
    const { id, publisher, designer } = await delivered();
    await db.transaction((tx) => openDispute(tx, publisher, id, SAID, act(1)));
    await db.transaction((tx) => settleDispute(tx, publisher, id, act(2)));
    const late = [
      db.transaction((tx) => replyToDispute(tx, designer, id, { reply: 'Gulls.' }, act(3))),
      db.transaction((tx) => settleDispute(tx, publisher, id, act(3))),
      db.transaction((tx) => resolveDispute(tx, staff, id, { award: 0, decision: 'No.' }, act(3))),
    ];
    for (const one of await Promise.allSettled(late))
      expect(one).toMatchObject({ status: 'rejected', reason: expect.any(Conflict) });
  });

  test('may follow another, and waits for staff in its turn', async () => {
    const { id, publisher, designer } = await delivered();
    for (const n of [1, 3]) {
      await db.transaction((tx) => openDispute(tx, publisher, id, SAID, act(n)));
      if (n === 1) await db.transaction((tx) => settleDispute(tx, publisher, id, act(2)));
    }
    expect((await disputesOf(db, id)).map(({ state }) => state)).toEqual(['open', 'settled']);
    const { rows } = await listDisputes(db, true, {});
    const moments = rows.map(({ createdAt }) => createdAt.toISOString());
    expect(moments).toEqual([...moments].sort());
    expect(moments.length).toBeGreaterThan(1);
    expect((await getProject(db, designer, id)).milestones[1]?.pauses.length).toBe(2);
  });

  test('is decided by what the project is worth in all, never more than its price', async () => {
    const { id, publisher } = await delivered();
    await confirm(id, 500_00);
    await db.transaction((tx) => openDispute(tx, publisher, id, SAID, act(1)));
    const decide = (award: number) =>
      db.transaction((tx) => resolveDispute(tx, staff, id, { award, decision: 'Half of it.' }, act(5)));
    await expect(decide(800_01)).rejects.toBeInstanceOf(Invalid);
    await decide(400_00);
    const settlement = { percent: 50, due: 400_00, toPay: 0, toReturn: 100_00 };
    expect(await getProject(db, publisher, id)).toMatchObject({ state: 'resolved', settlement });
  });
});

describe('cancelling', () => {
  test.each([
    ['publisher', 'agreed', 0, 0, '€0, 0'],
    ['publisher', 'concepts', 200_00, 25, '€200, 25'],
    ['publisher', 'front', 264_00, 33, '€264, 33'],
    ['publisher', 'wrap', 800_00, 100, '€800, 100'],
    ['designer', 'front', 200_00, 25, '€200, 25'],
    ['designer', 'wrap', 520_00, 65, '€520, 65'],
  ] as const)('as %s at %s is worth %i', async (side, state, due, percent, words) => {
    const made = await aProject(db, { state, now: START });
    const viewer = made[side];
    const project = await getProject(db, viewer, made.id);
    const costs = costsOf(project, say);
    expect(`${costs.due}, ${costs.percent}`).toBe(words);
    const amounts = amountsOf(costs.settlement);
    await db.transaction((tx) => cancelProject(tx, viewer, made.id, { reason: 'No.', amounts }, act(1)));
    expect(await getProject(db, viewer, made.id)).toMatchObject({
      ...{ state: 'cancelled', endedBy: side, endReason: 'No.' },
      settlement: { due, percent, toPay: due, toReturn: 0 },
    });
  });

  test('costs the stage’s fee once something was delivered, though nobody had said that work had begun', async () => {
    const { publisher, id } = await aProject(db, { milestone: 'delivered' });
    expect(settlementNow(await getProject(db, publisher, id), 'publisher').due).toBe(200_00);
  });

  test('for amounts that have changed since they were shown is not done', async () => {
    const { id, publisher, project } = await delivered();
    const amounts = amountsOf(settlementNow(project, 'publisher'));
    await confirm(id, 300_00);
    const cancelling = (shown: string) =>
      db.transaction((tx) => cancelProject(tx, publisher, id, { reason: 'No.', amounts: shown }, act(1)));
    await expect(cancelling(amounts)).rejects.toBeInstanceOf(AmountsChanged);
    const now = settlementNow(await getProject(db, publisher, id), 'publisher');
    expect(now).toMatchObject({ due: 264_00, toPay: 0, toReturn: 36_00 });
    await cancelling(amountsOf(now));
    const [row] = await db.select().from(milestones).where(eq(milestones.projectId, id));
    expect(row?.clockAt).toBeNull();
  });

  test('says who owes whom what afterwards', async () => {
    const { id, publisher, designer } = await delivered();
    expect(costsOf(await getProject(db, publisher, id), say).left).toBe(
      'Paula Imprint then owes Dora Bodoni €264.',
    );
    await confirm(id, 264_00);
    expect(costsOf(await getProject(db, publisher, id), say).left).toBe('Nobody owes anything then.');
    expect(costsOf(await getProject(db, designer, id), say).left).toBe(
      'Dora Bodoni then pays back €64 to Paula Imprint.',
    );
  });
});
