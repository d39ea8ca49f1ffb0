import { describe, expect, it } from 'vitest';
import { GENRE_KEYS, STYLE_KEYS } from '#app/domain/covers/rules.ts';
import { composeCover, drawCover } from './cover.server.ts';
import type { CoverDraft } from './cover.server.ts';
import { contrast } from './colour.server.ts';
import { FAMILIES, FAMILY_NAMES, familiesFor } from './families/index.server.ts';
import { FACE_NAMES, face, sortOf } from './fonts.server.ts';
import { PALETTE_COUNT, palettesFor } from './palettes.server.ts';
import { run } from './setting.server.ts';

const base: CoverDraft = {
  seed: 'one',
  title: 'The Salt Year',
  author: 'Marguerite Olsen',
  genre: 'literary_fiction',
  style: 'illustrated',
  shape: 'portrait',
};

const TITLES = [
  'M',
  'Ø!',
  'Moth',
  'Perihelion',
  'Donaudampfschifffahrtsgesellschaft',
  'What the River Kept',
  '<Fish & Chips>',
  'Él & la niña: “¿Qué pasó?” – l’été à Łódź — naïveté',
  'A Short History of Leaving the House',
  'The Iron Harbour: A History of the Baltic Trade and of the People Who Lived by It, 1200–90',
];
const AUTHORS = [
  'Y',
  'Ed Ng',
  'Mairead Ó Súilleabháin',
  'Professor Doctor Bartholomew Featherstone-Ha'.slice(0, 40),
];

/** Enough of an XML parser to see that every element closes and no character stands unescaped. */
function brokenXml(svg: string): string | undefined {
  const open: string[] = [];
  const rest = svg.replace(
    /<(\/?)([a-zA-Z]+)((?:\s+[a-zA-Z][\w:-]*="[^"<]*")*)\s*(\/?)>/g,
    (_, end, name, _attributes, empty) => {
      if (end) {
        if (open.pop() !== name) open.push(`unexpected </${name}>`, '!');
      } else if (!empty) open.push(name as string);
      return '';
    },
  );
  if (rest.trim()) return `stray text: ${rest.trim().slice(0, 80)}`;
  if (open.length) return `left open: ${open.join(' ')}`;
  if (/&(?!amp;|lt;|gt;|quot;|#)/.test(svg)) return 'bare ampersand';
  return /NaN|undefined|Infinity/.exec(svg)?.[0];
}

/** Lines of type nearer to the edge than 6 % of the width, which no layout may have. */
function outside({ boxes, width, height }: ReturnType<typeof composeCover>): string[] {
  const least = width * 0.06;
  return boxes
    .filter((b) => b.x1 < least || b.y1 < least || b.x2 > width - least || b.y2 > height - least)
    .map((b) => `${b.text} ${[b.x1, b.y1, b.x2, b.y2].map(Math.round).join(' ')}`);
}

describe('drawCover', () => {
  it('draws the same cover for the same draft', () => {
    expect(drawCover({ ...base })).toBe(drawCover({ ...base }));
  });

  it('draws another cover for another seed', () => {
    const covers = new Set(Array.from({ length: 12 }, (_, i) => drawCover({ ...base, seed: `seed ${i}` })));
    expect(covers.size).toBe(12);
  });

  it('has the promised canvas', () => {
    expect(drawCover(base)).toContain('viewBox="0 0 1600 2560"');
    expect(drawCover({ ...base, shape: 'square' })).toContain('viewBox="0 0 2400 2400"');
  });

  it.each(GENRE_KEYS)('draws %s in every style and shape', (genre) => {
    for (const style of STYLE_KEYS) {
      for (const shape of ['portrait', 'square'] as const) {
        const cover = composeCover({ ...base, seed: `${genre}${style}`, genre, style, shape });
        expect(brokenXml(cover.svg), cover.family).toBeUndefined();
        expect(outside(cover), cover.family).toEqual([]);
        expect(cover.svg.length, cover.family).toBeLessThan(400_000);
      }
    }
  });
});

describe.each(FAMILY_NAMES)('the layout %s', (family) => {
  it.each(['portrait', 'square'] as const)('keeps type of any length on a %s sheet', (shape) => {
    TITLES.forEach((title, i) => {
      const author = AUTHORS[i % AUTHORS.length]!;
      const subtitle = i % 3 === 0 ? 'Being a True Account of a Long Summer & Its Consequences' : '';
      const cover = composeCover(
        { ...base, seed: `${i}`, title, author, shape, ...(subtitle ? { subtitle } : {}) },
        family,
      );
      expect(outside(cover), title).toEqual([]);
      expect(brokenXml(cover.svg), title).toBeUndefined();
      expect(cover.svg.length, title).toBeLessThan(400_000);
    });
  });

  it('is reached by some draft', () => {
    const reached = GENRE_KEYS.some((genre) =>
      STYLE_KEYS.some((style) => familiesFor({ genre, style }).includes(family)),
    );
    expect(reached).toBe(true);
  });
});

describe('the choice of layouts', () => {
  it('names only layouts that exist', () => {
    for (const genre of GENRE_KEYS) {
      for (const style of STYLE_KEYS)
        for (const name of familiesFor({ genre, style })) expect(FAMILIES[name], name).toBeTypeOf('function');
    }
  });

  it('gives every genre at least three', () => {
    for (const genre of GENRE_KEYS) {
      const all = new Set(STYLE_KEYS.flatMap((style) => familiesFor({ genre, style })));
      expect(all.size, genre).toBeGreaterThanOrEqual(3);
    }
  });
});

describe('palettes', () => {
  it('are many, and their ink reads on their ground', () => {
    expect(PALETTE_COUNT).toBeGreaterThanOrEqual(25);
    for (const genre of GENRE_KEYS) {
      for (const p of palettesFor(genre))
        expect(contrast(p.ink, p.ground), p.ground).toBeGreaterThanOrEqual(4.5);
    }
  });
});

describe('typefaces', () => {
  it.each(FACE_NAMES)('%s has the letters of European names and the marks of titles', (name) => {
    for (const char of 'éüøñçßæœåÉÜØłşőž’‘“”–—&?!:.,;-')
      expect(sortOf(face(name), char).glyph.index, char).toBeGreaterThan(0);
    for (const char of 'éüøñçßæ’“”–—&?!:')
      expect(face(name).fonts[0]!.charToGlyphIndex(char), char).toBeGreaterThan(0);
  });

  it('kern AV more tightly than HH', () => {
    const widthOf = (text: string, name: (typeof FACE_NAMES)[number]): number =>
      run(text, name).right - run(text, name).left;
    for (const name of ['garamond', 'didone', 'roman', 'geometric'] as const) {
      const set = widthOf('AV', name);
      expect(set, name).toBeLessThan(widthOf('A', name) + widthOf('V', name));
    }
  });
});
