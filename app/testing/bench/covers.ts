import path from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { preflight, regionsFor } from '#app/domain/covers/preflight.ts';
import { templateSvg } from '#app/domain/covers/template-svg.ts';
import { templateFile } from '#app/documents/template.server.ts';
import { inspect, measureFile } from '#app/imaging/file.server.ts';
import { art } from '../corpus.ts';
import { asked, PAPERBACK, sheet } from '../sheets.ts';
import { MB, median, type Figure } from './figures.ts';
import type { Stage } from './stage.ts';

/** The largest that is taken: 16 × 13 in at 600 dpi. */
const LARGE = 'printer=ingramspark&format=paperback_wrap&trim=7.5x12.75&spine=0.75in';
const SECONDS = 2;

/** What a cover's measurements, its templates and the judging of a file cost. */
export async function measureCovers(stage: Stage): Promise<Figure[]> {
  const drawn = await drawFor(SECONDS * Math.max(0.1, stage.scale));
  const jpeg = path.join(stage.dir, 'wrap.jpg');
  await art(3810, 2775).withMetadata({ density: 300 }).jpeg({ quality: 90 }).toFile(jpeg);
  const tiff = path.join(stage.dir, 'wrap.tiff');
  await art(9600, 7800).withMetadata({ density: 600 }).tiff({ compression: 'lzw' }).toFile(tiff);
  const rounds = stage.scale < 0.2 ? 1 : 5;
  const small = await judged(jpeg, PAPERBACK, rounds);
  const large = await judged(tiff, LARGE, rounds);
  const files = await Promise.all((['pdf', 'png'] as const).map((kind) => timed(() => templateFile(sheet(PAPERBACK), kind)))); // prettier-ignore
  const [pdf, png] = files.map(({ ms }) => ms);
  return [
    { name: 'measurements and SVG templates', measured: drawn, unit: '/s', higherIsBetter: true, target: 5000, fails: 1000, note: 'one core: address read, judged, laid out, drawn' }, // prettier-ignore
    { name: 'template of 6 × 9 in as PDF', measured: pdf ?? NaN, unit: 'ms' },
    { name: 'the same as PNG, 3810 × 2775', measured: png ?? NaN, unit: 'ms' },
    { name: 'preflight of a 3810 × 2775 JPEG', measured: small.ms, unit: 'ms', target: 1000, fails: 5000, note: `median of ${rounds}` }, // prettier-ignore
    { name: 'preflight of a 75-megapixel TIFF', measured: large.ms, unit: 'ms', target: 4000, fails: 5000, note: `median of ${rounds}` }, // prettier-ignore
    { name: 'memory it grows by', measured: large.growth / MB, unit: 'MB', target: 150, fails: 200 },
  ];
}

/** Templates a second, of as many different books as come by. */
async function drawFor(seconds: number): Promise<number> {
  const [start, end] = [performance.now(), performance.now() + seconds * 1000];
  let made = 0;
  for (; performance.now() < end; made += 1) {
    templateSvg(sheet(PAPERBACK.replace('200', String(24 + ((made * 2) % 800)))));
    if (made % 100 === 0) await turn();
  }
  return made / ((performance.now() - start) / 1000);
}

/** A file measured, looked at and judged, as a delivery is. */
async function judged(file: string, query: string, rounds: number): Promise<{ ms: number; growth: number }> {
  const { spec } = asked(query);
  const spent: number[] = [];
  const before = process.memoryUsage.rss();
  let most = before;
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 10);
  for (let round = 0; round < rounds; round += 1) {
    const { ms, value } = await timed(async () => {
      const facts = await measureFile(file);
      return preflight(facts, await inspect(file, regionsFor(spec)), spec);
    });
    if (value.some(({ level }) => level === 'fail')) throw new Error(JSON.stringify(value));
    spent.push(ms);
  }
  clearInterval(watch);
  return { ms: median(spent), growth: most - before };
}

async function timed<T>(work: () => Promise<T>): Promise<{ ms: number; value: T }> {
  const start = performance.now();
  const value = await work();
  return { ms: performance.now() - start, value };
}
