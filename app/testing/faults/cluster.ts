/** What the harnesses share: a database that may be stopped, and workers that are killed. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll } from 'vitest';
import { databaseAt } from '#db/connection.server.ts';
import { freePort, startEmbedded } from '#db/embedded.ts';
import { migrate } from '#db/migrate.ts';
import { start, type LogEntry } from '../server.ts';
import { until } from '../until.ts';

const AWAY_MS = 1_000;
const BETWEEN_MS = 1_500;
/** A worker's, on average, from when it says that it works. */
const LIFE_MS = 700;
/** On a machine that is busy. */
const START_MS = 120_000;
/** Of each succession; the one that comes after lives until all is done. */
export const KILLS = 6;

/** A PostgreSQL of this file's own, migrated, which may be stopped; gone with the file. */
export async function openCluster() {
  const dir = await mkdtemp(path.join(tmpdir(), 'dustjacket-stopped-'));
  const port = await freePort();
  let cluster = await startEmbedded({ dir, port });
  afterAll(async () => {
    await cluster.stop();
    await rm(dir, { recursive: true, force: true });
  });
  const config = databaseAt(cluster.url);
  await migrate(config);
  return {
    ...{ url: cluster.url, config },
    /** Stops it and starts it again, so many times. → how long it was away each time, in milliseconds. */
    async restart(rounds: number): Promise<number[]> {
      const away: number[] = [];
      for (let round = 0; round < rounds; round += 1) {
        await sleep(BETWEEN_MS);
        const stopped = performance.now();
        await cluster.stop();
        await sleep(AWAY_MS);
        cluster = await startEmbedded({ dir, port });
        away.push(Math.round(performance.now() - stopped));
      }
      return away;
    },
  };
}

type Succession = {
  env: NodeJS.ProcessEnv;
  done: () => boolean;
  /** What they say that no worker should. */
  said: string[];
  /** How long the last one may take. */
  patience: number;
};

/** One worker after the other, each killed soon after it says that it works; the last one lives until all is done. */
export async function succession({ env, done, said, patience }: Succession) {
  for (let kills = 0; ; kills += 1) {
    let working = false;
    const worker = start('worker', 'app/worker.server.ts', env, (_, line) => {
      working ||= line.includes('The worker is waiting for work');
      if (!line.startsWith('{') || (JSON.parse(line) as LogEntry).level >= 40) said.push(line);
    });
    await until('a worker works', START_MS, () => {
      if (worker.child.exitCode !== null)
        throw new Error(['a worker ended at its start', ...said].join('\n'));
      return working;
    });
    await sleep(Math.random() * 2 * LIFE_MS);
    if (kills === KILLS) await until('all is done', patience, done);
    if (done()) return { kills, code: await worker.end() };
    worker.child.kill('SIGKILL');
    await worker.exited;
  }
}
