/**
 * Once for a run: a PostgreSQL in a temporary directory and a migrated template, which every test database
 * is a copy of. Nothing here has to survive a crash, so nothing waits for the disk.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import postgres from 'postgres';
import type { TestProject } from 'vitest/node';
import { databaseAt } from '#db/connection.server.ts';
import { startEmbedded, type EmbeddedDatabase } from '#db/embedded.ts';
import { migrate } from '#db/migrate.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** `admin` may create databases; `template` is the name of the one to copy. */
    postgres: { admin: string; template: string };
  }
}

const SETTINGS = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '200',
  // Counts nothing until a database asks it to.
  shared_preload_libraries: 'pg_stat_statements',
  'pg_stat_statements.track': 'none',
};
const TEMPLATE = 'dustjacket_template';

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  // The cluster itself, not a folder in it: as root it belongs to another user, who could not reach deeper.
  const dir = await mkdtemp(path.join(tmpdir(), 'dustjacket-test-'));
  let server: EmbeddedDatabase | undefined;
  const stop = async () => {
    await server?.stop();
    await rm(dir, { recursive: true, force: true });
  };
  try {
    server = await startEmbedded({ dir, settings: SETTINGS });
    const sql = postgres(server.url, { max: 1, onnotice: () => {} });
    await sql`create database ${sql(TEMPLATE)}`;
    await sql.end();
    await migrate(databaseAt(databaseUrl(server.url, TEMPLATE)));
  } catch (fault) {
    await stop();
    throw fault;
  }
  project.provide('postgres', { admin: server.url, template: TEMPLATE });
  return stop;
}

/** The same server, another database. */
export function databaseUrl(admin: string, name: string): string {
  const url = new URL(admin);
  url.pathname = `/${name}`;
  return url.href;
}
