import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { events } from '#db/schema/events.server.ts';
import { notifications } from '#db/schema/notifications.server.ts';
import { amendments, milestones } from '#db/schema/projects.server.ts';
import { wordsFor } from '#app/http/format.ts';
import { testDatabase } from '#app/testing/database.server.ts';
import { aProject, anAmendment, someTerms, type AProject } from '#app/testing/projects.ts';
import { testQueue } from '#app/testing/queue.ts';
import { Conflict, Forbidden } from '../errors.ts';
import { mayMove } from '../process.ts';
import { amendmentValues, problemsWith, type AmendmentAnswers } from './amendment-form.ts';
import { offeredAmendment } from './amendment.ts';
import { amendmentsOf, decideAmendment, proposeAmendment, type AmendmentAct } from './amendments.server.ts';
import { lapseAmendments } from './lapse.server.ts';
import { getProject } from './queries.server.ts';
import { AMENDMENT, AMENDMENT_STATE_KEYS, PROJECT_SIDES, PROJECT_STATE_KEYS } from './rules.ts';

const database = await testDatabase();
const { db } = database;
const queue = testQueue(database);
const NOW = new Date('2031-01-15T10:00:00.000Z');
const TODAY = '2031-01-15';
const act = { queue, now: NOW };
const say = wordsFor(null);

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
const decide = (made: AProject, side: 'designer' | 'publisher', number: number, name: AmendmentAct) =>
  db.transaction((tx) => decideAmendment(tx, made[side], made.id, { number: String(number), name }, act));
const toldOf = (id: string) =>
  db
    .select({ type: events.type, personId: notifications.personId, data: events.data })
    .from(events)
    .innerJoin(notifications, eq(notifications.eventId, events.id))
    .where(eq(events.projectId, id))
    .orderBy(events.createdAt);

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
    expect(await toldOf(made.id)).toMatchObject([
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
    await decide(made, 'publisher', 1, 'accept');
    const project = await getProject(db, made.designer, made.id);
    expect(project.terms).toEqual({
      ...{ ...terms, revisionRounds: 3, rightsMedia: ['print', 'ebook', 'audio'] },
      dates: { ...terms.dates, wrap: '2031-04-05' },
    });
    expect(project.milestones.map(({ dueOn }) => dueOn)).toEqual([
      ...['2031-03-01', '2031-03-15', '2031-04-05', '2031-04-15'],
    ]);
    expect(project.contract.terms).toEqual(terms);
    const [, accepted] = await toldOf(made.id);
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
    await decide(made, 'publisher', 1, 'accept');
    const { terms: now } = await getProject(db, made.publisher, made.id);
    expect(now.dates).toMatchObject({ concepts: '2031-03-01', front: '2031-03-20' });
  });

  test('of scope alone is one; of nothing at all is refused', async () => {
    const made = await aProject(db, { now: NOW });
    await expect(propose(made, {})).rejects.toThrow(
      new Conflict('The terms are so already: there is nothing left to propose.'),
    );
    await propose(made, { scope: 'No hardcover any more.' });
    await decide(made, 'publisher', 1, 'accept');
    expect((await getProject(db, made.publisher, made.id)).terms).toEqual(terms);
  });

  test('may be one of several; what another has overtaken is not accepted, only taken away', async () => {
    const made = await aProject(db, { now: NOW });
    await propose(made, { revisionRounds: 3 });
    await propose(made, { revisionRounds: 3 });
    await propose(made, { price: 850_00 });
    await decide(made, 'publisher', 1, 'accept');
    await expect(decide(made, 'publisher', 2, 'accept')).rejects.toThrow('The terms have changed since');
    const project = await getProject(db, made.publisher, made.id);
    const sheets = (await amendmentsOf(db, made.id)).map((one) => offeredAmendment(one, project, say));
    expect(
      sheets.map(({ number, overtaken, moves }) => [number, overtaken, moves.map(({ name }) => name)]),
    ).toEqual([
      [3, false, ['accept', 'reject']],
      [2, true, ['reject']],
      [1, false, []],
    ]);
    await decide(made, 'publisher', 2, 'reject');
    await decide(made, 'publisher', 3, 'accept');
    const { terms: now } = await getProject(db, made.publisher, made.id);
    expect(now).toMatchObject({ price: 850_00, revisionRounds: 3 });
  });

  test('accepted and withdrawn at once is one of both', async () => {
    const made = await aProject(db, { now: NOW });
    await propose(made, { price: 900_00 });
    const all = await Promise.allSettled(
      Array.from({ length: 20 }, (_, at) =>
        at % 2 ? decide(made, 'publisher', 1, 'accept') : decide(made, 'designer', 1, 'withdraw'),
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

describe('what commands allow is what the process says, what the page offers, and what is told', () => {
  const names = ['accept', 'reject', 'withdraw'] as const;
  const cases = AMENDMENT_STATE_KEYS.flatMap((state) =>
    PROJECT_SIDES.flatMap((side) => names.map((name) => ({ state, side, name }))),
  );
  test.each(cases)('$name a $state one as $side', async ({ state, side, name }) => {
    const made = await aProject(db, { now: NOW });
    const { number } = await anAmendment(db, made.id, { state, author: 'publisher' });
    const isAllowed = mayMove(AMENDMENT, state, [side === 'publisher' ? 'author' : 'other'], name);
    const [stored] = await amendmentsOf(db, made.id);
    const project = await getProject(db, made[side], made.id);
    const offered = stored ? offeredAmendment(stored, project, say).moves.map((move) => move.name) : [];
    expect(offered.includes(name)).toBe(isAllowed);
    const done = await decide(made, side, number, name).catch((fault: unknown) => fault);
    if (isAllowed) expect(done).toBeUndefined();
    else expect(done instanceof Conflict || done instanceof Forbidden).toBe(true);
    const other = side === 'publisher' ? made.designer : made.publisher;
    expect((await toldOf(made.id)).map(({ personId }) => personId)).toEqual(isAllowed ? [other.id] : []);
    const [after] = await db.select().from(amendments).where(eq(amendments.projectId, made.id));
    expect(after?.state).toBe(isAllowed ? AMENDMENT.moves[name].to : state);
  });

  test.each(PROJECT_STATE_KEYS)('proposed to a project that is %s', async (state) => {
    const made = await aProject(db, { state, now: NOW });
    const isOver = ['completed', 'cancelled', 'resolved'].includes(state);
    const done = await propose(made, { price: 900_00 }).catch((fault: unknown) => fault);
    if (isOver) expect(done).toBeInstanceOf(Conflict);
    else expect(done).toBe(1);
  });
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
