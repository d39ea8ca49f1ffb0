import { contrast, darken, mix } from '../colour.server.ts';
import { circle, group, n, path, put, rect } from '../draw.server.ts';
import { motifFor } from '../motifs/index.server.ts';
import { add } from '../stage.server.ts';
import type { Stage } from '../stage.server.ts';
import { paint, partner, setAuthor, setSecond, setTitle, titleVoice, voice } from './common.server.ts';

/** The tarot card: one thing in a symmetrical frame with rays and stars. */
export function arcana(s: Stage): void {
  const { W, H, u, chance, pal } = s;
  const ground = pal.dark ? pal.ground : darken(pal.ink, 0.15);
  paint(s, ground);
  const gold = [pal.a, pal.b, pal.c, '#d9a441'].find((colour) => contrast(colour, ground) > 4.2)!;
  for (const [d, w] of [
    [3.2 * u, 0.7 * u],
    [4.6 * u, 0.2 * u],
  ] as const) {
    add(s, rect(d, d, W - 2 * d, H - 2 * d, 'none', `stroke="${gold}" stroke-width="${n(w)}"`));
  }
  const speech = titleVoice(s);
  const small = partner(speech.face);
  const width = W - 22 * u;
  const pale = voice(s, ground, [pal.ink, '#f5ead2'], 5);
  const author = setAuthor(s, { ...small, y: H - 8.5 * u, up: true, fill: gold, width });
  const title = setTitle(s, {
    ...speech,
    y: 9.5 * u,
    height: H * 0.24,
    width,
    fill: pale,
    max: 21 * u,
    lines: 4,
  });
  const second = setSecond(s, { face: small.face, y: title.bottom + 2.8 * u, fill: gold, size: 3.8, width });
  const [top, bottom] = [second.bottom, author.top];
  const cy = (top + bottom) / 2;
  const r = Math.min((bottom - top) * 0.42, W * 0.37);
  medallion(s, cy, r, ground, gold);
  const star = path('M0 -100L16 -16L100 0L16 16L0 100L-16 16L-100 0L-16 -16Z', gold);
  for (const x of [0.15, 0.85])
    for (const y of [top + 8 * u, bottom - 8 * u]) add(s, put(W * x, y, 4.4 * u, star));
  for (let i = 0; i < 40; i++) {
    const [x, y] = [chance.between(7, 93) * u, chance.between(top, bottom)];
    if (Math.hypot(x - W / 2, y - cy) > r * 1.16) add(s, circle(x, y, chance.between(0.12, 0.34) * u, gold));
  }
}

function medallion(s: Stage, cy: number, r: number, ground: string, gold: string): void {
  const { W, u, pal } = s;
  const back = mix(ground, pal.c, 0.35);
  const ray = (i: number): string =>
    `M${n(-0.5 * u)} ${n(-r * 0.83)}H${n(0.5 * u)}L0 ${n(-r * (i % 2 ? 0.95 : 1.12))}Z`;
  const rays = Array.from({ length: 48 }, (_, i) => group(`rotate(${i * 7.5})`, path(ray(i), gold)));
  const hoop = (k: number, w: number): string =>
    circle(0, 0, r * k, 'none', `stroke="${gold}" stroke-width="${n(w * u)}"`);
  add(
    s,
    group(
      `translate(${n(W / 2)} ${n(cy)})`,
      ...rays,
      circle(0, 0, r * 0.8, back),
      hoop(0.8, 0.6),
      hoop(0.755, 0.18),
    ),
  );
  const accent = voice(s, back, [pal.b, pal.c, pal.a], 2);
  const main = contrast(gold, back) > 1.8 ? gold : '#f5ead2';
  add(
    s,
    put(
      W / 2,
      cy,
      r * 0.6,
      motifFor(s)({ main, shade: mix(main, ground, 0.5), light: '#f7ecd0', accent, hole: back }),
    ),
  );
}
