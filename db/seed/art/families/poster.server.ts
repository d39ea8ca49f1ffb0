import { darken, mix } from '../colour.server.ts';
import { circle, dPoly, dSector, n, path, poly, put, rect } from '../draw.server.ts';
import type { Point } from '../draw.server.ts';
import { MOTIFS } from '../motifs/index.server.ts';
import { add, clipped } from '../stage.server.ts';
import type { Stage } from '../stage.server.ts';
import { dUnder, grain, ridge, tear } from '../texture.server.ts';
import { paint, setAuthor, setLine, setTitle, voice } from './common.server.ts';

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
