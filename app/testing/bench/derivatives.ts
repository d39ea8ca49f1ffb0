import path from 'node:path';
// eslint-disable-next-line house/rooms -- sharp by hand is what imaging is measured against
import sharp from 'sharp';
import { derive, FORMATS, makeViews, WIDTHS } from '#app/imaging/image.server.ts';
import { art, heavy } from '../corpus.ts';
import { median, type Figure } from './figures.ts';
import type { Stage } from './stage.ts';

const ROUNDS = 5;

/** The ladder of one 12-megapixel cover, against the same calls made to sharp by hand, in turns. */
export async function measureDerivatives(stage: Stage): Promise<Figure[]> {
  const file = await heavy['12 MP.jpg'](path.join(stage.dir, 'cover.jpg'));
  const ours = () => derive(file, { widths: WIDTHS, formats: FORMATS }, async () => {});
  const rounds = { ours: [] as Spent[], byHand: [] as Spent[] };
  for (let round = -1; round < (stage.scale < 0.2 ? 1 : ROUNDS); round++) {
    const [mine, theirs] = [await spent(ours), await spent(() => byHand(file))];
    if (round < 0) continue;
    rounds.ours.push(mine);
    rounds.byHand.push(theirs);
  }
  const ratio = (of: keyof Spent) =>
    median(rounds.ours.map((mine, at) => mine[of] / (rounds.byHand[at]?.[of] ?? NaN)));
  const note = `median of ${rounds.ours.length} in turn, processor time`;
  return [
    {
      name: 'derivatives against sharp by hand',
      measured: ratio('cpu'),
      unit: '×',
      target: 1.1,
      fails: 1.3,
      note,
    },
    { name: 'the same by the clock', measured: ratio('wall'), unit: '×' },
    { name: 'twelve derivatives of 12 megapixels', measured: median(rounds.ours.map(({ cpu }) => cpu)) / 1000, unit: 's', note: 'processor time' }, // prettier-ignore
    { name: 'the views of a cover', measured: await viewsOf(stage), unit: 's', target: 0.5, fails: 1, note: 'processor time, once for each picture' }, // prettier-ignore
  ];
}

/** What the first to open a page of previews waits for. */
async function viewsOf(stage: Stage): Promise<number> {
  const source = await art(1280, 2048).jpeg().toBuffer();
  const parts = { front: { x: 0, y: 0, w: 1, h: 1 }, spine: null };
  const rounds: Spent[] = [];
  for (let round = -1; round < (stage.scale < 0.2 ? 1 : ROUNDS); round++) {
    const one = await spent(() => makeViews(source, parts));
    if (round >= 0) rounds.push(one);
  }
  return median(rounds.map(({ cpu }) => cpu)) / 1000;
}

/** What `derive` promises, asked of sharp without anything around it. */
async function byHand(file: string): Promise<void> {
  const input = { failOn: 'error', limitInputPixels: 75e6, sequentialRead: true, autoOrient: true } as const;
  const resized = sharp(file, input)
    .resize({ width: Math.max(...WIDTHS) })
    .flatten({ background: '#fff' })
    .toColourspace('srgb');
  const { data, info } = await resized.raw().toBuffer({ resolveWithObject: true });
  const raw = { width: info.width, height: info.height, channels: 3 } as const;
  for (const width of WIDTHS) {
    const smaller = () => sharp(data, { raw }).resize({ width });
    const [avif, webp, jpeg] = width <= 320 ? [39, 43, 40] : [48, 70, 68];
    await smaller().avif({ quality: avif, effort: 2, chromaSubsampling: '4:2:0' }).toBuffer();
    await smaller().webp({ quality: webp, effort: 4 }).toBuffer();
    await smaller().jpeg({ quality: jpeg, mozjpeg: true }).toBuffer();
  }
}

type Spent = { wall: number; cpu: number };

async function spent(work: () => Promise<unknown>): Promise<Spent> {
  const [start, before] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(before);
  return { wall: performance.now() - start, cpu: (user + system) / 1000 };
}
