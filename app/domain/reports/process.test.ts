import { reports } from '#db/schema/conversations.server.ts';
import { testDatabase } from '#app/testing/database.server.ts';
import { aBrief, aDesigner, anAdmin, aPublisher } from '#app/testing/people.ts';
import { judgeProcess } from '#app/testing/process.ts';
import { walkProcess } from '#app/testing/process-walk.ts';
import { testQueue } from '#app/testing/queue.ts';
import { movesFor } from '../process.ts';
import { decide } from './commands.server.ts';
import { getReport } from './queries.server.ts';
import { REPORT, reportParties } from './rules.ts';

judgeProcess(REPORT, {
  start: 'open',
  settled: ['upheld', 'dismissed'],
  allowed: { decide: [['open'], ['judge']] },
});

const database = await testDatabase();
const { db } = database;
const queue = testQueue(database);
const NOW = new Date('2031-03-03T10:00:00.000Z');
const [reporter, reported, staff] = [await aDesigner(db), await anAdmin(db), await anAdmin(db)];
const people = { staff, reported, reporter, publisher: await aPublisher(db) };
const brief = await aBrief(db, reported);

walkProcess(db, REPORT, {
  who: { staff: () => ['judge'], reported: () => [], reporter: () => [], publisher: () => [] },
  told: { decide: 'report.decided' },
  async stand(state) {
    const about = { personId: reported.id, subject: 'brief', subjectId: brief.id } as const;
    const decided = { decision: 'It is so.', decidedBy: staff.id, decidedAt: NOW };
    const [{ id } = { id: '' }] = await db
      .insert(reports)
      .values({
        ...{ ...about, reporterId: reporter.id, ground: 'spam', body: 'Look.', state },
        ...(state !== 'open' && decided),
      })
      .returning({ id: reports.id });
    return {
      ...{ place: { subjectId: id }, people },
      async offered(viewer) {
        const report = await getReport(db, id);
        const of = { personId: report.person.id, reporterId: report.reporter.id };
        return movesFor(REPORT, report.state, reportParties(viewer, of));
      },
      make: (viewer) =>
        db.transaction((tx) =>
          decide(tx, queue, viewer, id, { state: 'upheld', decision: 'It is so.', now: NOW }),
        ),
      state: async () => (await getReport(db, id)).state,
    };
  },
});
