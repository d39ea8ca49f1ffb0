/**
 * Where everything lies on a cover, from its spec: sheet, panels, bleed or wrap, hinges, safe areas, barcode. Inches from
 * the top left corner, for a book that is read left to right; one that is read right to left is its mirror.
 *
 *   width  = edge + board + spine + board + edge      board = trim (+ overhang of a hard cover)
 *   height = edge + board + edge
 *
 * Formulas and constants are the printers' own; each table in `printers/` names its source.
 */
import type { BoundSpec, Direction, ScreenSpec } from './spec.ts';
import { MM_PER_INCH, type Size } from './printers/index.ts';

export type Box = { x: number; y: number; w: number; h: number };
export type BoxName =
  | 'back'
  | 'spine'
  | 'front'
  | 'trim'
  | 'backHinge'
  | 'frontHinge'
  | 'backSafe'
  | 'spineSafe'
  | 'frontSafe'
  | 'barcode';
export type Geometry = {
  unit: 'in' | 'px';
  width: number;
  height: number;
  /** 0 where there is none. */
  spine: number;
  /** May the spine carry text? */
  spineText: boolean;
  boxes: Partial<Record<BoxName, Box>>;
};

const inset = ({ x, y, w, h }: Box, by: number): Box => ({
  x: x + by,
  y: y + by,
  w: w - 2 * by,
  h: h - 2 * by,
});

/** A bound cover laid flat. */
export function layOut({ binding, trim, pages, spine }: BoundSpec, direction: Direction = 'ltr'): Geometry {
  const { edge, hinge, safe, barcode, spineText } = binding;
  const board: Size = { w: trim.w + binding.board.w, h: trim.h + binding.board.h };
  const width = 2 * edge + 2 * board.w + spine;
  const height = 2 * edge + board.h;
  const panel = (x: number, w: number): Box => ({ x, y: edge, w, h: board.h });
  const back = panel(edge, board.w);
  const fold = panel(edge + board.w, spine);
  const front = panel(edge + board.w + spine, board.w);
  const safeBack = inset({ ...back, w: back.w - hinge }, safe);
  const safeFront = inset({ ...front, x: front.x + hinge, w: front.w - hinge }, safe);
  const clear = spine - 2 * spineText.clear;
  const mayCarryText = pages >= spineText.from && clear > 0;
  const boxes: Geometry['boxes'] = {
    back,
    spine: fold,
    front,
    trim: { x: edge, y: edge, w: width - 2 * edge, h: board.h },
    ...(hinge > 0 && {
      backHinge: panel(fold.x - hinge, hinge),
      frontHinge: panel(front.x, hinge),
    }),
    backSafe: safeBack,
    ...(mayCarryText && {
      spineSafe: { x: fold.x + spineText.clear, y: edge + safe, w: clear, h: board.h - 2 * safe },
    }),
    frontSafe: safeFront,
    ...(barcode && {
      barcode: {
        x: fold.x - hinge - barcode.fromSpine - barcode.w,
        y: edge + board.h - barcode.fromBottom - barcode.h,
        ...{ w: barcode.w, h: barcode.h },
      },
    }),
  };
  const geometry: Geometry = { unit: 'in', width, height, spine, spineText: mayCarryText, boxes };
  return direction === 'rtl' ? mirror(geometry) : geometry;
}

/** A cover on a screen: one panel, in pixels. */
export function onScreen({ screen }: ScreenSpec): Geometry {
  const { w, h } = screen.ideal;
  return {
    unit: 'px',
    width: w,
    height: h,
    spine: 0,
    spineText: false,
    boxes: { front: { x: 0, y: 0, w, h } },
  };
}

/** The same sheet seen from behind: what lay left lies right. Twice is nothing. */
export function mirror(geometry: Geometry): Geometry {
  const boxes = Object.entries(geometry.boxes).map(([name, box]) => [
    name,
    { ...box, x: geometry.width - box.x - box.w },
  ]);
  return { ...geometry, boxes: Object.fromEntries(boxes) as Geometry['boxes'] };
}

/** Inches → pixels, halves up. */
export const pixels = (inches: number, dpi: number): number => Math.floor(inches * dpi + 0.5);
/** Inches → PostScript points. */
export const points = (inches: number): number => inches * 72;
/** The same geometry in millimetres. */
export function inMillimetres(geometry: Geometry): Geometry {
  const scaled = (box: Box): Box => ({
    x: box.x * MM_PER_INCH,
    y: box.y * MM_PER_INCH,
    w: box.w * MM_PER_INCH,
    h: box.h * MM_PER_INCH,
  });
  const boxes = Object.entries(geometry.boxes).map(([name, box]) => [name, scaled(box)]);
  return {
    ...geometry,
    width: geometry.width * MM_PER_INCH,
    height: geometry.height * MM_PER_INCH,
    spine: geometry.spine * MM_PER_INCH,
    boxes: Object.fromEntries(boxes) as Geometry['boxes'],
  };
}
