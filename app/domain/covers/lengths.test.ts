import { expect, test } from 'vitest';
import { formatTrim, parseLength, parseTrim, parseWhole } from './lengths.ts';

test.each([
  ['6 x 9', { width: 6, height: 9, unit: 'in' }],
  ['6×9in', { width: 6, height: 9, unit: 'in' }],
  ['6 x 9 inches', { width: 6, height: 9, unit: 'in' }],
  ['5,5 * 8,5"', { width: 5.5, height: 8.5, unit: 'in' }],
  ['129 × 198 mm', { width: 129, height: 198, unit: 'mm' }],
  ['129x198', { width: 129, height: 198, unit: 'mm' }],
  ['12.9 × 19.8 cm', { width: 129, height: 198, unit: 'mm' }],
  ['1 x 9', null],
  ['6 x 21', null],
  ['A5', null],
])('%j is the trim %j', (text, trim) => {
  expect(parseTrim(text)).toEqual(trim);
  if (trim) expect(parseTrim(formatTrim(trim as never))).toEqual(trim);
});

test('page counts are whole and possible', () => {
  expect(['1', '288', '1,024 pages', '352pp', '3000'].map((text) => parseWhole(text, 1, 3000))).toEqual([
    ...[1, 288, 1024, 352, 3000],
  ]);
  for (const text of ['0', '3001', '12.5', '-3', 'many', '']) expect(parseWhole(text, 1, 3000)).toBeNull();
});

test.each([
  ['12.5mm', { value: 12.5, unit: 'mm' }],
  ['1,25 cm', { value: 12.5, unit: 'mm' }],
  ['0.49 in', { value: 0.49, unit: 'in' }],
  ['1"', { value: 1, unit: 'in' }],
  ['12.5', { value: 12.5, unit: null }],
  ['-1 mm', null],
  ['12.5 pt', null],
  ['thick', null],
])('%j is the length %j', (text, length) => {
  expect(parseLength(text)).toEqual(length);
});
