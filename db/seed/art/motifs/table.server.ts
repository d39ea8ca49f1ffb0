import { circle, ellipse, group, line, mirrored, path, rect, stroke } from '../draw.server.ts';
import type { Motif } from './tint.server.ts';

/** On the table and the desk. */

export const fork: Motif = (t) =>
  path(
    'M-6 6C-26 -2 -28 -20 -28 -40V-94a4 4 0 0 1 8 0V-42H-12.500V-94a4 4 0 0 1 8 0V-42H4.500V-94a4 4 0 0 1 8 0V-42H20V-94a4 4 0 0 1 8 0V-40C28 -20 26 -2 6 6L9 84C10 100 -10 100 -9 84Z',
    t.main,
  ) + path('M2 4C16 -2 24 -12 28 -34V-40C28 -20 26 -2 6 6L9 84C10 94 4 98 1 96Z', t.shade, 'opacity=".4"');

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

export const glass: Motif = (t) =>
  path(
    'M-48 -92H48C56 -30 34 4 6 8V78C24 80 40 84 42 92H-42C-40 84 -24 80 -6 78V8C-34 4 -56 -30 -48 -92Z',
    t.light,
    'opacity=".55"',
  ) +
  path('M-51 -48C-20 -38 20 -58 51 -48C48 -18 30 2 0 4C-30 2 -48 -18 -51 -48Z', t.main) +
  path('M10 -50C26 -54 40 -52 51 -48C48 -18 30 2 0 4C18 -8 24 -26 10 -50Z', t.shade) +
  stroke('M-38 -82C-42 -64 -42 -58 -40 -52', t.light, 5);

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

export const bulb: Motif = (t) =>
  path(
    'M0 -92C44 -92 62 -58 58 -30C54 0 26 14 24 44H-24C-26 14 -54 0 -58 -30C-62 -58 -44 -92 0 -92Z',
    t.light,
  ) +
  path('M8 -92C46 -90 62 -58 58 -30C54 0 26 14 24 44H6C22 6 40 -40 8 -92Z', t.accent, 'opacity=".45"') +
  stroke('M-12 44L-20 -14L-8 0L0 -18L8 0L20 -14L12 44', t.shade, 4) +
  [50, 62, 74].map((y) => rect(-22, y, 44, 8.5, t.main, 'rx="4"')).join('') +
  path('M-14 84H14C10 98 -10 98 -14 84Z', t.shade);
