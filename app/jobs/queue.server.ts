/**
 * The door to the job queue: pg-boss, in a schema of its own in the same database. `enqueue` takes the
 * open transaction, so that a job exists exactly when the change it belongs to does.
 */
import { sql } from 'drizzle-orm';
import { fromDrizzle, PgBoss } from 'pg-boss';
import { jobConnection, type Db } from '#db/client.server.ts';
import type { DatabaseConfig } from '../config.server.ts';
import { Unreachable } from '../domain/errors.ts';
import type { JobData, QueueName } from './queues.ts';

export type Queue = {
  /** Adds a job in the caller's transaction. Higher priorities are taken first; `startAfter` is seconds from now. */
  enqueue: <Name extends QueueName>(
    db: Db,
    name: Name,
    data: JobData[Name],
    options?: { priority?: number; startAfter?: number },
  ) => Promise<void>;
  /** Adds many of one kind at once. */
  enqueueAll: <Name extends QueueName>(
    db: Db,
    name: Name,
    all: readonly JobData[Name][],
    options?: { startAfter?: number },
  ) => Promise<void>;
  /** Takes jobs one after the other; a job that throws is tried again later. */
  work: <Name extends QueueName>(name: Name, run: (data: JobData[Name]) => Promise<void>) => Promise<void>;
  close: () => Promise<void>;
};

/** How often a worker counts jobs and looks for those whose own worker died: with their heartbeat, how long those lie. */
const SUPERVISE_SECONDS = 15;

/**
 * Opens the queue; it connects at its first use. Only a worker supervises: expiring, retrying and archiving
 * are its business, and a web process that did them would hold connections for nothing.
 */
export function openQueue(config: DatabaseConfig, onError: (error: unknown) => void, worker = false): Queue {
  const boss = new PgBoss({
    ...jobConnection(config),
    max: 2,
    migrate: false,
    createSchema: false,
    schedule: false,
    supervise: worker,
    superviseIntervalSeconds: SUPERVISE_SECONDS,
    monitorIntervalSeconds: SUPERVISE_SECONDS,
    queueCacheIntervalSeconds: SUPERVISE_SECONDS,
  });
  boss.on('error', onError);
  let started: Promise<unknown> | undefined;
  // A start that failed is forgotten, so that the next use tries again.
  const start = () =>
    (started ??= boss
      .start()
      // At once, not after the first interval: workers that keep dying before it would leave each other's jobs lying.
      .then(() => (worker ? boss.supervise() : undefined))
      .catch((fault: unknown) => {
        started = undefined;
        throw new Unreachable('The job queue could not be started', { cause: fault });
      }));

  return {
    async enqueue(db, name, data, options) {
      await start();
      await boss.send(name, data, { ...options, db: fromDrizzle(db, sql) });
    },
    async enqueueAll(db, name, all, options) {
      await start();
      const jobs = all.map((data) => ({ ...options, data }));
      await boss.insert(name, jobs, { db: fromDrizzle(db, sql) });
    },
    async work(name, run) {
      await start();
      await boss.work<JobData[typeof name]>(
        name,
        // While several were counted, the next is taken at once.
        { pollingIntervalSeconds: 0.5, batchSize: 1, burstWhenReadyExceeds: 1 },
        async ([job]) => {
          if (job) await run(job.data);
        },
      );
    },
    async close() {
      if (started) await boss.stop({ graceful: true, timeout: 20_000 });
    },
  };
}
