import { eq } from 'drizzle-orm';
import { briefs } from '#db/schema/briefs.server.ts';
import { testDatabase } from '#app/testing/database.server.ts';
import { aBrief, aDesigner, anAdmin, aPublisher } from '#app/testing/people.ts';
import { walkProcess } from '#app/testing/process-walk.ts';
import { aProposal } from '#app/testing/proposals.ts';
import { testQueue } from '#app/testing/queue.ts';
import { moveBrief } from './moves.server.ts';
import { getBrief } from './queries.server.ts';
import { BRIEF, briefMovesFor } from './rules.ts';

const database = await testDatabase();
const { db } = database;
const queue = testQueue(database);
const [publisher, rival, staff] = [await aPublisher(db), await aPublisher(db), await anAdmin(db)];

walkProcess(db, BRIEF, {
  who: { publisher: () => ['owner'], staff: () => ['admin'], rival: () => [], designer: () => [] },
  told: {
    ...{ publish: null, pause: 'brief.paused', reopen: 'brief.reopened', close: 'brief.closed' },
    cancel: 'brief.cancelled',
  },
  async stand(state) {
    const { id } = await aBrief(db, publisher, { state, rightsMedia: ['print'] });
    const designer = await aDesigner(db);
    if (state !== 'draft') await aProposal(db, { id }, designer);
    return {
      place: { briefId: id },
      people: { publisher, rival, staff, designer },
      designers: state === 'draft' ? [] : [designer],
      offered: async (viewer) => briefMovesFor(await getBrief(db, viewer, id), viewer),
      make: (viewer, name) => moveBrief(db, queue, viewer, id, name, '2026-11-20'),
      state: async () => (await db.select().from(briefs).where(eq(briefs.id, id)))[0]?.state,
    };
  },
});
