/** The look of parts of a picture, in numbers. Pure. */
import type { Picture } from './decode.server.ts';

/** A part of a picture, in fractions of its width and height from the top left. */
export type Region = { x: number; y: number; w: number; h: number };
export type Patch = {
  /** The mean, as #rrggbb. */
  colour: string;
  /** Of the mean, 0 black to 100 white, as the eye sees it (L* of CIE Lab). */
  lightness: number;
  /** How far pixels stray from the mean, in levels of 255, of the channel that strays most (standard deviation). */
  spread: number;
};

/** Measures every region; at least one pixel of each. */
export function patchesOf<Name extends string>(
  picture: Picture,
  regions: Readonly<Record<Name, Region>>,
): Record<Name, Patch> {
  const measured = Object.entries<Region>(regions).map(([name, region]) => [name, patch(picture, region)]);
  return Object.fromEntries(measured) as Record<Name, Patch>;
}

function patch({ pixels, width, height }: Picture, { x, y, w, h }: Region): Patch {
  const [left, right] = span(x, w, width);
  const [top, bottom] = span(y, h, height);
  const [sums, squares] = [new Float64Array(3), new Float64Array(3)];
  for (let row = top; row < bottom; row++) {
    for (let at = (row * width + left) * 3; at < (row * width + right) * 3; at++) {
      const [level, channel] = [pixels[at] ?? 0, at % 3];
      sums[channel] = (sums[channel] ?? 0) + level;
      squares[channel] = (squares[channel] ?? 0) + level * level;
    }
  }
  const count = (right - left) * (bottom - top);
  const means = [...sums].map((sum) => sum / count);
  const deviations = [...squares].map((square, channel) => Math.sqrt(Math.max(0, square / count - (means[channel] ?? 0) ** 2))); // prettier-ignore
  return {
    colour: `#${Buffer.from(means.map(Math.round)).toString('hex')}`,
    lightness: tenths(lightness(means)),
    spread: tenths(Math.max(...deviations)),
  };
}

/** Whole pixels: the nearest edges, never none, and never outside. */
function span(from: number, length: number, whole: number): [start: number, end: number] {
  const start = Math.min(whole - 1, Math.max(0, Math.round(from * whole)));
  return [start, Math.min(whole, Math.max(start + 1, Math.round((from + length) * whole)))];
}

function lightness(rgb: readonly number[]): number {
  const linear = rgb.map((level) =>
    level <= 10 ? level / 255 / 12.92 : ((level / 255 + 0.055) / 1.055) ** 2.4,
  );
  const [r = 0, g = 0, b = 0] = linear;
  const luminance = 0.2126 * r + 0.7152 * g + 0.0722 * b;
  return luminance <= 0.008856 ? luminance * 903.3 : 116 * Math.cbrt(luminance) - 16;
}

const tenths = (value: number) => Math.round(value * 10) / 10;
