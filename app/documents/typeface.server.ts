/** The one typeface of documents. It comes with the packages, because a container has none of its own. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Font, Glyph } from 'opentype.js';
import { outline } from '../imaging/drawing.server.ts';

// opentype.js ships a UMD main without named ESM exports; require is the one door that works in Node and vitest.
const require = createRequire(import.meta.url);

/** DejaVu Sans Condensed: letters of every language with an alphabet, and free to embed. */
export const TYPEFACE = require.resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed.ttf');

let opened: Font | undefined;

/** Read on first use, because few processes ever paint words. */
function typeface(): Font {
  if (opened) return opened;
  const { parse } = require('opentype.js') as typeof import('opentype.js');
  const bytes = readFileSync(TYPEFACE);
  return (opened = parse(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)));
}

/** A line of text in ems: its letters at their places, and how wide it is. */
function set(text: string): { letters: { glyph: Glyph; x: number }[]; width: number } {
  const font = typeface();
  const letters: { glyph: Glyph; x: number }[] = [];
  let x = 0;
  // Letter by letter: what opentype.js does with whole lines fails for this typeface, and English needs only kerning.
  for (const char of text) {
    const glyph = font.charToGlyph(char);
    const before = letters.at(-1)?.glyph;
    if (before) x += font.getKerningValue(before, glyph);
    letters.push({ glyph, x });
    x += glyph.advanceWidth ?? 0;
  }
  const em = font.unitsPerEm;
  return { letters: letters.map((letter) => ({ ...letter, x: letter.x / em })), width: x / em };
}

/** How wide a line of text is, in ems. */
export const widthOf = (text: string): number => set(text).width;

/** The outlines of a line of text as SVG path data, its baseline beginning at 0, 0. */
export function outlinesOf(text: string, size: number): string {
  const scale = size / typeface().unitsPerEm;
  const fine = (value: number) => String(Math.round(value * 1000) / 1000);
  return set(text)
    .letters.map(({ glyph, x: left }) =>
      outline(glyph.path.commands, (x, y) => `${fine(left * size + x * scale)} ${fine(-y * scale)}`),
    )
    .join('');
}
