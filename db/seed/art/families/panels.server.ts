import { contrast, darken, lighten, mix } from '../colour.server.ts';
import { dPoly, path, poly, put, rect } from '../draw.server.ts';
import type { Point } from '../draw.server.ts';
import { motifsFor } from '../motifs/index.server.ts';
import type { Motif } from '../motifs/tint.server.ts';
import { add, clipped } from '../stage.server.ts';
import type { Stage } from '../stage.server.ts';
import { halftone } from '../texture.server.ts';
import { paint, setAuthor, setTitle, tint } from './common.server.ts';

/** Panels, dots and a burst: the comics page as cover. */
export function panels(s: Stage): void {
  const { H, m, u, chance, pal } = s;
  const ink = pal.dark ? darken(pal.ground, 0.5) : darken(pal.ink, 0.3);
  paint(s, ink);
  const shown = motifsFor(s, 3);
  const grounds = chance.shuffle([pal.a, pal.b, pal.c, lighten(pal.ground, 0.1)]);
  frames(s).forEach((corners, i) => {
    add(
      s,
      clipped(
        s,
        dPoly(corners),
        panel(s, corners, { back: grounds[i]!, ink, motif: shown[2 - i]!, burst: i === 2, turn: i * 6 - 6 }),
      ),
    );
  });
  const flare = [pal.b, pal.a, pal.c].find((colour) => contrast(colour, ink) > 5) ?? '#ffd12e';
  const face = chance.pick(['slab', 'gothic', 'groteskBlack'] as const);
  setTitle(s, {
    face,
    caps: true,
    y: m,
    height: H * 0.3 - 3 * u,
    fill: flare,
    max: 36 * u,
    stand: 'middle',
    leading: 1.16,
  });
  setAuthor(s, { face: 'groteskBlack', caps: true, y: H - m * 1.05, up: true, fill: '#fffaf0' });
}

/** Two panels above with a slanting gutter, a wide one below. */
function frames({ W, H, m, u, chance }: Stage): Point[][] {
  const gap = 1.6 * u;
  const [top, end] = [H * 0.3 + m, H - m * 2.5];
  const mid = top + (end - top) * chance.between(0.52, 0.6);
  const k = chance.between(-6, 6) * u;
  const [left, right] = [m * 0.6, W - m * 0.6];
  return [
    [
      [left, top],
      [W * 0.56 + k, top],
      [W * 0.5 - k, mid],
      [left, mid],
    ],
    [
      [W * 0.56 + k + gap, top],
      [right, top],
      [right, mid],
      [W * 0.5 - k + gap, mid],
    ],
    [
      [left, mid + gap],
      [right, mid + gap],
      [right, end],
      [left, end],
    ],
  ];
}

type Scene = { back: string; ink: string; motif: Motif; burst: boolean; turn: number };

function panel(s: Stage, corners: Point[], { back, ink, motif, burst, turn }: Scene): string {
  const { W, H, u, pal } = s;
  const [top, bottom] = [corners[0]![1], corners[2]![1]];
  const cx = corners.reduce((sum, [x]) => sum + x, 0) / 4;
  const cy = (top + bottom) / 2;
  const dots = halftone([0, top, W, bottom - top], 3 * u, (_, y) => ((y - top) / (bottom - top)) ** 2 * 0.6);
  const spikes = Array.from({ length: 40 }, (_, j): Point => {
    const r = (j % 2 ? 0.36 : 0.62) * W * (0.9 + (j % 3) * 0.1);
    return [cx + r * Math.cos((j * Math.PI) / 20), cy + r * 0.6 * Math.sin((j * Math.PI) / 20)];
  });
  const main = [pal.a, pal.b, pal.c, pal.ground].find((colour) => contrast(colour, back) > 1.6);
  const t = tint(s, back);
  const thing = put(
    cx,
    cy,
    Math.min((bottom - top) * 0.42, W * 0.21),
    motif({ ...t, main: main ?? t.main, shade: ink }),
    turn,
  );
  return (
    rect(0, 0, W, H, back) +
    path(dots, mix(back, ink, 0.22)) +
    (burst ? poly(spikes, lighten(back, 0.75)) : '') +
    thing
  );
}
