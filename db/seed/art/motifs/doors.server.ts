import { circle, dPoly, dRect, group, line, path, poly, rect, stroke } from '../draw.server.ts';
import type { Motif, Tint } from './tint.server.ts';

/** Buildings and the ways into them. */

export const lighthouse: Motif = (t) =>
  poly(
    [
      [-14, -62],
      [-150, -92],
      [-150, -36],
    ],
    t.light,
    'opacity=".32"',
  ) +
  poly(
    [
      [14, -62],
      [150, -92],
      [150, -36],
    ],
    t.light,
    'opacity=".32"',
  ) +
  path('M-60 92C-52 70-30 66-14 70C6 60 40 66 64 92Z', t.shade) +
  poly(
    [
      [-17, -42],
      [17, -42],
      [28, 78],
      [-28, 78],
    ],
    t.main,
  ) +
  poly(
    [
      [-19.7, -14],
      [19.7, -14],
      [22.3, 14],
      [-22.3, 14],
    ],
    t.accent,
  ) +
  poly(
    [
      [-24.4, 40],
      [24.4, 40],
      [26.6, 64],
      [-26.6, 64],
    ],
    t.accent,
  ) +
  path('M4 -42H17L28 78H8Z', t.shade, 'opacity=".45"') +
  rect(-25, -46, 50, 6, t.shade) +
  rect(-13, -72, 26, 26, t.light) +
  `${line(-4.5, -72, -4.5, -46, t.shade, 2.4)}${line(4.5, -72, 4.5, -46, t.shade, 2.4)}` +
  path('M-18 -72C-14 -88 14 -88 18 -72Z', t.accent) +
  rect(-1.6, -97, 3.2, 14, t.accent) +
  path('M-5 78V66a5 5 0 0 1 10 0V78Z', t.hole) +
  rect(-3, 24, 6, 9, t.hole);

export const stairs: Motif = (t) => {
  const steps = Array.from({ length: 8 }, (_, i) => {
    const [w, y, high] = [96 - i * 9.4, 92 - i * 13.6 + i * i * 0.34, 9.5 - i * 0.5];
    return (
      poly(
        [
          [-w, y],
          [w, y],
          [w - 6, y - 5],
          [6 - w, y - 5],
        ],
        t.main,
      ) +
      rect(-w, y, w * 2, high, t.shade) +
      poly(
        [
          [0, y],
          [w, y],
          [w - 6, y - 5],
          [0, y - 5],
        ],
        t.light,
        'opacity=".22"',
      )
    );
  });
  return (
    rect(-27, -96, 54, 112, t.accent) +
    rect(-20, -89, 40, 104, t.light) +
    poly(
      [
        [-20, -89],
        [-4, -80],
        [-4, 8],
        [-20, 15],
      ],
      t.shade,
    ) +
    steps.reverse().join('')
  );
};

export const windowpane: Motif = (t) =>
  path('M-58 84V-24A58 62 0 0 1 58 -24V84Z', t.main) +
  path('M-49 76V-24A49 53 0 0 1 49 -24V76Z', t.accent) +
  circle(18, -34, 17, t.light) +
  path('M-49 76V34C-36 22 -24 36 -10 28C4 20 14 34 28 24C38 18 44 24 49 28V76Z', t.shade) +
  `${line(0, -77, 0, 78, t.main, 6)}${line(-50, -24, 50, -24, t.main, 6)}${line(-50, 26, 50, 26, t.main, 6)}` +
  rect(-68, 80, 136, 9, t.main) +
  path('M-40 80l4 -22h20l4 22Z', t.shade) +
  [-40, -14, 12, 34]
    .map((a, i) =>
      group(
        `translate(-26 58) rotate(${a})`,
        path(`M0 0C-9 -12 -7 -${26 + i * 2} 0 -${36 + i * 2}C7 -26 9 -12 0 0Z`, t.light),
      ),
    )
    .join('');

export const skyline: Motif = (t) => {
  const towers: [number, number, number, string][] = [
    [-96, 34, 74, t.shade],
    [-58, 30, 116, t.main],
    [-26, 26, 92, t.shade],
    [2, 32, 150, t.main],
    [36, 26, 108, t.shade],
    [62, 34, 84, t.main],
  ];
  const lit = (x: number, w: number, h: number, k: number): string => {
    let s = '';
    for (let r = 0; r * 12 < h - 16; r++)
      for (let c = 0; c * 8 < w - 9; c++)
        if ((r * 7 + c * 5 + k * 3) % 4 < 2) s += dRect(x + 5 + c * 8, 96 - h + 8 + r * 12, 4, 6);
    return path(s, t.light);
  };
  return (
    line(18, -54, 18, -92, t.main, 3) +
    towers.map(([x, w, h, c], k) => rect(x, 96 - h, w, h, c) + lit(x, w, h, k)).join('') +
    poly(
      [
        [-58, -20],
        [-43, -42],
        [-28, -20],
      ],
      t.main,
    ) +
    rect(-100, 95, 200, 5, t.main)
  );
};

export const door: Motif = (t) =>
  rect(-54, -96, 108, 184, t.shade) +
  rect(-44, -86, 88, 174, t.light) +
  poly(
    [
      [-44, 88],
      [44, 88],
      [84, 100],
      [-92, 100],
    ],
    t.light,
    'opacity=".5"',
  ) +
  poly(
    [
      [-44, -86],
      [2, -76],
      [2, 96],
      [-44, 88],
    ],
    t.main,
  ) +
  poly(
    [
      [-36, -70],
      [-6, -63],
      [-6, -8],
      [-36, -10],
    ],
    t.shade,
    'opacity=".5"',
  ) +
  poly(
    [
      [-36, 6],
      [-6, 8],
      [-6, 78],
      [-36, 72],
    ],
    t.shade,
    'opacity=".5"',
  ) +
  circle(-5, 2, 3.4, t.accent);

export const house: Motif = (t: Tint) =>
  rect(34, -66, 18, 40, t.shade) +
  stroke('M43 -74C36 -82 50 -88 43 -98', t.light, 4) +
  poly(
    [
      [-84, -10],
      [0, -80],
      [84, -10],
    ],
    t.accent,
  ) +
  poly(
    [
      [0, -80],
      [84, -10],
      [62, -10],
    ],
    t.shade,
    'opacity=".5"',
  ) +
  rect(-64, -12, 128, 96, t.main) +
  poly(
    [
      [20, -12],
      [64, -12],
      [64, 84],
      [40, 84],
    ],
    t.shade,
    'opacity=".4"',
  ) +
  path('M-14 84V40A14 14 0 0 1 14 40V84Z', t.shade) +
  circle(8, 62, 2.4, t.light) +
  [
    [-46, 8],
    [26, 8],
  ]
    .map(
      ([x, y]) =>
        rect(x!, y!, 22, 26, t.light) +
        `${line(x! + 11, y!, x! + 11, y! + 26, t.shade, 2)}${line(x!, y! + 13, x! + 22, y! + 13, t.shade, 2)}`,
    )
    .join('') +
  circle(0, -34, 10, t.light) +
  path(
    dPoly([
      [-98, 84],
      [98, 84],
      [98, 92],
      [-98, 92],
    ]),
    t.shade,
  );
