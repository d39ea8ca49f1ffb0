import { darken, mix } from '../colour.server.ts';
import { faded, group, line, n, path, rect } from '../draw.server.ts';
import { add, linear } from '../stage.server.ts';
import type { Stage } from '../stage.server.ts';
import { LIGHTS, caption, figure, film, halo } from './photo-parts.server.ts';
import type { Light } from './photo-parts.server.ts';

/** A dark passage, a bright door, someone in it. */
export function corridor(s: Stage): void {
  const { W, H, u, chance } = s;
  const light = chance.pick(LIGHTS);
  const door = { x: W * chance.between(0.42, 0.58), w: 17 * u, h: (s.tall ? 44 : 30) * u, foot: 0 };
  door.foot = H * 0.56 + door.h / 2;
  walls(s, light, door);
  const { x, w, h, foot } = door;
  const lit = light.glow;
  add(s, halo(s, x, foot - h / 2, 46 * u, lit, 0.5));
  add(
    s,
    rect(
      x - w / 2,
      foot - h,
      w,
      h,
      linear(s, [
        [0, lit],
        [0.7, '#fffdf6'],
        [1, lit],
      ]),
    ),
  );
  const spill = `M${n(x - w / 2)} ${n(foot)}h${n(w)}L${n(x + 34 * u)} ${H}H${n(x - 34 * u)}Z`;
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
  const tall = h * 0.62;
  const shadow = figure(0, 0, tall, darken(light.dark, 0.3), false);
  add(s, group(`translate(${n(x)} ${n(foot + u)}) scale(1.15 -1.35)`, faded(0.5, shadow)));
  add(s, figure(x, foot + 1.4 * u, tall, darken(light.dark, 0.5), chance.maybe(0.4)));
  for (let i = 1; i < 7; i++) {
    const y = foot + (H - foot) * (i / 7) ** 2;
    add(s, line(0, y, W, y, light.dark, 0.25 * u, 'opacity=".5"'));
  }
  add(s, film(s, light));
  caption(s, 'top', '#fffaf0', s.tall ? 0.21 : 0.2);
}

/** Five planes in one-point perspective: left, right, ceiling, end wall, floor. */
function walls(s: Stage, light: Light, door: { x: number; w: number; h: number; foot: number }): void {
  const { W, H, u } = s;
  const tone = (k: number): string => mix(light.dark, light.sky[1], k);
  const [x1, x2] = [n(door.x - door.w / 2 - 15 * u), n(door.x + door.w / 2 + 15 * u)];
  const [y1, y2] = [n(door.foot - door.h - 9 * u), n(door.foot)];
  const end = n(H * 1.02);
  add(s, rect(0, 0, W, H, tone(0.05)));
  add(
    s,
    path(
      `M0 0L${x1} ${y1}V${y2}L0 ${end}Z`,
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
    path(
      `M${W} 0L${x2} ${y1}V${y2}L${W} ${end}Z`,
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
    path(
      `M0 0H${W}L${x2} ${y1}H${x1}Z`,
      linear(s, [
        [0, tone(0)],
        [1, tone(0.22)],
      ]),
    ),
  );
  add(s, path(`M${x1} ${y1}H${x2}V${y2}H${x1}Z`, tone(0.45)));
  const floor = linear(s, [
    [0, tone(0.5)],
    [0.6, tone(0.08)],
    [1, tone(0)],
  ]);
  add(s, path(`M${x1} ${y2}H${x2}L${W} ${end}H0Z`, floor));
}
