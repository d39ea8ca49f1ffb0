/**
 * A database that already has our tables but no record of how it came to them: one restored without the record, or
 * laid by hand. It is given the record of exactly those migrations whose result it equals, and nothing else.
 */
import { randomBytes } from 'node:crypto';
import type { MigrationMeta } from 'drizzle-orm/migrator';
import type postgres from 'postgres';
import { catalogOf, differences } from './catalog.server.ts';
import { connect } from './client.server.ts';
import type { DatabaseConfig } from './connection.server.ts';
import { MigrationRefused } from './refused.server.ts';

/** Whether there is a record of migrations, and whether there is anything that would need one. */
export async function recordOf(sql: postgres.Sql) {
  const [found] = await sql<{ recorded: boolean; tables: number }[]>`
    select to_regclass('drizzle.__drizzle_migrations') is not null as recorded,
           (select count(*)::int from pg_class c join pg_namespace n on n.oid = c.relnamespace
             where n.nspname = 'public' and c.relkind in ('r', 'p')) as tables`;
  const rows = found?.recorded
    ? await sql<{ hash: string }[]>`select hash from drizzle.__drizzle_migrations`
    : [];
  return { applied: rows.map(({ hash }) => hash), tables: found?.tables ?? 0 };
}

/** Records the migrations that the database shows the result of. Throws MigrationRefused when it shows none. */
export async function baseline(
  sql: postgres.Sql,
  config: DatabaseConfig,
  migrations: MigrationMeta[],
): Promise<void> {
  const found = await catalogOf(sql);
  const results = await resultsOf(sql, config, migrations);
  const newest = results.findLastIndex((expected) => differences(expected, found).length === 0);
  if (newest < 0) {
    const lines = differences(results.at(-1) ?? [], found);
    throw new MigrationRefused(
      `this schema is not the one our migrations make, so it is left as it is:\n  ${lines.join('\n  ')}`,
    );
  }
  await sql.begin(async (tx) => {
    await tx`create schema if not exists drizzle`;
    // As drizzle makes it.
    await tx`create table if not exists drizzle.__drizzle_migrations
               (id serial primary key, hash text not null, created_at bigint)`;
    for (const { hash, folderMillis } of migrations.slice(0, newest + 1))
      await tx`insert into drizzle.__drizzle_migrations (hash, created_at) values (${hash}, ${folderMillis})`;
  });
}

/** What the schema is after each migration, found out by applying them to an empty database beside this one. */
async function resultsOf(
  sql: postgres.Sql,
  config: DatabaseConfig,
  migrations: MigrationMeta[],
): Promise<string[][]> {
  const name = `dustjacket_baseline_${randomBytes(4).toString('hex')}`;
  await sql`create database ${sql(name)} template template0`.catch((fault: unknown) => {
    throw new MigrationRefused('--baseline needs the right to create a database, to compare with', {
      cause: fault,
    });
  });
  const scratch = connect({ ...config, database: name }, { max: 1 });
  try {
    const results: string[][] = [];
    for (const { sql: statements } of migrations) {
      for (const statement of statements) await scratch.unsafe(statement);
      results.push(await catalogOf(scratch));
    }
    return results;
  } finally {
    await scratch.end({ timeout: 5 });
    await sql`drop database ${sql(name)} with (force)`;
  }
}
