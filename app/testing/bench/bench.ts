/**
 * The bench: what the product costs, measured against `budgets`, on a database, servers and files of its own
 * that are gone afterwards. It knows the product from outside (HTTP, a browser) and by a few functions of the
 * domain and of imaging that it calls as the product does; nothing of the product knows it.
 *
 *   npm run bench                       every part; exit code 1 when a figure fails its bound
 *   npm run bench -- --only throughput  one part, or several with commas
 *   npm run bench -- --json FILE        the figures as JSON too
 *   BENCH_SCALE=0.05 npm run bench      a twentieth of the rows, the rounds and the seconds, to try it out
 *   BENCH_SQL=FILE npm run bench        SQL to try over the many briefs, such as another index
 */
import { writeFile } from 'node:fs/promises';
import { availableParallelism, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { measureBriefs } from './briefs.ts';
import { measureCovers } from './covers.ts';
import { measureDerivatives } from './derivatives.ts';
import { measureFirstView } from './first-view.ts';
import { judge, table, type Figure } from './figures.ts';
import { measurePages } from './pages.ts';
import { measureQueries } from './queries.ts';
import { measureRecommendations } from './recommendations.ts';
import { measureSignedIn } from './signed-in.ts';
import { openStage, type Stage } from './stage.ts';
import { measureThroughput } from './throughput.ts';
import { measureThumbnails } from './thumbnails.ts';
import { measureUploads } from './uploads.ts';

/** In this order: what needs a quiet machine before what fills it. */
const PARTS: Record<string, (stage: Stage) => Promise<Figure[]>> = {
  pages: measurePages,
  queries: measureQueries,
  'signed-in': measureSignedIn,
  view: measureFirstView,
  thumbnails: measureThumbnails,
  throughput: measureThroughput,
  uploads: measureUploads,
  derivatives: measureDerivatives,
  covers: measureCovers,
  recommendations: measureRecommendations,
  briefs: measureBriefs,
};

const { values: options } = parseArgs({ options: { only: { type: 'string' }, json: { type: 'string' } } });
const wanted = options.only?.split(',') ?? Object.keys(PARTS);
const unknown = wanted.filter((name) => !PARTS[name]);
if (unknown.length > 0) {
  console.error(`no such part: ${unknown.join(', ')}; there are ${Object.keys(PARTS).join(', ')}`);
  process.exit(2);
}

const stage = await openStage();
// PostgreSQL is not in this process group: whoever interrupts the bench must not leave it running.
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => void stage.close().finally(() => process.exit(130)));
const figures: (Figure & { part: string })[] = [];
const durations: Record<string, number> = {};
let broken = false;
try {
  for (const name of wanted) await runPart(name);
} finally {
  await stage.close();
}
console.log(table(figures));
const total = Object.values(durations).reduce((sum, seconds) => sum + seconds, 0);
console.log(
  [...Object.entries(durations), ['total', total] as const].map(([name, s]) => `${name} ${s} s`).join(' · '),
);
console.log(`load average at the end ${loadavg()[0]?.toFixed(1)} on ${availableParallelism()} cores`);
if (options.json) await writeFile(options.json, `${JSON.stringify({ figures, durations }, null, 2)}\n`);
process.exitCode = broken || figures.some((figure) => judge(figure) === 'FAILS') ? 1 : 0;

/** A part that cannot be measured is a failure of the bench, and the others are measured all the same. */
async function runPart(name: string): Promise<void> {
  const start = performance.now();
  process.stderr.write(`bench: ${name} …\n`);
  try {
    const found = (await PARTS[name]?.(stage)) ?? [];
    figures.push(...found.map((figure) => ({ part: name, ...figure })));
  } catch (fault) {
    broken = true;
    console.error(`bench: ${name} could not be measured:`, fault);
  }
  durations[name] = Math.round((performance.now() - start) / 1000);
}
