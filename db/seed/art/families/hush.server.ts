import { lighten, mix } from '../colour.server.ts';
import { circle, ellipse, line, n, put, rect, stroke } from '../draw.server.ts';
import { motifFor } from '../motifs/index.server.ts';
import { behind } from '../stage.server.ts';
import type { Stage } from '../stage.server.ts';
import { loud, paint, partner, setAuthor, setSecond, setTitle, tint, voice } from './common.server.ts';

/** Nearly nothing: small type, much air, and one mark. */
export function hush(s: Stage): void {
  const { W, H, m, u, chance, pal } = s;
  const ground = pal.dark ? pal.ground : lighten(pal.ground, 0.25);
  paint(s, ground);
  const ink = voice(s, ground, [pal.ink], 5);
  const face = chance.pick(['garamond', 'garamondItalic', 'didone', 'geometric', 'didoneItalic'] as const);
  const low = chance.maybe(0.4);
  const align = chance.pick(['left', 'center'] as const);
  const at = { align, fill: ink, width: W * 0.78 };
  const title = setTitle(s, {
    ...at,
    face,
    y: low ? H * (s.tall ? 0.6 : 0.46) : m * 1.5,
    height: H * 0.2,
    max: 13 * u,
    lines: 4,
    leading: 1.1,
  });
  const small = partner(face);
  const author = setAuthor(s, { ...at, ...small, y: title.bottom + 4.5 * u, size: 5.6 });
  const second = setSecond(s, { ...at, face: 'garamondItalic', y: author.bottom + 3 * u, size: 4 });
  const [top, bottom] = low ? [m, title.top - 6 * u] : [second.bottom + 6 * u, H - m];
  behind(s, chance.pick([horizon, pebbles, thread, lonely, sunline])(s, top, bottom, ground));
}

function horizon(s: Stage, top: number, bottom: number, ground: string): string {
  const { W, u, chance } = s;
  const y = top + (bottom - top) * 0.62;
  const r = Math.min(11 * u, (bottom - top) * 0.2);
  const x = W * chance.between(0.3, 0.7);
  return (
    circle(x, y - r * chance.between(0.2, 1.4), r, loud(s, ground)) +
    rect(0, y, W, bottom - y + 20 * u, mix(ground, s.pal.c, 0.55)) +
    line(0, y, W, y, s.pal.ink, 0.25 * u)
  );
}

function pebbles(s: Stage, top: number, bottom: number, ground: string): string {
  const { W, u, chance, pal } = s;
  const colours = chance.shuffle([pal.a, pal.b, pal.c, mix(pal.ink, ground, 0.3)]);
  const h = Math.min((bottom - top) * 0.19, 13 * u);
  let y = bottom - h * 0.4;
  return (
    [1.5, 1.15, 0.95, 0.6]
      .map((k, i) => {
        const [rx, ry] = [h * 1.15 * k, h * 0.5 * (0.75 + k * 0.25)];
        y -= ry;
        const stone =
          ellipse(W / 2 + chance.between(-1.6, 1.6) * u, y, rx, ry, colours[i]!) +
          ellipse(
            W / 2 - rx * 0.25,
            y - ry * 0.4,
            rx * 0.45,
            ry * 0.22,
            lighten(colours[i]!, 0.3),
            'opacity=".5"',
          );
        y -= ry * 0.96;
        return stone;
      })
      .join('') + ellipse(W / 2, bottom - h * 0.4, h * 2.2, 0.7 * u, mix(ground, pal.ink, 0.18))
  );
}

function thread(s: Stage, top: number, bottom: number, ground: string): string {
  const { W, u } = s;
  const y = top + (bottom - top) * 0.55;
  const r = Math.min(9 * u, (bottom - top) * 0.2);
  const loops = `M-20 ${n(y + 3 * u)}C${n(W * 0.2)} ${n(y - 4 * u)} ${n(W * 0.3)} ${n(y + 6 * u)} ${n(W * 0.42)} ${n(y)}C${n(W * 0.62)} ${n(y - r)} ${n(W * 0.62)} ${n(y - r * 2.6)} ${n(W * 0.5)} ${n(y - r * 2.4)}C${n(W * 0.38)} ${n(y - r * 2.2)} ${n(W * 0.42)} ${n(y + r)} ${n(W * 0.62)} ${n(y + r * 0.6)}C${n(W * 0.78)} ${n(y + r * 0.2)} ${n(W * 0.86)} ${n(y - r)} ${n(W + 20)} ${n(y - r * 0.4)}`;
  return stroke(loops, loud(s, ground), 0.9 * u);
}

function lonely(s: Stage, top: number, bottom: number, ground: string): string {
  const { W, u, chance } = s;
  const r = Math.min(17 * u, (bottom - top) * 0.3);
  const x = chance.pick([W * 0.5, W * 0.68, W * 0.34]);
  const y = bottom - r * 1.25;
  return (
    ellipse(x, y + r * 0.98, r * 0.85, r * 0.07, mix(ground, s.pal.ink, 0.25)) +
    put(x, y, r, motifFor(s)(tint(s, ground)))
  );
}

function sunline(s: Stage, top: number, bottom: number, ground: string): string {
  const { W, u, pal } = s;
  const r = Math.min(W * 0.34, (bottom - top) * 0.42);
  const cy = top + (bottom - top) * 0.5;
  const tone = loud(s, ground);
  return Array.from({ length: 17 }, (_, i) => {
    const y = cy - r + (2 * r * (i + 0.5)) / 17;
    const half = Math.sqrt(Math.max(0, r * r - (y - cy) ** 2));
    return rect(
      W / 2 - half,
      y - (0.25 + i * 0.09) * u,
      half * 2,
      (0.5 + i * 0.18) * u,
      mix(tone, pal.b, i / 20),
    );
  }).join('');
}
