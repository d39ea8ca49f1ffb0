import { expect, test } from 'vitest';
import { wordsFor } from '#app/http/format.ts';
import type { BriefDetails } from './form.ts';
import { briefSheet } from './sheet.ts';
import { briefSummary, budgetWords, differences, firstWords, formatWords } from './words.ts';

const say = wordsFor(null);
const details: BriefDetails = {
  ...{ title: 'The Salt Road', subtitle: '', authorName: '', series: 'Tides', seriesNumber: '2' },
  ...{ imprint: '', isbn: '', publicationOn: null, language: 'en-KE', genre: 'poetry', audience: null },
  direction: null,
  ...{ comparables: [{ title: 'A', author: 'B', likes: 'C' }], coversToAvoid: '', blurb: '', synopsis: '' },
  ...{ toneWords: [], mustHave: '', mustAvoid: '', palette: '', approach: null, productionNotes: '' },
  formats: [
    {
      ...{
        id: null,
        kind: 'paperback_wrap',
        printer: 'kdp',
        paper: 'cream',
        pageCount: 288,
        pagesFinal: true,
      },
      ...{ trim: { width: 129, height: 198, unit: 'mm' }, spineMm: null, notes: '' },
    },
  ],
  ...{ budgetKind: 'range', budgetMin: 600_00, budgetMax: 900_00, currency: 'EUR', roundOneOn: null },
  ...{ finalOn: '2027-05-01', concepts: 0, revisionRounds: 0, rightsMedia: [], rightsTerritory: null },
  ...{ rightsTerm: null, rightsExclusive: true, creditLine: '', aiPolicy: null, stockPolicy: null },
  visibility: 'public',
};

test('a budget says what is paid', () => {
  const budget = (budgetMin: number | null, budgetMax: number | null) =>
    budgetWords({ budgetMin, budgetMax, currency: 'EUR' }, say);
  expect([budget(null, null), budget(800_00, 800_00), budget(600_00, 900_00), budget(null, 900_00)]).toEqual([
    ...['Open to quotes', '€800', '€600 to €900', 'Up to €900'],
  ]);
});

test('a format is one line', () => {
  expect(formatWords(details.formats[0]!)).toBe(
    'Paperback wrap: Amazon KDP, 129 × 198 mm, cream paper, 288 pages (final)',
  );
});

test('a blurb is cut after a sentence, or between words', () => {
  const one = 'The church at Pointe Perdue went under in 1927 and has held a service every Sunday since.';
  expect(
    firstWords(`${one} You can hear it from a boat, if the day is still and you have lost someone.`, 100),
  ).toBe(one);
  expect(firstWords('word '.repeat(60), 22)).toBe('word word word word…');
  expect(firstWords('x'.repeat(300), 20)).toBe(`${'x'.repeat(20)}…`);
  expect(firstWords(' a\n\nb ', 20)).toBe('a b');
});

test('a draft with nothing in it can be listed', () => {
  const summary = briefSummary(
    {
      ...{ id: 'b', title: '', authorName: '', imprint: '', ownerName: 'Paula', state: 'draft', genre: null },
      ...{ formatKinds: [], budgetKind: 'fixed', budgetMin: null, budgetMax: 800_00, currency: 'GBP' },
      ...{ finalOn: null, blurb: '' },
    },
    say,
  );
  expect(summary).toMatchObject({
    title: 'Untitled brief',
    publisher: 'Paula',
    budget: '£800',
    href: '/briefs/b',
  });
  expect(summary.deadline).toEqual({ label: 'Not set', dateTime: '' });
});

test('two versions are compared field by field, in words', () => {
  const yours = { ...details, title: 'Other', finalOn: '2027-06-01', formats: [], comparables: [] };
  expect(differences(details, details, say)).toEqual([]);
  expect(differences(details, yours, say)).toEqual([
    { field: 'Title', theirs: 'The Salt Road', yours: 'Other' },
    { field: 'Comparable covers', theirs: 'A by B: C', yours: '' },
    { field: 'Formats', theirs: formatWords(details.formats[0]!), yours: '' },
    { field: 'Final files due', theirs: '1 May 2027', yours: '1 June 2027' },
  ]);
});

test('a brief’s page leaves out what nobody said', () => {
  const shown = { id: 'b', ownerName: 'Paula', state: 'draft', publishedAt: null, details } as const;
  const sheet = briefSheet(shown, say, []);
  expect(sheet.key.map(({ term }) => term)).toEqual([
    ...['Budget', 'Final files due', 'Genre', 'Language', 'Series'],
  ]);
  expect(sheet.terms).toEqual([
    { term: 'Concepts', value: '0' },
    { term: 'Rounds of changes', value: '0' },
  ]);
  expect(sheet).toMatchObject({
    posted: null,
    description: 'A cover for The Salt Road.',
    publisher: 'Paula',
  });
});
