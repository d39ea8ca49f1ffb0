/** Sizes as they are written beside a drawing or on a template: as fine as they are read, without idle zeros. */
import { MM_PER_INCH, type Size } from './printers/index.ts';

const plain = (value: number, decimals: number): string => String(Number(value.toFixed(decimals)));

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
