import { execFile, type ExecFileOptions } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { good, heavy, hostile } from '#app/testing/corpus.ts';
import { derive, FORMATS, WIDTHS } from './image.server.ts';

let directory: string;
beforeAll(async () => void (directory = await mkdtemp(join(tmpdir(), 'dustjacket-cost-'))));
afterAll(() => rm(directory, { recursive: true, force: true }));
const at = (name: string) => join(directory, name);

type Outcome = { ms: number; error: string | null };
type Report = { outcomes: Outcome[]; growth: number; peak: number };

/**
 * Calls preview for each file in a process of its own, which tells what its memory grew to (`all`: at once, else one
 * after the other). The allocator is set as the start command sets it.
 */
async function previewApart(files: string[], how: 'all' | 'each'): Promise<Report> {
  const script = `
    import { preview } from '#app/imaging/image.server.ts';
    import { forgetPeak, peakMemory } from '#app/testing/memory.ts';
    const before = forgetPeak();
    const look = async (file) => {
      const start = performance.now();
      const error = await preview(file).then(() => null, (error) => error.reason ?? String(error));
      return { ms: performance.now() - start, error };
    };
    const [how, ...files] = process.argv.slice(1);
    const outcomes = how === 'all' ? await Promise.all(files.map(look)) : [];
    if (how === 'each') for (const file of files) outcomes.push(await look(file));
    console.log(JSON.stringify({ outcomes, growth: (peakMemory() - before) / 2 ** 20, peak: peakMemory() / 2 ** 20 }));`;
  const options: ExecFileOptions = {
    env: { NODE_ENV: 'production', MALLOC_ARENA_MAX: '2' },
    cwd: new URL('../..', import.meta.url).pathname,
  };
  const args = ['--input-type=module', '--eval', script, '--', how, ...files];
  const { stdout } = await promisify(execFile)(process.execPath, args, options);
  return JSON.parse(String(stdout)) as Report;
}

test('every hostile file is refused in under a second, and together they cost less than 150 MB', async () => {
  const cases = Object.entries(hostile);
  for (const [name, [, build]] of cases) await build(at(name));
  const { outcomes, growth } = await previewApart(cases.map(([name]) => at(name)), 'each'); // prettier-ignore
  expect(outcomes.map(({ error }) => error)).toEqual(cases.map(([, [reason]]) => reason));
  expect(Math.max(...outcomes.map(({ ms }) => ms))).toBeLessThan(1_000);
  expect(growth).toBeLessThan(150);
}, 60_000);

test('one 75-megapixel file is previewed within 150 MB', async () => {
  const { outcomes, growth } = await previewApart([await heavy['75 MP.png'](at('75.png'))], 'each');
  expect(outcomes[0]?.error).toBeNull();
  expect(growth).toBeLessThan(150);
}, 60_000);

test('forty previews at once, of 12 to 40 megapixels, stay under 500 MB', async () => {
  const names = ['12 MP.jpg', '40 MP.jpg', '40 MP.png', '40 MP progressive.jpg'] as const;
  const files = await Promise.all(names.map((name) => heavy[name](at(name))));
  const forty = Array.from({ length: 40 }, (_, i) => files[i % files.length] ?? '');
  const { outcomes, peak } = await previewApart(forty, 'all');
  expect(outcomes.every(({ error }) => error === null)).toBe(true);
  expect(peak).toBeLessThan(500);
}, 120_000);

test('the ladder costs what the same calls cost by hand', async () => {
  const file = await good['phone photo.jpg'](at('photo.jpg'));
  const byHand = async () => {
    const input = {
      failOn: 'error',
      limitInputPixels: 75e6,
      sequentialRead: true,
      autoOrient: true,
    } as const;
    const resized = sharp(file, input)
      .resize({ width: 1280 })
      .flatten({ background: '#fff' })
      .toColourspace('srgb');
    const { data, info } = await resized.raw().toBuffer({ resolveWithObject: true });
    const raw = { width: info.width, height: info.height, channels: 3 } as const;
    for (const width of WIDTHS) {
      const smaller = () => sharp(data, { raw }).resize({ width });
      const [avif, webp, jpeg] = width <= 320 ? [39, 46, 40] : [48, 70, 68];
      await smaller().avif({ quality: avif, effort: 2, chromaSubsampling: '4:2:0' }).toBuffer();
      await smaller().webp({ quality: webp, effort: 4 }).toBuffer();
      await smaller().jpeg({ quality: jpeg, mozjpeg: true }).toBuffer();
    }
  };
  const ours = () => derive(file, { widths: WIDTHS, formats: FORMATS }, async () => {});
  // Processor time, the least of several runs in turn: what others do on the machine only ever adds to it.
  const spent = async (work: () => Promise<unknown>) => {
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    return user + system;
  };
  const least = { byHand: Infinity, ours: Infinity };
  for (let run = 0; run < 12 && (run < 2 || least.ours > 1.1 * least.byHand); run++) {
    least.byHand = Math.min(least.byHand, await spent(byHand));
    least.ours = Math.min(least.ours, await spent(ours));
  }
  expect(least.ours / least.byHand).toBeLessThanOrEqual(1.1);
}, 120_000);
