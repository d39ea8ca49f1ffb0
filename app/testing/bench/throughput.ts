import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { freePort } from '#db/embedded.ts';
import { MB, median, type Figure } from './figures.ts';
import type { Load } from './load.ts';
import { read, type Reading } from './probe.ts';
import { answering, askNode, canPin, CLIENT_CORE, pinProcess, runNode, SERVER_CORE } from './processes.ts';
import type { Stage, Web } from './stage.ts';

const PATH = '/briefs';
const CONNECTIONS = 32;
const ROUNDS = 6;
const SECONDS = 8;
/** Pages are only kept for readers without a cookie. */
const WITH_COOKIE = { Cookie: 'x=1' };

type Round = Load & { cpu: number; timers: number };

/**
 * The open-briefs page from PostgreSQL on one core: ours against bare Express, in turns, so that what else the machine
 * does meets both. Servers have one core; the load, and PostgreSQL, the other. Judged by the processor time of a page:
 * with PostgreSQL on the only other core, bare Express waits for it, and the clock would make ours look better.
 */
export async function measureThroughput(stage: Stage): Promise<Figure[]> {
  await stage.catalogue();
  const postmaster = await stage.postmaster();
  pinProcess(postmaster, String(CLIENT_CORE));
  try {
    const ours = await stage.startWeb({ pinned: true });
    const bare = await startBare(stage, ours.port);
    const seconds = Math.max(1, SECONDS * stage.scale);
    const rounds: Record<'bare' | 'ours' | 'kept', Round[]> = { bare: [], ours: [], kept: [] };
    const count = stage.scale < 0.5 ? 2 : ROUNDS;
    for (let round = -1; round < count; round++) {
      const warmingUp = round < 0;
      const at = { bare: await ask(bare, WITH_COOKIE, seconds), ours: await ask(ours, WITH_COOKIE, seconds), kept: await ask(ours, {}, seconds / 2) }; // prettier-ignore
      if (!warmingUp) for (const kind of ['bare', 'ours', 'kept'] as const) rounds[kind].push(at[kind]);
    }
    const after = await read(ours.probe);
    const { used } = await read(ours.probe, true);
    await Promise.all([ours.running.stop(), bare.running.stop()]);
    return figuresOf(rounds, { ...after, used });
  } finally {
    pinProcess(postmaster, '0-1023');
  }
}

/** Bare Express over the same database, with the page that ours has just sent. */
async function startBare(stage: Stage, ours: number): Promise<Web> {
  const response = await fetch(`http://127.0.0.1:${ours}${PATH}`, { headers: WITH_COOKIE });
  const html = await response.text();
  const file = path.join(stage.dir, 'page.html');
  await writeFile(file, html);
  const [port, probe] = [await freePort(), await freePort()];
  const env = {
    ...{ NODE_ENV: 'production', DATABASE_URL: await stage.catalogue(), MALLOC_ARENA_MAX: '2' },
    ...{ PORT: String(port), BENCH_PROBE_PORT: String(probe), BENCH_PAGE: file },
  };
  const flags = ['--import', './app/testing/bench/probe.ts'];
  const running = runNode('app/testing/bench/bare.ts', [], { env, flags, core: SERVER_CORE });
  await answering(`http://127.0.0.1:${port}/ready`, running);
  const { holes } = (await (await fetch(`http://127.0.0.1:${port}/ready`)).json()) as { holes: number };
  const same = await (await fetch(`http://127.0.0.1:${port}${PATH}`)).text();
  if (holes < 60 || same !== html)
    throw new Error(`bare Express does not send the same page: ${holes} holes, ${same.length} of ${html.length}`); // prettier-ignore
  return { port, probe, running };
}

/** One round of load on one server, with what it cost the server. */
async function ask({ port, probe }: Web, headers: Record<string, string>, seconds: number): Promise<Round> {
  const options = { port, path: PATH, headers, connections: CONNECTIONS, seconds };
  const before = await read(probe);
  const samples: Reading[] = [];
  const sampling = setInterval(() => void read(probe).then((reading) => samples.push(reading)), 300);
  const load = await askNode<Load>('app/testing/bench/load.ts', [JSON.stringify(options)], {
    core: CLIENT_CORE,
  }).finally(() => clearInterval(sampling));
  if (load.failures > 0) throw new Error(`${load.failures} of ${load.requests} answers were not 200`);
  const after = await read(probe);
  return {
    ...load,
    cpu: (after.cpu - before.cpu) / 1e6,
    timers: median(samples.map(({ timers }) => timers)),
  };
}

function figuresOf(
  { bare, ours, kept }: Record<'bare' | 'ours' | 'kept', Round[]>,
  after: Reading,
): Figure[] {
  const speed = (rounds: Round[]) => median(rounds.map(({ requests, seconds }) => requests / seconds));
  const perCpu = (rounds: Round[]) => median(rounds.map(({ requests, cpu }) => requests / cpu));
  const ratio = (rounds: Round[], of: (round: Round) => number) =>
    median(rounds.map((round, at) => of(round) / of(bare[at] ?? round)));
  const wall = ({ requests, seconds }: Round) => requests / seconds;
  const busy = (rounds: Round[]) =>
    `core ${Math.round(100 * median(rounds.map(({ cpu, seconds }) => cpu / seconds)))} % its own`;
  const how = `pages per second of the server’s processor, median of ${bare.length} rounds in turn${canPin ? '' : '; NOT pinned'}`;
  const higherIsBetter = true;
  const all = { bare, ours, kept };
  const names = { bare: 'bare Express', ours: '/briefs rendered', kept: '/briefs from memory' };
  const perSecond = ({ requests, cpu }: Round) => requests / cpu;
  return [
    { name: '/briefs against bare Express', measured: ratio(ours, perSecond), unit: '×', target: 0.35, fails: 0.18, higherIsBetter, note: how }, // prettier-ignore
    { name: 'anonymous and warm against it', measured: ratio(kept, perSecond), unit: '×', target: 0.9, fails: 0.7, higherIsBetter, note: how }, // prettier-ignore
    { name: '/briefs against it by the clock', measured: ratio(ours, wall), unit: '×', note: 'flattered while bare Express waits for PostgreSQL' }, // prettier-ignore
    ...(['bare', 'ours', 'kept'] as const).flatMap((kind): Figure[] => [
      { name: names[kind], measured: speed(all[kind]), unit: 'pages/s', note: `${busy(all[kind])}; ${Math.round(perCpu(all[kind]))} pages per second of processor` }, // prettier-ignore
      { name: `${names[kind]}, p50`, measured: median(all[kind].map(({ p50 }) => p50)), unit: 'ms' },
      { name: `${names[kind]}, p99`, measured: median(all[kind].map(({ p99 }) => p99)), unit: 'ms', note: `${CONNECTIONS} connections` }, // prettier-ignore
    ]),
    { name: 'memory after the load', measured: after.rss / MB, unit: 'MB', target: 300, note: `at most ${Math.round(after.maxRss / MB)} MB; heap ${Math.round(after.heap / MB)}, of which ${Math.round(after.used / MB)} are not garbage` }, // prettier-ignore
    { name: 'live timers per request', measured: Math.max(...ours.map(({ timers }) => timers)) / CONNECTIONS, unit: '', target: 1 }, // prettier-ignore
  ];
}
