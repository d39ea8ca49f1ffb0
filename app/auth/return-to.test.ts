import { expect, test } from 'vitest';
import { safeReturnTo } from './return-to.ts';

test.each(['/', '/briefs?genre=poetry&after=x', '/covers/1', '/a%2Fb'])('%s is a path of ours', (path) => {
  expect(safeReturnTo(path)).toBe(path);
});

test.each([
  ...['//evil.example', '/\\evil.example', '/\t/evil.example', '\\\\evil.example', '/\n//evil.example'],
  ...['/.//evil.example', '/..//evil.example', '/a/..//evil.example'],
  ...['https://evil.example/', 'javascript:alert(1)', 'briefs', '', undefined, null, 7, ['/briefs']],
  ...['/auth/sign-in?to=/auth/sign-in', '/auth/callback?code=evil.example', '/x/../auth/sign-out'],
  `/${'a'.repeat(2000)}`,
])('%j is not', (value) => {
  const path = safeReturnTo(value, '/fallback');
  expect(path).toMatch(/^\/(?![/\\])/);
  expect(path).not.toContain('evil.example');
});
