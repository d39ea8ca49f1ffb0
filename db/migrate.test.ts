import { randomBytes } from 'node:crypto';
import { appendFile, cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import postgres from 'postgres';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { migrate, newestMigration, verifyLockFile } from './migrate.ts';

const { admin } = inject('postgres');
const sql = postgres(admin, { max: 1, onnotice: () => {} });
const made: string[] = [];
afterAll(async () => {
  for (const name of made) await sql`drop database ${sql(name)} with (force)`;
  await sql.end();
});

async function emptyDatabase() {
  const name = `migrate_${randomBytes(4).toString('hex')}`;
  made.push(name);
  await sql`create database ${sql(name)}`;
  const url = new URL(admin);
  url.pathname = `/${name}`;
  return { url: url.href, pool: 1 };
}

const applied = async (url: string) => {
  const own = postgres(url, { max: 1, onnotice: () => {} });
  const rows = await own<
    { hash: string }[]
  >`select hash from drizzle.__drizzle_migrations order by created_at`;
  const queues = await own<{ name: string }[]>`select name from pgboss.queue order by name`;
  await own.end();
  return { hashes: rows.map(({ hash }) => hash), queues: queues.map(({ name }) => name) };
};

describe('migrating', () => {
  test('three at once migrate an empty database once, and once more changes nothing', async () => {
    const database = await emptyDatabase();
    await Promise.all([migrate(database), migrate(database), migrate(database)]);
    const first = await applied(database.url);
    await migrate(database);
    expect(await applied(database.url)).toEqual(first);
    expect(first.hashes.at(-1)).toBe(newestMigration());
    expect(first.queues).toEqual(['image.derive', 'storage.remove']);
  });

  test('a migration that has landed never changes', async () => {
    const root = await mkdtemp(path.join(tmpdir(), 'dustjacket-migrations-'));
    await cp(fileURLToPath(new URL('.', import.meta.url)), root, { recursive: true });
    verifyLockFile(root);
    await appendFile(path.join(root, 'migrations/0000_first.sql'), '-- one more thing\n');
    expect(() => verifyLockFile(root)).toThrow(/migrations\.lock/);
    await rm(root, { recursive: true });
  });
});
