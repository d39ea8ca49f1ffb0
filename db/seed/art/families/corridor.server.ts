import { darken, mix } from '../colour.server.ts';
import { faded, group, line, n, path, poly, rect } from '../draw.server.ts';
import type { Point } from '../draw.server.ts';
import { add, linear } from '../stage.server.ts';
import type { Stage } from '../stage.server.ts';
import { LIGHTS, caption, figure, film, halo } from './photo-parts.server.ts';

/** A dark passage, a bright door, someone in it. */
export function corridor(s: Stage): void {
  const { W, H, u, chance } = s;
  const light = chance.pick(LIGHTS);
  const lit = light.glow;
  const [cx, cy] = [W * chance.between(0.42, 0.58), H * 0.56];
  const [dw, dh] = [17 * u, s.tall ? 44 * u : 30 * u];
  const [x1, x2, y1, y2] = [cx - dw / 2, cx + dw / 2, cy - dh / 2, cy + dh / 2];
  const tone = (k: number): string => mix(light.dark, light.sky[1], k);
  add(s, rect(0, 0, W, H, tone(0.05)));
  const far: [Point, Point, Point, Point] = [
    [x1 - 15 * u, y1 - 9 * u],
    [x2 + 15 * u, y1 - 9 * u],
    [x2 + 15 * u, y2],
    [x1 - 15 * u, y2],
  ];
  add(
    s,
    poly(
      [[0, 0], far[0], far[3], [0, H * 1.02]],
      linear(
        s,
        [
          [0, tone(0.02)],
          [1, tone(0.42)],
        ],
        [0, 0, 1, 0],
      ),
    ),
  );
  add(
    s,
    poly(
      [[W, 0], far[1], far[2], [W, H * 1.02]],
      linear(
        s,
        [
          [0, tone(0.42)],
          [1, tone(0.02)],
        ],
        [0, 0, 1, 0],
      ),
    ),
  );
  add(
    s,
    poly(
      [[0, 0], [W, 0], far[1], far[0]],
      linear(s, [
        [0, tone(0)],
        [1, tone(0.22)],
      ]),
    ),
    poly([...far], tone(0.45)),
  );
  add(
    s,
    poly(
      [far[3], far[2], [W, H * 1.02], [0, H * 1.02]],
      linear(s, [
        [0, tone(0.5)],
        [0.6, tone(0.08)],
        [1, tone(0)],
      ]),
    ),
  );
  add(
    s,
    halo(s, cx, cy, 46 * u, lit, 0.5),
    rect(
      x1,
      y1,
      dw,
      dh,
      linear(s, [
        [0, lit],
        [0.7, '#fffdf6'],
        [1, lit],
      ]),
    ),
  );
  const spill = `M${n(x1)} ${n(y2)}H${n(x2)}L${n(cx + 34 * u)} ${n(H)}H${n(cx - 34 * u)}Z`;
  add(
    s,
    path(
      spill,
      linear(s, [
        [0, lit, 0.85],
        [1, lit, 0.05],
      ]),
    ),
  );
  const fh = dh * 0.62;
  add(
    s,
    group(
      `translate(${n(cx)} ${n(y2 + 1 * u)}) scale(1.15 -1.35)`,
      faded(0.5, figure(0, 0, fh, darken(light.dark, 0.3), false)),
    ),
    figure(cx, y2 + 1.4 * u, fh, darken(light.dark, 0.5), chance.maybe(0.4)),
  );
  for (let i = 1; i < 7; i++) {
    const t = (i / 7) ** 2;
    const y = y2 + (H - y2) * t;
    add(s, line(0, y, W, y, light.dark, 0.25 * u, 'opacity=".5"'));
  }
  add(s, film(s, light));
  caption(s, 'top', '#fffaf0', s.tall ? 0.21 : 0.2);
}
