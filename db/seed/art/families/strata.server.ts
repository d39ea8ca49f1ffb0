import { darken, luminance, mix } from '../colour.server.ts';
import { circle, faded, group, n, path } from '../draw.server.ts';
import { add } from '../stage.server.ts';
import type { Stage } from '../stage.server.ts';
import { dUnder, grain, ridge } from '../texture.server.ts';
import { loud, paint, partner, setAuthor, setSecond, setTitle, titleVoice, voice } from './common.server.ts';

const byLight = (colours: string[]): string[] => [...colours].sort((x, y) => luminance(y) - luminance(x));

function pine(x: number, y: number, h: number, fill: string): string {
  return path(
    `M${n(x)} ${n(y - h)}L${n(x + h * 0.2)} ${n(y - h * 0.55)}H${n(x + h * 0.1)}L${n(x + h * 0.27)} ${n(y - h * 0.2)}H${n(x + h * 0.05)}V${n(y)}H${n(x - h * 0.05)}V${n(y - h * 0.2)}H${n(x - h * 0.27)}L${n(x - h * 0.1)} ${n(y - h * 0.55)}H${n(x - h * 0.2)}Z`,
    fill,
  );
}

/** Hills in cut paper, each sheet throwing a shadow on the one behind. */
export function strata(s: Stage): void {
  const { W, H, m, u, chance, pal } = s;
  const ramp = byLight([pal.a, pal.b, pal.c, pal.ink]);
  const sky = pal.dark ? pal.ground : pal.ground;
  paint(s, sky);
  const horizon = H * (s.tall ? 0.46 : 0.5);
  const sun = pal.dark ? pal.ink : loud(s, sky, 1.25);
  add(
    s,
    circle(
      W * chance.between(0.28, 0.72),
      horizon + chance.between(-4, 10) * u,
      chance.between(12, 19) * u,
      sun,
    ),
  );
  const count = 6;
  const [far, near] = pal.dark
    ? [mix(pal.b, sky, 0.35), darken(sky, 0.5)]
    : [mix(ramp[1]!, sky, 0.45), darken(ramp[3]!, 0.05)];
  let last = near;
  for (let i = 0; i < count; i++) {
    const y = horizon + ((H - horizon) * (i + 0.5)) / (count + 0.6);
    const crest = ridge(s, y, (9 - i * 0.7) * u, 0.42, 4);
    const fill = mix(far, near, i / (count - 1));
    add(
      s,
      faded(0.2, group(`translate(0 ${n(-1.3 * u)})`, path(dUnder(s, crest, true), '#0b0a12'))),
      path(dUnder(s, crest, true), fill),
    );
    if (i > 0 && i < 5)
      for (let k = 0; k < 5; k++) {
        const p = chance.pick(crest.slice(2, -2));
        add(
          s,
          pine(p[0], p[1] + 1.2 * u, chance.between(4, 7) * (0.8 + i * 0.28) * u, mix(fill, near, 0.55)),
        );
      }
    last = fill;
  }
  const ink = voice(s, sky, [pal.ink], 4.5);
  const speech = titleVoice(s);
  const title = setTitle(s, {
    ...speech,
    y: m * 1.15,
    height: horizon - m - 16 * u,
    fill: ink,
    max: 22 * u,
    lines: 4,
  });
  setSecond(s, {
    face: partner(speech.face).face,
    y: title.bottom + 2.6 * u,
    fill: ink,
    size: 3.8,
    lines: 1,
  });
  setAuthor(s, {
    ...partner(speech.face),
    y: H - m,
    up: true,
    fill: voice(s, last, [sky, '#fffaf0', pal.ink], 4.5),
  });
  add(s, grain(s, ink, 0.14));
}
