import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Font, Glyph } from 'opentype.js';

// opentype.js ships a UMD main without named ESM exports; require is the one door that works in Node and vitest.
const require = createRequire(import.meta.url);
const opentype = require('opentype.js') as typeof import('opentype.js');

/** Every face a cover may use: fontsource package, weight, slant. */
const FACES = {
  grotesk: ['archivo', 500, 'normal'],
  groteskBold: ['archivo', 800, 'normal'],
  groteskBlack: ['archivo', 900, 'normal'],
  didone: ['bodoni-moda', 500, 'normal'],
  didoneBold: ['bodoni-moda', 800, 'normal'],
  didoneItalic: ['bodoni-moda', 500, 'italic'],
  garamond: ['eb-garamond', 500, 'normal'],
  garamondItalic: ['eb-garamond', 500, 'italic'],
  soft: ['fraunces', 600, 'normal'],
  softBlack: ['fraunces', 900, 'normal'],
  gothic: ['league-gothic', 400, 'normal'],
  geometric: ['jost', 500, 'normal'],
  geometricBold: ['jost', 700, 'normal'],
  slab: ['alfa-slab-one', 400, 'normal'],
  hand: ['caveat-brush', 400, 'normal'],
  script: ['kaushan-script', 400, 'normal'],
  roman: ['cinzel', 600, 'normal'],
  romanBold: ['cinzel', 800, 'normal'],
  deco: ['limelight', 400, 'normal'],
  round: ['fredoka', 600, 'normal'],
} as const;
export type FaceName = keyof typeof FACES;
export const FACE_NAMES = Object.keys(FACES) as FaceName[];

/** A face is two subset files; `cap`, `x` and `drop` are the heights of H, x and p in ems. */
export type Face = { name: FaceName; fonts: Font[]; cap: number; x: number; drop: number };
/** Which font of the face a character comes from, and its outline. */
export type Sort = { font: Font; glyph: Glyph };

const loaded = new Map<FaceName, Face>();

function open(pack: string, subset: string, weight: number, slant: string): Font {
  const path = require.resolve(`@fontsource/${pack}/files/${pack}-${subset}-${weight}-${slant}.woff`);
  const bytes = readFileSync(path);
  return opentype.parse(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
}

/** Reads a face on first use; parsing takes 2–15 ms, so a whole run pays well under half a second. */
export function face(name: FaceName): Face {
  const known = loaded.get(name);
  if (known) return known;
  const [pack, weight, slant] = FACES[name];
  const fonts = [open(pack, 'latin', weight, slant), open(pack, 'latin-ext', weight, slant)];
  const main = fonts[0]!;
  const top = (c: string): number => main.charToGlyph(c).getBoundingBox().y2 / main.unitsPerEm;
  const drop = -main.charToGlyph('p').getBoundingBox().y1 / main.unitsPerEm;
  const made = { name, fonts, cap: top('H'), x: top('x'), drop };
  loaded.set(name, made);
  return made;
}

/** The outline of a character: from the face, else from the two widest-ranging faces, else a missing-glyph box. */
export function sortOf(wanted: Face, char: string): Sort {
  for (const candidate of [wanted, face('garamond'), face('grotesk')]) {
    for (const font of candidate.fonts) {
      if (font.charToGlyphIndex(char) > 0) return { font, glyph: font.charToGlyph(char) };
    }
  }
  const font = wanted.fonts[0]!;
  return { font, glyph: font.glyphs.get(0) };
}

type Positioning = {
  getKerningTables(script: string): unknown[] | undefined;
  getKerningValue(tables: unknown[], left: number, right: number): number;
};
const kerns = new Map<string, number>();

/** Kerning of a pair in ems. The latn tables hold more than the default ones opentype.js reads by itself. */
export function kerning(left: Sort, right: Sort, key: string): number {
  if (left.font !== right.font) return 0;
  const cached = kerns.get(key);
  if (cached !== undefined) return cached;
  const { font } = left;
  const position = (font as unknown as { position: Positioning }).position;
  const tables = font.tables.gpos ? (position.getKerningTables('latn') ?? []) : [];
  let value = tables.length ? position.getKerningValue(tables, left.glyph.index, right.glyph.index) : 0;
  if (!value) value = font.getKerningValue(left.glyph, right.glyph);
  kerns.set(key, value / font.unitsPerEm);
  return value / font.unitsPerEm;
}

/** Faces whose kerning opentype.js cannot read (lookup type 9, or none at all): these are kerned by eye below. */
export const UNKERNED: readonly FaceName[] = ['garamond', 'garamondItalic', 'deco'];

const BANDS = 14;
type Profile = { left: number[]; right: number[] };
const profiles = new Map<Glyph, Profile>();

/** How far the outline reaches left and right in horizontal bands from descender to ascender, in ems. */
function profile(glyph: Glyph): Profile {
  const known = profiles.get(glyph);
  if (known) return known;
  const left = new Array<number>(BANDS).fill(Infinity);
  const right = new Array<number>(BANDS).fill(-Infinity);
  const mark = (x: number, y: number): void => {
    const centre = Math.floor((y + 0.25) * 12);
    for (const band of [centre - 1, centre, centre + 1]) {
      if (band < 0 || band >= BANDS) continue;
      left[band] = Math.min(left[band]!, x);
      right[band] = Math.max(right[band]!, x);
    }
  };
  let px = 0;
  let py = 0;
  for (const command of glyph.getPath(0, 0, 1).commands) {
    if (command.type === 'Z') continue;
    for (let t = 0; t <= 1; t += 0.125) {
      if (command.type !== 'M') mark(px + (command.x - px) * t, -(py + (command.y - py) * t));
    }
    [px, py] = [command.x, command.y];
  }
  const made = { left, right };
  profiles.set(glyph, made);
  return made;
}

/** Optical kerning in ems: pairs that leave a hole (AV, To, LT) are pulled together, by at most a tenth. */
export function opticalKerning(a: Sort, b: Sort): number {
  if (a.font !== b.font) return 0;
  const advance = (a.glyph.advanceWidth ?? 0) / a.font.unitsPerEm;
  const [pa, pb] = [profile(a.glyph), profile(b.glyph)];
  let gap = Infinity;
  for (let i = 0; i < BANDS; i++) gap = Math.min(gap, advance - pa.right[i]! + pb.left[i]!);
  return gap === Infinity ? 0 : -Math.min(0.1, Math.max(0, gap - 0.11));
}
