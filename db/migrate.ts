/**
 * Brings a database to the schema in `db/migrations`, under an advisory lock so that two containers that
 * start at once migrate once. Applied migrations never change: `migrations.lock` holds their hashes.
 *
 *   node db/migrate.ts              migrate the configured database
 *   node db/migrate.ts --baseline   the same for one that has our tables but no record of migrations
 *   node db/migrate.ts --lock       write db/migrations.lock after a migration has been generated
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/postgres-js';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { migrate as applyMigrations } from 'drizzle-orm/postgres-js/migrator';
import { PgBoss } from 'pg-boss';
import type postgres from 'postgres';
import { QUEUES } from '../app/jobs/queues.ts';
import { readMigrationConfig, type AppRole } from '../app/config.server.ts';
import { grantAppRole } from './app-role.server.ts';
import { baseline, recordOf } from './baseline.server.ts';
import { connect, jobConnection } from './client.server.ts';
import type { DatabaseConfig } from './connection.server.ts';
import { MigrationRefused } from './refused.server.ts';

const HERE = path.dirname(fileURLToPath(import.meta.url));
const folderIn = (root: string) => path.join(root, 'migrations');
const lockFileIn = (root: string) => path.join(root, 'migrations.lock');
/** Any number will do, as long as nothing else in this database uses it. */
const ADVISORY_LOCK = 7_313_201;
/** How long we wait for somebody else who is migrating. */
const OTHERS_MS = 60_000;
/** A change that waits longer for its table holds up every reader behind it: better to fail, and come again. */
const TABLE_MS = 5_000;
const STATEMENT_MS = 10 * 60_000;

export type MigrateOptions = { appRole?: AppRole; baseline?: boolean };

/**
 * Applies what is missing, waits for anyone else who is at it, and sets up the job queue's own schema.
 * → how many migrations were applied or, by a baseline, recorded.
 */
export async function migrate(config: DatabaseConfig, options: MigrateOptions = {}): Promise<number> {
  verifyLockFile();
  const sql = connect(config, {
    max: 1,
    connection: { application_name: 'dustjacket-migrate', lock_timeout: OTHERS_MS },
  });
  try {
    await sql`select pg_advisory_lock(${ADVISORY_LOCK})`;
    await sql`select set_config('lock_timeout', ${String(TABLE_MS)}, false),
                     set_config('statement_timeout', ${String(STATEMENT_MS)}, false)`;
    const before = await recordOf(sql);
    if (before.applied.length === 0 && before.tables > 0) await adopt(sql, config, options);
    await applyMigrations(drizzle(sql), { migrationsFolder: folderIn(HERE) });
    await migrateJobs(config);
    if (options.appRole) await grantAppRole(sql, options.appRole);
    return (await recordOf(sql)).applied.length - before.applied.length;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** Tables without a record: migrating would trip over the first of them. */
async function adopt(sql: postgres.Sql, config: DatabaseConfig, options: MigrateOptions): Promise<void> {
  if (!options.baseline)
    throw new MigrationRefused(
      'this database has tables but no record of migrations: if they are ours, run migrate --baseline',
    );
  await baseline(sql, config, readMigrationFiles({ migrationsFolder: folderIn(HERE) }));
}

/** pg-boss keeps its tables in a schema of its own and migrates them itself, here and nowhere else. */
async function migrateJobs(config: DatabaseConfig): Promise<void> {
  const boss = new PgBoss({ ...jobConnection(config), max: 1, supervise: false, schedule: false });
  try {
    await boss.start();
    for (const [name, options] of Object.entries(QUEUES)) {
      if (await boss.getQueue(name)) await boss.updateQueue(name, options);
      else await boss.createQueue(name, options);
    }
  } finally {
    await boss.stop({ graceful: false });
  }
}

/** The files as `hash  name` lines, in the order they apply. */
function lockLines(root: string): string {
  const folder = folderIn(root);
  const journal = JSON.parse(readFileSync(`${folder}/meta/_journal.json`, 'utf8')) as {
    entries: { tag: string }[];
  };
  const lines = journal.entries.map(({ tag }) => {
    const hash = createHash('sha256')
      .update(readFileSync(`${folder}/${tag}.sql`))
      .digest('hex');
    return `${hash}  ${tag}.sql\n`;
  });
  return lines.join('');
}

/** Throws when a migration was edited after it was locked, or added without being locked. */
export function verifyLockFile(root = HERE): void {
  if (readFileSync(lockFileIn(root), 'utf8') !== lockLines(root)) {
    throw new MigrationRefused(
      'db/migrations.lock does not match db/migrations: a landed migration never changes',
    );
  }
}

/** What a person or a pipeline runs. */
export async function runMigrate(args: string[]): Promise<void> {
  const { database, appRole } = readMigrationConfig();
  const applied = await migrate(database, { appRole, baseline: args.includes('--baseline') });
  process.stdout.write(applied > 0 ? `migrated: ${applied} new\n` : 'nothing to migrate\n');
}

if (import.meta.main) {
  const args = process.argv.slice(2);
  if (args.includes('--lock')) writeFileSync(lockFileIn(HERE), lockLines(HERE));
  else await runMigrate(args);
}
