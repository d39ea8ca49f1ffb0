import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { changeRequests, deliveries, deliveryFiles, pins, questions } from '#db/schema/deliveries.server.ts';
import { files } from '#db/schema/files.server.ts';
import { milestones } from '#db/schema/projects.server.ts';
import type { Db } from '#db/client.server.ts';
import { testDatabase } from '#app/testing/database.server.ts';
import { aDelivery } from '#app/testing/deliveries.ts';
import { anAdmin, aPublisher } from '#app/testing/people.ts';
import { walkProcess } from '#app/testing/process-walk.ts';
import { aProject, type AProject } from '#app/testing/projects.ts';
import { testQueue } from '#app/testing/queue.ts';
import { originalKey } from '../../storage/keys.ts';
import type { Finding } from '../covers/preflight.ts';
import { Conflict, NotFound } from '../errors.ts';
import type { NewFile } from '../files/commands.server.ts';
import { getFile } from '../files/queries.server.ts';
import type { Person } from '../people/rules.ts';
import { getProject } from '../projects/queries.server.ts';
import { MILESTONE, type MilestoneKind, type MilestoneState } from '../projects/rules.ts';
import { addPin, removePin, saveRequest, sendRequest, Unsendable } from './changes.server.ts';
import { addToDraft, deliver, removeFromDraft, saveDraft, Undeliverable } from './draft.server.ts';
import { answer, approve, ask } from './judge.server.ts';
import { deliveriesOf, draftOf, latestSpecs, milestoneIn } from './queries.server.ts';
import { offeredMoves } from './sheet.ts';

const database = await testDatabase();
const { db, sql } = database;
const queue = testQueue(database);
const NOW = new Date('2030-11-01T10:00:00.000Z');
const [staff, stranger] = [await anAdmin(db), await aPublisher(db)];
const act = { queue, now: NOW };
const FAIL: Finding = { check: 'size', level: 'fail', what: 'Too small', why: 'It is.', mend: 'Make it larger.', measured: '1', wanted: '2' }; // prettier-ignore

const inTx = <T>(run: (tx: Db) => Promise<T>) => db.transaction(run);
const at = ({ id }: { id: string }, kind: MilestoneKind = 'front') => ({ projectId: id, kind });
const say = { body: 'The lighthouse is too dark.', pins: new Map<string, string>() };

const COMMANDS = {
  deliver: (made: AProject, who: Person) => inTx((tx) => deliver(tx, who, at(made), act)),
  approve: (made: AProject, who: Person) => inTx((tx) => approve(tx, who, at(made), 1, act)),
  requestChanges: (made: AProject, who: Person) =>
    inTx(async (tx) => {
      const drafting = await saveRequest(tx, who, at(made), { number: 1, words: say }, act);
      await sendRequest(tx, who, drafting, act);
    }),
  ask: (made: AProject, who: Person) => inTx((tx) => ask(tx, who, at(made), 'Is it Caslon?', act)),
  answer: async (made: AProject, who: Person) => {
    const [open] = await db
      .select()
      .from(questions)
      .where(eq(questions.milestoneId, milestoneIn(made.project, 'front').id));
    return inTx((tx) => answer(tx, who, at(made), { id: open?.id, body: 'It is.' }, act));
  },
};

/** A front cover in some state: a version delivered, a draft of the next that is ready, and a question that is open. */
async function standing(milestone: MilestoneState, wanted: Parameters<typeof aProject>[1] = {}) {
  const made = await aProject(db, { state: 'front', milestone, deliveredAt: NOW, now: NOW, ...wanted });
  const first = await aDelivery(db, made);
  await aDelivery(db, made, { state: 'draft', number: 2, deliveredAt: null, file: { role: 'other' } });
  await db.insert(questions).values({
    ...{ milestoneId: first.milestoneId, deliveryId: first.id, body: 'Which blue is it?', createdAt: NOW },
  });
  return { ...made, first };
}

walkProcess(db, MILESTONE, {
  who: { publisher: () => ['publisher'], designer: () => ['designer'], staff: () => [], stranger: () => [] },
  told: {
    ...{ deliver: 'milestone.delivered', approve: 'milestone.approved', ask: 'milestone.asked' },
    ...{ requestChanges: 'milestone.changes_requested', answer: 'milestone.answered' },
  },
  async stand(state) {
    const made = await standing(state);
    const { publisher, designer, id } = made;
    const seenBy = async (viewer: Person) => {
      const project = await getProject(db, viewer, id);
      return { project, milestone: milestoneIn(project, 'front') };
    };
    return {
      place: { projectId: id },
      people: { publisher, designer, staff, stranger },
      offered: async (viewer) => offeredMoves(await seenBy(viewer)),
      make: (viewer, name) => COMMANDS[name](made, viewer),
      state: async () => (await seenBy(publisher)).milestone.state,
    };
  },
});

test('a milestone stands still while the project is in dispute', async () => {
  const made = await standing('delivered', { state: 'disputed', stoodAt: 'front' });
  for (const name of ['approve', 'requestChanges', 'ask'] as const)
    await expect(COMMANDS[name](made, made.publisher)).rejects.toThrow(/in dispute now/);
});

describe('two at once', () => {
  test('who judges first wins, and the other is told', async () => {
    const made = await standing('delivered');
    const outcomes = await Promise.allSettled([
      COMMANDS.approve(made, made.publisher),
      COMMANDS.requestChanges(made, made.publisher),
    ]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const [lost] = outcomes.filter((one) => one.status === 'rejected');
    expect(lost?.reason).toBeInstanceOf(Conflict);
  });

  test('what was not looked at is not approved', async () => {
    const made = await standing('delivered');
    await COMMANDS.deliver(made, made.designer);
    await expect(COMMANDS.approve(made, made.publisher)).rejects.toThrow(/newer version meanwhile/);
    const all = await deliveriesOf(db, made.project, made.first.milestoneId);
    expect(all.map(({ number, state }) => [number, state])).toEqual([[2, 'delivered'], [1, 'delivered']]); // prettier-ignore
  });
});

describe('rounds of changes', () => {
  const used = async ({ id, publisher }: AProject) => (await getProject(db, publisher, id)).roundsUsed;

  test('are counted', async () => {
    const made = await standing('delivered', { roundsUsed: 1 });
    await COMMANDS.requestChanges(made, made.publisher);
    expect(await used(made)).toBe(2);
    const [request] = await db.select().from(changeRequests).where(eq(changeRequests.deliveryId, made.first.id)); // prettier-ignore
    expect(request).toMatchObject({ round: 2, sentAt: NOW, body: say.body });
  });

  test('beyond those agreed are an amendment', async () => {
    const made = await standing('delivered', { roundsUsed: 2 });
    await expect(COMMANDS.requestChanges(made, made.publisher)).rejects.toThrow(/All 2 rounds .* amendment/);
    expect(await used(made)).toBe(2);
  });

  test('do not count for what went out of date, however many are used', async () => {
    const made = await standing('stale', { roundsUsed: 2 });
    await COMMANDS.deliver(made, made.designer);
    await inTx(async (tx) => {
      const drafting = await saveRequest(tx, made.publisher, at(made), { number: 2, words: say }, act);
      await sendRequest(tx, made.publisher, drafting, act);
    });
    expect(await used(made)).toBe(2);
  });
});

describe('pins', () => {
  const draft = (made: AProject, words = say) =>
    inTx((tx) => saveRequest(tx, made.publisher, at(made), { number: 1, words }, act));

  test('are put, numbered anew, and sent with their words', async () => {
    const made = await standing('delivered');
    const spot = { deliveryFileId: made.first.file.id, x: 0.25, y: 0.5 };
    for (const x of [0.25, 0.5, 1.7])
      await inTx(async (tx) => addPin(tx, await saveRequest(tx, made.publisher, at(made), { number: 1, words: say }, act), { ...spot, x })); // prettier-ignore
    const put = (await draft(made)).request.pins;
    expect(put.map(({ number, x }) => [number, x])).toEqual([[1, 0.25], [2, 0.5], [3, 1]]); // prettier-ignore
    await inTx(async (tx) => {
      const drafting = await saveRequest(tx, made.publisher, at(made), { number: 1, words: say }, act);
      await removePin(tx, drafting, put[0]?.id ?? '');
    });
    const left = (await draft(made)).request.pins;
    expect(left.map(({ number, x }) => [number, x])).toEqual([[1, 0.5], [2, 1]]); // prettier-ignore
    await expect(inTx(async (tx) => sendRequest(tx, made.publisher, await saveRequest(tx, made.publisher, at(made), { number: 1, words: say }, act), act))).rejects.toBeInstanceOf(Unsendable); // prettier-ignore
    const words = { ...say, pins: new Map(left.map(({ id, number }) => [id, `Lighter at ${number}`])) };
    await inTx(async (tx) => sendRequest(tx, made.publisher, await saveRequest(tx, made.publisher, at(made), { number: 1, words }, act), act)); // prettier-ignore
    expect((await db.select().from(pins).where(eq(pins.deliveryFileId, made.first.file.id))).map(({ body }) => body)).toEqual(['Lighter at 1', 'Lighter at 2']); // prettier-ignore
  });

  test('stay the publisher’s until they are sent, and lie on pictures of this version alone', async () => {
    const made = await standing('delivered');
    const other = await standing('delivered');
    const spot = { deliveryFileId: other.first.file.id, x: 0, y: 0 };
    await expect(inTx(async (tx) => addPin(tx, await saveRequest(tx, made.publisher, at(made), { number: 1, words: say }, act), spot))).rejects.toBeInstanceOf(NotFound); // prettier-ignore
    await draft(made);
    const seenBy = async (who: Person) => {
      const project = await getProject(db, who, made.id);
      return (await deliveriesOf(db, project, made.first.milestoneId)).flatMap(({ requests }) => requests)
        .length;
    };
    expect([await seenBy(made.publisher), await seenBy(made.designer)]).toEqual([1, 0]);
  });
});

describe('the clock', () => {
  const clock = async ({ project }: AProject) =>
    (
      await db
        .select()
        .from(milestones)
        .where(eq(milestones.id, milestoneIn(project, 'front').id))
    )[0]?.clockAt;

  test('runs from a delivery, stands still from a question, goes on from the answer, and ends with changes', async () => {
    const made = await aProject(db, { state: 'front', milestone: 'due', now: NOW });
    await aDelivery(db, made, { state: 'draft', deliveredAt: null, file: { role: 'other' } });
    await COMMANDS.deliver(made, made.designer);
    const half = new Date(NOW.getTime() + 7 * 24 * 3600 * 1000);
    expect(await clock(made)).toEqual(half);
    await COMMANDS.ask(made, made.publisher);
    expect(await clock(made)).toBeNull();
    await COMMANDS.answer(made, made.designer);
    expect(await clock(made)).toEqual(half);
    await expect(COMMANDS.answer(made, made.designer)).rejects.toThrow(/answered already/);
    await COMMANDS.requestChanges(made, made.publisher);
    expect(await clock(made)).toBeNull();
  });

  test('delivering begins the work that nobody had said was begun', async () => {
    const made = await aProject(db, { now: NOW });
    await aDelivery(db, made, {
      kind: 'concepts',
      state: 'draft',
      deliveredAt: null,
      file: { role: 'sketch' },
    });
    await inTx((tx) => deliver(tx, made.designer, at(made, 'concepts'), act));
    expect((await getProject(db, made.designer, made.id)).state).toBe('concepts');
  });
});

describe('a draft', () => {
  let n = 0;
  const sent = (name: string, type: string, seen = true): NewFile => {
    const id = `00000000-0000-4000-8000-${String(++n).padStart(12, '0')}`;
    return { id, name, type, bytes: 10, sha256: 'a'.repeat(64), key: originalKey(id, 'pdf'), seen };
  };
  const draftIn = async ({ id, designer }: AProject, kind: MilestoneKind) => {
    const project = await getProject(db, designer, id);
    const draft = draftOf(await deliveriesOf(db, project, milestoneIn(project, kind).id));
    if (!draft) throw new Error('there is no draft');
    return { draft, latest: await latestSpecs(db, project.briefId) };
  };
  const add = (made: AProject, kind: MilestoneKind, received: NewFile[]) =>
    inTx((tx) => addToDraft(tx, made.designer, at(made, kind), received, act));

  test('begins with what files of their kinds mostly are, and the formats nothing is for yet', async () => {
    const made = await aProject(db, { state: 'wrap', milestone: 'due', now: NOW });
    await add(made, 'wrap', [sent('wrap.pdf', 'application/pdf'), sent('wrap.psd', 'image/vnd.adobe.photoshop', false)]); // prettier-ignore
    await add(made, 'wrap', [sent('Caslon.otf', 'font/otf', false), sent('again.pdf', 'application/pdf')]);
    const { draft, latest } = await draftIn(made, 'wrap');
    expect(latest.map(({ kind }) => kind)).toEqual(['paperback_wrap', 'ebook_front']);
    expect(draft.files.map(({ role, spec, state }) => [role, spec?.kind ?? null, state])).toEqual([
      ['cover', 'paperback_wrap', 'waiting'],
      ['source', null, 'ready'],
      ['font', null, 'ready'],
      ['cover', null, 'waiting'],
    ]);
    const asked = await sql`select data->>'fileId' as id from pgboss.job where name = 'file.measure'`;
    expect(asked.map(({ id }) => id as string)).toEqual(expect.arrayContaining([draft.files[0]?.fileId]));
    await expect(getFile(db, made.publisher, draft.files[0]?.fileId)).rejects.toBeInstanceOf(NotFound);
  });

  test('is delivered when everything is checked, and what fails has its reason', async () => {
    const made = await aProject(db, { state: 'wrap', milestone: 'due', now: NOW });
    await add(made, 'wrap', [sent('wrap.pdf', 'application/pdf')]);
    const go = () => inTx((tx) => deliver(tx, made.designer, at(made, 'wrap'), act));
    const refused = () => go().then(() => [], (fault: Undeliverable) => fault.problems.map(({ field }) => field)); // prettier-ignore
    expect(await refused()).toEqual(['files[0].role']);
    const { draft } = await draftIn(made, 'wrap');
    const [file] = draft.files;
    if (!file) throw new Error('no file');
    await db.update(files).set({ state: 'ready' }).where(eq(files.id, file.fileId));
    await db
      .update(deliveryFiles)
      .set({ findings: [FAIL] })
      .where(eq(deliveryFiles.id, file.id));
    expect(await refused()).toEqual(['files[0].reason']);
    const said = { id: file.id, role: 'cover' as const, specId: file.spec?.id ?? null, reason: 'The printer agreed.' }; // prettier-ignore
    await inTx((tx) => saveDraft(tx, made.designer, at(made, 'wrap'), { note: 'Here', files: [said], declared: null }, act)); // prettier-ignore
    expect((await draftIn(made, 'wrap')).draft.files[0]?.findings).toEqual([FAIL]);
    await go();
    expect(await getFile(db, made.publisher, file.fileId)).toMatchObject({ name: 'wrap.pdf' });
  });

  test('is checked again when a file is for another format', async () => {
    const made = await aProject(db, { state: 'wrap', milestone: 'due', now: NOW });
    await add(made, 'wrap', [sent('wrap.pdf', 'application/pdf')]);
    const { draft, latest } = await draftIn(made, 'wrap');
    const [file] = draft.files;
    await db
      .update(deliveryFiles)
      .set({ findings: [FAIL] })
      .where(eq(deliveryFiles.id, file?.id ?? ''));
    await sql`delete from pgboss.job`;
    const specId = latest.find(({ kind }) => kind === 'ebook_front')?.id ?? null;
    const said = { id: file?.id ?? '', role: 'cover' as const, specId, reason: '' };
    await inTx((tx) => saveDraft(tx, made.designer, at(made, 'wrap'), { note: '', files: [said], declared: null }, act)); // prettier-ignore
    expect((await draftIn(made, 'wrap')).draft.files[0]).toMatchObject({ findings: null, spec: { kind: 'ebook_front' } }); // prettier-ignore
    expect(await sql`select name from pgboss.job`).toMatchObject([{ name: 'file.measure' }]);
  });

  test('of a hand-over declares what is in it', async () => {
    const made = await aProject(db, { state: 'handover', milestone: 'due', now: NOW });
    await aDelivery(db, made, { kind: 'handover', state: 'draft', deliveredAt: null, file: { role: 'source' } }); // prettier-ignore
    const go = () => inTx((tx) => deliver(tx, made.designer, at(made, 'handover'), act));
    await expect(go()).rejects.toMatchObject({
      problems: ['fonts', 'stock', 'ai', 'credit', 'isConfirmed'].map((field) => expect.objectContaining({ field }) as unknown), // prettier-ignore
    });
    const declared = { fonts: 'Caslon', stock: 'None', ai: 'None', credit: 'Dora Bodoni', isConfirmed: true };
    await inTx((tx) => saveDraft(tx, made.designer, at(made, 'handover'), { note: '', files: [], declared }, act)); // prettier-ignore
    await go();
    const [first] = await deliveriesOf(db, made.project, milestoneIn(made.project, 'handover').id);
    expect(first).toMatchObject({ state: 'delivered', declared });
  });

  test('lets go of a file, and of everything stored of it', async () => {
    const made = await aProject(db, { state: 'front', milestone: 'due', now: NOW });
    const file = sent('front.jpg', 'image/jpeg');
    await add(made, 'front', [file]);
    const { draft } = await draftIn(made, 'front');
    await inTx((tx) => removeFromDraft(tx, made.designer, at(made), draft.files[0]?.id ?? '', act));
    expect(await db.$count(files, eq(files.id, file.id))).toBe(0);
    const removals = await sql`select data from pgboss.job where name = 'storage.remove'`;
    expect(JSON.stringify(removals)).toContain(file.key);
    await expect(COMMANDS.deliver(made, made.designer)).rejects.toBeInstanceOf(Undeliverable);
  });

  test('is one, however often it is begun at once', async () => {
    const made = await aProject(db, { state: 'front', milestone: 'due', now: NOW });
    await Promise.all([1, 2, 3].map((k) => add(made, 'front', [sent(`${k}.jpg`, 'image/jpeg')])));
    const { draft } = await draftIn(made, 'front');
    expect(draft.files).toHaveLength(3);
    expect(await db.$count(deliveries, eq(deliveries.projectId, made.id))).toBe(1);
  });
});
