import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import type { Db } from '#db/client.server.ts';
import { briefs } from '#db/schema/briefs.server.ts';
import { testDatabase } from '#app/testing/database.server.ts';
import { anAdmin, aPublisher } from '#app/testing/people.ts';
import { walkProcess } from '#app/testing/process-walk.ts';
import { aProject } from '#app/testing/projects.ts';
import { testQueue } from '#app/testing/queue.ts';
import type { Person } from '../people/rules.ts';
import { openDispute, resolveDispute } from './disputes.server.ts';
import { amountsOf, cancelProject } from './ends.server.ts';
import type { Act } from './moves.server.ts';
import { MOVERS } from './plain-moves.server.ts';
import { settlementNow } from './project.ts';
import { getProject, getProjectForHouse } from './queries.server.ts';
import { PROJECT, type ProjectMove } from './rules.ts';
import { actionsOf } from './sheet.ts';

const database = await testDatabase();
const { db } = database;
const queue = testQueue(database);
const NOW = new Date('2031-01-15T10:00:00.000Z');
const [staff, stranger] = [await anAdmin(db), await aPublisher(db)];

type Command = (tx: Db, viewer: Person, id: string, act: Act) => Promise<void>;
/** Every move that somebody makes, with the least it needs. */
const COMMANDS: Record<Exclude<ProjectMove, 'advance' | 'complete'>, Command> = {
  ...MOVERS,
  dispute: (tx, viewer, id, act) =>
    openDispute(tx, viewer, id, { ground: 'late', statement: 'Late.', wish: 'A date.' }, act),
  resolve: (tx, viewer, id, act) =>
    resolveDispute(tx, viewer, id, { award: 100_00, decision: 'So be it.' }, act),
  cancel: async (tx, viewer, id, act) => {
    const project = await getProject(tx, viewer, id);
    const side = project.side === 'designer' ? 'designer' : 'publisher';
    const amounts = amountsOf(settlementNow(project, side));
    await cancelProject(tx, viewer, id, { reason: 'No book.', amounts }, act);
  },
};
const make = (viewer: Person, id: string, name: keyof typeof COMMANDS) =>
  db.transaction((tx) => COMMANDS[name](tx, viewer, id, { queue, now: NOW }));

walkProcess(db, PROJECT, {
  who: {
    publisher: (state) =>
      state === 'disputed' || state === 'resolved' ? ['publisher', 'opener'] : ['publisher'],
    designer: () => ['designer'],
    staff: () => ['staff'],
    stranger: () => [],
  },
  told: {
    ...{ start: 'project.started', dispute: 'project.disputed', settle: 'project.settled' },
    ...{ resolve: 'project.resolved', cancel: 'project.cancelled' },
  },
  async stand(state) {
    const { id, publisher, designer } = await aProject(db, { state, by: 'publisher', stoodAt: 'front' });
    return {
      place: { projectId: id },
      people: { publisher, designer, staff, stranger },
      offered: async (viewer) => actionsOf(await getProject(db, viewer, id)).map(({ name }) => name),
      make: (viewer, name) => make(viewer, id, name),
      state: async () => (await getProjectForHouse(db, id)).state,
    };
  },
});

describe('a project that ends early', () => {
  test.each(['cancel', 'resolve'] as const)('gives its brief back: %s', async (name) => {
    const state = name === 'cancel' ? 'front' : 'disputed';
    const { id, publisher, project } = await aProject(db, { state, milestone: 'delivered' });
    const viewer = name === 'cancel' ? publisher : staff;
    await make(viewer, id, name);
    const [brief] = await db.select().from(briefs).where(eq(briefs.id, project.briefId));
    expect(brief?.state).toBe('closed');
    const ended = await getProject(db, publisher, id);
    expect(ended).toMatchObject({ endedAt: NOW, endedBy: name === 'cancel' ? 'publisher' : null });
    expect(ended.milestones.map(({ clockAt }) => clockAt)).toEqual([null, null, null, null]);
  });

  test('of thirty who end it at once, one way or another, one does', async () => {
    const { id, publisher, designer } = await aProject(db, { state: 'front' });
    const acts = Array.from({ length: 30 }, (_, at) =>
      make(at % 2 ? publisher : designer, id, at % 3 === 2 ? 'dispute' : 'cancel'),
    );
    const all = await Promise.allSettled(acts);
    expect(all.filter(({ status }) => status === 'fulfilled').length).toBe(1);
    for (const one of all)
      if (one.status === 'rejected')
        expect(String(one.reason)).toMatch(/This project is (cancelled|in dispute) now/);
  });
});
