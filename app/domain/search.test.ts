import { expect, test } from 'vitest';
import { searchable } from './search.ts';

test.each([
  ['salt-worn "tea lady" -keeper', 'salt-worn "tea lady" -keeper'],
  ['l’été (2027)', 'l’été  2027'],
  ['--- - -', ''],
  ['a & b | !c:*', 'a   b    c'],
  ['-"night shift" 世界', '-"night shift" 世界'],
])('%j is searched for as %j', (typed, words) => {
  expect(searchable(typed).replace(/\s+/g, ' ')).toBe(words.replace(/\s+/g, ' '));
});
