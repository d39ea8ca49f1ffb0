import { contrast, mix } from '../colour.server.ts';
import { ellipse, line, n, put, rect } from '../draw.server.ts';
import { motifFor } from '../motifs/index.server.ts';
import { fit, place } from '../setting.server.ts';
import { add } from '../stage.server.ts';
import type { Stage } from '../stage.server.ts';
import { imprint } from '../words.server.ts';
import { paint, setAuthor, setLine, setTitle, tint, voice } from './common.server.ts';

/** The banded paperback: two fields of colour, a pale one between. */
export function banded(s: Stage): void {
  const { W, H, m, u, chance, pal } = s;
  const band = [pal.a, pal.c, pal.b].find((c) => contrast(c, '#f6efdf') > 2.4) ?? pal.ink;
  const paper = '#f6efdf';
  paint(s, band);
  const [from, to] = s.tall ? [0.3, 0.66] : [0.28, 0.64];
  add(s, rect(0, H * from, W, H * (to - from), paper));
  const ink = '#1b1714';
  const on = voice(s, band, ['#1b1714', paper], 4.5);
  const plate = fit(imprint(s), { face: 'deco', width: W * 0.42, height: 6 * u, max: 5.6 * u });
  const py = H * from * 0.46;
  add(
    s,
    ellipse(W / 2, py, plate.width / 2 + 7 * u, plate.height / 2 + 4.4 * u, paper),
    ellipse(
      W / 2,
      py,
      plate.width / 2 + 6 * u,
      plate.height / 2 + 3.5 * u,
      'none',
      `stroke="${band}" stroke-width="${n(0.4 * u)}"`,
    ),
  );
  add(s, place(s, plate, { x: W / 2, y: py - plate.height / 2, align: 'center', fill: ink }));
  const face = chance.pick(['geometricBold', 'groteskBold', 'didoneBold'] as const);
  const inner = H * (to - from);
  const author = setAuthor(s, {
    face: 'geometric',
    caps: true,
    tracking: 0.08,
    y: H * to - 4.5 * u,
    up: true,
    fill: ink,
    size: 5.6,
  });
  add(s, line(W / 2 - 9 * u, author.top - 4 * u, W / 2 + 9 * u, author.top - 4 * u, band, 0.45 * u));
  setTitle(s, {
    face,
    caps: face === 'geometricBold',
    y: H * from + 4.5 * u,
    height: inner - 9 * u - (H * to - author.top) + 1.5 * u,
    fill: ink,
    max: 13 * u,
    stand: 'middle',
    lines: 4,
  });
  const t = tint(s, band);
  add(
    s,
    put(
      W / 2,
      H * (to + 1) * 0.5 - 1 * u,
      H * (1 - to) * 0.37,
      motifFor(s)({
        ...t,
        main: on,
        shade: mix(on, band, 0.45),
        light: mix(on, band, 0.8),
        accent: mix(on, band, 0.25),
        hole: band,
      }),
    ),
  );
  if (chance.maybe(0.5))
    setLine(s, chance.pick(['No. 17', 'No. 42', 'No. 118', '3/6', 'Classics']), {
      face: 'geometric',
      size: 3,
      y: H - m,
      up: true,
      align: 'left',
      fill: on,
    });
}
