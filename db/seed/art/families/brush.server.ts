import { contrast, mix } from '../colour.server.ts';
import { circle } from '../draw.server.ts';
import type { Point } from '../draw.server.ts';
import { add } from '../stage.server.ts';
import type { Stage } from '../stage.server.ts';
import { bristles } from '../texture.server.ts';
import { paint, partner, setAuthor, setSecond, setTitle, titleVoice } from './common.server.ts';

/** Broad dry brush-strokes between title and author. */
export function brush(s: Stage): void {
  const { W, H, m, u, chance, pal } = s;
  paint(s, pal.ground);
  const seen = [pal.a, pal.b, pal.c, mix(pal.a, pal.b, 0.5)].filter(
    (colour) => contrast(colour, pal.ground) > 1.25,
  );
  const colours = seen.length ? seen : [pal.ink];
  const [top, bottom] = [H * 0.36, H * 0.8];
  add(s, ...chance.pick([rows, swirl, hatch])(s, top, bottom, colours));
  for (let i = 0; i < 70; i++) {
    const [x, y] = [chance.between(0, W), chance.between(top - 8 * u, bottom + 8 * u)];
    add(s, circle(x, y, chance.next() ** 3 * 0.9 * u + 0.1 * u, chance.pick(colours)));
  }
  const speech = titleVoice(s);
  const small = partner(speech.face);
  const title = setTitle(s, {
    ...speech,
    y: m * 1.1,
    height: top - m - 8 * u,
    fill: pal.ink,
    max: 24 * u,
    lines: 4,
  });
  const second = { face: small.face, y: title.bottom + 2.6 * u, fill: pal.ink, size: 3.8, lines: 1 };
  if (top - title.bottom > 10 * u) setSecond(s, second);
  setAuthor(s, { ...small, y: H - m, up: true, fill: pal.ink });
}

function rows(s: Stage, top: number, bottom: number, colours: string[]): string[] {
  const { W, u, chance } = s;
  const high = (bottom - top) / 7;
  return Array.from({ length: 7 }, (_, i) => {
    const y = top + high * (i + 0.5);
    const left: Point = [chance.between(4, 14) * u, y + chance.between(-2, 2) * u];
    const right: Point = [W - chance.between(4, 14) * u, y];
    const pull: Point[] = [left, [W * 0.35, y - 1.5 * u], [W * 0.65, y + 1.5 * u], right];
    return bristles(s, pull, high * chance.between(1, 1.35), colours[i % colours.length]!, 60);
  });
}

function swirl(s: Stage, top: number, bottom: number, colours: string[]): string[] {
  const { W, u, chance } = s;
  return Array.from({ length: 5 }, (_, i) => {
    const r = (32 - i * 5.6) * u * (s.tall ? 1 : 0.8);
    const start = chance.between(0, 6);
    const pull = Array.from({ length: 12 }, (_, k): Point => {
      const a = start + k * 0.5;
      return [W / 2 + Math.cos(a) * r, (top + bottom) / 2 + Math.sin(a) * r];
    });
    return bristles(s, pull, 6.5 * u, colours[i % colours.length]!, 38);
  });
}

function hatch(s: Stage, top: number, bottom: number, colours: string[]): string[] {
  const { W, u, chance } = s;
  return Array.from({ length: 5 }, (_, i) => {
    const x = W * (0.12 + i * 0.19);
    const foot: Point = [x - 6 * u, bottom + chance.between(-4, 6) * u];
    const head: Point = [x + 9 * u, top + chance.between(-4, 6) * u];
    return bristles(s, [foot, [x, (top + bottom) / 2], head], 15 * u, colours[i % colours.length]!, 58);
  });
}
