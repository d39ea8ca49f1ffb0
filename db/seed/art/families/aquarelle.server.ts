import { darken, lighten, mix } from '../colour.server.ts';
import { circle, dSmooth, n, stroke } from '../draw.server.ts';
import { add } from '../stage.server.ts';
import type { Stage } from '../stage.server.ts';
import { grain, wash } from '../texture.server.ts';
import { loud, paint, partner, setAuthor, setSecond, setTitle, titleVoice, voice } from './common.server.ts';

/** Watercolour: wet blots with pen-drawn stamens and stalks. */
export function aquarelle(s: Stage): void {
  const { W, H, m, u, chance, pal } = s;
  const paper = pal.dark ? '#f6f0e4' : lighten(pal.ground, 0.55);
  paint(s, paper);
  const pen = pal.dark ? pal.ground : pal.ink;
  const blots = [pal.a, pal.b, pal.c, loud(s, paper, 1.3)];
  const low = chance.maybe(0.6);
  const cy = H * (low ? 0.66 : 0.36);
  const kind = chance.whole(0, 1);
  const spots: [number, number, number][] = [
    [0.5, 0, 20],
    [0.28, 0.05, 15],
    [0.73, 0.04, 16],
    [0.4, -0.11, 11],
    [0.63, -0.12, 12],
  ].map(([x, y, r]) => [W * x!, cy + H * y! * (s.tall ? 1 : 0.8), r! * u * (s.tall ? 1 : 0.8)]);
  if (kind === 0) {
    for (const [x, y] of spots)
      add(
        s,
        stroke(
          `M${n(x)} ${n(y)}Q${n((x + W / 2) / 2)} ${n(y + 16 * u)} ${n(W / 2 + (x - W / 2) * 0.2)} ${n(Math.min(H - 22 * u, cy + 34 * u))}`,
          mix(pen, pal.c, 0.4),
          0.5 * u,
        ),
      );
    spots.forEach(([x, y, r], i) => {
      add(
        s,
        wash(s, x, y, r, blots[i % 3]!, 11),
        wash(s, x + r * 0.1, y, r * 0.5, darken(blots[i % 3]!, 0.25), 6),
      );
      add(
        s,
        stroke(
          Array.from({ length: 17 }, (_, k) => {
            const a = k * 0.37 + chance.between(-0.1, 0.1);
            const q = r * chance.between(0.25, 0.42);
            return `M${n(x)} ${n(y)}L${n(x + Math.cos(a) * q)} ${n(y + Math.sin(a) * q)}`;
          }).join(''),
          pen,
          0.22 * u,
        ),
        ...Array.from({ length: 12 }, (_, k) =>
          circle(x + Math.cos(k * 0.52) * r * 0.36, y + Math.sin(k * 0.52) * r * 0.36, 0.45 * u, pen),
        ),
      );
    });
  } else {
    [pal.c, pal.a, pal.b].forEach((c, i) => {
      for (let k = 0; k < 3; k++) add(s, wash(s, W * (0.2 + k * 0.3), cy + (i - 1) * 13 * u, 20 * u, c, 8));
    });
    add(
      s,
      stroke(
        dSmooth([
          [m, cy + 20 * u],
          [W * 0.3, cy + 16 * u],
          [W * 0.55, cy + 21 * u],
          [W - m, cy + 17 * u],
        ]),
        pen,
        0.35 * u,
      ),
    );
    for (let i = 0; i < 7; i++) {
      const [x, y] = [chance.between(0.3, 0.75) * W, cy - chance.between(2, 22) * u];
      add(
        s,
        stroke(
          `M${n(x - 2.4 * u)} ${n(y - u)}q${n(1.4 * u)} ${n(-0.6 * u)} ${n(2.4 * u)} ${n(u)}q${n(1 * u)} ${n(-1.6 * u)} ${n(2.4 * u)} ${n(-u)}`,
          pen,
          0.4 * u,
        ),
      );
    }
  }
  const speech = titleVoice(s);
  const small = partner(speech.face);
  setAuthor(s, { ...small, y: low ? H - m : m, up: low, fill: voice(s, paper, [pen], 4.5) });
  const height = H * 0.25;
  const title = setTitle(s, {
    ...speech,
    y: low ? m * 1.2 : H - m - height - 4 * u,
    height,
    fill: voice(s, paper, [pen], 4.5),
    max: 20 * u,
    lines: 4,
    stand: low ? 'top' : 'bottom',
  });
  if (low) setSecond(s, { face: small.face, y: title.bottom + 2.6 * u, fill: pen, size: 3.8, lines: 1 });
  add(s, grain(s, pen, 0.09));
}
