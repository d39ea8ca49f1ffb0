/** Colour, as the file keeps it. Of a PDF only its pictures are looked at: what is drawn keeps its colours to itself. */
import type { ColourSpace } from '../measured.ts';
import {
  fail,
  isPrint,
  isScreen,
  ofImage,
  ofPdf,
  pass,
  warn,
  type Check,
  type Job,
  type Judgement,
} from './check.ts';

const NAMES: Record<ColourSpace, string> = { rgb: 'RGB', cmyk: 'CMYK', grey: 'Greyscale', lab: 'Lab' };

function judgeSpace(space: ColourSpace, { cover }: Job): Judgement | null {
  const measured = NAMES[space];
  if (isPrint(cover.format)) {
    if (space === 'cmyk' || space === 'grey') return pass('The colours are made for print', measured, 'CMYK');
    return warn({
      what: `The colours are ${measured}, not CMYK`,
      why: 'The printer converts them as it sees fit: bright greens, blues and oranges turn dull.',
      mend: 'Convert to CMYK with the printer’s profile, and look at the result before you send it.',
      ...{ measured, wanted: 'CMYK' },
    });
  }
  // Of something else nobody knows where it will be seen.
  if (!isScreen(cover.format)) return null;
  const wanted = 'RGB';
  if (space === 'rgb') return pass('The colours are made for screens', measured, wanted);
  const mend = 'Convert to sRGB and export again.';
  if (space === 'grey')
    return warn({
      what: 'The file is greyscale',
      why: 'Shops ask for RGB, grey pictures too.',
      mend,
      measured,
      wanted,
    });
  return fail({
    what: `The colours are ${measured}, not RGB`,
    why: 'Shops refuse them, or show them inverted or garish.',
    ...{ mend, measured, wanted },
  });
}

const space = ofImage('colour', 'any', (file, job) => judgeSpace(file.space, job));

const placedSpace = ofPdf('colour', 'print', ({ images }, job) => {
  const worst = images.find((image) => image.space === 'rgb' || image.space === 'lab')?.space;
  const known = worst ?? images.find((image) => image.space)?.space;
  return known ? judgeSpace(known, job) : null;
});

const alpha = ofImage('alpha', 'any', (file) => {
  if (!file.alpha) return pass('Nothing is transparent', 'No alpha channel');
  return warn({
    what: 'The file has an alpha channel: parts of it may be transparent',
    why: 'Printers and shops put white or black behind it, which nobody has looked at.',
    mend: 'Flatten it onto its background.',
    measured: 'Alpha channel',
    wanted: 'No alpha channel',
  });
});

const profile = ofImage('profile', 'print', (file) => {
  if (file.space !== 'cmyk') return null;
  if (file.hasProfile) return pass('It says which CMYK it means', 'Profile embedded');
  return warn({
    what: 'No colour profile is embedded',
    why: 'The same CMYK values look different on every press; without a profile nobody knows which you meant.',
    mend: 'Embed the profile you worked in when you export.',
    measured: 'No profile',
    wanted: 'Profile embedded',
  });
});

const depth = ofImage('depth', 'any', (file) => {
  const [measured, wanted] = [`${file.depth} bits for each channel`, '8 bits for each channel'];
  if (file.depth <= 8) return pass('The colour depth is right', measured, wanted);
  return warn({
    what: `The file has ${file.depth} bits for each channel`,
    why: 'Printers and shops ask for 8; more is dropped, and makes the file heavy.',
    mend: 'Convert to 8 bits for each channel, last of all.',
    ...{ measured, wanted },
  });
});

export const COLOUR_CHECKS: readonly Check[] = [space, placedSpace, alpha, profile, depth];
