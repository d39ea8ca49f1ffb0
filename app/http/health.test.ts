import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { pino } from 'pino';
import { afterAll, describe, expect, test } from 'vitest';
import type { Services } from '../services.server.ts';
import { openDiskStorage } from '../storage/disk.server.ts';
import { testDatabase } from '../testing/database.server.ts';
import { health, readiness } from './health.server.ts';

const database = await testDatabase();
const storage = openDiskStorage('/tmp');
const log = pino({ level: 'silent' });
const [newest] = await database.sql<{ hash: string }[]>`
  select hash from drizzle.__drizzle_migrations order by created_at desc limit 1`;
const known = newest?.hash ?? '';
const servers: http.Server[] = [];
afterAll(() => servers.forEach((server) => server.close()));

/** A server of its own for each question, because an answer is remembered for two seconds. */
async function ask(services: Partial<Services>, migration: string, leaving = false) {
  const ready = readiness({ sql: database.sql, storage, log, ...services } as Services, migration);
  if (leaving) ready.leave();
  const server = http.createServer(express().get('/ready', ready.middleware).get('/health', health));
  servers.push(server.listen(0, '127.0.0.1'));
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const answer = await fetch(`http://127.0.0.1:${port}/ready`);
  const alive = await fetch(`http://127.0.0.1:${port}/health`);
  return {
    status: answer.status,
    body: (await answer.json()) as unknown,
    alive: (await alive.json()) as unknown,
  };
}

describe('readiness', () => {
  test('says yes when the schema is known and both stores answer', async () => {
    const { status, body, alive } = await ask({}, known);
    expect([status, body]).toEqual([200, { status: 'ready', database: 'ok', storage: 'ok' }]);
    expect(alive).toMatchObject({ status: 'healthy', service: 'dustjacket' });
  });

  test('says no on a schema that is behind, and yes again without a restart', async () => {
    expect(await ask({}, 'a migration to come')).toMatchObject({
      status: 503,
      body: { database: 'schema behind' },
    });
    await database.sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('a migration to come', 1)`;
    expect(await ask({}, 'a migration to come')).toMatchObject({ status: 200 });
  });

  test('says no when the storage is gone, and stays alive', async () => {
    const { status, body, alive } = await ask({ storage: openDiskStorage('/etc/hostname/nowhere') }, known);
    expect([status, body]).toMatchObject([503, { storage: 'unreachable', database: 'ok' }]);
    expect(alive).toMatchObject({ status: 'healthy' });
  });

  test('says no on the way out', async () => {
    expect(await ask({}, known, true)).toMatchObject({ status: 503, body: { server: 'stopping' } });
  });
});
