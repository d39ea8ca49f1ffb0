/** The address of a cover's measurements: what it means, what of it is refused, and that it says a spec exactly. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { askOf, fieldsFor, MEASURED_FORMATS, readAsk } from './ask.ts';
import { mm, PAPER_KEYS, PRINTER_KEYS } from './printers/index.ts';
import { judgeSpec, type CoverSpec } from './spec.ts';

const ask = (query: string) => readAsk(new URLSearchParams(query));
const taken = (query: string) => {
  const read = ask(query);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read;
};
const problems = (query: string) => {
  const read = ask(query);
  if (read.ok) throw new Error('was taken');
  return read.problems.map(({ field, reason, allowed }) => [field, reason, allowed]);
};

const KDP = 'printer=kdp&format=paperback_wrap';
const BOOK = `${KDP}&trim=6x9&paper=white&pages=200`;

describe('an address', () => {
  test('is a spec', () => {
    const { spec, dpi, judged, ignored } = taken(BOOK);
    expect(spec).toEqual({
      ...{ printer: 'kdp', format: 'paperback_wrap', trim: { w: 6, h: 9 }, paper: 'white', pages: 200 },
      ...{ spine: null, direction: 'ltr' },
    });
    expect([dpi, judged.kind, ignored]).toEqual([300, 'bound', []]);
  });

  test.each([
    ['trim=6+x+9+in', { w: 6, h: 9 }],
    ['trim=5.5×8.5', { w: 5.5, h: 8.5 }],
    ['trim=129+×+198+mm', { w: 129 / 25.4, h: 198 / 25.4 }],
    ['trim=12,9x19,8cm', { w: 129 / 25.4, h: 198 / 25.4 }],
  ])('reads %s as people write it', (trim, size) => {
    expect(taken(`${KDP}&paper=cream&pages=200&${trim}`).spec.trim).toEqual(size);
  });

  test.each([
    ['spine=12.5mm', 12.5 / 25.4],
    ['spine=12.5', 12.5 / 25.4],
    ['spine=0.4504+in', 0.4504],
    ['spine=1.25"', 1.25],
  ])('reads %s exactly', (spine, inches) => {
    const { spec } = taken(`printer=ingramspark&format=paperback_wrap&trim=6x9&${spine}`);
    expect(spec.spine).toBe(inches);
  });

  test('may name a paper as people do', () => {
    expect(taken(`${KDP}&trim=6x9&paper=Premium+colour&pages=200`).spec.paper).toBe('premium_color');
  });

  test.each([
    ['printer=lulu&format=paperback_wrap&trim=6x9&paper=white&pages=200&spine=9mm', ['paper', 'spine']],
    [`${BOOK}&spine=nonsense`, ['spine']],
    [
      'printer=kdp&format=ebook_front&trim=6x9&pages=many&dpi=9&direction=up',
      ['trim', 'pages', 'direction', 'dpi'],
    ],
  ])('%s has parts that make no difference, and nobody is stopped by them', (query, ignored) => {
    expect(taken(query).ignored).toEqual(ignored);
  });
});

describe('what cannot be read', () => {
  test.each([
    [`${KDP}&paper=white&pages=200&trim=A5`, 'trim', /6 × 9 in or 129 × 198 mm/],
    [`${KDP}&paper=white&pages=200&trim=1x9`, 'trim', /2 to 20 in/],
    [`${KDP}&trim=6x9&paper=white&pages=-3`, 'pages', /whole number, such as 200/],
    [`${KDP}&trim=6x9&paper=white&pages=12.5`, 'pages', /whole number/],
    [`${KDP}&trim=6x9&paper=vellum&pages=200`, 'paper', /one of white, cream/],
    [`${BOOK}&direction=up`, 'direction', /one of ltr, rtl/],
    [`${BOOK}&dpi=71`, 'dpi', /72 to 1200/],
    [`${BOOK}&dpi=1201`, 'dpi', /72 to 1200/],
    ['printer=ingramspark&format=paperback_wrap&trim=6x9&spine=thick', 'spine', /12\.5 mm or 0\.49 in/],
    // Half a millimetre or half an inch: both are spines.
    ['printer=ingramspark&format=paperback_wrap&trim=6x9&spine=0.5', 'spine', /with its unit/],
    ['printer=gutenberg&format=paperback_wrap', 'printer', /kdp, lulu/],
    ['printer=kdp&format=custom', 'format', /ebook_front/],
    ['printer=toString&format=paperback_wrap', 'printer', /one of/],
  ])('%s is told of %s, with an example', (query, field, reason) => {
    expect(problems(query)).toContainEqual([
      field,
      expect.stringMatching(reason),
      ['trim', 'pages', 'spine'].includes(field) ? undefined : expect.anything(),
    ]);
  });

  test('is told with everything else that is wrong, and each field once', () => {
    const fields = problems(`${KDP}&trim=6x9&pages=many&paper=groundwoood&dpi=9`).map(([field]) => field);
    expect(fields).toEqual(['paper', 'pages', 'dpi']);
    expect(problems('').map(([field]) => field)).toEqual(['printer', 'format']);
  });

  test('leaves what was read, for a form that is still being filled in', () => {
    const read = ask(`${KDP}&trim=6x9&pages=many`);
    expect(read).toMatchObject({ ok: false, read: { printer: 'kdp', trim: { w: 6, h: 9 }, pages: null } });
  });
});

test('what the printer refuses is told with what it takes', () => {
  expect(problems(`${KDP}&trim=6x9&paper=white&pages=22`)).toEqual([
    ['pages', expect.stringContaining('24 to 828'), { min: 24, max: 828 }],
  ]);
});

test('only the fields that make a difference are asked for', () => {
  expect(fieldsFor('kdp', 'paperback_wrap')).not.toContain('spine');
  expect(fieldsFor('lulu', 'hardcover_case')).not.toContain('paper');
  expect(fieldsFor('other', 'paperback_wrap')).toContain('spine');
  expect(fieldsFor('acx', 'audiobook_square')).toEqual(['printer', 'format']);
});

describe('the address of a spec', () => {
  test('is short, and always the same', () => {
    expect(askOf(taken(`dpi=300&pages=200&paper=WHITE&direction=ltr&trim=6+×+9&${KDP}`).spec)).toBe(BOOK);
    expect(askOf(taken(`${BOOK}&direction=rtl`).spec, 600)).toBe(`${BOOK}&direction=rtl&dpi=600`);
    expect(askOf(taken('printer=kdp&format=ebook_front&pages=3').spec)).toBe(
      'printer=kdp&format=ebook_front',
    );
    expect(askOf(taken('printer=other&format=paperback_wrap&trim=129x198&spine=12.5').spec)).toBe(
      'printer=other&format=paperback_wrap&trim=129x198mm&spine=12.5mm',
    );
  });

  test('is read as the same spec', () => {
    const side = fc.integer({ min: 20_000, max: 130_000 });
    const specs = fc
      .record({
        printer: fc.constantFrom(...PRINTER_KEYS),
        format: fc.constantFrom(...MEASURED_FORMATS),
        unit: fc.constantFrom('in', 'mm'),
        ...{ w: side, h: side, thick: fc.integer({ min: 200, max: 40_000 }) },
        paper: fc.constantFrom(...PAPER_KEYS),
        pages: fc.integer({ min: 1, max: 828 }),
        direction: fc.constantFrom('ltr' as const, 'rtl' as const),
      })
      .map(({ unit, w, h, thick, ...rest }): CoverSpec => {
        // As fine as sizes are typed: four decimals of an inch, or three of a millimetre.
        const inches = (n: number) => (unit === 'in' ? n / 10_000 : mm(n / 500));
        const asked = fieldsFor(rest.printer, rest.format);
        return {
          ...{ printer: rest.printer, format: rest.format },
          trim: asked.includes('trim') ? { w: inches(w), h: inches(h) } : null,
          paper: asked.includes('paper') ? rest.paper : null,
          pages: asked.includes('pages') ? rest.pages : null,
          spine: asked.includes('spine') ? inches(thick) : null,
          direction: asked.includes('direction') ? rest.direction : 'ltr',
        };
      })
      .filter((spec) => judgeSpec(spec).ok);
    fc.assert(
      fc.property(specs, fc.integer({ min: 72, max: 1200 }), (spec, dpi) => {
        const read = taken(askOf(spec, dpi));
        const { trim, spine } = read.spec;
        expect(read.dpi).toBe(spec.trim ? dpi : 300);
        expect({ ...read.spec, trim: null, spine: null }).toEqual({ ...spec, trim: null, spine: null });
        expect(Math.abs((trim?.w ?? 0) - (spec.trim?.w ?? 0))).toBeLessThan(1e-9);
        expect(Math.abs((trim?.h ?? 0) - (spec.trim?.h ?? 0))).toBeLessThan(1e-9);
        expect(Math.abs((spine ?? 0) - (spec.spine ?? 0))).toBeLessThan(1e-9);
        expect(askOf(read.spec, read.dpi)).toBe(askOf(spec, read.dpi));
      }),
      { numRuns: 1000 },
    );
  });
});
