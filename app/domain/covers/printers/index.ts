/** Every printer and shop whose covers can be computed. To add one: a file beside this, and a line here. */
import { acx, ingramspark, other } from './given.ts';
import { kdp } from './kdp.ts';
import { lulu } from './lulu.ts';
import type { Printer as PrinterTable } from './printer.ts';

export {
  PAPERS,
  PAPER_KEYS,
  mm,
  MM_PER_INCH,
  type Binding,
  type Paper,
  type Range,
  type Screen,
  type Size,
} from './printer.ts';

export const PRINTER_TABLES = { kdp, lulu, ingramspark, acx, other } as const satisfies Record<
  string,
  PrinterTable
>;
export type Printer = keyof typeof PRINTER_TABLES;
export const PRINTER_KEYS = Object.keys(PRINTER_TABLES) as [Printer, ...Printer[]];
export const printerTable = (printer: Printer): PrinterTable => PRINTER_TABLES[printer];
