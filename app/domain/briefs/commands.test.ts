import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { briefFormats, briefs } from '#db/schema/briefs.server.ts';
import { briefInvitations } from '#db/schema/saves.server.ts';
import { events } from '#db/schema/events.server.ts';
import { testDatabase } from '#app/testing/database.server.ts';
import { testQueue } from '#app/testing/queue.ts';
import { aBrief, aDesigner, anAdmin, aPublisher } from '#app/testing/people.ts';
import { Conflict, Forbidden, NotFound } from '../errors.ts';
import { once } from '../once.server.ts';
import { draftBrief, duplicateBrief, lockBrief, saveBrief } from './commands.server.ts';
import { IncompleteBrief, StaleBrief } from './errors.ts';
import type { BriefDetails, BriefFormat } from './form.ts';
import { moveBrief } from './moves.server.ts';
import { getBrief, getEditableBrief, getOwnBrief } from './queries.server.ts';
import { BRIEF_STATE_KEYS } from './rules.ts';
import { submitBrief } from './submit.server.ts';

const database = await testDatabase();
const { db } = database;
const queue = testQueue(database);
const TODAY = '2026-11-20';
const paula = await aPublisher(db);
const rival = await aPublisher(db);
const dora = await aDesigner(db);
const staff = await anAdmin(db);

const ebook: BriefFormat = {
  ...{ id: null, kind: 'ebook_front', printer: null, trim: null, paper: null },
  ...{ pageCount: null, pagesFinal: false, spineMm: null, notes: '' },
};
const paperback: BriefFormat = {
  ...ebook,
  ...{ kind: 'paperback_wrap', printer: 'other', paper: 'cream', pageCount: 288, spineMm: 19.2 },
  trim: { width: 129, height: 198, unit: 'mm' },
};
const details = (overrides: Partial<BriefDetails> = {}): BriefDetails => ({
  ...{ title: 'The Salt Road', subtitle: '', authorName: 'Maren Holt', series: '', seriesNumber: '' },
  ...{ imprint: '', isbn: '', publicationOn: null, language: 'en-GB', genre: 'poetry', audience: null },
  direction: null,
  ...{ comparables: [], coversToAvoid: '', blurb: 'A ferry.', synopsis: '', toneWords: ['wry'] },
  ...{ mustHave: '', mustAvoid: '', palette: '', approach: null, formats: [ebook], productionNotes: '' },
  ...{ budgetKind: 'fixed', budgetMin: 600_00, budgetMax: 600_00, currency: 'EUR', roundOneOn: null },
  ...{ finalOn: '2027-05-01', concepts: null, revisionRounds: null, rightsMedia: ['print'] },
  ...{ rightsTerritory: null, rightsTerm: null, rightsExclusive: true, creditLine: '', aiPolicy: null },
  ...{ stockPolicy: null, visibility: 'public' },
  ...overrides,
});
const eventsOf = async (id: string) =>
  (await db.select().from(events).where(eq(events.subjectId, id))).map(({ type }) => type).sort();

describe('a draft', () => {
  test('is stored with its formats and covers, and read back as it was', async () => {
    const comparables = [
      { title: 'A', author: 'B', likes: 'C' },
      { title: 'D', author: '', likes: '' },
    ];
    const said = details({
      formats: [paperback, ebook],
      comparables,
      subtitle: 'a ' + '“quoted” \\ {brace}',
    });
    const id = await draftBrief(db, paula, said);
    const brief = await getOwnBrief(db, paula, id);
    const formats = brief.details.formats.map((format) => ({ ...format, id: null }));
    expect({ ...brief.details, formats }).toEqual(said);
    expect(brief).toMatchObject({
      state: 'draft',
      version: 1,
      ownerName: 'Paula Imprint',
      publishedAt: null,
    });
    expect(await eventsOf(id)).toEqual(['brief.drafted']);
  });

  test('may hold nothing at all', async () => {
    const id = await draftBrief(db, paula, details({ title: '', genre: null, formats: [], finalOn: null }));
    expect((await getOwnBrief(db, paula, id)).details.title).toBe('');
  });

  test('is for publishers and staff to start', async () => {
    await expect(draftBrief(db, dora, details())).rejects.toThrow(Forbidden);
    await expect(draftBrief(db, staff, details())).resolves.toMatch(/-/);
  });

  test('comes once, however often the same form is sent at the same time', async () => {
    const token = randomUUID();
    const title = `Fifty ${token}`;
    const sent = {
      ...{ id: null, version: 0, token, then: 'save', today: TODAY },
      details: details({ title }),
    };
    const answers = await Promise.all(Array.from({ length: 50 }, () => submitBrief(db, queue, paula, sent)));
    expect(new Set(answers.map(({ location }) => location)).size).toBe(1);
    expect(await db.$count(briefs, eq(briefs.title, title))).toBe(1);
  });

  test('that was sent, gone back to and changed is compared, not dropped', async () => {
    const sent = {
      ...{ id: null, version: 0, token: randomUUID(), then: 'save', today: TODAY },
      details: details(),
    };
    const { location } = await submitBrief(db, queue, paula, sent);
    const typedOn = submitBrief(db, queue, paula, { ...sent, details: details({ title: 'Typed on' }) });
    await expect(typedOn).rejects.toThrow(StaleBrief);
    await expect(typedOn).rejects.toMatchObject({ id: location.split('/')[2], version: 1 });
  });
});

describe('a form that was sent, gone back to and sent again', () => {
  const formOf = (overrides: Partial<BriefDetails> = {}) => ({
    ...{ id: null, version: 0, token: randomUUID(), then: 'save', today: TODAY },
    details: details(overrides),
  });
  const PUBLISHED = 'Your brief is published.';

  test('publishes what the first time saved as a draft', async () => {
    const fresh = formOf();
    const { location } = await submitBrief(db, queue, paula, fresh);
    const id = location.split('/')[2]!;
    for (const _click of [1, 2])
      expect(await submitBrief(db, queue, paula, { ...fresh, then: 'publish' })).toEqual({
        location: `/briefs/${id}`,
        message: PUBLISHED,
      });
    expect(await eventsOf(id)).toEqual(['brief.drafted', 'brief.published']);

    const draft = await draftBrief(db, paula, details());
    const edit = { ...formOf({ title: 'Edited' }), id: draft, version: 1 };
    await submitBrief(db, queue, paula, edit);
    expect(await submitBrief(db, queue, paula, { ...edit, then: 'publish' })).toMatchObject({
      message: PUBLISHED,
    });
    expect(await getOwnBrief(db, paula, draft)).toMatchObject({ state: 'open', version: 2 });
  });

  test('goes where this button leads, and tells of no publishing that did not happen', async () => {
    const form = formOf();
    const { location } = await submitBrief(db, queue, paula, { ...form, then: 'publish' });
    expect(await submitBrief(db, queue, paula, { ...form, then: 'references' })).toEqual({
      location: `${location}/references`,
      message: 'The brief is saved.',
    });
    await moveBrief(db, queue, paula, location.split('/')[2], 'pause', TODAY);
    const again = await submitBrief(db, queue, paula, { ...form, then: 'publish' });
    expect(again).toEqual({ location, message: 'The brief is saved.' });
  });

  test('leads to what the draft lacks, and makes no second brief', async () => {
    const form = formOf({ genre: null });
    const { location } = await submitBrief(db, queue, paula, form);
    const id = location.split('/')[2]!;
    expect(await submitBrief(db, queue, paula, { ...form, then: 'publish' })).toEqual({
      location: `/briefs/${id}/move/publish`,
      message: 'The brief is saved, but not published yet.',
    });
    const open = formOf();
    await submitBrief(db, queue, paula, { ...open, then: 'publish' });
    const emptied = submitBrief(db, queue, paula, { ...open, details: details({ title: '' }) });
    await expect(emptied).rejects.toThrow(StaleBrief);
  });
});

describe('saving', () => {
  test('two sessions edit one brief: the second finds a conflict that holds what the first said', async () => {
    const id = await draftBrief(db, paula, details());
    await saveBrief(db, paula, id, 1, details({ title: 'First' }), TODAY);
    const second = saveBrief(db, paula, id, 1, details({ title: 'Second' }), TODAY);
    await expect(second).rejects.toMatchObject({ version: 2, details: { title: 'First' } });
    expect((await getOwnBrief(db, paula, id)).details.title).toBe('First');
    await saveBrief(db, paula, id, 2, details({ title: 'Second' }), TODAY);
    expect(await getOwnBrief(db, paula, id)).toMatchObject({ version: 3, details: { title: 'Second' } });
    expect(await eventsOf(id)).toEqual(['brief.changed', 'brief.changed', 'brief.drafted']);
  });

  test('of many at once over one version, one wins and the rest are told', async () => {
    const id = await draftBrief(db, paula, details());
    const saves = Array.from({ length: 20 }, (_, at) =>
      saveBrief(db, paula, id, 1, details({ title: `Writer ${at}` }), TODAY),
    );
    const settled = await Promise.allSettled(saves);
    const lost = settled.filter(({ status }) => status === 'rejected');
    expect(lost.length).toBe(19);
    for (const one of lost) expect((one as PromiseRejectedResult).reason).toBeInstanceOf(StaleBrief);
    expect((await getOwnBrief(db, paula, id)).version).toBe(2);
  });

  test('what is stored already is no change, whatever the version', async () => {
    const id = await draftBrief(db, paula, details());
    await saveBrief(db, paula, id, 0, details(), TODAY);
    expect((await getOwnBrief(db, paula, id)).version).toBe(1);
    expect(await eventsOf(id)).toEqual(['brief.drafted']);
  });

  test('keeps the row of a format that stays, in a new place, too', async () => {
    const id = await draftBrief(db, paula, details({ formats: [ebook, paperback] }));
    const [first, second] = (await getOwnBrief(db, paula, id)).details.formats;
    const moved = [{ ...second!, pageCount: 300 }, ebook, { ...first!, notes: 'last' }];
    await saveBrief(db, paula, id, 1, details({ formats: moved }), TODAY);
    const stored = (await getOwnBrief(db, paula, id)).details.formats;
    expect(stored.map((format) => format.id)).toEqual([second!.id, expect.any(String), first!.id]);
    expect(stored.map(({ pageCount, notes }) => [pageCount, notes])).toEqual([
      ...[
        [300, ''],
        [null, ''],
        [null, 'last'],
      ],
    ]);
    await saveBrief(db, paula, id, 2, details({ formats: [{ ...stored[2]! }] }), TODAY);
    expect((await getOwnBrief(db, paula, id)).details.formats.map((one) => one.id)).toEqual([first!.id]);
  });

  test('never touches another brief’s formats, whatever ids the form names', async () => {
    const other = await aBrief(db, rival, { formats: [{ kind: 'custom', notes: 'theirs' }] });
    const [theirs] = await db.select().from(briefFormats).where(eq(briefFormats.briefId, other.id));
    const id = await draftBrief(db, paula, details());
    const [own] = (await getOwnBrief(db, paula, id)).details.formats;
    const forged = [
      { ...paperback, id: theirs!.id },
      own!,
      { ...own!, notes: 'twice' },
      { ...ebook, id: 'x' },
    ];
    await saveBrief(db, paula, id, 1, details({ formats: forged }), TODAY);
    expect((await getOwnBrief(db, paula, id)).details.formats.length).toBe(4);
    const [after] = await db.select().from(briefFormats).where(eq(briefFormats.id, theirs!.id));
    expect(after).toEqual(theirs);
  });

  test('is the owner’s alone', async () => {
    const id = await draftBrief(db, paula, details());
    const open = await aBrief(db, paula);
    for (const other of [rival, dora]) {
      await expect(saveBrief(db, other, id, 1, details({ title: 'x' }), TODAY)).rejects.toThrow(NotFound);
      await expect(saveBrief(db, other, open.id, 1, details({ title: 'x' }), TODAY)).rejects.toThrow(
        Forbidden,
      );
    }
    await expect(saveBrief(db, staff, id, 1, details({ title: 'x' }), TODAY)).rejects.toThrow(Forbidden);
    await expect(saveBrief(db, paula, 'no-id', 1, details(), TODAY)).rejects.toThrow(NotFound);
  });

  test('a published brief keeps what designers need, and a passed day stands in no one’s way', async () => {
    const { id, version } = await aBrief(db, paula, { finalOn: '2026-01-01' });
    const said = details({ finalOn: '2026-01-01', title: 'Mended' });
    const without = saveBrief(db, paula, id, version, details({ title: '', genre: null }), TODAY);
    await expect(without).rejects.toMatchObject({ missing: [{ field: 'title' }, { field: 'genre' }] });
    await expect(
      saveBrief(db, paula, id, version, { ...said, finalOn: '2026-01-02' }, TODAY),
    ).rejects.toThrow(IncompleteBrief);
    expect(await saveBrief(db, paula, id, version, said, TODAY)).toMatchObject({ state: 'open' });
  });

  test('is over when the brief is', async () => {
    for (const state of BRIEF_STATE_KEYS) {
      const { id } = await aBrief(db, paula, { state });
      const saving = () => saveBrief(db, paula, id, 1, details({ title: 'x' }), TODAY);
      const editing = () => getEditableBrief(db, paula, id);
      if (['draft', 'open', 'paused'].includes(state)) {
        await expect(saving()).resolves.toMatchObject({ state });
        await expect(editing()).resolves.toMatchObject({ id });
      } else {
        await expect(saving()).rejects.toThrow(Conflict);
        await expect(editing()).rejects.toThrow(/can no longer be edited/);
      }
    }
  });
});

describe('moving', () => {
  test('publishes, pauses, reopens, closes and cancels, and remembers when', async () => {
    const id = await draftBrief(db, paula, details());
    const at = async () => (await db.select().from(briefs).where(eq(briefs.id, id)))[0]!;
    await moveBrief(db, queue, paula, id, 'publish', TODAY);
    const { publishedAt } = await at();
    expect(publishedAt).toBeInstanceOf(Date);
    await moveBrief(db, queue, paula, id, 'pause', TODAY);
    await moveBrief(db, queue, staff, id, 'close', TODAY);
    expect(await at()).toMatchObject({ state: 'closed', closedAt: expect.any(Date) as Date });
    await moveBrief(db, queue, paula, id, 'reopen', TODAY);
    expect(await at()).toMatchObject({ state: 'open', closedAt: null, publishedAt });
    await moveBrief(db, queue, paula, id, 'cancel', TODAY);
    expect(await at()).toMatchObject({ state: 'cancelled', version: 1 });
    expect(await eventsOf(id)).toEqual([
      ...['brief.cancelled', 'brief.closed', 'brief.drafted', 'brief.paused', 'brief.published'],
      'brief.reopened',
    ]);
  });

  test('says where the brief stands and what can be done instead', async () => {
    const { id } = await aBrief(db, paula);
    await expect(moveBrief(db, queue, paula, id, 'publish', TODAY)).rejects.toThrow(
      'This brief is open now. You can: pause, close, cancel brief.',
    );
  });

  test('says whose it is before where it stands', async () => {
    for (const state of ['open', 'paused'] as const) {
      const { id } = await aBrief(db, paula, { state });
      const reopening = moveBrief(db, queue, staff, id, 'reopen', TODAY);
      await expect(reopening).rejects.toThrow(Forbidden);
      await expect(reopening).rejects.toThrow('Only its publisher can do that with this brief.');
    }
  });

  test('is for nobody else', async () => {
    const { id } = await aBrief(db, paula);
    for (const other of [rival, dora])
      await expect(moveBrief(db, queue, other, id, 'pause', TODAY)).rejects.toThrow(Forbidden);
    const draft = await draftBrief(db, paula, details());
    for (const other of [rival, dora])
      await expect(moveBrief(db, queue, other, draft, 'publish', TODAY)).rejects.toThrow(NotFound);
    await expect(moveBrief(db, queue, paula, undefined, 'pause', TODAY)).rejects.toThrow(NotFound);
  });

  test('makes nobody wait who may not move it', async () => {
    const { id } = await aBrief(db, paula);
    await db.transaction(async (tx) => {
      await lockBrief(tx, paula, id);
      await expect(moveBrief(db, queue, rival, id, 'pause', TODAY)).rejects.toThrow(Forbidden);
    });
  });

  test('does not publish what lacks something, and leaves nothing behind', async () => {
    const before = await db.$count(briefs);
    const sent = {
      ...{ id: null, version: 0, then: 'publish', today: TODAY },
      details: details({ genre: null }),
    };
    await expect(submitBrief(db, queue, paula, { ...sent, token: randomUUID() })).rejects.toMatchObject({
      missing: [{ field: 'genre' }],
    });
    expect(await db.$count(briefs)).toBe(before);
  });

  test('happens once for a button pressed twice', async () => {
    const { id } = await aBrief(db, paula);
    const token = randomUUID();
    const press = () =>
      once(db, paula, token, async (tx) => {
        await moveBrief(tx, queue, paula, id, 'pause', TODAY);
        return 'there';
      });
    const [first, second] = await Promise.all([press(), press()]);
    expect([first?.location, second?.location]).toEqual(['there', 'there']);
    expect(await eventsOf(id)).toEqual(['brief.paused']);
  });
});

test('a duplicate says the same, but for its days and its ISBN', async () => {
  const said = details({ isbn: '9780306406157', formats: [paperback, ebook], roundOneOn: '2027-04-01' });
  const id = await draftBrief(db, paula, { ...said, comparables: [{ title: 'A', author: '', likes: '' }] });
  await moveBrief(db, queue, paula, id, 'publish', TODAY);
  const copy = await duplicateBrief(db, paula, id);
  const [original, made] = [await getOwnBrief(db, paula, id), await getOwnBrief(db, paula, copy)];
  expect(made).toMatchObject({ state: 'draft', version: 1, publishedAt: null });
  expect(made.details).toMatchObject({ isbn: '', finalOn: null, roundOneOn: null, title: 'The Salt Road' });
  expect(made.details.comparables).toEqual(original.details.comparables);
  expect(made.details.formats.map(({ kind }) => kind)).toEqual(['paperback_wrap', 'ebook_front']);
  expect(made.details.formats[0]!.id).not.toBe(original.details.formats[0]!.id);
  expect(await eventsOf(copy)).toEqual(['brief.duplicated']);
  await expect(duplicateBrief(db, rival, id)).rejects.toThrow(Forbidden);
});

describe('who may read', () => {
  test('every state × visibility × viewer', async () => {
    const invited = await aDesigner(db);
    const viewers = { nobody: null, paula, rival, dora, invited, staff };
    for (const state of BRIEF_STATE_KEYS)
      for (const visibility of ['public', 'invited'] as const) {
        const { id } = await aBrief(db, paula, { state, visibility });
        await db.insert(briefInvitations).values({ briefId: id, designerId: invited.id });
        const published = !['draft', 'cancelled'].includes(state);
        for (const [name, viewer] of Object.entries(viewers)) {
          const reads =
            name === 'paula' ||
            name === 'staff' ||
            (published && (visibility === 'public' || name === 'invited'));
          const reading = getBrief(db, viewer, id).then(
            () => true,
            (fault: unknown) => fault instanceof NotFound && false,
          );
          expect(await reading, `${name} reads a brief that is ${state} and ${visibility}`).toBe(reads);
        }
      }
  });

  test('nothing under an id that is none', async () => {
    for (const id of [undefined, '', 'x', "' or 1=1", randomUUID().toUpperCase(), randomUUID()])
      await expect(getBrief(db, paula, id)).rejects.toThrow(NotFound);
  });
});
