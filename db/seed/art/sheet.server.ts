/** A whole cover laid flat: the front as it is drawn for screens, a spine and a back in its colours. At 300 pixels to an inch. */
import { composeCover } from './cover.server.ts';
import type { CoverDraft } from './cover.server.ts';
import { n, rect } from './draw.server.ts';
import { balanced, blockOf, fit, place } from './setting.server.ts';
import type { Fit } from './setting.server.ts';
import { chance } from './random.server.ts';
import type { Stage } from './stage.server.ts';

/** Inches from the top left corner. */
export type Area = { x: number; y: number; w: number; h: number };
export type Sheet = {
  width: number;
  height: number;
  back: Area;
  spine: Area;
  front: Area;
  /** Where the printer puts the barcode, if it does. */
  barcode: Area | null;
};
export type SheetDraft = { cover: CoverDraft; sheet: Sheet; blurb: string };

export const SHEET_DPI = 300;
/** Narrower spines carry no words. */
const NARROWEST = 0.3;
/** White around the barcode, in inches. */
const QUIET = 0.06;
const px = (inches: number) => Math.round(inches * SHEET_DPI);
const inset = ({ x, y, w, h }: Area, by: number): Area => ({
  x: x + by,
  y: y + by,
  w: w - 2 * by,
  h: h - 2 * by,
});

/** → a complete SVG document, as large as the sheet; deterministic for the same draft. */
export function drawSheet({ cover, sheet, blurb }: SheetDraft): string {
  const [W, H] = [px(sheet.width), px(sheet.height)];
  const front = composeCover({ ...cover, shape: 'portrait' });
  const { pal } = front;
  const stage: Stage = {
    ...{ W, H, m: 0, u: W / 100, tall: false, draft: cover, chance: chance(cover.seed), pal },
    ...{ body: [], defs: [], boxes: [] },
  };
  const backwards = sheet.back.x > sheet.front.x;
  // The front runs over its outer edges as far as the sheet does.
  const left = backwards ? 0 : px(sheet.front.x);
  const right = backwards ? px(sheet.front.x + sheet.front.w) : W;
  const picture = front.svg.replace(
    /^<svg [^>]*>/,
    `<svg x="${left}" y="0" width="${right - left}" height="${H}" viewBox="0 0 ${front.width} ${front.height}" preserveAspectRatio="xMidYMid slice">`,
  );
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${W} ${H}" width="${W}" height="${H}">` +
    rect(0, 0, W, H, pal.ground) +
    rect(px(sheet.spine.x), 0, px(sheet.spine.w), H, pal.ink) +
    back(stage, sheet, blurb) +
    spine(stage, sheet.spine) +
    picture +
    '</svg>'
  );
}

function back(stage: Stage, { back: panel, barcode }: Sheet, blurb: string): string {
  const { x, y, w, h } = inset(panel, 0.6);
  const measure: Fit = { face: 'garamond', width: px(w), height: px(h * 0.62), max: 52, leading: 1.3 };
  const text = blockOf(balanced(blurb, Math.ceil(blurb.length / 54), measure), measure);
  const rule = px(y) - px(0.2);
  return (
    // A line along the edges, which keeps the back from looking empty.
    rect(px(x), rule, px(w), 6, stage.pal.a) +
    place(stage, text, { x: px(x), y: px(y), fill: stage.pal.ink }) +
    (barcode ? box(inset(barcode, -QUIET)) : '')
  );
}

const box = ({ x, y, w, h }: Area) => rect(px(x), px(y), px(w), px(h), '#ffffff');

/** Title and author from top to bottom, as English books have them. */
function spine(stage: Stage, panel: Area): string {
  if (panel.w < NARROWEST) return '';
  const { title, author } = stage.draft;
  const middle = panel.x + panel.w / 2;
  const set = (text: string, length: number, top: number) => {
    const block = fit(text, { face: 'grotesk', width: px(length), height: px(panel.w * 0.4), lines: 1 });
    const at = `rotate(90 ${n(px(middle))} ${n(px(top))})`;
    const line = place(stage, block, {
      x: px(middle),
      y: px(top) - block.height / 2,
      fill: stage.pal.ground,
    });
    return `<g transform="${at}">${line}</g>`;
  };
  return (
    set(title, panel.h * 0.55, panel.y + panel.h * 0.08) +
    set(author, panel.h * 0.25, panel.y + panel.h * 0.68)
  );
}
