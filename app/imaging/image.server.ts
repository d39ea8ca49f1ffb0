/**
 * Imaging tells what an image file is and makes smaller pictures of it. It hides sharp, its settings, and how many
 * originals may be open at once; others come in by this file alone (`kind.ts` and `refusal.ts`, pure, are open to
 * whoever sees only the first bytes). It must not know where files are stored, or what a cover or a brief is.
 */
export { ACCEPT_TYPES, ACCEPTED, type ImageFormat } from './kind.ts';
export { MAX_BYTES, MAX_PIXELS, MIN_SIDE, REFUSALS, RefusedImage, type Refusal } from './refusal.ts';
export { measure, type ImageFacts } from './measure.server.ts';
export { DECODES_AT_ONCE } from './decode.server.ts';
export {
  derive,
  preview,
  FORMATS,
  PREVIEW_WIDTH,
  WIDTHS,
  type Derived,
  type Format,
  type Ladder,
  type Preview,
} from './derive.server.ts';
export { makeViews, type Part, type Parts, type Views } from './views.server.ts';
