import { luminance, mix } from '../colour.server.ts';
import { circle, ellipse, group, n, path, poly, put, rect, stroke } from '../draw.server.ts';
import { motifFor } from '../motifs/index.server.ts';
import { add } from '../stage.server.ts';
import type { Stage } from '../stage.server.ts';
import { grain } from '../texture.server.ts';
import { imprint } from '../words.server.ts';
import { paint, setAuthor, setLine, setSecond, setTitle, tint, voice } from './common.server.ts';

function ornament(u: number, fill: string): string {
  const k = u / 16;
  const curl =
    'M0 0C40 -6 84 -20 96 -56C104 -84 70 -104 52 -82C40 -66 60 -48 72 -60M0 0C6 -40 20 -84 56 -96C84 -104 104 -70 82 -52';
  return group(
    `scale(${(k * 1.5).toFixed(2)})`,
    stroke(curl, fill, 5),
    path('M30 -30C52 -44 60 -66 50 -90C36 -70 30 -50 30 -30Z', fill),
    path('M30 -30C44 -52 66 -60 90 -50C70 -36 50 -30 30 -30Z', fill),
    circle(0, 0, 8, fill),
  );
}

/** The title-page of 1890: rules, corner ornaments, a vignette. */
export function frame(s: Stage): void {
  const { W, H, u, chance, pal } = s;
  paint(s, pal.ground);
  const gold = voice(s, pal.ground, [pal.b, pal.a, pal.c], 2.6);
  const e = 5 * u;
  const corner = 12 * u;
  const rule = (d: number, w: number): string =>
    rect(d, d, W - 2 * d, H - 2 * d, 'none', `stroke="${gold}" stroke-width="${n(w)}"`);
  add(s, rule(e, 0.8 * u), rule(e + 1.6 * u, 0.2 * u));
  for (const [x, y, sx, sy] of [
    [0, 0, 1, -1],
    [1, 0, -1, -1],
    [0, 1, 1, 1],
    [1, 1, -1, 1],
  ] as const) {
    const [px, py] = [x ? W - e - 3.6 * u : e + 3.6 * u, y ? H - e - 3.6 * u : e + 3.6 * u];
    add(s, group(`translate(${n(px)} ${n(py)}) scale(${sx} ${sy})`, ornament(u, gold)));
  }
  const face =
    s.draft.style === 'hand_lettered'
      ? 'script'
      : chance.pick(['roman', 'didoneBold', 'deco', 'garamond'] as const);
  const width = W - 2 * e - 15 * u;
  const ink = voice(s, pal.ground, [pal.ink], 5);
  const title = setTitle(s, {
    face,
    caps: face === 'roman',
    y: e + corner + 6 * u,
    height: H * 0.25,
    width,
    fill: ink,
    max: 17 * u,
    lines: 4,
    leading: face === 'roman' ? 1.4 : 1.1,
  });
  const ruleAt = title.bottom + 4 * u;
  add(
    s,
    rect(W / 2 - 14 * u, ruleAt, 28 * u, 0.25 * u, gold),
    poly(
      [
        [W / 2, ruleAt - 1.1 * u],
        [W / 2 + 1.1 * u, ruleAt + 0.1 * u],
        [W / 2, ruleAt + 1.3 * u],
        [W / 2 - 1.1 * u, ruleAt + 0.1 * u],
      ],
      gold,
    ),
  );
  const second = setSecond(s, { face: 'garamondItalic', y: ruleAt + 3.4 * u, fill: ink, size: 4.4, width });
  const foot = setLine(s, imprint(s), {
    face: 'garamond',
    caps: true,
    tracking: 0.2,
    size: 2.8,
    y: H - e - 6 * u,
    up: true,
    fill: gold,
    width: W * 0.5,
  });
  const author = setAuthor(s, {
    face: 'garamond',
    caps: true,
    tracking: 0.12,
    y: foot.top - 5 * u,
    up: true,
    fill: ink,
    width: width - 6 * u,
    size: 6,
  });
  const [top, bottom] = [Math.max(ruleAt, second.bottom), author.top];
  const [cy, r] = [(top + bottom) / 2, Math.min((bottom - top) * 0.42, 30 * u)];
  const oval = mix(pal.ground, luminance(pal.ground) > 0.4 ? pal.c : '#fff3d6', 0.2);
  if (r > 9 * u)
    add(
      s,
      ellipse(W / 2, cy, r * 0.86, r, oval),
      ellipse(W / 2, cy, r * 0.86, r, 'none', `stroke="${gold}" stroke-width="${n(0.5 * u)}"`),
      ellipse(W / 2, cy, r * 0.8, r * 0.94, 'none', `stroke="${gold}" stroke-width="${n(0.16 * u)}"`),
      put(W / 2, cy, r * 0.6, motifFor(s)(tint(s, oval))),
    );
  add(s, grain(s, ink, 0.16));
}
