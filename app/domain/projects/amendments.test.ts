import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { milestones } from '#db/schema/projects.server.ts';
import { wordsFor } from '#app/http/format.ts';
import { testDatabase } from '#app/testing/database.server.ts';
import { anAdmin, aPublisher } from '#app/testing/people.ts';
import { toldOf, walkProcess } from '#app/testing/process-walk.ts';
import { aProject, anAmendment, someTerms, type AProject } from '#app/testing/projects.ts';
import { testQueue } from '#app/testing/queue.ts';
import { Conflict } from '../errors.ts';
import type { Person } from '../people/rules.ts';
import { amendmentValues, problemsWith, type AmendmentAnswers } from './amendment-form.ts';
import { offeredAmendment } from './amendment.ts';
import { amendmentsOf, decideAmendment, proposeAmendment, type AmendmentAct } from './amendments.server.ts';
import { lapseAmendments } from './lapse.server.ts';
import { getProject } from './queries.server.ts';
import { AMENDMENT, PROJECT_STATE_KEYS } from './rules.ts';

const database = await testDatabase();
const { db } = database;
const queue = testQueue(database);
const NOW = new Date('2031-01-15T10:00:00.000Z');
const TODAY = '2031-01-15';
const act = { queue, now: NOW };
const say = wordsFor(null);
const [staff, stranger] = [await anAdmin(db), await aPublisher(db)];

const terms = someTerms();
/** A form that says what is agreed already, with something else in some fields. */
const said = (overrides: Partial<AmendmentAnswers> = {}): AmendmentAnswers => ({
  ...{ price: terms.price, revisionRounds: terms.revisionRounds },
  date_concepts: terms.dates.concepts ?? null,
  date_front: terms.dates.front ?? null,
  date_wrap: terms.dates.wrap ?? null,
  date_handover: terms.dates.handover ?? null,
  ...{ rightsMedia: ['ebook', 'print'], rightsTerritory: 'world', rightsTerm: 'copyright' },
  ...{ rightsExclusive: true, scope: '', reason: '' },
  ...overrides,
});
const propose = ({ id, designer }: AProject, overrides: Partial<AmendmentAnswers>) =>
  db.transaction((tx) => proposeAmendment(tx, designer, id, said(overrides), act));
const decide = ({ id }: AProject, viewer: Person, number: number, name: AmendmentAct) =>
  db.transaction((tx) => decideAmendment(tx, viewer, id, { number: String(number), name }, act));

describe('an amendment', () => {
  test('says what changes and nothing else, and tells the other side', async () => {
    const made = await aProject(db, { now: NOW });
    await propose(made, { price: 900_00, date_front: '2031-03-20', reason: 'A map besides.' });
    const [amendment] = await amendmentsOf(db, made.id);
    expect(amendment).toMatchObject({
      ...{ number: 1, author: 'designer', state: 'proposed' },
      changes: { price: 900_00, dates: { front: '2031-03-20' } },
      before: { price: 800_00, dates: { front: '2031-03-15' } },
    });
    expect(await toldOf(db, { projectId: made.id })).toMatchObject([
      {
        type: 'amendment.proposed',
        personId: made.publisher.id,
        data: { number: 1, reason: 'A map besides.' },
      },
    ]);
    expect((await getProject(db, made.publisher, made.id)).terms).toEqual(terms);
  });

  test('changes terms and dates when the other side accepts it, and the contract not', async () => {
    const made = await aProject(db, { now: NOW });
    await propose(made, {
      revisionRounds: 3,
      date_wrap: '2031-04-05',
      rightsMedia: ['print', 'ebook', 'audio'],
    });
    await decide(made, made.publisher, 1, 'accept');
    const project = await getProject(db, made.designer, made.id);
    expect(project.terms).toEqual({
      ...{ ...terms, revisionRounds: 3, rightsMedia: ['print', 'ebook', 'audio'] },
      dates: { ...terms.dates, wrap: '2031-04-05' },
    });
    expect(project.milestones.map(({ dueOn }) => dueOn)).toEqual([
      ...['2031-03-01', '2031-03-15', '2031-04-05', '2031-04-15'],
    ]);
    expect(project.contract.terms).toEqual(terms);
    const [, accepted] = await toldOf(db, { projectId: made.id });
    expect(accepted).toMatchObject({
      ...{ type: 'amendment.accepted', personId: made.designer.id },
      data: { changes: { revisionRounds: 3 }, before: { revisionRounds: 2 } },
    });
  });

  test('leaves a date that has passed meanwhile where it was', async () => {
    const made = await aProject(db, { now: NOW });
    await propose(made, { date_concepts: '2031-03-05', date_front: '2031-03-20' });
    await db
      .update(milestones)
      .set({ state: 'approved', approvedAt: NOW })
      .where(eq(milestones.id, made.project.milestones[0]?.id ?? ''));
    await decide(made, made.publisher, 1, 'accept');
    const { terms: now } = await getProject(db, made.publisher, made.id);
    expect(now.dates).toMatchObject({ concepts: '2031-03-01', front: '2031-03-20' });
  });

  test('of scope alone is one; of nothing at all is refused', async () => {
    const made = await aProject(db, { now: NOW });
    await expect(propose(made, {})).rejects.toThrow(
      new Conflict('The terms are so already: there is nothing left to propose.'),
    );
    await propose(made, { scope: 'No hardcover any more.' });
    await decide(made, made.publisher, 1, 'accept');
    expect((await getProject(db, made.publisher, made.id)).terms).toEqual(terms);
  });

  test('may be one of several; what another has overtaken is not accepted, only taken away', async () => {
    const made = await aProject(db, { now: NOW });
    await propose(made, { revisionRounds: 3 });
    await propose(made, { revisionRounds: 3 });
    await propose(made, { price: 850_00 });
    await decide(made, made.publisher, 1, 'accept');
    await expect(decide(made, made.publisher, 2, 'accept')).rejects.toThrow('The terms have changed since');
    const project = await getProject(db, made.publisher, made.id);
    const sheets = (await amendmentsOf(db, made.id)).map((one) => offeredAmendment(one, project, say));
    expect(
      sheets.map(({ number, overtaken, moves }) => [number, overtaken, moves.map(({ name }) => name)]),
    ).toEqual([
      [3, false, ['accept', 'reject']],
      [2, true, ['reject']],
      [1, false, []],
    ]);
    await decide(made, made.publisher, 2, 'reject');
    await decide(made, made.publisher, 3, 'accept');
    const { terms: now } = await getProject(db, made.publisher, made.id);
    expect(now).toMatchObject({ price: 850_00, revisionRounds: 3 });
  });

  test('accepted and withdrawn at once is one of both', async () => {
    const made = await aProject(db, { now: NOW });
    await propose(made, { price: 900_00 });
    const all = await Promise.allSettled(
      Array.from({ length: 20 }, (_, at) =>
        at % 2 ? decide(made, made.publisher, 1, 'accept') : decide(made, made.designer, 1, 'withdraw'),
      ),
    );
    expect(all.filter(({ status }) => status === 'fulfilled').length).toBe(1);
    for (const one of all) if (one.status === 'rejected') expect(one.reason).toBeInstanceOf(Conflict);
  });

  test('that was not decided lapses with its project', async () => {
    const made = await aProject(db, { now: NOW });
    await propose(made, { price: 900_00 });
    await lapseAmendments(db, made.id, NOW);
    expect((await amendmentsOf(db, made.id))[0]).toMatchObject({ state: 'withdrawn', decidedAt: NOW });
  });
});

walkProcess(db, AMENDMENT, {
  who: { publisher: () => ['author'], designer: () => ['other'], staff: () => [], stranger: () => [] },
  told: {
    ...{ accept: 'amendment.accepted', reject: 'amendment.rejected' },
    withdraw: 'amendment.withdrawn',
  },
  async stand(state) {
    const made = await aProject(db, { state: 'disputed', now: NOW });
    const { publisher, designer, id } = made;
    const { number } = await anAmendment(db, id, { state, author: 'publisher' });
    const amendment = async () => (await amendmentsOf(db, id)).find((one) => one.number === number);
    return {
      ...{ place: { projectId: id }, people: { publisher, designer, staff, stranger } },
      async offered(viewer) {
        const [project, stored] = [await getProject(db, viewer, id), await amendment()];
        return stored ? offeredAmendment(stored, project, say).moves.map(({ name }) => name) : [];
      },
      make: (viewer, name) => decide(made, viewer, number, name),
      state: async () => (await amendment())?.state,
    };
  },
});

test.each(PROJECT_STATE_KEYS)('one proposed to a project that is %s', async (state) => {
  const made = await aProject(db, { state, now: NOW });
  const isOver = ['completed', 'cancelled', 'resolved'].includes(state);
  const done = await propose(made, { price: 900_00 }).catch((fault: unknown) => fault);
  if (isOver) expect(done).toBeInstanceOf(Conflict);
  else expect(done).toBe(1);
});

describe('the form', () => {
  const project = { terms, roundsUsed: 2, milestones: [{ kind: 'front', state: 'due' }] } as const;
  const refused = (overrides: Partial<AmendmentAnswers>) =>
    problemsWith({ ...project, milestones: [...project.milestones] }, said(overrides), TODAY);

  test('refuses what makes no sense, beside its field', () => {
    expect(Object.keys(refused({}))).toEqual(['price']);
    expect(Object.keys(refused({ revisionRounds: 1 }))).toEqual(['revisionRounds']);
    expect(refused({ date_front: '2031-01-14' })).toEqual({
      date_front: ['Choose a day that has not passed'],
    });
    expect(Object.keys(refused({ date_front: '2031-02-14' }))).toEqual(['date_front']);
    expect(refused({ date_front: '2031-03-20' })).toEqual({});
    expect(refused({ price: null, scope: 'A map.' })).toEqual({});
  });

  test('asks for one more round with one click', () => {
    expect(amendmentValues(project, 1)).toMatchObject({
      revisionRounds: '3',
      reason: 'One further round of changes.',
    });
    expect(amendmentValues(project)).not.toHaveProperty('reason');
  });
});
