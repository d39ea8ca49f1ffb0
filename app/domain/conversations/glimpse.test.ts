import { expect, test } from 'vitest';
import { glimpseOf } from './glimpse.ts';

test('marks every word that was found, as it is written, and no part of another', () => {
  expect(glimpseOf('The Ferry: a ferryman’s <b>ferry</b>.', 'ferry')).toEqual([
    ...['The ', 'Ferry', ': a ferryman’s <b>', 'ferry', '</b>.'],
  ]);
  expect(glimpseOf('Zażółć\ngęślą jaźń', '"GĘŚLĄ jaźń" -x')).toEqual(['Zażółć ', 'gęślą', ' ', 'jaźń', '']);
});

test('begins shortly before the first of them, and ends at a word', () => {
  const parts = glimpseOf(`${'before '.repeat(40)}ferry ${'after '.repeat(80)}`, 'ferry or boat');
  expect(parts[0]).toMatch(/^… before /);
  expect(parts[1]).toBe('ferry');
  expect(parts[2]).toMatch(/after …$/);
  expect(parts.join('').length).toBeLessThan(280);
  expect(glimpseOf('x'.repeat(1000), 'x')[0]).toHaveLength(202);
});

test('shows the beginning when nothing is to be marked', () => {
  for (const q of ['', '-ferry', 'or', '" & (']) expect(glimpseOf('The ferry', q)).toEqual(['The ferry']);
});
