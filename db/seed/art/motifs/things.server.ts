import {
  circle,
  dCircle,
  dPoly,
  dRect,
  dSmooth,
  ellipse,
  group,
  line,
  mirrored,
  path,
  poly,
  rect,
  stroke,
} from '../draw.server.ts';
import type { Motif } from './tint.server.ts';

/** Single things, drawn flat with one light from the left. */
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

export const teacup: Motif = (t) =>
  ellipse(0, 66, 88, 15, t.shade) +
  ellipse(0, 62, 88, 14, t.main) +
  ellipse(0, 61, 44, 7, t.shade, 'opacity=".5"') +
  stroke('M52 -8C86 -16 88 34 44 36', t.main, 10) +
  path('M-62 -18H62C60 30 38 60 0 60S-60 30 -62 -18Z', t.main) +
  path('M16 -18H62C60 30 38 60 0 60C26 46 34 18 16 -18Z', t.shade, 'opacity=".45"') +
  ellipse(0, -18, 62, 12, t.shade) +
  ellipse(0, -16, 54, 8.5, t.accent) +
  path('M-61 4C-40 14 40 14 61 4L58 16C38 25 -38 25 -58 16Z', t.accent) +
  ['M-20 -40C-34 -54 -6 -62 -20 -84', 'M4 -40C-10 -58 18 -68 4 -96', 'M28 -40C14 -54 42 -62 28 -84']
    .map((d) => stroke(d, t.light, 4.5))
    .join('');

export const fork: Motif = (t) =>
  path(
    'M-6 6C-26 -2 -28 -20 -28 -40V-94a4 4 0 0 1 8 0V-42H-12.500V-94a4 4 0 0 1 8 0V-42H4.500V-94a4 4 0 0 1 8 0V-42H20V-94a4 4 0 0 1 8 0V-40C28 -20 26 -2 6 6L9 84C10 100 -10 100 -9 84Z',
    t.main,
  ) + path('M2 4C16 -2 24 -12 28 -34V-40C28 -20 26 -2 6 6L9 84C10 94 4 98 1 96Z', t.shade, 'opacity=".4"');

export const candle: Motif = (t) =>
  circle(0, -70, 34, t.light, 'opacity=".22"') +
  circle(0, -70, 52, t.light, 'opacity=".12"') +
  path('M0 -98C14 -80 14 -66 0 -58C-14 -66 -14 -80 0 -98Z', t.light) +
  path('M0 -80C6 -72 6 -64 0 -60C-6 -64 -6 -72 0 -80Z', t.accent) +
  line(0, -60, 0, -50, t.shade, 2.5) +
  path('M-15 -46C-15 -54 15 -54 15 -46V40H-15Z', t.main) +
  path('M4 -51C12 -51 15 -50 15 -46V40H6Z', t.shade, 'opacity=".4"') +
  path('M-15 -46C-15 -20 -9 -10 -9 -24C-9 -34 -4 -34 -4 -24C-4 -8 3 -4 3 -22C3 -38 15 -30 15 -46Z', t.main) +
  path('M-24 36H24L18 50H-18Z', t.accent) +
  rect(-5, 50, 10, 26, t.accent) +
  ellipse(0, 80, 50, 11, t.accent) +
  ellipse(0, 77, 42, 7, t.shade, 'opacity=".4"') +
  stroke('M46 78C70 66 74 92 50 90', t.accent, 6);

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

export const book: Motif = (t) =>
  mirrored(
    path('M0 -30C-26 -52 -62 -52 -96 -40V62C-62 50 -26 50 0 72Z', t.main) +
      path('M0 72C-26 50 -62 50 -96 62V72C-62 60 -26 60 0 84Z', t.accent),
  ) +
  path('M0 -30C26 -52 62 -52 96 -40V62C62 50 26 50 0 72Z', t.shade, 'opacity=".28"') +
  [0, 1, 2, 3]
    .map((i) =>
      stroke(`M-80 ${-22 + i * 18}C-56 ${-29 + i * 18} -34 ${-27 + i * 18} -14 ${-12 + i * 18}`, t.shade, 3),
    )
    .join('') +
  [0, 1, 2, 3]
    .map((i) =>
      stroke(`M80 ${-22 + i * 18}C56 ${-29 + i * 18} 34 ${-27 + i * 18} 14 ${-12 + i * 18}`, t.shade, 3),
    )
    .join('') +
  line(0, -30, 0, 80, t.shade, 3);

export const bulb: Motif = (t) =>
  path(
    'M0 -92C44 -92 62 -58 58 -30C54 0 26 14 24 44H-24C-26 14 -54 0 -58 -30C-62 -58 -44 -92 0 -92Z',
    t.light,
  ) +
  path('M8 -92C46 -90 62 -58 58 -30C54 0 26 14 24 44H6C22 6 40 -40 8 -92Z', t.accent, 'opacity=".45"') +
  stroke('M-12 44L-20 -14L-8 0L0 -18L8 0L20 -14L12 44', t.shade, 4) +
  [50, 62, 74].map((y) => rect(-22, y, 44, 8.5, t.main, 'rx="4"')).join('') +
  path('M-14 84H14C10 98 -10 98 -14 84Z', t.shade);

export const glass: Motif = (t) =>
  path(
    'M-48 -92H48C56 -30 34 4 6 8V78C24 80 40 84 42 92H-42C-40 84 -24 80 -6 78V8C-34 4 -56 -30 -48 -92Z',
    t.light,
    'opacity=".55"',
  ) +
  path('M-51 -48C-20 -38 20 -58 51 -48C48 -18 30 2 0 4C-30 2 -48 -18 -51 -48Z', t.main) +
  path('M10 -50C26 -54 40 -52 51 -48C48 -18 30 2 0 4C18 -8 24 -26 10 -50Z', t.shade) +
  stroke('M-38 -82C-42 -64 -42 -58 -40 -52', t.light, 5);

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

export const bottle: Motif = (t) =>
  path(
    'M-12 -96H12V-54C12 -36 34 -30 34 -4V84C34 92 28 96 22 96H-22C-28 96 -34 92 -34 84V-4C-34 -30 -12 -36 -12 -54Z',
    t.main,
  ) +
  path(
    'M4 -96H12V-54C12 -36 34 -30 34 -4V84C34 92 28 96 22 96H8C20 60 20 10 14 -10C8 -28 4 -40 4 -60Z',
    t.shade,
    'opacity=".5"',
  ) +
  rect(-34, 10, 68, 52, t.light) +
  rect(-28, 17, 56, 38, 'none', `stroke="${t.accent}" stroke-width="2.5"`) +
  circle(0, 36, 11, t.accent) +
  rect(-14, -98, 28, 14, t.accent, 'rx="2"');

export const pencil: Motif = (t) =>
  group(
    'rotate(28)',
    rect(-13, -66, 26, 120, t.main) +
      rect(-4, -66, 9, 120, t.light) +
      rect(5, -66, 8, 120, t.shade) +
      rect(-14, -78, 28, 12, t.accent) +
      path('M-13 -78V-90C-13 -98 13 -98 13 -90V-78Z', t.shade) +
      path('M-13 54L0 98L13 54Z', t.light) +
      path('M-5 81L0 98L5 81Z', t.shade),
  );

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
