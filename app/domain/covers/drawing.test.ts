/** The drawing of a cover on a page: to scale, with its numbers, small. */
import { describe, expect, test } from 'vitest';
import { drawingOf, type Drawing } from './drawing.ts';
import { layOut, onScreen } from './geometry.ts';
import { judgeSpec, type CoverSpec } from './spec.ts';

function drawn(spec: Partial<CoverSpec> = {}): Drawing {
  const direction = spec.direction ?? 'ltr';
  const judged = judgeSpec({
    ...{ format: 'paperback_wrap', printer: 'kdp', trim: { w: 6, h: 9 }, paper: 'white', pages: 200 },
    ...{ spine: null, direction, ...spec },
  });
  if (!judged.ok) throw new Error(JSON.stringify(judged.problems));
  const geometry = judged.spec.kind === 'bound' ? layOut(judged.spec, direction) : onScreen(judged.spec);
  return drawingOf(geometry, judged.spec);
}

const words = ({ marks }: Drawing) => marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));
const box = ({ marks }: Drawing, role: string) => {
  const mark = marks.find((one) => one.kind === 'rect' && one.role === role);
  if (mark?.kind !== 'rect') throw new Error(`no ${role}`);
  return mark.box;
};
const at = ({ marks }: Drawing, text: string) => {
  const mark = marks.find((one) => one.kind === 'text' && one.text === text);
  if (mark?.kind !== 'text') throw new Error(`no ${text}`);
  return mark;
};

const KINDS: [string, Partial<CoverSpec>][] = [
  ['paperback', {}],
  ['thin', { pages: 24 }],
  ['thick', { pages: 828, trim: { w: 5, h: 8 } }],
  ['landscape', { trim: { w: 8.25, h: 6 } }],
  ['hardcover', { format: 'hardcover_case' }],
  ['right to left', { direction: 'rtl' }],
  ['ebook', { format: 'ebook_front' }],
  ['audiobook', { printer: 'acx', format: 'audiobook_square' }],
];

describe('a drawing', () => {
  test('is to scale', () => {
    const drawing = drawn();
    const [sheet, spine, barcode] = [box(drawing, 'sheet'), box(drawing, 'spine'), box(drawing, 'barcode')];
    expect(sheet.h / sheet.w).toBeCloseTo(9.25 / 12.7004, 3);
    expect(spine.w / sheet.w).toBeCloseTo(0.4504 / 12.7004, 3);
    expect((barcode.x - sheet.x) / sheet.w).toBeCloseTo(3.875 / 12.7004, 3);
  });

  test('says its numbers, in inches and millimetres', () => {
    expect(words(drawn())).toEqual([
      ...['Back', 'Front', 'Spine 0.4504 in · 11.44 mm'],
      ...['6 in', '152.4 mm', '6 in', '152.4 mm', '12.7004 in', '322.59 mm'],
      ...['9.25 in', '234.95 mm', '9 in', '228.6 mm'],
    ]);
    expect(words(drawn({ format: 'ebook_front' }))).toEqual(['Front', '1600 px', '2560 px']);
  });

  test('says in words what it shows', () => {
    expect(drawn().description).toContain('12.7004 × 9.25 in, or 322.59 × 234.95 mm');
    expect(drawn().description).toContain('From left to right: back, spine, front.');
    expect(drawn({ direction: 'rtl' }).description).toContain('From left to right: front, spine, back.');
    expect(drawn({ format: 'hardcover_case' }).key).toContain('0.5906 in of wrap, folded round the board');
  });

  test('mirrors a book that is read from right to left', () => {
    expect(at(drawn(), 'Back').x).toBeLessThan(at(drawn(), 'Front').x);
    expect(at(drawn({ direction: 'rtl' }), 'Back').x).toBeGreaterThan(
      at(drawn({ direction: 'rtl' }), 'Front').x,
    );
  });

  test('names a spine inside only where there is room', () => {
    expect(words(drawn({ pages: 24 }))).not.toContain('Spine');
    expect(words(drawn({ pages: 800 }))).toContain('Spine');
  });

  test.each(KINDS)('keeps every mark inside: %s', (_, spec) => {
    const { width, height, marks } = drawn(spec);
    for (const mark of marks) {
      if (mark.kind === 'path') continue;
      const { x, y, w, h } = mark.kind === 'rect' ? mark.box : { ...mark, w: 0, h: 0 };
      expect(x).toBeGreaterThanOrEqual(0);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(x + w).toBeLessThanOrEqual(width);
      expect(y + h).toBeLessThanOrEqual(height);
    }
  });
});
