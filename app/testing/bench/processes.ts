/** Processes of the bench's own, tied to a core where the machine can, and ended with it. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
// The pinned Node, whoever started the bench.
const NODE = path.join(ROOT, 'node_modules/.bin/node');

/** Servers have one core to themselves; what asks them, and PostgreSQL, has the other. */
export const SERVER_CORE = 0;
export const CLIENT_CORE = 1;
export const canPin = availableParallelism() > 1 && spawnSync('taskset', ['-c', '0', 'true']).status === 0;

export type Running = {
  child: ChildProcess;
  /** Everything it has said, the last 20,000 characters of it. */
  said: () => string;
  /** The exit code, or the signal. */
  ended: Promise<number | NodeJS.Signals | null>;
  /** SIGTERM, and after a while SIGKILL. */
  stop: () => Promise<void>;
};

type Options = { env?: Record<string, string>; core?: number; flags?: string[] };

/** Starts `node FILE ARGS` in the root of the repository. */
export function runNode(file: string, args: string[], { env, core, flags = [] }: Options = {}): Running {
  const command = [NODE, ...flags, file, ...args];
  if (core !== undefined && canPin) command.unshift('taskset', '-c', String(core));
  const [program = NODE, ...rest] = command;
  // NODE_OPTIONS too: settings of Node are tried out that way.
  const { PATH, HOME, NODE_OPTIONS } = process.env;
  const clean: NodeJS.ProcessEnv = { NODE_ENV: 'production', PATH, HOME, NODE_OPTIONS, ...env };
  const child = spawn(program, rest, { cwd: ROOT, env: clean, stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (text = (text + chunk.toString()).slice(-20_000)));
  const orphaned = () => child.kill('SIGKILL');
  process.once('exit', orphaned);
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) => {
    child.once('close', (code, signal) => {
      process.off('exit', orphaned);
      resolve(code ?? signal);
    });
  });
  const stop = async () => {
    child.kill('SIGTERM');
    const impatience = setTimeout(() => child.kill('SIGKILL'), 15_000);
    await ended;
    clearTimeout(impatience);
  };
  return { child, said: () => text, ended, stop };
}

/** Runs it to its end and reads what it prints as JSON. Throws with what it said when it fails. */
export async function askNode<T>(file: string, args: string[], options: Options = {}): Promise<T> {
  const running = runNode(file, args, options);
  const code = await running.ended;
  if (code !== 0) throw new Error(`${file} ended with ${code}:\n${running.said()}`);
  return JSON.parse(running.said().trim().split('\n').at(-1) ?? '') as T;
}

/** Waits until an address answers 200. Throws with what the process said when it ends before, or after `ms`. */
export async function answering(url: string, running: Running, ms = 30_000): Promise<void> {
  let over = false;
  void running.ended.then(() => (over = true));
  for (const deadline = Date.now() + ms; ;) {
    const status = await fetch(url).then(
      (response) => response.status,
      () => 0,
    );
    if (status === 200) return;
    if (over || Date.now() > deadline) throw new Error(`${url} does not answer:\n${running.said()}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Moves PostgreSQL's first process; connections opened from now on follow it. */
export function pinProcess(pid: number, cores: string): void {
  if (canPin) spawnSync('taskset', ['-cp', cores, String(pid)]);
}
