/** Orders of lists of briefs, and the part of a WHERE that makes a list go on from a cursor. */
import { sql, type SQL } from 'drizzle-orm';
import { isUuid } from '../ids.ts';
import { isMoment, type Cursor, type Seek } from '../paging.ts';
import { parseDay } from './typed.ts';

/** One order of a table or subquery: by `key`, then by `id` so that equal keys have one, too. */
export type Order<Row> = {
  key: SQL;
  id: SQL;
  /** What a cursor's text is cast to. */
  type: SQL;
  descending: boolean;
  /** The key of a row as a cursor spells it. */
  of: (row: Row) => string;
  isSound: (key: string) => boolean;
};

const columns = (table: string, key: string) => ({
  key: sql.raw(`"${table}"."${key}"`),
  id: sql.raw(`"${table}"."id"`),
});

/** Newest first, by a column of moments. */
export const byMoment = <Row>(table: string, key: string, of: (row: Row) => Date | null): Order<Row> => ({
  ...columns(table, key),
  ...{ type: sql.raw('timestamptz'), descending: true, isSound: isMoment },
  of: (row) => of(row)?.toISOString() ?? '',
});

/** Soonest first, by a column of days. */
export const byDay = <Row>(table: string, key: string, of: (row: Row) => string | null): Order<Row> => ({
  ...columns(table, key),
  ...{ type: sql.raw('date'), descending: false, isSound: (text) => parseDay(text) === text },
  of: (row) => of(row) ?? '',
});

/** Most first, by a column of whole numbers that are not negative. */
export const byNumber = <Row>(table: string, key: string, of: (row: Row) => number): Order<Row> => ({
  ...columns(table, key),
  ...{ type: sql.raw('integer'), descending: true, isSound: (text) => /^\d{1,9}$/.test(text) },
  of: (row) => String(of(row)),
});

/** One way to go, or none: a cursor of another order, or a forged one, starts at the beginning. */
export function soundSeek<Row>({ isSound }: Order<Row>, { after, before }: Seek): Seek {
  const sound = (cursor: Cursor | null | undefined) =>
    cursor && isSound(cursor.key) && isUuid(cursor.id) ? cursor : null;
  const back = sound(before);
  return back ? { before: back } : { after: sound(after) };
}

/** Rows beyond the cursor; undefined without one. */
export function beyond<Row>(order: Order<Row>, { after, before }: Seek): SQL | undefined {
  const cursor = before ?? after;
  if (!cursor) return undefined;
  const operator = sql.raw(order.descending === Boolean(before) ? '>' : '<');
  return sql`(${order.key}, ${order.id}) ${operator} (${cursor.key}::${order.type}, ${cursor.id}::uuid)`;
}

/** The ORDER BY of a page, the other way round when going back. Spelled as the indexes are, nulls and all. */
export function sorted<Row>(order: Order<Row>, { before }: Seek): SQL[] {
  const down = order.descending !== Boolean(before);
  const nulls = order.descending === down ? sql.raw('nulls last') : sql.raw('nulls first');
  const way = down ? sql.raw('desc') : sql.raw('asc');
  return [sql`${order.key} ${way} ${nulls}`, sql`${order.id} ${way} ${nulls}`];
}
