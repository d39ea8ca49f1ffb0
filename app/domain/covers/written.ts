/** Sizes as they are written beside a drawing or on a template: as fine as they are read, without idle zeros. */
import { MM_PER_INCH, type Size } from './printers/index.ts';

/** Halves go up: 3.175 lies a little below itself as a binary number. */
const plain = (value: number, decimals: number): string => {
  const unit = 10 ** decimals;
  return String(Math.round(value * unit + 1e-6) / unit);
};

/** 12.7004 */
export const bareInches = (inches: number): string => plain(inches, 4);
/** 12.7004 in */
export const writeInches = (inches: number): string => `${bareInches(inches)} in`;
/** 322.59 mm */
export const writeMillimetres = (inches: number): string => `${plain(inches * MM_PER_INCH, 2)} mm`;
/** 6 × 9 in */
export const writeSize = ({ w, h }: Size): string => `${bareInches(w)} × ${writeInches(h)}`;
/** 152.4 × 228.6 mm */
export const writeMetricSize = ({ w, h }: Size): string =>
  `${plain(w * MM_PER_INCH, 2)} × ${writeMillimetres(h)}`;
/** 1600 × 2560 px */
export const writePixels = ({ w, h }: Size): string => `${w} × ${h} px`;
