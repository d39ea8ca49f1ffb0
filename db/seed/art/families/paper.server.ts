import { contrast, darken, lighten, luminance, mix } from '../colour.server.ts';
import {
  blended,
  circle,
  dCircle,
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
import { motifFor } from '../motifs/index.server.ts';
import { fit, place } from '../setting.server.ts';
import { add, clipped, linear } from '../stage.server.ts';
import type { Stage } from '../stage.server.ts';
import { bristles, dUnder, grain, halftone, ridge, tear } from '../texture.server.ts';
import { imprint } from '../words.server.ts';
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

/** Scissors, paste and paint: collage, cut-outs, brushwork, lettering, ornament. */

function torn(s: Stage, corners: Point[], fill: string): string {
  const d = dPoly(tear(s, corners, 5, 0.035));
  return (
    faded(0.22, group(`translate(${n(0.7 * s.u)} ${n(1.1 * s.u)})`, path(d, '#0b0a12'))) +
    path(d, '#fffaf2') +
    group(`translate(${n(-0.35 * s.u)} ${n(-0.5 * s.u)})`, path(dPoly(tear(s, corners, 5, 0.03)), fill))
  );
}

/** Torn paper, a screened moon, one thing cut out, type on strips. */
export function collage(s: Stage): void {
  const { W, H, m, u, chance, pal } = s;
  paint(s, pal.ground);
  const tones = chance.shuffle([pal.a, pal.b, pal.c]);
  const horizon = H * chance.between(0.6, 0.7);
  const moon = { x: W * chance.between(0.35, 0.65), y: H * 0.45, r: (s.tall ? 31 : 24) * u };
  const ink = pal.dark ? darken(pal.ground, 0.4) : pal.ink;
  add(
    s,
    circle(moon.x, moon.y, moon.r, tones[0]!),
    blended(
      'multiply',
      path(
        halftone([moon.x - moon.r, moon.y - moon.r, moon.r * 2, moon.r * 2], 2.3 * u, (x, y) => {
          const d = Math.hypot(x - moon.x, y - moon.y) / moon.r;
          return d > 1 ? 0 : Math.max(0, (x - moon.x + y - moon.y) / moon.r + 0.55) * 0.6;
        }),
        ink,
        'opacity=".8"',
      ),
    ),
  );
  add(
    s,
    torn(
      s,
      [
        [-60, horizon],
        [W * 0.45, horizon - 8 * u],
        [W + 60, horizon + 5 * u],
        [W + 60, H + 60],
        [-60, H + 60],
      ],
      tones[1]!,
    ),
  );
  const t = tint(s, tones[0]!);
  const r = (s.tall ? 27 : 20) * u;
  const thing = motifFor(s)({
    ...t,
    main: [tones[2]!, pal.ground, ink].find((c) => contrast(c, tones[0]!) > 1.7) ?? t.main,
    shade: ink,
  });
  add(
    s,
    faded(
      0.2,
      put(
        moon.x + 1.2 * u,
        horizon - r * 0.68 + 1.2 * u,
        r,
        motifFor({ ...s, chance: { ...chance, pick: (items) => items[0]! } })({
          main: '#000',
          shade: '#000',
          light: '#000',
          accent: '#000',
          hole: '#000',
        }),
      ),
    ).replace(/.*/s, ''),
    put(moon.x, horizon - r * 0.68, r, thing),
  );
  add(
    s,
    torn(
      s,
      [
        [-60, H * 0.83],
        [W * 0.4, H * 0.81],
        [W + 60, H * 0.84],
        [W + 60, H + 60],
        [-60, H + 60],
      ],
      tones[2]!,
    ),
  );
  const speech = titleVoice(s);
  const block = fit(s.draft.title, {
    ...speech,
    width: W - 2 * m - 5 * u,
    height: H * 0.21,
    max: 17 * u,
    lines: 3,
    leading: speech.caps ? 1.6 : 1.3,
  });
  const paper = '#fffaf0';
  block.runs.forEach((r0, i) => {
    const w = (r0.right - r0.left) * block.size;
    const y = m * 1.1 + i * block.step;
    const top = y + (block.runs[0]!.top - r0.top) * block.size;
    const bottom = y + (block.runs[0]!.top - Math.min(0, r0.bottom)) * block.size;
    add(
      s,
      poly(
        tear(
          s,
          [
            [m, top - 1.3 * u],
            [m + w + 4 * u, top - 1.6 * u],
            [m + w + 4.3 * u, bottom + 1.6 * u],
            [m, bottom + 1.3 * u],
          ],
          2,
          0.012,
        ),
        paper,
      ),
    );
  });
  add(
    s,
    place(s, block, {
      x: m + 2 * u,
      y: m * 1.1,
      align: 'left',
      fill: voice(s, paper, [pal.dark ? pal.ground : pal.ink], 5),
    }),
  );
  setAuthor(s, {
    ...partner(speech.face),
    y: H - m,
    up: true,
    fill: voice(s, tones[2]!, [paper, pal.ink, pal.ground], 4.5),
  });
  add(s, grain(s, ink, 0.18));
  void line;
}

/** One seaweed-like cut-out, as scissors make it. */
function frond(s: Stage, x: number, y: number, size: number, fill: string): string {
  const { chance } = s;
  const lobes = chance.whole(4, 6);
  const right: Point[] = [];
  for (let i = 0; i < lobes; i++) {
    const t = i / lobes;
    const w = Math.sin((t * 0.85 + 0.15) * Math.PI) * 0.62;
    right.push(
      [0.1, 1 - 2 * t - 0.04],
      [w, 1 - 2 * t - 0.2],
      [w * 1.05, 1 - 2 * t - 0.34],
      [0.1, 1 - 2 * t - 0.3],
    );
  }
  const all = [...right, [0, -1.06] as Point, ...right.map(([a, b]): Point => [-a, b]).reverse()];
  return group(
    `translate(${n(x)} ${n(y)}) rotate(${chance.whole(-34, 34)})`,
    path(
      dSmooth(
        all.map(([a, b]): Point => [a * size, b * size]),
        true,
      ),
      fill,
    ),
  );
}

/** Cut-outs on coloured papers, after the great old man in his wheelchair. */
export function cutouts(s: Stage): void {
  const { W, H, u, m, chance, pal } = s;
  paint(s, pal.ground);
  const columns = s.tall ? 3 : 4;
  const rows = s.tall ? 4 : 3;
  const [cw, ch] = [W / columns, H / rows];
  const colours = [pal.a, pal.b, pal.c, pal.ink, pal.ground];
  const [r0, r1] = s.tall ? [1, 2] : [1, 1];
  for (let i = 0; i < columns * rows; i++) {
    const [c, r] = [i % columns, Math.floor(i / columns)];
    if (r >= r0 && r <= r1 && (s.tall ? c < 2 : c > 0 && c < 3)) continue;
    const [back, fore] = chance.shuffle(colours) as [string, string];
    const [x, y] = [c * cw, r * ch];
    const wob = (): number => chance.between(-1, 1) * u;
    add(
      s,
      poly(
        [
          [x + wob(), y + wob()],
          [x + cw + wob(), y + wob()],
          [x + cw + wob(), y + ch + wob()],
          [x + wob(), y + ch + wob()],
        ],
        back,
      ),
    );
    const front = contrast(fore, back) > 1.4 ? fore : voice(s, back, [pal.ground, pal.ink]);
    const size = Math.min(cw, ch) * 0.42;
    const kind = chance.whole(0, 3);
    if (kind < 2) add(s, frond(s, x + cw / 2, y + ch / 2, size, front));
    else if (kind === 2)
      add(
        s,
        path(
          dSmooth(
            tear(
              s,
              Array.from({ length: 7 }, (_, k): Point => [
                x + cw / 2 + Math.cos(k * 0.9) * size * 0.8,
                y + ch / 2 + Math.sin(k * 0.9) * size * 0.8,
              ]),
              1,
              0.3,
            ),
            true,
          ),
          front,
        ),
        circle(x + cw / 2, y + ch / 2, size * 0.25, back),
      );
    else
      add(
        s,
        path(
          `M${n(x + cw / 2)} ${n(y + ch / 2 - size)}${[0, 1, 2, 3, 4, 5, 6].map((k) => `Q${n(x + cw / 2 + (k % 2 ? -1 : 1) * size * 0.9)} ${n(y + ch / 2 - size + (k + 0.5) * size * 0.29)} ${n(x + cw / 2)} ${n(y + ch / 2 - size + (k + 1) * size * 0.29)}`).join('')}`,
          'none',
          `stroke="${front}" stroke-width="${n(size * 0.2)}" stroke-linecap="round"`,
        ),
      );
  }
  const [bx, by, bw, bh] = s.tall ? [0, ch, 2 * cw, 2 * ch] : [cw, ch, 2 * cw, ch];
  const panel = pal.dark ? '#f6eedc' : lighten(pal.ground, 0.35);
  add(s, rect(bx, by, bw, bh, panel));
  const ink = voice(s, panel, [pal.ink, pal.ground], 5);
  const speech = titleVoice(s);
  const [x, width] = s.tall ? [m, bw - m - 5 * u] : [cw + 5 * u, bw - 10 * u];
  const author = setAuthor(s, {
    ...partner(speech.face),
    y: by + bh - 6 * u,
    up: true,
    x,
    align: 'left',
    width,
    fill: voice(s, panel, [pal.a, ink], 3.6),
    size: 5.8,
  });
  setTitle(s, {
    ...speech,
    y: by + 6 * u,
    height: author.top - by - 10 * u,
    x,
    width,
    align: 'left',
    fill: ink,
    max: 19 * u,
  });
}

/** Broad dry brush-strokes, the type laid over or cut into them. */
export function brush(s: Stage): void {
  const { W, H, m, u, chance, pal } = s;
  paint(s, pal.ground);
  const colours = [pal.a, pal.b, pal.c, mix(pal.a, pal.b, 0.5)].filter((c) => contrast(c, pal.ground) > 1.25);
  const kind = chance.whole(0, 2);
  const [top, bottom] = [H * 0.36, H * 0.8];
  const strokes = kind === 0 ? 7 : 5;
  for (let i = 0; i < strokes; i++) {
    const c = colours[i % colours.length] ?? pal.a;
    const y = top + ((bottom - top) * (i + 0.5)) / strokes;
    const width = ((bottom - top) / strokes) * chance.between(1, 1.35);
    if (kind === 0) {
      const x = chance.between(4, 14) * u;
      add(
        s,
        bristles(
          s,
          [
            [x, y + chance.between(-2, 2) * u],
            [W * 0.35, y - 1.5 * u],
            [W * 0.65, y + 1.5 * u],
            [W - chance.between(4, 14) * u, y],
          ],
          width,
          c,
          60,
        ),
      );
    } else if (kind === 1) {
      const r = (32 - i * 5.6) * u * (s.tall ? 1 : 0.8);
      const a0 = chance.between(0, 6);
      add(
        s,
        bristles(
          s,
          Array.from({ length: 12 }, (_, k): Point => [
            W / 2 + Math.cos(a0 + k * 0.5) * r,
            (top + bottom) / 2 + Math.sin(a0 + k * 0.5) * r,
          ]),
          6.5 * u,
          c,
          38,
        ),
      );
    } else {
      const x = W * (0.12 + i * 0.19);
      add(
        s,
        bristles(
          s,
          [
            [x - 6 * u, bottom + chance.between(-4, 6) * u],
            [x, (top + bottom) / 2],
            [x + 9 * u, top + chance.between(-4, 6) * u],
          ],
          15 * u,
          c,
          58,
        ),
      );
    }
  }
  for (let i = 0; i < 70; i++)
    add(
      s,
      circle(
        chance.between(0, W),
        chance.between(top - 8 * u, bottom + 8 * u),
        chance.next() ** 3 * 0.9 * u + 0.1 * u,
        chance.pick(colours),
      ),
    );
  const speech = titleVoice(s);
  const title = setTitle(s, {
    ...speech,
    y: m * 1.1,
    height: top - m - 8 * u,
    fill: pal.ink,
    max: 24 * u,
    lines: 4,
  });
  if (top - title.bottom > 10 * u)
    setSecond(s, {
      face: partner(speech.face).face,
      y: title.bottom + 2.6 * u,
      fill: pal.ink,
      size: 3.8,
      lines: 1,
    });
  setAuthor(s, { ...partner(speech.face), y: H - m, up: true, fill: pal.ink });
}

/** A landscape put down in thousands of dabs. */
export function dabs(s: Stage): void {
  const { W, H, m, u, chance, pal } = s;
  const sky = pal.ground;
  paint(s, sky);
  const [far, field, near] = [mix(pal.c, sky, 0.25), pal.b, mix(pal.a, pal.ink, 0.25)];
  const horizon = H * (s.tall ? 0.5 : 0.52);
  const hills = ridge(s, horizon, 8 * u, 0.5, 5);
  add(
    s,
    path(dUnder(s, hills, true), far),
    path(dUnder(s, ridge(s, H * 0.64, 3 * u, 0.5, 4), true), field),
    path(dUnder(s, ridge(s, H * 0.8, 4 * u, 0.5, 4), true), near),
  );
  const sun: Point = [W * chance.between(0.25, 0.75), horizon - 12 * u];
  const glow = pal.dark ? pal.ink : lighten(pal.b, 0.3);
  const batches = new Map<string, string>();
  const dab = (x: number, y: number, w: number, a: number, c: string): void => {
    const [dx, dy] = [Math.cos(a) * w, Math.sin(a) * w];
    batches.set(c, `${batches.get(c) ?? ''}M${n(x - dx)} ${n(y - dy)}L${n(x + dx)} ${n(y + dy)}`);
  };
  for (let i = 0; i < 2100; i++) {
    const [x, y] = [chance.next() * W, H * 0.2 + chance.next() * H * 0.8];
    const d = Math.hypot(x - sun[0], y - sun[1]);
    const crest = hills[Math.min(hills.length - 1, Math.floor((x / W) * hills.length))]![1];
    const shade = chance.whole(0, 2);
    if (y < crest) {
      if (d < 34 * u)
        dab(
          x,
          y,
          1.6 * u,
          Math.atan2(y - sun[1], x - sun[0]) + 1.57,
          d < 9 * u ? glow : mix(glow, sky, 0.35 + shade * 0.15),
        );
      else if (chance.maybe(0.35)) dab(x, y, 2 * u, 0.1, mix(sky, pal.c, 0.12 + shade * 0.08));
    } else if (y < H * 0.64) dab(x, y, 1.5 * u, -0.6, mix(far, shade ? pal.b : pal.ink, 0.14 + shade * 0.1));
    else if (y < H * 0.8)
      dab(x, y, 1.7 * u, 0.15, mix(field, shade ? pal.a : lighten(field, 0.5), 0.2 + shade * 0.14));
    else dab(x, y, 2.2 * u, -1.3, mix(near, [pal.b, pal.ink, pal.c][shade]!, 0.3));
  }
  add(s, circle(sun[0], sun[1], 8 * u, glow));
  for (const [c, d] of batches) add(s, stroke(d, c, 1.15 * u));
  const foot = near;
  add(
    s,
    rect(
      0,
      H - 22 * u,
      W,
      22 * u,
      linear(s, [
        [0, darken(foot, 0.5), 0],
        [0.55, darken(foot, 0.5), 0.85],
        [1, darken(foot, 0.5), 0.92],
      ]),
    ),
  );
  const speech = titleVoice(s);
  setTitle(s, {
    ...speech,
    y: m * 1.1,
    height: H * 0.2,
    fill: voice(s, sky, [pal.ink], 4.5),
    max: 22 * u,
    lines: 3,
  });
  setAuthor(s, { ...partner(speech.face), y: H - m, up: true, fill: '#fffaf0' });
}

/** Big brush lettering with a flourish under it. */
export function lettered(s: Stage): void {
  const { W, H, m, u, chance, pal } = s;
  const ground = chance.pick([pal.ground, pal.a, pal.c]);
  paint(s, ground);
  const ink = voice(s, ground, [pal.ground, pal.ink, '#fff6e2'], 4.5);
  const soft = mix(ground, ink, 0.13);
  const kind = chance.whole(0, 3);
  if (kind === 0)
    for (let i = 0; i < 60; i++) {
      const [x, y] = [chance.next() * W, chance.next() * H];
      add(
        s,
        group(
          `translate(${n(x)} ${n(y)}) rotate(${chance.whole(0, 180)})`,
          rect(
            -2.4 * u,
            -0.45 * u,
            4.8 * u,
            0.9 * u,
            chance.maybe(0.7) ? soft : loud(s, ground, 1.5),
            `rx="${n(0.45 * u)}"`,
          ),
        ),
      );
    }
  if (kind === 1)
    for (let i = 0; i < 9; i++)
      add(
        s,
        circle(
          W * (i % 2 ? 0.9 : 0.1) + chance.between(-12, 12) * u,
          ((i + 0.5) * H) / 9,
          chance.between(5, 15) * u,
          i % 3 ? soft : mix(loud(s, ground, 1.5), ground, 0.15),
        ),
      );
  if (kind === 2)
    for (let i = 0; i < 36; i++)
      add(s, path(dSector(W / 2, H * 0.46, 0, H, i * 10, i * 10 + 5), mix(ground, ink, 0.07)));
  if (kind === 3) add(s, put(W / 2, H * 0.76, (s.tall ? 27 : 19) * u, motifFor(s)(tint(s, ground))));
  const face = chance.pick(['script', 'script', 'hand'] as const);
  const lines = fit(s.draft.title, {
    face,
    width: W - 2 * m - 4 * u,
    height: H * (kind === 3 ? 0.42 : 0.56),
    leading: face === 'script' ? 0.98 : 0.92,
    max: 42 * u,
  });
  const y = kind === 3 ? m * 1.6 : (H - lines.height) * 0.44;
  add(s, place(s, lines, { x: W / 2, y, align: 'center', fill: ink }));
  const fy = y + lines.height + 3.6 * u;
  const w = Math.min(W * 0.3, lines.width * 0.45);
  const tone = voice(s, ground, [pal.b, pal.a, pal.c, ink], 2);
  if (kind !== 3)
    add(
      s,
      path(
        `M${n(W / 2 - w)} ${n(fy + 1.2 * u)}C${n(W / 2 - w * 0.3)} ${n(fy - 2.2 * u)} ${n(W / 2 + w * 0.5)} ${n(fy - 1.8 * u)} ${n(W / 2 + w)} ${n(fy - 1.4 * u)}C${n(W / 2 + w * 0.4)} ${n(fy - 0.6 * u)} ${n(W / 2 - w * 0.2)} ${n(fy + 0.4 * u)} ${n(W / 2 - w)} ${n(fy + 1.2 * u)}Z`,
        tone,
      ),
    );
  const second =
    kind === 3
      ? { top: fy, bottom: fy }
      : setSecond(s, {
          face: 'geometric',
          caps: true,
          tracking: 0.12,
          y: fy + 4 * u,
          fill: ink,
          size: 3.2,
          lines: 2,
        });
  void second;
  setAuthor(s, { face: 'geometric', caps: true, tracking: 0.14, y: H - m, up: true, fill: ink });
  add(s, grain(s, ink, 0.1));
}

function ornament(u: number, fill: string): string {
  const k = u / 16;
  const curl =
    'M0 0C40 -6 84 -20 96 -56C104 -84 70 -104 52 -82C40 -66 60 -48 72 -60M0 0C6 -40 20 -84 56 -96C84 -104 104 -70 82 -52';
  return group(
    `scale(${(k * 1.5).toFixed(2)})`,
    stroke(curl, fill, 5),
    path('M30 -30C52 -44 60 -66 50 -90C36 -70 30 -50 30 -30Z', fill),
    path('M30 -30C44 -52 66 -60 90 -50C70 -36 50 -30 30 -30Z', fill),
    circle(0, 0, 8, fill),
  );
}

/** The title-page of 1890: rules, corner ornaments, a vignette. */
export function frame(s: Stage): void {
  const { W, H, u, chance, pal } = s;
  paint(s, pal.ground);
  const gold = voice(s, pal.ground, [pal.b, pal.a, pal.c], 2.6);
  const e = 5 * u;
  const corner = 12 * u;
  const rule = (d: number, w: number): string =>
    rect(d, d, W - 2 * d, H - 2 * d, 'none', `stroke="${gold}" stroke-width="${n(w)}"`);
  add(s, rule(e, 0.8 * u), rule(e + 1.6 * u, 0.2 * u));
  for (const [x, y, sx, sy] of [
    [0, 0, 1, -1],
    [1, 0, -1, -1],
    [0, 1, 1, 1],
    [1, 1, -1, 1],
  ] as const) {
    const [px, py] = [x ? W - e - 3.6 * u : e + 3.6 * u, y ? H - e - 3.6 * u : e + 3.6 * u];
    add(s, group(`translate(${n(px)} ${n(py)}) scale(${sx} ${sy})`, ornament(u, gold)));
  }
  const face =
    s.draft.style === 'hand_lettered'
      ? 'script'
      : chance.pick(['roman', 'didoneBold', 'deco', 'garamond'] as const);
  const width = W - 2 * e - 15 * u;
  const ink = voice(s, pal.ground, [pal.ink], 5);
  const title = setTitle(s, {
    face,
    caps: face === 'roman',
    y: e + corner + 6 * u,
    height: H * 0.25,
    width,
    fill: ink,
    max: 17 * u,
    lines: 4,
    leading: face === 'roman' ? 1.4 : 1.1,
  });
  const ruleAt = title.bottom + 4 * u;
  add(
    s,
    rect(W / 2 - 14 * u, ruleAt, 28 * u, 0.25 * u, gold),
    poly(
      [
        [W / 2, ruleAt - 1.1 * u],
        [W / 2 + 1.1 * u, ruleAt + 0.1 * u],
        [W / 2, ruleAt + 1.3 * u],
        [W / 2 - 1.1 * u, ruleAt + 0.1 * u],
      ],
      gold,
    ),
  );
  const second = setSecond(s, { face: 'garamondItalic', y: ruleAt + 3.4 * u, fill: ink, size: 4.4, width });
  const foot = setLine(s, imprint(s), {
    face: 'garamond',
    caps: true,
    tracking: 0.2,
    size: 2.8,
    y: H - e - 6 * u,
    up: true,
    fill: gold,
    width: W * 0.5,
  });
  const author = setAuthor(s, {
    face: 'garamond',
    caps: true,
    tracking: 0.12,
    y: foot.top - 5 * u,
    up: true,
    fill: ink,
    width: width - 6 * u,
    size: 6,
  });
  const [top, bottom] = [Math.max(ruleAt, second.bottom), author.top];
  const [cy, r] = [(top + bottom) / 2, Math.min((bottom - top) * 0.42, 30 * u)];
  const oval = mix(pal.ground, luminance(pal.ground) > 0.4 ? pal.c : '#fff3d6', 0.2);
  if (r > 9 * u)
    add(
      s,
      ellipse(W / 2, cy, r * 0.86, r, oval),
      ellipse(W / 2, cy, r * 0.86, r, 'none', `stroke="${gold}" stroke-width="${n(0.5 * u)}"`),
      ellipse(W / 2, cy, r * 0.8, r * 0.94, 'none', `stroke="${gold}" stroke-width="${n(0.16 * u)}"`),
      put(W / 2, cy, r * 0.6, motifFor(s)(tint(s, oval))),
    );
  add(s, grain(s, ink, 0.16));
  void clipped;
  void dCircle;
}
