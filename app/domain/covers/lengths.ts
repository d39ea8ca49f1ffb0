/**
 * Reads what people type about a book’s sizes. Forgiving of spelling, strict about meaning: each function returns null
 * for what it cannot read, and whoever asked says how to write it instead.
 */
import { MM_PER_INCH } from './printers/index.ts';

/** Trim sizes offered first in the form; any width × height in inches or millimetres is accepted. */
export const COMMON_TRIMS = [
  '5 × 8 in',
  '5.25 × 8 in',
  '5.5 × 8.5 in',
  '6 × 9 in',
  '7 × 10 in',
  '8.5 × 8.5 in',
  '8.5 × 11 in',
  '110 × 178 mm',
  '129 × 198 mm',
  '135 × 216 mm',
  '148 × 210 mm',
  '156 × 234 mm',
] as const;

export type Trim = { width: number; height: number; unit: 'in' | 'mm' };

/** "6 x 9", "6×9in", "129 × 198 mm" → a trim; null when it cannot be read. Bare numbers over 30 are millimetres. */
export function parseTrim(text: string): Trim | null {
  const match =
    /^\s*(\d+(?:[.,]\d{1,4})?)\s*(in|mm|cm|″|")?\s*[x×*]\s*(\d+(?:[.,]\d{1,4})?)\s*(in|inches|mm|cm|″|")?\s*$/i.exec(
      text,
    );
  if (!match) return null;
  const number = (part: string | undefined) => Number((part ?? '').replace(',', '.'));
  let [width, height] = [number(match[1]), number(match[3])];
  const said = (match[4] ?? match[2])?.toLowerCase();
  const unit = said === 'mm' || said === 'cm' || (!said && width > 30) ? 'mm' : 'in';
  // Tenths of a millimetre are kept; what floating point adds is not.
  if (said === 'cm') [width, height] = [Math.round(width * 1000) / 100, Math.round(height * 1000) / 100];
  const inches = unit === 'mm' ? MM_PER_INCH : 1;
  const legal = [width, height].every((side) => side / inches >= 2 && side / inches <= 20);
  return legal ? { width, height, unit } : null;
}

export const formatTrim = (trim: Trim): string => `${trim.width} × ${trim.height} ${trim.unit}`;

export type Length = { value: number; unit: 'in' | 'mm' | null };

/** "19.2", "19,2 mm", "1.9 cm", "0.75 in" → a length; the unit is null when none is said. */
export function parseLength(text: string): Length | null {
  const match = /^\s*(\d{1,3}(?:[.,]\d{1,4})?)\s*(mm|cm|in|inch|inches|″|")?\s*$/i.exec(text);
  if (!match) return null;
  const value = Number((match[1] ?? '').replace(',', '.'));
  const said = match[2]?.toLowerCase();
  if (said === 'cm') return { value: Math.round(value * 100_000) / 10_000, unit: 'mm' };
  if (said === undefined) return { value, unit: null };
  return { value, unit: said === 'mm' ? 'mm' : 'in' };
}

/** "320", "1,024 pages", "352pp" → a whole number from `least` to `most`; null for anything else. */
export function parseWhole(text: string, least: number, most: number): number | null {
  const bare = text.replace(/\s*(pages?|pp?\.?)\s*$/i, '').trim();
  if (!/^(\d{1,6}|\d{1,3},\d{3})$/.test(bare)) return null;
  const value = Number(bare.replace(',', ''));
  return value >= least && value <= most ? value : null;
}
