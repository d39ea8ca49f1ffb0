import { expect, test } from 'vitest';
import { deviceName } from './device.ts';

const WEBKIT = 'AppleWebKit/537.36 (KHTML, like Gecko)';

test.each([
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:130.0) Gecko/20100101 Firefox/130.0', 'Firefox on Windows'],
  [
    `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${WEBKIT} Chrome/120.0.0.0 Safari/537.36 Edg/120.0.0.0`,
    'Microsoft Edge on Windows',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.0 Mobile/15E148 Safari/604.1',
    'Safari on iOS',
  ],
  [
    `Mozilla/5.0 (Linux; Android 14; Pixel 8) ${WEBKIT} Chrome/120.0.0.0 Mobile Safari/537.36`,
    'Chrome on Android',
  ],
  [
    `Mozilla/5.0 (Linux; Android 14; SM-S918B) ${WEBKIT} SamsungBrowser/25.0 Chrome/121.0.0.0 Mobile Safari/537.36`,
    'Samsung Internet on Android',
  ],
])('%s', (userAgent, name) => {
  expect(deviceName(userAgent)).toBe(name);
});

test.each([
  ['w3m/0.5.3+git20230121', 'w3m'],
  ['Lynx/2.9.0dev.12 libwww-FM/2.14 SSL-MM/1.4.1 GNUTLS/3.7.8', 'Lynx'],
  ['Links (2.29; Linux 6.1.0 x86_64; GNU C 12.2; text)', 'Links on Linux'],
  ['ELinks/0.16.1 (textmode; Linux 6.1 x86_64; 80x24-2)', 'ELinks on Linux'],
  ['curl/8.1.0', 'curl'],
])('a browser for text or scripts: %s', (userAgent, name) => {
  expect(deviceName(userAgent)).toBe(name);
});

test.each([
  '',
  ' ',
  'Mozilla',
  '<script>alert(1)</script>/1 x',
  'Your bank (call 555 0100)/1 ',
  'constructor/1.0 ',
  '(a'.repeat(150),
  '\u202Exoferif/1 ',
])('of %j nothing is repeated', (userAgent) => {
  expect(deviceName(userAgent)).toBe('Unknown browser');
});
