import { contrast, darken, lighten, luminance, mix } from '../colour.server.ts';
import {
  circle,
  dPoly,
  dSector,
  dSmooth,
  ellipse,
  faded,
  group,
  line,
  n,
  path,
  poly,
  put,
  rect,
  stroke,
} from '../draw.server.ts';
import type { Point } from '../draw.server.ts';
import { add, clipped, linear, radial } from '../stage.server.ts';
import type { Stage } from '../stage.server.ts';
import { dUnder, grain, ridge, tear } from '../texture.server.ts';
import { imprint } from '../words.server.ts';
import { MOTIFS, motifFor } from '../motifs/index.server.ts';
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

/** Landscapes: cut paper, travel posters, other planets, contours. */

const byLight = (colours: string[]): string[] => [...colours].sort((x, y) => luminance(y) - luminance(x));

function pine(x: number, y: number, h: number, fill: string): string {
  return path(
    `M${n(x)} ${n(y - h)}L${n(x + h * 0.2)} ${n(y - h * 0.55)}H${n(x + h * 0.1)}L${n(x + h * 0.27)} ${n(y - h * 0.2)}H${n(x + h * 0.05)}V${n(y)}H${n(x - h * 0.05)}V${n(y - h * 0.2)}H${n(x - h * 0.27)}L${n(x - h * 0.1)} ${n(y - h * 0.55)}H${n(x - h * 0.2)}Z`,
    fill,
  );
}

/** Hills in cut paper, each sheet throwing a shadow on the one behind. */
export function strata(s: Stage): void {
  const { W, H, m, u, chance, pal } = s;
  const ramp = byLight([pal.a, pal.b, pal.c, pal.ink]);
  const sky = pal.dark ? pal.ground : pal.ground;
  paint(s, sky);
  const horizon = H * (s.tall ? 0.46 : 0.5);
  const sun = pal.dark ? pal.ink : loud(s, sky, 1.25);
  add(
    s,
    circle(
      W * chance.between(0.28, 0.72),
      horizon + chance.between(-4, 10) * u,
      chance.between(12, 19) * u,
      sun,
    ),
  );
  const count = 6;
  const [far, near] = pal.dark
    ? [mix(pal.b, sky, 0.35), darken(sky, 0.5)]
    : [mix(ramp[1]!, sky, 0.45), darken(ramp[3]!, 0.05)];
  let last = near;
  for (let i = 0; i < count; i++) {
    const y = horizon + ((H - horizon) * (i + 0.5)) / (count + 0.6);
    const crest = ridge(s, y, (9 - i * 0.7) * u, 0.42, 4);
    const fill = mix(far, near, i / (count - 1));
    add(
      s,
      faded(0.2, group(`translate(0 ${n(-1.3 * u)})`, path(dUnder(s, crest, true), '#0b0a12'))),
      path(dUnder(s, crest, true), fill),
    );
    if (i > 0 && i < 5)
      for (let k = 0; k < 5; k++) {
        const p = chance.pick(crest.slice(2, -2));
        add(
          s,
          pine(p[0], p[1] + 1.2 * u, chance.between(4, 7) * (0.8 + i * 0.28) * u, mix(fill, near, 0.55)),
        );
      }
    last = fill;
  }
  const ink = voice(s, sky, [pal.ink], 4.5);
  const speech = titleVoice(s);
  const title = setTitle(s, {
    ...speech,
    y: m * 1.15,
    height: horizon - m - 16 * u,
    fill: ink,
    max: 22 * u,
    lines: 4,
  });
  setSecond(s, {
    face: partner(speech.face).face,
    y: title.bottom + 2.6 * u,
    fill: ink,
    size: 3.8,
    lines: 1,
  });
  setAuthor(s, {
    ...partner(speech.face),
    y: H - m,
    up: true,
    fill: voice(s, last, [sky, '#fffaf0', pal.ink], 4.5),
  });
  add(s, grain(s, ink, 0.14));
}

/** Looking down through holes cut in sheet after sheet. */
export function burrow(s: Stage): void {
  const { W, H, m, u, chance, pal } = s;
  const outer = loud(s, pal.ground, 1.4);
  const [edge, core] = pal.dark
    ? [mix(outer, '#fffaf0', 0.1), darken(pal.ground, 0.4)]
    : [outer, lighten(pal.ground, 0.3)];
  paint(s, edge);
  const [cx, cy] = [W / 2, H * 0.5];
  const count = 7;
  let hole: Point[] = Array.from({ length: 11 }, (_, i) => {
    const a = (i / 11) * Math.PI * 2;
    return [
      Math.cos(a) * W * 0.47 * chance.between(0.9, 1.06),
      Math.sin(a) * H * 0.44 * chance.between(0.9, 1.06),
    ];
  });
  for (let i = 0; i < count; i++) {
    const fill = mix(edge, core, (i + 1) / count);
    const d = dSmooth(
      hole.map(([x, y]): Point => [cx + x, cy + y]),
      true,
    );
    add(
      s,
      path(d, darken(mix(edge, core, i / count), 0.4)),
      clipped(s, d, group(`translate(${n(0.5 * u)} ${n(1.5 * u)})`, path(d, fill))),
    );
    hole = hole.map(([x, y]): Point => [x * chance.between(0.86, 0.95), y * chance.between(0.87, 0.95)]);
  }
  const ink = voice(s, core, [pal.ink, pal.a], 4.5);
  const width = W * 0.5;
  const speech = titleVoice(s);
  const t = { ...tint(s, core) };
  const art = s.tall ? 13 * u : 9 * u;
  const title = setTitle(s, {
    ...speech,
    y: cy - H * 0.13,
    height: H * 0.26,
    width,
    fill: ink,
    stand: 'middle',
    max: 16 * u,
  });
  if (s.tall)
    add(s, put(cx, title.top - art * 0.2 - 9 * u, Math.min(art, title.top - H * 0.2) * 0.62, motifFor(s)(t)));
  setLine(s, s.draft.author, {
    ...partner(speech.face),
    y: title.bottom + 4 * u,
    fill: ink,
    width: width * 0.92,
    size: 5,
  });
  void m;
}

/** The travel poster: flat sun, flat sea, a framed edge and a strong foot. */
export function poster(s: Stage): void {
  const { W, H, m, u, chance, pal } = s;
  const paper = pal.dark ? '#f5ead2' : pal.ground;
  const ink = voice(s, paper, [pal.ink, pal.ground], 5);
  paint(s, paper);
  const e = 4 * u;
  const foot = H * (s.tall ? 0.73 : 0.68);
  const [sky, sea, land] = chance.pick([
    [pal.b, pal.c, pal.a],
    [mix(paper, pal.b, 0.5), pal.c, pal.a],
    [pal.a, darken(pal.c, 0.2), pal.b],
  ]) as [string, string, string];
  const horizon = e + (foot - e) * chance.between(0.5, 0.62);
  let art = rect(0, 0, W, H, sky);
  const sunX = W * chance.between(0.28, 0.72);
  const sunR = chance.between(12, 17) * u;
  const glow = mix(sky, '#fff4d6', 0.8);
  for (let i = 0; i < 24; i++)
    if (i % 2)
      art += path(dSector(sunX, horizon - sunR * 0.3, 0, H, i * 15, i * 15 + 15), mix(sky, '#fff4d6', 0.16));
  art += circle(sunX, horizon - sunR * 0.3, sunR, glow);
  const view = chance.whole(0, 2);
  const hills = ridge(s, horizon - 2 * u, 9 * u, 0.5, 4);
  art += path(dUnder(s, hills, view !== 1), mix(land, sky, 0.55));
  art += rect(0, horizon, W, H, sea);
  for (let i = 0; i < 9; i++) {
    const y = horizon + (i + 0.7) * (foot - horizon) * 0.1;
    const w = sunR * (1.5 - i * 0.1) * chance.between(0.7, 1.1);
    art += rect(
      sunX - w + chance.between(-2, 2) * u,
      y,
      2 * w,
      0.7 * u,
      mix(sea, glow, 0.7),
      `rx="${n(0.35 * u)}"`,
    );
  }
  art +=
    view === 0
      ? harbour(s, horizon, foot, land, ink)
      : view === 1
        ? headland(s, horizon, foot, land, ink)
        : put(
            W * (sunX > W / 2 ? 0.3 : 0.7),
            horizon + 8 * u,
            17 * u,
            MOTIFS.sailboat({
              main: '#fff6e2',
              shade: ink,
              light: mix(sea, '#ffffff', 0.5),
              accent: land,
              hole: sea,
            }),
          );
  add(s, clipped(s, `M${n(e)} ${n(e)}H${n(W - e)}V${n(foot)}H${n(e)}Z`, art));
  const face = chance.pick(['deco', 'geometricBold', 'gothic', 'slab'] as const);
  const caps = face !== 'slab';
  const author = setAuthor(s, {
    face: 'geometric',
    caps: true,
    tracking: 0.14,
    y: H - m * 0.95,
    up: true,
    fill: ink,
    size: 5.6,
  });
  const second = s.draft.subtitle
    ? setLine(s, s.draft.subtitle, {
        face: 'geometric',
        size: 3.7,
        y: author.top - 2.6 * u,
        up: true,
        fill: ink,
      })
    : author;
  setTitle(s, {
    face,
    caps,
    y: foot + 3.4 * u,
    height: second.top - foot - 6.6 * u,
    fill: voice(s, paper, [land, sea, ink], 3.6),
    stand: 'middle',
    max: 22 * u,
    lines: 3,
    tracking: face === 'geometricBold' ? 0.03 : 0,
  });
  add(s, grain(s, ink, 0.12));
}

function harbour(s: Stage, horizon: number, foot: number, land: string, ink: string): string {
  const { W, u, chance } = s;
  let out = '';
  const left = chance.maybe(0.5);
  for (let i = 0; i < 11; i++) {
    const w = chance.between(7, 11) * u;
    const h = chance.between(9, 24) * u * (1 - i * 0.045);
    const x = left ? i * 5.6 * u - 2 * u : W - i * 5.6 * u - w + 2 * u;
    const y = horizon + 10 * u + i * 0.4 * u;
    const wall = mix(chance.pick([land, '#fff1d8', mix(land, '#fff1d8', 0.5)]), ink, i % 3 === 0 ? 0.08 : 0);
    out +=
      rect(x, y - h, w, h + 30 * u, wall) +
      poly(
        [
          [x - 0.8 * u, y - h],
          [x + w / 2, y - h - 3.4 * u],
          [x + w + 0.8 * u, y - h],
        ],
        mix(land, ink, 0.45),
      );
    for (let k = 0; k < Math.floor(h / (4 * u)); k++)
      for (let c = 0; c < 2; c++)
        out += rect(
          x + w * (0.2 + c * 0.4),
          y - h + (1.6 + k * 4) * u,
          1.5 * u,
          2.3 * u,
          mix(ink, land, 0.15),
          `rx="${n(0.7 * u)}"`,
        );
  }
  out += path(
    `M${left ? -20 : W + 20} ${n(foot + 10)}V${n(horizon + 12 * u)}C${n(left ? W * 0.45 : W * 0.55)} ${n(horizon + 12 * u)} ${n(left ? W * 0.6 : W * 0.4)} ${n(foot - 5 * u)} ${n(left ? W * 0.72 : W * 0.28)} ${n(foot + 10)}Z`,
    mix(land, ink, 0.6),
  );
  return out;
}

function headland(s: Stage, horizon: number, foot: number, land: string, ink: string): string {
  const { W, u, chance } = s;
  const slope: Point[] = [
    [-20, horizon - 8 * u],
    [W * 0.2, horizon - 4 * u],
    [W * 0.42, horizon + 14 * u],
    [W * 0.7, foot - 9 * u],
    [W + 20, foot - 5 * u],
    [W + 20, foot + 40],
    [-20, foot + 40],
  ];
  let out = path(dPoly(tear(s, slope, 2, 0.05)), mix(land, ink, 0.3));
  for (let i = 0; i < 7; i++) {
    const x = (4 + i * 8.5) * u;
    const y = horizon + (-5 + i * 5.4) * u + 4 * u;
    const h = chance.between(14, 26) * u;
    out += path(
      `M${n(x)} ${n(y - h)}C${n(x + 3.6 * u)} ${n(y - h * 0.5)} ${n(x + 3 * u)} ${n(y - h * 0.1)} ${n(x + 0.7 * u)} ${n(y)}H${n(x - 0.7 * u)}C${n(x - 3 * u)} ${n(y - h * 0.1)} ${n(x - 3.6 * u)} ${n(y - h * 0.5)} ${n(x)} ${n(y - h)}Z`,
      mix(land, ink, i % 2 ? 0.8 : 0.68),
    );
  }
  return out;
}

/** Worlds with rings, in the flat colours of the space age. */
export function planets(s: Stage): void {
  const { W, H, m, u, chance, pal } = s;
  const night = pal.dark ? pal.ground : darken(pal.ink, 0.25);
  const speech = titleVoice(s);
  const low = chance.maybe(0.5);
  const sky = linear(s, [
    [0, night],
    [1, mix(night, pal.c, 0.55)],
  ]);
  paint(s, sky);
  for (let i = 0; i < 130; i++)
    add(
      s,
      circle(
        chance.between(0, W),
        chance.between(0, H * 0.8),
        chance.between(0.08, 0.32) * u,
        '#fff6e2',
        `opacity="${chance.pick([0.5, 0.8, 1])}"`,
      ),
    );
  const [cx, cy, r] = [
    W * chance.between(0.36, 0.66),
    H * (low ? 0.3 : 0.56),
    W * chance.between(0.25, 0.33),
  ];
  const fore = [pal.a, pal.b, '#ff7a3d'].find((c) => contrast(c, night) > 3) ?? pal.b;
  const disc = `M${n(cx - r)} ${n(cy)}a${n(r)} ${n(r)} 0 1 0 ${n(2 * r)} 0a${n(r)} ${n(r)} 0 1 0 ${n(-2 * r)} 0Z`;
  let bands = rect(0, 0, W, H, fore);
  let y = cy - r;
  for (let i = 0; y < cy + r; i++) {
    const h = chance.between(0.05, 0.2) * r;
    bands += rect(0, y, W, h, [fore, pal.b, mix(fore, pal.c, 0.45), mix(fore, '#fff4d6', 0.4)][i % 4]!);
    y += h;
  }
  bands =
    group(`rotate(-16 ${n(cx)} ${n(cy)})`, bands) +
    path(
      `${disc}M${n(cx - r * 1.25)} ${n(cy - r * 0.2)}a${n(r * 1.05)} ${n(r * 1.05)} 0 1 0 ${n(2.1 * r)} 0a${n(r * 1.05)} ${n(r * 1.05)} 0 1 0 ${n(-2.1 * r)} 0Z`,
      night,
      'opacity=".42" fill-rule="evenodd"',
    );
  const kind = chance.whole(0, 2);
  const arc = (sweep: number, rx: number, w: number, c: string): string =>
    `<path d="M${n(-rx)} 0A${n(rx)} ${n(rx * 0.26)} 0 0 ${sweep} ${n(rx)} 0" fill="none" stroke="${c}" stroke-width="${n(w)}"/>`;
  const rings = (sweep: number): string =>
    group(
      `translate(${n(cx)} ${n(cy)}) rotate(-16)`,
      [
        [1.75, 1.7, pal.ink],
        [1.62, 2.4, pal.b],
        [1.46, 0.8, '#fff4d6'],
      ]
        .map(([k, w, c]) =>
          arc(
            sweep,
            r * (k as number),
            (w as number) * u,
            mix(c as string, pal.dark ? '#fff4d6' : pal.b, 0.35),
          ),
        )
        .join(''),
    );
  if (kind === 0) add(s, rings(1));
  add(s, clipped(s, disc, bands));
  if (kind === 0) add(s, rings(0));
  if (kind === 1)
    for (const k of [1.18, 1.4, 1.66])
      add(
        s,
        circle(cx, cy, r * k, 'none', `stroke="#fff4d6" stroke-opacity=".55" stroke-width="${n(0.22 * u)}"`),
        put(
          cx + r * k * Math.cos(k * 9),
          cy + r * k * Math.sin(k * 9),
          (k - 0.4) * 3.2 * u,
          circle(0, 0, 100, k > 1.5 ? pal.c : pal.b) +
            path('M0 -100A100 100 0 0 1 0 100A130 130 0 0 0 0 -100Z', night, 'opacity=".5"'),
        ),
      );
  if (low || kind === 2)
    for (let i = 0; i < 3; i++)
      add(
        s,
        path(
          dUnder(s, ridge(s, H * (0.72 + i * 0.09), (8 - i) * u, 0.55, 6)),
          mix(mix(pal.c, fore, 0.3), night, 0.25 + i * 0.34),
        ),
      );
  const ink = voice(s, night, [pal.ink, '#fff6e2'], 5);
  const foot = low || kind === 2 ? mix(mix(pal.c, fore, 0.3), night, 0.93) : mix(night, pal.c, 0.5);
  if (low) {
    const author = setAuthor(s, {
      ...partner(speech.face),
      y: H - m,
      up: true,
      fill: voice(s, foot, [ink], 4.5),
    });
    setTitle(s, {
      ...speech,
      y: H * 0.62,
      height: author.top - 5 * u - H * 0.62,
      fill: '#fff6e2',
      stand: 'middle',
      max: 24 * u,
    });
    s.body.splice(
      s.body.length - 2,
      0,
      rect(
        0,
        H * 0.5,
        W,
        H * 0.5,
        linear(s, [
          [0, night, 0],
          [0.3, night, 0.78],
          [1, night, 0.85],
        ]),
      ),
    );
  } else {
    const head = setTitle(s, {
      ...speech,
      y: m * 1.1,
      height: cy - r - m * 1.1 - (kind ? 12 : 4) * u,
      fill: ink,
      max: 24 * u,
    });
    if (cy - r * 1.2 - head.bottom > 8 * u)
      setSecond(s, { face: 'geometric', y: head.bottom + 2.6 * u, fill: ink, size: 3.6, lines: 1 });
    setAuthor(s, {
      ...partner(speech.face),
      y: H - m,
      up: true,
      fill: voice(s, foot, ['#fff6e2', ink], 4.5),
    });
  }
  add(s, grain(s, '#fff6e2', 0.08));
}

/** Height lines of an invented island, with the title on a ticket. */
export function contour(s: Stage): void {
  const { W, H, m, u, chance, pal } = s;
  paint(s, pal.ground);
  const sea = mix(pal.ground, pal.c, 0.2);
  add(s, rect(0, 0, W, H, sea));
  for (let x = 0; x < W; x += 12.5 * u) add(s, line(x, 0, x, H, pal.ink, 0.12 * u, 'opacity=".3"'));
  for (let y = 0; y < H; y += 12.5 * u) add(s, line(0, y, W, y, pal.ink, 0.12 * u, 'opacity=".3"'));
  const land = loud(s, sea, 1.3);
  for (const [cx, cy, size] of [
    [0.56, s.tall ? 0.6 : 0.58, 0.62],
    [0.12, 0.28, 0.3],
  ] as const) {
    let coast = Array.from({ length: 16 }, (_, i): Point => {
      const a = (i / 16) * 2 * Math.PI;
      const k = W * size * chance.between(0.62, 1.05);
      return [Math.cos(a) * k * 0.86, Math.sin(a) * k];
    });
    coast = tear(s, coast, 1, 0.22);
    const [px, py] = [chance.between(-0.1, 0.1) * W, chance.between(-0.1, 0.1) * W];
    const rings = size > 0.4 ? 13 : 6;
    for (let i = 0; i < rings; i++) {
      const k = 1 - i / rings;
      const d = dSmooth(
        coast.map(([x, y]): Point => [W * cx + x * k + px * (1 - k), H * cy + y * k + py * (1 - k)]),
        true,
      );
      add(
        s,
        path(
          d,
          mix(mix(land, pal.ground, 0.62), land, i / rings),
          `stroke="${pal.ink}" stroke-width="${n((i % 4 === 0 ? 0.4 : 0.18) * u)}" stroke-opacity=".7"`,
        ),
      );
    }
  }
  const trip: Point[] = Array.from({ length: 6 }, (_, i) => [
    W * (0.22 + i * 0.12),
    H * (0.82 - i * 0.085) + chance.between(-4, 4) * u,
  ]);
  add(
    s,
    `<path d="${dSmooth(trip)}" fill="none" stroke="${pal.ink}" stroke-width="${n(0.8 * u)}" stroke-dasharray="${n(2 * u)} ${n(1.6 * u)}" stroke-linecap="round"/>`,
    circle(trip[0]![0], trip[0]![1], 1.6 * u, pal.ink),
    put(trip[5]![0], trip[5]![1], 3 * u, stroke('M-70 -70L70 70M70 -70L-70 70', pal.ink, 34)),
  );
  ticket(s, pal.dark ? '#f5ead2' : lighten(pal.ground, 0.55));
  void m;
}

function ticket(s: Stage, paper: string): void {
  const { W, H, m, u, pal, chance } = s;
  const face = chance.pick(['roman', 'didoneBold', 'garamond', 'geometricBold'] as const);
  const ink = voice(s, paper, [pal.ink, pal.ground], 5);
  const h = H * (s.tall ? 0.27 : 0.36);
  add(
    s,
    rect(m, m, W - 2 * m, h, paper),
    rect(m + u, m + u, W - 2 * m - 2 * u, h - 2 * u, 'none', `stroke="${ink}" stroke-width="${n(0.3 * u)}"`),
  );
  const width = W - 2 * m - 9 * u;
  const author = setAuthor(s, {
    ...partner(face),
    y: m + h - 4.2 * u,
    up: true,
    fill: ink,
    width,
    size: 5.2,
  });
  const second = s.draft.subtitle
    ? setLine(s, s.draft.subtitle, {
        face: 'garamondItalic',
        size: 4,
        y: author.top - 2.6 * u,
        up: true,
        fill: ink,
        width,
      })
    : author;
  setTitle(s, {
    face,
    caps: face === 'roman',
    y: m + 4.2 * u,
    height: second.top - m - 7.4 * u,
    width,
    fill: ink,
    stand: 'middle',
    max: 15 * u,
    lines: 4,
  });
  setLine(s, imprint(s), {
    face: 'geometric',
    caps: true,
    tracking: 0.16,
    size: 2.6,
    y: H - m,
    up: true,
    fill: voice(s, mix(pal.ground, pal.c, 0.2), [pal.ink], 4.5),
    align: 'right',
  });
}

/** Rings, stripes and ridges that will not lie still. */
export function opart(s: Stage): void {
  const { W, H, m, u, chance, pal } = s;
  const ground = chance.pick([pal.ground, pal.ground, pal.a]);
  paint(s, ground);
  const ink = voice(s, ground, [pal.ink, pal.ground], 4.5);
  const tone = loud(s, ground, 1.8);
  const speech = chance.pick([
    { face: 'gothic' as const, caps: true },
    { face: 'groteskBold' as const },
    { face: 'geometricBold' as const },
    { face: 'didone' as const },
  ]);
  const small = partner(speech.face);
  const author = setAuthor(s, { ...small, y: H - m, up: true, fill: ink });
  const title = setTitle(s, { ...speech, y: m * 1.1, height: H * 0.24, fill: ink, max: 19 * u, lines: 4 });
  const [top, bottom] = [title.bottom + 6 * u, author.top - 6 * u];
  const [cx, cy] = [W / 2, (top + bottom) / 2];
  const h = bottom - top;
  switch (chance.whole(0, 3)) {
    case 0: {
      const r = Math.min(h / 2, W / 2 - m);
      const off = chance.between(0.3, 0.55);
      for (let i = 0; i < 15; i++) {
        const k = 1 - i / 15;
        add(
          s,
          circle(
            cx + r * (1 - k) * off * 0.6,
            cy - r * (1 - k) * off,
            r * k,
            i % 2 ? ground : i % 6 === 0 ? tone : ink,
          ),
        );
      }
      break;
    }
    case 1:
      for (let i = 0; i < 22; i++) {
        const y = top + (i / 21) * h;
        const pts: Point[] = [];
        for (let k = 0; k <= 40; k++) {
          const t = k / 40;
          const bell = Math.exp(-((t - 0.5) ** 2) * 26);
          pts.push([
            m + t * (W - 2 * m),
            y +
              6 * u -
              bell *
                (Math.abs(Math.sin(k * 1.7 + i * 2.1)) * 0.6 + Math.abs(Math.sin(k * 0.9 + i)) * 0.7) *
                11 *
                u,
          ]);
        }
        add(
          s,
          path(`${dSmooth(pts)}V${n(bottom + 8 * u)}H${n(m)}Z`, ground),
          stroke(dSmooth(pts), i % 7 === 3 ? tone : ink, 0.6 * u),
        );
      }
      add(s, rect(0, bottom + 1 * u, W, 8 * u, ground));
      author.size && (s.body = [...s.body.slice(0, 1), ...s.body.slice(3), s.body[1]!, s.body[2]!]);
      break;
    case 2:
      for (let i = 0; i < 30; i++) {
        const x = m + ((W - 2 * m) * (i + 0.5)) / 30;
        const pts: Point[] = Array.from({ length: 13 }, (_, k): Point => [
          x + Math.sin(k * 0.8 + i * 0.24) * 3.2 * u * Math.sin((k / 12) * Math.PI),
          top + (k / 12) * h,
        ]);
        add(
          s,
          `<path d="${dSmooth(pts)}" fill="none" stroke="${i % 10 === 4 ? tone : ink}" stroke-width="${n((0.45 + 1.1 * Math.abs(Math.sin(i * 0.21))) * u)}"/>`,
        );
      }
      break;
    default: {
      const p = (W - 2 * m) / 13;
      const rows = Math.floor(h / p);
      for (let r = 0; r < rows; r++)
        for (let c = 0; c < 13; c++) {
          const [x, y] = [m + (c + 0.5) * p, top + (r + 0.5) * (h / rows)];
          const k = Math.exp(-(((x - cx) / (W * 0.28)) ** 2 + ((y - cy) / (h * 0.3)) ** 2));
          add(s, ellipse(x, y, p * (0.46 - 0.3 * k), p * 0.46, (r * 13 + c) % 29 === 11 ? tone : ink));
        }
    }
  }
  if (chance.maybe(0.3)) add(s, grain(s, ink, 0.1));
  void radial;
}
