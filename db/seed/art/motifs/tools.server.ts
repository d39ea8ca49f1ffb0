import { circle, dCircle, ellipse, line, mirrored, path, poly, rect, stroke } from '../draw.server.ts';
import type { Motif } from './tint.server.ts';

/** Things one holds, wears or sits on, drawn flat with one light from the left. */

export const key: Motif = (t) =>
  path(
    `${dCircle(0, -74, 22)}${dCircle(-24, -46, 20)}${dCircle(24, -46, 20)}${dCircle(0, -74, 10)}${dCircle(-24, -46, 9)}${dCircle(24, -46, 9)}`,
    t.main,
    'fill-rule="evenodd"',
  ) +
  circle(0, -50, 13, t.main) +
  circle(0, -50, 5, t.hole) +
  rect(-17, -32, 34, 8, t.main, 'rx="3"') +
  rect(-13, -21, 26, 6, t.shade, 'rx="3"') +
  rect(-7, -24, 14, 122, t.main, 'rx="4"') +
  rect(0, -24, 7, 122, t.shade, 'rx="3"') +
  path('M7 52h34v10h-9v8h9v9h-12v6h12v9H7z', t.main) +
  rect(-10, 36, 20, 6, t.main, 'rx="2"');

export const chair: Motif = (t) =>
  path('M-44 -92L-34 -94L-26 16L-38 18Z', t.main) +
  path('M22 -92L32 -94L38 14L26 16Z', t.main) +
  [-80, -58, -36]
    .map((y) =>
      path(
        `M-38 ${y}C-14 ${y - 8} 10 ${y - 8} 29 ${y - 2}L30 ${y + 10}C10 ${y + 4} -14 ${y + 4} -37 ${y + 12}Z`,
        t.main,
      ),
    )
    .join('') +
  poly(
    [
      [-40, 14],
      [38, 10],
      [60, 30],
      [-56, 36],
    ],
    t.accent,
  ) +
  poly(
    [
      [-56, 36],
      [60, 30],
      [60, 37],
      [-56, 43],
    ],
    t.shade,
  ) +
  poly(
    [
      [-55, 43],
      [-46, 42],
      [-50, 98],
      [-58, 98],
    ],
    t.main,
  ) +
  poly(
    [
      [48, 38],
      [58, 37],
      [64, 94],
      [56, 95],
    ],
    t.shade,
  ) +
  poly(
    [
      [-30, 42],
      [-23, 42],
      [-24, 82],
      [-30, 82],
    ],
    t.shade,
  ) +
  poly(
    [
      [30, 39],
      [37, 38],
      [38, 80],
      [32, 80],
    ],
    t.shade,
  ) +
  line(-52, 70, 60, 66, t.main, 4);

export const match: Motif = (t) =>
  path(
    'M0 -98C34 -60 36 -30 18 -10C10 0 -12 0 -19 -11C-36 -34 -22 -52 -12 -66C-8 -54 -4 -52 -2 -58C2 -70 2 -84 0 -98Z',
    t.accent,
  ) +
  path('M2 -56C18 -36 18 -20 9 -9C4 -4 -6 -4 -10 -10C-18 -24 -8 -36 2 -56Z', t.light) +
  ellipse(0, -4, 9, 13, t.shade) +
  poly(
    [
      [-5.5, 4],
      [5.5, 4],
      [6.5, 98],
      [-6.5, 98],
    ],
    t.main,
  ) +
  poly(
    [
      [0, 6],
      [5.5, 4],
      [6.5, 98],
      [1, 98],
    ],
    t.shade,
    'opacity=".35"',
  ) +
  path('M-5.6 6h11.2l.6 26c-3 6-6-2-8 5c-2 5-3-4-4.400 0Z', t.shade, 'opacity=".75"');

export const sword: Motif = (t) =>
  poly(
    [
      [0, 98],
      [-9, 78],
      [-9, -40],
      [0, -40],
    ],
    t.main,
  ) +
  poly(
    [
      [0, 98],
      [9, 78],
      [9, -40],
      [0, -40],
    ],
    t.shade,
  ) +
  mirrored(path('M0 -46C20 -46 34 -40 50 -54C48 -40 40 -32 28 -34C18 -36 10 -36 0 -35Z', t.accent)) +
  rect(-5, -78, 10, 34, t.shade, 'rx="2"') +
  [-72, -65, -58, -51].map((y) => line(-5.5, y + 3, 5.5, y - 2, t.accent, 2.4)).join('') +
  circle(0, -86, 10, t.accent) +
  circle(0, -86, 4.5, t.light);

export const umbrella: Motif = (t) =>
  mirrored(
    path('M0 -78C48 -78 84 -46 92 2C80 -10 66 -10 58 2C48 -12 34 -12 28 2C20 -10 8 -10 0 0Z', t.main),
  ) +
  path('M0 -78C16 -56 26 -28 28 2C20 -10 8 -10 0 0Z', t.shade) +
  path('M0 -78C-16 -56 -26 -28 -28 2C-20 -10 -8 -10 0 0Z', t.accent) +
  path('M0 -78C48 -78 84 -46 92 2C80 -10 66 -10 58 2C52 -40 30 -66 0 -78Z', t.shade) +
  line(0, -94, 0, -76, t.main, 4) +
  stroke('M0 -4V78C0 98 28 98 28 78', t.light, 6);

export const hourglass: Motif = (t) =>
  rect(-52, -96, 104, 13, t.main, 'rx="4"') +
  rect(-52, 83, 104, 13, t.main, 'rx="4"') +
  rect(-44, -84, 7, 168, t.shade) +
  rect(37, -84, 7, 168, t.shade) +
  path(
    'M-34 -83H34C34 -36 10 -22 6 0C10 22 34 36 34 83H-34C-34 36 -10 22 -6 0C-10 -22 -34 -36 -34 -83Z',
    t.light,
    'opacity=".45"',
  ) +
  path('M-28 -44H28C22 -24 9 -18 4 0H-4C-9 -18 -22 -24 -28 -44Z', t.accent) +
  rect(-1.3, 0, 2.6, 60, t.accent) +
  path('M-33 83C-32 70 -16 66 0 46C16 66 32 70 33 83Z', t.accent);

export const crown: Motif = (t) =>
  poly(
    [
      [-78, 60],
      [-92, -34],
      [-48, 8],
      [-30, -66],
      [0, 0],
      [30, -66],
      [48, 8],
      [92, -34],
      [78, 60],
    ],
    t.main,
  ) +
  poly(
    [
      [0, 60],
      [0, 0],
      [30, -66],
      [48, 8],
      [92, -34],
      [78, 60],
    ],
    t.shade,
    'opacity=".4"',
  ) +
  rect(-80, 56, 160, 20, t.accent) +
  [-54, -18, 18, 54]
    .map((x, i) =>
      i % 2
        ? circle(x, 66, 6, t.light)
        : poly(
            [
              [x, 58],
              [x + 8, 66],
              [x, 74],
              [x - 8, 66],
            ],
            t.light,
          ),
    )
    .join('') +
  [
    [-92, -40],
    [-30, -74],
    [30, -74],
    [92, -40],
  ]
    .map(([x, y]) => circle(x!, y!, 8, t.accent))
    .join('') +
  circle(0, 30, 8, t.accent);

export const record: Motif = (t) => {
  const grooves = [86, 78, 70, 62, 54, 46]
    .map((r) => circle(0, 0, r, 'none', `stroke="${t.light}" stroke-opacity=".28" stroke-width="1.6"`))
    .join('');
  return (
    circle(0, 0, 96, t.shade) +
    grooves +
    path('M0 0L-88 -38A96 96 0 0 1 -60 -75Z', t.light, 'opacity=".2"') +
    path('M0 0L88 38A96 96 0 0 1 60 75Z', t.light, 'opacity=".2"') +
    circle(0, 0, 36, t.main) +
    circle(0, 0, 28, 'none', `stroke="${t.accent}" stroke-width="4"`) +
    circle(0, 0, 5, t.hole)
  );
};

export const scales: Motif = (t) => {
  const pan = (x: number, y: number): string =>
    `${stroke(`M${x} -62L${x - 28} ${y}M${x} -62L${x + 28} ${y}`, t.shade, 2.4)}${path(`M${x - 34} ${y}H${x + 34}C${x + 26} ${y + 24} ${x - 26} ${y + 24} ${x - 34} ${y}Z`, t.accent)}`;
  return (
    rect(-4, -80, 8, 160, t.main) +
    path('M-40 92C-34 78 34 78 40 92Z', t.main) +
    stroke('M-70 -62C-40 -76 40 -76 70 -62', t.main, 7) +
    circle(0, -82, 10, t.main) +
    pan(-66, 22) +
    pan(66, 6)
  );
};
