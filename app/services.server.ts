/**
 * Wiring: opens the database, the storage, the job queue and the log from the settings, once for a
 * process, and closes them. The only module with state; everything else is handed what it needs.
 */
import { openDatabase, type Database, type OpenDatabase } from '#db/client.server.ts';
import { openListener } from '#db/listen.server.ts';
import { CognitoStrategy } from './auth/cognito.server.ts';
import { readConfig, type Config } from './config.server.ts';
import { LIVE_CHANNEL } from './domain/live.server.ts';
import { mailBacklog } from './domain/notifications/sending.server.ts';
import { openLimits, type Limits } from './http/limits.server.ts';
import { openStreams, type Streams } from './http/streams.server.ts';
import { backlogOf } from './jobs/backlog.server.ts';
import { openQueue, type Queue } from './jobs/queue.server.ts';
import { openLog, type Log } from './log.server.ts';
import { openMetrics, type Metrics } from './metrics.server.ts';
import { processHealth } from './process-health.server.ts';
import { openDiskStorage } from './storage/disk.server.ts';
import { openS3Storage } from './storage/s3.server.ts';
import type { Storage } from './storage/storage.ts';

/** What server and worker both use. */
export type Services = {
  config: Config;
  log: Log;
  metrics: Metrics;
  db: Database;
  sql: OpenDatabase['sql'];
  /** Somebody has waited long for the database. */
  suspect: OpenDatabase['suspect'];
  storage: Storage;
  queue: Queue;
  close: () => Promise<void>;
};

/** What only a process uses that people ask. */
export type WebServices = Services & {
  limits: Limits;
  streams: Streams;
  /** Where people sign in; null where there is development sign-in. */
  identity: CognitoStrategy | null;
};

/** Opens everything that a process of this role shares with the other. Nothing connects until it is used. */
export function openServices(config: Config, role: 'web' | 'worker'): Services {
  const log = openLog(config);
  const { db, sql, suspect, waiting, close } = openDatabase(config.database);
  const metrics = openMetrics(log, config);
  metrics.watch(processHealth());
  metrics.watch(() => ({ PoolWaiting: waiting() }));
  // Of all processes: one of them asks, or the same number would be measured again and again.
  if (role === 'worker') {
    metrics.watch(() => backlogOf(sql));
    metrics.watch(() => mailBacklog(db));
  }
  const inQueue = (error: unknown) => {
    metrics.record('Faults');
    log.error({ err: error }, 'job queue');
  };
  const queue = openQueue(config.database, inQueue, role === 'worker');
  const storage =
    config.storage.kind === 's3' ? openS3Storage(config.storage) : openDiskStorage(config.storage.dir);
  return {
    ...{ config, log, metrics, db, sql, suspect, storage, queue },
    async close() {
      await queue.close();
      await metrics.close();
      await close();
    },
  };
}

function openWebServices(config: Config): WebServices {
  const shared = openServices(config, 'web');
  const { log, sql } = shared;
  const limits = openLimits(sql);
  const listener = openListener(config.database, LIVE_CHANNEL, (fault) =>
    log.warn({ err: fault }, 'nothing is heard of what others write, until the database is back'),
  );
  const streams = openStreams(listener, (fault) => log.warn({ err: fault }, 'a stream ended early'));
  // Its words may quote what was sent: the token.
  const unrevoked = (fault: unknown) =>
    log.warn({ reason: fault instanceof Error ? fault.name : 'unknown' }, 'a refresh token was not revoked');
  const identity =
    config.auth.mode === 'cognito' ? new CognitoStrategy(config.auth.oidc, config, unrevoked) : null;
  return {
    ...shared,
    ...{ limits, streams, identity },
    async close() {
      limits.close();
      await listener.close();
      await shared.close();
    },
  };
}

// Vite evaluates modules anew after an edit; the pool must survive that.
const held = globalThis as typeof globalThis & { dustjacket?: WebServices };

/** The web process's services, opened at first use. */
export const services = (): WebServices => (held.dustjacket ??= openWebServices(readConfig()));
