/**
 * What is to be seen in certain parts of a picture, in numbers: their mean colour, how light they are, how plain. Whoever asks
 * names the parts, in fractions of the whole; what they are is not known here.
 */
import { decode, inTurn, type Picture } from './decode.server.ts';
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

/** Looks at the parts of a file, a PDF's first page too. Null when a PDF cannot be drawn. Throws RefusedImage. */
export async function inspect(
  file: string,
  regions: Readonly<Record<string, Region>>,
  limits = PRINT_LIMITS,
): Promise<Record<string, Patch> | null> {
  const { head } = await readHead(file);
  const picture = acceptFile(head).format === 'pdf' ? await renderPdf(file, INSPECTED_WIDTH) : await open(file, limits); // prettier-ignore
  return picture && patchesOf(picture, regions);
}

async function open(file: string, limits: typeof PRINT_LIMITS): Promise<Picture> {
  const { facts, unpacked } = await survey(file, limits);
  return inTurn(unpacked, () => decode(file, facts, INSPECTED_WIDTH));
}
