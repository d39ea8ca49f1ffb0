/** Where the boxes of a PDF page lie, in inches, upright as it is displayed. Pure. */

/** As PDF writes them, in units of the page: from the lower left. */
export type RawBox = { left: number; top: number; right: number; bottom: number };
export type PageBox = { x: number; y: number; w: number; h: number };

const POINTS_PER_INCH = 72;

/**
 * A box as it lies on its page: from the top left of the page's media box, after so many quarter turns clockwise.
 * `unit` is how many points one unit of the page is.
 */
export function onPage(box: RawBox, media: RawBox, turns: number, unit: number): PageBox {
  const [width, height] = [box.right - box.left, box.top - box.bottom];
  // How far in from each side of the media box.
  const sides = {
    left: box.left - media.left,
    top: media.top - box.top,
    right: media.right - box.right,
    bottom: box.bottom - media.bottom,
  };
  const lying = turns % 2 === 1;
  const x = [sides.left, sides.bottom, sides.right, sides.top][turns % 4] ?? 0;
  const y = [sides.top, sides.left, sides.bottom, sides.right][turns % 4] ?? 0;
  const inch = (value: number) => (value * unit) / POINTS_PER_INCH;
  const [w, h] = lying ? [height, width] : [width, height];
  return { x: inch(x), y: inch(y), w: inch(w), h: inch(h) };
}

/** [a b c d e f], as PDF writes it. */
export type Matrix = readonly [number, number, number, number, number, number];

/** What lies in a form, where the form lies. */
export function within([a, b, c, d, e, f]: Matrix, [A, B, C, D, E, F]: Matrix): Matrix {
  return [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F];
}

/** How large a picture is placed, in inches: a picture is a unit square until its matrix places it. */
export function placedSize([a, b, c, d]: Matrix, unit: number): { w: number; h: number } {
  return {
    w: (Math.hypot(a, b) * unit) / POINTS_PER_INCH,
    h: (Math.hypot(c, d) * unit) / POINTS_PER_INCH,
  };
}
