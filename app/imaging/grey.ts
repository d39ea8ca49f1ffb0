/**
 * Pictures of 16 greys, as an e-reader shows them, written as PNG of four bits for each pixel: sharp writes no fewer
 * than eight for a picture without a palette. The packing is
 * done beside the loop of events.
 */
import { promisify } from 'node:util';
import { crc32, deflate } from 'node:zlib';

const packed = promisify(deflate);

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');
/** Bits of a pixel; the colour type of one channel of grey. */
const [DEPTH, GREY] = [4, 0];

/** The nearest of 16 even steps from black to white, in the top half of a byte. */
const stepOf = (value: number): number => Math.round(value / 17);

/** Greys of a byte each, line by line → a PNG with the nearest of 16. */
export async function greyPng(greys: Uint8Array, width: number, height: number): Promise<Buffer> {
  const line = 1 + Math.ceil(width / 2);
  const lines = Buffer.alloc(line * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x += 2) {
      const at = y * width + x;
      const second = x + 1 < width ? stepOf(greys[at + 1] ?? 0) : 0;
      lines[y * line + 1 + x / 2] = (stepOf(greys[at] ?? 0) << 4) | second;
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([DEPTH, GREY, 0, 0, 0], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', await packed(lines, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
