import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { afterAll, inject, onTestFinished, TestRunner } from 'vitest';
import type { DatabaseConfig } from '#app/config.server.ts';
import { databaseAt } from '#db/connection.server.ts';
import { openDatabase, type OpenDatabase, type QueryListener } from '#db/client.server.ts';

export type TestDatabase = OpenDatabase & { url: string; config: DatabaseConfig };

/**
 * An empty, migrated database of one's own. Called at the top of a test file it lives as long as the file,
 * called in a test as long as the test; it drops itself. `onQuery` hears every statement.
 */
export async function testDatabase(options: { onQuery?: QueryListener } = {}): Promise<TestDatabase> {
  const { admin, template } = inject('postgres');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asAdmin(admin, (sql) => sql`create database ${sql(name)} template ${sql(template)}`);
  const url = new URL(admin);
  url.pathname = `/${name}`;
  const config = databaseAt(url.href);
  const open = openDatabase(config, options.onQuery);
  let closed: Promise<void> | undefined;
  const close = () => (closed ??= dispose());
  closeLater(close);
  return { ...open, url: url.href, config, close };

  async function dispose(): Promise<void> {
    await open.close();
    await asAdmin(admin, (sql) => sql`drop database ${sql(name)} with (force)`);
  }
}

/** Runs `close` when the test is over, or the file when no test is running. Last opened, first closed. */
export function closeLater(close: () => Promise<void>): void {
  if (TestRunner.getCurrentTest()) onTestFinished(close);
  else afterAll(close);
}

async function asAdmin(url: string, run: (sql: postgres.Sql) => Promise<unknown>): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await run(sql);
  } finally {
    await sql.end();
  }
}
