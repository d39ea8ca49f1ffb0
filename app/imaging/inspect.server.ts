/**
 * What is to be seen in certain parts of a picture, in numbers: their mean colour, how light they are, how plain. Whoever asks
 * names the parts, in fractions of the whole; what they are is not known here.
 */
import { decode, inTurn, raw, type Picture } from './decode.server.ts';
import { readHead, survey } from './measure.server.ts';
import { renderPdf } from './pdf.server.ts';
import { acceptFile, PRINT_LIMITS } from './refusal.ts';
import { patchesOf, type Patch, type Region } from './patches.ts';

export { patchesOf, type Patch, type Region } from './patches.ts';

/**
 * Pixels across. An eighth of an inch of the widest sheets is then seven pixels, of most sixteen; and a border of three or four pixels
 * is asked for on an ebook of this width. The file is read once, from the top, and shrunk as it comes: its edges at full size
 * would be a second reading of all of it.
 */
const INSPECTED_WIDTH = 1600;

/** What a file looks like, a PDF's first page too, at the width it is inspected at. Null when a PDF cannot be drawn. Throws RefusedImage. */
export async function lookAt(file: string, limits = PRINT_LIMITS): Promise<Picture | null> {
  const { head } = await readHead(file);
  if (acceptFile(head).format === 'pdf') return renderPdf(file, INSPECTED_WIDTH);
  const { facts, unpacked } = await survey(file, limits);
  return inTurn(unpacked, () => decode(file, facts, INSPECTED_WIDTH));
}

/** Measures the parts of a file. Null when a PDF cannot be drawn. Throws RefusedImage. */
export async function inspect(
  file: string,
  regions: Readonly<Record<string, Region>>,
  limits = PRINT_LIMITS,
): Promise<Record<string, Patch> | null> {
  const picture = await lookAt(file, limits);
  return picture && patchesOf(picture, regions);
}

/** The same picture to the pixel, as a file: inspected again, it measures the same. */
export const asPng = (picture: Picture): Promise<Buffer> => raw(picture).png().toBuffer();
