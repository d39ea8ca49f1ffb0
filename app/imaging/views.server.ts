/**
 * A cover as its readers meet it: small in a shop, in grey on an e-reader, as a book on a table. Made of the 1280 wide
 * derivative, never of the original, so every picture costs the same: about a quarter of a second of one processor and
 * 30 MB while it lasts.
 */
import sharp, { type Sharp } from 'sharp';
import { drawBook, standing, type Face, type Stance } from './book.ts';
import { commonColour, inTurn } from './decode.server.ts';
import { greyPng } from './grey.ts';

/** A part of a picture, in fractions of its width and height. */
export type Part = { x: number; y: number; w: number; h: number };
/** Which part is seen from the front, and which on the back of the book: null where the picture does not show it. */
export type Parts = { front: Part; spine: Part | null };
export type Views = { thumbnail: Buffer; grey: Buffer; mockup: Buffer };

/** Pixels: as wide as search in a shop shows it; as large as an e-reader's screen; the whole picture with its air. */
const THUMBNAIL_WIDTH = 100;
const GREY = { width: 600, height: 960 };
const MOCKUP = { width: 520, height: 720 };
/** Depth of a book of some 300 pages, in heights of the book: for a spine that nobody has shown. */
const USUAL_DEPTH = 0.085;
/** Given up after so many seconds: a derivative of ours takes a hundredth of it. */
const SECONDS = 10;

/**
 * Makes all views of one picture: a JPEG, a PNG of 16 greys, and a WebP that is clear where there is no book. The same
 * bytes for the same source. Throws whatever sharp throws for what is no picture.
 */
export async function makeViews(source: Buffer, { front, spine }: Parts): Promise<Views> {
  const { width = 0, height = 0 } = await sharp(source).metadata();
  // Three bytes for each pixel, and as many for what is made of them.
  return inTurn(width * height * 6, async () => {
    const whole = { width, height };
    const cover = await cut(source, whole, front).toBuffer({ resolveWithObject: true });
    const face: Face = { pixels: cover.data, width: cover.info.width, height: cover.info.height };
    return {
      mockup: await mockup(face, spine && { part: cut(source, whole, spine), ratio: ratioOf(whole, spine) }),
      grey: await grey(face),
      thumbnail: await open(face)
        .resize({ width: THUMBNAIL_WIDTH })
        .jpeg({ quality: 80, mozjpeg: true })
        .toBuffer(),
    };
  });
}

const open = ({ pixels, width, height }: Face): Sharp =>
  sharp(pixels, { raw: { width, height, channels: 3 } }).timeout({ seconds: SECONDS });

type Size = { width: number; height: number };

/** Whole pixels, one at least. */
function boxOf({ width, height }: Size, { x, y, w, h }: Part) {
  const [left, top] = [
    Math.min(Math.round(x * width), width - 1),
    Math.min(Math.round(y * height), height - 1),
  ];
  return {
    left,
    top,
    width: Math.min(Math.max(1, Math.round(w * width)), width - left),
    height: Math.min(Math.max(1, Math.round(h * height)), height - top),
  };
}

const cut = (source: Buffer, whole: Size, part: Part): Sharp =>
  sharp(source).timeout({ seconds: SECONDS }).extract(boxOf(whole, part)).flatten({ background: '#fff' }).toColourspace('srgb').raw(); // prettier-ignore

const ratioOf = (whole: Size, part: Part) => (part.w * whole.width) / (part.h * whole.height);

/** The lightness of each colour in linear light, as the eye weighs it, in 16 even steps. */
async function grey(face: Face): Promise<Buffer> {
  const image = open(face)
    .resize({ ...GREY, fit: 'inside', withoutEnlargement: true })
    .toColourspace('b-w')
    .raw();
  const { data, info } = await image.toBuffer({ resolveWithObject: true });
  return greyPng(data, info.width, info.height);
}

async function mockup(front: Face, back: { part: Sharp; ratio: number } | null): Promise<Buffer> {
  const ratio = { width: front.width / front.height, depth: back?.ratio ?? USUAL_DEPTH };
  const stance = standing(MOCKUP, ratio);
  const cover = await open(front)
    .resize({ ...stance.front, fit: 'fill' })
    .raw()
    .toBuffer();
  const side =
    back?.part ?? sharp({ create: { ...stance.spine, channels: 3, background: commonColour(cover) } });
  const spine = await side
    .resize({ ...stance.spine, fit: 'fill' })
    .raw()
    .toBuffer();
  const book = drawBook(stance, { ...stance.front, pixels: cover }, { ...stance.spine, pixels: spine });
  return sharp(Buffer.from(shadowOf(stance)))
    .composite([{ input: book, raw: { ...MOCKUP, channels: 4 } }])
    .webp({ quality: 74, alphaQuality: 80, effort: 4 })
    .toBuffer();
}

/** What the book takes of the light: close under it, and a longer, softer one away from the lamp. */
function shadowOf({ width, height, footprint }: Stance): string {
  const [near = ORIGIN, right = ORIGIN, behind = ORIGIN, left = ORIGIN] = footprint;
  const long = width * 0.14;
  const cast = [
    left,
    near,
    right,
    [right[0] + long, right[1] - 4],
    [behind[0] + long, behind[1] - 8],
  ] as const;
  const polygon = (points: readonly (readonly number[])[], opacity: number, blur: string) =>
    `<polygon points="${points.join(' ')}" opacity="${opacity}" filter="url(#${blur})"/>`;
  const blur = (id: string, by: number) =>
    `<filter id="${id}" filterUnits="userSpaceOnUse" x="0" y="0" width="${width}" height="${height}">` +
    `<feGaussianBlur stdDeviation="${by}"/></filter>`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${blur('soft', 13)}${blur('close', 3)}` +
    `${polygon(cast, 0.34, 'soft')}${polygon(footprint, 0.5, 'close')}</svg>`
  );
}

const ORIGIN = [0, 0] as const;
