import { randomBytes } from 'node:crypto';
import { appendFile, cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import type postgres from 'postgres';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { closeLater } from '#app/testing/database.server.ts';
import { databaseUrl } from '#app/testing/global-setup.ts';
import { QUEUES } from '#app/jobs/queues.ts';
import { catalogOf } from './catalog.server.ts';
import { connect } from './client.server.ts';
import { databaseAt, type DatabaseConfig } from './connection.server.ts';
import { migrate, verifyLockFile } from './migrate.ts';

const { admin } = inject('postgres');
const sql = connect(databaseAt(admin), { max: 1 });
const made: string[] = [];
afterAll(async () => {
  for (const name of made) await sql`drop database ${sql(name)} with (force)`;
  await sql.end();
});

async function emptyDatabase(): Promise<DatabaseConfig> {
  const name = `migrate_${randomBytes(4).toString('hex')}`;
  made.push(name);
  await sql`create database ${sql(name)}`;
  return databaseAt(databaseUrl(admin, name));
}

const migrations = readMigrationFiles({
  migrationsFolder: fileURLToPath(new URL('migrations', import.meta.url)),
});
const hashes = migrations.map(({ hash }) => hash);

/** A connection to it, until the test is over. */
function openTo(config: DatabaseConfig): postgres.Sql {
  const own = connect(config, { max: 1 });
  closeLater(() => own.end());
  return own;
}

/** The tables that the first `count` migrations make, without any record of them. */
async function laidByHand(count: number): Promise<{ config: DatabaseConfig; own: postgres.Sql }> {
  const config = await emptyDatabase();
  const own = openTo(config);
  for (const { sql: statements } of migrations.slice(0, count))
    for (const statement of statements) await own.unsafe(statement);
  return { config, own };
}

/** A row in every table, as far as the database can make one up; the order follows the foreign keys. */
async function fill(own: postgres.Sql): Promise<string[]> {
  const tables = await own<{ name: string }[]>`
    select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and c.relkind = 'r'`;
  await own`set session_replication_role = replica`;
  for (const { name } of tables) await own.unsafe(await insertInto(own, name));
  await own`set session_replication_role = origin`;
  return tables.map(({ name }) => name);
}

/** One row of plausible nothings: what a check allows first, otherwise something of the column's type. */
async function insertInto(own: postgres.Sql, table: string): Promise<string> {
  const columns = await own<{ name: string; type: string; allowed: string | null }[]>`
    select a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
           (select (regexp_match(pg_get_constraintdef(c.oid), '''([^'']+)''::text'))[1] from pg_constraint c
             where c.conrelid = a.attrelid and c.contype = 'c' and c.conkey = array[a.attnum]) as allowed
      from pg_attribute a
     where a.attrelid = ${table}::regclass and a.attnum > 0 and not a.attisdropped and a.attnotnull
       and not a.atthasdef and a.attidentity = '' and a.attgenerated = ''`;
  const values = columns.map(({ type, allowed }) =>
    allowed ? `'${allowed}'` : (NOTHINGS[type.replace(/\(.*/, '')] ?? `'x'`),
  );
  if (columns.length === 0) return `insert into "${table}" default values`;
  return `insert into "${table}" (${columns.map(({ name }) => `"${name}"`).join()}) values (${values.join()})`;
}
const NOTHINGS: Record<string, string> = {
  ...{
    uuid: 'gen_random_uuid()',
    smallint: '1',
    integer: '1',
    bigint: '1',
    numeric: '1',
    real: '1',
    boolean: 'true',
  },
  ...{
    date: 'current_date',
    'timestamp with time zone': 'now()',
    timestamp: 'now()',
    jsonb: `'{}'`,
    'text[]': `'{}'`,
  },
  bytea: `''`,
};

describe('migrating', () => {
  test('three at once migrate an empty database once, and once more changes nothing', async () => {
    const database = await emptyDatabase();
    const counts = await Promise.all([migrate(database), migrate(database), migrate(database)]);
    expect(counts.toSorted()).toEqual([0, 0, hashes.length]);
    expect(await migrate(database)).toBe(0);
    const own = openTo(database);
    const recorded = await own<{ hash: string }[]>`
      select hash from drizzle.__drizzle_migrations order by created_at`;
    expect(recorded.map(({ hash }) => hash)).toEqual(hashes);
    const queues = await own<{ name: string }[]>`select name from pgboss.queue order by name`;
    expect(queues.map(({ name }) => name)).toEqual(Object.keys(QUEUES).sort());
  });

  test('a migration that has landed never changes', async () => {
    const root = await mkdtemp(path.join(tmpdir(), 'dustjacket-migrations-'));
    await cp(fileURLToPath(new URL('.', import.meta.url)), root, { recursive: true });
    verifyLockFile(root);
    await appendFile(path.join(root, 'migrations/0000_first.sql'), '-- one more thing\n');
    expect(() => verifyLockFile(root)).toThrow(/migrations\.lock/);
    await rm(root, { recursive: true });
  });

  test('the release before this one comes to the same schema, and keeps its rows', async () => {
    const [fresh, { config: old, own }] = [await emptyDatabase(), await laidByHand(hashes.length - 1)];
    const tables = await fill(own);
    expect(tables.length).toBeGreaterThan(10);
    expect(await catalogOf(own)).not.toEqual([]);
    expect(await migrate(old, { baseline: true })).toBe(hashes.length);
    await migrate(fresh);
    expect(await catalogOf(own)).toEqual(await catalogOf(openTo(fresh)));
    for (const table of tables) {
      const [counted] = await own<{ n: number }[]>`select count(*)::int as n from ${own(table)}`;
      expect([table, counted?.n]).toEqual([table, 1]);
    }
  });

  test('gives up on a table that somebody holds, and changes nothing', async () => {
    // The third migration alters briefs.
    const { config, own } = await laidByHand(2);
    const other = openTo(config);
    const held = other.begin(async (tx) => {
      await tx`lock table briefs in access share mode`;
      await expect(migrate(config, { baseline: true })).rejects.toMatchObject({
        cause: expect.objectContaining({ code: '55P03' }),
      });
    });
    await held;
    const columns =
      await own`select from pg_attribute where attrelid = 'briefs'::regclass and attname = 'direction'`;
    expect(columns.length).toBe(0);
    expect(await migrate(config)).toBe(hashes.length - 2);
  });
});

describe('a database with tables and no record of migrations', () => {
  test('is left alone', async () => {
    const { config, own } = await laidByHand(hashes.length);
    await expect(migrate(config)).rejects.toThrow(/run migrate --baseline/);
    const [record] = await own`select to_regclass('drizzle.__drizzle_migrations') as name`;
    expect(record?.['name']).toBeNull();
  });

  test.each(hashes.map((_, at) => at + 1))(
    'is given the record of the %i migrations it shows',
    async (count) => {
      const { config, own } = await laidByHand(count);
      const before = await catalogOf(own);
      expect(await migrate(config, { baseline: true })).toBe(hashes.length);
      const recorded = await own<
        { hash: string }[]
      >`select hash from drizzle.__drizzle_migrations order by id`;
      expect(recorded.map(({ hash }) => hash)).toEqual(hashes);
      if (count === hashes.length) expect(await catalogOf(own)).toEqual(before);
      // Once more is nothing more, with the flag or without.
      expect([await migrate(config, { baseline: true }), await migrate(config)]).toEqual([0, 0]);
      const left = await sql`select from pg_database where datname like 'dustjacket_baseline_%'`;
      expect(left.length).toBe(0);
    },
  );

  test.each([
    ['a column fewer', 'alter table people drop column email', /missing: column people\.email/],
    ['a column more', 'alter table people add column shoe_size int', /unknown: column people\.shoe_size/],
    [
      'another type',
      'alter table brief_comparables alter column title type varchar(99)',
      /missing: column brief_comparables\.title text/,
    ],
    ['an index fewer', 'drop index people_search', /missing: index CREATE INDEX people_search/],
    [
      'a check fewer',
      'alter table people drop constraint people_role',
      /missing: constraint people\.people_role/,
    ],
    [
      'events that can be altered',
      'drop trigger events_append_only on events',
      /missing: trigger .*events_append_only/,
    ],
    [
      'specifications that can be altered',
      'drop trigger cover_specs_append_only on cover_specs',
      /missing: trigger .*cover_specs_append_only/,
    ],
    ['a table of somebody else', 'create table payroll (id int)', /unknown: .*payroll/],
  ])('is refused with %s, and left as it is', async (_what, change, message) => {
    const { config, own } = await laidByHand(hashes.length);
    await own.unsafe(change);
    await expect(migrate(config, { baseline: true })).rejects.toThrow(message);
    const schemas = await own`select from pg_namespace where nspname in ('drizzle', 'pgboss')`;
    expect(schemas.length).toBe(0);
  });
});
