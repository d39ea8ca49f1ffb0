import { contrast, darken, lighten, mix } from '../colour.server.ts';
import {
  circle,
  dLeaf,
  dPoly,
  dSector,
  ellipse,
  group,
  line,
  n,
  path,
  poly,
  put,
  rect,
  stroke,
} from '../draw.server.ts';
import { MOTIFS, motifFor } from '../motifs/index.server.ts';
import type { Motif } from '../motifs/tint.server.ts';
import { fit, place } from '../setting.server.ts';
import { add, clipped } from '../stage.server.ts';
import type { Stage } from '../stage.server.ts';
import { grain } from '../texture.server.ts';
import { imprint, praise } from '../words.server.ts';
import {
  loud,
  paint,
  partner,
  setAuthor,
  setLine,
  setSecond,
  setTitle,
  tint,
  titleVoice,
  voice,
} from './common.server.ts';

/** Covers around single drawn things: alone, banded, as a pattern, as a museum plate. */

function backdrop(s: Stage, cx: number, cy: number, r: number, ground: string, tone: string): string {
  const { chance } = s;
  const soft = mix(tone, ground, 0.55);
  switch (chance.whole(0, 4)) {
    case 0:
      return circle(cx, cy, r * 1.12, soft);
    case 1:
      return Array.from({ length: 36 }, (_, i) =>
        path(dSector(cx, cy, r * 0.2, r * 3.4, i * 10, i * 10 + 5), mix(tone, ground, 0.82)),
      ).join('');
    case 2:
      return path(
        `M${n(cx - r * 0.95)} ${n(cy + r * 1.15)}V${n(cy - r * 0.3)}A${n(r * 0.95)} ${n(r * 0.95)} 0 0 1 ${n(cx + r * 0.95)} ${n(cy - r * 0.3)}V${n(cy + r * 1.15)}Z`,
        soft,
      );
    case 3:
      return [1.5, 1.28, 1.06]
        .map((k, i) => circle(cx, cy, r * k, mix(tone, ground, 0.86 - i * 0.14)))
        .join('');
    default:
      return '';
  }
}

/** One thing, drawn large, between title and author. */
export function emblem(s: Stage): void {
  const { W, H, m, u, chance, pal } = s;
  const ground = chance.pick([pal.ground, pal.ground, pal.b, pal.c]);
  paint(s, ground);
  const ink = voice(s, ground, [pal.ink], 4.5);
  const speech = titleVoice(s);
  const small = partner(speech.face);
  const low = chance.maybe(0.3);
  const author = setAuthor(s, { ...small, y: low ? m * 1.1 : H - m * 1.1, up: !low, fill: ink });
  const loudTitle = contrast(pal.a, ground) >= 3.4 && chance.maybe(0.45) ? pal.a : ink;
  const height = H * (s.tall ? 0.27 : 0.25);
  const title = setTitle(s, {
    ...speech,
    y: low ? H - m * 1.1 - height : m * 1.2,
    height,
    fill: loudTitle,
    stand: low ? 'bottom' : 'top',
    max: 24 * u,
    lines: 4,
  });
  const second = setSecond(s, {
    face: small.face,
    y: low ? title.top - 3 * u : title.bottom + 3 * u,
    up: low,
    fill: ink,
    size: 3.8,
  });
  const [top, bottom] = low
    ? [author.bottom, Math.min(title.top, second.top)]
    : [Math.max(title.bottom, second.bottom), author.top];
  const cy = (top + bottom) / 2;
  const r = Math.min((bottom - top) * 0.41, W * 0.36);
  s.body.splice(1, 0, backdrop(s, W / 2, cy, r, ground, loud(s, ground, 1.3)));
  add(s, put(W / 2, cy, r, motifFor(s)(tint(s, ground)), 0), grain(s, ink, 0.1));
}

/** The banded paperback: two fields of colour, a pale one between. */
export function banded(s: Stage): void {
  const { W, H, m, u, chance, pal } = s;
  const band = [pal.a, pal.c, pal.b].find((c) => contrast(c, '#f6efdf') > 2.4) ?? pal.ink;
  const paper = '#f6efdf';
  paint(s, band);
  const [from, to] = s.tall ? [0.3, 0.66] : [0.28, 0.64];
  add(s, rect(0, H * from, W, H * (to - from), paper));
  const ink = '#1b1714';
  const on = voice(s, band, ['#1b1714', paper], 4.5);
  const plate = fit(imprint(s), { face: 'deco', width: W * 0.42, height: 6 * u, max: 5.6 * u });
  const py = H * from * 0.46;
  add(
    s,
    ellipse(W / 2, py, plate.width / 2 + 7 * u, plate.height / 2 + 4.4 * u, paper),
    ellipse(
      W / 2,
      py,
      plate.width / 2 + 6 * u,
      plate.height / 2 + 3.5 * u,
      'none',
      `stroke="${band}" stroke-width="${n(0.4 * u)}"`,
    ),
  );
  add(s, place(s, plate, { x: W / 2, y: py - plate.height / 2, align: 'center', fill: ink }));
  const face = chance.pick(['geometricBold', 'groteskBold', 'didoneBold'] as const);
  const inner = H * (to - from);
  const author = setAuthor(s, {
    face: 'geometric',
    caps: true,
    tracking: 0.08,
    y: H * to - 4.5 * u,
    up: true,
    fill: ink,
    size: 5.6,
  });
  add(s, line(W / 2 - 9 * u, author.top - 4 * u, W / 2 + 9 * u, author.top - 4 * u, band, 0.45 * u));
  setTitle(s, {
    face,
    caps: face === 'geometricBold',
    y: H * from + 4.5 * u,
    height: inner - 9 * u - (H * to - author.top) + 1.5 * u,
    fill: ink,
    max: 13 * u,
    stand: 'middle',
    lines: 4,
  });
  const t = tint(s, band);
  add(
    s,
    put(
      W / 2,
      H * (to + 1) * 0.5 - 1 * u,
      H * (1 - to) * 0.37,
      motifFor(s)({
        ...t,
        main: on,
        shade: mix(on, band, 0.45),
        light: mix(on, band, 0.8),
        accent: mix(on, band, 0.25),
        hole: band,
      }),
    ),
  );
  if (chance.maybe(0.5))
    setLine(s, chance.pick(['No. 17', 'No. 42', 'No. 118', '3/6', 'Classics']), {
      face: 'geometric',
      size: 3,
      y: H - m,
      up: true,
      align: 'left',
      fill: on,
    });
}

type Tile = (c: [string, string, string], i: number) => string;
const TILES: Tile[] = [
  ([a, b, c]) => circle(0, 0, 50, a) + circle(0, 0, 34, b) + circle(0, 0, 18, c),
  ([a, b, c]) =>
    [0, 90, 180, 270].map((t) => path(dLeaf(0, 0, 52, t + 45, 0.34), a)).join('') +
    [0, 90, 180, 270].map((t) => path(dLeaf(0, 0, 40, t, 0.22), b)).join('') +
    circle(0, 0, 8, c),
  ([a, b], i) =>
    group(
      `rotate(${(i % 4) * 90})`,
      path(dSector(-50, -50, 22, 60, 0, 90), a),
      path(dSector(50, 50, 22, 60, 180, 270), b),
    ),
  ([a, b, c]) =>
    stroke('M0 52V-40', a, 4) +
    [-30, -8, 14]
      .map((y) => path(dLeaf(0, y + 14, 34, -40, 0.3), b) + path(dLeaf(0, y + 14, 34, 220, 0.3), b))
      .join('') +
    path(dLeaf(0, -28, 26, -90, 0.36), c),
  ([a, b, c]) =>
    poly(
      [
        [0, -50],
        [50, 0],
        [0, 50],
        [-50, 0],
      ],
      a,
    ) +
    poly(
      [
        [0, -32],
        [32, 0],
        [0, 32],
        [-32, 0],
      ],
      b,
    ) +
    poly(
      [
        [0, -14],
        [14, 0],
        [0, 14],
        [-14, 0],
      ],
      c,
    ),
  ([a, b, c]) =>
    path(dSector(0, 26, 0, 52, 180, 360), a) +
    path(dSector(0, 26, 0, 36, 180, 360), b) +
    path(dSector(0, 26, 0, 20, 180, 360), c),
];

/** A printed pattern under a label, as on pattern-paper bindings. */
export function label(s: Stage): void {
  const { W, H, u, chance, pal } = s;
  paint(s, pal.ground);
  const columns = chance.whole(5, 7);
  const cell = W / columns;
  const colours: [string, string, string] = [loud(s, pal.ground, 1.4), pal.b, pal.c];
  const motif: Motif | undefined = chance.maybe(0.45) ? motifFor(s) : undefined;
  const tile = chance.pick(TILES);
  const t = tint(s, pal.ground);
  for (let r = 0; r * cell * 0.9 < H + cell; r++) {
    for (let c = -1; c <= columns; c++) {
      const x = (c + 0.5 + (r % 2 ? 0.5 : 0)) * cell;
      const y = r * cell * (motif ? 0.95 : 1) + cell * 0.3;
      add(
        s,
        put(
          x,
          y,
          motif ? cell * 0.42 : cell,
          motif ? motif(t) : tile(colours, r + c + 8),
          motif && (r + c) % 2 ? 14 : 0,
        ),
      );
    }
  }
  const speech = titleVoice(s);
  const round = chance.maybe(0.4);
  const paper = pal.dark ? '#f4ead6' : lighten(pal.ground, 0.7);
  const ink = voice(s, paper, [pal.ink, pal.ground, darken(pal.a, 0.5)], 5);
  const [lw, lh] = [W * 0.74, H * (s.tall ? 0.42 : 0.6)];
  const [x, y] = [(W - lw) / 2, (H - lh) / 2];
  const plate = (d: number, fill: string, more = ''): string =>
    round
      ? ellipse(W / 2, H / 2, lw / 2 + 3 * u - d, lh / 2 + 3 * u - d, fill, more)
      : rect(x + d, y + d, lw - 2 * d, lh - 2 * d, fill, more);
  add(
    s,
    plate(-1 * u, darken(pal.ground, 0.45), 'opacity=".28"'),
    plate(0, paper),
    plate(1.6 * u, 'none', `stroke="${ink}" stroke-width="${n(0.35 * u)}"`),
    plate(2.5 * u, 'none', `stroke="${ink}" stroke-width="${n(0.14 * u)}"`),
  );
  const width = lw * (round ? 0.7 : 0.84);
  const author = setAuthor(s, {
    ...partner(speech.face),
    y: y + lh - (round ? 0.13 * lh : 6 * u),
    up: true,
    width: width * (round ? 0.82 : 1),
    fill: ink,
    size: 5.4,
  });
  const accent = voice(s, paper, [pal.a, pal.c, ink], 4);
  const title = {
    ...speech,
    y: y + (round ? lh * 0.16 : 6.5 * u),
    height: author.top - 4 * u - y - (round ? lh * 0.16 : 6.5 * u),
    width,
    fill: accent,
    max: 16 * u,
    lines: 5,
    stand: 'middle' as const,
  };
  setTitle(s, title);
}

/** A museum plate: rows of specimens, numbered. */
export function specimen(s: Stage): void {
  const { W, H, m, u, chance, pal } = s;
  paint(s, pal.ground);
  const speech = { face: chance.pick(['didoneBold', 'garamond', 'soft', 'geometricBold'] as const) };
  const title = setTitle(s, {
    ...speech,
    y: m * 1.1,
    height: H * 0.19,
    align: 'left',
    fill: pal.ink,
    max: 15 * u,
    lines: 3,
    leading: 1.02,
  });
  const second = setSecond(s, {
    face: 'garamondItalic',
    y: title.bottom + 2.4 * u,
    align: 'left',
    fill: pal.ink,
    size: 4.2,
  });
  const author = setAuthor(s, {
    face: 'geometric',
    caps: true,
    tracking: 0.1,
    y: H - m,
    up: true,
    align: 'left',
    fill: pal.ink,
  });
  const [top, bottom] = [second.bottom + 5 * u, author.top - 5 * u];
  const columns = s.tall ? 3 : 4;
  const rows = Math.max(2, Math.round((bottom - top) / ((W - 2 * m) / columns)));
  const [cw, ch] = [(W - 2 * m) / columns, (bottom - top) / rows];
  const same = motifFor(s);
  const varied = chance.maybe(0.6);
  for (let i = 0; i < columns * rows; i++) {
    const [x, y] = [m + (i % columns) * cw, top + Math.floor(i / columns) * ch];
    const back = chance.pick([pal.ground, pal.ground, pal.b, pal.c, pal.a, mix(pal.ground, pal.ink, 0.1)]);
    add(s, rect(x, y, cw, ch, back, `stroke="${pal.ink}" stroke-width="${n(0.22 * u)}"`));
    const motif = varied
      ? motifFor({ ...s, draft: { ...s.draft, title: i === 0 ? s.draft.title : '' } })
      : same;
    add(
      s,
      put(
        x + cw / 2,
        y + ch / 2,
        Math.min(cw, ch) * 0.36,
        motif(tint(s, back)),
        varied ? 0 : (i % columns) * 30,
      ),
    );
  }
  add(s, grain(s, pal.ink, 0.12));
}

/** The tarot card: one thing in a symmetrical frame with moons and rays. */
export function arcana(s: Stage): void {
  const { W, H, m, u, chance, pal } = s;
  const ground = pal.dark ? pal.ground : darken(pal.ink, 0.15);
  paint(s, ground);
  const gold = [pal.a, pal.b, pal.c, '#d9a441'].find((c) => contrast(c, ground) > 4.2)!;
  const thin = (d: number, w: number): string =>
    rect(d, d, W - 2 * d, H - 2 * d, 'none', `stroke="${gold}" stroke-width="${n(w)}"`);
  add(s, thin(3.2 * u, 0.7 * u), thin(4.6 * u, 0.2 * u));
  const speech = titleVoice(s);
  const small = partner(speech.face);
  const inner = W - 2 * m - 8 * u;
  const author = setAuthor(s, { ...small, y: H - 8.5 * u, up: true, fill: gold, width: inner });
  const title = setTitle(s, {
    ...speech,
    y: 9.5 * u,
    height: H * 0.24,
    width: inner,
    fill: voice(s, ground, [pal.ink, '#f5ead2'], 5),
    max: 21 * u,
    lines: 4,
  });
  const second = setSecond(s, {
    face: small.face,
    y: title.bottom + 2.8 * u,
    fill: gold,
    size: 3.8,
    width: inner,
  });
  const [top, bottom] = [second.bottom, author.top];
  const cy = (top + bottom) / 2;
  const r = Math.min((bottom - top) * 0.42, W * 0.37);
  const rays = Array.from({ length: 48 }, (_, i) =>
    group(
      `rotate(${i * 7.5})`,
      poly(
        [
          [-0.5 * u, -r * 0.83],
          [0.5 * u, -r * 0.83],
          [0, -r * (i % 2 ? 0.95 : 1.12)],
        ],
        gold,
      ),
    ),
  ).join('');
  add(
    s,
    group(
      `translate(${n(W / 2)} ${n(cy)})`,
      rays,
      circle(0, 0, r * 0.8, mix(ground, pal.c, 0.35)),
      circle(0, 0, r * 0.8, 'none', `stroke="${gold}" stroke-width="${n(0.6 * u)}"`),
      circle(0, 0, r * 0.755, 'none', `stroke="${gold}" stroke-width="${n(0.18 * u)}"`),
    ),
  );
  const back = mix(ground, pal.c, 0.35);
  add(
    s,
    put(
      W / 2,
      cy,
      r * 0.6,
      motifFor(s)({
        main: gold,
        shade: mix(gold, ground, 0.5),
        light: '#f7ecd0',
        accent: voice(s, back, [pal.b, pal.c, pal.a], 2),
        hole: back,
      }),
    ),
  );
  for (const [x, y] of [
    [W * 0.15, top + 8 * u],
    [W * 0.85, top + 8 * u],
    [W * 0.15, bottom - 8 * u],
    [W * 0.85, bottom - 8 * u],
  ] as const) {
    add(
      s,
      put(
        x,
        y,
        4.4 * u,
        poly(
          [
            [0, -100],
            [16, -16],
            [100, 0],
            [16, 16],
            [0, 100],
            [-16, 16],
            [-100, 0],
            [-16, -16],
          ],
          gold,
        ),
        0,
      ),
    );
  }
  for (let i = 0; i < 40; i++) {
    const [x, y] = [chance.between(7, 93) * u, chance.between(top, bottom)];
    if (Math.hypot(x - W / 2, y - cy) > r * 1.16) add(s, circle(x, y, chance.between(0.12, 0.34) * u, gold));
  }
}

/** A block of loud colour, a short word set huge, one graphic gesture: the airport shelf. */
export function bold(s: Stage): void {
  const { W, H, m, u, chance, pal } = s;
  const ground = chance.pick([pal.ground, pal.a, pal.b]);
  paint(s, ground);
  const ink = voice(s, ground, [pal.ink, pal.ground], 4.5);
  const author = setAuthor(s, { face: 'groteskBold', y: H - m, up: true, align: 'left', fill: ink, size: 7 });
  const face = chance.pick(['groteskBlack', 'geometricBold', 'slab', 'gothic'] as const);
  const title = setTitle(s, {
    face,
    caps: face === 'gothic',
    y: m,
    height: H * 0.46,
    align: 'left',
    fill: ink,
    leading: face === 'gothic' ? 1.14 : 0.98,
    max: 38 * u,
    tracking: face === 'groteskBlack' ? -0.02 : 0,
  });
  const second = setSecond(s, {
    face: 'grotesk',
    y: title.bottom + 3.4 * u,
    align: 'left',
    fill: ink,
    size: 4.4,
    width: W * 0.7,
  });
  const quote = praise(s);
  const said = quote
    ? setLine(s, quote, {
        face: 'grotesk',
        size: 3.4,
        y: author.top - 3 * u,
        up: true,
        align: 'left',
        fill: ink,
      })
    : author;
  const [top, bottom] = [second.bottom + 6 * u, said.top - 6 * u];
  if (bottom - top > 14 * u) add(s, gesture(s, top, bottom, ground, ink));
}

function gesture(s: Stage, top: number, bottom: number, ground: string, ink: string): string {
  const { W, m, u, chance } = s;
  const [w, h] = [W - 2 * m, bottom - top];
  const tone = loud(s, ground, 1.6);
  switch (chance.whole(0, 5)) {
    case 0:
      return Array.from({ length: 7 }, (_, i) =>
        rect(
          m + (i * w) / 7,
          bottom - (h * (i + 1)) / 7,
          w / 7 - 1.2 * u,
          (h * (i + 1)) / 7,
          i === 6 ? tone : ink,
        ),
      ).join('');
    case 1: {
      const p = Math.min(w / 9, h / 5);
      const odd = chance.whole(10, 30);
      return Array.from({ length: Math.floor(w / p) * Math.floor(h / p) }, (_, i) => {
        const k = Math.floor(w / p);
        return circle(
          m + ((i % k) + 0.5) * (w / k),
          top + (Math.floor(i / k) + 0.5) * (h / Math.floor(h / p)),
          p * (i === odd ? 0.48 : 0.24),
          i === odd ? tone : ink,
        );
      }).join('');
    }
    case 2: {
      const y = (top + bottom) / 2;
      const k = Math.min(h * 0.42, 24 * u);
      return (
        rect(0, y - k * 0.2, W - m - k * 0.8, k * 0.4, tone) +
        poly(
          [
            [W - m, y],
            [W - m - k, y - k],
            [W - m - k, y + k],
          ],
          tone,
        )
      );
    }
    case 3: {
      const r = Math.min(h / 2, w / 2);
      return (
        path(dSector(W / 2, (top + bottom) / 2, 0, r, 90, 270), ink) +
        path(dSector(W / 2 + 3 * u, (top + bottom) / 2 - 3 * u, 0, r, -90, 90), tone)
      );
    }
    case 4:
      return poly(
        [
          [0, bottom],
          [W * 0.28, bottom - h * 0.35],
          [W * 0.5, bottom - h * 0.22],
          [W, top],
          [W, top + h * 0.16],
          [W * 0.5, bottom - h * 0.06],
          [W * 0.28, bottom - h * 0.18],
          [0, bottom],
        ],
        tone,
      );
    default: {
      const r = Math.min(h * 0.5, w * 0.36);
      return put(W - m - r, (top + bottom) / 2, r, motifFor(s)(tint(s, ground)));
    }
  }
}

/** A child's world: one big animal, a hill, weather, fat letters. */
export function naive(s: Stage): void {
  const { W, H, m, u, chance, pal } = s;
  const sky = pal.ground;
  paint(s, sky);
  const hill = loud(s, sky, 1.4);
  const t = { ...tint(s, sky) };
  const animal = motifFor(s, [
    'fox',
    'owl',
    'whale',
    'cat',
    'balloon',
    'house',
    'mushroom',
    'sailboat',
    'fish',
    'planet',
  ]);
  const sea = animal === MOTIFS.whale || animal === MOTIFS.fish || animal === MOTIFS.sailboat;
  const ink = voice(s, sky, [pal.ink], 4.5);
  const face =
    s.draft.style === 'hand_lettered'
      ? 'hand'
      : chance.pick(['round', 'round', 'softBlack', 'hand'] as const);
  const title = setTitle(s, {
    face,
    y: m * 1.1,
    height: H * 0.3,
    fill: ink,
    max: 26 * u,
    lines: 4,
    leading: 1,
  });
  const ground = H * 0.74;
  const front = sea ? pal.c : hill;
  const back = mix(front, sky, 0.45);
  const wave = (y: number, a: number, f: string): string =>
    path(
      `M-20 ${n(y)}C${n(W * 0.25)} ${n(y - a)} ${n(W * 0.4)} ${n(y + a * 0.6)} ${n(W * 0.62)} ${n(y - a * 0.3)}S${n(W * 0.9)} ${n(y - a)} ${n(W + 20)} ${n(y - a * 0.1)}V${n(H)}H-20Z`,
      f,
    );
  const decor: string[] = [];
  for (let i = 0; i < 26; i++) {
    const [x, y] = [chance.between(4, 96) * u, chance.between(title.bottom + 4 * u, ground - 6 * u)];
    decor.push(
      pal.dark || chance.maybe(0.5)
        ? circle(x, y, chance.between(0.5, 1.2) * u, mix(pal.b, sky, 0.2))
        : group(
            `translate(${n(x)} ${n(y)}) rotate(${chance.whole(0, 70)})`,
            [0, 72, 144, 216, 288]
              .map((a) => path(dLeaf(0, 0, 2.6 * u, a, 0.4), mix(pal.b, sky, 0.25)))
              .join(''),
          ),
    );
  }
  add(s, ...decor, wave(ground - 4 * u, 12 * u, back), wave(ground + 4 * u, 9 * u, front));
  const room = ground + 8 * u - title.bottom;
  const r = Math.min(room * 0.44, W * 0.38);
  const cy = ground + 8 * u - r;
  if (contrast(t.main, front) < 1.25)
    t.main =
      [pal.a, pal.b, pal.c, pal.ink].find((c) => contrast(c, front) > 1.4 && contrast(c, sky) > 1.4) ??
      pal.ink;
  add(
    s,
    circle(W / 2, cy, r * 1.16, mix(sky, '#fff8e6', pal.dark ? 0.16 : 0.6)),
    put(W / 2, cy, r, animal(t)),
    wave(ground + (sea ? 2 : 12) * u, 6 * u, darken(front, 0.08)),
  );
  for (let i = 0; i < 12; i++) {
    const [x, y] = [((i + chance.next()) * W) / 12, chance.between(ground + 14 * u, H - 20 * u)];
    add(
      s,
      sea
        ? stroke(
            `M${n(x)} ${n(y)}q${n(2 * u)} ${n(-2 * u)} ${n(4 * u)} 0t${n(4 * u)} 0`,
            mix(front, '#fff8e6', 0.5),
            0.7 * u,
          )
        : stroke(`M${n(x)} ${n(y)}v${n(-5 * u)}`, darken(front, 0.3), 0.5 * u) +
            [0, 72, 144, 216, 288]
              .map((a) => path(dLeaf(x, y - 5 * u, 2.4 * u, a, 0.45), i % 2 ? pal.b : '#fff6e2'))
              .join('') +
            circle(x, y - 5 * u, 0.8 * u, pal.a),
    );
  }
  const base = darken(front, 0.08);
  setAuthor(s, {
    face: face === 'hand' ? 'hand' : 'round',
    y: H - m,
    up: true,
    fill: voice(s, base, [pal.ink, '#fff8e6', pal.ground], 4.5),
    size: 7,
  });
}

/** Panels, dots and a burst: the comics page as cover. */
export function panels(s: Stage): void {
  const { W, H, m, u, chance, pal } = s;
  const ink = pal.dark ? darken(pal.ground, 0.5) : darken(pal.ink, 0.3);
  paint(s, ink);
  const gap = 1.6 * u;
  const titleH = H * 0.3;
  const grounds = chance.shuffle([pal.a, pal.b, pal.c, lighten(pal.ground, 0.1)]);
  const y0 = titleH + m;
  const mid = y0 + (H - y0 - m * 2.4) * chance.between(0.52, 0.6);
  const end = H - m * 2.5;
  const k = chance.between(-6, 6) * u;
  const frames = [
    [
      [m * 0.6, y0],
      [W * 0.56 + k, y0],
      [W * 0.5 - k, mid],
      [m * 0.6, mid],
    ],
    [
      [W * 0.56 + k + gap, y0],
      [W - m * 0.6, y0],
      [W - m * 0.6, mid],
      [W * 0.5 - k + gap, mid],
    ],
    [
      [m * 0.6, mid + gap],
      [W - m * 0.6, mid + gap],
      [W - m * 0.6, end],
      [m * 0.6, end],
    ],
  ] as const;
  frames.forEach((points, i) => {
    const back = grounds[i]!;
    const [cx, cy] = [
      (points[0]![0] + points[1]![0] + points[2]![0] + points[3]![0]) / 4,
      (points[0]![1] + points[2]![1]) / 2,
    ];
    const h = points[2]![1] - points[0]![1];
    let art = rect(0, 0, W, H, back);
    const dots = mix(back, ink, 0.22);
    for (let x = 0; x < W; x += 3 * u)
      for (let y = points[0]![1]; y < points[2]![1]; y += 3 * u)
        art += circle(
          x + ((Math.round(y / (3 * u)) % 2) * 3 * u) / 2,
          y,
          Math.max(0.2, (y - points[0]![1]) / h) * 1.1 * u,
          dots,
        );
    if (i === 2)
      art += group(
        `translate(${n(cx)} ${n(cy)})`,
        poly(
          Array.from({ length: 40 }, (_, j) => {
            const r = (j % 2 ? 0.36 : 0.62) * W * (0.9 + (j % 3) * 0.1);
            return [r * Math.cos((j * Math.PI) / 20), r * 0.6 * Math.sin((j * Math.PI) / 20)] as const;
          }),
          lighten(back, 0.75),
        ),
      );
    const t = tint(s, back);
    art += put(
      cx,
      cy,
      Math.min(h * 0.42, W * 0.21),
      motifFor({ ...s, draft: { ...s.draft, title: i === 2 ? s.draft.title : '' } })({
        ...t,
        main: [pal.a, pal.b, pal.c, pal.ground].find((c) => contrast(c, back) > 1.6) ?? t.main,
        shade: ink,
      }),
      i * 6 - 6,
    );
    add(s, clipped(s, dPoly(points), art));
  });
  const flare = [pal.b, pal.a, pal.c, '#ffd12e'].find((c) => contrast(c, ink) > 5) ?? '#ffd12e';
  setTitle(s, {
    face: chance.pick(['slab', 'gothic', 'groteskBlack'] as const),
    caps: true,
    y: m,
    height: titleH - 3 * u,
    fill: flare,
    max: 36 * u,
    stand: 'middle',
    leading: 1.16,
  });
  setAuthor(s, { face: 'groteskBlack', caps: true, y: H - m * 1.05, up: true, fill: '#fffaf0' });
}
