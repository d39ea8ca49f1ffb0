/**
 * Processes that take from one limit together. Each is this file, `node app/testing/decide.ts DATABASE_URL WHO BURSTS
 * TIMES`, which prints how often it might.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openDatabase } from '#db/client.server.ts';
import { databaseAt } from '#db/connection.server.ts';
import { openLimits, POLICIES } from '#app/http/limits.server.ts';

const READY = 'ready\n';
/** Between two bursts, so that the others have their turn too. */
const PAUSE_MS = 20;

/** What they are allowed together. */
export const ALLOWED = 50;

/** Starts them together; each takes so many `times` at once, in so many `bursts`. → how often each was allowed. */
export async function decideTogether(
  url: string,
  who: string,
  { processes, bursts, times }: { processes: number; bursts: number; times: number },
): Promise<number[]> {
  const node = path.join(process.cwd(), 'node_modules/.bin/node');
  const children = Array.from({ length: processes }, () => {
    const args = [fileURLToPath(import.meta.url), url, who, String(bursts), String(times)];
    return spawn(node, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  });
  const said = children.map(({ stdout }) => text(stdout));
  // All are told to begin when all are there: the first would have used it up before the last has started.
  await Promise.all(children.map(({ stdout }) => once(stdout, 'data')));
  for (const { stdin } of children) stdin.end();
  return (await Promise.all(said)).map((lines) => Number(lines.replace(READY, '')));
}

/** Patience is long, because a busy machine must not decide by itself what is counted here together. */
async function decideAlone(url: string, who: string, bursts: number, times: number): Promise<number> {
  const policy = { points: ALLOWED, seconds: 600 };
  const { sql, close } = openDatabase(databaseAt(url, 4));
  const policies = { ...POLICIES, forms: policy };
  const limits = openLimits(sql, policies, 20_000);
  // The first count of a process is slow, and would leave it out.
  await limits.take('strangers', `${process.pid}`);
  process.stdout.write(READY);
  await once(process.stdin.resume(), 'end');
  let allowed = 0;
  for (let burst = 0; burst < bursts; burst += 1) {
    if (burst > 0) await sleep(PAUSE_MS);
    const waits = await Promise.all(Array.from({ length: times }, () => limits.take('forms', who)));
    allowed += waits.filter((seconds) => seconds === 0).length;
  }
  limits.close();
  await close();
  return allowed;
}

if (import.meta.main) {
  const [url = '', who = '', bursts = '0', times = '0'] = process.argv.slice(2);
  console.log(await decideAlone(url, who, Number(bursts), Number(times)));
}
