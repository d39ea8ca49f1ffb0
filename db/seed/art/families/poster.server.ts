import { darken, mix } from '../colour.server.ts';
import { circle, dPoly, dRect, dSector, n, path, put, rect } from '../draw.server.ts';
import type { Point } from '../draw.server.ts';
import { MOTIFS } from '../motifs/index.server.ts';
import { add, clipped } from '../stage.server.ts';
import type { Stage } from '../stage.server.ts';
import { dUnder, grain, ridge, tear } from '../texture.server.ts';
import { paint, setAuthor, setLine, setTitle, voice } from './common.server.ts';

/** What the view is made of: its colours, its horizon, the foot of the picture, and where the sun stands. */
type View = {
  sky: string;
  sea: string;
  land: string;
  ink: string;
  horizon: number;
  foot: number;
  sunX: number;
  sunR: number;
};

/** The travel poster: flat sun, flat sea, a pale edge and a strong foot. */
export function poster(s: Stage): void {
  const { W, H, m, u, chance, pal } = s;
  const paper = pal.dark ? '#f5ead2' : pal.ground;
  const ink = voice(s, paper, [pal.ink, pal.ground], 5);
  paint(s, paper);
  const e = 4 * u;
  const foot = H * (s.tall ? 0.73 : 0.68);
  const days = [
    [pal.b, pal.c, pal.a],
    [mix(paper, pal.b, 0.5), pal.c, pal.a],
    [pal.a, darken(pal.c, 0.2), pal.b],
  ] as const;
  const [sky, sea, land] = chance.pick(days);
  const horizon = e + (foot - e) * chance.between(0.5, 0.62);
  const view: View = {
    sky,
    sea,
    land,
    ink,
    horizon,
    foot,
    sunX: W * chance.between(0.28, 0.72),
    sunR: chance.between(12, 17) * u,
  };
  const near = chance.pick([harbour, headland, regatta])(s, view);
  add(s, clipped(s, dRect(e, e, W - 2 * e, foot - e), sunset(s, view) + near));
  const face = chance.pick(['deco', 'geometricBold', 'gothic', 'slab'] as const);
  const small = { face: 'geometric' as const, up: true, fill: ink };
  const author = setAuthor(s, { ...small, caps: true, tracking: 0.14, y: H - m * 0.95, size: 5.6 });
  const { subtitle } = s.draft;
  const second = subtitle ? setLine(s, subtitle, { ...small, size: 3.7, y: author.top - 2.6 * u }) : author;
  const fill = voice(s, paper, [land, sea, ink], 3.6);
  const height = second.top - foot - 6.6 * u;
  const tracking = face === 'geometricBold' ? 0.03 : 0;
  setTitle(s, {
    face,
    caps: face !== 'slab',
    y: foot + 3.4 * u,
    height,
    fill,
    stand: 'middle',
    max: 22 * u,
    lines: 3,
    tracking,
  });
  add(s, grain(s, ink, 0.12));
}

function sunset(s: Stage, { sky, sea, land, horizon, foot, sunX, sunR }: View): string {
  const { W, H, u, chance } = s;
  const sunY = horizon - sunR * 0.3;
  const glow = mix(sky, '#fff4d6', 0.8);
  const rays = Array.from({ length: 12 }, (_, i) => dSector(sunX, sunY, 0, H, i * 30 + 15, i * 30 + 30)).join(
    '',
  );
  const far = path(
    dUnder(s, ridge(s, horizon - 2 * u, 9 * u, 0.5, 4), chance.maybe(0.6)),
    mix(land, sky, 0.55),
  );
  const glints = Array.from({ length: 9 }, (_, i) => {
    const y = horizon + (i + 0.7) * (foot - horizon) * 0.1;
    const w = sunR * (1.5 - i * 0.1) * chance.between(0.7, 1.1);
    return rect(
      sunX - w + chance.between(-2, 2) * u,
      y,
      2 * w,
      0.7 * u,
      mix(sea, glow, 0.7),
      `rx="${n(0.35 * u)}"`,
    );
  });
  const light = path(rays, mix(sky, '#fff4d6', 0.16)) + circle(sunX, sunY, sunR, glow);
  return rect(0, 0, W, H, sky) + light + far + rect(0, horizon, W, H, sea) + glints.join('');
}

function regatta({ W, u }: Stage, { sea, land, ink, horizon, sunX }: View): string {
  const sails = { main: '#fff6e2', shade: ink, light: mix(sea, '#ffffff', 0.5), accent: land, hole: sea };
  const side = sunX > W / 2 ? 0.3 : 0.7;
  return (
    put(W * side, horizon + 8 * u, 17 * u, MOTIFS.sailboat(sails)) +
    put(W * (1 - side), horizon + 2 * u, 5.5 * u, MOTIFS.sailboat(sails))
  );
}

function harbour({ W, u, chance }: Stage, { land, ink, horizon, foot }: View): string {
  const left = chance.maybe(0.5);
  let out = '';
  for (let i = 0; i < 11; i++) {
    const w = chance.between(7, 11) * u;
    const h = chance.between(9, 24) * u * (1 - i * 0.045);
    const x = left ? i * 5.6 * u - 2 * u : W - i * 5.6 * u - w + 2 * u;
    const top = horizon + (10 + i * 0.4) * u - h;
    const wall = mix(chance.pick([land, '#fff1d8', mix(land, '#fff1d8', 0.5)]), ink, i % 3 === 0 ? 0.08 : 0);
    const roof = `M${n(x - 0.8 * u)} ${n(top)}L${n(x + w / 2)} ${n(top - 3.4 * u)}L${n(x + w + 0.8 * u)} ${n(top)}Z`;
    let panes = '';
    for (let k = 0; k < Math.floor(h / (4 * u)); k++)
      panes +=
        dRect(x + w * 0.2, top + (1.6 + k * 4) * u, 1.5 * u, 2.3 * u) +
        dRect(x + w * 0.6, top + (1.6 + k * 4) * u, 1.5 * u, 2.3 * u);
    out +=
      rect(x, top, w, h + 30 * u, wall) +
      path(roof, mix(land, ink, 0.45)) +
      path(panes, mix(ink, land, 0.15));
  }
  const at = (share: number): string => n(left ? W * share : W * (1 - share));
  const quay = `M${left ? -20 : W + 20} ${n(foot + 10)}V${n(horizon + 12 * u)}C${at(0.45)} ${n(horizon + 12 * u)} ${at(0.6)} ${n(foot - 5 * u)} ${at(0.72)} ${n(foot + 10)}Z`;
  return out + path(quay, mix(land, ink, 0.6));
}

function headland(s: Stage, { land, ink, horizon, foot }: View): string {
  const { W, u, chance } = s;
  const crest: Point[] = [
    [-20, horizon - 8 * u],
    [W * 0.2, horizon - 4 * u],
    [W * 0.42, horizon + 14 * u],
    [W * 0.7, foot - 9 * u],
    [W + 20, foot - 5 * u],
  ];
  const slope: Point[] = [...crest, [W + 20, foot + 40], [-20, foot + 40]];
  const cypresses = Array.from({ length: 7 }, (_, i) => {
    const [x, y, h] = [(4 + i * 8.5) * u, horizon + (i * 5.4 - 1) * u, chance.between(14, 26) * u];
    const right = `C${n(x + 3.6 * u)} ${n(y - h * 0.5)} ${n(x + 3 * u)} ${n(y - h * 0.1)} ${n(x + 0.7 * u)} ${n(y)}`;
    const left = `H${n(x - 0.7 * u)}C${n(x - 3 * u)} ${n(y - h * 0.1)} ${n(x - 3.6 * u)} ${n(y - h * 0.5)} ${n(x)} ${n(y - h)}Z`;
    return path(`M${n(x)} ${n(y - h)}${right}${left}`, mix(land, ink, i % 2 ? 0.8 : 0.68));
  });
  return path(dPoly(tear(s, slope, 2, 0.05)), mix(land, ink, 0.3)) + cypresses.join('');
}
