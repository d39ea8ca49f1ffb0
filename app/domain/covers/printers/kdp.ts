/**
 * Amazon KDP: paperback, case-laminate hardcover, and the Kindle shop. From KDP's help pages "Create a paperback
 * cover", "Create a hardcover cover" and "Cover image guidelines", checked against readings of its cover calculator.
 */
import { mm, type Paper, type Printer, type Size, type TrimRow } from './printer.ts';

/** Inches of one page. Other figures go about (0.0025 for white, 0.0032 for standard colour); the calculator disagrees with them. */
const PAGE: Record<Paper, number> = {
  white: 0.002252,
  cream: 0.0025,
  groundwood: 0.00235,
  standard_color: 0.002252,
  premium_color: 0.002347,
};

const size = (w: number, h: number): Size => ({ w, h });
const upTo = (max: number, min = 24) => ({ min, max });
const STANDARD_COLOR = upTo(600, 72);

const PAPERBACK: readonly TrimRow[] = [
  {
    trims: [
      ...[size(5, 8), size(5.06, 7.81), size(5.25, 8), size(5.5, 8.5), size(6, 9), size(6.14, 9.21)],
      ...[size(6.69, 9.61), size(7, 10), size(7.44, 9.69), size(7.5, 9.25), size(8, 10)],
    ],
    pages: {
      ...{ white: upTo(828), cream: upTo(776), groundwood: upTo(812) },
      ...{ standard_color: STANDARD_COLOR, premium_color: upTo(828) },
    },
  },
  {
    trims: [size(8.25, 6), size(8.25, 8.25)],
    pages: {
      ...{ white: upTo(800), cream: upTo(750), groundwood: upTo(784) },
      ...{ standard_color: STANDARD_COLOR, premium_color: upTo(800) },
    },
  },
  {
    trims: [size(8.5, 8.5), size(8.5, 11)],
    pages: {
      ...{ white: upTo(590), cream: upTo(550), groundwood: upTo(578) },
      ...{ standard_color: STANDARD_COLOR, premium_color: upTo(590) },
    },
  },
  {
    // A4.
    trims: [size(8.27, 11.69)],
    pages: { white: upTo(780), cream: upTo(730), groundwood: upTo(764), premium_color: upTo(590) },
  },
];

const HARDCOVER_PAGES = { min: 76, max: 550 };
const HARDCOVER: readonly TrimRow[] = [
  {
    trims: [size(5.5, 8.5), size(6, 9), size(6.14, 9.21), size(7, 10), size(8.25, 11)],
    pages: { white: HARDCOVER_PAGES, cream: HARDCOVER_PAGES, premium_color: HARDCOVER_PAGES },
  },
];

const SPINE_TEXT = { from: 80, clear: 0.0625 };

export const kdp: Printer = {
  name: 'Amazon KDP',
  bindings: {
    paperback_wrap: {
      name: 'KDP paperback',
      source: 'https://kdp.amazon.com/help/topic/G201953020',
      edge: 0.125,
      edgeIs: 'bleed',
      board: size(0, 0),
      hinge: 0,
      safe: 0.125,
      spineText: SPINE_TEXT,
      barcode: { w: 2, h: 1.2, fromSpine: 0.25, fromBottom: 0.25 },
      spine: (pages, paper) => pages * PAGE[paper],
      papers: ['white', 'cream', 'groundwood', 'standard_color', 'premium_color'],
      rows: PAPERBACK,
      custom: { w: { min: 4, max: 8.5 }, h: { min: 6, max: 11.69 } },
    },
    hardcover_case: {
      name: 'KDP hardcover',
      source: 'https://kdp.amazon.com/help/topic/GDTKFJPNQCBTMRV6',
      edge: mm(15),
      edgeIs: 'wrap',
      board: { w: mm(5), h: mm(6) },
      hinge: mm(10),
      safe: 0.125,
      spineText: SPINE_TEXT,
      barcode: { w: 2, h: 1.2, fromSpine: 0.25, fromBottom: 0.76 },
      // Two boards' thickness is in it.
      spine: (pages, paper) => pages * PAGE[paper] + mm(4.8),
      papers: ['white', 'cream', 'premium_color'],
      rows: HARDCOVER,
    },
  },
  screens: {
    ebook_front: {
      name: 'Kindle ebook',
      source: 'https://kdp.amazon.com/help/topic/G6GTK3T3NUHKLEFX',
      ideal: size(1600, 2560),
      least: size(625, 1000),
      most: size(10_000, 10_000),
      ratio: { value: 1.6, tolerance: 0.02 },
      bytes: 50_000_000,
      takes: ['jpeg', 'tiff'],
    },
  },
};
