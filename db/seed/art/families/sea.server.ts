import { mix } from '../colour.server.ts';
import { circle, dSmooth, faded, group, n, path, rect } from '../draw.server.ts';
import { add, linear } from '../stage.server.ts';
import type { Stage } from '../stage.server.ts';
import { dUnder, ridge } from '../texture.server.ts';
import { LIGHTS, caption, film, halo, paintSky } from './photo-parts.server.ts';

export function sea(s: Stage): void {
  const { W, H, u, chance } = s;
  const light = chance.pick(LIGHTS);
  const horizon = H * chance.between(0.56, 0.64);
  paintSky(s, light, 0.6);
  const x = W * chance.between(0.3, 0.7);
  const y = horizon - chance.between(6, 22) * u;
  add(s, halo(s, x, y, 70 * u, light.glow, 0.75), circle(x, y, chance.between(5, 9) * u, light.glow));
  for (let i = 0; i < 4; i++)
    add(
      s,
      faded(
        0.13,
        path(
          dSmooth(
            [
              [-40, horizon - (8 + i * 9) * u],
              [W * 0.3, horizon - (10 + i * 9 + chance.between(-3, 3)) * u],
              [W * 0.7, horizon - (7 + i * 9) * u],
              [W + 40, horizon - (9 + i * 9) * u],
              [W * 0.7, horizon - (5 + i * 9) * u],
              [W * 0.35, horizon - (7 + i * 9) * u],
            ],
            true,
          ),
          light.glow,
        ),
      ),
    );
  if (chance.maybe(0.6))
    add(s, path(dUnder(s, ridge(s, horizon - 2 * u, 5 * u, 0.5, 5)), mix(light.dark, light.sky[1], 0.55)));
  add(
    s,
    rect(
      0,
      horizon,
      W,
      H,
      linear(s, [
        [0, mix(light.sky[2], light.sky[1], 0.4)],
        [0.4, mix(light.sky[1], light.dark, 0.35)],
        [1, light.dark],
      ]),
    ),
  );
  let glints = '';
  for (let i = 0; i < 420; i++) {
    const t = chance.next() ** 1.6;
    const yy = horizon + 0.5 * u + t * (H - horizon) * 0.85;
    const spread = (4 + t * 26) * u;
    const off = (chance.next() + chance.next() - 1) * spread;
    const w = (0.5 + t * 4) * u * chance.between(0.4, 1.3);
    glints += `M${n(x + off - w)} ${n(yy)}q${n(w)} ${n(-0.22 * u)} ${n(2 * w)} 0q${n(-w)} ${n(0.22 * u)} ${n(-2 * w)} 0z`;
  }
  add(s, path(glints, light.glow, 'opacity=".5"'));
  if (chance.maybe(0.55)) {
    const bx = W * (x > W / 2 ? 0.3 : 0.7);
    add(
      s,
      group(
        `translate(${n(bx)} ${n(horizon + 3 * u)}) scale(${(u / 16).toFixed(2)})`,
        path('M-70 0H70C60 26 40 30 20 30H-30C-50 30 -62 20 -70 0Z', light.dark),
        path('M-2 -6V-150L60 -8ZM-8 -6V-110L-48 -8Z', mix(light.dark, light.sky[1], 0.2)),
        faded(0.3, path('M-60 34H60L40 120L-10 90Z', light.dark)),
      ),
    );
  }
  add(s, film(s, light));
  caption(s, 'top', '#fffaf0', 0.27);
}
