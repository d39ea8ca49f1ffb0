import { darken, lighten } from '../colour.server.ts';
import { circle, dLeaf, dSector, ellipse, group, n, path, poly, put, rect, stroke } from '../draw.server.ts';
import { motifFor } from '../motifs/index.server.ts';
import type { Motif } from '../motifs/tint.server.ts';
import { add } from '../stage.server.ts';
import type { Stage } from '../stage.server.ts';
import { loud, paint, partner, setAuthor, setTitle, tint, titleVoice, voice } from './common.server.ts';

type Tile = (c: [string, string, string], i: number) => string;

const TILES: Tile[] = [
  ([a, b, c]) => circle(0, 0, 50, a) + circle(0, 0, 34, b) + circle(0, 0, 18, c),
  ([a, b, c]) =>
    [0, 90, 180, 270].map((t) => path(dLeaf(0, 0, 52, t + 45, 0.34), a)).join('') +
    [0, 90, 180, 270].map((t) => path(dLeaf(0, 0, 40, t, 0.22), b)).join('') +
    circle(0, 0, 8, c),
  ([a, b], i) =>
    group(
      `rotate(${(i % 4) * 90})`,
      path(dSector(-50, -50, 22, 60, 0, 90), a),
      path(dSector(50, 50, 22, 60, 180, 270), b),
    ),
  ([a, b, c]) =>
    stroke('M0 52V-40', a, 4) +
    [-30, -8, 14]
      .map((y) => path(dLeaf(0, y + 14, 34, -40, 0.3), b) + path(dLeaf(0, y + 14, 34, 220, 0.3), b))
      .join('') +
    path(dLeaf(0, -28, 26, -90, 0.36), c),
  ([a, b, c]) =>
    poly(
      [
        [0, -50],
        [50, 0],
        [0, 50],
        [-50, 0],
      ],
      a,
    ) +
    poly(
      [
        [0, -32],
        [32, 0],
        [0, 32],
        [-32, 0],
      ],
      b,
    ) +
    poly(
      [
        [0, -14],
        [14, 0],
        [0, 14],
        [-14, 0],
      ],
      c,
    ),
  ([a, b, c]) =>
    path(dSector(0, 26, 0, 52, 180, 360), a) +
    path(dSector(0, 26, 0, 36, 180, 360), b) +
    path(dSector(0, 26, 0, 20, 180, 360), c),
];

/** A printed pattern under a label, as on pattern-paper bindings. */
export function label(s: Stage): void {
  const { W, H, u, chance, pal } = s;
  paint(s, pal.ground);
  const columns = chance.whole(5, 7);
  const cell = W / columns;
  const colours: [string, string, string] = [loud(s, pal.ground, 1.4), pal.b, pal.c];
  const motif: Motif | undefined = chance.maybe(0.45) ? motifFor(s) : undefined;
  const tile = chance.pick(TILES);
  const t = tint(s, pal.ground);
  for (let r = 0; r * cell * 0.9 < H + cell; r++) {
    for (let c = -1; c <= columns; c++) {
      const x = (c + 0.5 + (r % 2 ? 0.5 : 0)) * cell;
      const y = r * cell * (motif ? 0.95 : 1) + cell * 0.3;
      add(
        s,
        put(
          x,
          y,
          motif ? cell * 0.42 : cell,
          motif ? motif(t) : tile(colours, r + c + 8),
          motif && (r + c) % 2 ? 14 : 0,
        ),
      );
    }
  }
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
  add(
    s,
    plate(-1 * u, darken(pal.ground, 0.45), 'opacity=".28"'),
    plate(0, paper),
    plate(1.6 * u, 'none', `stroke="${ink}" stroke-width="${n(0.35 * u)}"`),
    plate(2.5 * u, 'none', `stroke="${ink}" stroke-width="${n(0.14 * u)}"`),
  );
  const width = lw * (round ? 0.7 : 0.84);
  const author = setAuthor(s, {
    ...partner(speech.face),
    y: y + lh - (round ? 0.13 * lh : 6 * u),
    up: true,
    width: width * (round ? 0.82 : 1),
    fill: ink,
    size: 5.4,
  });
  const accent = voice(s, paper, [pal.a, pal.c, ink], 4);
  const title = {
    ...speech,
    y: y + (round ? lh * 0.16 : 6.5 * u),
    height: author.top - 4 * u - y - (round ? lh * 0.16 : 6.5 * u),
    width,
    fill: accent,
    max: 16 * u,
    lines: 5,
    stand: 'middle' as const,
  };
  setTitle(s, title);
}
