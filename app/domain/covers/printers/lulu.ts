/**
 * Lulu: perfect-bound paperback and casewrap hardcover, from Lulu's Book Creation Guide. Its spine asks for pages
 * alone, not for paper; the casewrap's comes from a table because boards come in steps.
 */
import type { Binding, Printer } from './printer.ts';

/** [up to and including so many pages, inches]. */
const CASEWRAP_SPINES: readonly (readonly [pages: number, inches: number])[] = [
  ...([
    [84, 0.25],
    [140, 0.5],
    [168, 0.625],
    [194, 0.6875],
    [222, 0.75],
    [250, 0.8125],
    [278, 0.875],
  ] as const),
  ...([
    [306, 0.9375],
    [334, 1],
    [360, 1.0625],
    [388, 1.125],
    [416, 1.1875],
    [444, 1.25],
    [472, 1.3125],
  ] as const),
  ...([
    [500, 1.375],
    [528, 1.4375],
    [556, 1.5],
    [582, 1.5625],
    [610, 1.625],
    [638, 1.6875],
    [666, 1.75],
  ] as const),
  ...([
    [694, 1.8125],
    [722, 1.875],
    [750, 1.9375],
    [778, 2],
    [799, 2.0625],
    [800, 2.125],
  ] as const),
];

const SOURCE = 'https://assets.lulu.com/media/guides/en/lulu-book-creation-guide.pdf';
/** Lulu's list of sizes changes often; it is not repeated here, any size a press can hold is taken. */
const ANY_SIZE = { w: { min: 4, max: 12 }, h: { min: 4, max: 13 } };

const shared = {
  source: SOURCE,
  safe: 0.5,
  spineText: { from: 81, clear: 0.0625 },
  papers: [],
  rows: [],
  custom: ANY_SIZE,
} satisfies Partial<Binding>;

export const lulu: Printer = {
  name: 'Lulu',
  bindings: {
    paperback_wrap: {
      ...shared,
      name: 'Lulu paperback',
      edge: 0.125,
      edgeIs: 'bleed',
      board: { w: 0, h: 0 },
      hinge: 0,
      // 0.06 is the glue and the cover itself: Lulu's constant, and nobody else's.
      spine: (pages) => pages / 444 + 0.06,
      pages: { min: 32, max: 800 },
    },
    hardcover_case: {
      ...shared,
      name: 'Lulu casewrap',
      edge: 0.75,
      edgeIs: 'wrap',
      board: { w: 0.125, h: 0.25 },
      hinge: 0.25,
      spine: (pages) => CASEWRAP_SPINES.find(([most]) => pages <= most)?.[1] ?? Number.NaN,
      pages: { min: 24, max: 800 },
    },
  },
  screens: {},
};
