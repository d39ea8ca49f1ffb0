import { open, type FileHandle } from 'node:fs/promises';
import type { Metadata } from 'sharp';
import type { ImageFacts } from './measure.server.ts';

/**
 * The most memory one decode may hold, in bytes, for files that cannot be read line by line. Observed growth of the
 * process for 40 megapixels: AVIF 713 MB, progressive JPEG (4:4:4) 250 MB, interlaced PNG 137 MB, WebP 50 MB; a plain
 * JPEG 20 MB, PNG 31 MB. A 9 KB AVIF can so ask for more than the machine has: pixels alone are not the measure.
 */
export const MAX_UNPACKED = 300_000_000;

/** Memory that decoding a file holds at least, in bytes, by those figures; 0 for one that is read line by line. */
export async function unpackedBytes(file: string, facts: ImageFacts, header: Metadata): Promise<number> {
  const pixels = facts.width * facts.height;
  const whole = (pixels * facts.channels * facts.depth) / 8;
  if (facts.format === 'avif') return pixels * 18;
  if (facts.format === 'webp') return pixels * 4;
  if (facts.format === 'tiff') return whole * (await planeShare(file, facts));
  if (!header.isProgressive) return 0;
  if (facts.format === 'png') return whole;
  // Coefficients of all scans, two bytes each.
  return pixels * (header.chromaSubsampling === '4:2:0' ? 3 : facts.channels * 2);
}

const [ROWS_PER_STRIP, PLANAR, TILE_HEIGHT, SEPARATE] = [278, 284, 323, 2];

/**
 * The share of a TIFF, 0 to 1, that has to be held at once. With its channels kept apart it is one strip of each, and
 * a strip may be the whole height: 75 megapixels of 16 bits took 636 MB so. Kept together it is read in lines.
 */
async function planeShare(file: string, { height, width }: ImageFacts): Promise<number> {
  const handle = await open(file, 'r');
  try {
    const tags = await readTags(handle);
    if (tags.get(PLANAR) !== SEPARATE) return 0;
    const rows = tags.get(TILE_HEIGHT) ?? tags.get(ROWS_PER_STRIP) ?? Infinity;
    return Math.min(1, rows / Math.min(width, height));
  } finally {
    await handle.close();
  }
}

/** The single-number tags of a TIFF's first directory, which is the image that gets decoded. */
async function readTags(handle: FileHandle): Promise<Map<number, number>> {
  const head = await readAt(handle, 0, 8);
  const little = head.toString('latin1', 0, 2) === 'II';
  const short = (from: Buffer, at: number) => (little ? from.readUInt16LE(at) : from.readUInt16BE(at));
  const long = (from: Buffer, at: number) => (little ? from.readUInt32LE(at) : from.readUInt32BE(at));
  const start = long(head, 4);
  const count = short(await readAt(handle, start, 2), 0);
  const entries = await readAt(handle, start + 2, count * 12);
  const tags = new Map<number, number>();
  for (let at = 0; at < entries.length; at += 12) {
    const SHORT = 3;
    tags.set(
      short(entries, at),
      short(entries, at + 2) === SHORT ? short(entries, at + 8) : long(entries, at + 8),
    );
  }
  return tags;
}

/** Zeros past the end of the file: the library has already opened it, so this only guards the arithmetic. */
async function readAt(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  return (await handle.read(Buffer.alloc(length), 0, length, position)).buffer;
}
