import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { art, blackPng, good, hostile, quarters, QUARTERS } from '#app/testing/corpus.ts';
import { derive, FORMATS, measure, preview, RefusedImage, WIDTHS, type Format } from './image.server.ts';

let directory: string;
beforeAll(async () => void (directory = await mkdtemp(join(tmpdir(), 'dustjacket-imaging-'))));
afterAll(() => rm(directory, { recursive: true, force: true }));
const at = (name: string) => join(directory, name);

/** Derives and keeps what was written, by `<width>.<format>`. */
async function ladder(
  file: string,
  widths: readonly number[] = WIDTHS,
  formats: readonly Format[] = FORMATS,
) {
  const written = new Map<string, Buffer>();
  const derived = await derive(file, { widths, formats }, async (width, format, bytes) => {
    written.set(`${width}.${format}`, bytes);
  });
  return { ...derived, written };
}

/** The colours in the middle of each quarter. */
async function quartersOf(bytes: Buffer): Promise<number[][]> {
  const { data, info } = await sharp(bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return [1, 3].flatMap((y) =>
    [1, 3].map((x) => {
      const row = Math.floor((info.height * y) / 4);
      const from = (row * info.width + Math.floor((info.width * x) / 4)) * info.channels;
      return [...data.subarray(from, from + 3)];
    }),
  );
}

function farthest(colours: number[][], wanted: readonly (readonly number[])[]): number {
  return Math.max(
    ...colours.flatMap((colour, i) => colour.map((c, j) => Math.abs(c - (wanted[i]?.[j] ?? NaN)))),
  );
}

/** The grey of the same lightness: linear light, weighed as the eye does, and back. */
function greyOf(colour: readonly number[]): number {
  const linear = colour.map((c) => ((c / 255 + 0.055) / 1.055) ** 2.4);
  const light = [0.2126, 0.7152, 0.0722].reduce((sum, weight, i) => sum + weight * (linear[i] ?? 0), 0);
  return 255 * (1.055 * light ** (1 / 2.4) - 0.055);
}

describe('a good picture', () => {
  // What a colour may move by: chroma rounding (a ribbon is four pixels wide), for CMYK the way through its profile too.
  const tolerance = (name: string) => (name.startsWith('CMYK') ? 30 : name.startsWith('ribbon') ? 16 : 9);
  const grey = QUARTERS.map((colour) => Array<number>(3).fill(greyOf(colour)));
  const wanted = (name: string) =>
    name === 'grey.png' ? grey : name === 'alpha.png' ? [[255, 255, 255], ...QUARTERS.slice(1)] : QUARTERS;

  test.each(Object.entries(good))(
    '%s comes out upright, in its colours, and bare',
    async (name, build) => {
      const { written, colour, widths } = await ladder(await build(at(name)), [160, 320]);
      expect(widths).toEqual([160, 320]);
      expect(colour).toMatch(/^#[0-9a-f]{6}$/);
      expect([...written.keys()].sort()).toEqual(
        [160, 320].flatMap((w) => FORMATS.map((f) => `${w}.${f}`)).sort(),
      );
      for (const [derivative, bytes] of written) {
        const header = await sharp(bytes).metadata();
        const { exif, icc, xmp, iptc, orientation, space, hasAlpha } = header;
        expect({ exif, icc, xmp, iptc, orientation }, derivative).toEqual({});
        expect({ space, hasAlpha }).toEqual({ space: 'srgb', hasAlpha: false });
        expect(bytes.includes('GPS') || bytes.includes('Canary')).toBe(false);
        expect(farthest(await quartersOf(bytes), wanted(name)), `${name} → ${derivative}`).toBeLessThan(
          tolerance(name),
        );
      }
    },
    20_000,
  );

  test('is measured by its header, as it is displayed', async () => {
    const facts = async (name: keyof typeof good) => measure(await good[name](at(name)));
    const plain = {
      width: 1200,
      height: 1600,
      pages: 1,
      alpha: false,
      depth: 8,
      orientation: 1,
      hasProfile: false,
    };
    expect(await facts('phone photo.jpg')).toMatchObject({
      ...plain,
      format: 'jpeg',
      width: 3000,
      height: 4000,
      orientation: 6,
      density: 72,
      hasProfile: true, // prettier-ignore
    });
    expect(await facts('CMYK.jpg')).toMatchObject({ ...plain, space: 'cmyk', channels: 4, hasProfile: true });
    expect(await facts('16 bit.png')).toMatchObject({ ...plain, format: 'png', space: 'rgb', depth: 16 });
    expect(await facts('grey.png')).toMatchObject({ ...plain, space: 'grey', channels: 1 });
    expect(await facts('alpha.png')).toMatchObject({ ...plain, alpha: true, channels: 4 });
    expect(await facts('cover.avif')).toMatchObject({ ...plain, format: 'avif', space: 'rgb' });
    expect(await facts('cover.webp')).toMatchObject({ ...plain, format: 'webp' });
    expect(await facts('CMYK.tiff')).toMatchObject({
      ...plain,
      format: 'tiff',
      space: 'cmyk',
      hasProfile: true,
    });
    const renamed = await facts('really a png.jpg');
    expect(renamed).toMatchObject({ format: 'png', bytes: (await stat(at('really a png.jpg'))).size });
  });

  test.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'with EXIF orientation %i is shown as its camera meant it',
    async (orientation) => {
      const file = at(`orientation ${orientation}.jpg`);
      const sideways = orientation >= 5;
      const lying = quarters(sideways ? 800 : 600, sideways ? 600 : 800);
      await lying.withMetadata({ orientation }).jpeg().toFile(file);
      expect(await measure(file)).toMatchObject({ width: 600, height: 800, orientation });
      const { written } = await ladder(file, [320], ['jpeg']);
      const bytes = written.get('320.jpeg') as Buffer;
      expect(await sharp(bytes).metadata()).toMatchObject({ width: 320, height: 427 });
      // Where the quarters of the file land, by the table of the EXIF standard.
      const places = ['0123', '1032', '3210', '2301', '0213', '2031', '3120', '1302'][orientation - 1] ?? '';
      const landed = [...places].map((i) => QUARTERS[Number(i)] ?? []);
      expect(farthest(await quartersOf(bytes), landed)).toBeLessThan(9);
    },
  );

  test('is never enlarged, yet every width is written', async () => {
    const { written } = await ladder(await good['small.jpg'](at('small.jpg')), WIDTHS, ['webp']);
    const widths = await Promise.all(
      [...written.values()].map(async (bytes) => (await sharp(bytes).metadata()).width),
    );
    expect(Object.fromEntries([...written.keys()].map((key, i) => [key, widths[i]]))).toEqual({
      '160.webp': 160,
      '320.webp': 320,
      '640.webp': 400,
      '1280.webp': 400, // prettier-ignore
    });
  });

  test('however tall, stays within four times its width', async () => {
    const { written } = await ladder(await good['ribbon.png'](at('ribbon.png')), [160], ['webp']);
    expect(await sharp(written.get('160.webp')).metadata()).toMatchObject({ width: 17, height: 640 });
  });

  test('is previewed as a small JPEG in the colour it mostly has', async () => {
    const file = at('mostly.png');
    await sharp({ create: { width: 900, height: 1400, channels: 3, background: '#2f6f4f' } })
      .png()
      .toFile(file);
    const { bytes, colour, contentType, width, height, facts } = await preview(file);
    expect({ colour, contentType, width, height }).toEqual({
      colour: '#2f6f4f',
      contentType: 'image/jpeg',
      width: 320,
      height: 498, // prettier-ignore
    });
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'jpeg', width, height });
    expect(facts).toMatchObject({ format: 'png', width: 900, height: 1400 });
  });

  test('at the limit of 75 megapixels is taken, and just over it is not', async () => {
    await writeFile(at('limit.png'), blackPng(9600, 7800));
    expect(await preview(at('limit.png'))).toMatchObject({
      colour: '#000000',
      facts: { width: 9600, height: 7800 },
    });
    await writeFile(at('over.png'), blackPng(9600, 7813));
    await expect(measure(at('over.png'))).rejects.toMatchObject({ reason: 'too_many_pixels' });
  });
});

describe('a hostile file', () => {
  test.each(Object.entries(hostile))(
    '%s is refused with its reason',
    async (name, [reason, build]) => {
      const file = at(name);
      await build(file);
      const written: string[] = [];
      const write = async (width: number, format: Format) => void written.push(`${width}.${format}`);
      for (const attempt of [
        () => preview(file),
        () => derive(file, { widths: WIDTHS, formats: FORMATS }, write),
      ]) {
        const error: unknown = await attempt().catch((thrown: unknown) => thrown);
        expect(error).toBeInstanceOf(RefusedImage);
        expect((error as RefusedImage).reason).toBe(reason);
        expect((error as RefusedImage).message).toMatch(
          /^This .*\. (Export|Send|Save|Flatten|A cover) ?.*\.$/,
        );
      }
      expect(written).toEqual([]);
    },
    20_000,
  );

  test('a file that is not there is our fault, not a refusal', async () => {
    await expect(measure(at('nowhere.png'))).rejects.toMatchObject({ code: 'ENOENT' });
  });

  test('when writing fails, the failure is passed on and the next picture gets its turn', async () => {
    const file = await good['small.jpg'](at('small.jpg'));
    const failing = Array.from({ length: 3 }, () =>
      derive(file, { widths: [160], formats: ['jpeg'] }, () => Promise.reject(new Error('store is down'))),
    );
    for (const failed of await Promise.allSettled(failing)) {
      expect(failed).toMatchObject({ status: 'rejected', reason: { message: 'store is down' } });
    }
    expect((await preview(file)).width).toBe(320);
  });
});

test('thumbnails keep to their budget', async () => {
  const sizes: Record<Format, number[]> = { avif: [], webp: [], jpeg: [] };
  for (const seed of [1, 2, 3, 4, 5]) {
    const file = at(`art ${seed}.jpg`);
    await art(1600, 2560, seed).jpeg({ quality: 92 }).toFile(file);
    const { written } = await ladder(file, [320]);
    for (const format of FORMATS) sizes[format].push(written.get(`320.${format}`)?.length ?? Infinity);
  }
  const median = (values: number[]) => values.sort((a, b) => a - b)[2] ?? Infinity;
  expect(median(sizes.avif)).toBeLessThanOrEqual(6_000);
  expect(median(sizes.webp)).toBeLessThanOrEqual(9_000);
  expect(median(sizes.jpeg)).toBeLessThanOrEqual(10_000);
}, 20_000);
