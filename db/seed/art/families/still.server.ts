import { darken, mix } from '../colour.server.ts';
import { circle, dLeaf, ellipse, n, path, rect, stroke } from '../draw.server.ts';
import { add, linear, radial } from '../stage.server.ts';
import type { Stage } from '../stage.server.ts';
import { caption, film } from './photo-parts.server.ts';

/** A still life: one lit round form, or three, on a table edge. */
export function still(s: Stage): void {
  const { W, H, u, chance } = s;
  const [wall, table] = chance.pick([
    ['#3c4a44', '#7a5a3c'],
    ['#5a2f2a', '#2b1b18'],
    ['#c7b9a3', '#8a6a4a'],
    ['#26323d', '#11181f'],
    ['#b98b72', '#5e3c30'],
    ['#8c9a8a', '#4e5a4c'],
  ] as [string, string][]);
  const edge = H * (s.tall ? 0.74 : 0.72);
  add(
    s,
    rect(0, 0, W, H, wall),
    rect(
      0,
      0,
      W,
      edge,
      radial(
        s,
        [
          [0, '#fff1d6', 0.4],
          [1, '#000000', 0.38],
        ],
        [0.26, 0.5, 0.95],
      ),
    ),
  );
  add(
    s,
    rect(
      0,
      edge,
      W,
      H,
      linear(s, [
        [0, mix(table, '#fff1d6', 0.28)],
        [0.08, table],
        [1, darken(table, 0.7)],
      ]),
    ),
  );
  const fruit = (x: number, y: number, r: number, skin: string): void => {
    add(
      s,
      ellipse(
        x + r * 0.7,
        y + r * 0.94,
        r * 1.55,
        r * 0.2,
        radial(s, [
          [0, '#000000', 0.62],
          [0.5, '#000000', 0.34],
          [1, '#000000', 0],
        ]),
      ),
    );
    add(
      s,
      circle(
        x,
        y,
        r,
        radial(
          s,
          [
            [0, mix(skin, '#fff3d8', 0.72)],
            [0.25, mix(skin, '#fff3d8', 0.2)],
            [0.62, skin],
            [1, darken(skin, 0.74)],
          ],
          [0.34, 0.3, 0.8],
        ),
      ),
    );
    add(
      s,
      ellipse(x, y - r * 0.87, r * 0.24, r * 0.08, darken(skin, 0.55)),
      stroke(
        `M${n(x)} ${n(y - r * 0.87)}q${n(r * 0.02)} ${n(-r * 0.2)} ${n(r * 0.16)} ${n(-r * 0.34)}`,
        darken(table, 0.75),
        r * 0.06,
      ),
    );
    if (chance.maybe(0.6))
      add(
        s,
        path(
          dLeaf(x + r * 0.06, y - r * 1.04, r * 0.7, chance.between(-30, 10), 0.26),
          linear(
            s,
            [
              [0, '#7d8f52'],
              [1, '#2f4424'],
            ],
            [0, 0, 1, 1],
          ),
        ),
      );
  };
  const skins = chance.shuffle(['#b8321f', '#d98a1f', '#8a9a2e', '#5e1f3a', '#e0b33c']);
  const r = chance.between(15, 19) * u;
  const base = edge + 7 * u;
  if (chance.maybe(0.7)) fruit(W * 0.68, base - r * 0.95, r * 0.82, skins[1]!);
  if (chance.maybe(0.5)) fruit(W * 0.2, base - r * 0.55, r * 0.7, skins[2]!);
  fruit(W * 0.42, base - r * 0.55 + 2 * u, r, skins[0]!);
  add(s, film(s, { sky: [wall, wall, wall], glow: wall, dark: '#0b0806' }));
  caption(s, 'top', '#fff6e4', s.tall ? 0.28 : 0.24);
}
