import { contrast, mix } from '../colour.server.ts';
import { circle } from '../draw.server.ts';
import type { Point } from '../draw.server.ts';
import { add } from '../stage.server.ts';
import type { Stage } from '../stage.server.ts';
import { bristles } from '../texture.server.ts';
import { paint, partner, setAuthor, setSecond, setTitle, titleVoice } from './common.server.ts';

/** Broad dry brush-strokes, the type laid over or cut into them. */
export function brush(s: Stage): void {
  const { W, H, m, u, chance, pal } = s;
  paint(s, pal.ground);
  const colours = [pal.a, pal.b, pal.c, mix(pal.a, pal.b, 0.5)].filter((c) => contrast(c, pal.ground) > 1.25);
  const kind = chance.whole(0, 2);
  const [top, bottom] = [H * 0.36, H * 0.8];
  const strokes = kind === 0 ? 7 : 5;
  for (let i = 0; i < strokes; i++) {
    const c = colours[i % colours.length] ?? pal.a;
    const y = top + ((bottom - top) * (i + 0.5)) / strokes;
    const width = ((bottom - top) / strokes) * chance.between(1, 1.35);
    if (kind === 0) {
      const x = chance.between(4, 14) * u;
      add(
        s,
        bristles(
          s,
          [
            [x, y + chance.between(-2, 2) * u],
            [W * 0.35, y - 1.5 * u],
            [W * 0.65, y + 1.5 * u],
            [W - chance.between(4, 14) * u, y],
          ],
          width,
          c,
          60,
        ),
      );
    } else if (kind === 1) {
      const r = (32 - i * 5.6) * u * (s.tall ? 1 : 0.8);
      const a0 = chance.between(0, 6);
      add(
        s,
        bristles(
          s,
          Array.from({ length: 12 }, (_, k): Point => [
            W / 2 + Math.cos(a0 + k * 0.5) * r,
            (top + bottom) / 2 + Math.sin(a0 + k * 0.5) * r,
          ]),
          6.5 * u,
          c,
          38,
        ),
      );
    } else {
      const x = W * (0.12 + i * 0.19);
      add(
        s,
        bristles(
          s,
          [
            [x - 6 * u, bottom + chance.between(-4, 6) * u],
            [x, (top + bottom) / 2],
            [x + 9 * u, top + chance.between(-4, 6) * u],
          ],
          15 * u,
          c,
          58,
        ),
      );
    }
  }
  for (let i = 0; i < 70; i++)
    add(
      s,
      circle(
        chance.between(0, W),
        chance.between(top - 8 * u, bottom + 8 * u),
        chance.next() ** 3 * 0.9 * u + 0.1 * u,
        chance.pick(colours),
      ),
    );
  const speech = titleVoice(s);
  const title = setTitle(s, {
    ...speech,
    y: m * 1.1,
    height: top - m - 8 * u,
    fill: pal.ink,
    max: 24 * u,
    lines: 4,
  });
  if (top - title.bottom > 10 * u)
    setSecond(s, {
      face: partner(speech.face).face,
      y: title.bottom + 2.6 * u,
      fill: pal.ink,
      size: 3.8,
      lines: 1,
    });
  setAuthor(s, { ...partner(speech.face), y: H - m, up: true, fill: pal.ink });
}
