/** Print files, measured and judged whole: what they are, what is seen in them, and what that costs. */
import { execFile, type ExecFileOptions } from 'node:child_process';
import { mkdtemp, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { preflight, regionsFor } from '#app/domain/covers/preflight.ts';
import type { CoverSpec } from '#app/domain/covers/spec.ts';
import { art, blackPng, good } from '#app/testing/corpus.ts';
import { barePdf, broken, formBomb, judged, stream, writeLargePdf } from '#app/testing/print-corpus.ts';
import { inspect, measureFile, patchesOf, RefusedImage, renderPdf } from './file.server.ts';
import { measure } from './image.server.ts';

let directory: string;
beforeAll(async () => void (directory = await mkdtemp(join(tmpdir(), 'dustjacket-print-'))));
afterAll(() => rm(directory, { recursive: true, force: true }));
const at = (name: string) => join(directory, name);

const WRAP: CoverSpec = {
  ...{ format: 'paperback_wrap', printer: 'kdp', trim: { w: 6, h: 9 }, paper: 'white', pages: 200 },
  ...{ spine: null, direction: 'ltr' },
};
/** A PDF of our own writing, measured. */
async function ofPdf(bytes: Buffer, name = 'bare.pdf') {
  await writeFile(at(name), bytes);
  const facts = await measureFile(at(name));
  if (facts.kind !== 'pdf' || !facts.content) throw new Error('a PDF that opens');
  return { ...facts, content: facts.content };
}

describe('a print file', () => {
  test.each(Object.entries(judged))(
    '%s is judged right',
    async (name, [wrong, build]) => {
      await build(at(name));
      const facts = await measureFile(at(name));
      const findings = preflight(facts, await inspect(at(name), regionsFor(WRAP)), WRAP);
      const found = findings.filter(({ level }) => level !== 'pass');
      expect(found.map(({ check, level }) => `${check} ${level}`)).toEqual(wrong);
    },
    60_000,
  );

  test.each(Object.entries(broken))(
    '%s is refused as broken',
    async (name, build) => {
      await build(at(name));
      const look = async () => {
        await measureFile(at(name));
        return inspect(at(name), regionsFor(WRAP));
      };
      await expect(look()).rejects.toMatchObject({ name: 'RefusedImage', reason: 'broken' });
    },
    60_000,
  );

  test('is judged in less than five seconds and 200 MB', async () => {
    const files = [...Object.keys(judged), ...Object.keys(broken)].map(at);
    const report = await lookApart(files);
    const slowest = Math.max(...report.each.map(({ ms }) => ms));
    expect(slowest).toBeLessThan(5_000);
    expect(report.growth).toBeLessThan(200);
    expect(report.each.filter(({ refused }) => refused)).toHaveLength(Object.keys(broken).length);
  }, 180_000);
});

type Report = { each: { ms: number; refused: boolean }[]; growth: number };

/**
 * Measures and inspects each file in a process of its own, which tells what its memory grew to, and the processor time of each: what others
 * do on the machine only ever adds to the other.
 */
async function lookApart(files: string[]): Promise<Report> {
  const script = `
    import { inspect, measureFile } from '#app/imaging/file.server.ts';
    import { regionsFor } from '#app/domain/covers/preflight.ts';
    import { forgetPeak, peakMemory } from '#app/testing/memory.ts';
    const before = forgetPeak();
    const regions = regionsFor(${JSON.stringify(WRAP)});
    const each = [];
    for (const file of process.argv.slice(1)) {
      const start = process.cpuUsage();
      const look = async () => { await measureFile(file); await inspect(file, regions); return false; };
      const refused = await look().catch((error) => { if (!error.reason) throw error; return true; });
      const { user, system } = process.cpuUsage(start);
      each.push({ ms: (user + system) / 1000, refused });
    }
    console.log(JSON.stringify({ each, growth: (peakMemory() - before) / 2 ** 20 }));`;
  const options: ExecFileOptions = {
    env: { NODE_ENV: 'production', MALLOC_ARENA_MAX: '2' },
    cwd: new URL('../..', import.meta.url).pathname,
  };
  const args = ['--input-type=module', '--eval', script, '--', ...files];
  const { stdout } = await promisify(execFile)(process.execPath, args, options);
  return JSON.parse(String(stdout)) as Report;
}

describe('a PDF', () => {
  beforeAll(async () => {
    await judged['right.pdf'][1](at('right.pdf'));
    await judged['locked.pdf'][1](at('locked.pdf'));
  }, 60_000);

  test('is measured by its page', async () => {
    const facts = await measureFile(at('right.pdf'));
    expect(facts).toMatchObject({
      ...{ kind: 'pdf', version: '1.3', encrypted: false, bytes: (await stat(at('right.pdf'))).size },
      content: {
        ...{ pages: 1, annotations: 0, complete: true },
        media: { w: expect.closeTo(12.7004, 4), h: 9.25 },
        fonts: [{ name: expect.stringMatching(/\+DejaVuSans$/), embedded: true }],
        images: [{ width: 3810, height: 2775, space: 'cmyk', lineArt: false, ppi: expect.closeTo(300, 0) }],
      },
    });
    expect(await measureFile(at('locked.pdf'))).toMatchObject({ encrypted: true, content: null });
    expect(await renderPdf(at('locked.pdf'), 100)).toBeNull();
  });

  const boxes = '/MediaBox [10 10 467 343] /TrimBox [19 14 457 333]';
  test.each([
    ['upright', '', { w: 457, h: 333 }, { x: 9, y: 10, w: 438, h: 319 }],
    ['turned', '/Rotate 90', { w: 333, h: 457 }, { x: 4, y: 9, w: 319, h: 438 }],
    ['on its head', '/Rotate 180', { w: 457, h: 333 }, { x: 10, y: 4, w: 438, h: 319 }],
    ['turned back', '/Rotate 270', { w: 333, h: 457 }, { x: 10, y: 10, w: 319, h: 438 }],
    ['in larger units', '/Rotate 360 /UserUnit 1', { w: 457, h: 333 }, { x: 9, y: 10, w: 438, h: 319 }],
  ])('%s has its boxes where they are seen', async (_, turn, media, trim) => {
    const { content } = await ofPdf(
      barePdf({ 5: stream('/Subtype /Form /BBox [0 0 1 1]', '') }, `${boxes} ${turn}`),
    );
    const inch = (points: Record<string, number>) =>
      Object.fromEntries(
        Object.entries(points).map(([name, value]) => [name, expect.closeTo(value / 72, 5)]),
      );
    expect(content).toMatchObject({ media: inch(media), trim: inch(trim) });
  });

  test('in units of two points is twice as large', async () => {
    const page =
      '<< /Type /Page /Parent 2 0 R /UserUnit 2 /Contents 4 0 R /Resources << /XObject << /X 5 0 R >> >> >>';
    const image = stream(
      '/Type /XObject /Subtype /Image /Width 2 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8',
      'ab',
    );
    const { content } = await ofPdf(barePdf({ 3: page, 5: image }, '/MediaBox [0 0 457.215 333]'));
    expect(content.media).toEqual({ w: expect.closeTo(12.7004, 4), h: 9.25 });
    expect(content.images).toMatchObject([{ size: { w: expect.closeTo(25.4, 2), h: 18.5 }, space: 'grey' }]);
  });

  test('shows pictures inside forms, placed by both', async () => {
    const form =
      '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Matrix [0.5 0 0 0.5 0 0] /Resources << /XObject << /I 6 0 R >> >>';
    const image = '/Type /XObject /Subtype /Image /Width 600 /Height 300 /BitsPerComponent 1 /ImageMask true';
    const { content } = await ofPdf(
      barePdf({
        4: stream('', 'q 72 0 0 72 0 0 cm /X Do Q'),
        5: stream(form, 'q 0 2 -4 0 0 0 cm /I Do Q'),
        6: stream(image, '\0'.repeat(75 * 300)),
      }),
    );
    expect(content.images).toEqual([
      { ...{ width: 600, height: 300, size: { w: 1, h: 2 }, ppi: 150, lineArt: true }, space: null },
    ]);
  });

  test('is drawn on white, and looked at', async () => {
    const square = '1 0 0 rg 0.5 0.5 0.5 0.5 re f';
    await writeFile(
      at('red.pdf'),
      barePdf({ 5: stream('/Type /XObject /Subtype /Form /BBox [0 0 1 1]', square) }),
    );
    const picture = await renderPdf(at('red.pdf'), 400);
    expect(picture).toMatchObject({ width: 400, height: 291 });
    const corners = {
      topRight: { x: 0.9, y: 0, w: 0.1, h: 0.1 },
      bottomLeft: { x: 0, y: 0.9, w: 0.1, h: 0.1 },
    };
    expect(await inspect(at('red.pdf'), corners)).toMatchObject({
      topRight: { colour: '#ff0000', spread: 0 },
      bottomLeft: { colour: '#ffffff', lightness: 100, spread: 0 },
    });
  });

  test('made to keep its reader busy or full is given up, and the next one is read', async () => {
    await writeFile(at('bomb.pdf'), formBomb());
    await expect(measureFile(at('bomb.pdf'))).rejects.toThrow(/more time or memory/);
    expect(await measureFile(at('right.pdf'))).toMatchObject({ kind: 'pdf' });
  }, 30_000);

  test('that claims an enormous picture is measured by its claim, which unpacks nothing', async () => {
    const pixels = '/Width 30000 /Height 20000 /ColorSpace /DeviceRGB /BitsPerComponent 8';
    const { content } = await ofPdf(
      barePdf({ 5: stream(`/Type /XObject /Subtype /Image ${pixels}`, 'short') }),
    );
    expect(content.images).toMatchObject([{ width: 30_000, height: 20_000, ppi: expect.closeTo(2162, 0) }]);
  });

  test('larger than memory is measured by its page, and never drawn', async () => {
    const image =
      '/Type /XObject /Subtype /Image /Width 9000 /Height 7000 /ColorSpace /DeviceCMYK /BitsPerComponent 8';
    await writeLargePdf(at('large.pdf'), image, 252_000_000);
    expect(await measureFile(at('large.pdf'))).toMatchObject({
      kind: 'pdf',
      content: { pages: 1, media: { h: 9.25 }, fonts: null, complete: false },
    });
    expect(await renderPdf(at('large.pdf'), 200)).toBeNull();
  }, 60_000);
});

describe('limits', () => {
  test('are those of print, and of pictures where a picture is asked for', async () => {
    await writeFile(at('90 MP.png'), blackPng(12_000, 7_500));
    expect(await measureFile(at('90 MP.png'))).toMatchObject({ kind: 'image', width: 12_000 });
    await expect(measure(at('90 MP.png'))).rejects.toMatchObject({ reason: 'too_many_pixels' });
    await writeFile(at('101 MP.png'), blackPng(12_000, 8_417));
    await expect(measureFile(at('101 MP.png'))).rejects.toThrow(/102 megapixels; the most is 100\. Export/);
    await writeFile(at('bare.pdf'), barePdf({}));
    await expect(measure(at('bare.pdf'))).rejects.toThrow(
      /^This is a PDF, which holds pages; .* Export the front/,
    );
    await writeFile(at('huge.pdf'), '%PDF-1.7\n');
    await truncate(at('huge.pdf'), 650 * 1024 * 1024 + 1);
    await expect(measureFile(at('huge.pdf'))).rejects.toThrow(/larger than 650 MB/);
  });

  test('what is neither is refused', async () => {
    await writeFile(at('text.pdf'), 'Chapter one.');
    await expect(measureFile(at('text.pdf'))).rejects.toBeInstanceOf(RefusedImage);
    await writeFile(at('no.pdf'), '%PDF-1.7\nnothing else');
    await expect(measureFile(at('no.pdf'))).rejects.toMatchObject({ reason: 'broken' });
  });
});

test('a profile is named', async () => {
  const named = async (name: 'CMYK.jpg' | 'wide gamut.jpg' | 'grey.png') => (await measure(await good[name](at(name)))).profile; // prettier-ignore
  expect(await named('CMYK.jpg')).toBe('Chemical proof');
  expect(await named('wide gamut.jpg')).toMatch(/P3/);
  expect(await named('grey.png')).toBeNull();
});

test('parts of a picture are measured to the pixel', async () => {
  // Black but for its last column, which is one level short of white.
  const pixels = Buffer.alloc(10 * 4 * 3);
  for (let row = 0; row < 4; row++) pixels.fill(254, (row * 10 + 9) * 3, (row * 10 + 10) * 3);
  const parts = patchesOf(
    { pixels, width: 10, height: 4 },
    {
      ...{ column: { x: 0.9, y: 0, w: 0.1, h: 1 }, all: { x: 0, y: 0, w: 1, h: 1 } },
      ...{ nothing: { x: 1, y: 1, w: 0, h: 0 }, left: { x: 0, y: 0, w: 0.5, h: 1 } },
    },
  );
  expect(parts).toEqual({
    column: { colour: '#fefefe', lightness: 99.7, spread: 0 },
    all: { colour: '#191919', lightness: 9, spread: 76.2 },
    nothing: { colour: '#fefefe', lightness: 99.7, spread: 0 },
    left: { colour: '#000000', lightness: 0, spread: 0 },
  });
});

test('an inspected picture is read once, at any size', async () => {
  await art(3000, 4000).jpeg().toFile(at('art.jpg'));
  const [patch] = Object.values((await inspect(at('art.jpg'), { all: { x: 0, y: 0, w: 1, h: 1 } })) ?? {});
  expect(patch?.spread).toBeGreaterThan(10);
});
