/** The shelf for what a page has: covers with pictures, a part of one, or a title and an author alone. */
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { printedAs } from '#app/domain/covers/printed.ts';
import { Shelf, type Shelved } from './previews.tsx';
import { PrintedCover } from './previews-printed.tsx';

const image = {
  src: { prefix: '/media/0123' },
  width: 3810,
  height: 2775,
  alt: 'A wave.',
  ready: true,
} as const;
const BOOKS: Shelved[] = [
  { title: 'With a picture', author: 'A', href: '/covers/1', image },
  { title: 'A wrap', author: 'B', own: true, image, front: { x: 0.5, y: 0, w: 0.5, h: 1 } },
  { title: 'By its title alone', author: 'C' },
];

const shelf = (pictures: boolean) =>
  renderToStaticMarkup(<Shelf books={BOOKS} label="Beside it" pictures={pictures} />);

test('a book without a picture stands on the shelf as a plain binding', () => {
  const html = shelf(true);
  expect(html.match(/<img /g)).toHaveLength(1);
  expect(html).toContain('<span class="cloth portrait on-shelf"><cite>By its title alone</cite>');
  expect(html.match(/This cover/g)).toHaveLength(1);
});

test('of a wrap only the front stands there', () => {
  expect(shelf(true)).toContain(
    '<svg class="cover" viewBox="1905 0 1905 2775" role="img" aria-label="A wave.">',
  );
});

test('without pictures all of them are plain', () => {
  const html = shelf(false);
  expect(html).not.toMatch(/<img|<svg/);
  expect(html.match(/class="cloth/g)).toHaveLength(3);
});

test('guides are drawn to scale, on white when pictures are off', () => {
  const asked = new URLSearchParams('printer=kdp&trim=6x9&paper=white&pages=200');
  const printed = printedAs('paperback_wrap', image, asked);
  const page = (picture: { href: '/media/0123/1280.webp'; alt: string } | null) =>
    renderToStaticMarkup(<PrintedCover {...{ printed, picture }} at="/covers/1/previews" />);
  const shown = page({ href: '/media/0123/1280.webp', alt: 'A wave.' });
  expect(shown).toMatch(/<svg viewBox="0 0 12\.7004\d* 9\.25" role="img">/);
  expect(shown).toMatch(/<svg width="0\.4504\d*in" height="9in" viewBox="6\.125 0\.125 0\.4504\d* 9"/);
  expect(shown).not.toContain('style=');
  expect(page(null)).not.toContain('<image');
  expect(page(null).match(/<svg/g)).toHaveLength(1);
});
