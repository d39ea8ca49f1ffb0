/** What is seen in the picture itself: edges, barcode box, a white front's border. */
import { SIDES } from '../regions.ts';
import type { Patch, Patches } from '../measured.ts';
import { isOnSheet } from './size.ts';
import { listed, pass, warn, type Check } from './check.ts';

/** Levels of 255 that pixels of one colour stray by, grain and compression included. */
const FLAT = 3;
/** Levels of 255 between two colours that nobody takes for one. */
const APART = 12;
/** Where a barcode scans: the lightness of 0 to 100 behind it, and how even that is. */
const [LIGHT, PLAIN] = [80, 10];
/** From here on an edge cannot be told from a white page. */
const WHITE = 95;
/** Mid-grey, generously. */
const GREY = { min: 20, max: 85 };

const isFlat = (patch: Patch | undefined): patch is Patch => patch !== undefined && patch.spread <= FLAT;

function apart(one: Patch, other: Patch): boolean {
  const channels = ({ colour }: Patch) => [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
  const others = channels(other);
  return channels(one).some((level, at) => Math.abs(level - (others[at] ?? 0)) > APART);
}

/** One colour along an edge, which ends where the strip ends: a frame, or a page that was made larger. */
const strips: Check = {
  ...{ id: 'edges', covers: 'print', files: 'any' },
  judge(job) {
    const { patches } = job;
    if (!patches || !isOnSheet(job)) return null;
    const flat = SIDES.filter((side) => {
      const [edge, beside] = [patches[`edge.${side}`], patches[`beside.${side}`]];
      return isFlat(edge) && beside !== undefined && (!isFlat(beside) || apart(edge, beside));
    });
    if (flat.length === 0) return pass('The artwork runs to the edges', 'No strip of one colour');
    const colours = [...new Set(flat.map((side) => patches[`edge.${side}`]?.colour ?? ''))];
    return warn({
      what: `A strip of one colour lies along the ${listed(flat)} edge${flat.length > 1 ? 's' : ''}`,
      why: 'It looks as if the page had been made larger instead of the artwork: the strip may show after trimming.',
      mend: 'Let the artwork itself run to the edge of the file.',
      measured: `Nothing but ${listed(colours)} in the outermost eighth of an inch`,
      wanted: 'Artwork to the edge',
    });
  },
};

const barcode: Check = {
  ...{ id: 'barcode', covers: 'print', files: 'any' },
  judge(job) {
    const patch = job.patches?.['barcode'];
    if (!patch || !isOnSheet(job)) return null;
    const measured = `Lightness ${Math.round(patch.lightness)} of 100, ${patch.spread <= PLAIN ? 'plain' : 'with detail'}`;
    const wanted = `Lightness ${LIGHT} or more, plain`;
    if (patch.lightness >= LIGHT && patch.spread <= PLAIN)
      return pass('The place of the barcode is plain and light', measured, wanted);
    return warn({
      what: 'The place of the barcode is not plain and light',
      why: 'The printer puts the barcode there, on white: whatever lies under it is covered.',
      mend: 'Keep the box that the template marks free of text and detail, on a light ground.',
      ...{ measured, wanted },
    });
  },
};

/** Sides of a front that are as white as the page behind it. */
const whiteSides = (patches: Patches) =>
  SIDES.filter((side) => (patches[`rim.${side}`]?.lightness ?? 0) >= WHITE);

const border: Check = {
  ...{ id: 'border', covers: 'screen', files: 'any' },
  judge({ cover, patches }) {
    if (cover.format !== 'ebook_front' || !patches) return null;
    const white = whiteSides(patches);
    const wanted = 'A border of 3 or 4 px in mid-grey';
    if (white.length >= 2)
      return warn({
        what: `The cover is white at its ${listed(white)} edges and has no border`,
        why: 'On a shop’s white page nobody sees where it ends.',
        mend: 'Draw a border of 3 or 4 pixels in mid-grey around it.',
        ...{ measured: `White at ${white.length} of 4 edges`, wanted },
      });
    const bordered = SIDES.filter((side) => {
      const [rim, inside] = [patches[`rim.${side}`], patches[`inside.${side}`]];
      return rim && inside && inside.lightness >= WHITE && rim.lightness >= GREY.min && rim.lightness <= GREY.max; // prettier-ignore
    });
    return bordered.length >= 2
      ? pass('The white cover has a border', `Border at ${bordered.length} of 4 edges`, wanted)
      : pass('It stands out from a white page', 'No white edges', 'No white edges, or a border');
  },
};

export const LOOK_CHECKS: readonly Check[] = [strips, barcode, border];
