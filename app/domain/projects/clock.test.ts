import { and, eq, notInArray } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { deliveries, questions } from '#db/schema/deliveries.server.ts';
import { events } from '#db/schema/events.server.ts';
import { notifications } from '#db/schema/notifications.server.ts';
import { disputes, milestones, projects } from '#db/schema/projects.server.ts';
import { testDatabase } from '#app/testing/database.server.ts';
import { aProject } from '#app/testing/projects.ts';
import { testQueue } from '#app/testing/queue.ts';
import { runClocks } from './clock.server.ts';
import { setClock } from './milestones.server.ts';
import { getProject } from './queries.server.ts';

const database = await testDatabase();
const { db } = database;
const queue = testQueue(database);
const DAY = 24 * 3600 * 1000;
const START = new Date('2030-11-01T10:00:00.000Z');
const day = (n: number) => new Date(START.getTime() + n * DAY);

/** Delivered on day 0, with its clock set. */
async function delivered() {
  const made = await aProject(db, { state: 'front', milestone: 'delivered', deliveredAt: START });
  const milestoneId = made.project.milestones[1]?.id ?? '';
  await setClock(db, milestoneId, START);
  return { ...made, milestoneId };
}
type Made = Awaited<ReturnType<typeof delivered>>;

const saidOf = async ({ id }: Pick<Made, 'id'>) => {
  const rows = await db
    .select({ type: events.type })
    .from(events)
    .where(and(eq(events.projectId, id), notInArray(events.type, ['project.agreed'])))
    .orderBy(events.createdAt, events.id);
  return rows.map(({ type }) => type);
};
const run = (n: number) => runClocks(db, queue, day(n));

async function ask({ id, milestoneId }: Made, from: number, to: number | null) {
  const row = { projectId: id, milestoneId, number: 1, state: 'delivered' } as const;
  const [delivery] = await db.insert(deliveries).values(row).returning();
  await db.insert(questions).values({
    ...{ milestoneId, deliveryId: delivery?.id ?? '', body: 'And the spine?', createdAt: day(from) },
    answeredAt: to === null ? null : day(to),
  });
  await setClock(db, milestoneId, day(to ?? from));
}

describe('a delivery that nobody answers', () => {
  test('is called to mind at half time and on the last day, once each, and approved on the fourteenth', async () => {
    const made = await delivered();
    for (const n of [1, 6.99]) await run(n);
    expect(await saidOf(made)).toEqual([]);
    for (const n of [7, 7.1, 12.9]) await run(n);
    expect(await saidOf(made)).toEqual(['milestone.half_time']);
    for (const n of [13, 13.5]) await run(n);
    expect(await saidOf(made)).toEqual(['milestone.half_time', 'milestone.last_day']);
    for (const n of [14, 14.1, 30]) await run(n);
    expect((await saidOf(made)).slice(2).sort()).toEqual([
      'milestone.approved_unanswered',
      'project.advanced',
    ]);
    const project = await getProject(db, made.designer, made.id);
    expect(project.state).toBe('wrap');
    expect(project.milestones[1]).toMatchObject({ state: 'approved', approvedAt: day(14), clockAt: null });
  });

  test('concerns the publisher until it is approved, and then both', async () => {
    const made = await delivered();
    for (const n of [7, 13, 14]) await run(n);
    const told = await db
      .select({ type: events.type, personId: notifications.personId, data: events.data })
      .from(events)
      .innerJoin(notifications, eq(notifications.eventId, events.id))
      .where(eq(events.projectId, made.id));
    const to = (type: string) => told.filter((row) => row.type === type).map(({ personId }) => personId);
    expect(to('milestone.half_time')).toEqual([made.publisher.id]);
    expect(to('milestone.last_day')).toEqual([made.publisher.id]);
    expect(to('milestone.approved_unanswered').sort()).toEqual([made.publisher.id, made.designer.id].sort());
    expect(told[0]?.data).toMatchObject({ kind: 'front', runsOut: day(14).toISOString() });
  });

  test('is called to mind with what is true now, when the house stood still', async () => {
    const made = await delivered();
    await run(13.2);
    expect(await saidOf(made)).toEqual(['milestone.last_day']);
    const other = await delivered();
    await run(20);
    expect(await saidOf(other)).toContain('milestone.approved_unanswered');
  });
});

describe('the clock stands still', () => {
  test('while a question is open, and goes on with what was left', async () => {
    const made = await delivered();
    await ask(made, 3, null);
    await run(20);
    expect(await saidOf(made)).toEqual([]);
    const other = await delivered();
    await ask(other, 3, 10);
    await run(13.9);
    expect(await saidOf(other)).toEqual([]);
    await run(14);
    expect(await saidOf(other)).toEqual(['milestone.half_time']);
    await run(20.9);
    expect(await saidOf(other)).toEqual(['milestone.half_time', 'milestone.last_day']);
    await run(21);
    expect(await saidOf(other)).toContain('milestone.approved_unanswered');
  });

  test('during a dispute, even if it was due already', async () => {
    const made = await delivered();
    await db.insert(disputes).values({
      ...{ projectId: made.id, openedBy: 'publisher', stoodAt: 'front', ground: 'late' },
      ...{ statement: 'Late.', createdAt: day(5) },
    });
    await db.update(projects).set({ state: 'disputed' }).where(eq(projects.id, made.id));
    await run(20);
    expect(await saidOf(made)).toEqual([]);
    const [row] = await db.select().from(milestones).where(eq(milestones.id, made.milestoneId));
    expect(row).toMatchObject({ state: 'delivered', clockAt: null });
  });

  test('for good, once somebody has judged the delivery', async () => {
    const made = await delivered();
    await db
      .update(milestones)
      .set({ state: 'changes_requested' })
      .where(eq(milestones.id, made.milestoneId));
    await run(20);
    expect(await saidOf(made)).toEqual([]);
  });
});

test('five workers at the same moment say everything once', async () => {
  const all = await Promise.all(Array.from({ length: 12 }, delivered));
  const round = (n: number) => Promise.all(Array.from({ length: 5 }, () => run(n)));
  // A worker that finds a row taken leaves it to whoever has it; a second round would find it free.
  for (const n of [7, 7, 13, 13, 14, 14]) await round(n);
  for (const made of all)
    expect((await saidOf(made)).sort()).toEqual([
      ...['milestone.approved_unanswered', 'milestone.half_time', 'milestone.last_day', 'project.advanced'],
    ]);
});

test('what cannot be told is not done either: the next round does both', async () => {
  const all = [await delivered(), await delivered()];
  const failing = { ...queue, enqueue: () => Promise.reject(new Error('no queue')) };
  await expect(runClocks(db, failing, day(7))).rejects.toMatchObject({
    errors: [expect.any(Error), expect.any(Error)],
  });
  for (const made of all) expect(await saidOf(made)).toEqual([]);
  await run(7);
  for (const made of all) expect(await saidOf(made)).toEqual(['milestone.half_time']);
});
