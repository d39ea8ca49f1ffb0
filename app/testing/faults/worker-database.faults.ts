/**
 * PostgreSQL is stopped while a worker works, and started again. Whoever starts workers starts the next when one ends,
 * as ECS, Kubernetes and docker compose do; no job is lost, and each leaves what it should.
 */
import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { openQueue } from '#app/jobs/queue.server.ts';
import { openDiskStorage } from '#app/storage/disk.server.ts';
import { originalKey } from '#app/storage/keys.ts';
import { openDatabase } from '#db/client.server.ts';
import { start } from '../server.ts';
import { until } from '../until.ts';
import { openCluster } from './cluster.ts';

const JOBS = 300;
const ROUNDS = 3;
const PATIENCE_MS = 90_000;

const dir = await mkdtemp(path.join(tmpdir(), 'dustjacket-worker-'));
afterAll(() => rm(dir, { recursive: true, force: true }));
const cluster = await openCluster();
const { config } = cluster;
const stored = path.join(dir, 'storage');

/** Files that no row names, each with the job that is to find that out. */
async function enqueueAll() {
  const storage = openDiskStorage(stored);
  const { db, sql, close } = openDatabase(config);
  const queue = openQueue(config, () => {});
  await sql`update pgboss.queue set heartbeat_seconds = 10`;
  for (let at = 0; at < JOBS; at += 1) {
    const imageId = randomUUID();
    const key = originalKey(imageId, 'png');
    await storage.put(key, Buffer.from('a picture'), { contentType: 'image/png' });
    await queue.enqueue(db, 'image.settle', { imageId, keys: [key] });
  }
  await queue.close();
  await close();
}

const env: NodeJS.ProcessEnv = {
  ...{ NODE_ENV: 'test', LOG_LEVEL: 'info', PATH: process.env['PATH'], BUILD_DIR: 'build-test' },
  ...{ DATABASE_URL: cluster.url, DB_POOL: '2', APP_ORIGIN: 'http://localhost:1', DATA_DIR: dir },
};

test('a worker outlives restarts of the database, or the next one goes on, and no job is lost', async () => {
  await enqueueAll();
  const lines: string[] = [];
  const ends: unknown[] = [];
  let over = false;
  let worker = start('worker', 'app/worker.server.ts', env, (_, line) => lines.push(line));
  const supervised = (async () => {
    while (!over) {
      const code = await worker.exited;
      if (over) return code;
      ends.push(code);
      await sleep(250);
      worker = start('worker', 'app/worker.server.ts', env, (_, line) => lines.push(line));
    }
  })();
  await until('a worker works', 30_000, () => lines.some((line) => line.includes('is waiting for work')));

  const away = await cluster.restart(ROUNDS);
  const began = performance.now();
  const { sql, close } = openDatabase({ ...config, pool: 1 });
  const count = async () => {
    const rows = await sql<{ state: string; n: number }[]>`
      select state, count(*)::int as n from pgboss.job group by state`;
    return Object.fromEntries(rows.map(({ state, n }) => [state, n]));
  };
  const before = await count();
  await until('every job is done', PATIENCE_MS, async () => (await count())['completed'] === JOBS);
  const seconds = Math.round((performance.now() - began) / 1000);
  const after = await count();
  await close();
  over = true;
  void worker.end();
  const code = await supervised;

  process.stdout.write(
    `worker: the database away for ${away.join(', ')} ms; ${ends.length} ends of the worker; ` +
      `${before['completed'] ?? 0} of ${JOBS} jobs done by then, all ${seconds} s later\n`,
  );
  expect(before['completed'] ?? 0).toBeLessThan(JOBS);
  expect(after).toEqual({ completed: JOBS });
  expect((await readdir(stored, { recursive: true })).filter((name) => name.includes('.png'))).toEqual([]);
  expect(code).toBe(0);
  // It says what went wrong: words of its own, or of Node when it ended.
  expect(lines.some((line) => /"msg":"job queue"|Error/.test(line))).toBe(true);
});
