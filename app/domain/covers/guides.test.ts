/** Templates before they are a file: every box of the geometry is drawn, in named layers, to size. */
import { describe, expect, test } from 'vitest';
import { AUDIOBOOK, EBOOK, HARDCOVER, PAPERBACK, sheet, THIN } from '#app/testing/sheets.ts';
import type { Box, BoxName } from './geometry.ts';
import { guidesOf, type Guides, type Shape } from './guides.ts';
import { templateName } from './sheet.ts';
import { templateSvg } from './template-svg.ts';

const GIVEN = 'printer=ingramspark&format=paperback_wrap&trim=129x198mm&pages=199&spine=12.5mm';

const shapesOf = ({ layers }: Guides) => layers.flatMap(({ shapes }) => shapes);
const boxesOf = (shapes: readonly Shape[]) =>
  shapes.flatMap((shape) =>
    shape.kind === 'rect' ? [shape.box] : shape.kind === 'ring' ? [shape.hole] : [],
  );
const wordsOf = (guides: Guides) =>
  shapesOf(guides).flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []));
const names = (query: string) => guidesOf(sheet(query)).layers.map(({ name }) => name);

describe('guides', () => {
  test('lie in named layers, each only where there is something of it', () => {
    expect(names(PAPERBACK)).toEqual(['Bleed', 'Trim', 'Folds', 'Safe areas', 'Barcode', 'Labels']);
    expect(names(HARDCOVER)).toEqual([
      'Wrap',
      'Hinges',
      'Boards',
      'Folds',
      'Safe areas',
      'Barcode',
      'Labels',
    ]);
    expect(names(GIVEN)).toEqual(['Bleed', 'Trim', 'Folds', 'Safe areas', 'Labels']);
    expect(names(EBOOK)).toEqual(['Edge', 'Centre', 'Labels']);
  });

  // Panels are what lies between the folds and the trim.
  const DRAWN: BoxName[] = [
    'trim',
    'backHinge',
    'frontHinge',
    'backSafe',
    'spineSafe',
    'frontSafe',
    'barcode',
  ];
  test.each([PAPERBACK, HARDCOVER, THIN, GIVEN, `${HARDCOVER}&direction=rtl`])(
    'show every box: %s',
    (query) => {
      const { geometry } = sheet(query);
      const guides = guidesOf(sheet(query));
      const shown = boxesOf(shapesOf(guides));
      const wanted = DRAWN.flatMap((name) => geometry.boxes[name] ?? []);
      for (const box of wanted) expect(shown).toContainEqual(box);
      const spine = geometry.boxes.spine as Box;
      const folds = shapesOf(guides).flatMap((shape) => (shape.kind === 'line' ? [shape.from.x] : []));
      expect(folds).toEqual([spine.x, spine.x + spine.w]);
    },
  );

  test('change sides for a book that is read from right to left', () => {
    const at = (query: string, name: string) => {
      const found = shapesOf(guidesOf(sheet(query))).find((one) => one.kind === 'text' && one.text === name);
      return found?.kind === 'text' ? found.x : Number.NaN;
    };
    expect(at(PAPERBACK, 'Back')).toBeLessThan(at(PAPERBACK, 'Front'));
    expect(at(`${PAPERBACK}&direction=rtl`, 'Back')).toBeGreaterThan(
      at(`${PAPERBACK}&direction=rtl`, 'Front'),
    );
    expect(at(`${PAPERBACK}&direction=rtl`, 'Front')).toBeCloseTo(at(PAPERBACK, 'Back'), 9);
  });

  test('print the numbers they were made by', () => {
    expect(wordsOf(guidesOf(sheet(PAPERBACK)))).toEqual(
      expect.arrayContaining([
        ...['KDP paperback', '12.7004 × 9.25 in', '322.59 × 234.95 mm', '3810 × 2775 px at 300 dpi'],
        ...['6 × 9 in · 152.4 × 228.6 mm', '0.4504 in · 11.44 mm', '200, white paper'],
        ...['0.125 in · 3.18 mm, on every side', 'left to right', 'kdp.amazon.com/help/topic/G201953020'],
      ]),
    );
    expect(wordsOf(guidesOf(sheet(EBOOK)))).toEqual(
      expect.arrayContaining(['Kindle ebook', '1600 × 2560 px', '625 × 1000 px', 'at most 50 MB']),
    );
  });

  test('say what each kind of line means, and why a thin spine has no text', () => {
    const legend = (query: string) => guidesOf(sheet(query)).layers.map((layer) => layer.legend);
    expect(legend(PAPERBACK)[3]).toBe(
      'Safe areas: text and faces stay inside, 0.125 in from the trim. On the spine, 0.0625 in from each fold.',
    );
    expect(legend(THIN)[3]).toContain('No text on this spine: it takes some from 80 pages.');
    expect(wordsOf(guidesOf(sheet(HARDCOVER))).join(' ')).toContain('This is folded round the boards.');
  });

  test('have a spine’s name along it, or above it where it is too thin', () => {
    const spineOf = (query: string) =>
      shapesOf(guidesOf(sheet(query))).find((one) => one.kind === 'text' && one.text.startsWith('Spine 0'));
    expect(spineOf(PAPERBACK)).toMatchObject({ turn: 90, anchor: 'middle' });
    const above = spineOf(THIN);
    expect(above).toMatchObject({ turn: 0 });
    expect(above?.kind === 'text' && above.y).toBeLessThan(0.125);
  });
});

describe('an SVG template', () => {
  test('is as large as the sheet', () => {
    expect(templateSvg(sheet(PAPERBACK))).toContain(
      'width="12.7004in" height="9.25in" viewBox="0 0 914.4288 666"',
    );
    expect(templateSvg(sheet(EBOOK))).toContain('width="1600px" height="2560px" viewBox="0 0 1600 2560"');
  });

  test('has a layer for the artwork below those of the guides', () => {
    const layers = [
      ...templateSvg(sheet(PAPERBACK)).matchAll(
        /<g id="(.+?)" inkscape:groupmode="layer" inkscape:label="(.+?)"/g,
      ),
    ];
    expect(layers.map(([, , label]) => label)).toEqual(['Artwork', ...names(PAPERBACK)]);
    expect(layers.map(([, id]) => id)).toContain('Safe_x20_areas');
  });
});

test.each([
  [PAPERBACK, 'kdp-paperback-6x9in-white-200pp-ltr-300dpi'],
  [`${HARDCOVER}&direction=rtl&dpi=600`, 'kdp-hardcover-7x10in-white-120pp-rtl-600dpi'],
  [GIVEN, 'ingramspark-paperback-5.079x7.795in-200pp-spine-0.492in-ltr-300dpi'],
  ['printer=lulu&format=hardcover_case&trim=6x9&pages=520', 'lulu-hardcover-6x9in-520pp-ltr-300dpi'],
  [EBOOK, 'kdp-ebook-1600x2560px'],
  [AUDIOBOOK, 'acx-audiobook-2400x2400px'],
])('the template of %s is called %s', (query, name) => expect(templateName(sheet(query))).toBe(name));
