import { describe, expect, test } from 'vitest';
import { partsOf, subjectOf } from './parts.ts';
import { printedAs } from './printed.ts';

const KDP = 'printer=kdp&trim=6x9&paper=white&pages=200';
const asked = (query: string, picture = { width: 3810, height: 2775 }) =>
  printedAs('paperback_wrap', picture, new URLSearchParams(query));

describe('what a picture shows', () => {
  test.each([
    ['ebook_front', 1600, 2560, 'front'],
    ['ebook_front', 2560, 1600, 'front'],
    ['paperback_wrap', 1600, 2560, 'front'],
    ['paperback_wrap', 3810, 2775, 'wrap'],
    ['hardcover_case', 3810, 2775, 'case'],
    ['custom', 3810, 2775, 'front'],
    [null, 3810, 2775, 'front'],
  ] as const)('%s of %i × %i is a %s', (format, width, height, subject) => {
    expect(subjectOf(format, { width, height })).toBe(subject);
  });

  test('a wrap of 6 × 9 in is guessed to a fiftieth of an inch', () => {
    const { front, spine } = partsOf('wrap', { width: 3810, height: 2775 });
    const inches = { w: 12.7, h: 9.25 };
    expect(Math.abs(front.w * inches.w - 6)).toBeLessThan(0.02);
    expect(Math.abs((spine?.w ?? 0) * inches.w - 0.4504)).toBeLessThan(0.02);
    expect(Math.abs(front.x * inches.w - 6.5754)).toBeLessThan(0.02);
    expect(Math.abs(front.h * inches.h - 9)).toBeLessThan(0.02);
  });

  test.each([
    [1.16, 'wrap'],
    [1.3, 'wrap'],
    [2.8, 'case'],
    [9, 'wrap'],
  ] as const)(
    'a picture %f times as wide as high has its parts inside it, side by side',
    (ratio, subject) => {
      const { front, spine } = partsOf(subject, { width: ratio * 1000, height: 1000 });
      if (!spine) throw new Error('no spine');
      expect(spine.x + spine.w).toBeCloseTo(front.x, 9);
      expect(front.x + front.w).toBeLessThan(1);
      expect(Math.min(spine.x, spine.w, front.w)).toBeGreaterThan(0);
    },
  );
});

describe('what it was printed to', () => {
  test('is not asked twice, and saying nothing is no mistake', () => {
    const { errors, sheet, choices } = asked('');
    expect({ errors, sheet }).toEqual({ errors: [], sheet: null });
    expect(choices.printers.map(({ value }) => value)).toContain('kdp');
    expect(choices.printers.map(({ value }) => value)).not.toContain('acx');
  });

  test('a picture that fits lies on the whole sheet, its spine where the printer folds it', () => {
    const { sheet } = asked(KDP);
    expect(sheet).toMatchObject({ name: 'KDP paperback, 6 × 9 in, 200 pages', mismatch: null });
    expect(sheet?.width).toBeCloseTo(12.7004, 9);
    expect(sheet?.spine.w).toBeCloseTo(0.4504, 9);
    expect(sheet?.spine.x).toBeCloseTo(6.125, 9);
    expect(sheet?.picture.h).toBeCloseTo(9.25, 2);
    expect(sheet?.spineWords).toBe('0.4504 in, or 11.44 mm. It may carry text.');
    expect(sheet?.query).toBe('printer=kdp&format=paperback_wrap&trim=6x9&paper=white&pages=200');
    const roles = sheet?.guides.map(({ role }) => role) ?? [];
    expect([...new Set(roles)]).toEqual(['trim', 'fold', 'safe', 'barcode']);
  });

  test('a thin book has no text on its spine', () => {
    expect(asked(KDP.replace('200', '60')).sheet?.spineWords).toMatch(/too narrow to carry text\.$/);
  });

  test('a picture without bleed is told so, and one for another book how wide it is', () => {
    const trimmed = asked(KDP, { width: 12_450, height: 9_000 }).sheet;
    expect(trimmed?.mismatch).toMatch(/beyond the trim is missing/);
    const other = asked(KDP, { width: 3810 + 90, height: 2775 }).sheet;
    expect(other?.mismatch).toMatch(
      /height of 9\.25 in the picture is 13 in wide, and the cover 12\.7004 in/,
    );
    // In the middle, and inside the sheet.
    expect(other?.picture.x).toBeCloseTo(0, 9);
    expect(other?.picture.y).toBeGreaterThan(0);
    expect(asked(KDP, { width: 3810 + 10, height: 2775 }).sheet?.mismatch).toBeNull();
  });

  test('what is missing or refused is said beside its field, and kept as it was typed', () => {
    const { errors, values, sheet } = asked('printer=kdp&trim=six+by+nine&pages=5000');
    expect(sheet).toBeNull();
    expect(values).toMatchObject({ trim: 'six by nine', pages: '5000' });
    expect(errors.map(({ field }) => field)).toContain('trim');
  });

  test('an address cannot make another cover of it than the piece is', () => {
    expect(asked(`${KDP}&format=audiobook_square&dpi=1`)).toEqual(asked(KDP));
  });
});
