/** A pool between which and its database a wire is cut, or falls silent. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isOutage } from '../app/http/respond.server.ts';
import { testDatabase } from '../app/testing/database.server.ts';
import { openRelay, type Relay } from '../app/testing/relay.ts';
import { until } from '../app/testing/until.ts';
import { openDatabase, type OpenDatabase } from './client.server.ts';
import { databaseAt } from './connection.server.ts';

const database = await testDatabase();
let wire: Relay;
let pool: OpenDatabase;
beforeEach(async () => {
  const url = new URL(database.url);
  wire = await openRelay({ host: url.hostname, port: Number(url.port) });
  url.port = String(wire.port);
  pool = openDatabase(databaseAt(url.href, 2));
});
afterEach(async () => {
  await wire.close();
  await pool.close();
});

/** One query. → 'answered' or 'outage', and after how many milliseconds. */
async function ask() {
  const start = performance.now();
  const said = await pool.sql`select 1`.then(
    () => 'answered',
    (fault: unknown) => (isOutage(fault) ? 'outage' : String(fault)),
  );
  return { said, ms: performance.now() - start };
}
const askMany = (n: number) => Promise.all(Array.from({ length: n }, ask));
const slowest = (answers: { ms: number }[]) => Math.max(...answers.map(({ ms }) => ms));
const saidBy = (answers: { said: string }[]) => [...new Set(answers.map(({ said }) => said))];

describe('a database that refuses', () => {
  test('fails every query at once, however often, and the first one after it is back succeeds', async () => {
    expect((await ask()).said).toBe('answered');
    await wire.cut();
    for (let round = 0; round < 12; round += 1) {
      const answers = await askMany(5);
      expect(saidBy(answers)).toEqual(['outage']);
      expect(slowest(answers)).toBeLessThan(300);
    }
    await wire.mend();
    expect((await ask()).said).toBe('answered');
  });
});

describe('a database that is silent', () => {
  test('to new connections is noticed, and fails at once from then on', async () => {
    wire.hush();
    // More than the pool has connections: those that wait for one are let go as well.
    const first = await askMany(10);
    expect(saidBy(first)).toEqual(['outage']);
    expect(slowest(first)).toBeLessThan(5000);
    for (let round = 0; round < 5; round += 1) expect(slowest(await askMany(10))).toBeLessThan(300);
    await wire.mend();
    await until('the database answers', 10_000, async () => (await ask()).said === 'answered');
  });

  test('to connections that were open is noticed when somebody who waits says so', async () => {
    await askMany(4);
    wire.hush();
    const waiting = askMany(4);
    await new Promise((resolve) => setTimeout(resolve, 1200));
    pool.suspect();
    const answers = await waiting;
    expect(saidBy(answers)).toEqual(['outage']);
    expect(slowest(answers)).toBeLessThan(6000);
    expect(slowest(await askMany(10))).toBeLessThan(300);
    await wire.mend();
    await until('the database answers', 10_000, async () => (await ask()).said === 'answered');
  });
});

test('a suspicion without ground breaks nothing', async () => {
  await ask();
  const long = pool.sql`select pg_sleep(2.5), 'whole' as said`;
  const heard = long.then(([row]) => row?.['said'] as unknown);
  pool.suspect();
  expect(await heard).toBe('whole');
});
