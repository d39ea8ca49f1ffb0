import { parseWithZod } from '@conform-to/zod/v4';
import { describe, expect, test } from 'vitest';
import { BriefForm, type BriefDetails } from './form.ts';
import { formatIn } from './formats.ts';
import {
  fieldId,
  fieldInForm,
  isRush,
  missingInValues,
  missingToPublish,
  refusedToo,
  sectionStates,
} from './sections.ts';
import { NEW_BRIEF_VALUES, ownFields, valuesOf } from './values.ts';

const send = (fields: Record<string, string | string[]>) => {
  const sent = new URLSearchParams();
  for (const [name, value] of Object.entries(fields))
    for (const one of [value].flat()) sent.append(name, one);
  return parseWithZod(ownFields(sent), { schema: BriefForm });
};

function accepted(fields: Record<string, string | string[]>): BriefDetails {
  const submission = send(fields);
  if (submission.status !== 'success') throw new Error(JSON.stringify(submission.error));
  return submission.value;
}
const refused = (fields: Record<string, string | string[]>) => {
  const submission = send(fields);
  return submission.status === 'error' ? submission.error : `not refused: ${submission.status ?? 'intent'}`;
};

describe('a draft', () => {
  test('may be empty', () => {
    const details = accepted({});
    expect(details).toMatchObject({ title: '', genre: null, finalOn: null, budgetKind: 'open' });
    expect(details).toMatchObject({ formats: [], comparables: [], rightsMedia: [], toneWords: [] });
    expect(details.rightsExclusive).toBe(false);
  });

  test('reads what people type', () => {
    const details = accepted({
      ...{ title: '  The Tide\r\n', isbn: '978 0 306 40615 7', publicationOn: '30 September 2027' },
      ...{ toneWords: 'wry, wry, quiet', budgetMin: '€ 1.200,00', currency: 'CHF', concepts: '3' },
      ...{ rightsMedia: ['print', 'ebook'], rightsExclusive: 'on', blurb: 'One\r\ntwo' },
    });
    expect(details).toMatchObject({
      title: 'The Tide',
      isbn: '978-0-306-40615-7',
      publicationOn: '2027-09-30',
    });
    expect(details).toMatchObject({ toneWords: ['wry', 'quiet'], currency: 'CHF', concepts: 3 });
    expect(details).toMatchObject({ budgetKind: 'fixed', budgetMin: 1200_00, budgetMax: 1200_00 });
    expect(details).toMatchObject({
      rightsMedia: ['print', 'ebook'],
      rightsExclusive: true,
      blurb: 'One\ntwo',
    });
  });

  test.each([
    [{}, { budgetKind: 'open', budgetMin: null, budgetMax: null }],
    [{ budgetMin: '300' }, { budgetKind: 'fixed', budgetMin: 300_00, budgetMax: 300_00 }],
    [
      { budgetMin: '300', budgetMax: '500' },
      { budgetKind: 'range', budgetMin: 300_00, budgetMax: 500_00 },
    ],
    [{ budgetMax: '500' }, { budgetKind: 'range', budgetMin: null, budgetMax: 500_00 }],
    [
      { budgetMin: '500', budgetMax: '500' },
      { budgetKind: 'fixed', budgetMin: 500_00, budgetMax: 500_00 },
    ],
  ] as Record<string, string>[][])('%j pays %j', (fields, budget) => {
    expect(accepted(fields ?? {})).toMatchObject(budget ?? {});
  });
});

describe('what is refused, and where it says so', () => {
  test.each([
    ['title', { title: 'x'.repeat(201) }, /Use 200 characters or fewer; there are 201/],
    ['isbn', { isbn: '978-0-306-40615-8' }, /such as|as in 978/],
    ['publicationOn', { publicationOn: '2027-02-30' }, /on the calendar/],
    ['genre', { genre: 'western' }, /Choose a genre/],
    ['language', { language: '<script>' }, /Choose a language/],
    ['toneWords', { toneWords: 'a,b,c,d,e,f,g,h,i,j,k,l,m' }, /12 words or fewer; there are 13/],
    ['toneWords', { toneWords: 'x'.repeat(41) }, /40 characters or fewer for a word.*commas/],
    ['direction', { direction: 'up' }, /Choose one of the list/],
    ['budgetMin', { budgetMin: 'lots' }, /such as 800/],
    ['budgetMax', { budgetMin: '500', budgetMax: '300' }, /not below/],
    ['currency', { currency: 'DOGE' }, /Choose a currency/],
    ['roundOneOn', { roundOneOn: '2027-05-02', finalOn: '2027-05-01' }, /not after/],
    ['concepts', { concepts: '0' }, /from 1 to 20/],
    ['revisionRounds', { revisionRounds: '21' }, /from 0 to 20/],
    ['comparables[0].title', { 'comparables[0].likes': 'The blue' }, /title of this cover/],
    ['formats[0].kind', { 'formats[0].notes': 'Matt' }, /Choose what this format is/],
    ['formats[1].trim', { 'formats[1].kind': 'paperback_wrap', 'formats[1].trim': 'big' }, /129 × 198/],
    ['formats[0].pages', { 'formats[0].kind': 'custom', 'formats[0].pages': '3001' }, /1 to 3,000/],
    ['formats[0].spine', { 'formats[0].kind': 'custom', 'formats[0].spine': 'thick' }, /millimetres/],
  ] as [string, Record<string, string>, RegExp][])('%s: %j', (field, fields, message) => {
    const error = refused(fields);
    expect(Object.keys(error ?? {})).toEqual([field]);
    expect((error as Record<string, string[]>)[field]?.join()).toMatch(message);
  });

  test('all at once, not one after the other', () => {
    const error = refused({ isbn: '1', finalOn: '2027-01-01', roundOneOn: '2027-02-01', budgetMin: 'x' });
    expect(Object.keys(error ?? {}).sort()).toEqual(['budgetMin', 'isbn', 'roundOneOn']);
  });
});

describe('formats', () => {
  const paperback = {
    ...{ 'formats[0].kind': 'paperback_wrap', 'formats[0].trim': '6x9', 'formats[0].pages': '288' },
    ...{ 'formats[0].pagesFinal': 'on', 'formats[0].paper': 'cream', 'formats[0].spine': '19,2' },
  };

  test('an ebook front has no print details, whatever is filled in', () => {
    const [format] = accepted({
      ...paperback,
      'formats[0].kind': 'ebook_front',
      'formats[0].trim': 'huge',
    }).formats;
    expect(format).toMatchObject({
      kind: 'ebook_front',
      trim: null,
      pageCount: null,
      pagesFinal: false,
      spineMm: null,
    });
  });

  test('a spine is taken from the printer’s template, and computed for KDP and Lulu', () => {
    const spine = (printer: string) =>
      accepted({ ...paperback, 'formats[0].printer': printer }).formats[0]?.spineMm;
    expect([spine('other'), spine('ingramspark'), spine('kdp'), spine('lulu'), spine('')]).toEqual([
      ...[19.2, 19.2, null, null, 19.2],
    ]);
  });

  test('empty rows are left out, and ten are enough', () => {
    expect(
      accepted({ 'formats[0].kind': '', 'formats[3].kind': 'custom', 'comparables[0].title': '' }),
    ).toMatchObject({
      formats: [{ kind: 'custom' }],
      comparables: [],
    });
    const eleven = Object.fromEntries(
      Array.from({ length: 11 }, (_, at) => [`formats[${at}].kind`, 'custom']),
    );
    expect(refused(eleven)).toEqual({ formats: ['Ask for 10 formats or fewer'] });
  });
});

describe('a form that is not ours', () => {
  test.each([
    { __intent__: '{"type":' },
    { __intent__: '{"type":"insert","payload":{"name":"title"}}' },
    { __intent__: '{"type":"remove","payload":{"name":"formats","index":99}}' },
    { __intent__: 'null' },
    { __state__: '{' },
    { formats: 'x' },
    { 'formats[4000000000].kind': 'custom' },
    { 'title[0]': 'x' },
    { '__proto__.polluted': 'x' },
    { 'formats[0].__proto__': 'x' },
    { ownerId: 'x', state: 'open', version: '9' },
  ] as Record<string, string>[])('is read as what is left of it: %j', (fields) => {
    expect(accepted({ ...fields, 'title ': 'x' })).toMatchObject({ title: '', formats: [] });
    expect(({} as { polluted?: string }).polluted).toBeUndefined();
  });

  test('a field sent twice counts once', () => {
    expect(accepted({ title: ['First', 'Second'] }).title).toBe('First');
  });
});

describe('rows are added and removed by buttons', () => {
  const intent = (type: string, payload: object) => ({ __intent__: JSON.stringify({ type, payload }) });

  test('and everything typed is kept', () => {
    const rows = { title: 'Kept', 'formats[0].kind': 'custom', 'formats[0].pages': 'not yet a number' };
    const added = send({ ...rows, ...intent('insert', { name: 'formats' }) });
    expect(added.status).toBeUndefined();
    const { initialValue } = added.reply();
    expect(initialValue).toMatchObject({
      title: 'Kept',
      formats: [{ kind: 'custom', pages: 'not yet a number' }, undefined],
    });
  });

  test('as conform spells them', () => {
    const sent = { 'comparables[0].title': 'A', 'comparables[1].title': 'B' };
    const removed = send({ ...sent, ...intent('remove', { name: 'comparables', index: 0 }) }).reply();
    expect(removed.initialValue).toEqual({ comparables: [{ title: 'B' }] });
  });
});

describe('what is missing to publish', () => {
  const whole = {
    ...{ title: 'T', genre: 'poetry', formats: [formatIn({ kind: 'custom' })], finalOn: '2027-05-01' },
    ...{ roundOneOn: null, language: 'en', direction: null },
  };
  const fields = (brief: Partial<typeof whole>, today = '2027-01-01') =>
    missingToPublish({ ...whole, ...brief }, today).map(({ field }) => field);

  test('is the title, the genre, a format and a day to come, and nothing else', () => {
    expect(fields({})).toEqual([]);
    expect(fields({ title: '', genre: null as never, formats: [], finalOn: null as never })).toEqual([
      ...['title', 'genre', 'formats', 'finalOn'],
    ]);
    expect(fields({}, '2027-04-30')).toEqual([]);
    expect(fields({}, '2027-05-01')).toEqual(['finalOn']);
    expect(fields({ roundOneOn: '2027-05-02' as never })).toEqual(['roundOneOn']);
  });

  test('is the same for a form that was not sent yet', () => {
    const typed = { title: ' T ', genre: 'poetry', formats: [{ kind: 'custom' }], finalOn: '1 May 2027' };
    expect(missingInValues(typed, '2027-01-01')).toEqual([]);
    expect(missingInValues(NEW_BRIEF_VALUES, '2027-01-01').length).toBe(4);
    expect(missingInValues({ formats: [null, { kind: '' }, 'x'] }, '2027-01-01').length).toBe(4);
  });

  test('is told section by section', () => {
    const missing = missingToPublish({ ...whole, genre: null, finalOn: null }, '2027-01-01');
    const states = sectionStates({ title: 'T', language: 'en' }, missing);
    expect(states.map(({ state }) => state)).toEqual(['done', 'needs', 'empty', 'empty', 'needs']);
  });

  const tooThick = {
    ...{ kind: 'paperback_wrap', printer: 'kdp', trim: '6x9', paper: 'white', pages: '830' },
  };
  const thick = /takes 24 to 828 pages; this has 830$/;

  test('includes what no printer makes, beside its field, but not what is still to be said', () => {
    const typed = { title: 'T', genre: 'poetry', finalOn: '2027-05-01' };
    const of = (...formats: unknown[]) => missingInValues({ ...typed, formats }, '2027-01-01');
    expect(of({}, tooThick)).toEqual([
      { field: 'formats[1].pages', message: expect.stringMatching(thick), wrong: true },
    ]);
    expect(of({ ...tooThick, pages: '' })).toEqual([]);
    expect(of({ ...tooThick, printer: 'other', kind: 'hardcover_case' })).toEqual([]);
    const states = sectionStates({}, of(tooThick));
    expect(states.find(({ id }) => id === 'production')).toMatchObject({ state: 'needs', note: '1 to mend' });
  });

  test('is told along with what cannot be read, each field once', () => {
    const typed = { title: '', genre: 'poetry', finalOn: 'soon', formats: [tooThick] };
    const told = refusedToo(typed, { finalOn: ['Enter a day'] }, '2027-01-01');
    expect(Object.keys(told)).toEqual(['title', 'formats[0].pages']);
  });

  test('stands beside the row it concerns, whatever rows were left empty', () => {
    const values = { formats: [{ kind: '' }, { kind: 'custom' }, null, tooThick] };
    expect(fieldInForm('formats[1].pages', values)).toBe('formats[3].pages');
    expect(fieldInForm('title', values)).toBe('title');
  });

  test('two weeks to the first round are no rush', () => {
    expect([
      isRush('2027-01-14', '2027-01-01'),
      isRush('2027-01-15', '2027-01-01'),
      isRush(null, 'x'),
    ]).toEqual([...[true, false, false]]);
  });
});

test('what the form shows of a brief says the same when it is sent', () => {
  const details = accepted({
    ...{ title: 'T', isbn: '978-0-306-40615-7', genre: 'poetry', toneWords: 'a, b', budgetMin: '1.50' },
    ...{ budgetMax: '2,000', roundOneOn: '2027-04-01', finalOn: '2027-05-01', revisionRounds: '0' },
    ...{ 'formats[0].kind': 'custom', 'formats[0].trim': '148 × 210 mm', 'formats[0].spine': '9.5' },
    ...{ 'comparables[0].title': 'C', rightsMedia: 'audio', language: 'en-KE', approach: 'open' },
  });
  const { formats, comparables, rightsMedia, ...plain } = valuesOf(details);
  const rows = { formats, comparables };
  const spelled = Object.entries(rows).flatMap(([list, of]) =>
    of.flatMap((row, at) =>
      Object.entries(row).map(([key, value]) => [`${list}[${at}].${key}`, value] as const),
    ),
  );
  const texts = Object.entries(plain).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  const again = accepted({ ...Object.fromEntries([...texts, ...spelled]), rightsMedia });
  expect(again).toEqual({ ...details, formats: details.formats.map((format) => ({ ...format, id: null })) });
});

test('a field’s id can stand in an address', () => {
  expect(fieldId('formats[0].kind')).toBe('brief-formats-0-kind');
  expect(fieldId('title')).toBe('brief-title');
});
