/**
 * The picture of a whole cover laid on the sheet it was printed to, as somebody says in the calculator's words: where
 * its spine lies, the guides to lay over it, and whether the two fit at all. Pure.
 */
import { ASK_FIELDS, askOf, readAsk, type Ask, type AskField } from './ask.ts';
import { layOut, type Box, type BoxName, type Geometry } from './geometry.ts';
import { PAPER_KEYS, PAPERS, PRINTER_KEYS, printerTable } from './printers/index.ts';
import type { Format } from './rules.ts';
import type { BoundSpec } from './spec.ts';
import { bareInches, writeInches, writeMillimetres, writeSize } from './written.ts';

type Picture = { width: number; height: number };
export type PrintField = Exclude<AskField, 'format' | 'dpi'>;
export type Guide = { role: 'trim' | 'fold' | 'safe' | 'barcode'; box: Box };
/** Lengths in inches, from the top left corner of the sheet. */
export type Sheet = {
  /** What it is, for people. */
  name: string;
  width: number;
  height: number;
  /** Where the picture lies: in the middle, as large as it fits. */
  picture: Box;
  spine: Box;
  /** How wide the spine is, and whether it may carry text. */
  spineWords: string;
  guides: Guide[];
  /** Why the guides are off; null when the picture fits. */
  mismatch: string | null;
  /** Its address in the calculator. */
  query: string;
};
export type Printed = {
  values: Record<PrintField, string>;
  errors: { field: PrintField; message: string }[];
  choices: Record<'printers' | 'papers', { value: string; label: string }[]>;
  sheet: Sheet | null;
};

const FIELDS = ASK_FIELDS.filter((field): field is PrintField => field !== 'format' && field !== 'dpi');
/** Fits when its proportions are this near; without its bleed a paperback is twice as far off. */
const NEAR = 0.004;
const GUIDES: [role: Guide['role'], ...of: BoxName[]][] = [
  ['trim', 'trim'],
  ['fold', 'spine', 'backHinge', 'frontHinge'],
  ['safe', 'backSafe', 'spineSafe', 'frontSafe'],
  ['barcode', 'barcode'],
];

/** Reads what a picture in a bound format was printed to; an address that says nothing is no mistake. */
export function printedAs(format: Format, picture: Picture, params: URLSearchParams): Printed {
  const said = (field: PrintField) => params.get(field)?.trim() ?? '';
  const values = Object.fromEntries(FIELDS.map((field) => [field, said(field)])) as Printed['values'];
  const asked = new URLSearchParams({ ...values, format });
  const ask = FIELDS.some(said) ? readAsk(asked) : null;
  const makes = PRINTER_KEYS.filter((key) => format in printerTable(key).bindings);
  return {
    values,
    errors: ask && !ask.ok ? errorsOf(ask) : [],
    choices: {
      printers: makes.map((value) => ({ value, label: printerTable(value).name })),
      papers: PAPER_KEYS.map((value) => ({ value, label: PAPERS[value] })),
    },
    sheet: ask?.ok && ask.judged.kind === 'bound' ? sheetOf(ask, ask.judged, picture) : null,
  };
}

const errorsOf = ({ problems }: Ask & { ok: false }): Printed['errors'] =>
  problems.flatMap(({ field, reason }) =>
    field === 'format' || field === 'dpi' ? [] : [{ field, message: reason }],
  );

function sheetOf({ spec }: Ask & { ok: true }, judged: BoundSpec, picture: Picture): Sheet {
  const geometry = layOut(judged, spec.direction);
  const { width, height, boxes, spine, spineText } = geometry;
  // A bound cover has one; the types cannot say so.
  if (!boxes.spine) throw new Error('A bound cover has a spine.');
  const inches = Math.min(width / picture.width, height / picture.height);
  const [w, h] = [picture.width * inches, picture.height * inches];
  const pages = judged.pages > 0 ? `, ${judged.pages} pages` : '';
  return {
    name: `${judged.binding.name}, ${writeSize(judged.trim)}${pages}`,
    ...{ width, height, spine: boxes.spine, query: askOf(spec) },
    picture: { x: (width - w) / 2, y: (height - h) / 2, w, h },
    spineWords: `${writeInches(spine)}, or ${writeMillimetres(spine)}. ${
      spineText ? 'It may carry text.' : 'It is too narrow to carry text.'
    }`,
    guides: GUIDES.flatMap(([role, ...names]) =>
      names.flatMap((name) => (boxes[name] ? [{ role, box: boxes[name] }] : [])),
    ),
    mismatch: mismatchOf(geometry, picture),
  };
}

/** In the words of whoever holds a ruler to it. */
function mismatchOf({ width, height, boxes }: Geometry, picture: Picture): string | null {
  const ratio = picture.width / picture.height;
  const fits = (sheet: Picture) => Math.abs(ratio / (sheet.width / sheet.height) - 1) <= NEAR;
  if (fits({ width, height })) return null;
  const { trim } = boxes;
  if (trim && fits({ width: trim.w, height: trim.h }))
    return 'The picture has the proportions of the trimmed cover: what lies beyond the trim is missing.';
  const across = bareInches(Math.round(ratio * height * 100) / 100);
  return (
    `At the cover’s height of ${writeInches(height)} the picture is ${across} in wide, and the cover ${writeInches(width)}: ` +
    'it was made for another size, and the guides do not lie where they should.'
  );
}
