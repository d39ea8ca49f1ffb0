/** Pixels: enough of them, and not too many; and what shape and size shops ask for. */
import type { PlacedImage } from '../measured.ts';
import { area, fail, ofImage, ofPdf, over, pass, pixelArea, ppi, warn, type Check, type Judgement } from './check.ts'; // prettier-ignore
import { place } from './size.ts';

/** Printers flag less as low, and call more a waste. Whole numbers: templates round to whole pixels, too. */
const [LOW, WASTE] = [200, 600];
/** Inches: no book is smaller than 4 × 6. */
const SMALLEST_BOOK = 6;
/** Square inches: smaller pictures on a page are ornaments. */
const ORNAMENT = 0.25;

function judgeResolution(least: number, most: number, dpi: number, of: string): Judgement {
  const [measured, wanted] = [ppi(least), `${dpi} to ${WASTE} pixels per inch at full size`];
  const why = 'Too few pixels print soft, with visible steps at the edges of letters.';
  const mend = 'Place the original picture, not one that was made smaller; enlarging it adds nothing.';
  if (Math.round(least) < LOW)
    return fail({ what: `${of} has only ${measured}`, why, mend, measured, wanted });
  if (Math.round(least) < dpi) return warn({ what: `${of} has ${measured}`, why, mend, measured, wanted });
  if (Math.round(most) > WASTE)
    return warn({
      what: `${of} has ${ppi(most)}, more than a press can print`,
      why: 'It makes the file heavy, and some printers refuse it.',
      mend: `Export it at ${dpi} pixels per inch.`,
      measured: ppi(most),
      wanted,
    });
  return pass('The resolution is right', measured, wanted);
}

const resolution = ofImage('resolution', 'print', (file, { sheet, dpi }) => {
  if (sheet) {
    const placed = place(file, sheet, dpi);
    return judgeResolution(placed.ppi, placed.ppi, dpi, 'The picture');
  }
  const longest = Math.max(file.width, file.height);
  if (longest >= LOW * SMALLEST_BOOK) return null;
  return warn({
    what: 'The picture is too small to print as any book’s cover',
    why: 'Too few pixels print soft, with visible steps at the edges of letters.',
    mend: `Send the original: ${dpi} pixels for each inch of the printed size.`,
    measured: pixelArea(file.width, file.height),
    wanted: `${LOW * SMALLEST_BOOK} px or more on the longer side`,
  });
});

const placedResolution = ofPdf('resolution', 'print', ({ images }, { dpi }) => {
  const judged = images.filter(({ size }) => size.w * size.h >= ORNAMENT);
  const coarsest = extreme(judged, (one, other) => one.ppi < other.ppi);
  if (!coarsest) return null;
  const finest = extreme(
    judged.filter(({ lineArt }) => !lineArt),
    (one, other) => one.ppi > other.ppi,
  );
  const which = judged.length === 1 ? 'The picture' : 'A picture';
  const verdict = judgeResolution(coarsest.ppi, finest?.ppi ?? 0, dpi, which);
  const told = verdict.measured === ppi(coarsest.ppi) ? coarsest : (finest ?? coarsest);
  const { width, height, size } = told;
  return { ...verdict, measured: `${pixelArea(width, height)} placed at ${area(size)}: ${verdict.measured}` };
});

const extreme = (images: readonly PlacedImage[], isMore: (one: PlacedImage, other: PlacedImage) => boolean) =>
  images.reduce<PlacedImage | null>((best, one) => (best && !isMore(one, best) ? best : one), null);

const aspect = ofImage('aspect', 'screen', ({ width, height }, { cover, screen }) => {
  if (!screen) return null;
  const { value, tolerance } = screen.ratio;
  const measured = `${pixelArea(width, height)}, ${Number((height / width).toFixed(3))} times as high as wide`;
  if (cover.format === 'audiobook_square') {
    if (width === height) return pass('It is square', measured);
    return fail({
      what: 'The cover is not square',
      why: 'Audiobook shops take square covers alone.',
      mend: 'Design it anew for a square; do not stretch it, and leave no bars.',
      ...{ measured, wanted: pixelArea(screen.ideal.w, screen.ideal.h) },
    });
  }
  const wanted = `${pixelArea(screen.ideal.w, screen.ideal.h)}, ${value} times as high as wide`;
  if (!over(Math.abs(height / width / value - 1), tolerance))
    return pass('The shape is right', measured, wanted);
  return warn({
    what: 'The shape is not the one that shops show best',
    why: 'Beside others it stands smaller, with bars at its sides or at its top.',
    mend: `Make it ${value} times as high as wide.`,
    ...{ measured, wanted },
  });
});

const pixelCount = ofImage('pixels', 'screen', ({ width, height }, { screen }) => {
  if (!screen) return null;
  const { least, most, ideal, name } = screen;
  const measured = pixelArea(width, height);
  const wanted = `${pixelArea(ideal.w, ideal.h)}; at least ${pixelArea(least.w, least.h)}, at most ${most.w.toLocaleString('en')} px a side`;
  if (width > most.w || height > most.h)
    return fail({
      what: 'The cover has too many pixels',
      why: `${name}: the shop refuses it.`,
      mend: `Export it at ${pixelArea(ideal.w, ideal.h)}.`,
      ...{ measured, wanted },
    });
  const small = {
    what: 'The cover has too few pixels',
    mend: 'Export it from the original; enlarging adds nothing.',
  };
  if (width < least.w || height < least.h)
    return fail({ ...small, why: `${name}: the shop refuses it.`, measured, wanted });
  if (Math.max(width, height) < Math.max(ideal.w, ideal.h))
    return warn({ ...small, why: 'It looks soft on sharp screens.', measured, wanted });
  return pass('It has pixels enough', measured, wanted);
});

export const PIXEL_CHECKS: readonly Check[] = [resolution, placedResolution, aspect, pixelCount];
