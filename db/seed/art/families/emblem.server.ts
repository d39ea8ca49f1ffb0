import { contrast, mix } from '../colour.server.ts';
import { circle, dSector, n, path, put } from '../draw.server.ts';
import { motifFor } from '../motifs/index.server.ts';
import { add, behind } from '../stage.server.ts';
import type { Stage } from '../stage.server.ts';
import { grain } from '../texture.server.ts';
import {
  loud,
  paint,
  partner,
  setAuthor,
  setSecond,
  setTitle,
  tint,
  titleVoice,
  voice,
} from './common.server.ts';

function backdrop(s: Stage, cx: number, cy: number, r: number, ground: string, tone: string): string {
  const { chance } = s;
  const soft = mix(tone, ground, 0.55);
  switch (chance.whole(0, 4)) {
    case 0:
      return circle(cx, cy, r * 1.12, soft);
    case 1:
      return Array.from({ length: 36 }, (_, i) =>
        path(dSector(cx, cy, r * 0.2, r * 3.4, i * 10, i * 10 + 5), mix(tone, ground, 0.82)),
      ).join('');
    case 2:
      return path(
        `M${n(cx - r * 0.95)} ${n(cy + r * 1.15)}V${n(cy - r * 0.3)}A${n(r * 0.95)} ${n(r * 0.95)} 0 0 1 ${n(cx + r * 0.95)} ${n(cy - r * 0.3)}V${n(cy + r * 1.15)}Z`,
        soft,
      );
    case 3:
      return [1.5, 1.28, 1.06]
        .map((k, i) => circle(cx, cy, r * k, mix(tone, ground, 0.86 - i * 0.14)))
        .join('');
    default:
      return '';
  }
}

/** One thing, drawn large, between title and author. */
export function emblem(s: Stage): void {
  const { W, H, m, u, chance, pal } = s;
  const ground = chance.pick([pal.ground, pal.ground, pal.b, pal.c]);
  paint(s, ground);
  const ink = voice(s, ground, [pal.ink], 4.5);
  const speech = titleVoice(s);
  const small = partner(speech.face);
  const low = chance.maybe(0.3);
  const author = setAuthor(s, { ...small, y: low ? m * 1.1 : H - m * 1.1, up: !low, fill: ink });
  const loudTitle = contrast(pal.a, ground) >= 3.4 && chance.maybe(0.45) ? pal.a : ink;
  const height = H * (s.tall ? 0.27 : 0.25);
  const title = setTitle(s, {
    ...speech,
    y: low ? H - m * 1.1 - height : m * 1.2,
    height,
    fill: loudTitle,
    stand: low ? 'bottom' : 'top',
    max: 24 * u,
    lines: 4,
  });
  const second = setSecond(s, {
    face: small.face,
    y: low ? title.top - 3 * u : title.bottom + 3 * u,
    up: low,
    fill: ink,
    size: 3.8,
  });
  const [top, bottom] = low
    ? [author.bottom, Math.min(title.top, second.top)]
    : [Math.max(title.bottom, second.bottom), author.top];
  const cy = (top + bottom) / 2;
  const r = Math.min((bottom - top) * 0.41, W * 0.36);
  behind(s, backdrop(s, W / 2, cy, r, ground, loud(s, ground, 1.3)));
  add(s, put(W / 2, cy, r, motifFor(s)(tint(s, ground)), 0), grain(s, ink, 0.1));
}
