import { contrast, darken, mix } from '../colour.server.ts';
import { circle, group, n, poly, put, rect } from '../draw.server.ts';
import { motifFor } from '../motifs/index.server.ts';
import { add } from '../stage.server.ts';
import type { Stage } from '../stage.server.ts';
import { paint, partner, setAuthor, setSecond, setTitle, titleVoice, voice } from './common.server.ts';

/** The tarot card: one thing in a symmetrical frame with moons and rays. */
export function arcana(s: Stage): void {
  const { W, H, m, u, chance, pal } = s;
  const ground = pal.dark ? pal.ground : darken(pal.ink, 0.15);
  paint(s, ground);
  const gold = [pal.a, pal.b, pal.c, '#d9a441'].find((c) => contrast(c, ground) > 4.2)!;
  const thin = (d: number, w: number): string =>
    rect(d, d, W - 2 * d, H - 2 * d, 'none', `stroke="${gold}" stroke-width="${n(w)}"`);
  add(s, thin(3.2 * u, 0.7 * u), thin(4.6 * u, 0.2 * u));
  const speech = titleVoice(s);
  const small = partner(speech.face);
  const inner = W - 2 * m - 8 * u;
  const author = setAuthor(s, { ...small, y: H - 8.5 * u, up: true, fill: gold, width: inner });
  const title = setTitle(s, {
    ...speech,
    y: 9.5 * u,
    height: H * 0.24,
    width: inner,
    fill: voice(s, ground, [pal.ink, '#f5ead2'], 5),
    max: 21 * u,
    lines: 4,
  });
  const second = setSecond(s, {
    face: small.face,
    y: title.bottom + 2.8 * u,
    fill: gold,
    size: 3.8,
    width: inner,
  });
  const [top, bottom] = [second.bottom, author.top];
  const cy = (top + bottom) / 2;
  const r = Math.min((bottom - top) * 0.42, W * 0.37);
  const rays = Array.from({ length: 48 }, (_, i) =>
    group(
      `rotate(${i * 7.5})`,
      poly(
        [
          [-0.5 * u, -r * 0.83],
          [0.5 * u, -r * 0.83],
          [0, -r * (i % 2 ? 0.95 : 1.12)],
        ],
        gold,
      ),
    ),
  ).join('');
  add(
    s,
    group(
      `translate(${n(W / 2)} ${n(cy)})`,
      rays,
      circle(0, 0, r * 0.8, mix(ground, pal.c, 0.35)),
      circle(0, 0, r * 0.8, 'none', `stroke="${gold}" stroke-width="${n(0.6 * u)}"`),
      circle(0, 0, r * 0.755, 'none', `stroke="${gold}" stroke-width="${n(0.18 * u)}"`),
    ),
  );
  const back = mix(ground, pal.c, 0.35);
  add(
    s,
    put(
      W / 2,
      cy,
      r * 0.6,
      motifFor(s)({
        main: gold,
        shade: mix(gold, ground, 0.5),
        light: '#f7ecd0',
        accent: voice(s, back, [pal.b, pal.c, pal.a], 2),
        hole: back,
      }),
    ),
  );
  for (const [x, y] of [
    [W * 0.15, top + 8 * u],
    [W * 0.85, top + 8 * u],
    [W * 0.15, bottom - 8 * u],
    [W * 0.85, bottom - 8 * u],
  ] as const) {
    add(
      s,
      put(
        x,
        y,
        4.4 * u,
        poly(
          [
            [0, -100],
            [16, -16],
            [100, 0],
            [16, 16],
            [0, 100],
            [-16, 16],
            [-100, 0],
            [-16, -16],
          ],
          gold,
        ),
        0,
      ),
    );
  }
  for (let i = 0; i < 40; i++) {
    const [x, y] = [chance.between(7, 93) * u, chance.between(top, bottom)];
    if (Math.hypot(x - W / 2, y - cy) > r * 1.16) add(s, circle(x, y, chance.between(0.12, 0.34) * u, gold));
  }
}
