import {
  circle,
  dCircle,
  dPoly,
  dSmooth,
  group,
  line,
  mirrored,
  path,
  poly,
  rect,
  stroke,
} from '../draw.server.ts';
import type { Motif } from './tint.server.ts';

/** What travels, and what one travels past. */

export const balloon: Motif = (t) =>
  path(
    'M0 -98C52 -98 72 -60 66 -26C60 4 30 26 14 46H-14C-30 26 -60 4 -66 -26C-72 -60 -52 -98 0 -98Z',
    t.main,
  ) +
  mirrored(
    path(
      'M0 -98C-24 -90 -34 -50 -30 -20C-27 6 -16 30 -8 46H-14C-30 26 -60 4 -66 -26C-72 -60 -46 -98 0 -98Z',
      t.accent,
    ),
  ) +
  path('M0 -98C52 -98 72 -60 66 -26C60 4 30 26 14 46H8C40 0 44 -60 0 -98Z', t.shade, 'opacity=".35"') +
  `${line(-13, 46, -9, 72, t.shade, 1.8)}${line(13, 46, 9, 72, t.shade, 1.8)}` +
  path('M-13 70H13L10 94H-10Z', t.shade) +
  rect(-15, 68, 30, 5, t.light);

export const sailboat: Motif = (t) =>
  path('M4 -92C44 -50 56 0 56 36H4Z', t.main) +
  path('M-4 -74C-10 -30 -30 6 -56 36H-4Z', t.accent) +
  path('M4 -92C20 -50 24 -10 22 36H4Z', t.light, 'opacity=".35"') +
  rect(-2, -98, 4, 142, t.shade) +
  path('M-76 46H80C70 70 52 78 34 78H-40C-58 76 -70 62 -76 46Z', t.shade) +
  path('M-76 46H80L76 54H-73Z', t.light) +
  stroke(
    dSmooth([
      [-98, 88],
      [-72, 82],
      [-48, 90],
      [-22, 83],
      [4, 90],
      [30, 83],
      [56, 90],
      [80, 83],
      [98, 88],
    ]),
    t.light,
    4,
  );

export const suitcase: Motif = (t) =>
  stroke('M-26 -50V-70C-26 -78 26 -78 26 -70V-50', t.shade, 9) +
  rect(-88, -52, 176, 122, t.main, 'rx="12"') +
  path('M40 -52H76A12 12 0 0 1 88 -40V58A12 12 0 0 1 76 70H40Z', t.shade, 'opacity=".35"') +
  rect(-58, -52, 14, 122, t.accent) +
  rect(44, -52, 14, 122, t.accent) +
  circle(4, 16, 24, t.light) +
  path(
    dPoly([
      [4, -4],
      [9, 9],
      [23, 10],
      [12, 19],
      [16, 33],
      [4, 25],
      [-8, 33],
      [-4, 19],
      [-15, 10],
      [-1, 9],
    ]),
    t.accent,
  );

export const planet: Motif = (t) => {
  const bands = [
    [-40, 12],
    [-18, 8],
    [2, 18],
    [32, 10],
  ]
    .map(([y, h]) => rect(-70, y!, 140, h!, t.accent, 'opacity=".55"'))
    .join('');
  const ring = (half: string): string => stroke(half, t.light, 7) + stroke(half, t.shade, 2);
  const round = dCircle(0, 0, 58);
  return group(
    'rotate(-18)',
    ring('M-98 0A98 24 0 0 1 98 0') +
      path(round, t.main) +
      `<g>${[-40, -18, 4, 30]
        .map((y, i) => {
          const x = Math.sqrt(58 * 58 - Math.max(Math.abs(y), Math.abs(y + 8 + i * 2)) ** 2);
          return rect(-x, y, x * 2, 8 + i * 2, t.accent, 'opacity=".6"');
        })
        .join('')}</g>` +
      path('M12 -56.700A58 58 0 0 1 12 56.700A70 70 0 0 0 12 -56.700Z', t.shade, 'opacity=".6"') +
      ring('M-98 0A98 24 0 0 0 98 0') +
      (bands ? '' : ''),
  );
};

export const moonwater: Motif = (t) =>
  path('M-47 19A62 62 0 1 1 47 19Z', t.main) +
  circle(-18, -36, 12, t.shade, 'opacity=".35"') +
  circle(20, -14, 15, t.shade, 'opacity=".28"') +
  circle(14, -54, 7, t.shade, 'opacity=".3"') +
  [
    [30, 56],
    [40, 42],
    [50, 50],
    [60, 30],
    [70, 36],
    [80, 20],
    [90, 24],
  ]
    .map(([y, w], i) => rect(-w! + (i % 2) * 10, y!, w! * 2 - (i % 3) * 14, 4.5, t.main, 'rx="2.2"'))
    .join('') +
  line(-96, 22, 96, 22, t.accent, 2.4);

export const mountain: Motif = (t) =>
  circle(34, -44, 30, t.accent) +
  poly(
    [
      [-100, 80],
      [-38, -50],
      [22, 80],
    ],
    t.shade,
  ) +
  poly(
    [
      [-40, 80],
      [30, -86],
      [100, 80],
    ],
    t.main,
  ) +
  poly(
    [
      [30, -86],
      [100, 80],
      [46, 80],
      [36, 20],
      [44, -20],
    ],
    t.shade,
    'opacity=".55"',
  ) +
  poly(
    [
      [30, -86],
      [8, -34],
      [18, -42],
      [26, -26],
      [36, -40],
      [46, -28],
      [54, -30],
    ],
    t.light,
  ) +
  poly(
    [
      [-38, -50],
      [-54, -16],
      [-46, -22],
      [-38, -10],
      [-30, -20],
      [-22, -14],
    ],
    t.light,
  ) +
  [-80, -62, -20, 2, 60, 78]
    .map((x, i) =>
      poly(
        [
          [x, 84],
          [x + 9, 84 - 26 - (i % 3) * 8],
          [x + 18, 84],
        ],
        t.accent,
        'opacity=".85"',
      ),
    )
    .join('') +
  rect(-100, 80, 200, 5, t.shade);
