/**
 * Keyset paging: a page is named by the row it starts after (or ends before), so its address stays true
 * while rows come and go, and page 10,000 costs what page 1 does.
 */
import { isUuid } from './ids.ts';

export type Cursor = { key: string; id: string };
export type Seek = { after?: Cursor | null; before?: Cursor | null };
export type Count = { n: number; capped: boolean };
export type PageOf<Row> = { rows: Row[]; newer: string | null; older: string | null };

export const PAGE_SIZE = 12;
/** Counting stops here; a list says "1,000+". */
export const COUNT_CAP = 1000;

/** → an opaque word for a URL. */
export const encodeCursor = ({ key, id }: Cursor): string =>
  Buffer.from(JSON.stringify([key, id])).toString('base64url');

/** The reverse of `encodeCursor`; null for anything that did not come from it. */
export function decodeCursor(word: string | null | undefined): Cursor | null {
  if (!word || word.length > 300 || !/^[\w-]+$/.test(word)) return null;
  try {
    const parsed: unknown = JSON.parse(Buffer.from(word, 'base64url').toString('utf8'));
    if (!Array.isArray(parsed) || parsed.length !== 2) return null;
    const [key, id] = parsed as unknown[];
    const sound = typeof key === 'string' && typeof id === 'string' && isUuid(id);
    return sound ? { key, id } : null;
  } catch {
    return null;
  }
}

/** Where a list starts, from the `after` and `before` of its address. Anything that is no cursor is ignored. */
export const seekFrom = (params: { get(name: string): string | null }): Seek => ({
  after: decodeCursor(params.get('after')),
  before: decodeCursor(params.get('before')),
});

/**
 * Makes a page from the rows a query found: `size + 1` of them, read backwards when seeking `before`.
 * The extra row only tells that there is more.
 */
export function pageOf<Row>(
  found: Row[],
  seek: Seek,
  cursorOf: (row: Row) => Cursor,
  size = PAGE_SIZE,
): PageOf<Row> {
  const backwards = Boolean(seek.before);
  const more = found.length > size;
  const kept = found.slice(0, size);
  const rows = backwards ? kept.reverse() : kept;
  const [first, last] = [rows.at(0), rows.at(-1)];
  const hasNewer = backwards ? more : Boolean(seek.after);
  const hasOlder = backwards ? true : more;
  return {
    rows,
    newer: first && hasNewer ? encodeCursor(cursorOf(first)) : null,
    older: last && hasOlder ? encodeCursor(cursorOf(last)) : null,
  };
}

const MOMENT = /^20\d\d-(0\d|1[0-2])-([0-2]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;

/** Is this a moment as cursors spell one, of our century, on a day there is? PostgreSQL refuses 31 February. */
export const isMoment = (key: string): boolean =>
  MOMENT.test(key) && !Number.isNaN(Date.parse(key)) && new Date(key).toISOString() === key;

/** Is this a day of the calendar, as `YYYY-MM-DD`? */
export const isDay = (key: string): boolean => isMoment(`${key}T00:00:00.000Z`);

/** A count that was made over at most `COUNT_CAP + 1` rows. */
export const cappedCount = (n: number): Count => ({ n: Math.min(n, COUNT_CAP), capped: n > COUNT_CAP });
