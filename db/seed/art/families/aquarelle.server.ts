import { darken, lighten, mix } from '../colour.server.ts';
import { dCircle, n, path, stroke } from '../draw.server.ts';
import { add } from '../stage.server.ts';
import type { Stage } from '../stage.server.ts';
import { grain, wash } from '../texture.server.ts';
import { paint, partner, setAuthor, setSecond, setTitle, titleVoice, voice } from './common.server.ts';

/** Watercolour: wet blots, and a pen that draws into them. */
export function aquarelle(s: Stage): void {
  const { H, m, u, chance, pal } = s;
  const paper = pal.dark ? '#f6f0e4' : lighten(pal.ground, 0.55);
  paint(s, paper);
  const pen = voice(s, paper, [pal.dark ? pal.ground : pal.ink], 4.5);
  const low = chance.maybe(0.6);
  const cy = H * (low ? 0.66 : 0.36);
  add(s, ...chance.pick([blossoms, blossoms, single])(s, cy, pen));
  const speech = titleVoice(s);
  const small = partner(speech.face);
  setAuthor(s, { ...small, y: low ? H - m : m, up: low, fill: pen });
  const height = H * 0.25;
  const y = low ? m * 1.2 : H - m - height - 4 * u;
  const stand = low ? 'top' : 'bottom';
  const title = setTitle(s, { ...speech, y, height, fill: pen, max: 20 * u, lines: 4, stand });
  if (low) setSecond(s, { face: small.face, y: title.bottom + 2.6 * u, fill: pen, size: 3.8, lines: 1 });
  add(s, grain(s, pen, 0.09));
}

const SPOTS = [
  { x: 0.5, y: 0, r: 20 },
  { x: 0.28, y: 0.05, r: 15 },
  { x: 0.73, y: 0.04, r: 16 },
  { x: 0.4, y: -0.11, r: 11 },
  { x: 0.63, y: -0.12, r: 12 },
];

function blossoms(s: Stage, cy: number, pen: string): string[] {
  const { W, H, u, chance, pal } = s;
  const k = s.tall ? 1 : 0.8;
  const blots = chance.shuffle([pal.a, pal.b, pal.c]);
  const heads = SPOTS.map((spot) => ({ x: W * spot.x, y: cy + H * spot.y * k, r: spot.r * u * k }));
  const foot = Math.min(H - 22 * u, cy + 34 * u);
  const stalks = heads.map(({ x, y }) => {
    const d = `M${n(x)} ${n(y)}Q${n((x + W / 2) / 2)} ${n(y + 16 * u)} ${n(W / 2 + (x - W / 2) * 0.2)} ${n(foot)}`;
    return stroke(d, mix(pen, pal.c, 0.4), 0.5 * u);
  });
  const blooms = heads.map(({ x, y, r }, i) => {
    const colour = blots[i % 3]!;
    return (
      wash(s, x, y, r, colour, 11) +
      wash(s, x + r * 0.1, y, r * 0.5, darken(colour, 0.25), 6) +
      stamens(s, x, y, r, pen)
    );
  });
  return [...stalks, ...blooms];
}

function stamens({ u, chance }: Stage, x: number, y: number, r: number, pen: string): string {
  let threads = '';
  let dots = '';
  for (let k = 0; k < 17; k++) {
    const a = k * 0.37 + chance.between(-0.1, 0.1);
    const q = r * chance.between(0.25, 0.42);
    threads += `M${n(x)} ${n(y)}L${n(x + Math.cos(a) * q)} ${n(y + Math.sin(a) * q)}`;
    dots += dCircle(x + Math.cos(a) * q, y + Math.sin(a) * q, 0.42 * u);
  }
  return stroke(threads, pen, 0.22 * u) + path(dots, pen);
}

/** One great bloom, its stalk and two leaves. */
function single(s: Stage, cy: number, pen: string): string[] {
  const { W, H, u, chance, pal } = s;
  const k = s.tall ? 1 : 0.62;
  const [x, y, r] = [W * chance.between(0.42, 0.58), cy - 6 * u * k, 25 * u * k];
  const [colour, heart] = chance.shuffle([pal.a, pal.b]) as [string, string];
  const foot = Math.min(H - 20 * u, y + 46 * u * k);
  const stalk = `M${n(x)} ${n(y)}Q${n(x - 5 * u)} ${n((y + foot) / 2)} ${n(W / 2)} ${n(foot)}`;
  const leaf = (side: number): string =>
    wash(s, W / 2 + side * 12 * u * k, foot - 11 * u * k, 8.5 * u * k, pal.c, 10);
  return [
    leaf(-1),
    leaf(1),
    stroke(stalk, mix(pen, pal.c, 0.4), 0.7 * u),
    wash(s, x, y, r, colour, 14),
    wash(s, x - r * 0.12, y - r * 0.1, r * 0.66, mix(colour, heart, 0.5), 10),
    wash(s, x, y, r * 0.34, darken(heart, 0.3), 8),
    stamens(s, x, y, r * 0.9, pen),
  ];
}
