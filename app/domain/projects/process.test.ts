import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import type { Db } from '#db/client.server.ts';
import { briefs } from '#db/schema/briefs.server.ts';
import { events } from '#db/schema/events.server.ts';
import { notifications } from '#db/schema/notifications.server.ts';
import { testDatabase } from '#app/testing/database.server.ts';
import { anAdmin } from '#app/testing/people.ts';
import { aProject } from '#app/testing/projects.ts';
import { testQueue } from '#app/testing/queue.ts';
import { Conflict, Forbidden, NotFound } from '../errors.ts';
import { NOTICES, type NoticeType } from '../notifications/rules.ts';
import type { Person } from '../people/rules.ts';
import { mayMove } from '../process.ts';
import { openDispute, resolveDispute } from './disputes.server.ts';
import { amountsOf, cancelProject } from './ends.server.ts';
import type { Act } from './moves.server.ts';
import { MOVERS } from './plain-moves.server.ts';
import { settlementNow } from './project.ts';
import { getProject, getProjectForHouse } from './queries.server.ts';
import {
  PROJECT,
  PROJECT_STATE_KEYS,
  type ProjectMove,
  type ProjectParty,
  type ProjectState,
} from './rules.ts';
import { actionsOf } from './sheet.ts';

const database = await testDatabase();
const { db } = database;
const queue = testQueue(database);
const NOW = new Date('2031-01-15T10:00:00.000Z');
const staff = await anAdmin(db);

/** Who opened the dispute, where there is one. */
const OPENER = 'publisher';
const WHO = ['publisher', 'designer', 'staff'] as const;
type Who = (typeof WHO)[number];
const partiesOf = (who: Who, state: ProjectState): ProjectParty[] =>
  state === 'disputed' && who === OPENER ? [who, 'opener'] : [who];

type Command = (tx: Db, viewer: Person, id: string, act: Act) => Promise<void>;
/** Every move that somebody makes, with the least it needs, and what it is called afterwards. */
const COMMANDS: Record<Exclude<ProjectMove, 'advance' | 'complete'>, [Command, NoticeType]> = {
  start: [MOVERS.start, 'project.started'],
  settle: [MOVERS.settle, 'project.settled'],
  dispute: [
    (tx, viewer, id, act) =>
      openDispute(tx, viewer, id, { ground: 'late', statement: 'Late.', wish: 'A date.' }, act),
    'project.disputed',
  ],
  resolve: [
    (tx, viewer, id, act) => resolveDispute(tx, viewer, id, { award: 100_00, decision: 'So be it.' }, act),
    'project.resolved',
  ],
  cancel: [
    async (tx, viewer, id, act) => {
      const project = await getProject(tx, viewer, id);
      const side = project.side === 'designer' ? 'designer' : 'publisher';
      const amounts = amountsOf(settlementNow(project, side));
      await cancelProject(tx, viewer, id, { reason: 'No book.', amounts }, act);
    },
    'project.cancelled',
  ],
};
const MOVES = Object.keys(COMMANDS) as (keyof typeof COMMANDS)[];

const cases = PROJECT_STATE_KEYS.flatMap((state) =>
  WHO.flatMap((who) => MOVES.map((name) => ({ state, who, name }))),
);

describe('what commands allow is what the process says, what the page offers, and what is told', () => {
  test.each(cases)('$name a $state project as $who', async ({ state, who, name }) => {
    const { id, publisher, designer } = await aProject(db, { state, by: OPENER, stoodAt: 'front' });
    const people = { publisher, designer, staff };
    const viewer = people[who];
    const isAllowed = mayMove(PROJECT, state, partiesOf(who, state), name);
    const seen = await getProject(db, viewer, id).catch((fault: unknown) => fault);
    if (seen instanceof NotFound) {
      expect([who, isAllowed]).toEqual(['staff', false]);
      return;
    }
    const offered = actionsOf(await getProject(db, viewer, id)).map((action) => action.name);
    expect(offered.includes(name)).toBe(isAllowed);
    const [command, type] = COMMANDS[name];
    const done = await db
      .transaction((tx) => command(tx, viewer, id, { queue, now: NOW }))
      .then(() => true)
      .catch((fault: unknown) => {
        if (!(fault instanceof Conflict || fault instanceof Forbidden)) throw fault;
        return false;
      });
    expect(done).toBe(isAllowed);
    const told = await db
      .select({ personId: notifications.personId })
      .from(events)
      .innerJoin(notifications, eq(notifications.eventId, events.id))
      .where(eq(events.projectId, id));
    const concerned = NOTICES[type].to.map((party) => people[party as Who].id);
    const expected = isAllowed ? concerned.filter((personId) => personId !== viewer.id) : [];
    expect(told.map(({ personId }) => personId).sort()).toEqual(expected.sort());
    const after = await getProjectForHouse(db, id);
    expect(isAllowed ? [PROJECT.moves[name].to].flat() : [state]).toContain(after.state);
  });
});

describe('a project that ends early', () => {
  test.each(['cancel', 'resolve'] as const)('gives its brief back: %s', async (name) => {
    const state = name === 'cancel' ? 'front' : 'disputed';
    const { id, publisher, project } = await aProject(db, { state, milestone: 'delivered' });
    const viewer = name === 'cancel' ? publisher : staff;
    await db.transaction((tx) => COMMANDS[name][0](tx, viewer, id, { queue, now: NOW }));
    const [brief] = await db.select().from(briefs).where(eq(briefs.id, project.briefId));
    expect(brief?.state).toBe('closed');
    const ended = await getProject(db, publisher, id);
    expect(ended).toMatchObject({ endedAt: NOW, endedBy: name === 'cancel' ? 'publisher' : null });
    expect(ended.milestones.map(({ clockAt }) => clockAt)).toEqual([null, null, null, null]);
  });

  test('of thirty who end it at once, one way or another, one does', async () => {
    const { id, publisher, designer } = await aProject(db, { state: 'front' });
    const acts = Array.from({ length: 30 }, (_, at) =>
      db.transaction((tx) =>
        COMMANDS[at % 3 === 2 ? 'dispute' : 'cancel'][0](tx, at % 2 ? publisher : designer, id, {
          queue,
          now: NOW,
        }),
      ),
    );
    const all = await Promise.allSettled(acts);
    expect(all.filter(({ status }) => status === 'fulfilled').length).toBe(1);
    for (const one of all)
      if (one.status === 'rejected')
        expect(String(one.reason)).toMatch(/This project is (cancelled|in dispute) now/);
  });
});
