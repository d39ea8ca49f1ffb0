import { darken, luminance, mix } from '../colour.server.ts';
import { circle, faded, group, n, path } from '../draw.server.ts';
import { add, behind } from '../stage.server.ts';
import type { Stage } from '../stage.server.ts';
import { dUnder, grain, ridge } from '../texture.server.ts';
import { loud, paint, partner, setAuthor, setSecond, setTitle, titleVoice, voice } from './common.server.ts';

/** Hills in cut paper, each sheet throwing a shadow on the one behind. */
export function strata(s: Stage): void {
  const { W, H, m, u, chance, pal } = s;
  const sky = pal.ground;
  paint(s, sky);
  const horizon = H * (s.tall ? 0.46 : 0.5);
  const last = hills(s, horizon);
  const ink = voice(s, sky, [pal.ink], 4.5);
  const speech = titleVoice(s);
  const title = setTitle(s, {
    ...speech,
    y: m * 1.15,
    height: horizon - m - 18 * u,
    fill: ink,
    max: 22 * u,
    lines: 4,
  });
  const second = setSecond(s, {
    face: partner(speech.face).face,
    y: title.bottom + 2.6 * u,
    fill: ink,
    size: 3.8,
    lines: 1,
  });
  const r = Math.min(chance.between(12, 19) * u, horizon + 6 * u - second.bottom - 4 * u);
  const y = Math.max(horizon + chance.between(-4, 9) * u, second.bottom + 3 * u + r);
  const sun = pal.dark ? pal.ink : loud(s, sky, 1.25);
  behind(s, circle(W * chance.between(0.28, 0.72), y, r, sun));
  const on = voice(s, last, [sky, '#fffaf0', pal.ink], 4.5);
  setAuthor(s, { ...partner(speech.face), y: H - m, up: true, fill: on });
  add(s, grain(s, ink, 0.14));
}

/** Draws the sheets from far to near; returns the colour of the nearest, which the author's name stands on. */
function hills(s: Stage, horizon: number): string {
  const { H, u, chance, pal } = s;
  const ramp = [pal.a, pal.b, pal.c, pal.ink].sort((x, y) => luminance(y) - luminance(x));
  const far = pal.dark ? mix(pal.b, pal.ground, 0.35) : mix(ramp[1]!, pal.ground, 0.45);
  const near = pal.dark ? darken(pal.ground, 0.5) : darken(ramp[3]!, 0.05);
  const count = 6;
  for (let i = 0; i < count; i++) {
    const y = horizon + ((H - horizon) * (i + 0.5)) / (count + 0.6);
    const crest = ridge(s, y, (9 - i * 0.7) * u, 0.42, 4);
    const fill = mix(far, near, i / (count - 1));
    const d = dUnder(s, crest, true);
    add(s, faded(0.2, group(`translate(0 ${n(-1.3 * u)})`, path(d, '#0b0a12'))), path(d, fill));
    for (let k = 0; k < 5 && i > 0 && i < count - 1; k++) {
      const [px, py] = chance.pick(crest.slice(2, -2));
      add(s, pine(px, py + 1.2 * u, chance.between(4, 7) * (0.8 + i * 0.28) * u, mix(fill, near, 0.55)));
    }
  }
  return near;
}

function pine(x: number, y: number, h: number, fill: string): string {
  const right = `L${n(x + h * 0.2)} ${n(y - h * 0.55)}H${n(x + h * 0.1)}L${n(x + h * 0.27)} ${n(y - h * 0.2)}H${n(x + h * 0.05)}V${n(y)}`;
  const left = `H${n(x - h * 0.05)}V${n(y - h * 0.2)}H${n(x - h * 0.27)}L${n(x - h * 0.1)} ${n(y - h * 0.55)}H${n(x - h * 0.2)}Z`;
  return path(`M${n(x)} ${n(y - h)}${right}${left}`, fill);
}
