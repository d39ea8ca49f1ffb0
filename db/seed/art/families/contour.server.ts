import { lighten, mix } from '../colour.server.ts';
import { circle, dSmooth, line, n, path, put, rect, stroke } from '../draw.server.ts';
import type { Point } from '../draw.server.ts';
import { add } from '../stage.server.ts';
import type { Stage } from '../stage.server.ts';
import { tear } from '../texture.server.ts';
import { imprint } from '../words.server.ts';
import { loud, paint, partner, setAuthor, setLine, setTitle, voice } from './common.server.ts';

function ticket(s: Stage, paper: string): void {
  const { W, H, m, u, pal, chance } = s;
  const face = chance.pick(['roman', 'didoneBold', 'garamond', 'geometricBold'] as const);
  const ink = voice(s, paper, [pal.ink, pal.ground], 5);
  const h = H * (s.tall ? 0.27 : 0.36);
  add(
    s,
    rect(m, m, W - 2 * m, h, paper),
    rect(m + u, m + u, W - 2 * m - 2 * u, h - 2 * u, 'none', `stroke="${ink}" stroke-width="${n(0.3 * u)}"`),
  );
  const width = W - 2 * m - 9 * u;
  const author = setAuthor(s, {
    ...partner(face),
    y: m + h - 4.2 * u,
    up: true,
    fill: ink,
    width,
    size: 5.2,
  });
  const second = s.draft.subtitle
    ? setLine(s, s.draft.subtitle, {
        face: 'garamondItalic',
        size: 4,
        y: author.top - 2.6 * u,
        up: true,
        fill: ink,
        width,
      })
    : author;
  setTitle(s, {
    face,
    caps: face === 'roman',
    y: m + 4.2 * u,
    height: second.top - m - 7.4 * u,
    width,
    fill: ink,
    stand: 'middle',
    max: 15 * u,
    lines: 4,
  });
  setLine(s, imprint(s), {
    face: 'geometric',
    caps: true,
    tracking: 0.16,
    size: 2.6,
    y: H - m,
    up: true,
    fill: voice(s, mix(pal.ground, pal.c, 0.2), [pal.ink], 4.5),
    align: 'right',
  });
}

/** Height lines of an invented island, with the title on a ticket. */
export function contour(s: Stage): void {
  const { W, H, u, chance, pal } = s;
  paint(s, pal.ground);
  const sea = mix(pal.ground, pal.c, 0.2);
  add(s, rect(0, 0, W, H, sea));
  for (let x = 0; x < W; x += 12.5 * u) add(s, line(x, 0, x, H, pal.ink, 0.12 * u, 'opacity=".3"'));
  for (let y = 0; y < H; y += 12.5 * u) add(s, line(0, y, W, y, pal.ink, 0.12 * u, 'opacity=".3"'));
  const land = loud(s, sea, 1.3);
  for (const [cx, cy, size] of [
    [0.56, s.tall ? 0.6 : 0.58, 0.62],
    [0.12, 0.28, 0.3],
  ] as const) {
    let coast = Array.from({ length: 16 }, (_, i): Point => {
      const a = (i / 16) * 2 * Math.PI;
      const k = W * size * chance.between(0.62, 1.05);
      return [Math.cos(a) * k * 0.86, Math.sin(a) * k];
    });
    coast = tear(s, coast, 1, 0.22);
    const [px, py] = [chance.between(-0.1, 0.1) * W, chance.between(-0.1, 0.1) * W];
    const rings = size > 0.4 ? 13 : 6;
    for (let i = 0; i < rings; i++) {
      const k = 1 - i / rings;
      const d = dSmooth(
        coast.map(([x, y]): Point => [W * cx + x * k + px * (1 - k), H * cy + y * k + py * (1 - k)]),
        true,
      );
      add(
        s,
        path(
          d,
          mix(mix(land, pal.ground, 0.62), land, i / rings),
          `stroke="${pal.ink}" stroke-width="${n((i % 4 === 0 ? 0.4 : 0.18) * u)}" stroke-opacity=".7"`,
        ),
      );
    }
  }
  const trip: Point[] = Array.from({ length: 6 }, (_, i) => [
    W * (0.22 + i * 0.12),
    H * (0.82 - i * 0.085) + chance.between(-4, 4) * u,
  ]);
  add(
    s,
    `<path d="${dSmooth(trip)}" fill="none" stroke="${pal.ink}" stroke-width="${n(0.8 * u)}" stroke-dasharray="${n(2 * u)} ${n(1.6 * u)}" stroke-linecap="round"/>`,
    circle(trip[0]![0], trip[0]![1], 1.6 * u, pal.ink),
    put(trip[5]![0], trip[5]![1], 3 * u, stroke('M-70 -70L70 70M70 -70L-70 70', pal.ink, 34)),
  );
  ticket(s, pal.dark ? '#f5ead2' : lighten(pal.ground, 0.55));
}
