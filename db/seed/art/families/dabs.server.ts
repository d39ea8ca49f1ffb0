import { darken, lighten, mix } from '../colour.server.ts';
import { circle, n, path, rect, stroke } from '../draw.server.ts';
import type { Point } from '../draw.server.ts';
import { add, linear } from '../stage.server.ts';
import type { Stage } from '../stage.server.ts';
import { dUnder, ridge } from '../texture.server.ts';
import { paint, partner, setAuthor, setTitle, titleVoice, voice } from './common.server.ts';

/** A landscape put down in thousands of dabs. */
export function dabs(s: Stage): void {
  const { W, H, m, u, chance, pal } = s;
  const sky = pal.ground;
  paint(s, sky);
  const [far, field, near] = [mix(pal.c, sky, 0.25), pal.b, mix(pal.a, pal.ink, 0.25)];
  const horizon = H * (s.tall ? 0.5 : 0.52);
  const hills = ridge(s, horizon, 8 * u, 0.5, 5);
  add(
    s,
    path(dUnder(s, hills, true), far),
    path(dUnder(s, ridge(s, H * 0.64, 3 * u, 0.5, 4), true), field),
    path(dUnder(s, ridge(s, H * 0.8, 4 * u, 0.5, 4), true), near),
  );
  const sun: Point = [W * chance.between(0.25, 0.75), horizon - 12 * u];
  const glow = pal.dark ? pal.ink : lighten(pal.b, 0.3);
  const batches = new Map<string, string>();
  const dab = (x: number, y: number, w: number, a: number, c: string): void => {
    const [dx, dy] = [Math.cos(a) * w, Math.sin(a) * w];
    batches.set(c, `${batches.get(c) ?? ''}M${n(x - dx)} ${n(y - dy)}L${n(x + dx)} ${n(y + dy)}`);
  };
  for (let i = 0; i < 2100; i++) {
    const [x, y] = [chance.next() * W, H * 0.2 + chance.next() * H * 0.8];
    const d = Math.hypot(x - sun[0], y - sun[1]);
    const crest = hills[Math.min(hills.length - 1, Math.floor((x / W) * hills.length))]![1];
    const shade = chance.whole(0, 2);
    if (y < crest) {
      if (d < 34 * u)
        dab(
          x,
          y,
          1.6 * u,
          Math.atan2(y - sun[1], x - sun[0]) + 1.57,
          d < 9 * u ? glow : mix(glow, sky, 0.35 + shade * 0.15),
        );
      else if (chance.maybe(0.35)) dab(x, y, 2 * u, 0.1, mix(sky, pal.c, 0.12 + shade * 0.08));
    } else if (y < H * 0.64) dab(x, y, 1.5 * u, -0.6, mix(far, shade ? pal.b : pal.ink, 0.14 + shade * 0.1));
    else if (y < H * 0.8)
      dab(x, y, 1.7 * u, 0.15, mix(field, shade ? pal.a : lighten(field, 0.5), 0.2 + shade * 0.14));
    else dab(x, y, 2.2 * u, -1.3, mix(near, [pal.b, pal.ink, pal.c][shade]!, 0.3));
  }
  add(s, circle(sun[0], sun[1], 8 * u, glow));
  for (const [c, d] of batches) add(s, stroke(d, c, 1.15 * u));
  const foot = near;
  add(
    s,
    rect(
      0,
      H - 22 * u,
      W,
      22 * u,
      linear(s, [
        [0, darken(foot, 0.5), 0],
        [0.55, darken(foot, 0.5), 0.85],
        [1, darken(foot, 0.5), 0.92],
      ]),
    ),
  );
  const speech = titleVoice(s);
  setTitle(s, {
    ...speech,
    y: m * 1.1,
    height: H * 0.2,
    fill: voice(s, sky, [pal.ink], 4.5),
    max: 22 * u,
    lines: 3,
  });
  setAuthor(s, { ...partner(speech.face), y: H - m, up: true, fill: '#fffaf0' });
}
