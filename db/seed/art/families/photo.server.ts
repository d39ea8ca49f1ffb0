import { darken, mix } from '../colour.server.ts';
import {
  blended,
  circle,
  dPoly,
  ellipse,
  faded,
  group,
  line,
  n,
  path,
  poly,
  rect,
  stroke,
  dSmooth,
  dLeaf,
} from '../draw.server.ts';
import type { Point } from '../draw.server.ts';
import { add, clipped, linear, radial } from '../stage.server.ts';
import type { Stage } from '../stage.server.ts';
import { dUnder, grain, ridge } from '../texture.server.ts';
import { praise } from '../words.server.ts';
import { partner, setAuthor, setLine, setSecond, setTitle, titleVoice } from './common.server.ts';

/** Covers that feel photographed: light, haze, silhouettes and film grain. They bring their own colours. */

/** Skies from zenith to horizon, the light, the dark of the foreground. */
type Light = { sky: [string, string, string]; glow: string; dark: string };
const LIGHTS: Light[] = [
  { sky: ['#1b2740', '#5b6f8c', '#e9b48a'], glow: '#ffe3bd', dark: '#0e1420' },
  { sky: ['#0c1a24', '#24505c', '#8fb8ae'], glow: '#e3f2e2', dark: '#060d12' },
  { sky: ['#2b1537', '#8a3a5e', '#f2a679'], glow: '#ffdcb0', dark: '#14091b' },
  { sky: ['#39464d', '#8b979a', '#d9d6cc'], glow: '#fbf7ec', dark: '#171d20' },
  { sky: ['#0a0f1e', '#1c2c55', '#5f7fb2'], glow: '#dfe9fb', dark: '#04060d' },
  { sky: ['#3b0f12', '#a02c1f', '#ef8a3a'], glow: '#ffd99a', dark: '#160506' },
  { sky: ['#274b46', '#7ba08c', '#efe3bd'], glow: '#fffbe6', dark: '#0f211f' },
  { sky: ['#57707e', '#b9c7c4', '#f3ddc8'], glow: '#fff6ea', dark: '#20303a' },
];

function film(s: Stage, light: Light): string {
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

function sky(s: Stage, light: Light, horizon = 1): void {
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

function glow(s: Stage, x: number, y: number, r: number, colour: string, strength = 0.9): string {
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

/** Type over a photograph: pale, centred or flush, author at the foot. */
function caption(s: Stage, where: 'top' | 'bottom', fill: string, height = 0.28, footFill = fill): void {
  const { H, m, u, chance } = s;
  const speech = titleVoice(s);
  const small = partner(speech.face);
  const author = setAuthor(s, {
    ...small,
    y: where === 'top' ? H - m : m,
    up: where === 'top',
    fill: footFill,
  });
  const quote = praise(s);
  if (quote && where === 'top')
    setLine(s, quote, {
      face: 'garamondItalic',
      size: 3.4,
      y: author.top - 3 * u,
      up: true,
      fill: footFill,
      lines: 1,
    });
  if (where === 'top') {
    const title = setTitle(s, { ...speech, y: m * 1.2, height: H * height, fill, max: 25 * u, lines: 5 });
    setSecond(s, { face: small.face, y: title.bottom + 2.8 * u, fill, size: 3.7 });
  } else {
    const block = setTitle(s, {
      ...speech,
      y: H - m - H * height,
      height: H * height,
      fill,
      stand: 'bottom',
      max: 25 * u,
      lines: 5,
    });
    setSecond(s, { face: small.face, y: block.top - 2.8 * u, up: true, fill, size: 3.7 });
  }
  void chance;
}

/** A walking figure in a coat, feet at (x, y). */
function figure(x: number, y: number, h: number, fill: string, hat: boolean): string {
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

export function sea(s: Stage): void {
  const { W, H, u, chance } = s;
  const light = chance.pick(LIGHTS);
  const horizon = H * chance.between(0.56, 0.64);
  sky(s, light, 0.6);
  const x = W * chance.between(0.3, 0.7);
  const y = horizon - chance.between(6, 22) * u;
  add(s, glow(s, x, y, 70 * u, light.glow, 0.75), circle(x, y, chance.between(5, 9) * u, light.glow));
  for (let i = 0; i < 4; i++)
    add(
      s,
      faded(
        0.13,
        path(
          dSmooth(
            [
              [-40, horizon - (8 + i * 9) * u],
              [W * 0.3, horizon - (10 + i * 9 + chance.between(-3, 3)) * u],
              [W * 0.7, horizon - (7 + i * 9) * u],
              [W + 40, horizon - (9 + i * 9) * u],
              [W * 0.7, horizon - (5 + i * 9) * u],
              [W * 0.35, horizon - (7 + i * 9) * u],
            ],
            true,
          ),
          light.glow,
        ),
      ),
    );
  if (chance.maybe(0.6))
    add(s, path(dUnder(s, ridge(s, horizon - 2 * u, 5 * u, 0.5, 5)), mix(light.dark, light.sky[1], 0.55)));
  add(
    s,
    rect(
      0,
      horizon,
      W,
      H,
      linear(s, [
        [0, mix(light.sky[2], light.sky[1], 0.4)],
        [0.4, mix(light.sky[1], light.dark, 0.35)],
        [1, light.dark],
      ]),
    ),
  );
  let glints = '';
  for (let i = 0; i < 420; i++) {
    const t = chance.next() ** 1.6;
    const yy = horizon + 0.5 * u + t * (H - horizon) * 0.85;
    const spread = (4 + t * 26) * u;
    const off = (chance.next() + chance.next() - 1) * spread;
    const w = (0.5 + t * 4) * u * chance.between(0.4, 1.3);
    glints += `M${n(x + off - w)} ${n(yy)}q${n(w)} ${n(-0.22 * u)} ${n(2 * w)} 0q${n(-w)} ${n(0.22 * u)} ${n(-2 * w)} 0z`;
  }
  add(s, path(glints, light.glow, 'opacity=".5"'));
  if (chance.maybe(0.55)) {
    const bx = W * (x > W / 2 ? 0.3 : 0.7);
    add(
      s,
      group(
        `translate(${n(bx)} ${n(horizon + 3 * u)}) scale(${(u / 16).toFixed(2)})`,
        path('M-70 0H70C60 26 40 30 20 30H-30C-50 30 -62 20 -70 0Z', light.dark),
        path('M-2 -6V-150L60 -8ZM-8 -6V-110L-48 -8Z', mix(light.dark, light.sky[1], 0.2)),
        faded(0.3, path('M-60 34H60L40 120L-10 90Z', light.dark)),
      ),
    );
  }
  add(s, film(s, light));
  caption(s, 'top', '#fffaf0', 0.27);
}

export function mist(s: Stage): void {
  const { W, H, u, chance } = s;
  const light = chance.pick(LIGHTS);
  sky(s, light, 0.75);
  add(s, glow(s, W * chance.between(0.3, 0.7), H * 0.42, 60 * u, light.glow, 0.6));
  const layers = 6;
  for (let i = 0; i < layers; i++) {
    const tone = mix(mix(light.sky[2], light.sky[1], 0.4), light.dark, ((i + 0.6) / layers) ** 1.2);
    const y = H * (0.5 + i * 0.082);
    const crest = ridge(s, y, (9 - i) * u, 0.52, 5);
    let d = '';
    const size = (2.2 + i * 2.1) * u;
    for (let x = -size; x < W + size; x += size * chance.between(0.22, 0.5)) {
      const at = crest[Math.max(0, Math.min(crest.length - 1, Math.round((x / W) * (crest.length - 1))))]!;
      const h = size * chance.between(0.8, 1.9);
      d += `M${n(x)} ${n(at[1] - h)}l${n(h * 0.09)} ${n(h * 0.34)}l${n(-h * 0.03)} 0l${n(h * 0.1)} ${n(h * 0.36)}l${n(-h * 0.04)} 0l${n(h * 0.1)} ${n(h * 0.5)}h${n(-h * 0.44)}l${n(h * 0.1)} ${n(-h * 0.5)}l${n(-h * 0.04)} 0l${n(h * 0.1)} ${n(-h * 0.36)}l${n(-h * 0.03)} 0z`;
    }
    add(
      s,
      path(dUnder(s, crest) + d, tone),
      rect(
        0,
        y - 4 * u,
        W,
        26 * u,
        linear(s, [
          [0, light.sky[2], 0],
          [0.6, light.sky[2], 0.34 - i * 0.04],
          [1, light.sky[2], 0],
        ]),
      ),
    );
  }
  if (chance.maybe(0.4))
    add(s, figure(W * chance.between(0.35, 0.65), H * 0.9, 17 * u, darken(light.dark, 0.4), false));
  add(s, film(s, light));
  caption(s, 'top', '#fffaf0', 0.27);
}

export function bokeh(s: Stage): void {
  const { W, H, u, chance } = s;
  const light = chance.pick(LIGHTS.filter((l) => l.dark < '#18'));
  add(
    s,
    rect(
      0,
      0,
      W,
      H,
      linear(s, [
        [0, light.dark],
        [0.5, mix(light.sky[0], light.dark, 0.35)],
        [1, light.dark],
      ]),
    ),
  );
  const lamps = [
    light.glow,
    light.sky[2],
    '#ffb35c',
    '#ff6b5e',
    '#ffe0a3',
    mix(light.sky[1], '#ffffff', 0.3),
  ];
  for (let i = 0; i < 46; i++) {
    const t = chance.next();
    const [x, y, r] = [
      chance.between(-0.05, 1.05) * W,
      H * (0.4 + (chance.next() + chance.next() - 1) * 0.2),
      (1.6 + t * t * 7.5) * u,
    ];
    const c = chance.pick(lamps);
    add(
      s,
      faded(
        chance.between(0.16, 0.62),
        circle(
          x,
          y,
          r,
          radial(s, [
            [0, c, 0.55],
            [0.86, c, 0.75],
            [0.94, c, 1],
            [1, c, 0.1],
          ]),
        ),
      ),
    );
  }
  add(
    s,
    rect(
      0,
      H * 0.58,
      W,
      H * 0.42,
      linear(s, [
        [0, light.dark, 0],
        [0.25, light.dark, 0.8],
        [1, light.dark],
      ]),
    ),
  );
  for (let i = 0; i < 24; i++) {
    const c = chance.pick(lamps);
    const x = chance.next() * W;
    const h = chance.between(8, 26) * u;
    add(
      s,
      faded(
        0.22,
        rect(
          x,
          H * 0.62,
          chance.between(0.8, 3.4) * u,
          h,
          linear(s, [
            [0, c, 0],
            [0.3, c, 0.9],
            [1, c, 0],
          ]),
        ),
      ),
    );
  }
  const fx = W * chance.between(0.36, 0.64);
  const ink = darken(light.dark, 0.5);
  if (chance.maybe(0.5)) add(s, figure(fx, H * 0.78, 40 * u, ink, chance.maybe(0.5)));
  else
    add(s, figure(fx - 6 * u, H * 0.78, 38 * u, ink, true), figure(fx + 8 * u, H * 0.78, 35 * u, ink, false));
  for (let i = 0; i < 60; i++) {
    const [x, y] = [chance.next() * W, chance.next() * H * 0.9];
    add(s, line(x, y, x - 0.6 * u, y + chance.between(3, 8) * u, light.glow, 0.13 * u, 'opacity=".35"'));
  }
  add(s, film(s, light));
  caption(s, chance.maybe(0.5) ? 'top' : 'bottom', '#fffaf0', 0.2);
}

/** Light from a window on a wall, with the shadow of a plant. */
export function shadowlight(s: Stage): void {
  const { W, H, u, chance } = s;
  const wall = chance.pick(['#d8a48f', '#c9b79c', '#9db0a5', '#d9c8b4', '#b7a6bd', '#e0b06f', '#8fa5b8']);
  const dark = darken(wall, 0.72);
  add(
    s,
    rect(
      0,
      0,
      W,
      H,
      linear(
        s,
        [
          [0, mix(wall, dark, 0.45)],
          [0.5, mix(wall, dark, 0.25)],
          [1, mix(wall, dark, 0.52)],
        ],
        [0, 0, 1, 1],
      ),
    ),
  );
  const lit = mix(wall, '#fff2dc', 0.62);
  const skew = chance.between(-18, -10);
  const [x0, y0, w, h] = [W * 0.2, H * (s.tall ? 0.46 : 0.4), W * 0.27, H * 0.19];
  let panes = '';
  for (let r = 0; r < 2; r++)
    for (let c = 0; c < 2; c++)
      panes += `M${n(x0 + c * (w + 2 * u))} ${n(y0 + r * (h + 2 * u))}h${n(w)}v${n(h)}h${n(-w)}z`;
  const turn = `rotate(${n(skew * 0.3)} ${n(W / 2)} ${n(H * 0.6)}) skewY(${n(skew * 0.6)}) translate(0 ${n(9 * u)})`;
  for (const [grow, o] of [
    [3, 0.14],
    [2, 0.2],
    [1, 0.32],
  ] as const)
    add(
      s,
      group(
        turn,
        path(
          panes,
          lit,
          `stroke="${lit}" stroke-width="${n(grow * 0.9 * u)}" stroke-linejoin="round" opacity="${o}"`,
        ),
      ),
    );
  add(s, group(turn, path(panes, lit, 'opacity=".85"')));
  const shade = mix(wall, dark, 0.42);
  const stems: string[] = [];
  const side = chance.maybe(0.5) ? 1 : -1;
  for (let i = 0; i < 6; i++) {
    const foot: Point = [W * (0.5 + side * 0.2) + i * 1.5 * u, H * 1.02];
    const tip: Point = [foot[0] + chance.between(-26, 16) * u, H * chance.between(0.5, 0.68)];
    const mid: Point = [(foot[0] + tip[0]) / 2 + chance.between(-4, 4) * u, (foot[1] + tip[1]) / 2];
    stems.push(stroke(dSmooth([foot, mid, tip]), shade, 0.7 * u));
    for (let k = 1; k < 9; k++) {
      const t = k / 9;
      const [px, py] =
        t < 0.5
          ? [foot[0] + (mid[0] - foot[0]) * t * 2, foot[1] + (mid[1] - foot[1]) * t * 2]
          : [mid[0] + (tip[0] - mid[0]) * (t * 2 - 1), mid[1] + (tip[1] - mid[1]) * (t * 2 - 1)];
      for (const sgn of [-1, 1])
        stems.push(path(dLeaf(px, py, (13 - k * 0.7) * u, -90 + sgn * chance.between(38, 62), 0.17), shade));
    }
  }
  add(s, clipped(s, `M0 0H${W}V${H}H0Z`, blended('multiply', faded(0.8, ...stems))));
  add(s, film(s, { sky: [wall, wall, wall], glow: lit, dark }));
  caption(s, 'top', '#fffaf0', 0.24);
}

/** A dark passage, a bright door, someone in it. */
export function corridor(s: Stage): void {
  const { W, H, u, chance } = s;
  const light = chance.pick(LIGHTS);
  const lit = light.glow;
  const [cx, cy] = [W * chance.between(0.42, 0.58), H * 0.56];
  const [dw, dh] = [17 * u, s.tall ? 44 * u : 30 * u];
  const [x1, x2, y1, y2] = [cx - dw / 2, cx + dw / 2, cy - dh / 2, cy + dh / 2];
  const tone = (k: number): string => mix(light.dark, light.sky[1], k);
  add(s, rect(0, 0, W, H, tone(0.05)));
  const far: [Point, Point, Point, Point] = [
    [x1 - 15 * u, y1 - 9 * u],
    [x2 + 15 * u, y1 - 9 * u],
    [x2 + 15 * u, y2],
    [x1 - 15 * u, y2],
  ];
  add(
    s,
    poly(
      [[0, 0], far[0], far[3], [0, H * 1.02]],
      linear(
        s,
        [
          [0, tone(0.02)],
          [1, tone(0.42)],
        ],
        [0, 0, 1, 0],
      ),
    ),
  );
  add(
    s,
    poly(
      [[W, 0], far[1], far[2], [W, H * 1.02]],
      linear(
        s,
        [
          [0, tone(0.42)],
          [1, tone(0.02)],
        ],
        [0, 0, 1, 0],
      ),
    ),
  );
  add(
    s,
    poly(
      [[0, 0], [W, 0], far[1], far[0]],
      linear(s, [
        [0, tone(0)],
        [1, tone(0.22)],
      ]),
    ),
    poly([...far], tone(0.45)),
  );
  add(
    s,
    poly(
      [far[3], far[2], [W, H * 1.02], [0, H * 1.02]],
      linear(s, [
        [0, tone(0.5)],
        [0.6, tone(0.08)],
        [1, tone(0)],
      ]),
    ),
  );
  add(
    s,
    glow(s, cx, cy, 46 * u, lit, 0.5),
    rect(
      x1,
      y1,
      dw,
      dh,
      linear(s, [
        [0, lit],
        [0.7, '#fffdf6'],
        [1, lit],
      ]),
    ),
  );
  const spill = `M${n(x1)} ${n(y2)}H${n(x2)}L${n(cx + 34 * u)} ${n(H)}H${n(cx - 34 * u)}Z`;
  add(
    s,
    path(
      spill,
      linear(s, [
        [0, lit, 0.85],
        [1, lit, 0.05],
      ]),
    ),
  );
  const fh = dh * 0.62;
  add(
    s,
    group(
      `translate(${n(cx)} ${n(y2 + 1 * u)}) scale(1.15 -1.35)`,
      faded(0.5, figure(0, 0, fh, darken(light.dark, 0.3), false)),
    ),
    figure(cx, y2 + 1.4 * u, fh, darken(light.dark, 0.5), chance.maybe(0.4)),
  );
  for (let i = 1; i < 7; i++) {
    const t = (i / 7) ** 2;
    const y = y2 + (H - y2) * t;
    add(s, line(0, y, W, y, light.dark, 0.25 * u, 'opacity=".5"'));
  }
  add(s, film(s, light));
  caption(s, 'top', '#fffaf0', s.tall ? 0.21 : 0.2);
  void dPoly;
}

/** A still life: one lit round form, or three, on a table edge. */
export function still(s: Stage): void {
  const { W, H, u, chance } = s;
  const [wall, table] = chance.pick([
    ['#3c4a44', '#7a5a3c'],
    ['#5a2f2a', '#2b1b18'],
    ['#c7b9a3', '#8a6a4a'],
    ['#26323d', '#11181f'],
    ['#b98b72', '#5e3c30'],
    ['#8c9a8a', '#4e5a4c'],
  ] as [string, string][]);
  const edge = H * (s.tall ? 0.74 : 0.72);
  add(
    s,
    rect(0, 0, W, H, wall),
    rect(
      0,
      0,
      W,
      edge,
      radial(
        s,
        [
          [0, '#fff1d6', 0.4],
          [1, '#000000', 0.38],
        ],
        [0.26, 0.5, 0.95],
      ),
    ),
  );
  add(
    s,
    rect(
      0,
      edge,
      W,
      H,
      linear(s, [
        [0, mix(table, '#fff1d6', 0.28)],
        [0.08, table],
        [1, darken(table, 0.7)],
      ]),
    ),
  );
  const fruit = (x: number, y: number, r: number, skin: string): void => {
    add(
      s,
      ellipse(
        x + r * 0.7,
        y + r * 0.94,
        r * 1.55,
        r * 0.2,
        radial(s, [
          [0, '#000000', 0.62],
          [0.5, '#000000', 0.34],
          [1, '#000000', 0],
        ]),
      ),
    );
    add(
      s,
      circle(
        x,
        y,
        r,
        radial(
          s,
          [
            [0, mix(skin, '#fff3d8', 0.72)],
            [0.25, mix(skin, '#fff3d8', 0.2)],
            [0.62, skin],
            [1, darken(skin, 0.74)],
          ],
          [0.34, 0.3, 0.8],
        ),
      ),
    );
    add(
      s,
      ellipse(x, y - r * 0.87, r * 0.24, r * 0.08, darken(skin, 0.55)),
      stroke(
        `M${n(x)} ${n(y - r * 0.87)}q${n(r * 0.02)} ${n(-r * 0.2)} ${n(r * 0.16)} ${n(-r * 0.34)}`,
        darken(table, 0.75),
        r * 0.06,
      ),
    );
    if (chance.maybe(0.6))
      add(
        s,
        path(
          dLeaf(x + r * 0.06, y - r * 1.04, r * 0.7, chance.between(-30, 10), 0.26),
          linear(
            s,
            [
              [0, '#7d8f52'],
              [1, '#2f4424'],
            ],
            [0, 0, 1, 1],
          ),
        ),
      );
  };
  const skins = chance.shuffle(['#b8321f', '#d98a1f', '#8a9a2e', '#5e1f3a', '#e0b33c']);
  const r = chance.between(15, 19) * u;
  const base = edge + 7 * u;
  if (chance.maybe(0.7)) fruit(W * 0.68, base - r * 0.95, r * 0.82, skins[1]!);
  if (chance.maybe(0.5)) fruit(W * 0.2, base - r * 0.55, r * 0.7, skins[2]!);
  fruit(W * 0.42, base - r * 0.55 + 2 * u, r, skins[0]!);
  add(s, film(s, { sky: [wall, wall, wall], glow: wall, dark: '#0b0806' }));
  caption(s, 'top', '#fff6e4', s.tall ? 0.28 : 0.24);
}
