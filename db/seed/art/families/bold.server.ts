import { circle, dSector, path, poly, put, rect } from '../draw.server.ts';
import { motifFor } from '../motifs/index.server.ts';
import { add } from '../stage.server.ts';
import type { Stage } from '../stage.server.ts';
import { praise } from '../words.server.ts';
import { loud, paint, setAuthor, setLine, setSecond, setTitle, tint, voice } from './common.server.ts';

function gesture(s: Stage, top: number, bottom: number, ground: string, ink: string): string {
  const { W, m, u, chance } = s;
  const [w, h] = [W - 2 * m, bottom - top];
  const tone = loud(s, ground, 1.6);
  switch (chance.whole(0, 5)) {
    case 0:
      return Array.from({ length: 7 }, (_, i) =>
        rect(
          m + (i * w) / 7,
          bottom - (h * (i + 1)) / 7,
          w / 7 - 1.2 * u,
          (h * (i + 1)) / 7,
          i === 6 ? tone : ink,
        ),
      ).join('');
    case 1: {
      const p = Math.min(w / 9, h / 5);
      const odd = chance.whole(10, 30);
      return Array.from({ length: Math.floor(w / p) * Math.floor(h / p) }, (_, i) => {
        const k = Math.floor(w / p);
        return circle(
          m + ((i % k) + 0.5) * (w / k),
          top + (Math.floor(i / k) + 0.5) * (h / Math.floor(h / p)),
          p * (i === odd ? 0.48 : 0.24),
          i === odd ? tone : ink,
        );
      }).join('');
    }
    case 2: {
      const y = (top + bottom) / 2;
      const k = Math.min(h * 0.42, 24 * u);
      return (
        rect(0, y - k * 0.2, W - m - k * 0.8, k * 0.4, tone) +
        poly(
          [
            [W - m, y],
            [W - m - k, y - k],
            [W - m - k, y + k],
          ],
          tone,
        )
      );
    }
    case 3: {
      const r = Math.min(h / 2, w / 2);
      return (
        path(dSector(W / 2, (top + bottom) / 2, 0, r, 90, 270), ink) +
        path(dSector(W / 2 + 3 * u, (top + bottom) / 2 - 3 * u, 0, r, -90, 90), tone)
      );
    }
    case 4:
      return poly(
        [
          [0, bottom],
          [W * 0.28, bottom - h * 0.35],
          [W * 0.5, bottom - h * 0.22],
          [W, top],
          [W, top + h * 0.16],
          [W * 0.5, bottom - h * 0.06],
          [W * 0.28, bottom - h * 0.18],
          [0, bottom],
        ],
        tone,
      );
    default: {
      const r = Math.min(h * 0.5, w * 0.36);
      return put(W - m - r, (top + bottom) / 2, r, motifFor(s)(tint(s, ground)));
    }
  }
}

/** A block of loud colour, a short word set huge, one graphic gesture: the airport shelf. */
export function bold(s: Stage): void {
  const { W, H, m, u, chance, pal } = s;
  const ground = chance.pick([pal.ground, pal.a, pal.b]);
  paint(s, ground);
  const ink = voice(s, ground, [pal.ink, pal.ground], 4.5);
  const author = setAuthor(s, { face: 'groteskBold', y: H - m, up: true, align: 'left', fill: ink, size: 7 });
  const face = chance.pick(['groteskBlack', 'geometricBold', 'slab', 'gothic'] as const);
  const title = setTitle(s, {
    face,
    caps: face === 'gothic',
    y: m,
    height: H * 0.46,
    align: 'left',
    fill: ink,
    leading: face === 'gothic' ? 1.14 : 0.98,
    max: 38 * u,
    tracking: face === 'groteskBlack' ? -0.02 : 0,
  });
  const second = setSecond(s, {
    face: 'grotesk',
    y: title.bottom + 3.4 * u,
    align: 'left',
    fill: ink,
    size: 4.4,
    width: W * 0.7,
  });
  const quote = praise(s);
  const said = quote
    ? setLine(s, quote, {
        face: 'grotesk',
        size: 3.4,
        y: author.top - 3 * u,
        up: true,
        align: 'left',
        fill: ink,
      })
    : author;
  const [top, bottom] = [second.bottom + 6 * u, said.top - 6 * u];
  if (bottom - top > 14 * u) add(s, gesture(s, top, bottom, ground, ink));
}
