/** What the calculator says: numbers in both units, what is wrong, what would do instead, what was left aside. */
import { describe, expect, test } from 'vitest';
import { readAsk } from './ask.ts';
import { calculatorOf } from './calculator.ts';

const page = (query: string) => calculatorOf(new URLSearchParams(query));
const measures = (query: string) =>
  Object.fromEntries(
    (page(query).numbers?.measures ?? []).map(({ term, value, also }) => [
      term,
      also ? [value, also] : value,
    ]),
  );

const KDP = 'printer=kdp&format=paperback_wrap';
const BOOK = `${KDP}&trim=6x9&paper=white&pages=200`;

describe('the numbers', () => {
  test('of a paperback, in inches and in millimetres', () => {
    expect(measures(BOOK)).toMatchObject({
      Spine: ['0.4504 in', '11.44 mm'],
      'Whole cover': ['12.7004 × 9.25 in', '322.59 × 234.95 mm'],
      'At 300 dpi': '3810 × 2775 px',
      'PDF page': '914.43 × 666 pt',
      'Safe on front and back': ['5.75 × 8.75 in', '146.05 × 222.25 mm'],
      'Text on the spine': ['Allowed, within 0.3254 × 8.75 in', '8.27 × 222.25 mm'],
      Barcode: ['2 × 1.2 in', '50.8 × 30.48 mm'],
    });
    expect(page(BOOK)).toMatchObject({
      example: false,
      numbers: {
        name: 'KDP paperback, 6 × 9 in, white paper, 200 pages',
        said: 'Spine 0.4504 in, whole cover 12.7004 × 9.25 in',
        query: BOOK,
        source: { url: 'https://kdp.amazon.com/help/topic/G201953020' },
      },
    });
  });

  test('of a hardcover name boards, wrap and hinge', () => {
    const terms = measures('printer=kdp&format=hardcover_case&trim=6x9&paper=white&pages=200');
    expect(terms).toMatchObject({ Wrap: ['0.5906 in', '15 mm'], Hinge: ['0.3937 in', '10 mm'] });
    expect(terms['Board']).toEqual(['6.1969 × 9.2362 in', '157.4 × 234.6 mm']);
  });

  test('say why a spine may carry no text', () => {
    expect(measures(`${KDP}&trim=6x9&paper=white&pages=78`)).toMatchObject({
      'Text on the spine': 'Not allowed: only from 80 pages',
    });
    expect(measures('printer=other&format=paperback_wrap&trim=6x9&spine=3mm')).toMatchObject({
      'Text on the spine': 'Not allowed: the spine is too narrow',
    });
  });

  test('of screens are pixels, shape and weight', () => {
    expect(measures('printer=kdp&format=ebook_front')).toEqual({
      ...{ Size: '1600 × 2560 px', 'At least': '625 × 1000 px', 'At most': '10000 × 10000 px' },
      ...{ Shape: '1.6 times as high as wide, give or take 2 %', Colour: 'RGB', File: 'Up to 50 MB' },
    });
    expect(measures('printer=acx&format=audiobook_square')).toMatchObject({ Shape: 'A true square' });
  });

  test('name a size in the unit it was meant in', () => {
    expect(page(`${KDP}&trim=129x198mm&paper=white&pages=200`).numbers?.name).toContain('129 × 198 mm');
  });

  test('are an example for whoever asks nothing, with every field filled in', () => {
    const { example, errors, numbers, values } = page('utm_source=letter&pages=+');
    expect([example, errors, numbers?.query]).toEqual([true, [], BOOK]);
    expect(values).toMatchObject({ printer: 'kdp', trim: '6 × 9 in', pages: '200', spine: '' });
  });
});

describe('what is refused', () => {
  test('keeps all that was typed, and says it beside the field', () => {
    const { values, errors, numbers } = page(`${KDP}&trim=A5&paper=white&pages=lots`);
    expect(values).toMatchObject({ trim: 'A5', pages: 'lots', paper: 'white' });
    expect([errors.map(({ field }) => field), numbers]).toEqual([['trim', 'pages'], null]);
  });

  test.each([
    [`${KDP}&trim=6x9&paper=white&pages=22`, 'Take 24 pages', 'pages=24'],
    [`${KDP}&trim=6x9&paper=white&pages=831&dpi=600`, 'Take 828 pages', 'pages=828&dpi=600'],
    [`${KDP}&trim=3x9&paper=white&pages=200`, 'Take 4 × 9 in', 'trim=4x9'],
    [
      'printer=kdp&format=hardcover_case&trim=8.5x11&paper=white&pages=200',
      ...['Take 8.25 × 11 in', 'trim=8.25x11'],
    ],
    [
      'printer=kdp&format=hardcover_case&trim=6x9&paper=groundwood&pages=200',
      'Take white paper',
      'paper=white',
    ],
    ['printer=ingramspark&format=paperback_wrap&trim=6x9&spine=9in', 'Take a spine of 6 in', 'spine=6in'],
    ['printer=acx&format=ebook_front', 'Measure it for Amazon KDP', 'printer=kdp'],
  ])('%s leads to what would do: %s', (query, label, change) => {
    const { instead } = page(query);
    expect(instead).toEqual([{ label, query: expect.stringContaining(change) as string }]);
    expect(readAsk(new URLSearchParams(instead[0]?.query)).ok).toBe(true);
  });

  test('is not led anywhere when one change is not enough', () => {
    expect(page(`${KDP}&trim=3x9&paper=white&pages=22`).instead).toEqual([]);
    expect(page(`${KDP}&trim=6x9&paper=white`).instead).toEqual([]);
    expect(page('printer=other&format=hardcover_case&trim=6x9&pages=100').instead).toEqual([]);
  });
});

describe('limits', () => {
  test('are known as soon as printer, cover and size are', () => {
    expect(page(`${KDP}&trim=8.27x11.69`).limits).toEqual({
      at: '8.27 × 11.69 in',
      rows: [
        { term: 'White', value: '24 to 780 pages' },
        { term: 'Cream', value: '24 to 730 pages' },
        { term: 'Groundwood', value: '24 to 764 pages' },
        { term: 'Premium colour', value: '24 to 590 pages' },
      ],
    });
    expect(page('printer=lulu&format=paperback_wrap&trim=6x9&pages=3').limits?.rows).toEqual([
      { term: 'Any paper', value: '32 to 800 pages' },
    ]);
  });

  test('are not spoken of where there are none', () => {
    for (const query of [
      'printer=other&format=paperback_wrap&trim=6x9&spine=9mm',
      'printer=kdp&format=ebook_front',
      `${KDP}&trim=3x3`,
      `${KDP}&pages=200`,
    ])
      expect(page(query).limits, query).toBeNull();
  });
});

test('what makes no difference is named, and nothing is refused for it', () => {
  const { ignored, errors } = page(
    'printer=lulu&format=paperback_wrap&trim=6x9&paper=white&pages=200&spine=x',
  );
  expect([ignored, errors]).toEqual([['Paper', 'Spine width'], []]);
});
