import { ACCEPTED, kindOf, type AcceptedKind } from './kind.ts';

/**
 * 75 megapixels: a 16 × 13 in wrap at 600 pixels an inch (9600 × 7800), the largest cover that is taken. The memory of
 * the process is sized by it, so raising it means measuring again.
 */
export const MAX_PIXELS = 75_000_000;
/** 60 MB. Printers advise at most 40 MB for a cover. */
export const MAX_BYTES = 60 * 1024 * 1024;
/** The shorter side, in pixels; smaller ones would have to be blown up even for the smallest place they are shown in. */
export const MIN_SIDE = 320;

export const REFUSALS = [
  'empty',
  'not_an_image',
  'unsupported_type',
  'broken',
  'too_many_pixels',
  'too_large',
  'too_small',
  'animated',
] as const;
export type Refusal = (typeof REFUSALS)[number];

/** A file that is not taken, through its own fault. `message` says what is wrong and how to mend it, to its sender. */
export class RefusedImage extends Error {
  readonly reason: Refusal;

  constructor(reason: Refusal, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'RefusedImage';
    this.reason = reason;
  }
}

const EXPORT = `Export it as ${ACCEPTED} and send that.`;

/** One sentence or two for each reason, with the facts of the file at hand. */
export const refuse = {
  empty: () => new RefusedImage('empty', 'This file is empty. Export it again and send the new file.'),
  notAnImage: () =>
    new RefusedImage(
      'not_an_image',
      `This file is not an image, whatever its name says. Send a ${ACCEPTED} file.`,
    ),
  unsupported: (label: string) =>
    new RefusedImage('unsupported_type', `This is ${label}, which cannot be used here. ${EXPORT}`),
  broken: (label: string, cause?: unknown) =>
    new RefusedImage(
      'broken',
      `This ${label} file is damaged or cut short. Export it again from the original and send the new file.`,
      cause,
    ),
  tooSlow: (label: string, cause: unknown) =>
    new RefusedImage(
      'broken',
      `This ${label} file takes too long to open. Save it again without special options and send the new file.`,
      cause,
    ),
  tooManyPixels: (width: number, height: number) =>
    new RefusedImage(
      'too_many_pixels',
      `This image is ${size(width, height)}, ${megapixels(width * height)} megapixels; the most is ` +
        `${megapixels(MAX_PIXELS)}. Export it at 300 pixels per inch of its printed size.`,
    ),
  tooManyToUnpack: (width: number, height: number, kind: string, instead: string) =>
    new RefusedImage(
      'too_many_pixels',
      `This image is ${size(width, height)}, too many for ${kind}. Save it as ${instead} and send that.`,
    ),
  /** `most` in bytes. */
  tooLarge: (most = MAX_BYTES) =>
    new RefusedImage(
      'too_large',
      `This file is larger than ${count.format(most / 1024 / 1024)} MB, the most that is taken. ` +
        'Flatten its layers, or export it as a JPEG of high quality.',
    ),
  tooSmall: (width: number, height: number) =>
    new RefusedImage(
      'too_small',
      `This image is ${size(width, height)}; its shorter side must be at least ${MIN_SIDE} pixels. Export a larger one.`,
    ),
  animated: (pages: number, what: 'frames' | 'pages') =>
    new RefusedImage(
      'animated',
      pages > 1
        ? `This file holds ${pages} ${what}. A cover is one still picture: export one of them and send that.`
        : 'This file is a moving picture. A cover is one still picture: export one frame and send that.',
    ),
};

const count = new Intl.NumberFormat('en');

function size(width: number, height: number): string {
  return `${count.format(width)} × ${count.format(height)} pixels`;
}

function megapixels(pixels: number): string {
  return count.format(Math.ceil(pixels / 1e6));
}

/** What a file is by its first bytes (`HEAD_BYTES` of them); throws RefusedImage when it is nothing we take. */
export function acceptKind(head: Uint8Array): AcceptedKind {
  if (head.length === 0) throw refuse.empty();
  const kind = kindOf(head);
  if (!kind) throw refuse.notAnImage();
  if (!kind.format) throw refuse.unsupported(kind.label);
  return kind;
}
