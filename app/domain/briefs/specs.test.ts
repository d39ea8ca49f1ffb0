import { describe, expect, test } from 'vitest';
import { FORMAT_KEYS } from '../covers/rules.ts';
import { formatIn, type BriefFormat } from './formats.ts';
import { specRow, specRows } from './spec-form.ts';
import { sameVersion, staleAfter, versionOf, whatChanged } from './spec-versions.ts';
import { coverSpecOf, directionOf, refusedSpecs, specState, whyNoNumbers } from './specs.ts';
import { PRINTERS } from './vocabulary.ts';

const ENGLISH = { language: 'en-GB', direction: null };
const HEBREW = { language: 'he', direction: null };
const typed = { kind: 'paperback_wrap', printer: 'kdp', trim: '6 × 9 in', paper: 'white', pages: '200' };
/** A stored format, from what somebody types. */
function formatOf(row: Record<string, string> = {}): BriefFormat {
  const format = formatIn({ ...typed, ...row });
  if (!format) throw new Error('no format');
  return { ...format, id: 'a' };
}

describe('the printers of a brief', () => {
  test('are those that bind, by the names of their tables', () => {
    expect(PRINTERS).toEqual({
      ...{ kdp: 'Amazon KDP', lulu: 'Lulu', ingramspark: 'IngramSpark', other: 'Another printer' },
    });
  });
});

describe('the way a book is read', () => {
  test.each([
    ['en', null, 'ltr'],
    ['ar', null, 'rtl'],
    ['ar-EG', null, 'rtl'],
    ['fa', null, 'rtl'],
    ['ur', null, 'rtl'],
    ['yi', null, 'rtl'],
    ['he', 'ltr', 'ltr'],
    ['ja', 'rtl', 'rtl'],
    ['art', null, 'ltr'],
  ] as const)('%s, said %s: %s', (language, direction, way) => {
    expect(directionOf({ language, direction })).toBe(way);
  });
});

describe('a format as a specification', () => {
  test('takes lengths to inches, and leaves out what makes no difference', () => {
    expect(coverSpecOf(formatOf(), ENGLISH)).toEqual({
      ...{ format: 'paperback_wrap', printer: 'kdp', trim: { w: 6, h: 9 }, paper: 'white', pages: 200 },
      ...{ spine: null, direction: 'ltr' },
    });
    expect(coverSpecOf(formatOf({ printer: 'lulu' }), HEBREW)).toMatchObject({
      paper: null,
      direction: 'rtl',
    });
    const given = coverSpecOf(formatOf({ printer: 'other', trim: '129x198', spine: '12.7' }), ENGLISH);
    expect(given?.spine).toBeCloseTo(0.5, 9);
    expect(given?.trim?.w).toBeCloseTo(129 / 25.4, 9);
  });

  test('an ebook goes to all shops, or to Kindle; an audiobook to ACX', () => {
    expect(coverSpecOf(formatOf({ kind: 'ebook_front' }), HEBREW)).toMatchObject({
      printer: 'kdp',
      pages: null,
    });
    const any = coverSpecOf(formatOf({ kind: 'ebook_front', printer: 'lulu' }), HEBREW);
    expect(any).toMatchObject({ printer: 'other', direction: 'ltr' });
    expect(coverSpecOf(formatOf({ kind: 'audiobook_square' }), ENGLISH)?.printer).toBe('acx');
  });

  test('has none while the printer is not decided, and as something else', () => {
    expect(coverSpecOf(formatOf({ printer: '' }), ENGLISH)).toBeNull();
    expect(coverSpecOf(formatOf({ kind: 'custom' }), ENGLISH)).toBeNull();
  });
});

describe('how far a format has come', () => {
  const told = (row: Record<string, string>) => {
    const state = specState(formatOf(row), ENGLISH);
    return [state.state, whyNoNumbers(state)];
  };

  test('numbers, once everything is said', () => {
    const state = specState(formatOf(), ENGLISH);
    if (state.state !== 'computed') throw new Error(state.state);
    expect(state.geometry).toMatchObject({ unit: 'in', height: 9.25, spineText: true });
    expect(state.geometry.width).toBeCloseTo(12.7004, 6);
    const mirrored = specState(formatOf(), HEBREW);
    expect(mirrored.state === 'computed' && mirrored.geometry.boxes.front?.x).toBeCloseTo(0.125, 9);
  });

  test.each([
    [{ pages: '' }, 'incomplete', 'Not computed yet: pages missing.'],
    [{ printer: '', trim: '' }, 'incomplete', 'Not computed yet: printer and trim size missing.'],
    [
      { trim: '', paper: '', pages: '' },
      'incomplete',
      'Not computed yet: trim size, paper and pages missing.',
    ],
    [{ printer: 'ingramspark' }, 'incomplete', 'Not computed yet: spine width missing.'],
    [{ pages: '830' }, 'refused', /^Not computed: .* takes 24 to 828 pages; this has 830\.$/],
    [{ kind: 'custom' }, 'none', /Something else/],
    // A case is made by presses that publish no measurements: that does not stop a brief.
    [{ kind: 'hardcover_case', printer: 'other' }, 'none', /Ask it for its template/],
  ] as [Record<string, string>, string, string | RegExp][])('%j: %s', (row, state, words) => {
    expect(told(row)).toEqual([state, words instanceof RegExp ? expect.stringMatching(words) : words]);
  });

  test('every kind of format has a state, whatever is filled in', () => {
    for (const kind of FORMAT_KEYS) {
      expect(specState(formatOf({ kind }), ENGLISH).state).toBe(kind === 'custom' ? 'none' : 'computed');
      expect(specRow({ kind }, ENGLISH)).not.toBeNull();
    }
  });
});

describe('what no printer makes', () => {
  test.each([
    [{ pages: '830' }, 'pages', 'takes 24 to 828 pages; this has 830'],
    [{ trim: '3 × 9 in' }, 'trim', 'width 4 to 8.5 in, height 6 to 11.69 in'],
    [{ kind: 'hardcover_case', trim: '8.5 × 11 in' }, 'trim', 'KDP hardcover is not made at 8.5 × 11 in'],
    [{ kind: 'hardcover_case', paper: 'groundwood' }, 'paper', 'it is on white, cream, premium colour'],
    [{ trim: '210 × 297 mm', paper: 'standard_color' }, 'paper', 'standard colour'],
    [{ printer: 'other', spine: '0.1' }, 'spine', 'A spine is 0.02 to 6 in wide'],
  ])('%j stands beside %s', (row, field, words) => {
    const [problem, ...more] = refusedSpecs([null, formatOf(row)], ENGLISH);
    expect(more).toEqual([]);
    expect(problem?.field).toBe(`formats[1].${field}`);
    expect(problem?.message).toContain(words);
    expect(specRow({ ...typed, ...row }, ENGLISH)?.warnings).toEqual({ [field]: problem?.message });
  });
});

describe('a row of the form', () => {
  test('tells the numbers, and that they are estimated', () => {
    const row = specRow(typed, ENGLISH);
    expect(row?.numbers).toEqual([
      { term: 'Spine', value: '0.4504 in (11.44 mm)' },
      { term: 'Cover with bleed', value: '12.7004 × 9.25 in (322.59 × 234.95 mm)' },
      { term: 'At 300 dpi', value: '3810 × 2775 px' },
      { term: 'Spine text', value: 'Allowed' },
    ]);
    expect(row?.note).toMatch(/^Estimated/);
    expect(specRow({ ...typed, pagesFinal: 'on' }, ENGLISH)?.note).toBeNull();
    const thin = specRow({ ...typed, pages: '78' }, ENGLISH);
    expect(thin?.numbers.at(-1)?.value).toBe('None: it needs 80 pages');
    expect(specRow({ kind: 'audiobook_square' }, ENGLISH)).toMatchObject({
      numbers: [{ term: 'Cover', value: '2400 × 2400 px' }],
      note: null,
    });
  });

  test.each([
    [{}, 'pages', '24 to 828 pages on white at 6 × 9 in.'],
    [{ trim: '8.5x11', paper: 'cream' }, 'pages', '24 to 550 pages on cream at 8.5 × 11 in.'],
    [
      { kind: 'hardcover_case', paper: '' },
      'pages',
      /^76 to 550 on white, 76 to 550 on cream, .* at 6 × 9 in\.$/,
    ],
    [{ printer: 'lulu' }, 'pages', '32 to 800 pages at 6 × 9 in.'],
    [{ trim: '' }, 'pages', undefined],
    [
      { trim: '8.27x11.69' },
      'paper',
      'KDP paperback at 8.27 × 11.69 in: white, cream, groundwood, premium colour.',
    ],
    [{ printer: 'lulu' }, 'paper', 'Lulu paperback: the spine does not depend on it.'],
    [{ trim: '' }, 'trim', 'KDP paperback: 4 to 8.5 in wide and 6 to 11.69 in high.'],
    [{ kind: 'hardcover_case' }, 'trim', /^KDP hardcover: 5.5 × 8.5 in, /],
    [{ printer: 'other' }, 'spine', /template/],
    [{ printer: '' }, 'trim', undefined],
    [{ kind: 'ebook_front' }, 'trim', undefined],
  ] as [Record<string, string>, 'trim' | 'paper' | 'pages' | 'spine', string | RegExp | undefined][])(
    '%j: %s is %s',
    (row, field, words) => {
      const limit = specRow({ ...typed, ...row }, ENGLISH)?.limits[field];
      expect(limit).toEqual(words instanceof RegExp ? expect.stringMatching(words) : words);
    },
  );

  test('is nothing without a kind, and never fails on what is no row', () => {
    expect(specRows({ formats: [{}, null, 'x', { kind: 'toString' }, typed] }).map(Boolean)).toEqual([
      ...[false, false, false, false, true],
    ]);
    expect(specRows({})).toEqual([]);
    expect(specRows({ language: ['x'], direction: 'up', formats: [typed] }).length).toBe(1);
  });
});

describe('a change', () => {
  const change = (before: Record<string, string>, after: Record<string, string> | null) =>
    whatChanged(versionOf(formatOf(before), ENGLISH), after && versionOf(formatOf(after), ENGLISH));

  test.each([
    [
      { pages: '280' },
      { pages: '300' },
      'Paperback wrap: 280 → 300 pages, spine 0.631 → 0.676 in, cover 12.881 × 9.25 in → 12.926 × 9.25 in; templates downloaded before are out of date',
    ],
    [{}, { paper: 'cream' }, /: white → cream, spine 0\.45 → 0\.5 in, cover .*out of date$/],
    [{}, { trim: '5x8' }, /: 6 × 9 in → 5 × 8 in, cover 12\.7 × 9\.25 in → 10\.7 × 8\.25 in;/],
    [{}, { printer: 'lulu' }, /: Amazon KDP → Lulu, white → no paper, spine 0\.45 → 0\.51 in/],
    [
      {},
      { kind: 'hardcover_case' },
      'Paperback wrap → Hardcover case; templates downloaded before are out of date',
    ],
    [{}, { pages: '' }, 'Paperback wrap: no longer computed; templates downloaded before are out of date'],
    [{}, null, 'Paperback wrap: no longer asked for'],
    [{}, { pagesFinal: 'on' }, 'Paperback wrap: the page count is final now; the size stays the same'],
    [{ pages: '' }, {}, null],
    [{ kind: 'custom' }, null, null],
    [{}, { notes: 'Matt', trim: '152.4 × 228.6 mm' }, null],
    [{}, { kind: 'ebook_front' }, /^Paperback wrap → Ebook front;/],
  ] as [Record<string, string>, Record<string, string> | null, string | RegExp | null][])(
    '%j, then %j',
    (before, after, words) => {
      expect(change(before, after)).toEqual(words instanceof RegExp ? expect.stringMatching(words) : words);
    },
  );

  test('says that a spine that was typed has not followed the pages', () => {
    const given = { printer: 'other', spine: '12' };
    expect(change({ ...given, pages: '200' }, { ...given, pages: '220' })).toBe(
      'Paperback wrap: 200 → 220 pages; templates downloaded before are out of date. The spine’s width is still the one given for the pages before',
    );
    expect(change({ ...given, pages: '200' }, { printer: 'other', pages: '220', spine: '13' })).not.toMatch(
      /still/,
    );
  });

  test('of the direction concerns what is bound, and nothing else', () => {
    const formats: BriefFormat[] = [formatOf(), { ...formatOf({ kind: 'ebook_front' }), id: 'b' }];
    expect(staleAfter({ formats, ...ENGLISH }, { formats, ...ENGLISH, direction: 'rtl' })).toEqual([
      'Paperback wrap: left to right → right to left; templates downloaded before are out of date',
    ]);
    expect(staleAfter({ formats, ...ENGLISH }, { formats: [], ...ENGLISH }).length).toBe(2);
  });

  test('is none when a row has only moved', () => {
    const [a, b] = [formatOf(), { ...formatOf({ kind: 'hardcover_case' }), id: 'b' }];
    const before = { formats: [a, b], ...ENGLISH };
    expect(staleAfter(before, { formats: [b, a], ...ENGLISH })).toEqual([]);
    expect(sameVersion(versionOf(a, ENGLISH), versionOf(a, ENGLISH))).toBe(true);
  });
});
