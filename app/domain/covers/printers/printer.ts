/**
 * What a printer publishes about the covers it takes, as data: one file each in this folder, so that a printer
 * is added without touching logic. Lengths are inches unless a name says otherwise; printers that publish
 * millimetres are written as `mm(…)`.
 */
import type { Format } from '../rules.ts';

export const MM_PER_INCH = 25.4;
/** Millimetres as the inches everything here is computed in. */
export const mm = (millimetres: number): number => millimetres / MM_PER_INCH;

/** What the pages are printed on. It decides how thick a page is. */
export const PAPERS = {
  white: 'White',
  cream: 'Cream',
  groundwood: 'Groundwood',
  standard_color: 'Standard colour',
  premium_color: 'Premium colour',
} as const;
export type Paper = keyof typeof PAPERS;
export const PAPER_KEYS = Object.keys(PAPERS) as [Paper, ...Paper[]];

export type Size = { w: number; h: number };
export type Range = { min: number; max: number };

/** Trim sizes that share their limits, and how many pages each paper takes at them; a paper that is absent is not offered. */
export type TrimRow = { trims: readonly Size[]; pages: Partial<Record<Paper, Range>> };

/** How a bound cover lies flat, from edge to edge: edge, back, spine, front, edge. */
export type Binding = {
  /** For people, such as "KDP paperback". */
  name: string;
  /** Where the numbers come from. */
  source: string;
  /** Beyond the trim on every outside edge: bleed that is cut off, or a wrap that is folded in. */
  edge: number;
  edgeIs: 'bleed' | 'wrap';
  /** How much a board is larger than the trimmed page; 0 for a soft cover. */
  board: Size;
  /** On each board beside the spine, where nothing vital may lie; 0 without. */
  hinge: number;
  /** Text keeps this far inside the trim, or the board. */
  safe: number;
  spineText: {
    /** Pages from which a spine may carry text. */
    from: number;
    /** Clear on each side of it. */
    clear: number;
  };
  /** The box a printer keeps for its barcode, from the spine (or hinge) and from the bottom of back or board. */
  barcode?: Size & { fromSpine: number; fromBottom: number };
  /** Null where the printer publishes none: it then comes from the printer's own template. */
  spine: ((pages: number, paper: Paper) => number) | null;
  /** Papers that make a difference, or are offered at all; empty when the printer's spine does not ask. */
  papers: readonly Paper[];
  /** Sizes with limits of their own. Empty: any size in `custom`, with `pages`. */
  rows: readonly TrimRow[];
  /** Any size between these, under the limits of the smallest row that holds it. */
  custom?: { w: Range; h: Range };
  /** Limits where rows do not say. */
  pages?: Range;
};

/** A cover that is only ever looked at on a screen, in pixels. */
export type Screen = {
  name: string;
  source: string;
  ideal: Size;
  least: Size;
  most: Size;
  /** Height over width it should have, and how far off is still right, as a fraction. */
  ratio: { value: number; tolerance: number };
  bytes?: number;
  /** Kinds of file, where it does not take every common one. */
  takes?: readonly ('jpeg' | 'tiff' | 'png')[];
};

export type Printer = {
  name: string;
  bindings: Partial<Record<Extract<Format, 'paperback_wrap' | 'hardcover_case'>, Binding>>;
  screens: Partial<Record<Extract<Format, 'ebook_front' | 'audiobook_square'>, Screen>>;
};
