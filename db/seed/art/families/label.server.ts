import { darken, lighten } from '../colour.server.ts';
import { circle, dLeaf, dSector, ellipse, n, path, put, rect, stroke } from '../draw.server.ts';
import { motifFor } from '../motifs/index.server.ts';
import type { Motif } from '../motifs/tint.server.ts';
import { add, define } from '../stage.server.ts';
import type { Stage } from '../stage.server.ts';
import { loud, paint, partner, setAuthor, setTitle, tint, titleVoice, voice } from './common.server.ts';

type Tile = (c: readonly [string, string, string]) => string;
const lozenge = (r: number, fill: string): string => path(`M0 ${-r}L${r} 0L0 ${r}L${-r} 0Z`, fill);
const TILES: Tile[] = [
  ([a, b, c]) => circle(0, 0, 50, a) + circle(0, 0, 34, b) + circle(0, 0, 18, c),
  ([a, b, c]) =>
    [0, 90, 180, 270]
      .map((t) => path(dLeaf(0, 0, 52, t + 45, 0.34), a) + path(dLeaf(0, 0, 40, t, 0.22), b))
      .join('') + circle(0, 0, 8, c),
  ([a, b]) => path(dSector(-50, -50, 22, 60, 0, 90), a) + path(dSector(50, 50, 22, 60, 180, 270), b),
  ([a, b, c]) =>
    stroke('M0 52V-40', a, 4) +
    [-30, -8, 14]
      .map((y) => path(dLeaf(0, y + 14, 34, -40, 0.3) + dLeaf(0, y + 14, 34, 220, 0.3), b))
      .join('') +
    path(dLeaf(0, -28, 26, -90, 0.36), c),
  ([a, b, c]) => lozenge(50, a) + lozenge(32, b) + lozenge(14, c),
  ([a, b, c]) => [52, 36, 20].map((r, i) => path(dSector(0, 26, 0, r, 180, 360), [a, b, c][i]!)).join(''),
];

/** A printed pattern under a label, as on pattern-paper bindings. */
export function label(s: Stage): void {
  const { W, H, u, chance, pal } = s;
  paint(s, pal.ground);
  pattern(s);
  const speech = titleVoice(s);
  const round = chance.maybe(0.4);
  const paper = pal.dark ? '#f4ead6' : lighten(pal.ground, 0.7);
  const ink = voice(s, paper, [pal.ink, pal.ground, darken(pal.a, 0.5)], 5);
  const [lw, lh] = [W * 0.74, H * (s.tall ? 0.42 : 0.6)];
  const [x, y] = [(W - lw) / 2, (H - lh) / 2];
  const plate = (d: number, fill: string, more = ''): string =>
    round
      ? ellipse(W / 2, H / 2, lw / 2 + 3 * u - d, lh / 2 + 3 * u - d, fill, more)
      : rect(x + d, y + d, lw - 2 * d, lh - 2 * d, fill, more);
  const rule = (d: number, w: number): string => plate(d, 'none', `stroke="${ink}" stroke-width="${n(w)}"`);
  add(
    s,
    plate(-u, darken(pal.ground, 0.45), 'opacity=".28"'),
    plate(0, paper),
    rule(1.6 * u, 0.35 * u),
    rule(2.5 * u, 0.14 * u),
  );
  const width = lw * (round ? 0.7 : 0.84);
  const inset = round ? lh * 0.15 : 6.2 * u;
  const name = { ...partner(speech.face), width: width * (round ? 0.82 : 1), fill: ink, size: 5.4 };
  const author = setAuthor(s, { ...name, y: y + lh - inset, up: true });
  const accent = voice(s, paper, [pal.a, pal.c, ink], 4);
  const height = author.top - 4 * u - y - inset;
  setTitle(s, {
    ...speech,
    y: y + inset,
    height,
    width,
    fill: accent,
    max: 16 * u,
    lines: 5,
    stand: 'middle',
  });
}

/** The tile is defined once and used again and again: a tree of a motif repeated sixty times would be a megabyte. */
function pattern(s: Stage): void {
  const { W, H, chance, pal } = s;
  const columns = chance.whole(5, 7);
  const cell = W / columns;
  const motif: Motif | undefined = chance.maybe(0.45) ? motifFor(s) : undefined;
  const art = motif
    ? motif(tint(s, pal.ground))
    : chance.pick(TILES)([loud(s, pal.ground, 1.4), pal.b, pal.c]);
  const id = define(s, (name) => `<g id="${name}">${art}</g>`);
  const scale = motif ? cell * 0.42 : cell;
  for (let r = 0; r * cell * 0.9 < H + cell; r++) {
    for (let c = -1; c <= columns; c++) {
      const x = (c + 0.5 + (r % 2 ? 0.5 : 0)) * cell;
      const y = r * cell * (motif ? 0.95 : 1) + cell * 0.3;
      add(s, put(x, y, scale, `<use href="#${id}"/>`, motif && (r + c) % 2 ? 14 : 0));
    }
  }
}
