import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { events } from '#db/schema/events.server.ts';
import { proposalNotes } from '#db/schema/proposals.server.ts';
import { testDatabase } from '#app/testing/database.server.ts';
import { aBrief, aDesigner, anAdmin, aPublisher } from '#app/testing/people.ts';
import { aProposal, someTerms } from '#app/testing/proposals.ts';
import type { BriefState } from '../briefs/rules.ts';
import { Forbidden } from '../errors.ts';
import {
  CompareForm,
  compareWords,
  daysUntil,
  inCompareOrder,
  MOST_COMPARED,
  type Compared,
} from './compare.ts';
import { movesOn } from './compare-moves.ts';
import { getComparison, saveNotes } from './compare.server.ts';

const queries: string[] = [];
const { db } = await testDatabase({ onQuery: (query) => queries.push(JSON.stringify(query)) });
const say = {
  date: (day: string) => day,
  money: (minor: number, currency: string) => `${currency} ${minor / 100}`,
};
const usual = { sort: 'newest', only: undefined } as const;

async function aCompetition() {
  const paula = await aPublisher(db);
  const brief = await aBrief(db, paula);
  const [one, two, gone] = [
    await aProposal(db, brief, await aDesigner(db)),
    await aProposal(db, brief, await aDesigner(db), { state: 'shortlisted' }),
    await aProposal(db, brief, await aDesigner(db), { state: 'declined' }),
  ];
  await aProposal(db, brief, await aDesigner(db), { state: 'draft' });
  return { paula, brief, one: one.id, two: two.id, gone: gone.id };
}
const notesOf = async (ids: string[]) => {
  const rows = await db.select().from(proposalNotes);
  return ids.map((id) => rows.find(({ proposalId }) => proposalId === id)?.body ?? '');
};

describe('a comparison', () => {
  test('shows what waits for an answer, the shortlist alone, or all that was ever sent', async () => {
    const { paula, brief, one, two, gone } = await aCompetition();
    const shown = async (only: 'shortlisted' | 'all' | undefined) =>
      (await getComparison(db, paula, brief.id, { sort: 'newest', only })).rows.map(({ id }) => id).sort();
    expect(await shown(undefined)).toEqual([one, two].sort());
    expect(await shown('shortlisted')).toEqual([two]);
    expect(await shown('all')).toEqual([one, two, gone].sort());
  });

  test('asks the database as often for forty proposals as for one', async () => {
    const paula = await aPublisher(db);
    const brief = await aBrief(db, paula);
    for (let n = 0; n < 40; n++) await aProposal(db, brief, await aDesigner(db));
    queries.length = 0;
    expect((await getComparison(db, paula, brief.id, usual)).rows).toHaveLength(40);
    expect(queries).toHaveLength(2);
  });

  test('is the publisher’s alone', async () => {
    const { brief } = await aCompetition();
    for (const somebody of [await aPublisher(db), await aDesigner(db), await anAdmin(db)])
      await expect(getComparison(db, somebody, brief.id, usual)).rejects.toThrow(Forbidden);
  });
});

describe('notes', () => {
  test('are kept several at once, changed, and taken away; only what was touched is written', async () => {
    const { paula, brief, one, two } = await aCompetition();
    const save = (notes: { id: string; was: string; body: string }[]) =>
      saveNotes(db, paula, { briefId: brief.id, notes });
    await save([
      { id: one, was: '', body: 'Dear, but quick' },
      { id: two, was: '', body: 'Ask about type' },
    ]);
    expect(await notesOf([one, two])).toEqual(['Dear, but quick', 'Ask about type']);
    // A page that was opened before says of the second what it was: that is no change.
    await save([
      { id: one, was: 'Dear, but quick', body: '' },
      { id: two, was: '', body: '' },
    ]);
    expect(await notesOf([one, two])).toEqual(['', 'Ask about type']);
    expect(await db.$count(events, eq(events.subjectId, one))).toBe(2);
    expect((await getComparison(db, paula, brief.id, usual)).rows.map(({ note }) => note).sort()).toEqual([
      '',
      'Ask about type',
    ]);
  });

  test('are of one’s own brief alone', async () => {
    const [mine, theirs] = [await aCompetition(), await aCompetition()];
    const note = (id: string) => [{ id, was: '', body: 'Mine' }];
    await saveNotes(db, mine.paula, { briefId: mine.brief.id, notes: note(theirs.one) });
    await expect(
      saveNotes(db, mine.paula, { briefId: theirs.brief.id, notes: note(theirs.one) }),
    ).rejects.toThrow(Forbidden);
    expect(await notesOf([theirs.one])).toEqual(['']);
  });
});

describe('the order', () => {
  const row = (id: string, more: Partial<Compared>): Compared => ({
    ...{ id, state: 'submitted', author: 'designer', submittedAt: new Date(0), terms: someTerms() },
    ...{ note: '', votes: null },
    ...more,
  });
  const { dates } = someTerms();
  const rows = [
    row('dear', { terms: someTerms({ price: 900_00, dates: { ...dates, handover: '2031-01-01' } }) }),
    row('pounds', { terms: someTerms({ price: 1_00, currency: 'GBP' }), votes: { n: 1, mean: 5 } }),
    row('cheap', { terms: someTerms({ price: 100_00 }), votes: { n: 9, mean: 5 } }),
    row('new', { terms: someTerms({ price: 500_00, dates: {} }), submittedAt: new Date(1) }),
  ];
  test.each([
    ['newest', ['new', 'dear', 'pounds', 'cheap']],
    ['price', ['cheap', 'new', 'dear', 'pounds']],
    ['days', ['dear', 'pounds', 'cheap', 'new']],
    ['votes', ['cheap', 'pounds', 'new', 'dear']],
  ] as const)('by %s', (sort, ids) => {
    expect(inCompareOrder(rows, sort).map(({ id }) => id)).toEqual(ids);
  });
});

test('a proposal reads as cells', () => {
  expect(compareWords({ terms: someTerms(), votes: { n: 3, mean: 4.333 } }, '2031-05-10', say)).toEqual({
    ...{ price: 'EUR 600', days: 'in 10 days', finals: '2031-05-20', concepts: '3', rounds: '2' },
    rights: expect.stringContaining('for print and ebook') as string,
    declared: ['No AI-generated art', 'No stock images'],
    votes: '4.3 of 5 (3)',
  });
  expect([daysUntil('2031-01-02', '2031-01-01'), daysUntil('2031-01-01', '2031-01-01')]).toEqual([
    ...['in 1 day', 'today'],
  ]);
  expect(daysUntil('2030-12-30', '2031-01-01')).toBe('2 days ago');
});

test('what can be done from there is what the process says', () => {
  const at = { id: 'x', author: 'designer' } as const;
  const open = { state: 'open' } as const;
  expect(movesOn({ ...at, state: 'submitted' }, open)).toEqual({
    act: { value: 'shortlist:x', label: 'Shortlist' },
    links: [
      { href: '/proposals/x/move/accept', label: 'Accept' },
      { href: '/proposals/x/edit', label: 'Make a counter-offer' },
      { href: '/proposals/x/move/decline', label: 'Decline' },
    ],
  });
  expect(
    movesOn({ ...at, state: 'shortlisted', author: 'publisher' }, open).links.map(({ label }) => label),
  ).toEqual([...['Make a counter-offer', 'Decline']]);
  expect(movesOn({ ...at, state: 'accepted' }, open)).toEqual({ act: null, links: [] });
  const again = (state: BriefState) =>
    movesOn({ ...at, state: 'declined' }, { state }).links.map(({ label }) => label);
  expect(again('open')).toEqual(['Look at it again']);
  expect(again('closed')).toEqual([]);
});

test('the form reads notes and the button that was pressed', () => {
  const id = randomUUID();
  expect(CompareForm.parse({ notes: [{ id, body: ' Fine ' }], act: `unlist:${id}` })).toEqual({
    notes: [{ id, was: '', body: 'Fine' }],
    act: { name: 'unlist', id },
  });
  expect(CompareForm.parse({})).toEqual({ notes: [] });
  for (const act of ['accept:x', `accept:${id}`, 'unlist'])
    expect(CompareForm.safeParse({ act }).success).toBe(false);
  expect(CompareForm.safeParse({ notes: Array(MOST_COMPARED + 1).fill({ id }) }).success).toBe(false);
});
