import { expect, test } from 'vitest';
import { isLookedAt } from './looking.server.ts';

const asked = (headers: Record<string, string>, method = 'GET') =>
  isLookedAt(new Request('http://localhost/messages/1', { method, headers }));

test.each([
  [{}, true],
  [{ 'Sec-Fetch-Dest': 'document' }, true],
  [{ 'Sec-Purpose': 'prefetch' }, false],
  [{ 'Sec-Purpose': 'prefetch;prerender' }, false],
  [{ Purpose: 'prefetch' }, false],
  [{ 'X-Moz': 'prefetch' }, false],
  [{ 'X-Purpose': 'preview' }, false],
  [{ 'Sec-Fetch-Dest': 'empty' }, false],
  [{ 'Sec-Fetch-Dest': 'image' }, false],
] as [Record<string, string>, boolean][])('somebody looks at what is asked with %j: %j', (headers, looks) => {
  expect(asked(headers)).toBe(looks);
});

test('nobody looks at what only its headers are asked of', () => {
  expect(asked({}, 'HEAD')).toBe(false);
});
