import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { art, quarters, QUARTERS } from '#app/testing/corpus.ts';
import { makeViews, type Parts } from './image.server.ts';

const WHOLE = { x: 0, y: 0, w: 1, h: 1 };
const FRONT: Parts = { front: WHOLE, spine: null };

/** What a view shows, to be asked for single pixels. */
async function read(bytes: Buffer) {
  const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  const pixel = (x: number, y: number) => {
    const from = (Math.floor(y) * width + Math.floor(x)) * channels;
    return [...data.subarray(from, from + channels)];
  };
  return { data, width, height, channels, pixel };
}

type Image = Awaited<ReturnType<typeof read>>;

/** Where the book begins and ends in a line of pixels, `at` of the way along the other side. */
function span({ width, height, pixel }: Image, along: 'row' | 'column', at: number) {
  const [line, length] =
    along === 'row' ? [Math.floor(height * at), width] : [Math.floor(width * at), height];
  const solid = (n: number) => (along === 'row' ? pixel(n, line) : pixel(line, n))[3] === 255;
  const places = Array.from({ length }, (_, n) => n).filter(solid);
  return { from: places[0] ?? NaN, to: places.at(-1) ?? NaN };
}

/** How far a colour is from another in a different light: the angle between them. */
function turn(a: readonly number[], b: readonly number[]): number {
  const dot = [0, 1, 2].reduce((sum, i) => sum + (a[i] ?? 0) * (b[i] ?? 0), 0);
  const size = (c: readonly number[]) => Math.hypot(c[0] ?? 0, c[1] ?? 0, c[2] ?? 0);
  return Math.acos(Math.min(1, dot / (size(a) * size(b)))) * (180 / Math.PI);
}

/** The grey of the same lightness: linear light, weighed as the eye does, and back. */
function greyOf(colour: readonly number[]): number {
  const linear = colour.map((c) => (c <= 10 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4));
  const light = [0.2126, 0.7152, 0.0722].reduce((sum, weight, i) => sum + weight * (linear[i] ?? 0), 0);
  return light <= 0.0031308 ? 255 * 12.92 * light : 255 * (1.055 * light ** (1 / 2.4) - 0.055);
}

describe('in a shop', () => {
  test('a cover is a JPEG of 100 pixels across, in its colours', async () => {
    const { thumbnail } = await makeViews(await quarters(1280, 2048).png().toBuffer(), FRONT);
    expect(await sharp(thumbnail).metadata()).toMatchObject({ format: 'jpeg', width: 100, height: 160 });
    const { pixel } = await read(thumbnail);
    const corners = [pixel(25, 40), pixel(75, 40), pixel(25, 120), pixel(75, 120)];
    corners.forEach((corner, at) => expect(turn(corner, QUARTERS[at] ?? [])).toBeLessThan(3));
  });

  test('a tall one is as wide as the others', async () => {
    const { thumbnail } = await makeViews(await quarters(1280, 5120).png().toBuffer(), FRONT);
    expect(await sharp(thumbnail).metadata()).toMatchObject({ width: 100, height: 400 });
  });
});

describe('on an e-reader', () => {
  test('colours become the nearest of 16 greys that is as light', async () => {
    const { grey } = await makeViews(await quarters(1280, 2048).png().toBuffer(), FRONT);
    const { pixel, width, height } = await read(grey);
    expect({ width, height }).toEqual({ width: 600, height: 960 });
    const greys = [pixel(150, 240), pixel(450, 240), pixel(150, 720), pixel(450, 720)].map(([g]) => g);
    expect(greys).toEqual(QUARTERS.map((colour) => Math.round(greyOf(colour) / 17) * 17));
  });

  test('all steps are used, and no others; half a byte holds one', async () => {
    const ramp = Buffer.from(Array.from({ length: 256 * 3 }, (_, at) => Math.floor(at / 3)));
    const source = sharp(ramp, { raw: { width: 256, height: 1, channels: 3 } });
    const wide = await source.resize(1280, 1600, { fit: 'fill', kernel: 'nearest' }).png().toBuffer();
    const { grey } = await makeViews(wide, FRONT);
    const { data, channels } = await read(grey);
    const seen = new Set(data.filter((_, at) => at % channels === 0));
    expect([...seen].sort((a, b) => a - b)).toEqual(Array.from({ length: 16 }, (_, step) => step * 17));
    expect(grey[24]).toBe(4);
  });

  test('an odd width keeps its last column', async () => {
    const { grey } = await makeViews(await quarters(401, 600).png().toBuffer(), FRONT);
    const { pixel, width } = await read(grey);
    expect(width).toBe(401);
    expect(pixel(400, 100)[0]).toBe(pixel(300, 100)[0]);
  });
});

describe('on a table', () => {
  test('a book stands on nothing: the corners are clear, the middle is not', async () => {
    const { mockup } = await makeViews(await quarters(1280, 2048).png().toBuffer(), FRONT);
    const { pixel, width, height } = await read(mockup);
    expect({ width, height }).toEqual({ width: 520, height: 720 });
    const corners = [pixel(0, 0), pixel(519, 0), pixel(0, 719), pixel(519, 719)];
    expect(corners.map(([, , , alpha]) => alpha)).toEqual([0, 0, 0, 0]);
    expect(pixel(260, 360)[3]).toBe(255);
  });

  test('its front is all there, turned: nearer on the left than on the right', async () => {
    const image = await read((await makeViews(await quarters(1280, 1700).png().toBuffer(), FRONT)).mockup);
    const across = span(image, 'row', 0.5);
    const x = (share: number) => (across.from + (across.to - across.from) * share) / image.width;
    const [near, far] = [span(image, 'column', x(0.3)), span(image, 'column', x(0.95))];
    expect(near.to - near.from).toBeGreaterThan((far.to - far.from) * 1.05);
    const places = [0.3, 0.7].flatMap((down) => [0.4, 0.8].map((along) => [x(along), down] as const));
    places.forEach(([along, down], at) => {
      const { from, to } = span(image, 'column', along);
      const colour = image.pixel(along * image.width, from + (to - from) * down);
      expect(turn(colour, QUARTERS[at] ?? []), `quarter ${at}`).toBeLessThan(6);
    });
  });

  test('a spine that nobody has shown takes the colour there is most of, in the shade', async () => {
    const colour = [140, 70, 30];
    const plain = sharp({ create: { width: 640, height: 1000, channels: 3, background: 'rgb(140,70,30)' } });
    const image = await read((await makeViews(await plain.png().toBuffer(), FRONT)).mockup);
    const { from, to } = span(image, 'row', 0.5);
    const [side, front] = [image.pixel(from + 8, 360), image.pixel((from + to) / 2, 360)];
    expect([turn(side, colour), turn(front, colour)].every((angle) => angle < 3)).toBe(true);
    expect(side[0]).toBeLessThan((front[0] ?? 0) * 0.85);
  });

  test('the spine of a wrap is cut where it is said to be, and the front too', async () => {
    // Back blue, spine red, front green: 580, 60 and 640 of 1280 columns.
    const colours = Array.from({ length: 1280 }, (_, x) =>
      x < 580 ? [30, 40, 200] : x < 640 ? [200, 30, 30] : [30, 160, 50],
    );
    const row = sharp(Buffer.from(colours.flat()), { raw: { width: 1280, height: 1, channels: 3 } });
    const source = await row.resize(1280, 930, { fit: 'fill', kernel: 'nearest' }).png().toBuffer();
    const parts = {
      front: { x: 0.5, y: 0, w: 0.5, h: 1 },
      spine: { x: 580 / 1280, y: 0, w: 60 / 1280, h: 1 },
    };
    const { mockup, thumbnail } = await makeViews(source, parts);
    const image = await read(mockup);
    const { from, to } = span(image, 'row', 0.5);
    const line = Array.from({ length: to - from - 3 }, (_, at) => image.pixel(from + 2 + at, 360));
    const isRed = line.map(([r = 0, g = 0, b = 0]) => r > g + 40 && r > b + 40);
    const isGreen = line.map(([r = 0, g = 0, b = 0]) => g > r + 30 && g > b + 30);
    const spine = isRed.lastIndexOf(true) + 1;
    expect(spine).toBeGreaterThan(10);
    // No column of the back is seen, and one at most in which both meet.
    expect(isRed.slice(0, spine).every(Boolean)).toBe(true);
    expect(isGreen.slice(spine + 1).every(Boolean)).toBe(true);
    const small = await read(thumbnail);
    expect(turn(small.pixel(1, 50), [30, 160, 50])).toBeLessThan(6);
  });

  test('a landscape book is not cut off', async () => {
    const image = await read((await makeViews(await quarters(1280, 900).png().toBuffer(), FRONT)).mockup);
    const { from, to } = span(image, 'row', 0.5);
    expect(from).toBeGreaterThan(5);
    expect(to).toBeLessThan(image.width - 5);
  });
});

test('the same picture gives the same bytes, several at once too', async () => {
  const source = await art(1280, 1920).jpeg().toBuffer();
  const all = await Promise.all([1, 2, 3].map(() => makeViews(source, FRONT)));
  expect(all[1]).toEqual(all[0]);
  expect(all[2]).toEqual(all[0]);
});

test('what is no picture is our fault, and the next one gets its turn', async () => {
  await expect(makeViews(Buffer.from('no picture'), FRONT)).rejects.toThrow();
  await expect(makeViews(await quarters(320, 480).png().toBuffer(), FRONT)).resolves.toBeDefined();
});
