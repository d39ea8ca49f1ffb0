import { describe, expect, test } from 'vitest';
import {
  contentTypeOf,
  derivativeKey,
  isPublicKey,
  mediaPrefix,
  originalKey,
  validKey,
  viewKey,
} from './keys.ts';

const SHA = 'a'.repeat(64);

describe('keys', () => {
  test('originals are private, derivatives public', () => {
    const original = originalKey('018f-Az_9', 'tiff');
    const derivative = derivativeKey('public', mediaPrefix(SHA, 'image-1'), 320, 'avif');
    const held = derivativeKey('private', mediaPrefix(SHA, 'image-1'), 320, 'avif');
    expect(original).toBe('originals/018f-Az_9.tiff');
    expect(derivative).toMatch(/^media\/[0-9a-f]{24}\/320\.avif$/);
    expect([original, held, derivative].map(isPublicKey)).toEqual([false, false, true]);
    expect([contentTypeOf(original), contentTypeOf(derivative)]).toEqual(['image/tiff', 'image/avif']);
  });

  test('views lie beside the derivatives, and are as public', () => {
    const prefix = mediaPrefix(SHA, 'image-1');
    const view = viewKey('public', prefix, 'front-grey.png');
    expect(view).toBe(`media/${prefix}/front-grey.png`);
    expect([view, viewKey('private', prefix, 'case-mockup.webp')].map(isPublicKey)).toEqual([true, false]);
    for (const file of [
      'front-grey.svg',
      'front.png',
      'side-grey.png',
      '../front-grey.png',
      'front-grey.png\n',
    ]) {
      expect(() => viewKey('public', prefix, file), file).toThrow(TypeError);
    }
  });

  test('nothing that only looks like a derivative is public', () => {
    const prefix = mediaPrefix(SHA, 'image-1');
    for (const key of [
      `media/${prefix}/../../originals/a.jpg`,
      `/media/${prefix}/320.webp`,
      `media/${prefix}/320.webp\n`,
      `media/${prefix}/320.png`,
      `media/${prefix}/front-grey.png/x`,
      `media/${prefix}/front-grey.svg`,
      `media/${prefix}/x/320.webp`,
      `media/${prefix.toUpperCase()}Z/320.webp`,
      'media/320.webp',
      '',
    ]) {
      expect(isPublicKey(key), key).toBe(false);
    }
  });

  test('a prefix changes with the content and with the image, and is the same every time', () => {
    const prefixes = [mediaPrefix(SHA, '1'), mediaPrefix(SHA, '2'), mediaPrefix('b'.repeat(64), '1')];
    expect(new Set(prefixes).size).toBe(3);
    expect(mediaPrefix(SHA, '1')).toBe(prefixes[0]);
    expect(() => mediaPrefix('short', '1')).toThrow(TypeError);
    expect(() => mediaPrefix(SHA, '')).toThrow(TypeError);
  });

  test('the alphabet is closed', () => {
    for (const id of ['', '..', 'a/b', 'a\0', 'a b', 'é', '.hidden', 'a'.repeat(81), 'a%2f']) {
      expect(() => originalKey(id, 'jpg'), id).toThrow(TypeError);
    }
    for (const ext of ['', 'exe', 'JPG', 'jpg/..', 'svg', 'html', 'constructor']) {
      expect(() => originalKey('a', ext), ext).toThrow(TypeError);
    }
    for (const width of [0, -1, 1.5, NaN, 10_000]) {
      expect(() => derivativeKey('public', '0'.repeat(24), width, 'webp')).toThrow(TypeError);
    }
    expect(() => validKey('originals/a.jpg\n')).toThrow(TypeError);
  });
});
