/** A cover's measurements in words: each number in inches and in millimetres, for pages that people read. */
import { pixels, points, type BoxName, type Geometry } from './geometry.ts';
import { PAPERS, printerTable, type Paper, type Range, type Size } from './printers/index.ts';
import { limitsAt, type BoundSpec, type CoverSpec, type ScreenSpec } from './spec.ts';
import {
  bareInches,
  writeInches,
  writeMetricSize,
  writeMillimetres,
  writePixels,
  writeSize,
} from './written.ts';

/** `also` says the same in the other unit; `note` says what to make of it. */
export type Measure = { term: string; value: string; also?: string; note?: string };

const length = (term: string, inches: number): Measure => ({
  ...{ term, value: writeInches(inches), also: writeMillimetres(inches) },
});
const size = (term: string, inches: Size): Measure => ({
  ...{ term, value: writeSize(inches), also: writeMetricSize(inches) },
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

const toTwo = (value: number) => Number(value.toFixed(2));
const paperName = (paper: Paper) => `${PAPERS[paper].toLowerCase()} paper`;

/** In the unit it was meant in: what is no round number of inches was millimetres. */
export function sizeName({ w, h }: Size): string {
  const round = (side: number) => Math.abs(side - Number(side.toFixed(4))) < 1e-9;
  return round(w) && round(h) ? writeSize({ w, h }) : writeMetricSize({ w, h });
}

/** The numbers somebody needs who sets up a file, the two most wanted first. */
export const measuresOf = (judged: BoundSpec | ScreenSpec, geometry: Geometry, dpi: number): Measure[] =>
  judged.kind === 'bound' ? boundMeasures(judged, geometry, dpi) : screenMeasures(judged);

function boundMeasures(judged: BoundSpec, geometry: Geometry, dpi: number): Measure[] {
  const { edge, edgeIs, board, hinge, safe, barcode } = judged.binding;
  const { width, height, spine, boxes } = geometry;
  const hard = edgeIs === 'wrap';
  return [
    length('Spine', spine),
    size('Whole cover', { w: width, h: height }),
    { term: `At ${dpi} dpi`, value: writePixels({ w: pixels(width, dpi), h: pixels(height, dpi) }) },
    { term: 'PDF page', value: `${toTwo(points(width))} × ${toTwo(points(height))} pt` },
    {
      ...length(hard ? 'Wrap' : 'Bleed', edge),
      note: hard ? 'folded in on all four sides' : 'cut off on all four sides',
    },
    ...(board.w > 0 ? [size('Board', { w: judged.trim.w + board.w, h: judged.trim.h + board.h })] : []),
    ...(hinge > 0 ? [{ ...length('Hinge', hinge), note: 'beside the spine, on both boards' }] : []),
    {
      ...size('Safe on front and back', boxes.frontSafe ?? judged.trim),
      note: `text stays ${writeInches(safe)} inside ${hard ? 'the board' : 'the trim'}`,
    },
    spineText(judged, geometry),
    ...(barcode
      ? [
          {
            ...size('Barcode', barcode),
            note: `on the back, ${writeInches(barcode.fromSpine)} from the ${hinge > 0 ? 'hinge' : 'spine'}, ${writeInches(barcode.fromBottom)} above the bottom`,
          },
        ]
      : []),
  ];
}

function spineText({ binding, pages }: BoundSpec, { boxes }: Geometry): Measure {
  const term = 'Text on the spine';
  const { from } = binding.spineText;
  if (boxes.spineSafe) {
    const { value, also } = size(term, boxes.spineSafe);
    return { term, value: `Allowed, within ${value}`, ...(also && { also }) };
  }
  return {
    term,
    value: `Not allowed: ${pages < from ? `only from ${from} pages` : 'the spine is too narrow'}`,
  };
}

function screenMeasures(judged: ScreenSpec): Measure[] {
  const { ideal, least, most, ratio, bytes } = judged.screen;
  const percent = toTwo(ratio.tolerance * 100);
  return [
    { term: 'Size', value: writePixels(ideal) },
    ...(least.w === ideal.w && least.h === ideal.h ? [] : [{ term: 'At least', value: writePixels(least) }]),
    { term: 'At most', value: writePixels(most) },
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
export type Place = { name: string; sides: string[] };

/** Where everything lies: x, y, width and height from the top left corner, in inches. */
export function placesOf({ boxes }: Geometry): Place[] {
  return (Object.keys(BOX_NAMES) as BoxName[]).flatMap((name) => {
    const box = boxes[name];
    if (!box) return [];
    return { name: BOX_NAMES[name], sides: [box.x, box.y, box.w, box.h].map(bareInches) };
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
