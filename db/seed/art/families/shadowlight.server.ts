import { darken, mix } from '../colour.server.ts';
import { blended, dLeaf, dRect, dSmooth, faded, group, n, path, rect, stroke } from '../draw.server.ts';
import type { Point } from '../draw.server.ts';
import { add, linear } from '../stage.server.ts';
import type { Stage } from '../stage.server.ts';
import { caption, film } from './photo-parts.server.ts';

const WALLS = [
  '#d8a48f',
  '#c9b79c',
  '#9db0a5',
  '#d9c8b4',
  '#b7a6bd',
  '#e0b06f',
  '#8fa5b8',
  '#c98b7a',
  '#7f9a86',
];

/** Light from a window on a wall, with the shadow of a plant. */
export function shadowlight(s: Stage): void {
  const { W, H, u, chance } = s;
  const wall = chance.pick(WALLS);
  const dark = darken(wall, 0.72);
  const tone = (k: number): string => mix(wall, dark, k);
  add(
    s,
    rect(
      0,
      0,
      W,
      H,
      linear(
        s,
        [
          [0, tone(0.45)],
          [0.5, tone(0.25)],
          [1, tone(0.52)],
        ],
        [0, 0, 1, 1],
      ),
    ),
  );
  const lit = mix(wall, '#fff2dc', 0.62);
  const [x, y, w, h] = [W * 0.2, H * (s.tall ? 0.46 : 0.4), W * 0.27, H * 0.19];
  const [right, below] = [x + w + 2 * u, y + h + 2 * u];
  const panes = [
    [x, y],
    [right, y],
    [x, below],
    [right, below],
  ]
    .map(([px, py]) => dRect(px!, py!, w, h))
    .join('');
  const skew = chance.between(-18, -10);
  const turn = `rotate(${n(skew * 0.3)} ${n(W / 2)} ${n(H * 0.6)}) skewY(${n(skew * 0.6)}) translate(0 ${n(9 * u)})`;
  for (const [grow, opacity] of [
    [2.7, 0.14],
    [1.8, 0.2],
    [0.9, 0.32],
  ] as const) {
    const edge = `stroke="${lit}" stroke-width="${n(grow * u)}" stroke-linejoin="round" opacity="${opacity}"`;
    add(s, group(turn, path(panes, lit, edge)));
  }
  add(s, group(turn, path(panes, lit, 'opacity=".85"')));
  add(s, blended('multiply', faded(0.8, plant(s, tone(0.42)))));
  add(s, film(s, { sky: [wall, wall, wall], glow: lit, dark }));
  caption(s, 'top', '#fffaf0', 0.24);
}

/** Six stems of paired leaves, out of the frame at the foot. */
function plant(s: Stage, shade: string): string {
  const { W, H, u, chance } = s;
  const side = chance.pick([-1, 1]);
  return Array.from({ length: 6 }, (_, i) => {
    const foot: Point = [W * (0.5 + side * 0.2) + i * 1.5 * u, H * 1.02];
    const tip: Point = [foot[0] + chance.between(-26, 16) * u, H * chance.between(0.5, 0.68)];
    const mid: Point = [(foot[0] + tip[0]) / 2 + chance.between(-4, 4) * u, (foot[1] + tip[1]) / 2];
    let leaves = '';
    for (let k = 1; k < 9; k++) {
      const t = k / 9;
      const [a, b, share] = t < 0.5 ? [foot, mid, t * 2] : [mid, tip, t * 2 - 1];
      const [x, y] = [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share];
      for (const turn of [-1, 1])
        leaves += dLeaf(x, y, (13 - k * 0.7) * u, -90 + turn * chance.between(38, 62), 0.17);
    }
    return stroke(dSmooth([foot, mid, tip]), shade, 0.7 * u) + path(leaves, shade);
  }).join('');
}
