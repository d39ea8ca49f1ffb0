/**
 * The real thing for a journey: server and worker as processes of their own, a fresh database, a directory of
 * their own. What they log is kept: a fault nobody expected, a word outside the log, or a session's id in
 * it fails the test; so does an exit code other than 0.
 */
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, TestRunner } from 'vitest';
import { freePort } from '#db/embedded.ts';
import { closeLater, testDatabase, type TestDatabase } from './database.server.ts';
import { httpClient, send, type Client } from './http.ts';
import { until } from './until.ts';

const run = promisify(execFile);
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const BUILD = 'build-test';
const START_MS = 30_000;
const STOP_MS = 25_000;
/** pino's number for a fault. */
const ERROR = 50;

export type LogEntry = Record<string, unknown> & { level: number; msg?: string; process: string };
export type Product = TestDatabase & {
  /** Where it is, such as http://localhost:41234. */
  origin: string;
  dataDir: string;
  logs: LogEntry[];
  /** A new client, nobody in particular until it signs in; only where there is development sign-in. */
  client: () => Promise<Client>;
  /** Waits for a line in the log; lines arrive a moment after the answer they tell of. */
  logged: (line: Record<string, unknown>) => Promise<LogEntry>;
  /** Waits for a fault that the test provoked, once or again and again; any other fails the test. */
  fault: (pattern: RegExp) => Promise<LogEntry>;
  /** Judges the logs up to now; runs by itself after each test. */
  settle: () => Promise<void>;
  stop: () => Promise<void>;
};

type Settings = Record<string, string>;

/**
 * Starts it; stops by itself after the file, or the test. `env` is laid over the usual settings; as a function it
 * is told database and origin first, to put something between or beside them.
 */
export async function startProduct(
  options: {
    env?: Settings | ((database: TestDatabase, origin: string) => Promise<Settings>);
    worker?: boolean;
  } = {},
): Promise<Product> {
  const database = await testDatabase();
  const dataDir = await mkdtemp(path.join(tmpdir(), 'dustjacket-journey-'));
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const env: NodeJS.ProcessEnv = {
    ...{ NODE_ENV: 'test', BUILD_DIR: BUILD, LOG_LEVEL: 'info', PATH: process.env['PATH'] },
    ...{ PORT: String(port), APP_ORIGIN: origin, DATABASE_URL: database.url },
    ...{ DATA_DIR: dataDir, DB_POOL: '3' },
    ...(typeof options.env === 'function' ? await options.env(database, origin) : options.env),
  };
  if (!existsSync(path.join(ROOT, env['BUILD_DIR'] ?? '', 'server/index.js')))
    throw new Error(`there is no ${env['BUILD_DIR']}: run npm run test:build first`);
  const logs: LogEntry[] = [];
  const noise: string[] = [];
  const hear = (name: string, line: string) => {
    try {
      logs.push({ ...(JSON.parse(line) as LogEntry), process: name });
    } catch {
      noise.push(`${name}: ${line}`);
    }
  };
  const children = [start('server', 'server.ts', env, hear)];
  if (options.worker !== false) children.push(start('worker', 'app/worker.server.ts', env, hear));

  const expected = new Set<LogEntry>();
  let judged = 0;
  const judge = () => {
    const fresh = logs.slice(judged);
    const surprises = fresh.filter((entry) => entry.level >= ERROR && !expected.has(entry));
    const problems = [
      ...noise.splice(0),
      ...surprises.slice(0, 5).map((fault) => `fault in the log: ${JSON.stringify(fault)}`),
      ...(surprises.length > 5 ? [`and ${surprises.length - 5} faults more`] : []),
      ...clients.flatMap((client) => leaks(client, fresh)),
    ];
    judged = logs.length;
    if (problems.length > 0) throw new Error(problems.join('\n'));
  };

  const settle = async () => {
    // Lines come one after the other: when this request's has arrived, so have those of all before it.
    const { headers } = await send(origin, '/assets/settled');
    const line = { requestId: headers['x-request-id'] };
    await find('what was asked last', (entry) => matches(entry, line));
    judge();
  };
  const find = async (what: string, isIt: (entry: LogEntry) => boolean) => {
    await until(`in the log: ${what}`, 5_000, () => logs.some(isIt));
    return logs.findLast(isIt) as LogEntry;
  };
  const clients: Client[] = [];
  const client = async () => {
    const one = httpClient(origin);
    clients.push(one);
    await one.signIn('nobody');
    return one;
  };

  let stopped: Promise<void> | undefined;
  const stop = () => (stopped ??= shutDown());
  const shutDown = async () => {
    const codes = await Promise.all(children.map(({ end }) => end()));
    await rm(dataDir, { recursive: true, force: true });
    judge();
    const dirty = children.flatMap(({ name }, at) => (codes[at] === 0 ? [] : [`${name}: ${codes[at]}`]));
    if (dirty.length > 0) throw new Error(`did not stop cleanly: ${dirty.join(', ')}`);
  };
  closeLater(stop);
  // A test may have stopped it, to see how that goes.
  if (!TestRunner.getCurrentTest()) afterEach(() => (stopped ? undefined : settle()));

  await until(`${origin}/ready`, START_MS, async () => {
    const dead = children.find(({ child }) => child.exitCode !== null);
    if (dead) throw new Error([`${dead.name} ended at its start`, ...noise].join('\n'));
    // The worker has no address; told to stop before it says this, it would end by the signal and not by itself.
    const working = logs.some(({ msg }) => msg === 'The worker is waiting for work');
    if (children.length > 1 && !working) return false;
    return (await send(origin, '/ready').catch(() => null))?.status === 200;
  });
  return {
    ...database,
    ...{ origin, dataDir, logs, client, settle, stop },
    logged: (line) => find(JSON.stringify(line), (entry) => matches(entry, line)),
    async fault(pattern) {
      const isIt = (entry: LogEntry) => entry.level >= ERROR && pattern.test(JSON.stringify(entry));
      const entry = await find(`a fault like ${String(pattern)}`, isIt);
      for (const one of logs.filter(isIt)) expected.add(one);
      return entry;
    },
  };
}

/** One process of the product, whose output lines go to `hear`. */
export function start(
  name: string,
  file: string,
  env: NodeJS.ProcessEnv,
  hear: (name: string, line: string) => void,
) {
  // The pinned Node, whoever started the tests.
  const node = path.join(ROOT, 'node_modules/.bin/node');
  const child = spawn(node, [file], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
  for (const stream of [child.stdout, child.stderr])
    createInterface({ input: stream }).on('line', (line) => hear(name, line));
  const orphaned = () => child.kill('SIGKILL');
  process.once('exit', orphaned);
  const exited = new Promise<number | string>((resolve) => {
    // Not `exit`: the last lines of the log may still be on their way.
    child.once('close', (code, signal) => {
      process.off('exit', orphaned);
      resolve(code ?? signal ?? 'unknown');
    });
  });
  return { name, child, exited, end: () => terminate(child, exited) };
}

/**
 * Starts the server as in production, with settings that it is to refuse. → its exit code, and every line it said; one
 * that is still there after ten seconds is told to stop, which ends with another code.
 */
export async function refusedStart(env: Settings) {
  const lines: string[] = [];
  const given: NodeJS.ProcessEnv = { NODE_ENV: 'production', PATH: process.env['PATH'], ...env };
  const { exited, end } = start('server', 'server.ts', given, (_, line) => lines.push(line));
  // The refusal takes a second, almost all of it Node's for loading the bundle; five on a machine that is busy.
  const patience = setTimeout(() => void end(), 10_000);
  const code = await exited.finally(() => clearTimeout(patience));
  return { code, lines };
}

/** Makes the production build, where users make it. → the directory it is in. */
export async function productionBuild(): Promise<string> {
  const remix = path.join(ROOT, 'node_modules/.bin/remix');
  // The tests' own NODE_ENV would choose React's build for development.
  await run(remix, ['vite:build'], { cwd: ROOT, env: { NODE_ENV: 'production', PATH: process.env['PATH'] } });
  return 'build';
}

/** SIGTERM, and patience. → exit code, or the signal that it took. */
async function terminate(child: ChildProcess, exited: Promise<number | string>): Promise<number | string> {
  if (child.exitCode === null) child.kill('SIGTERM');
  const impatience = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
  return exited.finally(() => clearTimeout(impatience));
}

const matches = (entry: LogEntry, line: Record<string, unknown>) =>
  Object.entries(line).every(([name, value]) => entry[name] === value);

/** A cookie's value in a log line would let a reader of logs be somebody else. */
function leaks(client: Client, logs: LogEntry[]): string[] {
  const secret = client.jar.get('session');
  if (!secret) return [];
  const leaking = logs.filter((entry) => JSON.stringify(entry).includes(secret));
  return leaking.map(({ msg, process: name }) => `${name} logged a session: ${msg ?? ''}`);
}

/** The ids of the routes that the build serves, such as `routes/covers.$pieceId`. */
export async function builtRoutes(): Promise<string[]> {
  const node = path.join(ROOT, 'node_modules/.bin/node');
  const script = `import { routes } from './${BUILD}/server/index.js'; console.log(JSON.stringify(Object.keys(routes)));`;
  // In a process of its own: the build opens what it opens, and belongs to no test.
  const { stdout } = await run(node, ['--input-type=module', '-e', script], { cwd: ROOT });
  return JSON.parse(stdout) as string[];
}
