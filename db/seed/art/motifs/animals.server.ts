import { circle, ellipse, group, line, mirrored, path, stroke } from '../draw.server.ts';
import type { Motif } from './tint.server.ts';

/** Birds, beasts, a moth and a fish. */

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
