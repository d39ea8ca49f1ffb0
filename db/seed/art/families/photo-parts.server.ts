import { circle, ellipse, group, n, path, rect } from '../draw.server.ts';
import { add, linear, radial } from '../stage.server.ts';
import type { Stage } from '../stage.server.ts';
import { grain } from '../texture.server.ts';
import { praise } from '../words.server.ts';
import { partner, setAuthor, setLine, setSecond, setTitle, titleVoice } from './common.server.ts';

/** Skies from zenith to horizon, the light, the dark of the foreground. */
export type Light = { sky: [string, string, string]; glow: string; dark: string };

export const LIGHTS: Light[] = [
  { sky: ['#1b2740', '#5b6f8c', '#e9b48a'], glow: '#ffe3bd', dark: '#0e1420' },
  { sky: ['#0c1a24', '#24505c', '#8fb8ae'], glow: '#e3f2e2', dark: '#060d12' },
  { sky: ['#2b1537', '#8a3a5e', '#f2a679'], glow: '#ffdcb0', dark: '#14091b' },
  { sky: ['#39464d', '#8b979a', '#d9d6cc'], glow: '#fbf7ec', dark: '#171d20' },
  { sky: ['#0a0f1e', '#1c2c55', '#5f7fb2'], glow: '#dfe9fb', dark: '#04060d' },
  { sky: ['#3b0f12', '#a02c1f', '#ef8a3a'], glow: '#ffd99a', dark: '#160506' },
  { sky: ['#274b46', '#7ba08c', '#efe3bd'], glow: '#fffbe6', dark: '#0f211f' },
  { sky: ['#57707e', '#b9c7c4', '#f3ddc8'], glow: '#fff6ea', dark: '#20303a' },
];

export function film(s: Stage, light: Light): string {
  const edge = radial(
    s,
    [
      [0, '#000000', 0],
      [0.62, '#000000', 0],
      [1, '#000000', 0.42],
    ],
    [0.5, 0.5, 0.78],
  );
  return rect(0, 0, s.W, s.H, edge) + grain(s, '#fff8ec', 0.16, 620) + grain(s, light.dark, 0.3, 620);
}

export function paintSky(s: Stage, light: Light, horizon = 1): void {
  const [a, b, c] = light.sky;
  add(
    s,
    rect(
      0,
      0,
      s.W,
      s.H,
      linear(s, [
        [0, a],
        [0.55 * horizon, b],
        [horizon, c],
        [1, c],
      ]),
    ),
  );
}

export function halo(s: Stage, x: number, y: number, r: number, colour: string, strength = 0.9): string {
  return circle(
    x,
    y,
    r,
    radial(s, [
      [0, colour, strength],
      [0.35, colour, strength * 0.42],
      [1, colour, 0],
    ]),
  );
}

/** Type over a photograph: pale, centred, on a veil at head and foot so that it reads on any sky. */
export function caption(s: Stage, where: 'top' | 'bottom', fill: string, share = 0.28): void {
  const { W, H, m, u } = s;
  const speech = titleVoice(s);
  const small = partner(speech.face);
  const shade = '#05070c';
  add(
    s,
    rect(
      0,
      0,
      W,
      H * 0.5,
      linear(s, [
        [0, shade, 0.42],
        [0.6, shade, 0.2],
        [1, shade, 0],
      ]),
    ),
  );
  add(
    s,
    rect(
      0,
      H * 0.74,
      W,
      H * 0.26,
      linear(s, [
        [0, shade, 0],
        [1, shade, 0.5],
      ]),
    ),
  );
  const top = where === 'top';
  const author = setAuthor(s, { ...small, y: top ? H - m : m, up: top, fill });
  const quote = top ? praise(s) : undefined;
  if (quote)
    setLine(s, quote, { face: 'garamondItalic', size: 3.4, y: author.top - 3 * u, up: true, fill, lines: 1 });
  const height = H * share;
  const spot = { fill, max: 25 * u, lines: 5, height, stand: top ? ('top' as const) : ('bottom' as const) };
  const title = setTitle(s, { ...speech, ...spot, y: top ? m * 1.2 : H - m - height });
  const y = top ? title.bottom + 2.8 * u : title.top - 2.8 * u;
  setSecond(s, { face: small.face, y, up: !top, fill, size: 3.7 });
}

/** A walking figure in a coat, feet at (x, y). */
export function figure(x: number, y: number, h: number, fill: string, hat: boolean): string {
  const k = h / 100;
  return group(
    `translate(${n(x)} ${n(y)}) scale(${k.toFixed(3)})`,
    ellipse(0, -91, 6.4, 8, fill) +
      (hat
        ? ellipse(0, -95, 12, 2.4, fill) + path('M-7 -95C-7 -104 7 -104 7 -95Z', fill)
        : path('M-7 -92C-8 -102 8 -103 7.500 -90C8 -86 6 -84 5 -84L-5 -84C-7 -86 -7 -88 -7 -92Z', fill)) +
      path(
        'M-4 -84H4C11 -82 14 -78 15 -68L17 -40C17 -36 13 -36 12 -40L11 -56L14 -26H-13L-10 -56L-13 -38C-14 -35 -18 -36 -17 -40L-14 -68C-13 -78 -10 -82 -4 -84Z',
        fill,
      ) +
      path('M-11 -28H-1L-5 -2L-13 0V-3L-10 -5ZM1 -28H12L11 -6L15 -2V0H6Z', fill),
  );
}
