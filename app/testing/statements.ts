/** What a database was asked, as PostgreSQL counts it (`pg_stat_statements`), so that no statement can hide. */
import type postgres from 'postgres';

/** From now on, on connections that are opened from now on. */
export async function countStatements(sql: postgres.Sql): Promise<void> {
  const [here] = await sql<{ name: string }[]>`select current_database() as name`;
  await sql`create extension if not exists pg_stat_statements`;
  await sql`alter database ${sql(here?.name ?? '')} set pg_stat_statements.track = 'top'`;
}

/** → every statement that others made in this database meanwhile, as often as it was made; in no order. */
export async function statementsOf(sql: postgres.Sql, run: () => Promise<unknown>): Promise<string[]> {
  await sql`select pg_stat_statements_reset(0, oid, 0) from pg_database where datname = current_database()`;
  await run();
  const rows = await sql<{ query: string; calls: number }[]>`
    select query, calls::int as calls from pg_stat_statements join pg_database on oid = dbid
    where datname = current_database() and query not like '%pg_stat_statements%'`;
  return rows.flatMap(({ query, calls }) => Array<string>(calls).fill(query));
}
