import { circle, dSmooth, ellipse, group, n, path, rect, stroke } from '../draw.server.ts';
import type { Point } from '../draw.server.ts';
import { behind } from '../stage.server.ts';
import type { Stage } from '../stage.server.ts';
import { loud, paint, partner, setAuthor, setTitle, voice } from './common.server.ts';

/** A field for the figure: its left, top, width, height, and the two colours of its lines. */
type Field = { x: number; y: number; w: number; h: number; ink: string; tone: string; ground: string };

/** Rings, stripes and ridges that will not lie still. */
export function opart(s: Stage): void {
  const { W, H, m, u, chance, pal } = s;
  const ground = chance.pick([pal.ground, pal.ground, pal.a]);
  paint(s, ground);
  const ink = voice(s, ground, [pal.ink, pal.ground], 4.5);
  const speech = chance.pick([
    { face: 'gothic' as const, caps: true },
    { face: 'groteskBold' as const },
    { face: 'geometricBold' as const },
    { face: 'didone' as const },
  ]);
  const author = setAuthor(s, { ...partner(speech.face), y: H - m, up: true, fill: ink });
  const title = setTitle(s, { ...speech, y: m * 1.1, height: H * 0.22, fill: ink, max: 19 * u, lines: 4 });
  const [top, bottom] = [title.bottom + 6 * u, author.top - 6 * u];
  const field = { x: m, y: top, w: W - 2 * m, h: bottom - top, ink, tone: loud(s, ground, 1.8), ground };
  behind(s, chance.pick([rings, ridges, reeds, bulge, moire, tunnel])(s, field));
}

function rings({ chance }: Stage, f: Field): string {
  const r = Math.min(f.h, f.w) / 2;
  const off = chance.between(0.3, 0.55);
  return Array.from({ length: 15 }, (_, i) => {
    const k = 1 - i / 15;
    const fill = i % 2 ? f.ground : i % 6 === 0 ? f.tone : f.ink;
    return circle(f.x + f.w / 2 + r * (1 - k) * off * 0.6, f.y + f.h / 2 - r * (1 - k) * off, r * k, fill);
  }).join('');
}

function ridges({ chance, u }: Stage, f: Field): string {
  const count = 22;
  const lift = Math.min(12 * u, f.h * 0.16);
  return Array.from({ length: count }, (_, i) => {
    const y = f.y + lift + ((f.h - lift) * i) / (count - 1);
    const points = Array.from({ length: 47 }, (_, k): Point => {
      const t = k / 46;
      const swell = Math.exp(-((t - 0.5) ** 2) * 22) * (0.25 + chance.next());
      return [f.x + t * f.w, y - swell * lift * 0.9 - chance.next() * 0.3 * u];
    });
    const foot = `L${n(f.x + f.w)} ${n(y + 5 * u)}H${n(f.x)}Z`;
    return (
      path(dSmooth(points) + foot, f.ground) + stroke(dSmooth(points), i % 7 === 3 ? f.tone : f.ink, 0.5 * u)
    );
  }).join('');
}

function reeds({ u }: Stage, f: Field): string {
  return Array.from({ length: 30 }, (_, i) => {
    const x = f.x + (f.w * (i + 0.5)) / 30;
    const points = Array.from({ length: 13 }, (_, k): Point => {
      const sway = Math.sin(k * 0.8 + i * 0.24) * 3.2 * u * Math.sin((k / 12) * Math.PI);
      return [x + sway, f.y + (k / 12) * f.h];
    });
    const width = (0.45 + 1.1 * Math.abs(Math.sin(i * 0.21))) * u;
    return `<path d="${dSmooth(points)}" fill="none" stroke="${i % 10 === 4 ? f.tone : f.ink}" stroke-width="${n(width)}"/>`;
  }).join('');
}

function bulge(_: Stage, f: Field): string {
  const columns = 13;
  const rows = Math.max(4, Math.floor((f.h / f.w) * columns));
  const p = f.w / columns;
  return Array.from({ length: rows * columns }, (_, i) => {
    const x = f.x + ((i % columns) + 0.5) * p;
    const y = f.y + (Math.floor(i / columns) + 0.5) * (f.h / rows);
    const near = Math.exp(
      -(((x - f.x - f.w / 2) / (f.w * 0.32)) ** 2 + ((y - f.y - f.h / 2) / (f.h * 0.3)) ** 2),
    );
    return ellipse(
      x,
      y,
      p * (0.46 - 0.34 * near),
      Math.min(p, f.h / rows) * 0.46,
      near > 0.72 ? f.tone : f.ink,
    );
  }).join('');
}

function moire({ u }: Stage, f: Field): string {
  const r = Math.min(f.h * 0.5, f.w * 0.42);
  const comb = (cx: number, colour: string): string =>
    Array.from({ length: 13 }, (_, i) =>
      circle(
        cx,
        f.y + f.h / 2,
        (r * (i + 0.6)) / 13,
        'none',
        `stroke="${colour}" stroke-width="${n(0.75 * u)}"`,
      ),
    ).join('');
  return comb(f.x + f.w * 0.5 - r * 0.2, f.ink) + comb(f.x + f.w * 0.5 + r * 0.2, f.tone);
}

function tunnel(_: Stage, f: Field): string {
  const count = 13;
  return Array.from({ length: count }, (_, i) => {
    const k = (1 - i / count) ** 1.25;
    const [w, h] = [f.w * k, f.h * k];
    const fill = i % 2 ? f.ground : i === 8 ? f.tone : f.ink;
    const body = rect(-w / 2, -h / 2, w, h, fill);
    return group(
      `translate(${n(f.x + f.w / 2)} ${n(f.y + f.h / 2)}) rotate(${n(i * 4 * (f.h > f.w ? 0.6 : 1) * (i > 0 ? 1 : 0))})`,
      body,
    );
  }).join('');
}
