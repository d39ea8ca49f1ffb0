import { contrast, darken } from '../colour.server.ts';
import { blended, circle, dPoly, faded, group, n, path, poly, put } from '../draw.server.ts';
import type { Point } from '../draw.server.ts';
import { motifFor } from '../motifs/index.server.ts';
import { fit, place } from '../setting.server.ts';
import { add } from '../stage.server.ts';
import type { Stage } from '../stage.server.ts';
import { grain, halftone, tear } from '../texture.server.ts';
import { paint, partner, setAuthor, tint, titleVoice, voice } from './common.server.ts';

function torn(s: Stage, corners: Point[], fill: string): string {
  const d = dPoly(tear(s, corners, 5, 0.035));
  return (
    faded(0.22, group(`translate(${n(0.7 * s.u)} ${n(1.1 * s.u)})`, path(d, '#0b0a12'))) +
    path(d, '#fffaf2') +
    group(`translate(${n(-0.35 * s.u)} ${n(-0.5 * s.u)})`, path(dPoly(tear(s, corners, 5, 0.03)), fill))
  );
}

/** Torn paper, a screened moon, one thing cut out, type on strips. */
export function collage(s: Stage): void {
  const { W, H, m, u, chance, pal } = s;
  paint(s, pal.ground);
  const tones = chance.shuffle([pal.a, pal.b, pal.c]);
  const horizon = H * chance.between(0.6, 0.7);
  const moon = { x: W * chance.between(0.35, 0.65), y: H * 0.45, r: (s.tall ? 31 : 24) * u };
  const ink = pal.dark ? darken(pal.ground, 0.4) : pal.ink;
  add(
    s,
    circle(moon.x, moon.y, moon.r, tones[0]!),
    blended(
      'multiply',
      path(
        halftone([moon.x - moon.r, moon.y - moon.r, moon.r * 2, moon.r * 2], 2.3 * u, (x, y) => {
          const d = Math.hypot(x - moon.x, y - moon.y) / moon.r;
          return d > 1 ? 0 : Math.max(0, (x - moon.x + y - moon.y) / moon.r + 0.55) * 0.6;
        }),
        ink,
        'opacity=".8"',
      ),
    ),
  );
  add(
    s,
    torn(
      s,
      [
        [-60, horizon],
        [W * 0.45, horizon - 8 * u],
        [W + 60, horizon + 5 * u],
        [W + 60, H + 60],
        [-60, H + 60],
      ],
      tones[1]!,
    ),
  );
  const t = tint(s, tones[0]!);
  const r = (s.tall ? 27 : 20) * u;
  const thing = motifFor(s)({
    ...t,
    main: [tones[2]!, pal.ground, ink].find((c) => contrast(c, tones[0]!) > 1.7) ?? t.main,
    shade: ink,
  });
  add(
    s,
    faded(
      0.2,
      put(
        moon.x + 1.2 * u,
        horizon - r * 0.68 + 1.2 * u,
        r,
        motifFor({ ...s, chance: { ...chance, pick: (items) => items[0]! } })({
          main: '#000',
          shade: '#000',
          light: '#000',
          accent: '#000',
          hole: '#000',
        }),
      ),
    ).replace(/.*/s, ''),
    put(moon.x, horizon - r * 0.68, r, thing),
  );
  add(
    s,
    torn(
      s,
      [
        [-60, H * 0.83],
        [W * 0.4, H * 0.81],
        [W + 60, H * 0.84],
        [W + 60, H + 60],
        [-60, H + 60],
      ],
      tones[2]!,
    ),
  );
  const speech = titleVoice(s);
  const block = fit(s.draft.title, {
    ...speech,
    width: W - 2 * m - 5 * u,
    height: H * 0.21,
    max: 17 * u,
    lines: 3,
    leading: speech.caps ? 1.6 : 1.3,
  });
  const paper = '#fffaf0';
  block.runs.forEach((r0, i) => {
    const w = (r0.right - r0.left) * block.size;
    const y = m * 1.1 + i * block.step;
    const top = y + (block.runs[0]!.top - r0.top) * block.size;
    const bottom = y + (block.runs[0]!.top - Math.min(0, r0.bottom)) * block.size;
    add(
      s,
      poly(
        tear(
          s,
          [
            [m, top - 1.3 * u],
            [m + w + 4 * u, top - 1.6 * u],
            [m + w + 4.3 * u, bottom + 1.6 * u],
            [m, bottom + 1.3 * u],
          ],
          2,
          0.012,
        ),
        paper,
      ),
    );
  });
  add(
    s,
    place(s, block, {
      x: m + 2 * u,
      y: m * 1.1,
      align: 'left',
      fill: voice(s, paper, [pal.dark ? pal.ground : pal.ink], 5),
    }),
  );
  setAuthor(s, {
    ...partner(speech.face),
    y: H - m,
    up: true,
    fill: voice(s, tones[2]!, [paper, pal.ink, pal.ground], 4.5),
  });
  add(s, grain(s, ink, 0.18));
}
