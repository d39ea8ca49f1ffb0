/** Runs `npm run smoke` as a deployment does. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const SCRIPT = fileURLToPath(new URL('smoke.ts', import.meta.url));

/** → its exit code, and its table as `{ name: 'ok …' }`. */
export async function smoke(...args: string[]): Promise<{ code: number; table: Record<string, string> }> {
  const child = spawn(process.execPath, [SCRIPT, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
  const [code] = (await once(child, 'close')) as [number];
  const rows = [...said.matchAll(/^(.+?) {2,}((?:ok|FAILS) .*)$/gm)];
  return {
    code,
    table: Object.fromEntries(rows.map(([, name = '', found = '']) => [name, found.replace(/ +/, ' ')])),
  };
}
