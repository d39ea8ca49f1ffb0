/**
 * Runs commands with a migrated and seeded database at hand: the one that DATABASE_URL names, or an
 * embedded PostgreSQL under DATA_DIR. `npm run dev` is this, with the server and the worker as commands:
 *
 *   node db/local.ts -- node server.ts -- node app/worker.server.ts
 */
import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { startEmbedded } from './embedded.ts';
import { migrate } from './migrate.ts';
import { seed } from './seed.ts';

const env = process.env;
const dataDir = path.resolve(env['DATA_DIR'] ?? '.data');
const embedded = env['DATABASE_URL'] ? null : await startEmbedded({ dir: path.join(dataDir, 'postgres') });
const url = env['DATABASE_URL'] ?? embedded?.url ?? '';

await migrate({ url, pool: 1 });
await seed({ url, pool: 1 });

const children = commandsOf(process.argv.slice(2)).map(([command = '', ...args]) =>
  spawn(command === 'node' ? process.execPath : command, args, {
    stdio: 'inherit',
    env: { ...env, DATABASE_URL: url },
  }),
);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  // A Ctrl-C reaches the children too, from the terminal; what remains here is to wait for them.
  process.on(signal, () => children.forEach((child) => signal === 'SIGTERM' && child.kill(signal)));
}
const codes = await Promise.all(children.map((child) => ended(child)));
await embedded?.stop();
process.exitCode = codes.find((code) => code !== 0) ?? 0;

/** One command ending ends them all: half a product is worse than none. */
function ended(child: ChildProcess): Promise<number> {
  return new Promise((resolve) =>
    child.on('exit', (code, signal) => {
      children
        .filter((other) => other !== child && other.exitCode === null)
        .forEach((other) => other.kill('SIGTERM'));
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
