import { commonColour, decode, inTurn, raw, shrink, type Picture } from './decode.server.ts';
import { survey, type ImageFacts } from './measure.server.ts';
import { patchesOf, type Patch, type Region } from './patches.ts';

/** The formats derivatives are written in; each picture is offered in all of them and the browser chooses. */
export const FORMATS = ['avif', 'webp', 'jpeg'] as const;
export type Format = (typeof FORMATS)[number];
/** Widths of the derivatives, in pixels. */
export const WIDTHS = [160, 320, 640, 1280] as const;
/** The width of the preview, in pixels. */
export const PREVIEW_WIDTH = 320;

export type Ladder = { widths: readonly number[]; formats: readonly Format[] };
export type Derived<Name extends string = string> = {
  /** The most frequent colour, to stand in the picture's place: `#rrggbb`. */
  colour: string;
  /** The widths written, as asked for, ascending. */
  widths: number[];
  /** What is to be seen in the parts that were asked for, on the widest. */
  patches: Record<Name, Patch>;
};

/**
 * Makes every width in every format from an original, decoding it once, and hands each to `write`, one at a time and
 * waiting for it. Upright, sRGB, on white, without metadata. Never enlarged: where the original is narrower than a
 * width, what is written for that width is as wide as the original (and narrower still for one more than four times as
 * high as wide), so that every URL exists. Nothing is written unless the original could be decoded whole. Throws
 * RefusedImage, or what `write` throws; `write` may then have been called already, and derive may be repeated.
 * Parts of the picture that `regions` names are looked at on the way.
 */
export async function derive<Name extends string = never>(
  file: string,
  { widths, formats }: Ladder,
  write: (width: number, format: Format, bytes: Buffer) => Promise<void>,
  regions: Readonly<Record<Name, Region>> = {} as Record<Name, Region>,
): Promise<Derived<Name>> {
  const { facts, unpacked } = await survey(file);
  const ascending = [...new Set(widths)].sort((a, b) => a - b);
  // The turn lasts until the last file is written: what waits for a slow store holds its picture in memory.
  return inTurn(unpacked, async () => {
    const master = await decode(file, facts, ascending.at(-1) ?? PREVIEW_WIDTH);
    let done: { picture: Picture; bytes: Map<Format, Buffer> } | undefined;
    for (const width of ascending.toReversed()) {
      const picture = await shrink(master, width);
      // Two widths that both exceed the original are the same file.
      if (done?.picture !== picture) done = { picture, bytes: new Map() };
      for (const format of formats) {
        const bytes = done.bytes.get(format) ?? (await encode(picture, format));
        done.bytes.set(format, bytes);
        await write(width, format, bytes);
      }
    }
    const colour = commonColour((done?.picture ?? master).pixels);
    return { colour, widths: ascending, patches: patchesOf(master, regions) };
  });
}

export type Preview = {
  colour: string;
  /** A JPEG, made as the derivative of this width is, so it may stand in its place. */
  bytes: Buffer;
  contentType: 'image/jpeg';
  width: number;
  height: number;
  /** Of the original. */
  facts: ImageFacts;
};

/**
 * Proves that a file is a whole image we take, by decoding all of it, and returns a small picture to show at once while
 * the ladder is made elsewhere. Throws RefusedImage.
 */
export async function preview(file: string): Promise<Preview> {
  const { facts, unpacked } = await survey(file);
  return inTurn(unpacked, async () => {
    const picture = await decode(file, facts, PREVIEW_WIDTH);
    const bytes = await encode(picture, 'jpeg');
    const { width, height } = picture;
    return { colour: commonColour(picture.pixels), bytes, contentType: 'image/jpeg', width, height, facts };
  });
}

/**
 * Thumbnails are held to a median of 6 KB AVIF, 9 KB WebP and 10 KB JPEG at 320 wide, over the sample covers, whose
 * grain is dear; larger pictures are looked at for their own sake.
 */
const QUALITY = { thumbnail: { avif: 39, webp: 43, jpeg: 40 }, large: { avif: 48, webp: 70, jpeg: 68 } };

/** AVIF at effort 2 is made 8 to 9 times faster than at the default, for 2 to 11 % more bytes. */
function encode(picture: Picture, format: Format): Promise<Buffer> {
  const quality = QUALITY[picture.width <= PREVIEW_WIDTH ? 'thumbnail' : 'large'][format];
  const image = raw(picture);
  if (format === 'avif') return image.avif({ quality, effort: 2, chromaSubsampling: '4:2:0' }).toBuffer();
  if (format === 'webp') return image.webp({ quality, effort: 4 }).toBuffer();
  return image.jpeg({ quality, mozjpeg: true }).toBuffer();
}
