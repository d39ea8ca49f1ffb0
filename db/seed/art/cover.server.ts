/**
 * The studio of the sample catalogue: draws believable book covers as SVG, all type as outlines.
 * It hides typefaces, palettes, motifs and layouts; callers give a draft and get a picture, the same one every time.
 * It must not know the database, storage or the network.
 */
import { chooseFamily, FAMILIES } from './families/index.server.ts';
import type { FamilyName } from './families/index.server.ts';
import { palettesFor } from './palettes.server.ts';
import type { Palette } from './palettes.server.ts';
import { chance } from './random.server.ts';
import type { Box, CoverDraft, Stage } from './stage.server.ts';

export type { Box, CoverDraft } from './stage.server.ts';
export type Composition = {
  svg: string;
  family: FamilyName;
  pal: Palette;
  width: number;
  height: number;
  boxes: Box[];
};

/** Draws a cover and tells what was done: the layout family and where the type stands. A family can be asked for by name. */
export function composeCover(draft: CoverDraft, wanted?: FamilyName): Composition {
  const [W, H] = draft.shape === 'square' ? [2400, 2400] : [1600, 2560];
  const rand = chance([draft.seed, draft.title, draft.author, draft.genre, draft.style].join('\u0000'));
  const family = wanted ?? chooseFamily(draft, rand);
  const stage: Stage = {
    W,
    H,
    m: W * 0.07,
    u: W / 100,
    tall: H > W,
    draft,
    chance: rand,
    pal: rand.pick(palettesFor(draft.genre)),
    body: [],
    defs: [],
    boxes: [],
  };
  FAMILIES[family](stage);
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${W} ${H}" width="${W}" height="${H}">` +
    `<defs>${stage.defs.join('')}</defs>${stage.body.join('')}</svg>`;
  return { svg, family, pal: stage.pal, width: W, height: H, boxes: stage.boxes };
}

/** → a complete SVG document, 1600×2560 units portrait or 2400×2400 square; deterministic for the same draft. */
export function drawCover(draft: CoverDraft): string {
  return composeCover(draft).svg;
}
