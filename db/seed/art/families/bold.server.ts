import { circle, dSector, n, path, put, rect } from '../draw.server.ts';
import { motifFor } from '../motifs/index.server.ts';
import { add } from '../stage.server.ts';
import type { Stage } from '../stage.server.ts';
import { praise } from '../words.server.ts';
import { loud, paint, setAuthor, setLine, setSecond, setTitle, tint, voice } from './common.server.ts';

type Field = { top: number; w: number; h: number; tone: string; ink: string };

/** One graphic gesture, as plain as a road sign. */
function gesture(s: Stage, top: number, bottom: number, ground: string, ink: string): string {
  const field = { top, w: s.W - 2 * s.m, h: bottom - top, tone: loud(s, ground, 1.6), ink };
  const thing = (): string => {
    const r = Math.min(field.h * 0.5, field.w * 0.36);
    return put(s.W - s.m - r, (top + bottom) / 2, r, motifFor(s)(tint(s, ground)));
  };
  return s.chance.pick([bars, oddOneOut, arrow, halves, climb, thing])(s, field);
}

function bars({ m, u }: Stage, { top, w, h, tone, ink }: Field): string {
  return Array.from({ length: 7 }, (_, i) => {
    const high = (h * (i + 1)) / 7;
    return rect(m + (i * w) / 7, top + h - high, w / 7 - 1.2 * u, high, i === 6 ? tone : ink);
  }).join('');
}

function oddOneOut({ m, chance }: Stage, { top, w, h, tone, ink }: Field): string {
  const p = Math.min(w / 9, h / 5);
  const [columns, rows] = [Math.floor(w / p), Math.floor(h / p)];
  const odd = chance.whole(columns, columns * 3);
  return Array.from({ length: columns * rows }, (_, i) => {
    const x = m + ((i % columns) + 0.5) * (w / columns);
    const y = top + (Math.floor(i / columns) + 0.5) * (h / rows);
    return i === odd ? circle(x, y, p * 0.48, tone) : circle(x, y, p * 0.24, ink);
  }).join('');
}

function arrow({ W, m, u }: Stage, { top, h, tone }: Field): string {
  const y = top + h / 2;
  const k = Math.min(h * 0.42, 24 * u);
  const head = `M${n(W - m)} ${n(y)}L${n(W - m - k)} ${n(y - k)}V${n(y + k)}Z`;
  return rect(0, y - k * 0.2, W - m - k * 0.8, k * 0.4, tone) + path(head, tone);
}

function halves({ W, u }: Stage, { top, w, h, tone, ink }: Field): string {
  const [r, y] = [Math.min(h / 2, w / 2), top + h / 2];
  return (
    path(dSector(W / 2, y, 0, r, 90, 270), ink) + path(dSector(W / 2 + 3 * u, y - 3 * u, 0, r, -90, 90), tone)
  );
}

function climb({ W }: Stage, { top, h, tone }: Field): string {
  const y = (share: number): string => n(top + h * (1 - share));
  const over = `M0 ${y(0)}L${n(W * 0.28)} ${y(0.35)}L${n(W * 0.5)} ${y(0.22)}L${W} ${y(1)}`;
  return path(`${over}V${y(0.84)}L${n(W * 0.5)} ${y(0.06)}L${n(W * 0.28)} ${y(0.18)}Z`, tone);
}

/** A block of loud colour, a short word set huge, one graphic gesture: the airport shelf. */
export function bold(s: Stage): void {
  const { W, H, m, u, chance, pal } = s;
  const ground = chance.pick([pal.ground, pal.a, pal.b]);
  paint(s, ground);
  const ink = voice(s, ground, [pal.ink, pal.ground], 4.5);
  const at = { align: 'left' as const, fill: ink };
  const author = setAuthor(s, { ...at, face: 'groteskBold', y: H - m, up: true, size: 7 });
  const face = chance.pick(['groteskBlack', 'geometricBold', 'slab', 'gothic'] as const);
  const gothic = face === 'gothic';
  const tracking = face === 'groteskBlack' ? -0.02 : 0;
  const leading = gothic ? 1.14 : 0.98;
  const title = setTitle(s, {
    ...at,
    face,
    caps: gothic,
    y: m,
    height: H * 0.46,
    leading,
    max: 38 * u,
    tracking,
  });
  const second = setSecond(s, {
    ...at,
    face: 'grotesk',
    y: title.bottom + 3.4 * u,
    size: 4.4,
    width: W * 0.7,
  });
  const quote = praise(s);
  const said = quote
    ? setLine(s, quote, { ...at, face: 'grotesk', size: 3.4, y: author.top - 3 * u, up: true })
    : author;
  const [top, bottom] = [second.bottom + 6 * u, said.top - 6 * u];
  if (bottom - top > 14 * u) add(s, gesture(s, top, bottom, ground, ink));
}
