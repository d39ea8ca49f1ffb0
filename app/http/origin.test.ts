import { describe, expect, test } from 'vitest';
import { isSameOrigin } from './origin.server.ts';

const US = 'https://dustjacket.example';

describe('a request that changes something', () => {
  test.each([
    ['a form of ours', { 'sec-fetch-site': 'same-origin' }],
    ['a form of ours whose page hides where it is', { 'sec-fetch-site': 'same-origin', origin: 'null' }],
    ['an address typed by hand', { 'sec-fetch-site': 'none' }],
    ['an older browser', { origin: US }],
    ['a text browser', { referer: `${US}/briefs/new` }],
  ])('is let in from %s', (_who, headers) => {
    expect(isSameOrigin(headers, US)).toBe(true);
  });

  test.each([
    ['another site', { 'sec-fetch-site': 'cross-site', origin: US }],
    ['a neighbouring subdomain', { 'sec-fetch-site': 'same-site', origin: US }],
    ['another origin', { origin: 'https://evil.example' }],
    ['our name without its lock', { origin: 'http://dustjacket.example' }],
    ['our name at another door', { origin: `${US}:8443` }],
    ['a hidden origin', { origin: 'null', referer: `${US}/briefs` }],
    ['a page that only begins like ours', { referer: `${US}.evil.example/` }],
    ['nowhere at all', {}],
    ['a broken referer', { referer: 'dustjacket' }],
    ['an empty word', { 'sec-fetch-site': '' }],
  ])('is refused from %s', (_who, headers) => {
    expect(isSameOrigin(headers, US)).toBe(false);
  });
});
