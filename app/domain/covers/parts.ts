/**
 * What the picture of a cover shows, and where in it the front and the spine lie, while nobody has said what it was
 * printed to. A guess, good enough for a look at it; `printed.ts` is exact. Pure.
 */
import type { ViewSubject } from '../images/rules.ts';
import type { Box } from './geometry.ts';
import type { Format } from './rules.ts';

type Picture = { width: number; height: number };
/** In fractions of the picture. */
export type Parts = { front: Box; spine: Box | null };

/** A back, a spine and a front side by side are wider than this for their height; hardly any front is. */
const WIDE = 1.15;
/** Beyond the trim, in heights of the sheet: an eighth of an inch of bleed, 0.591 in of wrap. */
const EDGE = { wrap: 0.0135, case: 0.057 };
/** Width of most books, and the range of their spines, in heights of the book. */
const [USUAL_WIDTH, THINNEST, THICKEST] = [2 / 3, 0.03, 0.14];

/** A wrap is a whole sheet of a bound book; everything else is a front. */
export function subjectOf(format: Format | null, { width, height }: Picture): ViewSubject {
  const isBound = format === 'paperback_wrap' || format === 'hardcover_case';
  if (!isBound || width < height * WIDE) return 'front';
  return format === 'paperback_wrap' ? 'wrap' : 'case';
}

/** Where front and spine lie; the front is taken to lie on the right, as of a book that is read left to right. */
export function partsOf(subject: ViewSubject, { width, height }: Picture): Parts {
  if (subject === 'front') return { front: { x: 0, y: 0, w: 1, h: 1 }, spine: null };
  const edge = EDGE[subject];
  // All lengths in heights of the sheet, until the end.
  const [across, tall] = [width / height, 1 - 2 * edge];
  const inside = across - 2 * edge;
  const spine = Math.min(Math.max(inside - 2 * USUAL_WIDTH * tall, THINNEST * tall), THICKEST * tall);
  const front = (inside - spine) / 2;
  const part = (x: number, w: number): Box => ({ x: x / across, y: edge, w: w / across, h: tall });
  return { front: part(edge + front + spine, front), spine: part(edge + front, spine) };
}
