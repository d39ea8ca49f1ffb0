import { ACCEPTED, kindOf, type AcceptedKind, type PdfKind } from './kind.ts';

/**
 * 75 megapixels: a 16 × 13 in wrap at 600 pixels an inch (9600 × 7800), the largest picture that is shown. The memory of
 * the process is sized by it, so raising it means measuring again.
 */
export const MAX_PIXELS = 75_000_000;
/** 60 MB. Printers advise at most 40 MB for a cover. */
export const MAX_BYTES = 60 * 1024 * 1024;

/** How large a file may be; past either it is refused with a sentence that names the number. */
export type FileLimits = { bytes: number; pixels: number };
/** Pictures that are shown: portfolios, references. */
export const PICTURE_LIMITS: FileLimits = { bytes: MAX_BYTES, pixels: MAX_PIXELS };
/**
 * Files that are printed. 100 megapixels: the largest cover any of our printers makes at 600 pixels an inch, beyond which
 * they call it a waste, is KDP's 8.25 × 11 in hardcover of 550 pages, 11,733 × 7,450 or 87 megapixels; wider sheets fit at
 * 300. 650 MB is what KDP takes; reckoned in 1,024s, so that preflight sees what is just over.
 */
export const PRINT_LIMITS: FileLimits = { bytes: 650 * 1024 * 1024, pixels: 100_000_000 };
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
  tooInvolved: (label: string) =>
    new RefusedImage(
      'broken',
      `This ${label} file takes more time or memory to open than there is. Flatten its layers and send the new file.`,
    ),
  pdf: () =>
    new RefusedImage(
      'unsupported_type',
      `This is a PDF, which holds pages; here one picture is shown. Export the front as ${ACCEPTED} and send that.`,
    ),
  tooManyPixels: (width: number, height: number, most = MAX_PIXELS) =>
    new RefusedImage(
      'too_many_pixels',
      `This image is ${size(width, height)}, ${megapixels(width * height)} megapixels; the most is ` +
        `${megapixels(most)}. Export it at 300 pixels per inch of its printed size.`,
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

/** What a picture is by its first bytes (`HEAD_BYTES` of them); throws RefusedImage when it is nothing we take. */
export function acceptKind(head: Uint8Array): AcceptedKind {
  const kind = acceptFile(head);
  if (kind.format === 'pdf') throw refuse.pdf();
  return kind;
}

/** As `acceptKind`, for files that are made to be printed: those may be PDFs. */
export function acceptFile(head: Uint8Array): AcceptedKind | PdfKind {
  if (head.length === 0) throw refuse.empty();
  const kind = kindOf(head);
  if (!kind) throw refuse.notAnImage();
  if (!kind.format) throw refuse.unsupported(kind.label);
  return kind;
}
