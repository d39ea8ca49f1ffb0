import { darken, lighten, mix } from '../colour.server.ts';
import { circle, n, path, rect, stroke } from '../draw.server.ts';
import type { Point } from '../draw.server.ts';
import { add, linear } from '../stage.server.ts';
import type { Stage } from '../stage.server.ts';
import { dUnder, ridge } from '../texture.server.ts';
import { loud, paint, partner, setAuthor, setTitle, titleVoice, voice } from './common.server.ts';

/** A landscape put down in thousands of dabs. */
export function dabs(s: Stage): void {
  const { W, H, m, u, chance, pal } = s;
  const sky = pal.ground;
  paint(s, sky);
  const [far, field, near] = [mix(pal.c, sky, 0.25), pal.b, mix(pal.a, pal.ink, 0.25)];
  const horizon = H * (s.tall ? 0.5 : 0.54);
  const hills = ridge(s, horizon, 7 * u, 0.5, 5);
  add(s, path(dUnder(s, hills, true), far), path(dUnder(s, ridge(s, H * 0.64, 3 * u, 0.5, 4), true), field));
  add(s, path(dUnder(s, ridge(s, H * 0.8, 4 * u, 0.5, 4), true), near));
  const sun: Point = [W * chance.between(0.25, 0.75), horizon - 9 * u];
  const glow = pal.dark ? pal.ink : lighten(loud(s, sky, 1.3), 0.15);
  add(s, circle(sun[0], sun[1], 8 * u, glow));
  // one path for each colour: two thousand elements would weigh five times as much
  const batches = new Map<string, string>();
  for (let i = 0; i < 2100; i++) {
    const at: Point = [chance.next() * W, H * (0.3 + 0.7 * chance.next())];
    const dab = touch(s, at, { sun, glow, hills, far, field, near });
    if (!dab) continue;
    const [dx, dy] = [Math.cos(dab.angle) * dab.length, Math.sin(dab.angle) * dab.length];
    const d = `M${n(at[0] - dx)} ${n(at[1] - dy)}L${n(at[0] + dx)} ${n(at[1] + dy)}`;
    batches.set(dab.colour, (batches.get(dab.colour) ?? '') + d);
  }
  for (const [colour, d] of batches) add(s, stroke(d, colour, 1.15 * u));
  const foot = darken(near, 0.5);
  add(
    s,
    rect(
      0,
      H - 22 * u,
      W,
      22 * u,
      linear(s, [
        [0, foot, 0],
        [0.55, foot, 0.85],
        [1, foot, 0.92],
      ]),
    ),
  );
  const speech = titleVoice(s);
  const ink = voice(s, sky, [pal.ink], 4.5);
  setTitle(s, { ...speech, y: m * 1.1, height: H * (s.tall ? 0.21 : 0.2), fill: ink, max: 22 * u, lines: 3 });
  setAuthor(s, { ...partner(speech.face), y: H - m, up: true, fill: '#fffaf0' });
}

type Scene = { sun: Point; glow: string; hills: Point[]; far: string; field: string; near: string };
type Dab = { length: number; angle: number; colour: string };

/** What the brush does at a place: circles round the sun, slanting strokes on the hills, upright ones in the grass. */
function touch({ W, H, u, chance, pal }: Stage, [x, y]: Point, scene: Scene): Dab | undefined {
  const shade = chance.whole(0, 2);
  const crest = scene.hills[Math.min(scene.hills.length - 1, Math.floor((x / W) * scene.hills.length))]![1];
  const [dx, dy] = [x - scene.sun[0], y - scene.sun[1]];
  const away = Math.hypot(dx, dy);
  if (y < crest && away < 25 * u * (0.8 + chance.next() * 0.2)) {
    const colour = away < 9 * u ? scene.glow : mix(scene.glow, pal.ground, 0.35 + shade * 0.15);
    return { length: 1.6 * u, angle: Math.atan2(dy, dx) + 1.57, colour };
  }
  if (y < crest)
    return chance.maybe(0.35)
      ? { length: 2 * u, angle: 0.1, colour: mix(pal.ground, pal.c, 0.12 + shade * 0.08) }
      : undefined;
  if (y < H * 0.64)
    return {
      length: 1.5 * u,
      angle: -0.6,
      colour: mix(scene.far, shade ? pal.b : pal.ink, 0.14 + shade * 0.1),
    };
  const straw = shade ? pal.a : lighten(scene.field, 0.5);
  if (y < H * 0.8)
    return { length: 1.7 * u, angle: 0.15, colour: mix(scene.field, straw, 0.2 + shade * 0.14) };
  return { length: 2.2 * u, angle: -1.3, colour: mix(scene.near, [pal.b, pal.ink, pal.c][shade]!, 0.3) };
}
