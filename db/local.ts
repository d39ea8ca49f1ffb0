/**
 * Runs commands with a migrated and seeded database at hand: the one that DATABASE_URL names, or an
 * embedded PostgreSQL under DATA_DIR. `npm run dev` is this, with the server and the worker as commands:
 *
 *   node db/local.ts -- node server.ts -- node app/worker.server.ts
 */
import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { databaseAt } from './connection.server.ts';
import { startEmbedded } from './embedded.ts';
import { migrate } from './migrate.ts';
import { seed } from './seed.ts';

const { env } = process;
const dir = path.join(path.resolve(env['DATA_DIR'] ?? '.data'), 'postgres');
const embedded = env['DATABASE_URL'] ? null : await startEmbedded({ dir });
const url = env['DATABASE_URL'] ?? embedded?.url ?? '';
const children: ChildProcess[] = [];

try {
  await migrate(databaseAt(url));
  await seed(databaseAt(url));
  process.exitCode = await run(commandsOf(process.argv.slice(2)));
} finally {
  await embedded?.stop();
}

/** Runs the commands side by side until all have ended. → the first exit code that is not 0, or 0. */
async function run(commands: string[][]): Promise<number> {
  for (const [command = '', ...args] of commands) {
    const program = command === 'node' ? process.execPath : command;
    // Two arenas: glibc otherwise keeps one for each thread that ever decoded a picture.
    const own = { MALLOC_ARENA_MAX: '2', ...env, DATABASE_URL: url };
    children.push(spawn(program, args, { stdio: 'inherit', env: own }));
  }
  // A Ctrl-C reaches the children too, from the terminal; what remains here is to wait for them.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => children.forEach((child) => child.kill('SIGTERM')));
  const codes = await Promise.all(children.map(ended));
  return codes.find((code) => code !== 0) ?? 0;
}

/** One command ending ends them all: half a product is worse than none. */
function ended(child: ChildProcess): Promise<number> {
  return new Promise((resolve) =>
    child.on('exit', (code, signal) => {
      const others = children.filter((other) => other !== child && other.exitCode === null);
      others.forEach((other) => other.kill('SIGTERM'));
      resolve(code ?? (signal ? 1 : 0));
    }),
  );
}

/** ['--', 'a', 'b', '--', 'c'] → [['a', 'b'], ['c']] */
function commandsOf(args: string[]): string[][] {
  const commands: string[][] = [];
  for (const arg of args) {
    if (arg === '--') commands.push([]);
    else commands.at(-1)?.push(arg);
  }
  return commands;
}
