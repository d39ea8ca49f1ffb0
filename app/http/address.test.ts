import { expect, test } from 'vitest';
import { isAddress } from './address.server.ts';

test.each(['/', '/covers?q=%00', '/covers?q=%FF', '/designers/zo%C3%AB', '/a%20b', '/..%2F..%2Fetc', '//x'])(
  '%s is an address',
  (url) => expect(isAddress(url)).toBe(true),
);

test.each([
  '',
  'http://evil.example/',
  '*',
  '/a%00b',
  '/a%0D%0AX-A:%201',
  '/%E2%80%A8',
  '/%FF',
  '/%',
  '/%C0%AF',
])('%j is none', (url) => expect(isAddress(url)).toBe(false));
