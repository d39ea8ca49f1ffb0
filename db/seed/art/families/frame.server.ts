import { luminance, mix } from '../colour.server.ts';
import { circle, ellipse, group, n, path, put, rect, stroke } from '../draw.server.ts';
import { motifFor } from '../motifs/index.server.ts';
import { add } from '../stage.server.ts';
import type { Stage } from '../stage.server.ts';
import { grain } from '../texture.server.ts';
import { imprint } from '../words.server.ts';
import { paint, setAuthor, setLine, setSecond, setTitle, tint, voice } from './common.server.ts';

/** The title-page of 1890: rules, corner ornaments, a vignette. */
export function frame(s: Stage): void {
  const { W, H, u, chance, pal } = s;
  paint(s, pal.ground);
  const gold = voice(s, pal.ground, [pal.b, pal.a, pal.c], 2.6);
  const e = 5 * u;
  border(s, e, gold);
  const lettering = s.draft.style === 'hand_lettered';
  const face = lettering ? 'script' : chance.pick(['roman', 'didoneBold', 'deco', 'garamond'] as const);
  const width = W - 2 * e - 15 * u;
  const ink = voice(s, pal.ground, [pal.ink], 5);
  const spot = { y: e + 18 * u, height: H * 0.25, width, fill: ink, max: 17 * u, lines: 4 };
  const title = setTitle(s, { ...spot, face, caps: face === 'roman', leading: face === 'roman' ? 1.4 : 1.1 });
  const y = title.bottom + 4 * u;
  const jewel = `M${n(W / 2)} ${n(y - 1.1 * u)}l${n(1.2 * u)} ${n(1.2 * u)}l${n(-1.2 * u)} ${n(1.2 * u)}l${n(-1.2 * u)} ${n(-1.2 * u)}Z`;
  add(s, rect(W / 2 - 14 * u, y, 28 * u, 0.25 * u, gold), path(jewel, gold));
  const second = setSecond(s, { face: 'garamondItalic', y: y + 3.4 * u, fill: ink, size: 4.4, width });
  const house = { face: 'garamond' as const, caps: true, up: true };
  const foot = setLine(s, imprint(s), {
    ...house,
    tracking: 0.2,
    size: 2.8,
    y: H - e - 6 * u,
    fill: gold,
    width: W * 0.5,
  });
  const author = setAuthor(s, {
    ...house,
    tracking: 0.12,
    y: foot.top - 5 * u,
    fill: ink,
    width: width - 6 * u,
    size: 6,
  });
  vignette(s, Math.max(y, second.bottom), author.top, gold);
  add(s, grain(s, ink, 0.16));
}

function border(s: Stage, e: number, gold: string): void {
  const { W, H, u } = s;
  const rule = (d: number, w: number): string =>
    rect(d, d, W - 2 * d, H - 2 * d, 'none', `stroke="${gold}" stroke-width="${n(w)}"`);
  add(s, rule(e, 0.8 * u), rule(e + 1.6 * u, 0.2 * u));
  const far = e + 3.6 * u;
  for (const sx of [1, -1]) {
    for (const sy of [1, -1]) {
      const at = `translate(${n(sx > 0 ? far : W - far)} ${n(sy < 0 ? far : H - far)}) scale(${sx} ${sy})`;
      add(s, group(at, ornament(u, gold)));
    }
  }
}

function ornament(u: number, fill: string): string {
  const curl = 'M0 0C40 -6 84 -20 96 -56C104 -84 70 -104 52 -82C40 -66 60 -48 72 -60';
  const other = 'M0 0C6 -40 20 -84 56 -96C84 -104 104 -70 82 -52';
  const leaves =
    'M30 -30C52 -44 60 -66 50 -90C36 -70 30 -50 30 -30ZM30 -30C44 -52 66 -60 90 -50C70 -36 50 -30 30 -30Z';
  return group(
    `scale(${((u / 16) * 1.5).toFixed(2)})`,
    stroke(curl + other, fill, 5),
    path(leaves, fill),
    circle(0, 0, 8, fill),
  );
}

function vignette(s: Stage, top: number, bottom: number, gold: string): void {
  const { W, u, pal } = s;
  const [y, r] = [(top + bottom) / 2, Math.min((bottom - top) * 0.42, 30 * u)];
  if (r < 9 * u) return;
  const fill = mix(pal.ground, luminance(pal.ground) > 0.4 ? pal.c : '#fff3d6', 0.2);
  const oval = (k: number, w: number): string =>
    ellipse(W / 2, y, r * (k - 0.14), r * k, 'none', `stroke="${gold}" stroke-width="${n(w * u)}"`);
  add(s, ellipse(W / 2, y, r * 0.86, r, fill), oval(1, 0.5), oval(0.94, 0.16));
  add(s, put(W / 2, y, r * 0.6, motifFor(s)(tint(s, fill))));
}
