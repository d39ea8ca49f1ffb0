import { darken, mix } from '../colour.server.ts';
import { circle, faded, n, rect, stroke } from '../draw.server.ts';
import { add, linear, radial } from '../stage.server.ts';
import type { Stage } from '../stage.server.ts';
import { LIGHTS, caption, figure, film, halo } from './photo-parts.server.ts';
import type { Light } from './photo-parts.server.ts';

/** A wet street at night: lamps out of focus, rain, one or two people. */
export function bokeh(s: Stage): void {
  const { W, H, u, chance } = s;
  const light = chance.pick(LIGHTS.filter((one) => one.dark < '#18'));
  const { dark } = light;
  add(
    s,
    rect(
      0,
      0,
      W,
      H,
      linear(s, [
        [0, dark],
        [0.5, mix(light.sky[0], dark, 0.35)],
        [1, dark],
      ]),
    ),
  );
  lamps(s, light);
  const x = W * chance.between(0.36, 0.64);
  const ink = darken(dark, 0.5);
  add(s, halo(s, x, H * 0.62, 36 * u, mix(light.glow, '#ffb35c', 0.45), 0.75));
  if (chance.maybe(0.5)) add(s, figure(x, H * 0.78, 40 * u, ink, chance.maybe(0.5)));
  else
    add(s, figure(x - 6 * u, H * 0.78, 38 * u, ink, true), figure(x + 8 * u, H * 0.78, 35 * u, ink, false));
  let rain = '';
  for (let i = 0; i < 60; i++) {
    rain += `M${n(chance.next() * W)} ${n(chance.next() * H * 0.9)}l${n(-0.6 * u)} ${n(chance.between(3, 8) * u)}`;
  }
  add(s, stroke(rain, light.glow, 0.13 * u, 'opacity=".35"'), film(s, light));
  caption(s, chance.maybe(0.5) ? 'top' : 'bottom', '#fffaf0', 0.2);
}

function lamps(s: Stage, light: Light): void {
  const { W, H, u, chance } = s;
  const colours = [
    light.glow,
    light.sky[2],
    '#ffb35c',
    '#ff6b5e',
    '#ffe0a3',
    mix(light.sky[1], '#ffffff', 0.3),
  ];
  const discs = colours.map((c) =>
    radial(s, [
      [0, c, 0.55],
      [0.86, c, 0.75],
      [0.94, c, 1],
      [1, c, 0.1],
    ]),
  );
  const streaks = colours.map((c) =>
    linear(s, [
      [0, c, 0],
      [0.3, c, 0.9],
      [1, c, 0],
    ]),
  );
  for (let i = 0; i < 46; i++) {
    const y = H * (0.42 + (chance.next() + chance.next() - 1) * 0.19);
    const r = (1.6 + chance.next() ** 2 * 7.5) * u;
    add(
      s,
      faded(chance.between(0.2, 0.7), circle(chance.between(-0.05, 1.05) * W, y, r, chance.pick(discs))),
    );
  }
  const street = linear(s, [
    [0, light.dark, 0],
    [0.25, light.dark, 0.8],
    [1, light.dark],
  ]);
  add(s, rect(0, H * 0.58, W, H * 0.42, street));
  for (let i = 0; i < 24; i++) {
    const [w, h] = [chance.between(0.8, 3.4) * u, chance.between(8, 26) * u];
    add(s, faded(0.24, rect(chance.next() * W, H * 0.62, w, h, chance.pick(streaks))));
  }
}
