/**
 * Values as words, for one reader: days and moments in their time zone, money and numbers in their locale.
 * Loaders call this, so that components only ever get text.
 */
import type { Count } from '../domain/paging.ts';

/** Who reads; null is somebody who is not signed in, whose page may be shared with others. */
export type Reader = { locale: string; timeZone: string } | null;

const ANYONE = { locale: 'en-GB', timeZone: 'UTC' };

/** Making an Intl formatter costs more than a whole list row, so the few that are in use are kept. */
const kept = new Map<string, unknown>();
const MOST_KEPT = 200;

function keep<Formatter>(key: string, make: () => Formatter): Formatter {
  const known = kept.get(key) as Formatter | undefined;
  if (known) return known;
  if (kept.size >= MOST_KEPT) kept.clear();
  const made = make();
  kept.set(key, made);
  return made;
}

/** A locale or time zone this machine does not know must not take the page down. */
function forReader<Formatter>(
  reader: Reader,
  kind: string,
  make: (who: typeof ANYONE) => Formatter,
): Formatter {
  const { locale, timeZone } = reader ?? ANYONE;
  return keep(`${kind} ${locale} ${timeZone}`, () => {
    try {
      return make({ locale, timeZone });
    } catch {
      return make(ANYONE);
    }
  });
}

/** A calendar day as stored: no time, no zone. */
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * "3 March 2027". A `YYYY-MM-DD` is a day on the calendar and the same for everyone; a moment (Date, or
 * ISO text with a time) falls on the day it is in the reader's time zone.
 */
export function formatDate(value: Date | string, reader: Reader): string {
  const isDay = typeof value === 'string' && DAY.test(value);
  const style = { day: 'numeric', month: 'long', year: 'numeric' } as const;
  const formatter = forReader(reader, isDay ? 'day' : 'date', ({ locale, timeZone }) =>
    Intl.DateTimeFormat(locale, { ...style, timeZone: isDay ? 'UTC' : timeZone }),
  );
  return formatter.format(new Date(value));
}

/** "3 March 2027 at 14:05" in the reader's time zone. */
export function formatMoment(value: Date | string, reader: Reader): string {
  const formatter = forReader(reader, 'moment', ({ locale, timeZone }) =>
    Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone }),
  );
  return formatter.format(new Date(value));
}

/** "14:05" in the reader's time zone. */
export function formatTime(value: Date, reader: Reader): string {
  const formatter = forReader(reader, 'time', ({ locale, timeZone }) =>
    Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone }),
  );
  return formatter.format(value);
}

/** Minor units and an ISO currency → "€1,200" or "€1,200.50". */
export function formatMoney(minor: number, currency: string, reader: Reader): string {
  const formatter = forReader(reader, `money ${currency}`, ({ locale }) =>
    Intl.NumberFormat(locale, { style: 'currency', currency, trailingZeroDisplay: 'stripIfInteger' }),
  );
  return formatter.format(minor / 100);
}

/** Minor units and an ISO currency with every cent, for columns of sums: "€1,200.00". */
export function formatSum(minor: number, currency: string, reader: Reader): string {
  const formatter = forReader(reader, `sum ${currency}`, ({ locale }) =>
    Intl.NumberFormat(locale, { style: 'currency', currency }),
  );
  return formatter.format(minor / 100);
}

/** "1,234". */
export const formatNumber = (value: number, reader: Reader): string =>
  forReader(reader, 'number', ({ locale }) => Intl.NumberFormat(locale)).format(value);

/** "37", or "1,000+" for a count that stopped counting. */
export const formatCount = ({ n, capped }: Count, reader: Reader): string =>
  formatNumber(n, reader) + (capped ? '+' : '');

/** The day it is for the reader, as `YYYY-MM-DD`. */
export function todayFor(reader: Reader, now: Date): string {
  // Swedish dates are ISO dates; the parts of en-CA have changed between versions of ICU.
  const formatter = forReader(reader, 'today', ({ timeZone }) =>
    Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }),
  );
  return formatter.format(now);
}

/** The formatters of one reader, for functions that shape rows into words without knowing who reads. */
export const wordsFor = (reader: Reader) => ({
  date: (value: Date | string) => formatDate(value, reader),
  moment: (value: Date | string) => formatMoment(value, reader),
  time: (value: Date) => formatTime(value, reader),
  money: (minor: number, currency: string) => formatMoney(minor, currency, reader),
  sum: (minor: number, currency: string) => formatSum(minor, currency, reader),
  number: (value: number) => formatNumber(value, reader),
  count: (count: Count) => formatCount(count, reader),
});
