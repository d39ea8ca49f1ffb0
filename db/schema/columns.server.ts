/**
 * Column helpers shared by every table: ids, times, closed lists, and the two PostgreSQL types that
 * drizzle has no name for. Times keep milliseconds, so that a cursor made from a JavaScript Date is exact.
 */
import { sql, type SQL } from 'drizzle-orm';
import { check, customType, text, timestamp, uuid, type AnyPgColumn } from 'drizzle-orm/pg-core';

export const id = () => uuid().primaryKey().defaultRandom();
export const moment = () => timestamp({ withTimezone: true, precision: 3 });
export const createdAt = () => moment().notNull().defaultNow();
export const words = () => text().notNull().default('');
export const wordList = () =>
  text()
    .array()
    .notNull()
    .default(sql`'{}'`);

export const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' });

const quoted = (values: readonly string[]): SQL => sql.raw(values.map((value) => `'${value}'`).join(', '));

/** A check that a column holds one of a closed list (or null, where the column allows it). */
export const oneOf = (name: string, column: AnyPgColumn, values: readonly string[]) =>
  check(name, sql`${column} in (${quoted(values)})`);

/** A check that every element of a text array is from a closed list. */
export const allOf = (name: string, column: AnyPgColumn, values: readonly string[]) =>
  check(name, sql`${column} <@ array[${quoted(values)}]::text[]`);
