import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { deliveries, questions } from '#db/schema/deliveries.server.ts';
import { events } from '#db/schema/events.server.ts';
import { notifications } from '#db/schema/notifications.server.ts';
import { milestones } from '#db/schema/projects.server.ts';
import { testDatabase } from '#app/testing/database.server.ts';
import { aProject } from '#app/testing/projects.ts';
import { testQueue } from '#app/testing/queue.ts';
import { Conflict } from '../errors.ts';
import { nextMoment, setClock, settleMilestone } from './milestones.server.ts';
import { getProject, lockProject } from './queries.server.ts';
import type { MilestoneKind } from './rules.ts';

const database = await testDatabase();
const { db } = database;
const queue = testQueue(database);
const DAY = 24 * 3600 * 1000;
const START = new Date('2030-11-01T10:00:00.000Z');
const day = (n: number) => new Date(START.getTime() + n * DAY);

type Made = Awaited<ReturnType<typeof aProject>>;
const approve = ({ id, publisher }: Made, kind: MilestoneKind) =>
  db.transaction(async (tx) => {
    const project = await lockProject(tx, publisher, id);
    const settling = { project, kind, how: 'approve', actorId: publisher.id, now: START } as const;
    await settleMilestone(tx, queue, settling);
  });
const toldOf = async (id: string) => {
  const rows = await db
    .select({ type: events.type, personId: notifications.personId })
    .from(events)
    .leftJoin(notifications, eq(notifications.eventId, events.id))
    .where(eq(events.projectId, id))
    .orderBy(events.createdAt, events.id);
  return rows.filter(({ type }) => type !== 'project.agreed');
};

describe('an approved milestone', () => {
  test.each([
    ['agreed', 'concepts', 'front'],
    ['concepts', 'concepts', 'front'],
    ['front', 'front', 'wrap'],
    ['wrap', 'wrap', 'handover'],
  ] as const)('of a project that is %s, %s, leads on to %s', async (state, kind, next) => {
    const made = await aProject(db, { state, milestone: 'delivered' });
    await approve(made, kind);
    const project = await getProject(db, made.publisher, made.id);
    expect(project.state).toBe(next);
    expect(project.milestones.find((one) => one.kind === kind)).toMatchObject({
      ...{ state: 'approved', approvedAt: START, clockAt: null },
    });
    const told = await toldOf(made.id);
    expect(told).toContainEqual({ type: 'milestone.approved', personId: made.designer.id });
    expect(told).toContainEqual({ type: 'project.advanced', personId: null });
  });

  test('completes the project when it is the last, and tells the designer that', async () => {
    const made = await aProject(db, { state: 'handover', milestone: 'delivered' });
    await approve(made, 'handover');
    expect(await getProject(db, made.designer, made.id)).toMatchObject({
      state: 'completed',
      endedAt: START,
    });
    const told = (await toldOf(made.id)).filter(({ personId }) => personId !== null);
    expect(told).toEqual([{ type: 'project.completed', personId: made.designer.id }]);
  });

  test('that was out of date leads back to where the project was before', async () => {
    const made = await aProject(db, { state: 'wrap', milestone: 'stale' });
    await db.update(milestones).set({ state: 'delivered' }).where(eq(milestones.state, 'stale'));
    await approve(made, 'wrap');
    expect((await getProject(db, made.publisher, made.id)).state).toBe('handover');
  });

  test.each([
    ['concepts', 'due', 'concepts', 'This milestone is due now.'],
    ['concepts', 'delivered', 'front', 'This milestone is due now.'],
    [
      'cancelled',
      'delivered',
      'front',
      'This project is cancelled now: nothing can be done with its front cover.',
    ],
    [
      'disputed',
      'delivered',
      'front',
      'This project is in dispute now: nothing can be done with its front cover.',
    ],
  ] as const)(
    'is not, while the project is %s and that is %s: %s',
    async (state, milestone, kind, message) => {
      const made = await aProject(db, { state, milestone });
      await expect(approve(made, kind)).rejects.toThrow(new Conflict(message));
    },
  );

  test('of twenty at once is approved once', async () => {
    const made = await aProject(db, { state: 'front', milestone: 'delivered' });
    const all = await Promise.allSettled(Array.from({ length: 20 }, () => approve(made, 'front')));
    expect(all.filter(({ status }) => status === 'fulfilled').length).toBe(1);
    for (const one of all) if (one.status === 'rejected') expect(one.reason).toBeInstanceOf(Conflict);
    expect((await toldOf(made.id)).length).toBe(2);
  });
});

describe('the clock', () => {
  const clockOf = async ({ id, publisher }: Made) =>
    (await getProject(db, publisher, id)).milestones[0]?.clockAt;
  const delivered = () => aProject(db, { state: 'concepts', milestone: 'delivered', deliveredAt: START });
  const set = ({ project }: Made, now: Date) => setClock(db, project.milestones[0]?.id ?? '', now);

  test('speaks at half time, when the last day begins, and when it has run out', async () => {
    const made = await delivered();
    for (const [now, next] of [
      [0, 7],
      [7, 13],
      [13, 14],
      [20, 14],
    ] as const) {
      await set(made, day(now));
      expect(await clockOf(made)).toEqual(day(next));
    }
  });

  test('stands still while a question is open, and goes on with what was left', async () => {
    const made = await delivered();
    const milestoneId = made.project.milestones[0]?.id ?? '';
    const [delivery] = await db
      .insert(deliveries)
      .values({ projectId: made.id, milestoneId, number: 1, state: 'delivered' })
      .returning();
    const asked = { milestoneId, deliveryId: delivery?.id ?? '', body: 'Is the sea on the spine too?' };
    await db.insert(questions).values({ ...asked, createdAt: day(3) });
    await set(made, day(4));
    expect(await clockOf(made)).toBeNull();
    await db
      .update(questions)
      .set({ answeredAt: day(5) })
      .where(eq(questions.milestoneId, milestoneId));
    await set(made, day(5));
    expect(await clockOf(made)).toEqual(day(9));
  });

  test('is none where nothing waits to be judged', async () => {
    const made = await delivered();
    await set(made, day(1));
    await db.update(milestones).set({ state: 'changes_requested' }).where(eq(milestones.projectId, made.id));
    await set(made, day(1));
    expect(await clockOf(made)).toBeNull();
  });

  test('that never runs out says nothing more', () => {
    expect(nextMoment({ half: null, lastDay: null, runsOut: null }, START)).toBeNull();
  });
});
