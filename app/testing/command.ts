/** What a container runs, as a process of its own: `app/command.server.ts` with a command and an environment. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { closeLater } from './database.server.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const NODE = path.join(ROOT, 'node_modules/.bin/node');

export type Command = {
  /** What it has said so far, on both streams. */
  lines: string[];
  /** Its exit code, or the signal that ended it, and the milliseconds until then. */
  ended: Promise<{ code: number | string; ms: number }>;
  kill: (signal: NodeJS.Signals) => void;
};

/** Starts a command; whatever becomes of the test, it does not outlive it. */
export function startCommand(args: string[], env: Record<string, string>): Command {
  const given: NodeJS.ProcessEnv = { NODE_ENV: 'test', PATH: process.env['PATH'], ...env };
  const begun = performance.now();
  const child = spawn(NODE, ['app/command.server.ts', ...args], {
    cwd: ROOT,
    env: given,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    createInterface({ input: stream }).on('line', (line) => lines.push(line));
  const ended = new Promise<{ code: number | string; ms: number }>((resolve) => {
    child.once('close', (code, signal) =>
      resolve({ code: code ?? signal ?? 'unknown', ms: performance.now() - begun }),
    );
  });
  closeLater(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  return { lines, ended, kill: (signal) => child.kill(signal) };
}
