import { darken, mix } from '../colour.server.ts';
import { n, path, rect } from '../draw.server.ts';
import { add, linear } from '../stage.server.ts';
import type { Stage } from '../stage.server.ts';
import { dUnder, ridge } from '../texture.server.ts';
import { LIGHTS, caption, figure, film, halo, paintSky } from './photo-parts.server.ts';

export function mist(s: Stage): void {
  const { W, H, u, chance } = s;
  const light = chance.pick(LIGHTS);
  paintSky(s, light, 0.75);
  add(s, halo(s, W * chance.between(0.3, 0.7), H * 0.42, 60 * u, light.glow, 0.6));
  const layers = 6;
  for (let i = 0; i < layers; i++) {
    const tone = mix(mix(light.sky[2], light.sky[1], 0.4), light.dark, ((i + 0.6) / layers) ** 1.2);
    const y = H * (0.5 + i * 0.082);
    const crest = ridge(s, y, (9 - i) * u, 0.52, 5);
    let d = '';
    const size = (2.2 + i * 2.1) * u;
    for (let x = -size; x < W + size; x += size * chance.between(0.22, 0.5)) {
      const at = crest[Math.max(0, Math.min(crest.length - 1, Math.round((x / W) * (crest.length - 1))))]!;
      const h = size * chance.between(0.8, 1.9);
      d += `M${n(x)} ${n(at[1] - h)}l${n(h * 0.09)} ${n(h * 0.34)}l${n(-h * 0.03)} 0l${n(h * 0.1)} ${n(h * 0.36)}l${n(-h * 0.04)} 0l${n(h * 0.1)} ${n(h * 0.5)}h${n(-h * 0.44)}l${n(h * 0.1)} ${n(-h * 0.5)}l${n(-h * 0.04)} 0l${n(h * 0.1)} ${n(-h * 0.36)}l${n(-h * 0.03)} 0z`;
    }
    add(
      s,
      path(dUnder(s, crest) + d, tone),
      rect(
        0,
        y - 4 * u,
        W,
        26 * u,
        linear(s, [
          [0, light.sky[2], 0],
          [0.6, light.sky[2], 0.34 - i * 0.04],
          [1, light.sky[2], 0],
        ]),
      ),
    );
  }
  if (chance.maybe(0.4))
    add(s, figure(W * chance.between(0.35, 0.65), H * 0.9, 17 * u, darken(light.dark, 0.4), false));
  add(s, film(s, light));
  caption(s, 'top', '#fffaf0', 0.27);
}
