/**
 * Is a file as large as the sheet, and does it hold enough pixels for it?
 *
 * A page of a PDF has a size. A picture has pixels, and perhaps a tag that says how many go to an inch; programs write
 * 72 there, or nothing, without anybody having meant it. So a picture is as large as
 *   1. its tag says, if that is about the sheet (or the trimmed cover, for a file that was made without bleed);
 *   2. else its pixels make it at the dpi that is asked for, if that is about the sheet, as of a file made from the template;
 *   3. else it is taken to fill the sheet, and only its shape can be wrong.
 */
import { pixels } from '../geometry.ts';
import type { MeasuredImage } from '../measured.ts';
import type { Size } from '../printers/index.ts';
import { area, fail, inches, ofImage, ofPdf, over, pass, pixelArea, ppi, warn, type Check, type Job, type Judgement } from './check.ts'; // prettier-ignore

/** Inches a sheet may be off: from here it is remarked, and from here it is wrong. */
const [LOOSE, WRONG] = [0.01, 0.0625];
/** How near a size must be to be meant, as a fraction. */
const NEAR = 0.05;

export type Sheet = NonNullable<Job['sheet']>;
export type Placed = {
  size: Size;
  ppi: number;
  by: 'tag' | 'dpi' | 'fill';
  /** Inches off the sheet, on the side that is farther off. */
  off: number;
  /** It is the trimmed cover, without anything beyond. */
  bleedless: boolean;
};

const sheetSize = ({ geometry }: Sheet): Size => ({ w: geometry.width, h: geometry.height });
const trimSize = (sheet: Sheet): Size => sheet.geometry.boxes.trim ?? sheetSize(sheet);
const offBy = (one: Size, other: Size) => Math.max(Math.abs(one.w - other.w), Math.abs(one.h - other.h));
const isNear = (size: Size, wanted: Size) =>
  Math.abs(size.w / wanted.w - 1) <= NEAR && Math.abs(size.h / wanted.h - 1) <= NEAR;

function against(size: Size, sheet: Sheet): Pick<Placed, 'size' | 'off' | 'bleedless'> {
  const off = offBy(size, sheetSize(sheet));
  const offTrim = offBy(size, trimSize(sheet));
  return { size, off, bleedless: !over(offTrim, WRONG) && offTrim < off };
}

/** How large a picture is on a sheet. */
export function place({ width, height, density }: MeasuredImage, sheet: Sheet, dpi: number): Placed {
  const targets = [sheetSize(sheet), trimSize(sheet)] as const;
  for (const [by, perInch] of [
    ['tag', density],
    ['dpi', dpi],
  ] as const) {
    if (!perInch) continue;
    const size = { w: width / perInch, h: height / perInch };
    if (targets.some((target) => isNear(size, target))) return { ...against(size, sheet), ppi: perInch, by };
  }
  const [onSheet, onTrim] = targets.map((target) => {
    const perInch = (width / target.w + height / target.h) / 2;
    const size = { w: width / perInch, h: height / perInch };
    return { size, off: offBy(size, target) };
  }) as [{ size: Size; off: number }, { size: Size; off: number }];
  const bleedless = !over(onTrim.off, WRONG) && onTrim.off < onSheet.off;
  const [target] = bleedless ? [targets[1]] : targets;
  // Stretched over the whole of it: the coarser of both directions counts.
  const perInch = Math.min(width / target.w, height / target.h);
  return { ...(bleedless ? against(onTrim.size, sheet) : { ...onSheet, bleedless }), ppi: perInch, by: 'fill' }; // prettier-ignore
}

/** A file's size on its sheet, whatever kind it is; null when it is not known. */
export function placeFile({ file, sheet, dpi }: Job): Placed | null {
  if (!sheet) return null;
  if (file.kind === 'image') return place(file, sheet, dpi);
  return file.content && { ...against(file.content.media, sheet), ppi: Infinity, by: 'tag' };
}

/** Whether a file is nearly enough the sheet for places on it to be where they should be. */
export function isOnSheet(job: Job): boolean {
  const placed = placeFile(job);
  return placed !== null && !placed.bleedless && placed.off <= 4 * WRONG;
}

function judgeSize(what: string, off: number, measured: string, wanted: Size, mend: string): Judgement {
  const said = { measured, wanted: area(wanted) };
  if (!over(off, LOOSE)) return pass('The sheet has the right size', measured, said.wanted);
  const trouble = { ...said, what: `${what} ${inches(off)} off the size of the sheet`, mend };
  if (!over(off, WRONG))
    return warn({ ...trouble, why: 'A printer may scale it to fit, which moves the spine a little.' });
  return fail({
    ...trouble,
    why: 'A printer refuses it, or scales it: then text and folds are no longer where they were drawn.',
  });
}

const size = ofImage('size', 'print', (file, { sheet, dpi }) => {
  if (!sheet) return null;
  const placed = place(file, sheet, dpi);
  // Told by the check of the bleed, once.
  if (placed.bleedless) return null;
  const wanted = sheetSize(sheet);
  const [w, h] = [pixels(wanted.w, dpi), pixels(wanted.h, dpi)];
  const claimed = placed.by === 'fill' && file.density ? file.density : placed.ppi;
  const measured = `${pixelArea(file.width, file.height)}: ${area({ w: file.width / claimed, h: file.height / claimed })} at ${ppi(claimed)}`; // prettier-ignore
  return judgeSize(
    placed.by === 'fill' ? 'The shape is' : 'The file is',
    ...([placed.off, measured, wanted] as const),
    `Start from the template: ${pixelArea(w, h)} at ${dpi} pixels per inch. Do not stretch the picture to fit.`,
  );
});

const mediaBox = ofPdf('media_box', 'print', ({ media, crop }, { sheet }) => {
  if (!sheet) return null;
  const placed = against(media, sheet);
  if (placed.bleedless) return null;
  const wanted = sheetSize(sheet);
  const judged = judgeSize(
    'The page (its media box) is',
    ...([placed.off, area(media), wanted] as const),
    `Export again with a page of ${area(wanted)}: no printer’s marks, and the bleed inside the page.`,
  );
  if (judged.level !== 'pass' || !crop || !over(offBy(crop, media), LOOSE)) return judged;
  return warn({
    what: 'A crop box hides part of the page',
    why: 'Some programs print the whole page, some only what the crop box shows.',
    mend: 'Remove the crop box, or make it as large as the page.',
    measured: area(crop),
    wanted: area(wanted),
  });
});

const density = ofImage('density', 'print', (file, { sheet, dpi }) => {
  if (!sheet || !file.density) return null;
  const placed = place(file, sheet, dpi);
  if (placed.by === 'tag' || over(placed.off, WRONG)) return null;
  const claimed = { w: file.width / file.density, h: file.height / file.density };
  return warn({
    what: `The file says ${ppi(file.density)}, which makes it ${inches(claimed.w)} wide`,
    why: 'A layout program places it at that size, and somebody has to scale it by hand.',
    mend: `Set the resolution to ${ppi(placed.ppi)} without changing the pixels.`,
    measured: area(claimed),
    wanted: area(sheetSize(sheet)),
  });
});

const bleed: Check = {
  ...{ id: 'bleed', covers: 'print', files: 'any' },
  judge(job) {
    const placed = placeFile(job);
    if (!placed || !job.sheet) return null;
    const { edge, edgeIs } = job.sheet.bound.binding;
    const [measured, wanted] = [area(placed.size), area(sheetSize(job.sheet))];
    const beyond = edgeIs === 'bleed' ? 'bleed' : 'wrap';
    if (!placed.bleedless)
      // A file of another size is told so; that it has bleed could not be known.
      return over(placed.off, WRONG) ? null : pass(`The ${beyond} is there`, measured, wanted);
    return fail({
      what: `The file ends at the trim: it has no ${beyond}`,
      why:
        edgeIs === 'bleed'
          ? 'Knives wander: without picture beyond the trim, white slivers show at the edges.'
          : 'The outermost part is folded around the boards: without it, bare board shows.',
      mend: `Let the artwork run ${inches(edge)} further on every outside edge.`,
      ...{ measured, wanted },
    });
  },
};

export const SIZE_CHECKS: readonly Check[] = [size, mediaBox, density, bleed];
