/** What the parts play on, each thing made when it is first asked for and all of it removed at the end. */
import { randomBytes } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import postgres from 'postgres';
import { databaseAt } from '#db/connection.server.ts';
import { freePort, startEmbedded } from '#db/embedded.ts';
import { migrate } from '#db/migrate.ts';
import { seed } from '#db/seed.ts';
import { snapshotBuild } from './build.ts';
import { drawCovers } from './catalogue.ts';
import { answering, runNode, SERVER_CORE, type Running } from './processes.ts';

/**
 * Nothing here has to survive a crash, so nothing waits for the disk; every figure is of a warm database. The memory
 * is that of a small managed instance.
 */
const POSTGRES = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '8GB',
  shared_buffers: '1GB',
  effective_cache_size: '3GB',
  random_page_cost: '1.1',
  maintenance_work_mem: '512MB',
  autovacuum: 'off',
  // A page's query must do with one core, and be seen to.
  max_parallel_workers_per_gather: '0',
  shared_preload_libraries: 'pg_stat_statements',
};

export type Web = { port: number; probe: number; running: Running };
export type Stage = {
  /** 1 at full size; smaller to try things out. */
  scale: number;
  /** A directory for whatever a part writes. */
  dir: string;
  /** The first process of PostgreSQL. */
  postmaster: () => Promise<number>;
  /** An empty, migrated database of this name. → its URL. */
  emptyDatabase: (name: string) => Promise<string>;
  /** The seeded sample catalogue. → its URL. */
  catalogue: () => Promise<string>;
  /** The catalogue with at least so many of its newest covers drawn. → the directory they are in. */
  drawn: (covers: number) => Promise<string>;
  /** The product as it is built for production, over the catalogue unless told. `origin` is where readers think it is. */
  startWeb: (options?: { origin?: string; pinned?: boolean; database?: string }) => Promise<Web>;
  close: () => Promise<void>;
};

export async function openStage(): Promise<Stage> {
  const dir = await mkdtemp(path.join(tmpdir(), 'dustjacket-bench-'));
  // PostgreSQL runs as nobody when we are root, and has to reach its own directory in this one.
  await chmod(dir, 0o755);
  const closers: (() => Promise<unknown>)[] = [() => rm(dir, { recursive: true, force: true })];
  const closeLater = (close: () => Promise<unknown>) => void closers.push(close);
  const data = path.join(dir, 'data');
  await mkdir(data);

  const server = once(async () => {
    const embedded = await startEmbedded({ dir: path.join(dir, 'postgres'), settings: POSTGRES });
    closeLater(embedded.stop);
    return embedded.url;
  });
  const template = once(async () => {
    await createDatabase(await server(), 'template_bench');
    const url = named(await server(), 'template_bench');
    await migrate(databaseAt(url));
    return 'template_bench';
  });
  const emptyDatabase = async (name: string) => {
    await createDatabase(await server(), name, await template());
    return named(await server(), name);
  };
  const catalogue = once(async () => {
    const url = await emptyDatabase('catalogue');
    await seed(databaseAt(url));
    return url;
  });
  const build = once(async () => {
    const snapshot = path.join(dir, 'build');
    await snapshotBuild(snapshot);
    return snapshot;
  });
  const productEnv = async () => ({
    NODE_ENV: 'production',
    DATABASE_URL: await catalogue(),
    DATA_DIR: data,
    LOG_LEVEL: 'warn',
    SESSION_SECRETS: randomBytes(32).toString('base64url'),
    STORAGE: 'disk',
    ...{ MAIL: 'smtp', MAIL_URL: 'smtp://localhost:1', MAIL_FROM: 'post@dustjacket.example' },
    COGNITO_DOMAIN: 'bench',
    COGNITO_USER_POOL_ID: 'eu-west-1_Bench',
    COGNITO_CLIENT_ID: 'bench',
    APP_ORIGIN: 'http://127.0.0.1',
    // As the start command of the image sets it.
    MALLOC_ARENA_MAX: '2',
  });
  return {
    scale: Math.min(1, Math.max(0.001, Number(process.env['BENCH_SCALE'] ?? 1))),
    dir: data,
    postmaster: async () => {
      await server();
      const [pid] = (await readFile(path.join(dir, 'postgres/postmaster.pid'), 'utf8')).split('\n');
      return Number(pid);
    },
    emptyDatabase,
    catalogue,
    async drawn(covers) {
      await drawCovers(await catalogue(), covers, await productEnv());
      return path.join(data, 'storage');
    },
    async startWeb({ origin, pinned = false, database } = {}) {
      const [port, probe] = [await freePort(), await freePort()];
      const env = {
        ...(await productEnv()),
        ...(database && { DATABASE_URL: database }),
        BUILD_DIR: await build(),
        PORT: String(port),
        BENCH_PROBE_PORT: String(probe),
        APP_ORIGIN: origin ?? `http://127.0.0.1:${port}`,
      };
      const flags = ['--import', './app/testing/bench/probe.ts'];
      const running = runNode('server.ts', [], { env, flags, ...(pinned && { core: SERVER_CORE }) });
      closeLater(running.stop);
      await answering(`http://127.0.0.1:${port}/ready`, running);
      return { port, probe, running };
    },
    async close() {
      for (const close of closers.toReversed()) await close();
    },
  };
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}

async function createDatabase(admin: string, name: string, template = 'template1'): Promise<void> {
  const sql = postgres(admin, { max: 1, onnotice: () => {} });
  await sql`create database ${sql(name)} template ${sql(template)}`;
  await sql.end();
}

function named(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}
