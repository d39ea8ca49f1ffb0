import sharp from 'sharp';
import { inTurn } from './decode.server.ts';
import { MAX_PIXELS } from './refusal.ts';

/**
 * Paints an SVG of our own making as a PNG, `width` pixels wide. For what the house draws itself only: an SVG somebody
 * uploads is refused long before, because it can hold scripts and fetch other files.
 */
export const paint = (svg: string, width: number): Promise<Buffer> =>
  sharp(Buffer.from(svg)).resize({ width }).png({ compressionLevel: 1 }).toBuffer();

/** The same as a JPEG for print: its file says how many pixels go to an inch. Waits its turn with the pictures that are decoded. */
export const paintPrint = (svg: string, { width, height }: { width: number; height: number }, dpi: number) =>
  inTurn(width * height * 4, () =>
    sharp(Buffer.from(svg), { limitInputPixels: MAX_PIXELS, unlimited: true })
      .resize({ width, height, fit: 'fill' })
      .flatten()
      .withMetadata({ density: dpi })
      .jpeg({ quality: 88, chromaSubsampling: '4:4:4' })
      .toBuffer(),
  );

/**
 * Paints an SVG of our own making, with nothing behind it, in as many pixels as it says it has, for `dpi` of them to an
 * inch. Of all 16 million colours: 11 megapixels take half a second so, and a palette, which takes longer, would hold
 * the whole picture. 73 megapixels take 2.3 s and 196 MB. Waits its turn with the pictures that are decoded.
 */
export const paintSheet = (svg: string, pixels: number, dpi: number): Promise<Buffer> =>
  inTurn(pixels * 4, () =>
    sharp(Buffer.from(svg), { limitInputPixels: MAX_PIXELS, unlimited: true })
      .withMetadata({ density: dpi })
      .png({ compressionLevel: 6 })
      .toBuffer(),
  );

/** One step of an outline, as opentype.js gives it. */
type Command =
  | { type: 'M' | 'L'; x: number; y: number }
  | { type: 'Q'; x: number; y: number; x1: number; y1: number }
  | { type: 'C'; x: number; y: number; x1: number; y1: number; x2: number; y2: number }
  | { type: 'Z' };

/**
 * An outline as path data; `at` places and writes a point. Type is painted so, because a machine without typefaces
 * leaves text out. (opentype.js 2.0.0 writes data by itself that librsvg stops reading half-way.)
 */
export function outline(commands: readonly Command[], at: (x: number, y: number) => string): string {
  return commands
    .map((c) => {
      if (c.type === 'M' || c.type === 'L') return `${c.type}${at(c.x, c.y)}`;
      if (c.type === 'Q') return `Q${at(c.x1, c.y1)} ${at(c.x, c.y)}`;
      if (c.type === 'C') return `C${at(c.x1, c.y1)} ${at(c.x2, c.y2)} ${at(c.x, c.y)}`;
      return 'Z';
    })
    .join('');
}
