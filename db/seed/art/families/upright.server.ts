import { put, rect } from '../draw.server.ts';
import { motifFor } from '../motifs/index.server.ts';
import { fit, place } from '../setting.server.ts';
import { add } from '../stage.server.ts';
import type { Stage } from '../stage.server.ts';
import { loud, paint, setLine, tint, voice } from './common.server.ts';

export function upright(s: Stage): void {
  const { W, H, m, u, chance, pal } = s;
  const ground = chance.pick([pal.ground, pal.a, pal.b]);
  paint(s, ground);
  const fill = voice(s, ground, [pal.ink, pal.ground]);
  const side = W * 0.3;
  const block = fit(s.draft.title, {
    face: chance.pick(['gothic', 'groteskBlack', 'geometricBold'] as const),
    caps: true,
    width: H - 2 * m,
    height: W - 2 * m - side,
    leading: 1.14,
  });
  const bar = loud(s, ground, 1.5);
  add(s, rect(0, 0, m + side - 3 * u, H, bar));
  add(s, place(s, block, { x: m + side, y: H - m, align: 'left', fill, turn: -90 }));
  const on = voice(s, bar, [pal.ground, pal.ink], 4.5);
  setLine(s, s.draft.author, {
    face: 'groteskBold',
    size: 6.2,
    y: m,
    x: m,
    align: 'left',
    width: side - 5 * u - 2 * u,
    lines: 4,
    fill: on,
  });
  const mark = motifFor(s);
  add(s, put(m + (side - 3 * u - m) / 2, H - m - 12 * u, 10 * u, mark(tint(s, bar))));
}
