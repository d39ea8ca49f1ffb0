/** Orders of lists, and the parts of a query that make a list go on from a cursor. */
import { sql, type SQL, type SQLWrapper } from 'drizzle-orm';
import { isUuid } from './ids.ts';
import { isDay, isMoment, pageOf, type Cursor, type PageOf, type Seek } from './paging.ts';

/** One order of a table or subquery: by `key`, then by `id` so that equal keys have one, too. */
export type Order<Row> = {
  key: SQLWrapper;
  id: SQLWrapper;
  /** What a cursor's text is cast to. */
  type: SQL;
  descending: boolean;
  /** The key of a row as a cursor spells it. */
  of: (row: Row) => string;
  isSound: (key: string) => boolean;
};

type Columns = Pick<Order<unknown>, 'key' | 'id'>;

/** Newest first, by a column of moments. */
export const byMoment = <Row>(columns: Columns, of: (row: Row) => Date | null): Order<Row> => ({
  ...columns,
  ...{ type: sql.raw('timestamptz'), descending: true, isSound: isMoment },
  of: (row) => of(row)?.toISOString() ?? '',
});

/** Soonest first, by a column of days. */
export const byDay = <Row>(columns: Columns, of: (row: Row) => string | null): Order<Row> => ({
  ...columns,
  ...{ type: sql.raw('date'), descending: false, isSound: isDay },
  of: (row) => of(row) ?? '',
});

/** Most first, by a column of whole numbers that are not negative. */
export const byNumber = <Row>(columns: Columns, of: (row: Row) => number): Order<Row> => ({
  ...columns,
  ...{ type: sql.raw('integer'), descending: true, isSound: (text) => /^\d{1,9}$/.test(text) },
  of: (row) => String(of(row)),
});

/** The same, the other way round. */
export const reversed = <Row>(order: Order<Row>): Order<Row> => ({ ...order, descending: !order.descending });

/** A list in one order, from a cursor on: what goes into WHERE and ORDER BY, and the page of the rows they find. */
export function listIn<Row>(order: Order<Row>, wanted: Seek, size?: number) {
  const seek = soundSeek(order, wanted);
  return {
    where: beyond(order, seek),
    orderBy: sorted(order, seek),
    page: <Found extends Row & { id: string }>(rows: Found[]): PageOf<Found> =>
      pageOf(rows, seek, (row) => ({ key: order.of(row), id: row.id }), size),
  };
}

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
