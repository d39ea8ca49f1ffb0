/**
 * IngramSpark, and every other printer: none publishes how thick a page is, and third parties disagree, so the
 * spine is never guessed. It comes from the template that the printer makes for the book.
 */
import type { Binding, Printer } from './printer.ts';

const paperback = (name: string, source: string): Binding => ({
  ...{ name, source },
  edge: 0.125,
  edgeIs: 'bleed',
  board: { w: 0, h: 0 },
  hinge: 0,
  safe: 0.25,
  // The fold drifts by a sixteenth of an inch.
  spineText: { from: 0, clear: 0.0625 },
  spine: null,
  papers: [],
  rows: [],
  custom: { w: { min: 2, max: 20 }, h: { min: 2, max: 20 } },
});

const INGRAM = 'https://www.ingramspark.com/plan-your-book/print/file-creation';
const TEMPLATE = 'The printer’s own template';

export const ingramspark: Printer = {
  name: 'IngramSpark',
  bindings: { paperback_wrap: paperback('IngramSpark paperback', INGRAM) },
  screens: {},
};

export const other: Printer = {
  name: 'Another printer',
  // No hardcover: how far a case wraps, and how much larger its boards are, differs from press to press.
  bindings: { paperback_wrap: paperback('Paperback', TEMPLATE) },
  screens: {
    ebook_front: {
      name: 'Ebook',
      source: 'What Kindle, Apple Books, Kobo and Google Play all take',
      ideal: { w: 1600, h: 2560 },
      least: { w: 1400, h: 1400 },
      most: { w: 10_000, h: 10_000 },
      ratio: { value: 1.6, tolerance: 0.02 },
    },
  },
};

export const acx: Printer = {
  name: 'ACX',
  bindings: {},
  screens: {
    audiobook_square: {
      name: 'ACX audiobook',
      source: 'https://help.acx.com/s/article/what-are-the-cover-art-requirements',
      ideal: { w: 2400, h: 2400 },
      least: { w: 2400, h: 2400 },
      most: { w: 10_000, h: 10_000 },
      ratio: { value: 1, tolerance: 0 },
    },
  },
};
