/** What programs are told of a cover: the shape is a promise, and every refusal says field, reason and what would do. */
import { describe, expect, test } from 'vitest';
import { askRefusal, coverAnswer } from './answer.ts';
import { readAsk } from './ask.ts';

function answer(query: string) {
  const asked = readAsk(new URLSearchParams(query));
  if (!asked.ok) throw new Error(JSON.stringify(asked.problems));
  return JSON.parse(JSON.stringify(coverAnswer(asked))) as Record<string, unknown>;
}
function refusal(query: string) {
  const asked = readAsk(new URLSearchParams(query));
  if (asked.ok) throw new Error('was taken');
  return askRefusal(asked.problems);
}

const PAPERBACK = 'printer=kdp&format=paperback_wrap';
const HARDCOVER = 'printer=kdp&format=hardcover_case';

test('a paperback, whole', () => {
  expect(answer(`${PAPERBACK}&trim=6x9&paper=white&pages=199`)).toEqual({
    ...{ printer: 'kdp', format: 'paperback_wrap', trim: { w: 6, h: 9 }, paper: 'white', pages: 200 },
    ...{ direction: 'ltr', unit: 'in', spine: 0.4504, width: 12.7004, height: 9.25, spineText: true },
    px: { dpi: 300, width: 3810, height: 2775 },
    boxes: {
      back: { x: 0.125, y: 0.125, w: 6, h: 9 },
      spine: { x: 6.125, y: 0.125, w: 0.4504, h: 9 },
      front: { x: 6.5754, y: 0.125, w: 6, h: 9 },
      trim: { x: 0.125, y: 0.125, w: 12.4504, h: 9 },
      backSafe: { x: 0.25, y: 0.25, w: 5.75, h: 8.75 },
      spineSafe: { x: 6.1875, y: 0.25, w: 0.3254, h: 8.75 },
      frontSafe: { x: 6.7004, y: 0.25, w: 5.75, h: 8.75 },
      barcode: { x: 3.875, y: 7.675, w: 2, h: 1.2 },
    },
    limits: {
      pages: { min: 24, max: 828 },
      papers: ['white', 'cream', 'groundwood', 'standard_color', 'premium_color'],
    },
    source: { name: 'KDP paperback', url: 'https://kdp.amazon.com/help/topic/G201953020' },
  });
});

test.each<[string, Record<string, unknown>]>([
  [
    `${HARDCOVER}&trim=6x9&paper=white&pages=200&dpi=300`,
    {
      px: { dpi: 300, width: 4264, height: 3125 },
      limits: { pages: { min: 76, max: 550 }, papers: ['white', 'cream', 'premium_color'] },
    },
  ],
  [
    'printer=lulu&format=paperback_wrap&trim=6x9&pages=222&dpi=100',
    {
      spine: 0.56,
      paper: null,
      px: { dpi: 100, width: 1281, height: 925 },
      limits: { pages: { min: 32, max: 800 }, papers: [] },
    },
  ],
  ['printer=lulu&format=hardcover_case&trim=6x9&pages=520', { spine: 1.4375, height: 10.75 }],
  [
    'printer=other&format=paperback_wrap&trim=129x198mm&spine=12.5mm',
    {
      ...{ spine: 0.4921, width: 10.8996, height: 8.0453, pages: null },
      limits: { pages: null, papers: [] },
      source: { name: 'The printer’s own template', url: null },
    },
  ],
  [
    'printer=kdp&format=ebook_front',
    {
      ...{ unit: 'px', width: 1600, height: 2560, spine: 0, spineText: false },
      ...{ px: { width: 1600, height: 2560 }, boxes: { front: { x: 0, y: 0, w: 1600, h: 2560 } } },
      limits: {
        ...{ least: { w: 625, h: 1000 }, most: { w: 10_000, h: 10_000 } },
        ...{ ratio: { value: 1.6, tolerance: 0.02 }, bytes: 50_000_000 },
      },
    },
  ],
  [
    'printer=acx&format=audiobook_square',
    { unit: 'px', width: 2400, height: 2400, limits: expect.objectContaining({ bytes: null }) as unknown },
  ],
])('%s', (query, expected) => {
  expect(answer(query)).toMatchObject(expected);
});

test('a book read from the right has its front on the left', () => {
  const { boxes, direction } = answer(`${PAPERBACK}&trim=6x9&paper=white&pages=200&direction=rtl`);
  expect([direction, boxes]).toMatchObject(['rtl', { front: { x: 0.125 }, back: { x: 6.5754 } }]);
});

describe('a refusal says field, reason and what would do', () => {
  test.each<[string, string, RegExp, unknown]>([
    [`${PAPERBACK}&trim=6x9&paper=white&pages=22`, 'pages', /24 to 828/, { min: 24, max: 828 }],
    [`${PAPERBACK}&trim=6x9&paper=white&pages=830`, 'pages', /24 to 828/, { min: 24, max: 828 }],
    [`${PAPERBACK}&trim=8.5x11&paper=white&pages=592`, 'pages', /24 to 590/, { min: 24, max: 590 }],
    [`${PAPERBACK}&trim=8.5x11&paper=cream&pages=552`, 'pages', /24 to 550/, { min: 24, max: 550 }],
    [`${PAPERBACK}&trim=6x9&paper=standard_color&pages=70`, 'pages', /72 to 600/, { min: 72, max: 600 }],
    [
      ...([
        `${PAPERBACK}&trim=8.27x11.69&paper=standard_color&pages=200`,
        'paper',
        /not printed on/,
      ] as const),
      ['white', 'cream', 'groundwood', 'premium_color'],
    ],
    [
      ...([`${HARDCOVER}&trim=8.5x11&paper=white&pages=200`, 'trim', /not made at 8\.5 × 11 in/] as const),
      ['5.5 × 8.5 in', '6 × 9 in', '6.14 × 9.21 in', '7 × 10 in', '8.25 × 11 in'],
    ],
    [
      `${HARDCOVER}&trim=6x9&paper=groundwood&pages=200`,
      'paper',
      /groundwood/,
      ['white', 'cream', 'premium_color'],
    ],
    [`${HARDCOVER}&trim=6x9&paper=white&pages=72`, 'pages', /76 to 550/, { min: 76, max: 550 }],
    [`${HARDCOVER}&trim=6x9&paper=white&pages=552`, 'pages', /76 to 550/, { min: 76, max: 550 }],
    ['printer=ingramspark&format=paperback_wrap&trim=6x9', 'spine', /template/, { min: 0.02, max: 6 }],
    ['printer=other&format=hardcover_case&trim=6x9&pages=200', 'printer', /no measurements/, ['kdp', 'lulu']],
    ['printer=acx&format=ebook_front', 'printer', /no measurements/, ['kdp', 'other']],
    [`${PAPERBACK}&trim=A5&paper=white&pages=200`, 'trim', /6 × 9 in/, null],
    [`${PAPERBACK}&trim=6x9&paper=white&pages=200&dpi=9999`, 'dpi', /72 to 1200/, { min: 72, max: 1200 }],
  ])('%s', (query, field, reason, allowed) => {
    const { type, title, status, detail, errors } = refusal(query);
    expect([type, title, status]).toEqual(['about:blank', 'This cover cannot be measured', 422]);
    expect(errors).toEqual([{ field, reason: expect.stringMatching(reason) as string, allowed }]);
    expect(detail).toBe(errors[0]?.reason);
  });
});
