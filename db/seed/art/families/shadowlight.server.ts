import { darken, mix } from '../colour.server.ts';
import { blended, dLeaf, dSmooth, faded, group, n, path, rect, stroke } from '../draw.server.ts';
import type { Point } from '../draw.server.ts';
import { add, clipped, linear } from '../stage.server.ts';
import type { Stage } from '../stage.server.ts';
import { caption, film } from './photo-parts.server.ts';

/** Light from a window on a wall, with the shadow of a plant. */
export function shadowlight(s: Stage): void {
  const { W, H, u, chance } = s;
  const wall = chance.pick(['#d8a48f', '#c9b79c', '#9db0a5', '#d9c8b4', '#b7a6bd', '#e0b06f', '#8fa5b8']);
  const dark = darken(wall, 0.72);
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
          [0, mix(wall, dark, 0.45)],
          [0.5, mix(wall, dark, 0.25)],
          [1, mix(wall, dark, 0.52)],
        ],
        [0, 0, 1, 1],
      ),
    ),
  );
  const lit = mix(wall, '#fff2dc', 0.62);
  const skew = chance.between(-18, -10);
  const [x0, y0, w, h] = [W * 0.2, H * (s.tall ? 0.46 : 0.4), W * 0.27, H * 0.19];
  let panes = '';
  for (let r = 0; r < 2; r++)
    for (let c = 0; c < 2; c++)
      panes += `M${n(x0 + c * (w + 2 * u))} ${n(y0 + r * (h + 2 * u))}h${n(w)}v${n(h)}h${n(-w)}z`;
  const turn = `rotate(${n(skew * 0.3)} ${n(W / 2)} ${n(H * 0.6)}) skewY(${n(skew * 0.6)}) translate(0 ${n(9 * u)})`;
  for (const [grow, o] of [
    [3, 0.14],
    [2, 0.2],
    [1, 0.32],
  ] as const)
    add(
      s,
      group(
        turn,
        path(
          panes,
          lit,
          `stroke="${lit}" stroke-width="${n(grow * 0.9 * u)}" stroke-linejoin="round" opacity="${o}"`,
        ),
      ),
    );
  add(s, group(turn, path(panes, lit, 'opacity=".85"')));
  const shade = mix(wall, dark, 0.42);
  const stems: string[] = [];
  const side = chance.maybe(0.5) ? 1 : -1;
  for (let i = 0; i < 6; i++) {
    const foot: Point = [W * (0.5 + side * 0.2) + i * 1.5 * u, H * 1.02];
    const tip: Point = [foot[0] + chance.between(-26, 16) * u, H * chance.between(0.5, 0.68)];
    const mid: Point = [(foot[0] + tip[0]) / 2 + chance.between(-4, 4) * u, (foot[1] + tip[1]) / 2];
    stems.push(stroke(dSmooth([foot, mid, tip]), shade, 0.7 * u));
    for (let k = 1; k < 9; k++) {
      const t = k / 9;
      const [px, py] =
        t < 0.5
          ? [foot[0] + (mid[0] - foot[0]) * t * 2, foot[1] + (mid[1] - foot[1]) * t * 2]
          : [mid[0] + (tip[0] - mid[0]) * (t * 2 - 1), mid[1] + (tip[1] - mid[1]) * (t * 2 - 1)];
      for (const sgn of [-1, 1])
        stems.push(path(dLeaf(px, py, (13 - k * 0.7) * u, -90 + sgn * chance.between(38, 62), 0.17), shade));
    }
  }
  add(s, clipped(s, `M0 0H${W}V${H}H0Z`, blended('multiply', faded(0.8, ...stems))));
  add(s, film(s, { sky: [wall, wall, wall], glow: lit, dark }));
  caption(s, 'top', '#fffaf0', 0.24);
}
