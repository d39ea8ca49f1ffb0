/** The geometry of covers: readings of the printers' own calculators, what they refuse, and what must hold of every cover. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inMillimetres, layOut, mirror, pixels, points, type Box, type Geometry } from './geometry.ts';
import { mm, PAPER_KEYS, PRINTER_TABLES, type Paper, type Printer } from './printers/index.ts';
import { judgeSpec, type CoverSpec } from './spec.ts';

const of = (spec: Partial<CoverSpec>): CoverSpec => ({
  ...{ format: 'paperback_wrap', printer: 'kdp', trim: { w: 6, h: 9 }, paper: 'white', pages: 200 },
  ...{ spine: null, direction: 'ltr' },
  ...spec,
});

function laid(spec: Partial<CoverSpec>): Geometry {
  const judged = judgeSpec(of(spec));
  if (!judged.ok) throw new Error(JSON.stringify(judged.problems));
  if (judged.spec.kind !== 'bound') throw new Error('not bound');
  return layOut(judged.spec, of(spec).direction);
}

const size = (text: string) => {
  const [w = 0, h = 0] = text.split('×').map(Number);
  return { w, h };
};
const HARD = { format: 'hardcover_case' } as const;

describe('readings of KDP’s calculator', () => {
  // Printed to three decimals there.
  test.each<[Partial<CoverSpec>, number, number, number]>([
    [{ pages: 24 }, 0.054, 12.304, 9.25],
    [{ pages: 78 }, 0.176, 12.426, 9.25],
    [{ pages: 80 }, 0.18, 12.43, 9.25],
    [{ pages: 200 }, 0.45, 12.7, 9.25],
    [{ trim: size('8.5×11'), paper: 'cream', pages: 120 }, 0.3, 17.55, 11.25],
    [{ ...HARD, pages: 76 }, 0.36, 13.935, 10.417],
    [{ ...HARD, pages: 200 }, 0.639, 14.214, 10.417],
    [{ ...HARD, trim: size('7×10'), pages: 120 }, 0.459, 16.034, 11.417],
  ])('%j', (spec, spine, width, height) => {
    const cover = laid(spec);
    for (const [is, read] of [
      [cover.spine, spine],
      [cover.width, width],
      [cover.height, height],
    ] as const)
      expect(Math.abs(is - read)).toBeLessThan(0.0006);
  });

  test.each<[Partial<CoverSpec>, number, number]>([
    [{ pages: 200 }, 3810, 2775],
    [{ trim: size('8.5×11'), paper: 'cream', pages: 120 }, 5265, 3375],
    [{ ...HARD, pages: 200 }, 4264, 3125],
  ])('%j at 300 dpi', (spec, width, height) => {
    const cover = laid(spec);
    expect([pixels(cover.width, 300), pixels(cover.height, 300)]).toEqual([width, height]);
  });

  test('every box of 6 × 9 white 200', () => {
    const { boxes, width, height } = laid({});
    const at = ({ x, y, w, h }: Box) => [x, y, w, h];
    const near = (box: Box | undefined, numbers: number[]) => {
      expect(box).toBeDefined();
      at(box!).forEach((is, n) => expect(is).toBeCloseTo(numbers[n]!, 9));
    };
    near(boxes.back, [0.125, 0.125, 6, 9]);
    near(boxes.spine, [6.125, 0.125, 0.4504, 9]);
    near(boxes.front, [6.5754, 0.125, 6, 9]);
    near(boxes.spineSafe, [6.1875, 0.25, 0.3254, 8.75]);
    near(boxes.barcode, [3.875, 7.675, 2, 1.2]);
    expect(points(width)).toBeCloseTo(914.43, 2);
    expect(points(height)).toBe(666);
  });

  test('a hardcover keeps text out of its hinges and the barcode above the turn-in', () => {
    const { boxes } = laid({ ...HARD });
    const hinge = boxes.backHinge!;
    expect(hinge.x + hinge.w).toBeCloseTo(boxes.spine!.x, 9);
    expect(hinge.w).toBeCloseTo(mm(10), 9);
    expect(boxes.backSafe!.x + boxes.backSafe!.w).toBeCloseTo(hinge.x - 0.125, 9);
    expect(boxes.barcode!.x + boxes.barcode!.w).toBeCloseTo(hinge.x - 0.25, 9);
    expect(boxes.back!.y + boxes.back!.h - boxes.barcode!.y - boxes.barcode!.h).toBeCloseTo(0.76, 9);
  });

  test('an odd count is rounded up: a leaf has two sides', () => {
    expect(laid({ pages: 199 })).toEqual(laid({ pages: 200 }));
  });

  test.each([
    [78, false],
    [79, true],
    [80, true],
  ])('text on the spine of %d pages: %s', (pages, may) => {
    const { spineText, boxes } = laid({ pages });
    expect([spineText, boxes.spineSafe !== undefined]).toEqual([may, may]);
  });
});

describe('readings of Lulu’s guide', () => {
  test('a casewrap of 6 × 9 with a 104 pt spine is 1094 × 774 pt', () => {
    const cover = laid({ ...HARD, printer: 'lulu', paper: null, pages: 520 });
    expect(Math.abs(points(cover.spine) - 104)).toBeLessThan(1);
    expect(Math.abs(points(cover.width) - 1094)).toBeLessThan(1);
    expect(points(cover.height)).toBe(774);
  });

  test.each([
    [24, 0.25],
    [84, 0.25],
    [86, 0.5],
    [194, 0.6875],
    [196, 0.75],
    [798, 2.0625],
    [800, 2.125],
  ])('a casewrap of %d pages has a spine of %d in', (pages, spine) => {
    expect(laid({ ...HARD, printer: 'lulu', paper: null, pages }).spine).toBe(spine);
  });

  test('a paperback has Lulu’s own constant', () => {
    expect(laid({ printer: 'lulu', paper: null, pages: 222 }).spine).toBeCloseTo(222 / 444 + 0.06, 12);
    expect(laid({ printer: 'lulu', paper: null, pages: 80 }).spineText).toBe(false);
    expect(laid({ printer: 'lulu', paper: null, pages: 82 }).spineText).toBe(true);
  });
});

describe('formulas that are wrong in public', () => {
  const white = laid({ pages: 300 }).spine;
  const colour = laid({ paper: 'standard_color', pages: 300 }).spine;
  const hard = laid({ ...HARD, pages: 300 }).spine;
  test.each<[string, number, number]>([
    ['Lulu’s 0.06 on a KDP spine', white, 300 * 0.002252 + 0.06],
    ['0.0025 for white', white, 300 * 0.0025],
    ['0.0032 for standard colour', colour, 300 * 0.0032],
    ['0.0021 for standard colour', colour, 300 * 0.0021],
    ['0.0047125 a page for a hardcover', hard, 300 * 0.0047125],
    ['pages by PPI and an eighth for a hardcover', hard, 300 / 444 + 0.125],
  ])('%s is not ours', (_, ours, wrong) => {
    expect(Math.abs(ours - wrong)).toBeGreaterThan(0.01);
  });
  test('text on a spine from 100 pages is not ours', () => {
    expect(laid({ pages: 98 }).spineText).toBe(true);
  });
});

describe('what is refused, with the field, the reason and what would do', () => {
  test.each<[Partial<CoverSpec>, string, RegExp, unknown]>([
    [{ pages: 22 }, 'pages', /24 to 828.*22/, { min: 24, max: 828 }],
    [{ pages: 830 }, 'pages', /24 to 828.*830/, { min: 24, max: 828 }],
    [{ trim: size('8.5×11'), pages: 592 }, 'pages', /24 to 590/, { min: 24, max: 590 }],
    [{ trim: size('8.5×11'), paper: 'cream', pages: 552 }, 'pages', /24 to 550/, { min: 24, max: 550 }],
    [{ paper: 'standard_color', pages: 70 }, 'pages', /72 to 600/, { min: 72, max: 600 }],
    [
      { trim: size('8.27×11.69'), paper: 'standard_color' },
      'paper',
      /8\.27 × 11\.69 in is not printed on standard colour/,
      ['white', 'cream', 'groundwood', 'premium_color'],
    ],
    [
      { ...HARD, trim: size('8.5×11') },
      'trim',
      /not made at 8\.5 × 11 in/,
      expect.arrayContaining(['8.25 × 11 in']),
    ],
    [
      { ...HARD, paper: 'groundwood' },
      'paper',
      /not printed on groundwood/,
      ['white', 'cream', 'premium_color'],
    ],
    [{ ...HARD, pages: 72 }, 'pages', /76 to 550/, { min: 76, max: 550 }],
    [{ ...HARD, pages: 552 }, 'pages', /76 to 550/, { min: 76, max: 550 }],
    [
      { trim: size('3×9') },
      'trim',
      /width 4 to 8\.5 in/,
      { w: { min: 4, max: 8.5 }, h: { min: 6, max: 11.69 } },
    ],
    [{ printer: 'ingramspark', spine: 9 }, 'spine', /0\.02 to 6/, { min: 0.02, max: 6 }],
    [{ printer: 'ingramspark' }, 'spine', /from its template/, { min: 0.02, max: 6 }],
    [{ ...HARD, printer: 'other' }, 'printer', /no measurements/, ['kdp', 'lulu']],
    [{ format: 'audiobook_square' }, 'printer', /no measurements/, ['acx']],
  ])('%j', (spec, field, reason, allowed) => {
    const judged = judgeSpec(of(spec));
    if (judged.ok) throw new Error('was taken');
    expect(judged.problems).toHaveLength(1);
    expect(judged.problems[0]).toMatchObject({ field, reason: expect.stringMatching(reason) as string });
    expect(judged.problems[0]?.allowed).toEqual(allowed);
  });

  test('everything that is missing is told at once', () => {
    const judged = judgeSpec(of({ trim: null, paper: null, pages: null }));
    if (judged.ok) throw new Error('was taken');
    expect(judged.problems.map(({ field, missing }) => [field, missing])).toEqual([
      ['trim', true],
      ['paper', true],
      ['pages', true],
    ]);
  });

  test('a size between the listed ones has the limits of the smallest that holds it', () => {
    const judged = judgeSpec(of({ trim: { w: mm(129), h: mm(198) }, pages: 828 }));
    expect(judged.ok).toBe(true);
    expect(judgeSpec(of({ trim: size('8.4×10.5'), pages: 600 })).ok).toBe(false);
    // Taller than letter and wider than A4: what all rows allow.
    expect(judgeSpec(of({ trim: size('8.4×11.5'), pages: 590 })).ok).toBe(true);
    expect(judgeSpec(of({ trim: size('8.4×11.5'), pages: 592 })).ok).toBe(false);
  });
});

describe('of every cover', () => {
  const runs = { numRuns: 1000 };
  const bound = (Object.keys(PRINTER_TABLES) as Printer[]).flatMap((printer) =>
    Object.keys(PRINTER_TABLES[printer].bindings).map((format) => ({
      printer,
      format: format as CoverSpec['format'],
    })),
  );
  const specs = fc
    .record({
      which: fc.constantFrom(...bound),
      w: fc.double({ min: 4, max: 8.5, noNaN: true }),
      h: fc.double({ min: 6, max: 11.69, noNaN: true }),
      listed: fc.constantFrom('5×8', '6×9', '6.14×9.21', '7×10', '8.25×11'),
      own: fc.boolean(),
      paper: fc.constantFrom<Paper>(...PAPER_KEYS),
      pages: fc.integer({ min: 24, max: 820 }),
      spine: fc.double({ min: 0.02, max: 3, noNaN: true }),
      direction: fc.constantFrom('ltr' as const, 'rtl' as const),
    })
    .map(({ which, w, h, listed, own, ...rest }) =>
      of({ ...which, ...rest, trim: own ? { w, h } : size(listed) }),
    )
    .filter((spec) => judgeSpec(spec).ok);

  test('the panels tile it: edge, back, spine, front, edge', () => {
    fc.assert(
      fc.property(specs, (spec) => {
        const { boxes, width, height, spine } = laid(spec);
        const panels = [boxes.back!, boxes.spine!, boxes.front!].sort((a, b) => a.x - b.x);
        const trim = boxes.trim!;
        expect(panels[0]!.x).toBeCloseTo(trim.x, 9);
        for (const [n, next] of panels.slice(1).entries())
          expect(panels[n]!.x + panels[n]!.w).toBeCloseTo(next.x, 9);
        expect(panels[2]!.x + panels[2]!.w).toBeCloseTo(trim.x + trim.w, 9);
        expect(trim.x * 2 + trim.w).toBeCloseTo(width, 9);
        expect(trim.y * 2 + trim.h).toBeCloseTo(height, 9);
        expect(boxes.spine!.w).toBe(spine);
        for (const { y, h } of panels) expect([y, h]).toEqual([trim.y, trim.h]);
      }),
      runs,
    );
  });

  test('every box lies on the sheet, and what is safe inside its panel', () => {
    const holds = (outer: Box, inner: Box) =>
      inner.x >= outer.x - 1e-9 &&
      inner.y >= outer.y - 1e-9 &&
      inner.x + inner.w <= outer.x + outer.w + 1e-9 &&
      inner.y + inner.h <= outer.y + outer.h + 1e-9;
    fc.assert(
      fc.property(specs, (spec) => {
        const { boxes, width, height } = laid(spec);
        for (const box of Object.values(boxes))
          expect(holds({ x: 0, y: 0, w: width, h: height }, box)).toBe(true);
        for (const [inner, outer] of [
          ['backSafe', 'back'],
          ['frontSafe', 'front'],
          ['spineSafe', 'spine'],
          ['barcode', 'back'],
          ['backHinge', 'back'],
          ['frontHinge', 'front'],
        ] as const)
          if (boxes[inner]) expect(holds(boxes[outer]!, boxes[inner]), inner).toBe(true);
      }),
      runs,
    );
  });

  test('a book read from the right is the mirror, and a mirror’s mirror is the book', () => {
    fc.assert(
      fc.property(specs, (spec) => {
        const [ltr, rtl] = [laid({ ...spec, direction: 'ltr' }), laid({ ...spec, direction: 'rtl' })];
        expect(rtl).toEqual(mirror(ltr));
        const twice = mirror(rtl);
        for (const [name, box] of Object.entries(ltr.boxes))
          expect(twice.boxes[name as keyof typeof twice.boxes]!.x).toBeCloseTo(box.x, 9);
        expect(rtl.boxes.front!.x).toBeLessThan(rtl.boxes.back!.x);
      }),
      runs,
    );
  });

  test('more pages never make a thinner spine', () => {
    fc.assert(
      fc.property(specs, fc.integer({ min: 1, max: 300 }), (spec, more) => {
        const thicker = { ...spec, pages: (spec.pages ?? 0) + more };
        fc.pre(judgeSpec(thicker).ok);
        expect(laid(thicker).spine).toBeGreaterThanOrEqual(laid(spec).spine);
      }),
      runs,
    );
  });

  test('millimetres and inches agree', () => {
    fc.assert(
      fc.property(specs, (spec) => {
        const trim = spec.trim!;
        const viaMm = laid({ ...spec, trim: { w: mm(trim.w * 25.4), h: mm(trim.h * 25.4) } });
        const cover = laid(spec);
        expect(Math.abs(viaMm.width - cover.width)).toBeLessThan(1e-9);
        const metric = inMillimetres(cover);
        expect(Math.abs(metric.width / 25.4 - cover.width)).toBeLessThan(1e-9);
        for (const [name, box] of Object.entries(cover.boxes))
          expect(Math.abs(mm(metric.boxes[name as keyof typeof metric.boxes]!.x) - box.x)).toBeLessThan(1e-9);
      }),
      runs,
    );
  });
});
