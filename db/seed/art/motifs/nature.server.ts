import {
  circle,
  dCircle,
  dLeaf,
  dPoly,
  dSector,
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
import type { Point } from '../draw.server.ts';
import { lighten } from '../colour.server.ts';
import type { Motif, Tint } from './tint.server.ts';

/** Animals, plants, water and sky. */
export const moth: Motif = (t) =>
  mirrored(
    path('M4 8C30 6 66 16 70 48C72 78 44 88 28 70C16 58 6 40 3 24Z', t.shade) +
      path('M3 -22C26 -56 66 -78 98 -66C96 -30 74 0 20 14C10 16 4 10 3 -2Z', t.main) +
      path('M60 -66C74 -70 88 -70 98 -66C96 -46 88 -28 74 -14C78 -34 74 -52 60 -66Z', t.accent) +
      circle(50, -34, 12, t.light) +
      circle(50, -34, 6.5, t.shade) +
      circle(40, 46, 9, t.light) +
      circle(40, 46, 4.5, t.main) +
      stroke(
        'M8 -8C30 -14 52 -18 70 -14M8 -14C24 -30 40 -46 56 -60M10 22C26 30 40 56 42 72',
        t.hole,
        1.8,
        'opacity=".6"',
      ) +
      stroke('M3 -32C8 -52 18 -62 32 -70', t.main, 2.6) +
      [0, 1, 2, 3, 4].map((i) => line(5 + i * 5, -40 - i * 6, 12 + i * 5, -38 - i * 6, t.main, 1.6)).join(''),
  ) +
  path('M0 -36C9 -36 9 -20 7 -8C9 14 6 40 0 58C-6 40 -9 14 -7 -8C-9 -20 -9 -36 0 -36Z', t.accent) +
  [4, 14, 24, 34].map((y) => line(-6.5, y, 6.5, y, t.shade, 2)).join('');

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

export const swallow: Motif = (t) =>
  group(
    'rotate(-32)',
    mirrored(
      path('M2 -46C22 -62 62 -56 99 10C90 0 82 -6 74 -10C76 -4 74 0 70 -4C58 -16 36 -20 10 -4Z', t.main) +
        path('M0 26C9 34 14 50 25 99C12 78 5 64 0 56Z', t.main) +
        path('M8 -36C26 -50 52 -46 76 -14C54 -34 30 -34 10 -20Z', t.accent, 'opacity=".75"'),
    ) +
      path(
        'M0 -76C9 -74 14 -62 13 -44C13 -14 8 20 0 48C-8 20 -13 -14 -13 -44C-14 -62 -9 -74 0 -76Z',
        t.shade,
      ) +
      path('M-3.5 -74L0 -86L3.500 -74Z', t.shade) +
      path('M-8 -62C-3 -58 3 -58 8 -62C10 -54 8 -48 0 -46C-8 -48 -10 -54 -8 -62Z', t.accent) +
      path('M-7 -40C-3 -38 3 -38 7 -40C8 -16 5 6 0 28C-5 6 -8 -16 -7 -40Z', t.light),
  );

export const fox: Motif = (t) =>
  mirrored(
    path(
      'M0 -40C-14 -42 -26 -50 -40 -58L-72 -98C-84 -60 -84 -34 -76 -12C-92 6 -96 20 -98 34C-70 38 -40 56 0 96Z',
      t.main,
    ) +
      path('M-68 -78C-72 -60 -72 -44 -66 -32C-62 -42 -54 -50 -46 -54Z', t.shade) +
      path('M-98 34C-82 26 -52 20 -26 30C-14 36 -6 56 0 96C-40 56 -70 38 -98 34Z', t.light) +
      path('M-52 2C-44 -6 -30 -4 -22 8C-32 12 -44 10 -52 2Z', t.shade) +
      circle(-36, 4, 2.6, t.light) +
      path('M0 -40L-9 -24L0 10Z', t.accent, 'opacity=".55"'),
  ) + path('M-13 78C-8 72 8 72 13 78C10 90 5 96 0 98C-5 96 -10 90 -13 78Z', t.shade);

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

export const hand: Motif = (t) =>
  [
    [-34, -58, 15, -5],
    [-11, -82, 15, -2],
    [12, -78, 15, 3],
    [33, -54, 13.5, 8],
  ]
    .map(([x, y, w, a]) =>
      group(
        `rotate(${a} ${x} 20)`,
        rect(x! - w! / 2 - 3, y!, w! + 6, 100, t.main, `rx="${w! / 2 + 3}"`) +
          stroke(`M${x! - 5} ${y! + 30}h10M${x! - 5} ${y! + 58}h10`, t.shade, 1.8),
      ),
    )
    .join('') +
  path(
    'M-43 6C-60 -8 -70 -24 -84 -18C-96 -12 -84 6 -74 20C-62 40 -56 66 -34 76L-30 98H30L34 74C46 50 44 20 42 -2Z',
    t.main,
  ) +
  path('M-28 36C-14 18 14 18 28 36C14 54 -14 54 -28 36Z', t.light) +
  circle(0, 36, 11.5, t.accent) +
  circle(0, 36, 5, t.shade) +
  rect(-32, 88, 64, 10, t.accent);

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

export const feather: Motif = (t) => {
  const barbs = Array.from({ length: 22 }, (_, i) => {
    const y = -78 + i * 6.4;
    const w = 30 * Math.sin(((i + 2) / 25) * Math.PI) ** 0.7;
    return (
      path(
        `M0 ${y + 8}C${-w * 0.5} ${y + 4} ${-w} ${y - 8} ${-w * 1.05} ${y - 16}C${-w * 0.9} ${y - 4} ${-w * 0.5} ${y + 11} 0 ${y + 13}Z`,
        t.main,
      ) +
      path(
        `M0 ${y + 8}C${w * 0.5} ${y + 4} ${w} ${y - 8} ${w * 1.05} ${y - 16}C${w * 0.9} ${y - 4} ${w * 0.5} ${y + 11} 0 ${y + 13}Z`,
        i > 15 ? t.accent : t.shade,
      )
    );
  });
  return group('rotate(24)', barbs.join('') + stroke('M0 -92C2 -40 -2 40 0 98', t.light, 3));
};

export const eye: Motif = (t) =>
  Array.from({ length: 24 }, (_, i) =>
    group(
      `rotate(${i * 15})`,
      poly(
        [
          [-2.2, -66],
          [2.2, -66],
          [0, i % 2 ? -84 : -98],
        ],
        t.accent,
      ),
    ),
  ).join('') +
  path('M-92 0C-56 -52 56 -52 92 0C56 52 -56 52 -92 0Z', t.light) +
  circle(0, 0, 38, t.main) +
  Array.from({ length: 28 }, (_, i) => group(`rotate(${i * 12.857})`, line(0, -20, 0, -35, t.shade, 2))).join(
    '',
  ) +
  circle(0, 0, 18, t.shade) +
  circle(-8, -9, 6, t.light) +
  stroke('M-92 0C-56 -52 56 -52 92 0C56 52 -56 52 -92 0Z', t.shade, 4);

export const pear: Motif = (t) =>
  path('M0 -62C26 -62 22 -22 38 -4C62 22 64 90 2 94C-64 92 -64 24 -40 -2C-22 -22 -26 -62 0 -62Z', t.main) +
  path(
    'M6 -62C26 -60 22 -22 38 -4C62 22 64 90 2 94C44 70 40 20 20 -6C8 -24 18 -46 6 -62Z',
    t.shade,
    'opacity=".55"',
  ) +
  path('M-30 20C-42 40 -38 62 -24 74C-32 56 -32 38 -22 22Z', t.light, 'opacity=".8"') +
  stroke('M0 -60C0 -76 6 -86 14 -94', t.shade, 5) +
  path('M4 -74C20 -98 52 -96 66 -78C46 -62 20 -60 4 -74Z', t.accent) +
  stroke('M6 -74C26 -82 44 -82 62 -78', t.hole, 1.8);

export const lemon: Motif = (t) =>
  circle(0, 0, 92, t.main) +
  circle(0, 0, 80, t.light) +
  Array.from({ length: 9 }, (_, i) => path(dSector(0, 0, 8, 70, i * 40 + 4, i * 40 + 36), t.accent)).join(
    '',
  ) +
  Array.from({ length: 9 }, (_, i) =>
    group(`rotate(${i * 40 + 20})`, stroke('M22 0L60 -8M26 4L58 8', t.light, 2, 'opacity=".7"')),
  ).join('') +
  circle(0, 0, 6, t.light);

export const fish: Motif = (t) => {
  let scales = '';
  for (let c = 0; c < 7; c++)
    for (let r = -2; r <= 2; r++)
      if (Math.abs(r) * 9 < 28 - Math.abs(c - 2) * 3)
        scales += `M${-28 + c * 13} ${r * 11 - 5}a6 5.500 0 0 1 0 11`;
  return (
    path(
      'M-96 0C-66 -40 -6 -46 42 -12C60 -28 78 -38 98 -38C88 -14 88 14 98 38C78 38 60 28 42 12C-6 46 -66 40 -96 0Z',
      t.main,
    ) +
    path('M-96 0C-66 40 -6 46 42 12C30 8 -30 26 -96 0Z', t.shade, 'opacity=".5"') +
    path('M-20 -36C-2 -60 20 -58 34 -50L20 -26Z', t.accent) +
    path('M-16 34C-6 52 8 54 20 48L12 26Z', t.accent) +
    stroke(scales, t.light, 2) +
    stroke('M-54 -28C-42 -12 -42 12 -54 28', t.shade, 3) +
    circle(-70, -7, 7, t.light) +
    circle(-70, -7, 3.4, t.shade) +
    stroke('M58 -12L86 -28M62 0H86M58 12L86 28', t.shade, 2)
  );
};

export const tree: Motif = (t) => {
  let wood = '';
  const leaves: string[] = [];
  const grow = (x: number, y: number, length: number, angle: number, width: number, depth: number): void => {
    const [x2, y2] = [x + Math.cos(angle) * length, y + Math.sin(angle) * length];
    wood += stroke(
      dSmooth([
        [x, y],
        [(x + x2) / 2 + (depth % 2 ? 2 : -2), (y + y2) / 2],
        [x2, y2],
      ]),
      t.shade,
      width,
    );
    if (depth === 0) {
      leaves.push(
        path(dLeaf(x2, y2, 15, (angle * 180) / Math.PI, 0.34), t.main),
        path(dLeaf(x2, y2, 12, (angle * 180) / Math.PI + 55, 0.34), t.accent),
        path(dLeaf(x2, y2, 12, (angle * 180) / Math.PI - 55, 0.34), t.main),
      );
      return;
    }
    for (const turn of depth > 2 ? [-0.5, 0.06, 0.52] : [-0.42, 0.4])
      grow(x2, y2, length * 0.76, angle + turn, width * 0.66, depth - 1);
  };
  grow(0, 96, 48, -Math.PI / 2, 11, 4);
  return stroke('M-50 97C-20 93 20 93 50 97', t.shade, 5) + wood + leaves.join('');
};

export const rose: Motif = (t) => {
  const petals = [
    [62, 7, t.shade],
    [52, 6, t.main],
    [40, 5, t.shade],
    [30, 5, t.main],
    [19, 3, t.shade],
  ] as const;
  const bloom = petals
    .map(([r, count, colour], k) =>
      Array.from({ length: count }, (_, i) =>
        group(
          `rotate(${(i / count) * 360 + k * 31})`,
          ellipse(0, -r * 0.5, r * 0.56, r * 0.5, i % 2 ? colour : lighten(colour, 0.12)) +
            stroke(
              `M${-r * 0.46} ${-r * 0.72}C${-r * 0.2} ${-r * 1.02} ${r * 0.2} ${-r * 1.02} ${r * 0.46} ${-r * 0.72}`,
              t.light,
              1.4,
              'opacity=".7"',
            ),
        ),
      ).join(''),
    )
    .join('');
  return (
    stroke('M0 20C4 50 -6 74 2 99', t.accent, 6) +
    path(dLeaf(0, 66, 50, -28), t.accent) +
    path(dLeaf(-1, 78, 46, 208), t.accent) +
    group('translate(0 -28)', bloom + stroke('M-5 -2C-2 -8 6 -6 5 0C4 5 -4 5 -4 0', t.light, 2))
  );
};

export const shell: Motif = (t) => {
  const spiral: Point[] = Array.from({ length: 64 }, (_, i) => {
    const a = i * 0.28;
    const r = 3.2 * Math.exp(0.19 * a);
    return [r * Math.cos(a) * 1.02 - 8, r * Math.sin(a) * 1.02 + 4];
  });
  const outer = spiral.slice(-23);
  const ribs = spiral.slice(20).map(([x, y], i) => {
    const q = spiral[i + 20 - 20] ?? [0, 0];
    return i % 2
      ? ''
      : stroke(
          `M${x.toFixed(1)} ${y.toFixed(1)}Q${((x + q[0]) / 2 + 4).toFixed(1)} ${((y + q[1]) / 2 - 5).toFixed(1)} ${q[0].toFixed(1)} ${q[1].toFixed(1)}`,
          t.shade,
          2.4,
        );
  });
  return (
    path(dSmooth(outer, true), t.main) +
    ribs.join('') +
    stroke(dSmooth(spiral), t.shade, 4) +
    stroke(dSmooth(outer), t.accent, 4)
  );
};

export const whale: Motif = (t) =>
  path(
    'M-96 20C-96 -30 -50 -48 -8 -42C26 -38 46 -12 66 -8C78 -6 82 -20 78 -34C70 -46 58 -52 54 -62C70 -64 84 -58 90 -48C92 -60 98 -68 100 -74C104 -50 104 -20 94 4C80 44 40 60 -10 60C-60 60 -96 52 -96 20Z',
    t.main,
  ) +
  path('M-96 24C-60 40 -20 40 20 34C10 52 -10 60 -24 60C-66 60 -95 50 -96 24Z', t.light) +
  [-70, -54, -38, -22]
    .map((x) => stroke(`M${x} ${40 + (x + 70) * 0.06}C${x + 4} 48 ${x + 10} 54 ${x + 18} 58`, t.shade, 2))
    .join('') +
  path('M-22 36C-14 60 4 74 22 78C20 60 12 44 2 34Z', t.shade) +
  circle(-66, 12, 5, t.shade) +
  stroke('M-40 -48C-42 -70 -62 -78 -70 -66M-40 -48C-38 -74 -18 -80 -12 -66', t.accent, 5);

export const owl: Motif = (t) => {
  let breast = '';
  for (let r = 0; r < 4; r++)
    for (let c = 0; c < 4 - (r % 2); c++)
      breast += `M${-27 + c * 14 + (r % 2) * 7} ${20 + r * 12}a7 7 0 0 0 14 0`;
  return (
    mirrored(
      path('M0 -82C-30 -78 -40 -84 -58 -96C-62 -70 -64 -40 -60 0C-62 50 -40 88 0 90Z', t.main) +
        path('M-60 -8C-78 20 -70 60 -40 78C-48 48 -48 20 -60 -8Z', t.shade) +
        circle(-27, -38, 28, t.light) +
        circle(-25, -38, 17, t.accent) +
        circle(-24, -38, 9, t.shade) +
        circle(-28, -43, 3.5, t.light) +
        stroke('M-30 90v8M-20 92v7M-10 91v8', t.accent, 5),
    ) +
    path('M-34 10C-20 0 20 0 34 10C38 46 26 76 0 80C-26 76 -38 46 -34 10Z', t.light) +
    stroke(breast, t.shade, 3) +
    path('M-9 -30C-4 -34 4 -34 9 -30L0 -8Z', t.accent)
  );
};

export const cat: Motif = (t) =>
  stroke('M44 74C92 80 98 30 74 22C62 18 58 34 70 36', t.main, 13) +
  path(
    'M-52 -96L-30 -74C-18 -79 0 -79 12 -74L34 -96C42 -72 42 -52 34 -36C28 -26 34 -12 44 6C60 34 62 78 52 94H-46C-54 70 -50 30 -34 4C-30 -8 -38 -16 -46 -30C-56 -50 -58 -74 -52 -96Z',
    t.main,
  ) +
  path(
    'M-46 -84L-34 -70C-42 -66 -46 -60 -48 -54C-50 -64 -49 -76 -46 -84ZM28 -84L16 -70C24 -66 28 -60 30 -54C33 -64 32 -76 28 -84Z',
    t.accent,
  ) +
  ellipse(-28, -50, 9, 11, t.light) +
  ellipse(10, -50, 9, 11, t.light) +
  ellipse(-27, -50, 3.4, 10, t.shade) +
  ellipse(9, -50, 3.4, 10, t.shade) +
  path('M-14 -35H-4L-9 -29Z', t.accent) +
  stroke('M-9 -29C-10 -22 -18 -21 -20 -25M-9 -29C-8 -22 0 -21 2 -25', t.shade, 2.4) +
  stroke('M-30 -32L-64 -40M-30 -28L-64 -26M12 -32L46 -40M12 -28L46 -26', t.light, 1.8) +
  path('M-16 94C-20 60 -16 36 0 20C14 40 16 64 12 94Z', t.light) +
  stroke('M-1 94V70', t.shade, 2.4);

export const beetle: Motif = (t) => {
  const legs = stroke(
    'M-30 -14C-60 -20 -66 -36 -78 -40M-34 16C-62 14 -72 22 -88 18M-28 44C-52 52 -58 70 -72 84',
    t.shade,
    5,
  );
  return (
    mirrored(legs + stroke('M-8 -72C-14 -90 -30 -94 -44 -90', t.shade, 4)) +
    path('M-18 -62C-18 -80 18 -80 18 -62Z', t.shade) +
    path('M-34 -34C-36 -58 -20 -66 0 -66S36 -58 34 -34Z', t.accent) +
    path('M0 -30C-30 -32 -44 -22 -44 10C-44 56 -24 84 0 92Z', t.main) +
    path('M0 -30C30 -32 44 -22 44 10C44 56 24 84 0 92Z', t.shade) +
    mirrored(stroke('M-12 -26C-14 10 -14 50 -8 78M-26 -24C-32 6 -30 40 -20 64', t.light, 2, 'opacity=".6"')) +
    path(
      'M-36 -8C-30 -16 -22 -18 -20 -14C-26 0 -30 10 -34 26C-38 16 -38 4 -36 -8Z',
      t.light,
      'opacity=".7"',
    ) +
    line(0, -30, 0, 92, t.hole, 2)
  );
};

export const mushroom: Motif = (t) =>
  path('M-18 4C-12 40 -26 70 -22 92C-8 99 14 99 26 92C28 70 12 40 18 4Z', t.light) +
  path('M4 4C6 40 4 80 8 97C14 97 20 95 26 92C28 70 12 40 18 4Z', t.accent, 'opacity=".35"') +
  path('M-84 8C-84 -60 -44 -88 0 -88S84 -60 84 8C50 22 -50 22 -84 8Z', t.main) +
  path('M10 -88C52 -84 84 -60 84 8C70 14 54 16 36 17C60 -20 50 -64 10 -88Z', t.shade, 'opacity=".5"') +
  ellipse(-42, -22, 15, 17, t.light) +
  ellipse(6, -56, 17, 12, t.light) +
  ellipse(26, -10, 13, 14, t.light) +
  ellipse(-10, -10, 8, 8, t.light) +
  ellipse(62, -22, 8, 13, t.light) +
  path('M-22 14C-10 26 10 26 22 14C20 34 -20 34 -22 14Z', t.shade, 'opacity=".4"');

export const jellyfish: Motif = (t) => {
  const arms = Array.from({ length: 9 }, (_, i) => {
    const x = -56 + i * 14;
    return stroke(
      dSmooth([
        [x, -10],
        [x + (i % 2 ? 8 : -8), 20],
        [x * 0.8 + (i % 2 ? -6 : 6), 48],
        [x * 0.7 + (i % 2 ? 7 : -7), 76 + (i % 3) * 8],
      ]),
      i % 2 ? t.accent : t.main,
      i % 2 ? 6 : 3,
    );
  });
  return (
    arms.join('') +
    path(
      'M-76 -8C-76 -64 -40 -94 0 -94S76 -64 76 -8C66 2 58 2 50 -8C42 4 34 4 26 -8C18 4 8 4 0 -8C-8 4 -18 4 -26 -8C-34 4 -42 4 -50 -8C-58 2 -66 2 -76 -8Z',
      t.main,
    ) +
    path('M-58 -22C-56 -58 -30 -80 -6 -82C-30 -66 -40 -44 -40 -22Z', t.light, 'opacity=".65"') +
    path('M20 -90C52 -82 76 -56 76 -8C70 -2 66 0 60 -1C62 -40 48 -72 20 -90Z', t.shade, 'opacity=".5"')
  );
};

export const snake: Motif = (t) => {
  const spine: Point[] = [
    [0, 98],
    [34, 82],
    [46, 58],
    [10, 40],
    [-40, 24],
    [-48, -6],
    [-6, -22],
    [38, -36],
    [42, -64],
    [10, -82],
  ];
  const d = dSmooth(spine);
  return (
    stroke(d, t.shade, 25) +
    stroke(d, t.main, 20) +
    `<path d="${d}" fill="none" stroke="${t.accent}" stroke-width="8" stroke-dasharray="7 9"/>` +
    group(
      'translate(2 -86) rotate(-30)',
      path('M14 -11C0 -18 -22 -12 -32 0C-22 12 0 18 14 11Z', t.main) +
        circle(-10, -5, 3, t.light) +
        circle(-10, 5, 3, t.light) +
        stroke('M-32 0H-46M-46 0L-54 -5M-46 0L-54 5', t.accent, 2.4),
    )
  );
};

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
