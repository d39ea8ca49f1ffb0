import { contrast, darken, lighten, mix } from '../colour.server.ts';
import { circle, dPoly, group, n, poly, put, rect } from '../draw.server.ts';
import { motifsFor } from '../motifs/index.server.ts';
import { add, clipped } from '../stage.server.ts';
import type { Stage } from '../stage.server.ts';
import { paint, setAuthor, setTitle, tint } from './common.server.ts';

/** Panels, dots and a burst: the comics page as cover. */
export function panels(s: Stage): void {
  const { W, H, m, u, chance, pal } = s;
  const ink = pal.dark ? darken(pal.ground, 0.5) : darken(pal.ink, 0.3);
  paint(s, ink);
  const gap = 1.6 * u;
  const titleH = H * 0.3;
  const grounds = chance.shuffle([pal.a, pal.b, pal.c, lighten(pal.ground, 0.1)]);
  const y0 = titleH + m;
  const mid = y0 + (H - y0 - m * 2.4) * chance.between(0.52, 0.6);
  const end = H - m * 2.5;
  const k = chance.between(-6, 6) * u;
  const frames = [
    [
      [m * 0.6, y0],
      [W * 0.56 + k, y0],
      [W * 0.5 - k, mid],
      [m * 0.6, mid],
    ],
    [
      [W * 0.56 + k + gap, y0],
      [W - m * 0.6, y0],
      [W - m * 0.6, mid],
      [W * 0.5 - k + gap, mid],
    ],
    [
      [m * 0.6, mid + gap],
      [W - m * 0.6, mid + gap],
      [W - m * 0.6, end],
      [m * 0.6, end],
    ],
  ] as const;
  const shown = motifsFor(s, 3);
  frames.forEach((points, i) => {
    const back = grounds[i]!;
    const [cx, cy] = [
      (points[0]![0] + points[1]![0] + points[2]![0] + points[3]![0]) / 4,
      (points[0]![1] + points[2]![1]) / 2,
    ];
    const h = points[2]![1] - points[0]![1];
    let art = rect(0, 0, W, H, back);
    const dots = mix(back, ink, 0.22);
    for (let x = 0; x < W; x += 3 * u)
      for (let y = points[0]![1]; y < points[2]![1]; y += 3 * u)
        art += circle(
          x + ((Math.round(y / (3 * u)) % 2) * 3 * u) / 2,
          y,
          Math.max(0.2, (y - points[0]![1]) / h) * 1.1 * u,
          dots,
        );
    if (i === 2)
      art += group(
        `translate(${n(cx)} ${n(cy)})`,
        poly(
          Array.from({ length: 40 }, (_, j) => {
            const r = (j % 2 ? 0.36 : 0.62) * W * (0.9 + (j % 3) * 0.1);
            return [r * Math.cos((j * Math.PI) / 20), r * 0.6 * Math.sin((j * Math.PI) / 20)] as const;
          }),
          lighten(back, 0.75),
        ),
      );
    const t = tint(s, back);
    art += put(
      cx,
      cy,
      Math.min(h * 0.42, W * 0.21),
      shown[2 - i]!({
        ...t,
        main: [pal.a, pal.b, pal.c, pal.ground].find((c) => contrast(c, back) > 1.6) ?? t.main,
        shade: ink,
      }),
      i * 6 - 6,
    );
    add(s, clipped(s, dPoly(points), art));
  });
  const flare = [pal.b, pal.a, pal.c, '#ffd12e'].find((c) => contrast(c, ink) > 5) ?? '#ffd12e';
  setTitle(s, {
    face: chance.pick(['slab', 'gothic', 'groteskBlack'] as const),
    caps: true,
    y: m,
    height: titleH - 3 * u,
    fill: flare,
    max: 36 * u,
    stand: 'middle',
    leading: 1.16,
  });
  setAuthor(s, { face: 'groteskBlack', caps: true, y: H - m * 1.05, up: true, fill: '#fffaf0' });
}
