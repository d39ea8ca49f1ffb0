import sharp from 'sharp';
import { LABELS, type ImageFacts } from './measure.server.ts';
import { PRINT_LIMITS, refuse } from './refusal.ts';
import { openTurns } from './turns.ts';

/** Upright, opaque sRGB without metadata: three bytes per pixel. */
export type Picture = { pixels: Buffer; width: number; height: number };

/** No more originals than this are open at once in the process; the others wait their turn. */
export const DECODES_AT_ONCE = 2;
/** A decode is given up after this many seconds of its own; time spent waiting does not count. */
const DECODE_SECONDS = 30;
/** From here on a decode has the process to itself; see unpacked.server.ts. */
const HEAVY = 60_000_000;
/** A picture may be this many times as high as wide before its width gives way: encoders end at 16,383 pixels. */
export const TALLEST = 4;

// Nothing here is decoded twice, so a cache only holds memory; and a thread for each core multiplies what a decode holds.
sharp.cache(false);
sharp.concurrency(1);

const turns = openTurns(DECODES_AT_ONCE);

/** Runs `work`, which opens an original that unpacks to so many bytes: two at once, or a heavy one alone. */
export function inTurn<T>(unpacked: number, work: () => Promise<T>): Promise<T> {
  return turns(unpacked > HEAVY ? DECODES_AT_ONCE : 1, work);
}

/**
 * Decodes a whole file to a picture at most `width` pixels wide, never enlarged. Every byte is read, so a file that is
 * cut short is refused as 'broken' here. Throws RefusedImage. Call it inside `inTurn`.
 */
export async function decode(file: string, facts: ImageFacts, width: number): Promise<Picture> {
  const options = {
    failOn: 'error',
    // Its header has been held against the limits there are; this one is for a header that lies.
    limitInputPixels: PRINT_LIMITS.pixels,
    sequentialRead: true,
    autoOrient: true,
  } as const;
  const image = sharp(file, options)
    .timeout({ seconds: DECODE_SECONDS })
    .resize(inside(width))
    .flatten({ background: '#fff' })
    .toColourspace('srgb')
    .raw();
  // sharp 0.35 leaves 16-bit pixels that have a profile in Display P3 unless it is told where to go: dull colours.
  if (facts.space === 'rgb' && facts.depth === 16 && facts.hasProfile) image.withIccProfile('srgb');
  try {
    const { data, info } = await image.toBuffer({ resolveWithObject: true });
    return { pixels: data, width: info.width, height: info.height };
  } catch (error) {
    const timedOut = error instanceof Error && error.message.includes('timeout');
    throw (timedOut ? refuse.tooSlow : refuse.broken)(LABELS[facts.format], error);
  }
}

/** A smaller copy, at most `width` wide; the same picture when it is no wider than that. */
export async function shrink(picture: Picture, width: number): Promise<Picture> {
  if (picture.width <= width && picture.height <= width * TALLEST) return picture;
  const { data, info } = await raw(picture).resize(inside(width)).raw().toBuffer({ resolveWithObject: true });
  return { pixels: data, width: info.width, height: info.height };
}

/** The picture as a sharp input, ready to be encoded. */
export function raw({ pixels, width, height }: Picture) {
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}

function inside(width: number) {
  return { width, height: width * TALLEST, fit: 'inside', withoutEnlargement: true } as const;
}

/** The mean of the fullest of 4,096 bins of colour, so that a flat cover gets exactly its colour. */
export function commonColour(pixels: Buffer): string {
  const bins = new Map<number, { n: number; sum: [number, number, number] }>();
  for (let at = 0; at + 2 < pixels.length; at += 3) {
    const [r, g, b] = [pixels[at] ?? 0, pixels[at + 1] ?? 0, pixels[at + 2] ?? 0];
    const key = ((r >> 4) << 8) | ((g >> 4) << 4) | (b >> 4);
    let bin = bins.get(key);
    if (!bin) bins.set(key, (bin = { n: 0, sum: [0, 0, 0] }));
    bin.n++;
    bin.sum[0] += r;
    bin.sum[1] += g;
    bin.sum[2] += b;
  }
  let best = { n: 1, sum: [255, 255, 255] };
  for (const bin of bins.values()) if (bin.n > best.n) best = bin;
  const [r = 255, g = 255, b = 255] = best.sum.map((sum) => Math.round(sum / best.n));
  return `#${Buffer.of(r, g, b).toString('hex')}`;
}
