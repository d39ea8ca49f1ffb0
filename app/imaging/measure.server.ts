import { open } from 'node:fs/promises';
import sharp, { type Metadata } from 'sharp';
import { profileName } from './icc.ts';
import { HEAD_BYTES, type ImageFormat } from './kind.ts';
import { MAX_UNPACKED, unpackedBytes } from './unpacked.server.ts';
import { acceptKind, MIN_SIDE, PICTURE_LIMITS, refuse, type FileLimits } from './refusal.ts';

export type ImageFacts = {
  format: ImageFormat;
  /** In pixels, as displayed: after the EXIF orientation. */
  width: number;
  height: number;
  space: 'rgb' | 'cmyk' | 'grey' | 'lab';
  /** Bands of the file, alpha included. */
  channels: number;
  /** Bits per channel. */
  depth: 8 | 16 | 32;
  alpha: boolean;
  /** EXIF, 1 to 8; 1 is upright. */
  orientation: number;
  /** Pixels per inch the file claims; null when it claims nothing. */
  density: number | null;
  pages: number;
  /** An ICC profile is embedded. */
  hasProfile: boolean;
  /** What it calls itself, such as "Coated FOGRA39"; null without one, or when it does not say. */
  profile: string | null;
  bytes: number;
};

export const LABELS: Record<ImageFormat, string> = {
  jpeg: 'JPEG',
  png: 'PNG',
  webp: 'WebP',
  avif: 'AVIF',
  tiff: 'TIFF',
};

/**
 * Reads what an image is from its header; never decodes a pixel, so it costs milliseconds whatever the file claims.
 * Takes the path of a file whose name and claimed type do not matter. Throws RefusedImage; a file that passes may still
 * turn out to be broken when it is decoded.
 */
export async function measure(file: string, limits = PICTURE_LIMITS): Promise<ImageFacts> {
  return (await survey(file, limits)).facts;
}

/** As `measure`, with the memory in bytes that decoding will hold. */
export async function survey(
  file: string,
  limits = PICTURE_LIMITS,
): Promise<{ facts: ImageFacts; unpacked: number }> {
  const { head, bytes } = await readHead(file);
  const { format, sequence } = acceptKind(head);
  if (bytes > limits.bytes) throw refuse.tooLarge(limits.bytes);
  if (sequence) throw refuse.animated(0, 'frames');
  const header = await readHeader(file, format);
  const facts = toFacts(header, format, bytes);
  refuseBySize(facts, limits);
  const unpacked = await unpackedBytes(file, facts, header);
  if (unpacked > MAX_UNPACKED) throw refuse.tooManyToUnpack(facts.width, facts.height, ...plainer(format));
  return { facts, unpacked };
}

/** The first bytes of a file, and how many it has. */
export async function readHead(file: string): Promise<{ head: Uint8Array; bytes: number }> {
  const handle = await open(file, 'r');
  try {
    const { size } = await handle.stat();
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return { head: buffer.subarray(0, bytesRead), bytes: size };
  } finally {
    await handle.close();
  }
}

async function readHeader(file: string, format: ImageFormat): Promise<Metadata> {
  // Our own limits come after, with a sentence that names the numbers.
  const unlimited = { limitInputPixels: false, limitInputChannels: false };
  const header = await sharp(file, unlimited)
    .metadata()
    .catch((error: unknown) => {
      throw refuse.broken(LABELS[format], error);
    });
  // A file that starts as one thing and that the library opens as another is somebody's trick.
  const opened = header.format === 'heif' && header.compression === 'av1' ? 'avif' : header.format;
  if (opened !== format || !header.width || !header.height) throw refuse.broken(LABELS[format]);
  return header;
}

function toFacts(header: Metadata, format: ImageFormat, bytes: number): ImageFacts {
  const space = SPACES[header.space ?? ''];
  const channels = header.channels ?? 0;
  if (!space || channels > 5) throw refuse.unsupported(`a ${LABELS[format]} with unusual colour channels`);
  return {
    format,
    width: header.autoOrient.width,
    height: header.autoOrient.height,
    space,
    channels,
    depth:
      header.depth === 'uchar' || header.depth === 'char' ? 8 : header.depth?.endsWith('short') ? 16 : 32,
    alpha: header.hasAlpha ?? false,
    orientation: header.orientation ?? 1,
    // Without a unit the library says 72 of its own accord.
    density: (header.resolutionUnit && header.density) ?? null,
    pages: header.pages ?? 1,
    hasProfile: header.hasProfile ?? false,
    profile: header.icc ? profileName(header.icc) : null,
    bytes,
  };
}

const SPACES: Record<string, ImageFacts['space']> = {
  srgb: 'rgb',
  rgb: 'rgb',
  rgb16: 'rgb',
  scrgb: 'rgb',
  cmyk: 'cmyk',
  'b-w': 'grey',
  grey16: 'grey',
  lab: 'lab',
  labs: 'lab',
};

function refuseBySize({ width, height, pages, format }: ImageFacts, limits: FileLimits): void {
  if (pages > 1) throw refuse.animated(pages, format === 'tiff' ? 'pages' : 'frames');
  if (width * height > limits.pixels) throw refuse.tooManyPixels(width, height, limits.pixels);
  if (Math.min(width, height) < MIN_SIDE) throw refuse.tooSmall(width, height);
}

/** What a file that has to be unpacked whole is called, and what to save it as instead. */
function plainer(format: ImageFormat): [kind: string, instead: string] {
  if (format === 'avif') return ['an AVIF', 'a JPEG or PNG'];
  if (format === 'tiff') return ['a TIFF with its channels apart', 'a TIFF in interleaved order, or a PNG'];
  return ['a progressive or interlaced file', 'a plain (“baseline”) JPEG or PNG'];
}
