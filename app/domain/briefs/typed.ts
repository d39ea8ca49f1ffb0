/**
 * Reads what people type: sums, days, numbers, words. Forgiving of spelling, strict about meaning: each
 * function returns null for what it cannot read, and the form says how to write it instead.
 */
import { parseLength } from '../covers/lengths.ts';
import { MM_PER_INCH } from '../covers/printers/index.ts';

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

/** "19.2", "19,2 mm", "0.75 in" → millimetres of a spine, more than 0 and at most 150; a bare number is millimetres. */
export function parseSpine(text: string): number | null {
  const length = parseLength(text);
  if (!length) return null;
  const mm = length.unit === 'in' ? length.value * MM_PER_INCH : length.value;
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
