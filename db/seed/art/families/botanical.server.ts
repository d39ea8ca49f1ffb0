import { darken } from '../colour.server.ts';
import { add } from '../stage.server.ts';
import type { Stage } from '../stage.server.ts';
import { paint, partner, setAuthor, setSecond, setTitle, titleVoice, voice } from './common.server.ts';
import { leafyStem, plantTones } from './plants-parts.server.ts';

/** Stems rising from the foot and hanging from the head around a clear middle. */
export function botanical(s: Stage): void {
  const { W, H, m, u, chance, pal } = s;
  const ground = chance.pick([pal.ground, pal.ground, pal.dark ? pal.ground : darken(pal.ink, 0.1)]);
  paint(s, ground);
  const t = plantTones(s, ground);
  const kinds = chance.shuffle([0, 1, 2, 3]);
  const hang = s.tall && chance.maybe(0.5);
  const clear = s.tall ? 0.3 : 0.36;
  const reach = (x: number): number =>
    H * (s.tall ? 0.24 : 0.2) * (hang ? 1 : 1.75) * (0.35 + 1.5 * Math.abs(x / W - 0.5) ** 1.1);
  const feet = Array.from({ length: 11 }, (_, i) => ((i + 0.5) / 11) * W);
  for (const [i, x] of chance.shuffle(feet).entries()) {
    const lean = (x - W / 2) * 0.12;
    add(
      s,
      leafyStem(
        s,
        [x - lean, H + 3 * u],
        [x + lean, H - reach(x) - chance.between(7, 16) * u],
        t,
        i % 3 === 2 ? 4 : kinds[i % 2]!,
      ),
    );
    if (hang)
      add(
        s,
        leafyStem(
          s,
          [x - lean, -3 * u],
          [x + lean, reach(x) + chance.between(1, 9) * u],
          t,
          i % 2 ? 4 : kinds[2]!,
        ),
      );
  }
  const ink = voice(s, ground, [pal.ink, pal.ground, '#fff6e2'], 4.5);
  const speech = titleVoice(s);
  const small = partner(speech.face);
  const top = H * (hang ? clear - 0.02 : 0.075);
  const width = hang ? W * 0.72 : W - 2 * m;
  const title = setTitle(s, { ...speech, y: top, height: H * 0.27, width, fill: ink, max: 20 * u, lines: 4 });
  const second = setSecond(s, {
    face: small.face,
    y: title.bottom + 2.8 * u,
    fill: ink,
    size: 3.8,
    width,
    lines: 1,
  });
  setAuthor(s, {
    ...small,
    y: second.bottom + 5 * u,
    fill: voice(s, ground, [pal.a, pal.b, ink], 3.6),
    width,
    size: 6,
  });
}
