import { and, eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { events } from '#db/schema/events.server.ts';
import { notifications } from '#db/schema/notifications.server.ts';
import { projects } from '#db/schema/projects.server.ts';
import { reviews } from '#db/schema/reviews.server.ts';
import { testDatabase } from '../../testing/database.server.ts';
import { anAdmin, aPublisher } from '../../testing/people.ts';
import { aProject } from '../../testing/projects.ts';
import { testQueue } from '../../testing/queue.ts';
import type { EventType } from '../events/rules.ts';
import type { Person } from '../people/rules.ts';
import { getProject } from '../projects/queries.server.ts';
import { ENDED, PROJECT_STATE_KEYS, type ProjectState } from '../projects/rules.ts';
import { replyToReview, reviewing, showDueReviews, writeReview } from './commands.server.ts';
import { reviewPage } from './page.ts';
import { countReviews, listReviews, ratedOf, reviewsFor } from './queries.server.ts';

const database = await testDatabase();
const { db } = database;
const queue = testQueue(database);

const DAY = 86_400_000;
const NOW = new Date('2031-06-01T12:00:00Z');
const daysAgo = (days: number) => new Date(NOW.getTime() - days * DAY);
const review = (body = 'Clear, quick, and kind about changes.') => ({ ratings: { communication: 5 }, body });

async function anEndedProject(state: ProjectState = 'completed', endedAt = daysAgo(3)) {
  const made = await aProject(db, { state });
  await db.update(projects).set({ endedAt }).where(eq(projects.id, made.id));
  return made;
}
type Made = Awaited<ReturnType<typeof anEndedProject>>;

const write = (person: Person, projectId: string, body?: string, now = NOW) =>
  db.transaction((tx) => writeReview(tx, queue, person, { projectId, review: review(body), now }));
const reply = (person: Person, projectId: string, text = 'Thank you.') =>
  db.transaction((tx) => replyToReview(tx, queue, person, { projectId, reply: text, now: NOW }));
const happened = (projectId: string, type: EventType) =>
  db.$count(events, and(eq(events.projectId, projectId), eq(events.type, type)));
const told = async (projectId: string, type: EventType) => {
  const rows = await db
    .select({ personId: notifications.personId })
    .from(notifications)
    .innerJoin(events, eq(events.id, notifications.eventId))
    .where(and(eq(events.projectId, projectId), eq(events.type, type)));
  return rows.map(({ personId }) => personId).toSorted();
};
const both = ({ publisher, designer }: Made) => [publisher.id, designer.id].toSorted();
/** What somebody sees of both, on the page. */
async function seen(person: Person, id: string, now = NOW) {
  const { project, side } = reviewing(await getProject(db, person, id));
  const { mine, theirs } = reviewPage(project, side, await reviewsFor(db, person.id, id), now);
  return [mine.state, mine.written?.body ?? null, theirs.state, theirs.written?.body ?? null];
}

describe('blind', () => {
  test('until both are in, and then shown at once, to both', async () => {
    const made = await anEndedProject();
    const { id, publisher, designer } = made;
    expect(await write(publisher, id, 'What the publisher thinks.')).toEqual({ shown: false });
    expect(await seen(designer, id)).toEqual(['unwritten', null, 'unwritten', null]);
    expect(await seen(publisher, id)).toEqual(['blind', 'What the publisher thinks.', 'unwritten', null]);
    expect(await told(id, 'review.given')).toEqual([designer.id]);
    expect(await countReviews(db, designer.id)).toBe(0);
    expect(await write(designer, id, 'What the designer thinks.')).toEqual({ shown: true });
    expect(await seen(designer, id)).toEqual([
      ...['shown', 'What the designer thinks.', 'shown', 'What the publisher thinks.'],
    ]);
    expect(await told(id, 'review.shown')).toEqual([publisher.id]);
    // That the second is written is told by its being shown.
    expect(await told(id, 'review.given')).toEqual([designer.id]);
    expect(await happened(id, 'review.given')).toBe(2);
  });

  test('it may be changed, and not when it is shown', async () => {
    const { id, publisher, designer } = await anEndedProject();
    await write(publisher, id, 'A first thought, and too quick.');
    await write(publisher, id, 'A second thought, which is fairer.');
    await write(publisher, id, 'A second thought, which is fairer.');
    expect((await seen(publisher, id))[1]).toBe('A second thought, which is fairer.');
    expect(await happened(id, 'review.changed')).toBe(1);
    await write(designer, id);
    await expect(write(publisher, id, 'Now that I have read yours.')).rejects.toThrow(
      'This review is shown now.',
    );
    // The same again is a second click.
    expect(await write(publisher, id, 'A second thought, which is fairer.')).toEqual({ shown: true });
  });

  test('of two that come at once both are written, and shown once', async () => {
    const made = await anEndedProject();
    const answers = await Promise.all([write(made.publisher, made.id), write(made.designer, made.id)]);
    expect(answers.map(({ shown }) => shown).toSorted()).toEqual([false, true]);
    expect(await happened(made.id, 'review.shown')).toBe(1);
  });
});

describe('the time for writing', () => {
  test('is over after 14 days, for changes as well', async () => {
    const { id, publisher, designer } = await anEndedProject('completed', daysAgo(13.99));
    await write(publisher, id);
    const later = new Date(NOW.getTime() + DAY);
    await expect(write(designer, id, undefined, later)).rejects.toThrow('This review is left unwritten now.');
    await expect(write(publisher, id, 'Something else altogether.', later)).rejects.toThrow(
      'The time for writing reviews is over.',
    );
  });

  test('shows what only one has written, once, whoever looks and how often', async () => {
    const made = await anEndedProject('completed', daysAgo(3));
    const { id, publisher, designer } = made;
    await write(publisher, id);
    const [early, due] = [new Date(NOW.getTime() + 11 * DAY - 1), new Date(NOW.getTime() + 11 * DAY)];
    await showDueReviews(db, queue, early);
    expect((await seen(designer, id))[2]).toBe('unwritten');
    await Promise.all([showDueReviews(db, queue, due), showDueReviews(db, queue, due)]);
    await showDueReviews(db, queue, due);
    expect(await happened(id, 'review.shown')).toBe(1);
    expect(await told(id, 'review.shown')).toEqual(both(made));
    expect((await seen(designer, id, due)).slice(0, 3)).toEqual(['missed', null, 'shown']);
  });
});

describe('who may write', () => {
  test.each(PROJECT_STATE_KEYS)('of a project that is %s', async (state) => {
    const { id, publisher } = await aProject(db, { state });
    const over = (ENDED as readonly ProjectState[]).includes(state);
    if (over)
      await db
        .update(projects)
        .set({ endedAt: daysAgo(1) })
        .where(eq(projects.id, id));
    if (over) expect(await write(publisher, id)).toEqual({ shown: false });
    else await expect(write(publisher, id)).rejects.toThrow('You can review each other when it has ended.');
  });

  test('strangers and staff may not', async () => {
    const { id } = await anEndedProject('resolved');
    await expect(write(await aPublisher(db), id)).rejects.toMatchObject({ status: 404 });
    await expect(write(await anAdmin(db), id)).rejects.toMatchObject({ status: 403 });
  });
});

describe('a reply', () => {
  test('is one, by whom the review is about, after it is shown', async () => {
    const { id, publisher, designer } = await anEndedProject();
    await write(publisher, id);
    await expect(reply(designer, id)).rejects.toThrow(
      'This review is written blind now. You can: write yours, which shows both.',
    );
    await write(designer, id);
    await reply(designer, id, 'It was a pleasure.');
    expect(await told(id, 'review.replied')).toEqual([publisher.id]);
    await expect(reply(designer, id, 'And another thing.')).rejects.toThrow('This review is replied to now.');
    const [row] = await db
      .select()
      .from(reviews)
      .where(and(eq(reviews.projectId, id), eq(reviews.side, 'publisher')));
    expect(row).toMatchObject({ reply: 'It was a pleasure.', repliedAt: NOW });
    expect(await reply(publisher, id)).toBeUndefined();
  });
});

test('what is shown is listed with who wrote it after what, and counted by question', async () => {
  const { id, publisher, designer } = await anEndedProject('cancelled');
  await write(publisher, id, 'They stopped, and told us why.');
  expect(await ratedOf(db, designer.id)).toEqual({ total: 0, questions: [] });
  await write(designer, id);
  const { rows } = await listReviews(db, designer.id, {});
  expect(rows).toMatchObject([
    { author: 'Paula Imprint', slug: null, outcome: 'cancelled', body: 'They stopped, and told us why.' },
  ]);
  expect(await ratedOf(db, designer.id)).toEqual({
    total: 1,
    questions: [{ question: 'communication', n: 1, mean: 5 }],
  });
  const [ofPublisher] = (await listReviews(db, publisher.id, {})).rows;
  expect(ofPublisher).toMatchObject({
    author: 'Dora Bodoni',
    slug: expect.stringMatching(/^dora-bodoni/) as string,
  });
});
