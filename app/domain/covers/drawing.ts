/**
 * A cover drawn to scale for a page, small enough for a phone: panels, safe areas and dimension lines with inches
 * above and millimetres below. It is data; `ui/cover-drawing.tsx` makes the picture of it. Lengths are thousandths of
 * the drawing's width, so that type and margins are the same for every cover.
 */
import type { Box, Geometry } from './geometry.ts';
import type { Binding } from './printers/index.ts';
import type { BoundSpec, ScreenSpec } from './spec.ts';
import { writeInches, writeMetricSize, writeMillimetres, writePixels, writeSize } from './written.ts';

export type MarkRole = 'sheet' | 'trim' | 'spine' | 'hinge' | 'safe' | 'barcode' | 'dimension';
export type Mark =
  | { kind: 'rect'; role: MarkRole; box: Box }
  | { kind: 'path'; role: MarkRole; d: string }
  /** `lift` is how far its baseline lies below the point, in ems: along a line, some of it above and some below. */
  | {
      kind: 'text';
      text: string;
      x: number;
      y: number;
      lift: number;
      turned: boolean;
      of: 'panel' | 'spine' | 'number';
    };
export type Drawing = {
  width: number;
  height: number;
  /** What it shows, for readers who hear it. */
  title: string;
  description: string;
  /** What its kinds of lines mean, for those who see it. */
  key: string;
  marks: Mark[];
};

const WIDTH = 1000;
/** Beside the sheet, for the heights; above it, for the spine; below it, for one row of widths. */
const [SIDE, TOP, ROW] = [106, 84, 104];
const TALLEST = 1000;
/** From here on a spine has room for its own name. */
const NAMED_SPINE = 48;
const [ABOVE, MIDDLE, BELOW] = [-0.3, 0.35, 1.02];

/** A judged cover, drawn. */
export function drawingOf(geometry: Geometry, spec: BoundSpec | ScreenSpec): Drawing {
  return spec.kind === 'bound' ? drawBound(geometry, spec.binding) : drawScreen(geometry, spec.screen.name);
}

type Frame = { scale: number; sheet: Box; at: (box: Box) => Box };

/** Where the sheet lies in the drawing: in the middle, as large as there is room. */
function frameOf({ width, height }: Geometry, top: number): Frame {
  const scale = Math.min((WIDTH - 2 * SIDE) / width, TALLEST / height);
  const left = (WIDTH - width * scale) / 2;
  const at = ({ x, y, w, h }: Box) =>
    tidy({ x: left + x * scale, y: top + y * scale, w: w * scale, h: h * scale });
  return { scale, at, sheet: at({ x: 0, y: 0, w: width, h: height }) };
}

function drawBound(geometry: Geometry, binding: Binding): Drawing {
  const { boxes, width, height, spine } = geometry;
  const { back, front, spine: fold, trim, barcode } = boxes;
  // A bound cover has them all; the types cannot say so.
  if (!back || !front || !fold || !trim) throw new Error('A bound cover has a back, a spine and a front.');
  const { sheet, at } = frameOf(geometry, TOP);
  const [foldAt, bottom, right] = [at(fold), sheet.y + sheet.h, sheet.x + sheet.w];
  const rects = (role: MarkRole, ...of: (Box | undefined)[]): Mark[] =>
    of.flatMap((box) => (box ? [{ kind: 'rect', role, box: at(box) } as const] : []));
  const [left, other] = front.x > back.x ? [back, front] : [front, back];
  const marks: Mark[] = [
    { kind: 'rect', role: 'sheet', box: sheet },
    ...rects('trim', trim),
    ...rects('hinge', boxes.backHinge, boxes.frontHinge),
    ...rects('safe', boxes.backSafe, boxes.frontSafe),
    ...(barcode ? [...rects('barcode', barcode), bars(at(barcode))] : []),
    ...rects('spine', fold),
    panelName('Back', at(back)),
    panelName('Front', at(front)),
    ...(foldAt.w >= NAMED_SPINE ? [spineName(foldAt)] : []),
    ...spineWidth(foldAt, spine),
    ...across(at(left), bottom + ROW / 2, left.w),
    ...across(at(other), bottom + ROW / 2, other.w),
    ...across(sheet, bottom + ROW * 1.5, width),
    ...upright(sheet, sheet.x - SIDE / 2, height),
    ...upright(at(trim), right + SIDE / 2, trim.h),
  ];
  return {
    ...{ width: WIDTH, height: tenth(bottom + 2 * ROW), marks },
    title: `${binding.name}, laid flat and drawn to scale`,
    description: inWords(geometry, left === back ? 'back, spine, front' : 'front, spine, back'),
    key: keyOf(binding, barcode !== undefined),
  };
}

function drawScreen(geometry: Geometry, name: string): Drawing {
  const { sheet } = frameOf(geometry, SIDE / 4);
  const { width: w, height: h } = geometry;
  const bottom = sheet.y + sheet.h;
  const [across, upright] = [bottom + ROW / 3, sheet.x - SIDE / 3];
  const marks: Mark[] = [
    { kind: 'rect', role: 'trim', box: sheet },
    panelName('Front', sheet),
    dimension(`M${spanX(sheet, across)}`),
    number(`${w} px`, sheet.x + sheet.w / 2, across, BELOW),
    dimension(`M${spanY(sheet, upright)}`),
    number(`${h} px`, upright, sheet.y + sheet.h / 2, ABOVE, true),
  ];
  return {
    ...{ width: WIDTH, height: tenth(bottom + ROW), marks },
    title: `${name} cover, drawn to scale`,
    description: `One panel, ${writePixels({ w, h })}.`,
    key: 'Solid: the edge of the picture.',
  };
}

function inWords({ boxes, width, height, spine }: Geometry, order: string): string {
  const { trim, front } = boxes;
  const sheet = { w: width, h: height };
  const panel = front && `Each panel is ${writeSize(front)}. `;
  return (
    `The sheet is ${writeSize(sheet)}, or ${writeMetricSize(sheet)}. From left to right: ${order}. ${panel ?? ''}` +
    `The spine is ${writeInches(spine)}, or ${writeMillimetres(spine)}.` +
    (trim ? ` Inside its edges ${writeSize(trim)} are seen.` : '')
  );
}

function keyOf({ edge, edgeIs, hinge }: Binding, hasBarcode: boolean): string {
  const beyond = edgeIs === 'bleed' ? 'of bleed, cut off' : 'of wrap, folded round the board';
  return [
    `Dashed: the sheet with ${writeInches(edge)} ${beyond}.`,
    edgeIs === 'bleed' ? 'Solid: where it is trimmed.' : 'Solid: the edge of the boards.',
    ...(hinge > 0 ? ['Grey: the hinges.'] : []),
    'Dotted: text stays inside.',
    ...(hasBarcode ? ['Bars: the printer’s barcode.'] : []),
  ].join(' ');
}

const tenth = (value: number): number => Math.round(value * 10) / 10;
const tidy = ({ x, y, w, h }: Box): Box => ({ x: tenth(x), y: tenth(y), w: tenth(w), h: tenth(h) });

const dimension = (d: string): Mark => ({ kind: 'path', role: 'dimension', d });
const number = (text: string, x: number, y: number, lift: number, turned = false): Mark => ({
  ...{ kind: 'text', of: 'number', text, lift, turned },
  ...{ x: tenth(x), y: tenth(y) },
});

const panelName = (text: string, { x, y, w, h }: Box): Mark => ({
  ...{ kind: 'text', of: 'panel', text, lift: MIDDLE, turned: false },
  ...{ x: tenth(x + w / 2), y: tenth(y + h / 2) },
});
const spineName = (fold: Box): Mark => ({ ...panelName('Spine', fold), of: 'spine', turned: true }) as Mark;

/** A line between two ticks. */
const spanX = ({ x, w }: Box, y: number) => `${x} ${tenth(y - 9)}v18m0-9h${w}m0-9v18`;
const spanY = ({ y, h }: Box, x: number) => `${tenth(x - 9)} ${y}h18m-9 0v${h}m-9 0h18`;

/** The width of a box, below the sheet. */
const across = (box: Box, y: number, inches: number): Mark[] => [
  dimension(`M${spanX(box, y)}`),
  number(writeInches(inches), box.x + box.w / 2, y, ABOVE),
  number(writeMillimetres(inches), box.x + box.w / 2, y, BELOW),
];

/** The height of a box, beside the sheet, read from the right. */
const upright = (box: Box, x: number, inches: number): Mark[] => [
  dimension(`M${spanY(box, x)}`),
  number(writeInches(inches), x, box.y + box.h / 2, ABOVE, true),
  number(writeMillimetres(inches), x, box.y + box.h / 2, BELOW, true),
];

/** The spine's width stands above it: there is seldom room between its own lines. */
const spineWidth = ({ x, y, w }: Box, inches: number): Mark[] => [
  dimension(
    `M${x} ${tenth(y - 8)}V${TOP - 32}m${w} 0V${tenth(y - 8)}M${tenth(x - 26)} ${TOP - 22}h26m${w} 0h26`,
  ),
  number(`Spine ${writeInches(inches)} · ${writeMillimetres(inches)}`, x + w / 2, TOP - 36, ABOVE),
];

/** Nine bars that say barcode to anybody, without a word that would not fit. */
function bars({ x, y, w, h }: Box): Mark {
  const [pad, step] = [h * 0.2, w / 12];
  const d = Array.from(
    { length: 9 },
    (_, n) => `M${tenth(x + step * (n + 2))} ${tenth(y + pad)}v${tenth(h - 2 * pad)}`,
  );
  return { kind: 'path', role: 'barcode', d: d.join('') };
}
