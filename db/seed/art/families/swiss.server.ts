import { circle, dSector, group, line, n, path, poly, rect } from '../draw.server.ts';
import { place } from '../setting.server.ts';
import { add } from '../stage.server.ts';
import type { Stage } from '../stage.server.ts';
import { lesser } from '../words.server.ts';
import { paint, setAuthor, setTitle } from './common.server.ts';

/** The Swiss grid: modules of circle and square below, flush-left grotesque above. */
export function swiss(s: Stage): void {
  const { W, H, m, u, chance, pal } = s;
  paint(s, pal.ground);
  const columns = s.tall ? chance.pick([3, 4]) : 5;
  const cell = W / columns;
  const rows = s.tall ? (columns === 3 ? 2 : 3) : 2;
  const top = H - rows * cell;
  const colours = [pal.a, pal.b, pal.c, pal.ink];
  for (let i = 0; i < rows * columns; i++) {
    const [x, y] = [(i % columns) * cell, top + Math.floor(i / columns) * cell];
    const [back, fore] = chance.shuffle(colours) as [string, string];
    const turn = chance.whole(0, 3) * 90;
    const shapes = [
      path(dSector(0, 0, 0, cell, 0, 90), fore),
      path(dSector(0, cell / 2, 0, cell / 2, -90, 90), fore),
      circle(cell / 2, cell / 2, cell * 0.34, fore),
      poly(
        [
          [0, 0],
          [cell, 0],
          [0, cell],
        ],
        fore,
      ),
      path(dSector(0, 0, cell * 0.5, cell, 0, 90), fore) + path(dSector(0, 0, 0, cell * 0.25, 0, 90), fore),
      [0, 1, 2, 3].map((k) => rect(0, (k * cell) / 4, cell, cell / 8, fore)).join(''),
    ];
    add(
      s,
      group(
        `translate(${n(x)} ${n(y)}) rotate(${turn} ${n(cell / 2)} ${n(cell / 2)})`,
        rect(0, 0, cell + 1, cell + 1, i % 2 ? back : chance.pick([back, pal.ground])),
        chance.pick(shapes),
      ),
    );
  }
  const author = setAuthor(s, { face: 'groteskBold', y: m, align: 'left', fill: pal.ink, width: W * 0.7 });
  add(s, line(m, author.bottom + 3 * u, W - m, author.bottom + 3 * u, pal.ink, 0.35 * u));
  const second = s.draft.subtitle
    ? lesser(s.draft.subtitle, { face: 'grotesk', width: W - 2 * m, size: 4 * u, lines: 3 })
    : undefined;
  const floor = top - 5 * u - (second ? second.height + 3 * u : 0);
  const title = setTitle(s, {
    face: 'groteskBold',
    tracking: -0.025,
    y: author.bottom + 7 * u,
    height: floor - author.bottom - 7 * u,
    align: 'left',
    fill: pal.ink,
    leading: 0.98,
    max: 24 * u,
  });
  if (second) add(s, place(s, second, { x: m, y: title.bottom + 3 * u, align: 'left', fill: pal.ink }));
}
