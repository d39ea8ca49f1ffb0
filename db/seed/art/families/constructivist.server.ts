import { contrast, darken } from '../colour.server.ts';
import { circle, dSector, group, line, n, path, poly, rect, stroke } from '../draw.server.ts';
import { fit, place } from '../setting.server.ts';
import { add } from '../stage.server.ts';
import type { Stage } from '../stage.server.ts';
import { grain, halftone } from '../texture.server.ts';
import { lesser } from '../words.server.ts';
import { paint, voice } from './common.server.ts';

/** The colours of a two-ink poster and the axis everything is turned about. */
type Press = {
  paper: string;
  ink: string;
  red: string;
  third: string;
  turn: number;
  cx: number;
  cy: number;
  bar: number;
};

/** Diagonals, discs and wedges; everything turned on one axis. */
export function constructivist(s: Stage): void {
  const { W, H, u, chance, pal } = s;
  const paper = pal.dark ? '#efe5d0' : pal.ground;
  paint(s, paper);
  const red = [pal.a, pal.b, pal.c].find((colour) => contrast(colour, paper) > 2.2) ?? '#c8331f';
  const press: Press = {
    paper,
    red,
    ink: pal.dark ? darken(pal.ground, 0.4) : pal.ink,
    third: pal.b === red ? pal.c : pal.b,
    turn: chance.pick([-18, -24, -14, 16]),
    cx: W / 2,
    cy: H * (s.tall ? chance.pick([0.54, 0.46]) : 0.52),
    bar: (s.tall ? 37 : 26) * u,
  };
  add(s, ...chance.pick([searchlight, wheels, tower])(s, press));
  const { cx, cy, bar, ink } = press;
  const long = (y: number, h: number, fill: string): string => rect(-W, y, W * 3, h, fill);
  const stripes =
    long(cy - bar / 2, bar, red) +
    long(cy + bar / 2 + 3 * u, 2.2 * u, ink) +
    long(cy - bar / 2 - 5 * u, 2.2 * u, ink);
  add(s, group(`rotate(${press.turn} ${n(cx)} ${n(cy)})`, stripes));
  slogan(s, press);
  signature(s, press);
  add(s, grain(s, ink, 0.16));
}

function searchlight({ W, H, u }: Stage, p: Press): string[] {
  const [x, y] = [W * 0.72, H * 0.2];
  const lines =
    line(W * 0.05, H * 0.86, W * 0.95, H * 0.66, p.ink, 0.7 * u) +
    line(W * 0.05, H * 0.885, W * 0.95, H * 0.685, p.ink, 0.3 * u);
  const disc =
    circle(x, y, 23 * u, p.ink) +
    path(dSector(x, y, 12 * u, 23 * u, -80, 70), p.third) +
    circle(x, y, 6 * u, p.red);
  const fall = (px: number, py: number): number =>
    (1 - px / (W * 0.5)) * ((py - H * 0.78) / (H * 0.22)) * 0.9;
  const dots = path(halftone([0, H * 0.78, W * 0.5, H * 0.22], 3 * u, fall), p.ink, 'opacity=".55"');
  return [
    disc,
    poly(
      [
        [-5 * u, H * 0.06],
        [x, y],
        [-5 * u, H * 0.31],
      ],
      p.red,
    ),
    lines,
    dots,
  ];
}

function wheels({ W, H, u }: Stage, p: Press): string[] {
  const wheel = (x: number, y: number, r: number, rim: string, hub: string): string =>
    circle(x, y, r, rim) +
    circle(x, y, r * 0.78, p.paper) +
    Array.from({ length: 12 }, (_, i) => path(dSector(x, y, r * 0.2, r * 0.8, i * 30, i * 30 + 9), rim)).join(
      '',
    ) +
    circle(x, y, r * 0.34, hub);
  return [
    wheel(W * 0.28, H * 0.2, 24 * u, p.ink, p.red),
    wheel(W * 0.78, H * 0.8, 30 * u, p.red, p.ink),
    wheel(W * 0.76, H * 0.16, 12 * u, p.third, p.ink),
  ];
}

function tower({ W, H, u }: Stage, p: Press): string[] {
  const mast = [0, 1, 2, 3, 4, 5].map((i) => {
    const [y, w, up] = [H * (0.96 - i * 0.15), (26 - i * 4) * u, H * 0.15];
    const next = w - 4 * u;
    const x = W * 0.66;
    return stroke(
      `M${n(x - w / 2)} ${n(y)}L${n(x - next / 2)} ${n(y - up)}H${n(x + next / 2)}L${n(x + w / 2)} ${n(y)}ZL${n(x + next / 2)} ${n(y - up)}M${n(x + w / 2)} ${n(y)}L${n(x - next / 2)} ${n(y - up)}`,
      p.ink,
      0.8 * u,
    );
  });
  const waves = [8, 13, 18, 23]
    .map((r) => path(dSector(W * 0.66, H * 0.06, r * u, (r + 2) * u, 120, 215), p.red))
    .join('');
  return [
    circle(W * 0.22, H * 0.76, 22 * u, p.third),
    ...mast,
    waves,
    circle(W * 0.66, H * 0.06, 3 * u, p.ink),
  ];
}

function slogan(s: Stage, p: Press): void {
  const face = s.chance.pick(['gothic', 'groteskBlack', 'geometricBold'] as const);
  const block = fit(s.draft.title, {
    face,
    caps: true,
    width: s.W * (s.tall ? 0.84 : 0.86),
    height: p.bar * 0.74,
    leading: 1.14,
  });
  // the axis is the sheet's middle, so the block's own corner is turned about it first
  const a = (p.turn * Math.PI) / 180;
  const [dx, dy] = [-block.width / 2, -block.height / 2];
  const x = p.cx + dx * Math.cos(a) - dy * Math.sin(a);
  const y = p.cy + dx * Math.sin(a) + dy * Math.cos(a);
  add(s, place(s, block, { x, y, align: 'left', fill: voice(s, p.red, [p.paper, p.ink]), turn: p.turn }));
}

function signature(s: Stage, p: Press): void {
  const { W, H, m, u } = s;
  const author = lesser(s.draft.author, { face: 'groteskBold', caps: true, width: W * 0.7, size: 6 * u });
  const [x, y] = [W - m - author.width, H - m - author.height];
  add(s, rect(x - 3 * u, y - 2.6 * u, author.width + 3 * u + m, author.height + 5.2 * u, p.ink));
  add(s, place(s, author, { x, y, align: 'left', fill: voice(s, p.ink, [p.paper], 4.5) }));
}
