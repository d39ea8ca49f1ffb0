/** TLS against real servers with authorities of our own: the right one is let in, everything else is not. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { describe, expect, inject, test } from 'vitest';
import { readMigrationConfig } from '#app/config.server.ts';
import { makeAuthority } from '#app/testing/certificates.ts';
import { closeLater } from '#app/testing/database.server.ts';
import { startPostgres } from '#app/testing/postgres.server.ts';
import { connect, jobConnection } from './client.server.ts';
import { whyUnreachable, type DatabaseConfig } from './connection.server.ts';

const dir = await mkdtemp(path.join(tmpdir(), 'dustjacket-authorities-'));
closeLater(() => rm(dir, { recursive: true }));
const [ours, theirs] = [await makeAuthority('Ours'), await makeAuthority('Theirs')];
const files = { ours: path.join(dir, 'ours.pem'), theirs: path.join(dir, 'theirs.pem') };
await writeFile(files.ours, ours.pem);
await writeFile(files.theirs, theirs.pem);

const good = await startPostgres({ tls: await ours.issue('localhost') });
closeLater(good.stop);
const elsewhere = await startPostgres({ tls: await ours.issue('db.dustjacket.example') });
closeLater(elsewhere.stop);
const expired = await startPostgres({ tls: await ours.issue('localhost', { expired: true }) });
closeLater(expired.stop);
const plain = Number(new URL(inject('postgres').admin).port);

/** As a container is told it, in both ways there are. */
function told(way: 'DB_HOST' | 'DATABASE_URL', host: string, port: number, caFile: string | undefined) {
  const production = { NODE_ENV: 'production', DB_CA_FILE: caFile };
  const parts = {
    DB_HOST: host,
    DB_PORT: String(port),
    DB_USERNAME: 'dustjacket',
    DB_PASSWORD: 'unasked',
    DB_NAME: 'postgres',
  };
  const url = `postgres://dustjacket:unasked@${host}:${port}/postgres?sslmode=verify-full`;
  return readMigrationConfig({ ...production, ...(way === 'DB_HOST' ? parts : { DATABASE_URL: url }) })
    .database;
}

const QUESTION = 'select ssl from pg_stat_ssl where pid = pg_backend_pid()';
const DRIVERS: [name: string, ask: (config: DatabaseConfig) => Promise<unknown>][] = [
  [
    'postgres.js',
    async (config) => {
      const sql = connect(config, { max: 1 });
      return Promise.resolve(sql.unsafe(QUESTION)).finally(() => sql.end({ timeout: 1 }));
    },
  ],
  [
    'pg',
    async (config) => {
      const client = new pg.Client(jobConnection(config));
      await client.connect();
      return client
        .query(QUESTION)
        .then(({ rows }) => rows as unknown[])
        .finally(() => client.end());
    },
  ],
];

describe.each(DRIVERS)('%s', (_name, ask) => {
  describe.each(['DB_HOST', 'DATABASE_URL'] as const)('told by %s', (way) => {
    test('is let in by the server that proves who it is', async () => {
      expect([...((await ask(told(way, 'localhost', good.port, files.ours))) as object[])]).toEqual([
        { ssl: true },
      ]);
    });

    test.each([
      ['another authority', 'localhost', good.port, files.theirs, /from an authority we do not know/],
      [
        "Amazon's authorities, which did not sign it",
        'localhost',
        good.port,
        undefined,
        /from an authority we do/,
      ],
      ['another host name', 'localhost', elsewhere.port, files.ours, /is for another host/],
      ['an address instead of its name', '127.0.0.1', good.port, files.ours, /is for another host/],
      ['a certificate that is over', 'localhost', expired.port, files.ours, /has expired/],
      ['a server without TLS', 'localhost', plain, files.ours, /speaks no TLS/],
      ['nobody', 'localhost', 1, files.ours, /nothing listens there/],
    ])('refuses %s', async (_what, host, port, caFile, reason) => {
      const config = told(way, host, port, caFile);
      const fault: unknown = await ask(config).then(
        () => 'connected',
        (thrown: unknown) => thrown,
      );
      const sentence = whyUnreachable(fault, config);
      expect(sentence, String(fault)).toMatch(reason);
      expect(sentence).toMatch(/^the database at [^\n]+$/);
    });
  });
});
