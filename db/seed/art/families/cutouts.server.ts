import { contrast, lighten } from '../colour.server.ts';
import { circle, dSmooth, group, n, path, poly, rect } from '../draw.server.ts';
import type { Point } from '../draw.server.ts';
import { add } from '../stage.server.ts';
import type { Stage } from '../stage.server.ts';
import { tear } from '../texture.server.ts';
import { paint, partner, setAuthor, setTitle, titleVoice, voice } from './common.server.ts';

/** One seaweed-like cut-out, as scissors make it. */
function frond(s: Stage, x: number, y: number, size: number, fill: string): string {
  const { chance } = s;
  const lobes = chance.whole(4, 6);
  const right: Point[] = [];
  for (let i = 0; i < lobes; i++) {
    const t = i / lobes;
    const w = Math.sin((t * 0.85 + 0.15) * Math.PI) * 0.62;
    right.push(
      [0.1, 1 - 2 * t - 0.04],
      [w, 1 - 2 * t - 0.2],
      [w * 1.05, 1 - 2 * t - 0.34],
      [0.1, 1 - 2 * t - 0.3],
    );
  }
  const all = [...right, [0, -1.06] as Point, ...right.map(([a, b]): Point => [-a, b]).reverse()];
  return group(
    `translate(${n(x)} ${n(y)}) rotate(${chance.whole(-34, 34)})`,
    path(
      dSmooth(
        all.map(([a, b]): Point => [a * size, b * size]),
        true,
      ),
      fill,
    ),
  );
}

/** Cut-outs on coloured papers, after the great old man in his wheelchair. */
export function cutouts(s: Stage): void {
  const { W, H, u, m, chance, pal } = s;
  paint(s, pal.ground);
  const columns = s.tall ? 3 : 4;
  const rows = s.tall ? 4 : 3;
  const [cw, ch] = [W / columns, H / rows];
  const colours = [pal.a, pal.b, pal.c, pal.ink, pal.ground];
  const [r0, r1] = s.tall ? [1, 2] : [1, 1];
  for (let i = 0; i < columns * rows; i++) {
    const [c, r] = [i % columns, Math.floor(i / columns)];
    if (r >= r0 && r <= r1 && (s.tall ? c < 2 : c > 0 && c < 3)) continue;
    const [back, fore] = chance.shuffle(colours) as [string, string];
    const [x, y] = [c * cw, r * ch];
    const wob = (): number => chance.between(-1, 1) * u;
    add(
      s,
      poly(
        [
          [x + wob(), y + wob()],
          [x + cw + wob(), y + wob()],
          [x + cw + wob(), y + ch + wob()],
          [x + wob(), y + ch + wob()],
        ],
        back,
      ),
    );
    const front = contrast(fore, back) > 1.4 ? fore : voice(s, back, [pal.ground, pal.ink]);
    const size = Math.min(cw, ch) * 0.42;
    const kind = chance.whole(0, 3);
    if (kind < 2) add(s, frond(s, x + cw / 2, y + ch / 2, size, front));
    else if (kind === 2)
      add(
        s,
        path(
          dSmooth(
            tear(
              s,
              Array.from({ length: 7 }, (_, k): Point => [
                x + cw / 2 + Math.cos(k * 0.9) * size * 0.8,
                y + ch / 2 + Math.sin(k * 0.9) * size * 0.8,
              ]),
              1,
              0.3,
            ),
            true,
          ),
          front,
        ),
        circle(x + cw / 2, y + ch / 2, size * 0.25, back),
      );
    else
      add(
        s,
        path(
          `M${n(x + cw / 2)} ${n(y + ch / 2 - size)}${[0, 1, 2, 3, 4, 5, 6].map((k) => `Q${n(x + cw / 2 + (k % 2 ? -1 : 1) * size * 0.9)} ${n(y + ch / 2 - size + (k + 0.5) * size * 0.29)} ${n(x + cw / 2)} ${n(y + ch / 2 - size + (k + 1) * size * 0.29)}`).join('')}`,
          'none',
          `stroke="${front}" stroke-width="${n(size * 0.2)}" stroke-linecap="round"`,
        ),
      );
  }
  const [bx, by, bw, bh] = s.tall ? [0, ch, 2 * cw, 2 * ch] : [cw, ch, 2 * cw, ch];
  const panel = pal.dark ? '#f6eedc' : lighten(pal.ground, 0.35);
  add(s, rect(bx, by, bw, bh, panel));
  const ink = voice(s, panel, [pal.ink, pal.ground], 5);
  const speech = titleVoice(s);
  const [x, width] = s.tall ? [m, bw - m - 5 * u] : [cw + 5 * u, bw - 10 * u];
  const author = setAuthor(s, {
    ...partner(speech.face),
    y: by + bh - 6 * u,
    up: true,
    x,
    align: 'left',
    width,
    fill: voice(s, panel, [pal.a, ink], 3.6),
    size: 5.8,
  });
  setTitle(s, {
    ...speech,
    y: by + 6 * u,
    height: author.top - by - 10 * u,
    x,
    width,
    align: 'left',
    fill: ink,
    max: 19 * u,
  });
}
