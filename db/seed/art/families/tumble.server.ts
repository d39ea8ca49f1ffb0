import { group, line, n, path } from '../draw.server.ts';
import { dPiece, fit, note } from '../setting.server.ts';
import { add } from '../stage.server.ts';
import type { Stage } from '../stage.server.ts';
import { paint, setAuthor, voice } from './common.server.ts';

/** The last letters lose hold and fall to the foot of the page. */
export function tumble(s: Stage): void {
  const { W, H, m, u, chance, pal } = s;
  const ground = chance.pick([pal.ground, pal.a]);
  paint(s, ground);
  const fill = voice(s, ground, [pal.ink, pal.ground]);
  const foot = setAuthor(s, { face: 'groteskBold', y: H - m, up: true, fill, align: 'left' });
  add(s, line(m, foot.top - 4 * u, W - m, foot.top - 4 * u, fill, 0.5 * u));
  const floor = foot.top - 4 * u;
  const block = fit(s.draft.title, {
    face: chance.pick(['groteskBlack', 'geometricBold', 'softBlack'] as const),
    width: W - 2 * m,
    height: H * 0.46,
    leading: 0.98,
    max: 34 * u,
  });
  const letters = block.runs.flatMap((r, i) =>
    r.pieces
      .filter((p) => p.char.trim())
      .map((p) => ({
        p,
        x: m - r.left * block.size + p.x * block.size,
        y: m + r.top * block.size + i * block.step,
      })),
  );
  const loose = Math.min(5, Math.max(1, Math.floor(letters.length / 4)));
  const other = voice(s, ground, [pal.a, pal.c, pal.b], 2.4);
  letters.forEach(({ p, x, y }, i) => {
    const rank = i - (letters.length - loose);
    const wide = ((p.sort.glyph.advanceWidth ?? 0) / p.sort.font.unitsPerEm) * block.size;
    if (rank < 0) {
      note(s, { x1: x, x2: x + wide * 0.9, y1: y - block.size * 0.7, y2: y, text: p.char }, { x, y });
      return add(s, path(dPiece(p, block.size, x, y), fill));
    }
    const fall = (rank + 1) / loose;
    const yy = y + (floor - 0.1 * block.size - y) * fall ** 1.5;
    const xx =
      m +
      chance.between(0.02, 0.98) * Math.max(1, W - 2 * m - wide * 1.3) * 0.2 +
      (W - 2 * m - wide * 1.4) * 0.8 * (rank / loose);
    add(
      s,
      group(
        `rotate(${n(chance.between(14, 70) * (chance.maybe(0.5) ? 1 : -1) * fall)} ${n(xx + wide / 2)} ${n(yy - block.size * 0.3)})`,
        path(dPiece(p, block.size, xx, yy), other),
      ),
    );
  });
}
