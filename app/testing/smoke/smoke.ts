/**
 * Looks at a site that runs, here or in the cloud, as a stranger does: nothing is changed, nobody is signed in.
 *
 *   npm run smoke -- https://dustjacket.example
 *     --production      development sign-in is a failure, and so is plain http
 *     --assets DIR      one file of the build in DIR (build/client/assets) must be there, for ever
 *     --wait SECONDS    how long it may take to become ready; 0 unless told
 *
 * Prints a table, and ends with 1 when anything failed.
 */
import { readdirSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { CHECKS } from './checks.ts';
import { ask, Fault, openSite, type Site } from './site.ts';

const USAGE = 'npm run smoke -- URL [--production] [--assets DIR] [--wait SECONDS]';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    production: { type: 'boolean', default: false },
    assets: { type: 'string' },
    wait: { type: 'string', default: '0' },
    help: { type: 'boolean', default: false },
  },
});
const [url] = positionals;
if (options.help || !url || !URL.canParse(url)) {
  console.log(USAGE);
  process.exit(options.help ? 0 : 2);
}

await untilReady(url, Number(options.wait));
const asset = options.assets && readdirSync(options.assets).find((name) => name.endsWith('.js'));
const rows: [name: string, verdict: string, found: string][] = [];
try {
  const site = await openSite(url, asset || undefined);
  rows.push(kind(site));
  for (const [name, run] of CHECKS) rows.push(await judge(name, () => run(site)));
} catch (fault) {
  rows.push(['there', 'FAILS', reason(fault)]);
}
const width = Math.max(...rows.map(([name]) => name.length));
for (const [name, verdict, found] of rows)
  console.log(`${name.padEnd(width)}  ${verdict.padEnd(5)}  ${found}`);
const failed = rows.filter(([, verdict]) => verdict === 'FAILS').length;
console.log(`\n${rows.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

function kind({ development, secure }: Site): [string, string, string] {
  const unfit = options.production && (development || !secure);
  return [
    'kind',
    unfit ? 'FAILS' : 'ok',
    `${development ? 'development' : 'production'}, ${secure ? 'https' : 'http'}`,
  ];
}

async function judge(name: string, run: () => Promise<string>): Promise<[string, string, string]> {
  try {
    return [name, 'ok', await run()];
  } catch (fault) {
    return [name, 'FAILS', reason(fault)];
  }
}

/** What fetch throws says no more than that it failed; its cause says why. */
function reason(fault: unknown): string {
  if (!(fault instanceof Error)) return String(fault);
  return fault instanceof Fault || !(fault.cause instanceof Error) ? fault.message : fault.cause.message;
}

async function untilReady(at: string, seconds: number): Promise<void> {
  const deadline = Date.now() + seconds * 1000;
  while (Date.now() < deadline) {
    const answer = await ask(new URL('/ready', at).href).catch(() => null);
    if (answer?.status === 200) return;
    await sleep(2_000);
  }
}
