/** Templates as files, read back by what did not write them: PDFium for PDF, libvips for PNG and SVG. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { init } from '@embedpdf/pdfium';
import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { AUDIOBOOK, EBOOK, HARDCOVER, PAPERBACK, sheet, THIN } from '#app/testing/sheets.ts';
import { guidesOf, type Words } from '../domain/covers/guides.ts';
import { pixelSize } from '../domain/covers/sheet.ts';
import { kindOfTemplate, mostDpi, templateFile } from './template.server.ts';
import { widthOf } from './typeface.server.ts';

const CASEWRAP = 'printer=lulu&format=hardcover_case&trim=6x9&pages=520';
const SMALL = 'printer=other&format=paperback_wrap&trim=2x2&spine=0.02in';
const ALL = [PAPERBACK, `${PAPERBACK}&direction=rtl`, HARDCOVER, CASEWRAP, THIN, SMALL, EBOOK, AUDIOBOOK];

const wasm = await readFile(createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm'));
const pdfium = await init({
  wasmBinary: wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength),
});
pdfium.PDFiumExt_Init();
/** The part of Emscripten's module that is used here; the package does not ship its types. */
const memory = pdfium.pdfium as unknown as {
  HEAPU8: Uint8Array;
  getValue(at: number, type: 'float'): number;
  wasmExports: { malloc(bytes: number): number };
};

type Box = [left: number, bottom: number, right: number, top: number];

function readPdf(bytes: Buffer) {
  const at = memory.wasmExports.malloc(bytes.byteLength);
  memory.HEAPU8.set(bytes, at);
  const document = pdfium.FPDF_LoadMemDocument(at, bytes.byteLength, '');
  const page = pdfium.FPDF_LoadPage(document, 0);
  const corners = memory.wasmExports.malloc(16);
  const box = (get: (page: number, l: number, b: number, r: number, t: number) => boolean): Box => {
    expect(get(page, corners, corners + 4, corners + 8, corners + 12)).toBe(true);
    return [0, 4, 8, 12].map((offset) => memory.getValue(corners + offset, 'float')) as Box;
  };
  const objects = Array.from({ length: pdfium.FPDFPage_CountObjects(page) }, (_, n) =>
    pdfium.FPDFPage_GetObject(page, n),
  );
  const TEXT = 1;
  const type = (object: number) => pdfium.FPDFPageObj_GetType(object);
  const texts = objects.filter((object) => type(object) === TEXT);
  return {
    pages: pdfium.FPDF_GetPageCount(document),
    media: box(pdfium.FPDFPage_GetMediaBox),
    bleed: box(pdfium.FPDFPage_GetBleedBox),
    trim: box(pdfium.FPDFPage_GetTrimBox),
    embedded: texts.map((text) => pdfium.FPDFFont_GetIsEmbedded(pdfium.FPDFTextObj_GetFont(text))),
  };
}
const near = (is: Box, wanted: number[]) =>
  is.forEach((corner, at) => expect(Math.abs(corner - (wanted[at] ?? Number.NaN))).toBeLessThan(0.01));

describe('a PDF template', () => {
  test('of 6 × 9 white 200 is 914.43 × 666 points, with the boxes a press reads', async () => {
    const { pages, media, bleed, trim } = readPdf((await templateFile(sheet(PAPERBACK), 'pdf')).bytes);
    expect(pages).toBe(1);
    near(media, [0, 0, 914.4288, 666]);
    near(bleed, [0, 0, 914.4288, 666]);
    near(trim, [9, 9, 905.4288, 657]);
  });

  test('of a hardcover has the boards as its trim box', async () => {
    const { media, trim } = readPdf((await templateFile(sheet(HARDCOVER), 'pdf')).bytes);
    near(media, [0, 0, 1154.4457, 822.0472]);
    near(trim, [42.5197, 42.5197, 1111.926, 779.5275]);
  });

  test('of a screen is drawn 300 pixels to an inch', async () => {
    const { media, trim } = readPdf((await templateFile(sheet(EBOOK), 'pdf')).bytes);
    near(media, [0, 0, 384, 614.4]);
    near(trim, [0, 0, 384, 614.4]);
  });

  test.each(ALL)('embeds the typeface of every word: %s', async (query) => {
    const { embedded } = readPdf((await templateFile(sheet(query), 'pdf')).bytes);
    expect(embedded.length).toBeGreaterThan(10);
    expect(new Set(embedded)).toEqual(new Set([1]));
  });

  test('has its layers by name, uppermost first, and says which marks are whose', async () => {
    const text = (await templateFile(sheet(PAPERBACK), 'pdf')).bytes.toString('latin1');
    const groups = [...text.matchAll(/(\d+) 0 obj\n<<\n\/Type \/OCG\n\/Name \((.+?)\)/g)];
    const names = new Map(groups.map(([, id, name]) => [id, name]));
    const order = [.../\/Order \[(.+?)\]/.exec(text)![1]!.matchAll(/(\d+) 0 R/g)].map(([, id]) => id);
    const wanted = ['Artwork', 'Bleed', 'Trim', 'Folds', 'Safe areas', 'Barcode', 'Labels'];
    expect(order.map((id) => names.get(id))).toEqual(wanted.toReversed());
    wanted.forEach((name, at) => {
      const id = groups.find((group) => group[2] === name)![1];
      expect(text).toContain(`/Layer${at} ${id} 0 R`);
    });
  });

  test('is the same file every time, and not encrypted', async () => {
    const [one, other] = [
      await templateFile(sheet(CASEWRAP), 'pdf'),
      await templateFile(sheet(CASEWRAP), 'pdf'),
    ];
    expect(one.bytes.equals(other.bytes)).toBe(true);
    expect(one.bytes.toString('latin1')).not.toContain('/Encrypt');
  });
});

describe('a PNG template', () => {
  test.each([
    [PAPERBACK, 3810, 2775, 300],
    [`${PAPERBACK}&dpi=72`, 914, 666, 72],
    [EBOOK, 1600, 2560, 300],
    [AUDIOBOOK, 2400, 2400, 300],
  ])('of %s has exactly its pixels, and their density', async (query, width, height, density) => {
    const { bytes } = await templateFile(sheet(query), 'png');
    const facts = await sharp(bytes).metadata();
    expect(facts).toMatchObject({ format: 'png', width, height, density, hasAlpha: true, depth: 'uchar' });
  });

  test('is nothing but its guides', async () => {
    const { bytes } = await templateFile(sheet(PAPERBACK), 'png');
    const at = async (x: number, y: number) => {
      const one = sharp(bytes).extract({
        left: Math.round(x * 300),
        top: Math.round(y * 300),
        width: 1,
        height: 1,
      });
      return [...(await one.raw().toBuffer())];
    };
    // Middle of the front, bleed, middle of the barcode's left edge, inside its box.
    expect(await at(9.5, 5)).toEqual([0, 0, 0, 0]);
    expect(await at(0.05, 0.05)).toEqual([216, 27, 96, 41].map(nearly));
    expect((await at(3.875, 8.3))[3]).toBeGreaterThan(200);
    expect(await at(4, 8.7)).toEqual([255, 255, 255, 204].map(nearly));
  });

  test('has words where there is no typeface: they are outlines', async () => {
    const { bytes } = await templateFile(sheet(THIN), 'png');
    const name = { left: 150, top: 75, width: 300, height: 120 };
    const { channels } = await sharp(bytes).extract(name).stats();
    expect(channels[3]?.max).toBe(255);
  });

  test('can be painted up to 75 megapixels', () => {
    const large = sheet('printer=kdp&format=hardcover_case&trim=8.25x11&paper=white&pages=200&dpi=600');
    const most = mostDpi(large);
    const { w, h } = pixelSize({ ...large, dpi: most });
    expect(w * h).toBeLessThanOrEqual(75_000_000);
    expect(most).toBeGreaterThan(550);
    expect(most).toBeLessThan(600);
    expect(mostDpi(sheet(EBOOK))).toBe(Infinity);
  });
});

/** Give or take two of 255 shades. */
const nearly = (value: number) => expect.closeTo(value, -0.7) as number;

describe('words', () => {
  test.each(ALL)('stay on the sheet, and those of a panel within it: %s', (query) => {
    const asked = sheet(query);
    const { layers, width, height } = guidesOf(asked);
    const { backSafe, frontSafe } = asked.geometry.boxes;
    for (const { shapes } of layers)
      for (const shape of shapes) {
        if (shape.kind !== 'text') continue;
        const { x, y, w, h } = extent(shape);
        expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
        expect(x + w).toBeLessThanOrEqual(width);
        expect(y + h).toBeLessThanOrEqual(height);
        if (shape.anchor === 'middle' || y < 0.125 || !backSafe || !frontSafe) continue;
        const holds = [backSafe, frontSafe].some(
          (box) => x >= box.x && x + w <= box.x + box.w && y + h <= box.y + box.h,
        );
        expect(holds, shape.text).toBe(true);
      }
  });

  test.each(ALL)('do not lie on each other: %s', (query) => {
    const { layers } = guidesOf(sheet(query));
    const boxes = layers.flatMap(({ shapes }) =>
      shapes.flatMap((shape) => (shape.kind === 'text' ? [extent(shape)] : [])),
    );
    const overlap = boxes.filter((one, at) =>
      boxes
        .slice(at + 1)
        .some(
          (two) =>
            one.x < two.x + two.w && two.x < one.x + one.w && one.y < two.y + two.h && two.y < one.y + one.h,
        ),
    );
    expect(overlap).toEqual([]);
  });
});

/** Where a line of text lies, from the top of its capitals to its baseline. */
function extent({ text, x, y, size, anchor, turn }: Words) {
  const [w, h] = [widthOf(text) * size, 0.73 * size];
  const start = anchor === 'middle' ? w / 2 : 0;
  return turn ? { x, y: y - start, w: h, h: w } : { x: x - start, y: y - h, w, h };
}

test('whatever is asked for can be drawn in all three ways', async () => {
  const trims = fc.tuple(fc.integer({ min: 40, max: 120 }), fc.integer({ min: 40, max: 130 }));
  const books = fc.record({
    printer: fc.constantFrom('lulu', 'ingramspark'),
    trim: trims.map(([w, h]) => `${w / 10}x${h / 10}`),
    pages: fc.integer({ min: 32, max: 800 }).map(String),
    spine: fc.integer({ min: 1, max: 60 }).map((mm) => `${mm}mm`),
    direction: fc.constantFrom('ltr', 'rtl'),
  });
  await fc.assert(
    fc.asyncProperty(books, async (book) => {
      const asked = sheet(new URLSearchParams({ ...book, format: 'paperback_wrap', dpi: '72' }).toString());
      const [svg, pdf, png] = await Promise.all(
        (['svg', 'pdf', 'png'] as const).map((kind) => templateFile(asked, kind)),
      );
      const { w, h } = pixelSize(asked);
      expect(await sharp(png!.bytes).metadata()).toMatchObject({ width: w, height: h });
      // A strict reader of XML, at 72 pixels to the inch.
      const drawn = await sharp(svg!.bytes).metadata();
      expect(Math.abs((drawn.width ?? 0) - w)).toBeLessThanOrEqual(1);
      near(readPdf(pdf!.bytes).media, [0, 0, asked.geometry.width * 72, asked.geometry.height * 72]);
    }),
    { numRuns: 25 },
  );
});

test('a template is called by what it is of', async () => {
  const { name, contentType } = await templateFile(sheet(PAPERBACK), 'svg');
  expect([name, contentType]).toEqual(['kdp-paperback-6x9in-white-200pp-ltr-300dpi.svg', 'image/svg+xml']);
  expect(
    ['template.svg', 'template.pdf', 'template.png', 'template.exe', 'x', undefined].map(kindOfTemplate),
  ).toEqual(['svg', 'pdf', 'png', null, null, null]);
});
