import { eq } from 'drizzle-orm';
import { payments } from '#db/schema/payments.server.ts';
import { wordsFor } from '#app/http/format.ts';
import { testDatabase } from '#app/testing/database.server.ts';
import { anAdmin, aPublisher } from '#app/testing/people.ts';
import { walkProcess } from '#app/testing/process-walk.ts';
import { aProject } from '#app/testing/projects.ts';
import { testQueue } from '#app/testing/queue.ts';
import { movePayment } from './commands.server.ts';
import { getPayments } from './queries.server.ts';
import { PAYMENT, paymentState } from './rules.ts';
import { paymentLine } from './words.ts';

const database = await testDatabase();
const { db } = database;
const queue = testQueue(database);
const NOW = new Date('2026-11-21T12:00:00.000Z');
const [staff, stranger] = [await anAdmin(db), await aPublisher(db)];

walkProcess(db, PAYMENT, {
  who: { publisher: () => ['recorder'], designer: () => ['other'], staff: () => [], stranger: () => [] },
  told: { confirm: 'payment.confirmed', remove: 'payment.removed' },
  async stand(state) {
    // In dispute, so that staff read it as well.
    const { id: projectId, publisher, designer } = await aProject(db, { state: 'disputed' });
    const [payment] = await db
      .insert(payments)
      .values({
        ...{ projectId, recordedBy: 'publisher', amount: 200_00, paidOn: '2026-11-20' },
        ...{ confirmedAt: state === 'confirmed' ? NOW : null, removedAt: state === 'removed' ? NOW : null },
      })
      .returning();
    const paymentId = payment?.id ?? '';
    return {
      place: { projectId },
      people: { publisher, designer, staff, stranger },
      async offered(viewer) {
        const { project, payments: all } = await getPayments(db, viewer, projectId);
        return all.flatMap((one) =>
          paymentLine(one, project, wordsFor(viewer)).moves.map(({ name }) => name),
        );
      },
      make: (viewer, name) =>
        db.transaction((tx) => movePayment(tx, queue, viewer, { projectId, paymentId, name, now: NOW })),
      async state() {
        const [row] = await db.select().from(payments).where(eq(payments.id, paymentId));
        return row && paymentState(row);
      },
    };
  },
});
