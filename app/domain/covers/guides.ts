/**
 * The guides of a template, from its geometry: named layers, undermost first, of boxes, lines and words, in inches
 * from the top left corner. What is drawn from them, and where, is not known here: they are the same in SVG, PDF and PNG.
 */
import type { Box, Geometry } from './geometry.ts';
import { labelsOf, type LegendEntry } from './labels.ts';
import type { Binding } from './printers/index.ts';
import { drawnSize, type Sheet } from './sheet.ts';
import type { BoundSpec } from './spec.ts';
import { bareInches, writeInches } from './written.ts';

export type GuideRole = 'edge' | 'trim' | 'fold' | 'hinge' | 'safe' | 'barcode' | 'label';
export type Shape =
  | { kind: 'rect'; role: GuideRole; box: Box }
  /** What lies in `box` and not in `hole`. */
  | { kind: 'ring'; role: GuideRole; box: Box; hole: Box }
  | { kind: 'line'; role: GuideRole; from: Point; to: Point }
  | Words;
export type Point = { x: number; y: number };
/** One line of text; `x` and `y` are its baseline at the start, or in the middle, and `turn` goes round them, clockwise. */
export type Words = Point & {
  kind: 'text';
  role: 'label';
  text: string;
  size: number;
  anchor: 'start' | 'middle';
  turn: 0 | 90;
};
export type Layer = {
  name: string;
  /** What it means, in a sentence; empty for what speaks for itself. */
  legend: string;
  shapes: Shape[];
};
/** `width` and `height` in inches; a screen's pixels are drawn 300 to an inch. */
export type Guides = { width: number; height: number; layers: Layer[] };

/** How each role is painted. Lengths in inches. */
export type Ink = {
  line?: string;
  width: number;
  dash?: readonly [on: number, off: number];
  fill?: string;
  opacity?: number;
};
export const INKS: Record<GuideRole, Ink> = {
  edge: { fill: '#d81b60', opacity: 0.16, width: 0 },
  trim: { line: '#1f3796', width: 0.012 },
  fold: { line: '#c2185b', width: 0.01, dash: [0.09, 0.045] },
  hinge: { fill: '#e08a00', opacity: 0.24, width: 0 },
  safe: { line: '#137a52', width: 0.01, dash: [0.04, 0.04] },
  barcode: { line: '#54575c', width: 0.01, fill: '#ffffff', opacity: 0.8 },
  label: { fill: '#33353a', opacity: 1, width: 0 },
};

/** The guides of a sheet. */
export function guidesOf(sheet: Sheet): Guides {
  const { w: width, h: height } = drawnSize(sheet);
  const layers =
    sheet.judged.kind === 'bound' ? boundLayers(sheet.geometry, sheet.judged) : screenLayers(width, height);
  const legend = layers.flatMap((layer) => legendOf(layer));
  return {
    width,
    height,
    layers: [...layers, { name: 'Labels', legend: '', shapes: labelsOf(sheet, legend) }],
  };
}

function legendOf({ legend, shapes: [first] }: Layer): LegendEntry[] {
  return legend && first ? [{ role: first.role, sentence: legend }] : [];
}

function boundLayers({ boxes, width, height, spineText }: Geometry, judged: BoundSpec): Layer[] {
  const { binding } = judged;
  const isBleed = binding.edgeIs === 'bleed';
  const rects = (role: GuideRole, ...of: (Box | undefined)[]): Shape[] =>
    of.flatMap((box) => (box ? [{ kind: 'rect', role, box } as const] : []));
  const { trim, spine, barcode } = boxes;
  const sheet = { x: 0, y: 0, w: width, h: height };
  const layers: (Layer | null)[] = [
    trim
      ? {
          name: isBleed ? 'Bleed' : 'Wrap',
          legend: `${isBleed ? 'Bleed' : 'Wrap'}, ${writeInches(binding.edge)}: the picture runs on to the edge of the sheet. This is ${isBleed ? 'cut off' : 'folded round the boards'}.`,
          shapes: [{ kind: 'ring', role: 'edge', box: sheet, hole: trim }],
        }
      : null,
    {
      name: 'Hinges',
      legend: `Hinges, ${writeInches(binding.hinge)} wide: the case bends here. No text.`,
      shapes: rects('hinge', boxes.backHinge, boxes.frontHinge),
    },
    {
      name: isBleed ? 'Trim' : 'Boards',
      legend: isBleed ? 'Trim: where the book is cut.' : 'Boards: the edges of the closed book.',
      shapes: rects('trim', trim),
    },
    {
      name: 'Folds',
      legend: 'Folds: the spine lies between them.',
      shapes: spine ? [spine.x, spine.x + spine.w].map((x) => upright(x, height)) : [],
    },
    {
      name: 'Safe areas',
      legend: safeLegend(binding, judged, spineText),
      shapes: rects('safe', boxes.backSafe, boxes.spineSafe, boxes.frontSafe),
    },
    {
      name: 'Barcode',
      legend: barcode
        ? `Barcode: kept for the printer’s white box, ${bareInches(barcode.w)} × ${writeInches(barcode.h)}.`
        : '',
      shapes: rects('barcode', barcode),
    },
  ];
  return layers.filter((layer) => layer !== null && layer.shapes.length > 0) as Layer[];
}

const upright = (x: number, height: number): Shape => ({
  ...{ kind: 'line', role: 'fold', from: { x, y: 0 }, to: { x, y: height } },
});

function safeLegend(
  { safe, edgeIs, spineText }: Binding,
  { pages }: BoundSpec,
  mayCarryText: boolean,
): string {
  const from = edgeIs === 'bleed' ? 'trim' : 'boards’ edge';
  const spine = mayCarryText
    ? `On the spine, ${writeInches(spineText.clear)} from each fold.`
    : pages < spineText.from
      ? `No text on this spine: it takes some from ${spineText.from} pages.`
      : 'No text on this spine: it is too thin.';
  return `Safe areas: text and faces stay inside, ${writeInches(safe)} from the ${from}. ${spine}`;
}

function screenLayers(width: number, height: number): Layer[] {
  const line = (from: Point, to: Point): Shape => ({ kind: 'line', role: 'fold', from, to });
  return [
    {
      name: 'Edge',
      legend: 'Edge: the picture fills it. Nothing is cut off.',
      shapes: [{ kind: 'rect', role: 'trim', box: { x: 0, y: 0, w: width, h: height } }],
    },
    {
      name: 'Centre',
      legend: 'Centre: half of the width, half of the height.',
      shapes: [
        line({ x: width / 2, y: 0 }, { x: width / 2, y: height }),
        line({ x: 0, y: height / 2 }, { x: width, y: height / 2 }),
      ],
    },
  ];
}
