import { desc, eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { briefFormats, coverSpecs } from '#db/schema/briefs.server.ts';
import { events } from '#db/schema/events.server.ts';
import { notifications } from '#db/schema/notifications.server.ts';
import { milestones } from '#db/schema/projects.server.ts';
import { testDatabase } from '#app/testing/database.server.ts';
import { aProject, type AProject } from '#app/testing/projects.ts';
import { testQueue } from '#app/testing/queue.ts';
import { getBriefForHouse } from '../briefs/queries.server.ts';
import { Conflict, Forbidden, Invalid } from '../errors.ts';
import { pagesPage } from './pages.ts';
import { changePageCount, pagedProject } from './pages.server.ts';
import { getProject } from './queries.server.ts';
import { MILESTONE_STATE_KEYS, PROJECT_STATE_KEYS } from './rules.ts';

const database = await testDatabase();
const { db } = database;
const queue = testQueue(database);
const NOW = new Date('2031-01-15T10:00:00.000Z');

/** What somebody types: 300 pages instead of 280, in the paperback. */
async function typed({ project }: AProject, pages = 300, pagesFinal = false) {
  const { details, version } = await getBriefForHouse(db, project.briefId);
  const format = details.formats[0]?.id ?? '';
  return { details, said: { format, pages, spine: null, pagesFinal }, version };
}
async function change(made: AProject, pages = 300, viewer = made.publisher, pagesFinal = false) {
  const { said, version } = await typed(made, pages, pagesFinal);
  return db.transaction((tx) =>
    changePageCount(tx, viewer, made.id, { ...said, version }, { queue, now: NOW }),
  );
}
const statesOf = async ({ id, publisher }: AProject) => {
  const { state, milestones: all } = await getProject(db, publisher, id);
  return [state, ...all.map((one) => one.state)];
};
const toldOf = async ({ id }: AProject) =>
  (
    await db
      .select({ type: events.type, personId: notifications.personId })
      .from(events)
      .innerJoin(notifications, eq(notifications.eventId, events.id))
      .where(eq(events.projectId, id))
  ).map(({ type, personId }) => `${type} ${personId}`);

describe('another page count', () => {
  test('changes the format of the brief, and keeps a new specification beside the old', async () => {
    const made = await aProject(db, { state: 'front' });
    await change(made);
    const [format] = await db
      .select()
      .from(briefFormats)
      .where(eq(briefFormats.briefId, made.project.briefId));
    expect(format).toMatchObject({ pageCount: 300 });
    const kept = await db
      .select()
      .from(coverSpecs)
      .where(eq(coverSpecs.formatId, format?.id ?? ''))
      .orderBy(desc(coverSpecs.briefVersion));
    expect(kept.map(({ briefVersion, spec }) => [briefVersion, spec?.pages])).toEqual([
      ...[
        [2, 300],
        [1, 280],
      ],
    ]);
    expect(made.project.contract.formats[0]?.coverSpecId).toBe(kept[1]?.id);
    expect(await toldOf(made)).toEqual([`project.pages_changed ${made.designer.id}`]);
  });

  test('makes an approved wrap out of date, leads the project back to it, and tells the designer', async () => {
    const made = await aProject(db, { state: 'handover' });
    await change(made);
    expect(await statesOf(made)).toEqual(['wrap', 'approved', 'approved', 'stale', 'due']);
    expect(await toldOf(made)).toEqual([`milestone.outdated ${made.designer.id}`]);
    expect((await getProject(db, made.designer, made.id)).roundsUsed).toBe(0);
  });

  test('makes what is delivered for hand-over out of date with it, and stops its clock', async () => {
    const made = await aProject(db, { state: 'handover', milestone: 'delivered' });
    await db.update(milestones).set({ clockAt: NOW }).where(eq(milestones.projectId, made.id));
    await change(made);
    expect(await statesOf(made)).toEqual(['wrap', 'approved', 'approved', 'stale', 'stale']);
    const { milestones: all } = await getProject(db, made.publisher, made.id);
    expect(all.slice(2).map(({ clockAt }) => clockAt)).toEqual([null, null]);
  });

  test.each(MILESTONE_STATE_KEYS.filter((state) => state !== 'approved'))(
    'at a wrap that is %s',
    async (milestone) => {
      const made = await aProject(db, { state: 'wrap', milestone });
      await change(made);
      const after = milestone === 'delivered' ? 'stale' : milestone;
      expect(await statesOf(made)).toEqual(['wrap', 'approved', 'approved', after, 'due']);
    },
  );

  test('is counted each time it makes the wrap anew', async () => {
    const made = await aProject(db, { state: 'handover' });
    for (const pages of [300, 320]) {
      await change(made, pages);
      await db.update(milestones).set({ state: 'approved' }).where(eq(milestones.state, 'stale'));
    }
    const told = await db.select().from(events).where(eq(events.type, 'milestone.outdated'));
    const mine = told.filter(({ projectId }) => projectId === made.id);
    expect(mine.map(({ data }) => data['number']).sort()).toEqual([1, 2]);
  });

  test('that is only final now makes nothing out of date', async () => {
    const made = await aProject(db, { state: 'handover' });
    await change(made, 280, made.publisher, true);
    expect(await statesOf(made)).toEqual(['handover', 'approved', 'approved', 'approved', 'due']);
  });

  test.each(PROJECT_STATE_KEYS)(
    'of a project that is %s is its publisher’s to change while work goes on',
    async (state) => {
      const made = await aProject(db, { state });
      await expect(change(made, 300, made.designer)).rejects.toBeInstanceOf(Forbidden);
      const isUnderWay = ['agreed', 'concepts', 'front', 'wrap', 'handover'].includes(state);
      const [changing, page] = await Promise.allSettled([
        change(made),
        pagedProject(db, made.publisher, made.id),
      ]);
      for (const one of [changing, page])
        if (isUnderWay) expect(one.status).toBe('fulfilled');
        else expect(one).toMatchObject({ status: 'rejected', reason: expect.any(Conflict) });
    },
  );

  test('that no printer makes, or that is so already, is refused', async () => {
    const made = await aProject(db, { state: 'front' });
    await expect(change(made, 830)).rejects.toMatchObject({ field: 'pages' });
    await expect(change(made, 830)).rejects.toBeInstanceOf(Invalid);
    await expect(change(made, 280)).rejects.toThrow('The page count is so already');
  });

  test('typed twenty times at once is changed once', async () => {
    const made = await aProject(db, { state: 'handover' });
    const { said, version } = await typed(made);
    const all = await Promise.allSettled(
      Array.from({ length: 20 }, () =>
        db.transaction((tx) =>
          changePageCount(tx, made.publisher, made.id, { ...said, version }, { queue, now: NOW }),
        ),
      ),
    );
    expect(all.filter(({ status }) => status === 'fulfilled').length).toBe(1);
    for (const one of all)
      if (one.status === 'rejected') expect(String(one.reason)).toMatch(/The brief has changed since/);
  });
});

test('the page shows the new size beside the old, and what goes out of date', async () => {
  const made = await aProject(db, { state: 'handover' });
  const { details, said } = await typed(made);
  const page = pagesPage(details, said, [{ kind: 'wrap' }]);
  expect(page.preview).toMatchObject({
    was: expect.stringMatching(/280 pages, estimated, spine 0\.631 in/),
    is: expect.stringMatching(/300 pages, estimated, spine 0\.676 in/),
    stale: ['Full wrap'],
  });
  expect(pagesPage(details, { ...said, pages: 830 }, []).problems).toHaveProperty('pages');
  expect(pagesPage(details, { ...said, format: 'none' }, []).problems).toHaveProperty('format');
  expect(pagesPage(details, null, []).values).toMatchObject({ pages: '280', pagesFinal: '' });
  expect(pagesPage({ ...details, formats: [] }, null, []).formats).toEqual([]);
});
