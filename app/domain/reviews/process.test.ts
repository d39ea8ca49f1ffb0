import { eq } from 'drizzle-orm';
import { projects } from '#db/schema/projects.server.ts';
import { testDatabase } from '#app/testing/database.server.ts';
import { anAdmin, aPublisher } from '#app/testing/people.ts';
import { walkProcess } from '#app/testing/process-walk.ts';
import { aProject } from '#app/testing/projects.ts';
import { testQueue } from '#app/testing/queue.ts';
import { aReview } from '#app/testing/reviews.ts';
import type { Person } from '../people/rules.ts';
import { getProject } from '../projects/queries.server.ts';
import { replyToReview, reviewing, writeReview } from './commands.server.ts';
import { reviewPage } from './page.ts';
import { reviewsFor } from './queries.server.ts';
import { REVIEW } from './rules.ts';

const database = await testDatabase();
const { db } = database;
const queue = testQueue(database);
const NOW = new Date('2031-06-01T12:00:00Z');
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000);
const [staff, stranger] = [await anAdmin(db), await aPublisher(db)];

type Name = 'write' | 'change' | 'reply';
const make = (viewer: Person, projectId: string, name: Name) =>
  db.transaction(async (tx): Promise<unknown> => {
    if (name === 'reply')
      return replyToReview(tx, queue, viewer, { projectId, reply: 'Thank you.', now: NOW });
    const review = { ratings: { craft: 5 }, body: 'Quick, and kind about changes.' };
    return writeReview(tx, queue, viewer, { projectId, review, now: NOW });
  });

/** The review that a publisher writes of a designer; that of the designer is shown with it. */
walkProcess(db, REVIEW, {
  who: { publisher: () => ['author'], designer: () => ['reviewed'], staff: () => [], stranger: () => [] },
  told: { write: 'review.given', change: null, reply: 'review.replied' },
  // One form writes and changes. Each side replies to the other's, and showing both is what sending one's own does.
  tries: (who, name, state) =>
    who === (name === 'reply' ? 'publisher' : 'designer')
      ? false
      : name === 'reply' || (name === 'change') === (state === 'blind'),
  async stand(state) {
    const made = await aProject(db, { state: 'resolved' });
    const { id, publisher, designer } = made;
    const endedAt = daysAgo(state === 'missed' ? 15 : 3);
    await db.update(projects).set({ endedAt }).where(eq(projects.id, id));
    const shown = state === 'shown' || state === 'replied';
    const written = { shownAt: shown ? NOW : null, ...(state === 'replied' && { reply: 'Thanks.', repliedAt: NOW }) }; // prettier-ignore
    if (shown || state === 'blind') await aReview(db, made, 'publisher', written);
    if (shown) await aReview(db, made, 'designer', { shownAt: NOW });
    const seenBy = async (viewer: Person) => {
      const { project, side } = reviewing(await getProject(db, viewer, id));
      const page = reviewPage(project, side, await reviewsFor(db, viewer.id, id), NOW);
      return side === 'publisher' ? page.mine : page.theirs;
    };
    return {
      place: { projectId: id },
      people: { publisher, designer, staff, stranger },
      offered: async (viewer) => (await seenBy(viewer)).moves,
      make: (viewer, name) => make(viewer, id, name),
      state: async () => (await seenBy(publisher)).state,
    };
  },
});
