/**
 * Brings a database to the schema in `db/migrations`, under an advisory lock so that two containers that
 * start at once migrate once. Applied migrations never change: `migrations.lock` holds their hashes.
 *
 *   node db/migrate.ts          migrate the configured database
 *   node db/migrate.ts --lock   write db/migrations.lock after a migration has been generated
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/postgres-js';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { migrate as applyMigrations } from 'drizzle-orm/postgres-js/migrator';
import { PgBoss } from 'pg-boss';
import postgres from 'postgres';
import { QUEUES } from '../app/jobs/queues.ts';
import { readConfig, type DatabaseConfig } from '../app/config.server.ts';
import { jobConnection } from './client.server.ts';

const HERE = path.dirname(fileURLToPath(import.meta.url));
const folderIn = (root: string) => path.join(root, 'migrations');
const lockFileIn = (root: string) => path.join(root, 'migrations.lock');
/** Any number will do, as long as nothing else in this database uses it. */
const ADVISORY_LOCK = 7_313_201;

/** Applies what is missing, waits for anyone else who is at it, and sets up the job queue's own schema. */
export async function migrate(config: DatabaseConfig): Promise<void> {
  verifyLockFile();
  const { url, pool: _pool, ...parts } = config;
  const options = {
    max: 1,
    onnotice: () => {},
    connection: { application_name: 'dustjacket-migrate', lock_timeout: 60_000 },
  };
  const sql = url ? postgres(url, options) : postgres({ ...options, ...parts });
  try {
    await sql`select pg_advisory_lock(${ADVISORY_LOCK})`;
    await applyMigrations(drizzle(sql), { migrationsFolder: folderIn(HERE) });
    await migrateJobs(config);
  } finally {
    await sql.end({ timeout: 5 });
  }
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
    throw new Error('db/migrations.lock does not match db/migrations: a landed migration never changes');
  }
}

/** The hash drizzle records for the newest migration: a database without it is behind this code. */
export const newestMigration = (): string =>
  readMigrationFiles({ migrationsFolder: folderIn(HERE) }).at(-1)?.hash ?? '';

if (import.meta.main) {
  if (process.argv.includes('--lock')) writeFileSync(lockFileIn(HERE), lockLines(HERE));
  else await migrate(readConfig().database);
}
