import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll } from 'vitest';
import { databaseAt } from '#db/connection.server.ts';
import { freePort, startEmbedded } from '#db/embedded.ts';
import { migrate } from '#db/migrate.ts';

const AWAY_MS = 1_000;
const BETWEEN_MS = 1_500;

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
