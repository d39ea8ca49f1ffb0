import { circle, dLeaf, dSector, ellipse, group, n, path, stroke } from '../draw.server.ts';
import { lighten } from '../colour.server.ts';
import type { Motif } from './tint.server.ts';

/** Fruit, trees, flowers, and a feather. */

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

export const tree: Motif = (t) => {
  const wood: string[] = [];
  let [green, gold] = ['', ''];
  const grow = (x: number, y: number, length: number, angle: number, depth: number): void => {
    const [x2, y2] = [x + Math.cos(angle) * length, y + Math.sin(angle) * length];
    wood[depth] =
      `${wood[depth] ?? ''}M${n(x)} ${n(y)}Q${n((x + x2) / 2 + (depth % 2 ? 3 : -3))} ${n((y + y2) / 2)} ${n(x2)} ${n(y2)}`;
    if (depth === 0) {
      const a = (angle * 180) / Math.PI;
      green += dLeaf(x2, y2, 15, a, 0.34) + dLeaf(x2, y2, 12, a - 55, 0.34);
      gold += dLeaf(x2, y2, 12, a + 55, 0.34);
      return;
    }
    for (const turn of depth > 2 ? [-0.5, 0.06, 0.52] : [-0.42, 0.4])
      grow(x2, y2, length * 0.76, angle + turn, depth - 1);
  };
  grow(0, 96, 48, -Math.PI / 2, 4);
  const limbs = wood.map((d, depth) => stroke(d, t.shade, 11 * 0.66 ** (4 - depth))).join('');
  return (
    stroke('M-50 97C-20 93 20 93 50 97', t.shade, 5) + limbs + path(green, t.main) + path(gold, t.accent)
  );
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
