import { darken, mix } from '../colour.server.ts';
import { circle, faded, line, rect } from '../draw.server.ts';
import { add, linear, radial } from '../stage.server.ts';
import type { Stage } from '../stage.server.ts';
import { LIGHTS, caption, figure, film, halo } from './photo-parts.server.ts';

export function bokeh(s: Stage): void {
  const { W, H, u, chance } = s;
  const light = chance.pick(LIGHTS.filter((l) => l.dark < '#18'));
  add(
    s,
    rect(
      0,
      0,
      W,
      H,
      linear(s, [
        [0, light.dark],
        [0.5, mix(light.sky[0], light.dark, 0.35)],
        [1, light.dark],
      ]),
    ),
  );
  const lamps = [
    light.glow,
    light.sky[2],
    '#ffb35c',
    '#ff6b5e',
    '#ffe0a3',
    mix(light.sky[1], '#ffffff', 0.3),
  ];
  for (let i = 0; i < 46; i++) {
    const t = chance.next();
    const [x, y, r] = [
      chance.between(-0.05, 1.05) * W,
      H * (0.4 + (chance.next() + chance.next() - 1) * 0.2),
      (1.6 + t * t * 7.5) * u,
    ];
    const c = chance.pick(lamps);
    add(
      s,
      faded(
        chance.between(0.16, 0.62),
        circle(
          x,
          y,
          r,
          radial(s, [
            [0, c, 0.55],
            [0.86, c, 0.75],
            [0.94, c, 1],
            [1, c, 0.1],
          ]),
        ),
      ),
    );
  }
  add(
    s,
    rect(
      0,
      H * 0.58,
      W,
      H * 0.42,
      linear(s, [
        [0, light.dark, 0],
        [0.25, light.dark, 0.8],
        [1, light.dark],
      ]),
    ),
  );
  for (let i = 0; i < 24; i++) {
    const c = chance.pick(lamps);
    const x = chance.next() * W;
    const h = chance.between(8, 26) * u;
    add(
      s,
      faded(
        0.22,
        rect(
          x,
          H * 0.62,
          chance.between(0.8, 3.4) * u,
          h,
          linear(s, [
            [0, c, 0],
            [0.3, c, 0.9],
            [1, c, 0],
          ]),
        ),
      ),
    );
  }
  const fx = W * chance.between(0.36, 0.64);
  const ink = darken(light.dark, 0.5);
  add(s, halo(s, fx, H * 0.6, 34 * u, mix(light.glow, '#ffb35c', 0.4), 0.62));
  if (chance.maybe(0.5)) add(s, figure(fx, H * 0.78, 40 * u, ink, chance.maybe(0.5)));
  else
    add(s, figure(fx - 6 * u, H * 0.78, 38 * u, ink, true), figure(fx + 8 * u, H * 0.78, 35 * u, ink, false));
  for (let i = 0; i < 60; i++) {
    const [x, y] = [chance.next() * W, chance.next() * H * 0.9];
    add(s, line(x, y, x - 0.6 * u, y + chance.between(3, 8) * u, light.glow, 0.13 * u, 'opacity=".35"'));
  }
  add(s, film(s, light));
  caption(s, chance.maybe(0.5) ? 'top' : 'bottom', '#fffaf0', 0.2);
}
