/** A container as an operator meets it: the commands, the migrations at its start, and what it says when it cannot. */
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { describe, expect, inject, test } from 'vitest';
import { startCommand, type Command } from '#app/testing/command.ts';
import { closeLater } from '#app/testing/database.server.ts';
import { databaseUrl } from '#app/testing/global-setup.ts';
import { send } from '#app/testing/http.ts';
import { until } from '#app/testing/until.ts';
import { connect } from '#db/client.server.ts';
import { databaseAt } from '#db/connection.server.ts';
import { freePort } from '#db/embedded.ts';

const run = promisify(execFile);
const { admin } = inject('postgres');
const migrations = readMigrationFiles({ migrationsFolder: 'db/migrations' });

/** An empty database, gone with the test. */
async function emptyDatabase() {
  const name = `container_${randomBytes(4).toString('hex')}`;
  const sql = connect(databaseAt(admin), { max: 1 });
  await sql`create database ${sql(name)}`;
  const url = databaseUrl(admin, name);
  const own = connect(databaseAt(url), { max: 1 });
  closeLater(async () => {
    await own.end();
    await sql`drop database ${sql(name)} with (force)`;
    await sql.end();
  });
  return { url, own };
}

async function serverSettings(url: string) {
  const dir = await mkdtemp(path.join(tmpdir(), 'dustjacket-container-'));
  closeLater(() => rm(dir, { recursive: true }));
  const port = String(await freePort());
  const origin = `http://localhost:${port}`;
  const build = { NODE_ENV: 'test', BUILD_DIR: 'build-test', LOG_LEVEL: 'info' };
  return { ...build, PORT: port, APP_ORIGIN: origin, DATABASE_URL: url, DATA_DIR: dir };
}

async function stopped(command: Command) {
  command.kill('SIGTERM');
  return (await command.ended).code;
}
const readyAt = async (origin: string) => (await send(origin, '/ready').catch(() => null))?.status;

describe('an empty database', () => {
  test('is migrated once by two that start at the same moment', async () => {
    const { url, own } = await emptyDatabase();
    const both = [1, 2].map(() => startCommand(['migrate'], { DATABASE_URL: url }));
    expect((await Promise.all(both.map(({ ended }) => ended))).map(({ code }) => code)).toEqual([0, 0]);
    const said = both.flatMap(({ lines }) => lines).toSorted();
    expect(said).toEqual([`migrated: ${migrations.length} new`, 'nothing to migrate']);
    const rows = await own`select hash from drizzle.__drizzle_migrations`;
    expect(rows.length).toBe(migrations.length);
  });

  test('is migrated by a server and a worker at their start, and both stop when told', async () => {
    const { url, own } = await emptyDatabase();
    const env = await serverSettings(url);
    const [server, worker] = [startCommand(['server'], env), startCommand(['worker'], env)];
    await until('ready', 30_000, async () => (await readyAt(env.APP_ORIGIN)) === 200);
    await until('working', 30_000, () => worker.lines.some((line) => line.includes('waiting for work')));
    expect((await own`select from drizzle.__drizzle_migrations`).length).toBe(migrations.length);
    expect(await Promise.all([stopped(server), stopped(worker)])).toEqual([0, 0]);
  });
});

test('the schema of the release before keeps a new server waiting, until it is migrated', async () => {
  const { url, own } = await emptyDatabase();
  await own`create schema drizzle`;
  await own`create table drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint)`;
  for (const { sql, hash, folderMillis } of migrations.slice(0, -1)) {
    for (const statement of sql) await own.unsafe(statement);
    await own`insert into drizzle.__drizzle_migrations (hash, created_at) values (${hash}, ${folderMillis})`;
  }
  const env = await serverSettings(url);
  const server = startCommand(['server'], { ...env, SKIP_MIGRATIONS: 'true' });
  await until('an answer', 30_000, async () => (await readyAt(env.APP_ORIGIN)) !== undefined);
  const before = await send(env.APP_ORIGIN, '/ready');
  expect([before.status, JSON.parse(before.text)]).toMatchObject([503, { database: 'schema behind' }]);
  expect((await send(env.APP_ORIGIN, '/health')).status).toBe(200);

  const migrating = startCommand(['migrate'], { DATABASE_URL: url });
  expect((await migrating.ended).code).toBe(0);
  expect(migrating.lines).toEqual(['migrated: 1 new']);
  await until('ready', 10_000, async () => (await readyAt(env.APP_ORIGIN)) === 200);
  expect(await stopped(server)).toBe(0);
});

test('a container that waits for another to migrate is ended by SIGTERM at once', async () => {
  const { url, own } = await emptyDatabase();
  await own`select pg_advisory_lock(7313201)`;
  const waiting = startCommand(['server'], await serverSettings(url));
  await until('it waits', 20_000, async () => {
    const [found] =
      await own`select from pg_stat_activity where wait_event_type = 'Lock' and wait_event = 'advisory'
      and datname = current_database()`;
    return found;
  });
  expect(await stopped(waiting)).toBe(143);
});

describe('what it cannot do is said in one line, at once', () => {
  const production = {
    ...{ NODE_ENV: 'production', APP_ORIGIN: 'https://dustjacket.example', STORAGE: 'disk' },
    ...{ SESSION_SECRETS: 's'.repeat(32), COGNITO_CLIENT_ID: 'c', COGNITO_DOMAIN: 'd' },
    ...{ MAIL: 'smtp', MAIL_URL: 'smtp://localhost:1', MAIL_FROM: 'post@dustjacket.example' },
    ...{ COGNITO_USER_POOL_ID: 'eu-west-1_x', DB_HOST: 'localhost', DB_PORT: '1' },
    ...{ DB_USERNAME: 'me', DB_PASSWORD: 'x', DB_NAME: 'books' },
  };

  test.each([
    ['server', { DB_PASSWORD: '' }, 'start: DB_PASSWORD: required with DB_HOST'],
    ['worker', { DB_HOST: '' }, 'start: DATABASE_URL or DB_HOST: one is required'],
    [
      'server',
      { DATABASE_URL: 'postgres://localhost/x' },
      'start: DATABASE_URL and DB_HOST: set one, not both',
    ],
    ['migrate', { DB_NAME: '' }, 'migrate: DB_NAME: required with DB_HOST'],
    ['seed', { SESSION_SECRETS: '' }, 'seed: SESSION_SECRETS: '],
    ['serve', {}, 'serve: there is no command serve: server, worker, migrate, seed, admin'],
  ])('%s with %o', async (command, change, message) => {
    // On a busy machine a bare Node takes its time too: it is taken off, and there are more tries than one.
    let fastest = Infinity;
    for (let tries = 0; tries < 5 && fastest > 2_000; tries++) {
      const begun = performance.now();
      await run(process.execPath, ['-e', '0']);
      const bare = performance.now() - begun;
      const { lines, ended } = startCommand([command], { ...production, ...change });
      const { code, ms } = await ended;
      expect([code, lines]).toEqual([1, [expect.stringContaining(`dustjacket cannot ${message}`)]]);
      fastest = Math.min(fastest, ms - bare);
    }
    expect(fastest).toBeLessThan(2_000);
  });

  test.each(['server', 'migrate'])('%s without a database', async (command) => {
    const { lines, ended } = startCommand([command], production);
    expect((await ended).code).toBe(1);
    expect(lines).toEqual([
      expect.stringMatching(/the database at localhost:1 cannot be used: nothing listens/),
    ]);
  });
});
