import { darken, mix } from '../colour.server.ts';
import { circle, dLeaf, ellipse, n, path, rect, stroke } from '../draw.server.ts';
import { add, linear, radial } from '../stage.server.ts';
import type { Stage } from '../stage.server.ts';
import { caption, film } from './photo-parts.server.ts';

const ROOMS = [
  ['#3c4a44', '#7a5a3c'],
  ['#5a2f2a', '#2b1b18'],
  ['#c7b9a3', '#8a6a4a'],
  ['#26323d', '#11181f'],
  ['#b98b72', '#5e3c30'],
  ['#8c9a8a', '#4e5a4c'],
  ['#2f4f5a', '#1b2a2e'],
  ['#7c6a86', '#3d3144'],
] as const;
const SKINS = ['#b8321f', '#d98a1f', '#8a9a2e', '#5e1f3a', '#e0b33c'];

/** A still life: one lit fruit, or three, on the edge of a table. */
export function still(s: Stage): void {
  const { W, H, u, chance } = s;
  const [wall, table] = chance.pick(ROOMS);
  const edge = H * (s.tall ? 0.74 : 0.72);
  const light = radial(
    s,
    [
      [0, '#fff1d6', 0.4],
      [1, '#000000', 0.38],
    ],
    [0.26, 0.5, 0.95],
  );
  add(s, rect(0, 0, W, H, wall), rect(0, 0, W, edge, light));
  const wood = linear(s, [
    [0, mix(table, '#fff1d6', 0.28)],
    [0.08, table],
    [1, darken(table, 0.7)],
  ]);
  add(s, rect(0, edge, W, H, wood));
  const skins = chance.shuffle(SKINS);
  const r = chance.between(15, 19) * u;
  const base = edge + 7 * u;
  const stalk = darken(table, 0.75);
  if (chance.maybe(0.7)) add(s, fruit(s, W * 0.68, base - r * 0.95, r * 0.82, skins[1]!, stalk));
  if (chance.maybe(0.5)) add(s, fruit(s, W * 0.2, base - r * 0.55, r * 0.7, skins[2]!, stalk));
  add(s, fruit(s, W * 0.42, base - r * 0.55 + 2 * u, r, skins[0]!, stalk));
  add(s, film(s, { sky: [wall, wall, wall], glow: wall, dark: '#0b0806' }));
  caption(s, 'top', '#fff6e4', s.tall ? 0.28 : 0.24);
}

function fruit(s: Stage, x: number, y: number, r: number, skin: string, wood: string): string {
  const { chance } = s;
  const cast = radial(s, [
    [0, '#000000', 0.62],
    [0.5, '#000000', 0.34],
    [1, '#000000', 0],
  ]);
  const lit = mix(skin, '#fff3d8', 0.72);
  const body = radial(
    s,
    [
      [0, lit],
      [0.25, mix(skin, '#fff3d8', 0.2)],
      [0.62, skin],
      [1, darken(skin, 0.74)],
    ],
    [0.34, 0.3, 0.8],
  );
  const stem = `M${n(x)} ${n(y - r * 0.87)}q${n(r * 0.02)} ${n(-r * 0.2)} ${n(r * 0.16)} ${n(-r * 0.34)}`;
  const green = linear(
    s,
    [
      [0, '#7d8f52'],
      [1, '#2f4424'],
    ],
    [0, 0, 1, 1],
  );
  const leaf = path(dLeaf(x + r * 0.06, y - r * 1.0, r * 0.7, chance.between(-30, 10), 0.26), green);
  return [
    ellipse(x + r * 0.7, y + r * 0.94, r * 1.55, r * 0.2, cast),
    circle(x, y, r, body),
    ellipse(x, y - r * 0.87, r * 0.24, r * 0.08, darken(skin, 0.55)),
    stroke(stem, wood, r * 0.06),
    chance.maybe(0.6) ? leaf : '',
  ].join('');
}
