/** What was measured of a file, as far as preflight judges by it. Lengths are inches, upright, as the file is displayed. */
import { z } from 'zod';
import type { Box } from './geometry.ts';
import type { Size } from './printers/index.ts';

export type ColourSpace = 'rgb' | 'cmyk' | 'grey' | 'lab';

export type MeasuredImage = {
  kind: 'image';
  format: string;
  /** Pixels. */
  width: number;
  height: number;
  space: ColourSpace;
  /** Bits per channel. */
  depth: number;
  alpha: boolean;
  /** Pixels per inch the file claims; null when it claims nothing. */
  density: number | null;
  hasProfile: boolean;
  bytes: number;
};

/** A picture as it is placed on a page. */
export type PlacedImage = {
  /** Pixels. */
  width: number;
  height: number;
  size: Size;
  /** Pixels per inch where it is coarsest. */
  ppi: number;
  /** Null when it cannot be told. */
  space: ColourSpace | null;
  /** One bit for each pixel: line art, which is made finer than pictures. */
  lineArt: boolean;
};

export type MeasuredPdf = {
  kind: 'pdf';
  bytes: number;
  encrypted: boolean;
  /** Null when it does not open without a password; nothing inside is known then. */
  content: {
    pages: number;
    /** Of page 1. Crop, bleed and trim from the media box's top left; null where the file does not say. */
    media: Size;
    crop: Box | null;
    bleed: Box | null;
    trim: Box | null;
    /** These two are null when it was too large to read the page itself. */
    fonts: readonly { name: string; embedded: boolean }[] | null;
    annotations: number | null;
    images: readonly PlacedImage[];
    /** Whether time and memory sufficed to look at everything. */
    complete: boolean;
  } | null;
};

export type Measured = MeasuredImage | MeasuredPdf;

/** What a part of the picture looks like. */
export type Patch = {
  /** The mean, as #rrggbb. */
  colour: string;
  /** 0 black to 100 white. */
  lightness: number;
  /** How far pixels stray from the mean, in levels of 255, of the channel that strays most. */
  spread: number;
};
/** By the names of `regions.ts`. */
export type Patches = Readonly<Record<string, Patch>>;

const Stored = z.object({
  format: z.string(),
  width: z.number().positive(),
  height: z.number().positive(),
  space: z.enum(['rgb', 'cmyk', 'grey', 'lab']),
  depth: z.number(),
  alpha: z.boolean(),
  density: z.number().nullable(),
  hasProfile: z.boolean(),
  bytes: z.number(),
  patches: z
    .record(z.string(), z.object({ colour: z.string(), lightness: z.number(), spread: z.number() }))
    .optional(),
});

/** The facts that were stored with a picture; null for one that was never measured, such as a sample cover. */
export function storedFacts(facts: unknown): { file: MeasuredImage; patches: Patches | null } | null {
  const read = Stored.safeParse(facts);
  if (!read.success) return null;
  const { patches, ...file } = read.data;
  return { file: { kind: 'image', ...file }, patches: patches ?? null };
}
