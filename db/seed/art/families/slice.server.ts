import { dPoly, rect } from '../draw.server.ts';
import { fit, place } from '../setting.server.ts';
import { add, clipped } from '../stage.server.ts';
import type { Stage } from '../stage.server.ts';
import { grain } from '../texture.server.ts';
import { loud, paint, setAuthor, setSecond, voice } from './common.server.ts';

export function slice(s: Stage): void {
  const { W, H, m, u, chance, pal } = s;
  const ground = chance.pick([pal.ground, pal.ground, pal.a]);
  paint(s, ground);
  const author = setAuthor(s, { face: 'groteskBold', caps: true, y: m, fill: voice(s, ground) });
  const shift = 2.6 * u;
  const block = fit(s.draft.title, {
    face: 'gothic',
    caps: true,
    width: W - 2 * m - 2 * shift,
    height: H * 0.7,
    leading: 1.1,
  });
  const y = author.bottom + (H - m - author.bottom - block.height) / 2;
  const cut = y + block.height * chance.between(0.42, 0.58);
  const lean = chance.between(8, 17) * u * (chance.maybe(0.5) ? 1 : -1);
  const upper = dPoly([
    [0, 0],
    [W, 0],
    [W, cut - lean],
    [0, cut + lean],
  ]);
  const lower = dPoly([
    [0, cut + lean],
    [W, cut - lean],
    [W, H],
    [0, H],
  ]);
  const one = voice(s, ground, [pal.ink]);
  const under = loud(s, ground, 1.6);
  add(s, clipped(s, lower, rect(0, 0, W, H, under)));
  add(s, clipped(s, upper, place(s, block, { x: W / 2 - shift, y, align: 'center', fill: one })));
  add(
    s,
    clipped(
      s,
      lower,
      place(s, block, { x: W / 2 + shift, y, align: 'center', fill: voice(s, under, [pal.ground, pal.ink]) }),
    ),
  );
  const small = {
    face: 'grotesk' as const,
    up: true,
    y: H - m,
    align: 'left' as const,
    fill: voice(s, under),
  };
  if (H - m - (y + block.height) > 12 * u) setSecond(s, small);
  add(s, grain(s, one, 0.12));
}
