import { group, line, n, path } from '../draw.server.ts';
import { dPiece, fit, note } from '../setting.server.ts';
import type { Piece } from '../setting.server.ts';
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
  const floor = foot.top - 4.5 * u;
  add(s, line(m, floor, W - m, floor, fill, 0.5 * u));
  const face = chance.pick(['groteskBlack', 'geometricBold', 'softBlack'] as const);
  const room = { width: W - 2 * m, height: H * 0.46 };
  const block = fit(s.draft.title, { face, ...room, leading: 0.98, max: 30 * u });
  const letters = block.runs.flatMap((r, row) => {
    const y = m + block.runs[0]!.top * block.size + row * block.step;
    const at = r.pieces.map((piece) => ({ piece, x: m + (piece.x - r.left) * block.size, y }));
    return at.filter(({ piece }) => piece.char.trim());
  });
  const loose = letters.length < 4 ? 1 : Math.min(5, Math.floor(letters.length / 3));
  const other = voice(s, ground, [pal.a, pal.c, pal.b], 2.4);
  letters.forEach((letter, i) => {
    const rank = i - (letters.length - loose);
    if (rank < 0) return add(s, stand(s, letter.piece, block.size, letter.x, letter.y, fill));
    const share = (rank + 1) / loose;
    const turn = chance.between(10, 64) * (chance.maybe(0.5) ? 1 : -1) * share;
    add(s, drop(s, letter.piece, block.size, { from: letter.y, floor, share, turn, fill: other }));
  });
}

function stand(s: Stage, piece: Piece, size: number, x: number, y: number, fill: string): string {
  const box = piece.sort.glyph.getBoundingBox();
  const k = size / piece.sort.font.unitsPerEm;
  const ink = {
    x1: x + box.x1 * k,
    x2: x + box.x2 * k,
    y1: y - box.y2 * k,
    y2: y - box.y1 * k,
    text: piece.char,
  };
  note(s, ink, { x, y });
  return path(dPiece(piece, size, x, y), fill);
}

type Fall = { from: number; floor: number; share: number; turn: number; fill: string };

/** One letter on its way down, turned about its own middle, drifting from left to right as it goes. */
function drop(s: Stage, piece: Piece, size: number, { from, floor, share, turn, fill }: Fall): string {
  const box = piece.sort.glyph.getBoundingBox();
  const k = size / piece.sort.font.unitsPerEm;
  const [w, h] = [(box.x2 - box.x1) * k, (box.y2 - box.y1) * k];
  const reach = Math.hypot(w, h) / 2;
  const a = Math.abs((turn * Math.PI) / 180);
  const high = (h * Math.cos(a) + w * Math.sin(a)) / 2;
  const cx = s.m + reach + (s.W - 2 * s.m - 2 * reach) * Math.min(1, 0.12 + 0.88 * share ** 0.8);
  const start = Math.min(from, floor - high - size * 0.1);
  const cy = start + (floor - high - start) * share ** 1.2;
  const ink = { x1: cx - w / 2, x2: cx + w / 2, y1: cy - h / 2, y2: cy + h / 2, text: piece.char };
  note(s, ink, { x: cx, y: cy, turn });
  const d = dPiece(piece, size, cx - w / 2 - box.x1 * k, cy + h / 2 + box.y1 * k);
  return group(`rotate(${n(turn)} ${n(cx)} ${n(cy)})`, path(d, fill));
}
