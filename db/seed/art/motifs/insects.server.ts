import { circle, dSmooth, group, line, mirrored, path, poly, rect, stroke } from '../draw.server.ts';
import type { Point } from '../draw.server.ts';
import type { Motif } from './tint.server.ts';

/** Small, strange and boneless; and two signs, the hand and the eye. */

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
