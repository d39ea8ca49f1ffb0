/** A cover's measurements in words: each number in inches and in millimetres, for pages that people read. */
import { layOut, onScreen, pixels, points, type BoxName, type Geometry } from './geometry.ts';
import { MM_PER_INCH, PAPERS, printerTable, type Paper, type Range, type Size } from './printers/index.ts';
import { limitsAt, type BoundSpec, type CoverSpec, type Direction, type ScreenSpec } from './spec.ts';

/** `also` says the same in the other unit; `note` says what to make of it. */
export type Measure = { term: string; value: string; also?: string; note?: string };

const fixed = (value: number, digits: number): string => String(Number(value.toFixed(digits)));
const by = (sides: readonly number[], digits: number) => sides.map((side) => fixed(side, digits)).join(' × ');
export const inInches = (...sides: number[]): string => `${by(sides, 4)} in`;
export const inMm = (...sides: number[]): string =>
  `${by(
    sides.map((side) => side * MM_PER_INCH),
    2,
  )} mm`;
const inPixels = ({ w, h }: Size): string => `${w} × ${h} px`;
const both = (term: string, ...sides: number[]): Measure => ({
  term,
  value: inInches(...sides),
  also: inMm(...sides),
});

/** "KDP paperback, 6 × 9 in, white paper, 200 pages". */
export function coverName(spec: CoverSpec, judged: BoundSpec | ScreenSpec): string {
  if (judged.kind === 'screen') return judged.screen.name;
  const { trim, paper, pages, direction } = spec;
  return [
    judged.binding.name,
    trim && sizeName(trim),
    paper && paperName(paper),
    pages !== null && `${judged.pages} pages`,
    direction === 'rtl' && 'read from right to left',
  ]
    .filter(Boolean)
    .join(', ');
}

const paperName = (paper: Paper) => `${PAPERS[paper].toLowerCase()} paper`;

/** In the unit it was meant in: what is no round number of inches was millimetres. */
export function sizeName({ w, h }: Size): string {
  const round = (side: number) => Math.abs(side - Number(side.toFixed(4))) < 1e-9;
  return round(w) && round(h) ? inInches(w, h) : inMm(w, h);
}

/** The numbers somebody needs who sets up a file, the two most wanted first. */
export const measuresOf = (judged: BoundSpec | ScreenSpec, direction: Direction, dpi: number): Measure[] =>
  judged.kind === 'bound' ? boundMeasures(judged, layOut(judged, direction), dpi) : screenMeasures(judged);

function boundMeasures(judged: BoundSpec, geometry: Geometry, dpi: number): Measure[] {
  const { edge, edgeIs, board, hinge, safe, barcode } = judged.binding;
  const { width, height, spine, boxes } = geometry;
  const hard = edgeIs === 'wrap';
  return [
    both('Spine', spine),
    both('Whole cover', width, height),
    { term: `At ${dpi} dpi`, value: inPixels({ w: pixels(width, dpi), h: pixels(height, dpi) }) },
    { term: 'PDF page', value: `${by([points(width), points(height)], 2)} pt` },
    {
      ...both(hard ? 'Wrap' : 'Bleed', edge),
      note: hard ? 'folded in on all four sides' : 'cut off on all four sides',
    },
    ...(board.w > 0 ? [both('Board', judged.trim.w + board.w, judged.trim.h + board.h)] : []),
    ...(hinge > 0 ? [{ ...both('Hinge', hinge), note: 'beside the spine, on both boards' }] : []),
    {
      ...both('Safe on front and back', boxes.frontSafe?.w ?? 0, boxes.frontSafe?.h ?? 0),
      note: `text stays ${inInches(safe)} inside ${hard ? 'the board' : 'the trim'}`,
    },
    spineText(judged, geometry),
    ...(barcode
      ? [
          {
            ...both('Barcode', barcode.w, barcode.h),
            note: `on the back, ${inInches(barcode.fromSpine)} from the ${hinge > 0 ? 'hinge' : 'spine'}, ${inInches(barcode.fromBottom)} above the bottom`,
          },
        ]
      : []),
  ];
}

function spineText({ binding, pages }: BoundSpec, { boxes }: Geometry): Measure {
  const term = 'Text on the spine';
  const { from } = binding.spineText;
  if (boxes.spineSafe) {
    const { w, h } = boxes.spineSafe;
    return { term, value: `Allowed, within ${inInches(w, h)}`, also: inMm(w, h) };
  }
  return {
    term,
    value: `Not allowed: ${pages < from ? `only from ${from} pages` : 'the spine is too narrow'}`,
  };
}

function screenMeasures(judged: ScreenSpec): Measure[] {
  const { ideal, least, most, ratio, bytes } = judged.screen;
  const { width, height } = onScreen(judged);
  const percent = fixed(ratio.tolerance * 100, 1);
  return [
    { term: 'Size', value: inPixels({ w: width, h: height }) },
    ...(least.w === ideal.w && least.h === ideal.h ? [] : [{ term: 'At least', value: inPixels(least) }]),
    { term: 'At most', value: inPixels(most) },
    {
      term: 'Shape',
      value:
        ratio.value === 1
          ? 'A true square'
          : `${ratio.value} times as high as wide, give or take ${percent} %`,
    },
    { term: 'Colour', value: 'RGB' },
    ...(bytes ? [{ term: 'File', value: `Up to ${bytes / 1_000_000} MB` }] : []),
  ];
}

const BOX_NAMES: Record<BoxName, string> = {
  back: 'Back',
  spine: 'Spine',
  front: 'Front',
  trim: 'Trim',
  backHinge: 'Hinge of the back',
  frontHinge: 'Hinge of the front',
  backSafe: 'Safe on the back',
  spineSafe: 'Safe on the spine',
  frontSafe: 'Safe on the front',
  barcode: 'Barcode',
};
export type Place = { name: string; inches: string[]; mm: string[] };

/** Where everything lies: x, y, width and height from the top left corner. */
export function placesOf(judged: BoundSpec, direction: Direction): Place[] {
  const { boxes } = layOut(judged, direction);
  return (Object.keys(BOX_NAMES) as BoxName[]).flatMap((name) => {
    const box = boxes[name];
    if (!box) return [];
    const sides = [box.x, box.y, box.w, box.h];
    return {
      name: BOX_NAMES[name],
      inches: sides.map((side) => fixed(side, 4)),
      mm: sides.map((side) => fixed(side * MM_PER_INCH, 2)),
    };
  });
}

const range = ({ min, max }: Range) => `${min} to ${max} pages`;

/** How many pages each paper takes at a size, empty when that is not limited or not known yet. */
export function limitWords({ printer, format, trim }: CoverSpec): Measure[] {
  if (!trim || (format !== 'paperback_wrap' && format !== 'hardcover_case')) return [];
  const binding = printerTable(printer).bindings[format];
  const limits = binding && limitsAt(binding, trim);
  if (!limits) return [];
  if (limits.any) return [{ term: 'Any paper', value: range(limits.any) }];
  return limits.papers.flatMap((paper) => {
    const pages = limits.pages[paper];
    return pages ? { term: PAPERS[paper], value: range(pages) } : [];
  });
}
