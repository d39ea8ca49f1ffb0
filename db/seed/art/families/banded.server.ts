import { contrast, mix } from '../colour.server.ts';
import { ellipse, n, put, rect } from '../draw.server.ts';
import { motifFor } from '../motifs/index.server.ts';
import { fit, place } from '../setting.server.ts';
import { add } from '../stage.server.ts';
import type { Stage } from '../stage.server.ts';
import { imprint } from '../words.server.ts';
import { paint, setAuthor, setLine, setTitle, voice } from './common.server.ts';

const PAPER = '#f6efdf';
const INK = '#1b1714';

/** The banded paperback: two fields of colour, a pale one between. */
export function banded(s: Stage): void {
  const { W, H, m, u, chance, pal } = s;
  const band = [pal.a, pal.c, pal.b].find((colour) => contrast(colour, PAPER) > 2.4) ?? pal.ink;
  paint(s, band);
  const [from, to] = s.tall ? [H * 0.3, H * 0.66] : [H * 0.28, H * 0.64];
  add(s, rect(0, from, W, to - from, PAPER));
  cartouche(s, from * 0.46, band);
  const face = chance.pick(['geometricBold', 'groteskBold', 'didoneBold'] as const);
  const foot = to - 4.5 * u;
  const author = setAuthor(s, {
    face: 'geometric',
    caps: true,
    tracking: 0.08,
    y: foot,
    up: true,
    fill: INK,
    size: 5.6,
  });
  add(s, rect(W / 2 - 9 * u, author.top - 4.2 * u, 18 * u, 0.45 * u, band));
  const top = from + 4.5 * u;
  const height = author.top - 7.5 * u - top;
  setTitle(s, {
    face,
    caps: face === 'geometricBold',
    y: top,
    height,
    fill: INK,
    max: 13 * u,
    stand: 'middle',
    lines: 4,
  });
  const main = voice(s, band, [INK, PAPER], 4.5);
  const tone = (share: number): string => mix(main, band, share);
  const mark = motifFor(s)({ main, shade: tone(0.45), light: tone(0.8), accent: tone(0.25), hole: band });
  add(s, put(W / 2, (to + H) / 2 - u, (H - to) * 0.37, mark));
  const number = chance.pick(['No. 17', 'No. 42', 'No. 118', '3/6', 'Classics']);
  if (chance.maybe(0.5))
    setLine(s, number, { face: 'geometric', size: 3, y: H - m, up: true, align: 'left', fill: main });
}

function cartouche(s: Stage, y: number, band: string): void {
  const { W, u } = s;
  const block = fit(imprint(s), { face: 'deco', width: W * 0.42, height: 6 * u, max: 5.6 * u });
  const [rx, ry] = [block.width / 2 + 7 * u, block.height / 2 + 4.4 * u];
  const rule = `stroke="${band}" stroke-width="${n(0.4 * u)}"`;
  add(s, ellipse(W / 2, y, rx, ry, PAPER), ellipse(W / 2, y, rx - u, ry - 0.9 * u, 'none', rule));
  add(s, place(s, block, { x: W / 2, y: y - block.height / 2, align: 'center', fill: INK }));
}
