import { darken } from '../colour.server.ts';
import { add } from '../stage.server.ts';
import type { Stage } from '../stage.server.ts';
import { paint, partner, setAuthor, setTitle, titleVoice, voice } from './common.server.ts';
import { flower, plantTones, veinedLeaf } from './plants-parts.server.ts';

/** A dense folk bouquet over the whole sheet, the title in the clearing. */
export function bouquet(s: Stage): void {
  const { W, H, u, chance, pal } = s;
  const ground = pal.dark ? pal.ground : chance.pick([pal.ground, darken(pal.ink, 0.05)]);
  paint(s, ground);
  const t = plantTones(s, ground);
  const [rx, ry] = [W * 0.4, H * (s.tall ? 0.27 : 0.3)];
  const spots: [number, number, number][] = [];
  for (let i = 0; i < 900 && spots.length < 46; i++) {
    const [x, y] = [chance.between(-0.04, 1.04) * W, chance.between(-0.03, 1.03) * H];
    const r = chance.between(4.5, 11) * u;
    const clearing = Math.hypot((x - W / 2) / (rx + r), (y - H / 2) / (ry + r));
    if (clearing < 1 || spots.some(([a, b, c]) => Math.hypot(a - x, b - y) < (c + r) * 0.88)) continue;
    spots.push([x, y, r]);
  }
  for (const [x, y, r] of spots) {
    const away = (Math.atan2(y - H / 2, x - W / 2) * 180) / Math.PI;
    for (const d of [-70, 0, 70])
      add(
        s,
        veinedLeaf(
          x,
          y,
          r * chance.between(1.35, 1.75),
          away + d + chance.between(-15, 15),
          chance.pick([t.leaf, t.leaf2]),
          t.stem,
          u,
        ),
      );
  }
  spots.forEach(([x, y, r], i) =>
    add(s, flower(s, x, y, r, i % 3 ? t : { ...t, petal: t.petal2, petal2: t.petal }, i)),
  );
  const ink = voice(s, ground, [pal.ink, '#fff6e2'], 4.5);
  const speech = titleVoice(s);
  const width = W * 0.62;
  const title = setTitle(s, {
    ...speech,
    y: H / 2 - ry * 0.66,
    height: ry * 0.92,
    width,
    fill: ink,
    stand: 'middle',
    max: 18 * u,
    lines: 4,
  });
  setAuthor(s, {
    ...partner(speech.face),
    y: title.bottom + 4.5 * u,
    fill: voice(s, ground, [pal.a, pal.b, ink], 3.6),
    width: width * 0.86,
    size: 5.6,
  });
}
