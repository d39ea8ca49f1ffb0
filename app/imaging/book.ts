/**
 * A book that stands on a table, drawn from its front and its spine by casting one ray for each column of pixels. The
 * camera stands a little above the book and looks level, so upright edges stay upright and a column meets one face of
 * the book, then the top of its pages. Pure; the same pixels for the same pictures.
 */

/** Three bytes per pixel. */
export type Face = { pixels: Buffer; width: number; height: number };
type Point = [x: number, y: number];
/** How a book of this shape stands in the picture. Lengths of the book in heights of the book, others in pixels. */
export type Stance = {
  /** Of the whole picture. */
  width: number;
  height: number;
  book: { width: number; depth: number };
  focal: number;
  /** The column of the edge between spine and front, and the row of the horizon. */
  edge: number;
  horizon: number;
  /** About how large the faces come out: what their pictures are best scaled to. */
  front: { width: number; height: number };
  spine: { width: number; height: number };
  /** Where the book meets the table: front edge, right, behind, left. */
  footprint: Point[];
};

/** How far the front is turned away. */
const [COS, SIN] = [Math.cos(0.53), Math.sin(0.53)];
/** Heights of the book: how far away the camera is, and how high. */
const [DISTANCE, EYE] = [3.1, 1.2];
const MARGIN = 0.055;
/** Of the covers, in heights of the book. */
const THICKNESS = 0.007;
const PAPER = [244, 239, 228] as const;

/** Puts a book in the middle of a picture, as large as there is room with its shadow. */
export function standing(
  picture: { width: number; height: number },
  book: { width: number; depth: number },
): Stance {
  const across = (u: number, v: number) => (u * COS - v * SIN) / (DISTANCE + u * SIN + v * COS);
  const down = (u: number, v: number, y: number) => (EYE - y) / (DISTANCE + u * SIN + v * COS);
  const [left, right] = [across(0, book.depth), across(book.width, 0)];
  const [top, bottom] = [down(book.width, book.depth, 1), down(0, 0, 0)];
  const room = { w: picture.width * (1 - 2 * MARGIN), h: picture.height * (1 - 2 * MARGIN) };
  const focal = Math.min(room.w / (right - left), room.h / (bottom - top));
  // On whole columns, where it needs no blending.
  const edge = Math.round(picture.width / 2 - (focal * (left + right)) / 2);
  const horizon = picture.height / 2 - (focal * (top + bottom)) / 2;
  const on = (u: number, v: number): Point => [edge + focal * across(u, v), horizon + focal * down(u, v, 0)];
  const tall = Math.round(focal / DISTANCE);
  return {
    ...{ ...picture, book, focal, edge, horizon },
    front: { width: Math.max(2, Math.round(focal * right)), height: tall },
    spine: { width: Math.max(2, Math.round(-focal * left)), height: tall },
    footprint: [on(0, 0), on(book.width, 0), on(book.width, book.depth), on(0, book.depth)],
  };
}

/** Four bytes per pixel, clear where there is no book. */
export function drawBook(stance: Stance, front: Face, spine: Face): Buffer {
  const { width, height, edge, focal, horizon, book } = stance;
  const out = Buffer.alloc(width * height * 4);
  for (let x = 0; x < width; x++) {
    // The ray through the middle of the column, as the slope at which it leaves the camera.
    const slope = (x + 0.5 - edge) / focal;
    const isFront = slope >= 0;
    const u = isFront ? (slope * DISTANCE) / (COS - slope * SIN) : 0;
    const v = isFront ? 0 : (-slope * DISTANCE) / (SIN + slope * COS);
    const near = DISTANCE + u * SIN + v * COS;
    const step = near / focal;
    // What part of the column the last of the face fills.
    const fill = isFront ? (book.width - u) / step + 0.5 : (book.depth - v) / step + 0.5;
    if (fill <= 0) continue;
    const far = Math.max(
      near,
      Math.min(
        (book.width + DISTANCE * SIN) / (slope * COS + SIN),
        (book.depth + DISTANCE * COS) / (COS - slope * SIN),
      ),
    );
    const at = (y: number, z: number) => horizon + (focal * (EYE - y)) / z;
    const column = { out, x, width, height, fill: Math.min(1, fill) };
    drawTop(column, { from: at(1, far), to: at(1, near) }, (y) => {
      const z = (focal * (EYE - 1)) / (y - horizon);
      return paperAt(
        z * (slope * COS + SIN) - DISTANCE * SIN,
        z * (COS - slope * SIN) - DISTANCE * COS,
        book,
      );
    });
    const span = { from: at(1, near), to: at(0, near) };
    if (isFront) drawFace(column, span, front, u / book.width, lightOnFront(u / book.width));
    else drawFace(column, span, spine, 1 - v / book.depth, lightOnSpine(v / book.depth));
  }
  return out;
}

/** Falls off to the right; beside the spine lies the groove in which a cover opens. */
function lightOnFront(u: number): number {
  const groove = (u - 0.045) / 0.008;
  return (1.02 - 0.09 * u) * (1 - 0.16 * Math.exp(-groove * groove)) * (u < 0.012 ? 1.06 : 1);
}

/** In the shade, and a little round. */
const lightOnSpine = (v: number): number => 0.8 - 0.24 * v * v - 0.1 * Math.exp(-v * 14);

/** The top of the pages, between the edges of the covers. */
function paperAt(u: number, v: number, { depth }: { depth: number }): readonly number[] {
  const edge = Math.min(v, depth - v, u);
  if (edge < THICKNESS) return [206, 203, 196];
  const leaf = 0.5 + 0.5 * Math.sin((v / depth) * 90);
  const shade = 0.9 - 0.07 * leaf - 0.16 * Math.exp(-(edge - THICKNESS) * 120);
  return PAPER.map((channel) => channel * shade);
}

type Column = { out: Buffer; x: number; width: number; height: number; fill: number };
type Span = { from: number; to: number };

function drawTop(column: Column, { from, to }: Span, colourAt: (y: number) => readonly number[]): void {
  for (let y = Math.max(0, Math.floor(from)); y < Math.min(to, column.height); y++) {
    const cover = Math.min(y + 1, to) - Math.max(y, from);
    const [r = 0, g = 0, b = 0] = colourAt(Math.min(Math.max(y + 0.5, from), to));
    blend(column, y, r, g, b, cover);
  }
}

/** One column of a face, between two of its own columns, scaled from top to bottom. */
function drawFace(column: Column, { from, to }: Span, face: Face, across: number, light: number): void {
  const { pixels, width, height } = face;
  const along = Math.min(Math.max(across * width - 0.5, 0), width - 1);
  const [left, right] = [Math.floor(along), Math.min(Math.floor(along) + 1, width - 1)];
  const share = along - left;
  for (let y = Math.max(0, Math.floor(from)); y < Math.min(to, column.height); y++) {
    const cover = Math.min(y + 1, to) - Math.max(y, from);
    const down = Math.min(Math.max(((y + 0.5 - from) / (to - from)) * height - 0.5, 0), height - 1);
    const top = Math.floor(down);
    const [above, below] = [top * width, Math.min(top + 1, height - 1) * width];
    const fall = down - top;
    // Of the four pixels around the point, each by how near it is.
    const [a, b, c, d] = [(above + left) * 3, (above + right) * 3, (below + left) * 3, (below + right) * 3];
    const colour = (channel: number): number => {
      const over = at(pixels, a + channel) * (1 - share) + at(pixels, b + channel) * share;
      const under = at(pixels, c + channel) * (1 - share) + at(pixels, d + channel) * share;
      return (over * (1 - fall) + under * fall) * light;
    };
    blend(column, y, colour(0), colour(1), colour(2), cover);
  }
}

const at = (pixels: Buffer, index: number): number => pixels[index] ?? 0;

/** Lays a colour over what a pixel of the column holds, covering a part of it. */
function blend({ out, x, width, fill }: Column, y: number, r: number, g: number, b: number, cover: number) {
  const at = (y * width + x) * 4;
  const under = (out[at + 3] ?? 0) / 255;
  const over = cover * fill;
  // The faces of a book that share a pixel lie beside each other, not over each other.
  const total = Math.min(under + over, fill);
  const share = total > 0 ? Math.min(1, over / total) : 0;
  const mix = (channel: number, colour: number) =>
    (out[at + channel] ?? 0) * (1 - share) + Math.min(255, colour) * share;
  [out[at], out[at + 1], out[at + 2], out[at + 3]] = [mix(0, r), mix(1, g), mix(2, b), total * 255];
}
