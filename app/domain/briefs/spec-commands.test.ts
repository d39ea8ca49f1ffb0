import { eq, sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { briefs, coverSpecs } from '#db/schema/briefs.server.ts';
import { events } from '#db/schema/events.server.ts';
import { wordsFor } from '#app/http/format.ts';
import { testDatabase } from '#app/testing/database.server.ts';
import { testQueue } from '#app/testing/queue.ts';
import { aBrief, aPublisher } from '#app/testing/people.ts';
import { duplicateBrief, saveBrief } from './commands.server.ts';
import { IncompleteBrief, StaleBrief } from './errors.ts';
import type { BriefDetails } from './form.ts';
import { formatIn, type BriefFormat } from './formats.ts';
import { moveBrief } from './moves.server.ts';
import { getOwnBrief } from './queries.server.ts';
import { briefSheet } from './sheet.ts';
import { keepSpecs, specHistory } from './specs.server.ts';

const database = await testDatabase();
const { db } = database;
const queue = testQueue(database);
const TODAY = '2026-11-20';
const paula = await aPublisher(db);

const typed = { kind: 'paperback_wrap', printer: 'kdp', trim: '6x9', paper: 'white', pages: '280' };
const row = { kind: 'paperback_wrap', printer: 'kdp', paper: 'white', pageCount: 280 } as const;
const sixByNine = { trimWidth: 6, trimHeight: 9, trimUnit: 'in' } as const;
const formats = [
  { ...row, ...sixByNine },
  { ...row, ...sixByNine, kind: 'hardcover_case' as const },
  { kind: 'ebook_front' as const },
];
/** What somebody types over a stored format. */
const over = (format: BriefFormat | undefined, said: Record<string, string>): BriefFormat => {
  const read = formatIn({ ...typed, ...said });
  if (!read || !format) throw new Error('no format');
  return { ...read, id: format.id };
};

/** A brief with three formats, published by the command, and a way to save other pages over it. */
async function published(overrides: Parameters<typeof aBrief>[2] = {}) {
  const { id } = await aBrief(db, paula, { formats, state: 'draft', publishedAt: null, ...overrides });
  await moveBrief(db, queue, paula, id, 'publish', TODAY);
  const read = () => getOwnBrief(db, paula, id);
  const save = async (change: (details: BriefDetails) => Partial<BriefDetails>) => {
    const { version, details } = await read();
    return saveBrief(db, paula, id, version, { ...details, ...change(details) }, TODAY);
  };
  /** Types something else over the first format. */
  const retype = (said: Record<string, string>) =>
    save(({ formats: [first, ...rest] }) => ({ formats: [over(first, said), ...rest] }));
  return { id, read, save, retype };
}
const keptOf = (id: string) =>
  db.select().from(coverSpecs).where(eq(coverSpecs.briefId, id)).orderBy(coverSpecs.briefVersion);

describe('the specifications of a brief', () => {
  test('are kept when it is published, with their numbers', async () => {
    const { id } = await published();
    const rows = await keptOf(id);
    expect(rows.map(({ kind, briefVersion }) => [kind, briefVersion]).sort()).toEqual([
      ...[
        ['ebook_front', 1],
        ['hardcover_case', 1],
        ['paperback_wrap', 1],
      ],
    ]);
    const paperback = rows.find(({ kind }) => kind === 'paperback_wrap');
    expect(paperback).toMatchObject({ pagesFinal: false, spec: { pages: 280, trim: { w: 6, h: 9 } } });
    expect(paperback?.measures).toMatchObject({ unit: 'in', height: 9.25 });
    expect(paperback?.measures?.spine).toBeCloseTo(0.63056, 9);
  });

  test('are not kept of a draft', async () => {
    const { id } = await aBrief(db, paula, { formats, state: 'draft', publishedAt: null });
    const { version, details } = await getOwnBrief(db, paula, id);
    const saved = await saveBrief(db, paula, id, version, { ...details, direction: 'rtl' }, TODAY);
    expect(saved).toEqual({ state: 'draft', stale: [] });
    expect(await keptOf(id)).toEqual([]);
  });

  test('are kept anew when one changes, and that one alone; what it makes stale is said and recorded', async () => {
    const { id, retype, save } = await published();
    const { stale } = await retype({ pages: '300' });
    expect(stale).toEqual([
      'Paperback wrap: 280 → 300 pages, spine 0.631 → 0.676 in, cover 12.881 × 9.25 in → 12.926 × 9.25 in; templates downloaded before are out of date',
    ]);
    expect((await keptOf(id)).map(({ kind, briefVersion }) => `${briefVersion} ${kind}`).slice(3)).toEqual([
      '2 paperback_wrap',
    ]);
    const [told] = await db
      .select()
      .from(events)
      .where(eq(events.subjectId, id))
      .orderBy(sql`created_at desc`);
    expect(told).toMatchObject({ type: 'brief.changed', data: { version: 2, stale } });
    expect((await save(() => ({ title: 'Renamed' }))).stale).toEqual([]);
    expect((await keptOf(id)).length).toBe(4);
  });

  test('follow the direction, the spine and whether the pages are final', async () => {
    const { id, save, retype } = await published();
    expect((await save(() => ({ direction: 'rtl' }))).stale.length).toBe(2);
    expect((await retype({ pages: '280', pagesFinal: 'on' })).stale).toEqual([
      'Paperback wrap: the page count is final now; the size stays the same',
    ]);
    await retype({ printer: 'other', spine: '20' });
    expect((await retype({ printer: 'other', spine: '21' })).stale[0]).toMatch(/spine 0\.787 → 0\.827 in/);
    expect((await keptOf(id)).filter(({ kind }) => kind === 'paperback_wrap').length).toBe(5);
  });

  test('of a format that is taken out stay, and end; one that comes in begins', async () => {
    const { id, save } = await published();
    const { stale } = await save(({ formats: [first, hardcover] }) => ({
      formats: [over(first, {}), over(hardcover, { kind: 'audiobook_square' })],
    }));
    expect(stale).toEqual([
      'Hardcover case → Audiobook square; templates downloaded before are out of date',
      'Ebook front: no longer asked for',
    ]);
    const rows = (await keptOf(id)).filter(({ briefVersion }) => briefVersion === 2);
    expect(rows.map(({ kind, spec }) => [kind, spec?.printer ?? null]).sort()).toEqual([
      ...[
        ['audiobook_square', 'acx'],
        ['ebook_front', null],
      ],
    ]);
    await save(({ formats: now }) => ({ formats: [...now, { ...over(now[0], { pages: '90' }), id: null }] }));
    expect((await keptOf(id)).filter(({ briefVersion }) => briefVersion === 3).length).toBe(1);
  });

  test('that can no longer be computed end, and begin again', async () => {
    const { id, retype } = await published();
    expect((await retype({ pages: '' })).stale[0]).toMatch(/no longer computed/);
    expect((await retype({ pages: '280' })).stale).toEqual([]);
    const mine = (await keptOf(id)).filter(({ kind }) => kind === 'paperback_wrap');
    expect(mine.map(({ spec }) => spec?.pages ?? null)).toEqual([280, null, 280]);
  });

  test('of a brief that was published before they were kept are written at its next change, as they were', async () => {
    const { id } = await aBrief(db, paula, { formats, updatedAt: new Date('2026-10-01T10:00:00Z') });
    const { version, details } = await getOwnBrief(db, paula, id);
    const [first, ...rest] = details.formats;
    const changed = { ...details, formats: [over(first, { pages: '300' }), ...rest] };
    const { stale } = await saveBrief(db, paula, id, version, changed, TODAY);
    expect(stale.length).toBe(1);
    const rows = await keptOf(id);
    expect(rows.map(({ briefVersion }) => briefVersion)).toEqual([1, 1, 1, 2]);
    expect(rows[0]?.createdAt.toISOString()).toBe('2026-10-01T10:00:00.000Z');
  });

  test('of forty saves at once are those of the one that won', async () => {
    const { id, read } = await published();
    const { version, details } = await read();
    const [first, ...rest] = details.formats;
    const saves = Array.from({ length: 40 }, (_, at) =>
      saveBrief(
        ...([db, paula, id, version] as const),
        { ...details, formats: [over(first, { pages: String(300 + 2 * at) }), ...rest] },
        TODAY,
      ),
    );
    const settled = await Promise.allSettled(saves);
    expect(settled.filter(({ status }) => status === 'fulfilled').length).toBe(1);
    for (const one of settled) if (one.status === 'rejected') expect(one.reason).toBeInstanceOf(StaleBrief);
    const rows = (await keptOf(id)).filter(({ briefVersion }) => briefVersion === 2);
    expect(rows.map(({ spec }) => spec?.pages)).toEqual([(await read()).details.formats[0]?.pageCount]);
  });

  test('go back with a change that fails', async () => {
    const { id, read } = await published();
    const { version, details } = await read();
    const failing = db.transaction(async (tx) => {
      await keepSpecs(tx, id, { version: version + 1, details: { ...details, direction: 'rtl' } });
      throw new Error('later');
    });
    await expect(failing).rejects.toThrow('later');
    expect((await keptOf(id)).length).toBe(3);
  });

  test.each([
    ['altered', sql`update ${coverSpecs} set spec = '{}'`],
    ['taken out', sql`delete from ${coverSpecs}`],
    ['emptied', sql`truncate ${coverSpecs} cascade`],
  ])('cannot be %s', async (_, statement) => {
    await expect(db.execute(statement)).rejects.toMatchObject({
      cause: { code: '42501', message: 'cover_specs are append-only' },
    });
  });

  test('of a duplicate are its own, from when it is published', async () => {
    const { id } = await published();
    const copy = await duplicateBrief(db, paula, id);
    expect(await keptOf(copy)).toEqual([]);
    await db.update(briefs).set({ finalOn: '2031-01-01' }).where(eq(briefs.id, copy));
    await moveBrief(db, queue, paula, copy, 'publish', TODAY);
    expect((await keptOf(copy)).length).toBe(3);
  });
});

describe('what no printer makes', () => {
  test('is not published, and says where', async () => {
    const thick = [{ kind: 'ebook_front' as const }, { ...row, ...sixByNine, pageCount: 830 }];
    const { id } = await aBrief(db, paula, { formats: thick, state: 'draft', publishedAt: null });
    const publishing = moveBrief(db, queue, paula, id, 'publish', TODAY);
    await expect(publishing).rejects.toThrow(IncompleteBrief);
    await expect(publishing).rejects.toMatchObject({ missing: [{ field: 'formats[1].pages' }] });
  });

  test('is not saved over a published brief, but what was so when it was published stays', async () => {
    const { retype } = await published();
    await expect(retype({ trim: '3x9' })).rejects.toThrow(IncompleteBrief);
    const thick = [{ ...row, ...sixByNine, pageCount: 830 }];
    const { id } = await aBrief(db, paula, { formats: thick });
    const { version, details } = await getOwnBrief(db, paula, id);
    const mended = saveBrief(db, paula, id, version, { ...details, title: 'Mended' }, TODAY);
    await expect(mended).resolves.toEqual({ state: 'open', stale: [] });
    const [format] = details.formats;
    const worse = { ...details, formats: [over(format, { pages: '840' })] };
    await expect(saveBrief(db, paula, id, version + 1, worse, TODAY)).rejects.toThrow(IncompleteBrief);
  });
});

describe('the page of a brief', () => {
  test('shows what was before, newest first and a few at most, with what the last change says', async () => {
    const { id, read, retype } = await published();
    for (const pages of ['290', '300', '310', '320', '330', '340', '350']) await retype({ pages });
    const sheet = briefSheet(await read(), wordsFor(null), await specHistory(db, id));
    const [paperback, hardcover, ebook] = sheet.formats;
    expect(paperback).toMatchObject({
      ...{ kind: 'Paperback wrap', standing: 'Estimated', since: expect.stringMatching(/^Version 8, /) },
      changed: expect.stringMatching(/^340 → 350 pages/),
      ask: 'printer=kdp&format=paperback_wrap&trim=6x9&paper=white&pages=350',
      drawing: expect.objectContaining({ width: 1000 }),
    });
    expect(paperback?.earlier.length).toBe(5);
    expect(paperback?.earlier[0]).toMatchObject({
      when: expect.stringMatching(/^Version 7, /),
      what: '6 × 9 in, white, 340 pages, estimated, spine 0.766 in, cover 13.016 × 9.25 in',
    });
    expect(hardcover).toMatchObject({ changed: null, earlier: [], standing: 'Estimated' });
    expect(ebook).toMatchObject({ standing: null, drawing: null, ask: 'printer=other&format=ebook_front' });
  });

  test('shows numbers of a brief of which nothing is kept', async () => {
    const { id } = await aBrief(db, paula, { formats });
    const sheet = briefSheet(await getOwnBrief(db, paula, id), wordsFor(null), await specHistory(db, id));
    expect(sheet.formats[0]).toMatchObject({ since: null, changed: null, earlier: [] });
    expect(sheet.formats[0]?.numbers.length).toBe(4);
  });
});
