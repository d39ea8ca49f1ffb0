/**
 * Reads what people type: sizes, sums, days, numbers. Forgiving of spelling, strict about meaning: each
 * function returns null for what it cannot read, and the form says how to write it instead.
 */

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
  const inches = unit === 'mm' ? 25.4 : 1;
  const legal = [width, height].every((side) => side / inches >= 2 && side / inches <= 20);
  return legal ? { width, height, unit } : null;
}

export const formatTrim = (trim: Trim): string => `${trim.width} × ${trim.height} ${trim.unit}`;

/** The largest sum a budget can name, in minor units: a million. */
const LARGEST_SUM = 1_000_000_00;
const CURRENCY_MARKS =
  /^\s*(?:(?:us|ca?|au?)?\p{Sc}|eur|gbp|usd|chf|cad|aud)|(?:\p{Sc}|eur|euros?|gbp|usd|chf|cad|aud)\s*$/giu;

/**
 * "1,200", "€ 1200.50", "1.200,00", "1 200 EUR" → minor units; null when it cannot be read. A lone
 * separator before exactly three digits groups thousands; before one or two it starts the cents.
 */
export function parseMoney(text: string): number | null {
  const bare = text.replace(CURRENCY_MARKS, '').replace(/[\s'’]/gu, '');
  const cents = /[.,](\d{1,2})$/.exec(bare);
  const whole = cents ? bare.slice(0, cents.index) : bare;
  const grouped = /^\d{1,3}(,\d{3})+$|^\d{1,3}(\.\d{3})+$/.test(whole);
  if (!grouped && !/^\d+$/.test(whole)) return null;
  // "1.200.50" mixes one sign for two jobs: better to ask than to guess.
  if (cents && grouped && whole.includes(cents[0].charAt(0))) return null;
  const minor = Number(whole.replace(/[.,]/g, '')) * 100 + Number((cents?.[1] ?? '').padEnd(2, '0'));
  return minor > 0 && minor <= LARGEST_SUM ? minor : null;
}

/** Minor units as a form field shows them: "1200" or "1200.50". */
export const typedMoney = (minor: number): string =>
  minor % 100 === 0 ? String(minor / 100) : (minor / 100).toFixed(2);

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthOf = (name: string) => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;

/**
 * "2027-03-31", "31 March 2027", "31/3/2027" (day first), "March 31, 2027" → `YYYY-MM-DD`; null for
 * anything else and for days that are on no calendar.
 */
export function parseDay(text: string): string | null {
  const iso = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})\s*$/.exec(text);
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const numbers = /^\s*(\d{1,2})[./-](\d{1,2})[./-](\d{4})\s*$/.exec(text);
  if (numbers) return dayOf(Number(numbers[3]), Number(numbers[2]), Number(numbers[1]));
  const dayFirst = /^\s*(\d{1,2})\.?\s+([a-z]{3,9})\.?,?\s+(\d{4})\s*$/i.exec(text);
  if (dayFirst) return dayOf(Number(dayFirst[3]), monthOf(dayFirst[2] ?? ''), Number(dayFirst[1]));
  const monthFirst = /^\s*([a-z]{3,9})\.?\s+(\d{1,2}),?\s+(\d{4})\s*$/i.exec(text);
  if (monthFirst) return dayOf(Number(monthFirst[3]), monthOf(monthFirst[1] ?? ''), Number(monthFirst[2]));
  return null;
}

function dayOf(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const real = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real && year >= 1900 && year <= 2199 ? date.toISOString().slice(0, 10) : null;
}

/** The day so many days after another. */
export const daysAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

/** An ISBN as typed, with plain hyphens, when its 10 or 13 digits and their check digit are right. */
export function parseIsbn(text: string): string | null {
  const tidy = text
    .replace(/[‐-―]/g, '-')
    .replace(/^\s*isbn(-1[03])?:?/i, '')
    .trim()
    .toUpperCase();
  const digits = tidy.replace(/[\s-]/g, '');
  return isIsbn10(digits) || isIsbn13(digits) ? tidy.replace(/\s+/g, '-') : null;
}

function isIsbn13(digits: string): boolean {
  if (!/^97[89]\d{10}$/.test(digits)) return false;
  return [...digits].reduce((sum, digit, at) => sum + Number(digit) * (at % 2 ? 3 : 1), 0) % 10 === 0;
}

function isIsbn10(digits: string): boolean {
  if (!/^\d{9}[\dX]$/.test(digits)) return false;
  const value = (digit: string) => (digit === 'X' ? 10 : Number(digit));
  return [...digits].reduce((sum, digit, at) => sum + value(digit) * (10 - at), 0) % 11 === 0;
}

/** "320", "1,024 pages", "352pp" → a whole number from `least` to `most`. */
export function parseWhole(text: string, least: number, most: number): number | null {
  const bare = text.replace(/\s*(pages?|pp?\.?)\s*$/i, '').trim();
  if (!/^(\d{1,6}|\d{1,3},\d{3})$/.test(bare)) return null;
  const value = Number(bare.replace(',', ''));
  return value >= least && value <= most ? value : null;
}

/** "19.2", "19,2 mm", "0.75 in" → millimetres of a spine, more than 0 and at most 150. */
export function parseSpine(text: string): number | null {
  const match = /^\s*(\d{1,3}(?:[.,]\d{1,4})?)\s*(mm|in|inch|inches|″|")?\s*$/i.exec(text);
  if (!match) return null;
  const value = Number((match[1] ?? '').replace(',', '.'));
  const mm = match[2] && match[2].toLowerCase() !== 'mm' ? value * 25.4 : value;
  const rounded = Math.round(mm * 1000) / 1000;
  return rounded > 0 && rounded <= 150 ? rounded : null;
}

/** "wry, salt-worn , Wry" → ['wry', 'salt-worn']: separated by commas or lines, without repeats. */
export function parseWords(text: string): string[] {
  const words = text
    .split(/[,;\n]/)
    .map((word) => word.replace(/\s+/g, ' ').trim())
    .filter(Boolean);
  const seen = new Set<string>();
  return words.filter((word) => !seen.has(word.toLowerCase()) && seen.add(word.toLowerCase()));
}
