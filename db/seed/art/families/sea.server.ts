import { mix } from '../colour.server.ts';
import { circle, dSmooth, faded, group, n, path, rect } from '../draw.server.ts';
import type { Point } from '../draw.server.ts';
import { add, linear } from '../stage.server.ts';
import type { Stage } from '../stage.server.ts';
import { dUnder, ridge } from '../texture.server.ts';
import { LIGHTS, caption, film, halo, paintSky } from './photo-parts.server.ts';
import type { Light } from './photo-parts.server.ts';

/** Open water under a low sun or moon; now and then a boat. */
export function sea(s: Stage): void {
  const { W, H, u, chance } = s;
  const light = chance.pick(LIGHTS);
  const horizon = H * chance.between(0.56, 0.64);
  paintSky(s, light, 0.6);
  const x = W * chance.between(0.3, 0.7);
  const y = horizon - chance.between(6, 22) * u;
  add(s, halo(s, x, y, 70 * u, light.glow, 0.75), circle(x, y, chance.between(5, 9) * u, light.glow));
  clouds(s, horizon, light.glow);
  const coast = ridge(s, horizon - 2 * u, 5 * u, 0.5, 5);
  if (chance.maybe(0.6)) add(s, path(dUnder(s, coast), mix(light.dark, light.sky[1], 0.55)));
  const near = mix(light.sky[2], light.sky[1], 0.4);
  const water = linear(s, [
    [0, near],
    [0.4, mix(light.sky[1], light.dark, 0.35)],
    [1, light.dark],
  ]);
  add(s, rect(0, horizon, W, H, water), path(glitter(s, x, horizon), light.glow, 'opacity=".5"'));
  if (chance.maybe(0.55)) add(s, yacht(s, W * (x > W / 2 ? 0.3 : 0.7), horizon + 3 * u, light));
  add(s, film(s, light));
  caption(s, 'top', '#fffaf0', 0.27);
}

function clouds(s: Stage, horizon: number, glow: string): void {
  const { W, u, chance } = s;
  for (let i = 0; i < 4; i++) {
    const y = (lift: number): number => horizon - (lift + i * 9) * u;
    const upper: Point[] = [
      [-40, y(8)],
      [W * 0.3, y(10 + chance.between(-3, 3))],
      [W * 0.7, y(7)],
      [W + 40, y(9)],
    ];
    add(s, faded(0.13, path(dSmooth([...upper, [W * 0.7, y(5)], [W * 0.35, y(7)]], true), glow)));
  }
}

/** The path of light on the water: lens-shaped glints that widen towards the viewer. */
function glitter({ H, u, chance }: Stage, x: number, horizon: number): string {
  let d = '';
  for (let i = 0; i < 420; i++) {
    const t = chance.next() ** 1.6;
    const y = horizon + 0.5 * u + t * (H - horizon) * 0.85;
    const off = (chance.next() + chance.next() - 1) * (4 + t * 26) * u;
    const w = (0.5 + t * 4) * u * chance.between(0.4, 1.3);
    d += `M${n(x + off - w)} ${n(y)}q${n(w)} ${n(-0.22 * u)} ${n(2 * w)} 0q${n(-w)} ${n(0.22 * u)} ${n(-2 * w)} 0z`;
  }
  return d;
}

function yacht({ u }: Stage, x: number, y: number, { dark, sky }: Light): string {
  return group(
    `translate(${n(x)} ${n(y)}) scale(${(u / 16).toFixed(2)})`,
    path('M-70 0H70C60 26 40 30 20 30H-30C-50 30 -62 20 -70 0Z', dark),
    path('M-2 -6V-150L60 -8ZM-8 -6V-110L-48 -8Z', mix(dark, sky[1], 0.2)),
    faded(0.3, path('M-60 34H60L40 120L-10 90Z', dark)),
  );
}
