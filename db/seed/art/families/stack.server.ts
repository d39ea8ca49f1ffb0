import { put, rect } from '../draw.server.ts';
import { motifFor } from '../motifs/index.server.ts';
import { balanced, blockOf, place } from '../setting.server.ts';
import type { Block } from '../setting.server.ts';
import { add } from '../stage.server.ts';
import type { Stage } from '../stage.server.ts';
import { grain } from '../texture.server.ts';
import { paint, setAuthor, setSecond, tint, voice } from './common.server.ts';

/** Lines set each to the full measure, as many as fill the height best. */
function justified(
  s: Stage,
  face: 'gothic' | 'slab' | 'groteskBlack',
  width: number,
  height: number,
): Block[] {
  const gap = 2.6 * s.u;
  const words = s.draft.title.split(/\s+/).length;
  let best: Block[] = [];
  let most = 0;
  for (let count = 1; count <= Math.min(8, words); count++) {
    const lines = balanced(s.draft.title, count, { face, caps: true });
    const blocks = lines.map((text) => blockOf([text], { face, caps: true, width, height, max: 62 * s.u }));
    const total = blocks.reduce((sum, b) => sum + b.height, 0) + gap * (blocks.length - 1);
    const scale = Math.min(1, height / total);
    const filled = total * scale * scale;
    if (filled > most) {
      most = filled;
      best =
        scale < 1
          ? lines.map((text, i) =>
              blockOf([text], { face, caps: true, width, height, max: blocks[i]!.size * scale }),
            )
          : blocks;
    }
  }
  return best;
}

export function stack(s: Stage): void {
  const { W, H, m, u, chance, pal } = s;
  const ground = chance.pick([pal.ground, pal.ground, pal.a]);
  paint(s, ground);
  const face = chance.pick(['gothic', 'gothic', 'slab', 'groteskBlack'] as const);
  const foot = setAuthor(s, {
    face: 'groteskBold',
    caps: true,
    y: H - m,
    up: true,
    fill: voice(s, ground),
    align: 'left',
  });
  const second = setSecond(s, {
    face: 'grotesk',
    y: foot.top - 3 * u,
    up: true,
    fill: voice(s, ground),
    align: 'left',
  });
  const blocks = justified(s, face, W - 2 * m, second.top - 5 * u - m);
  const total = blocks.reduce((sum, b) => sum + b.height, 0);
  const room = second.top - 5 * u - m - total;
  const gap = Math.min(2.6 * u, room / Math.max(1, blocks.length - 1));
  const odd = chance.whole(0, blocks.length - 1);
  const first = voice(s, ground, [pal.ink]);
  const other = voice(s, ground, [pal.a, pal.c, pal.b], 2.6);
  let y = m;
  blocks.forEach((block, i) => {
    add(s, place(s, block, { x: m, y, align: 'left', fill: i === odd ? other : first }));
    y += block.height + gap;
  });
  const left = second.top - y;
  if (left > 34 * u)
    add(s, put(W / 2, y + left / 2 - u, Math.min(left * 0.38, W * 0.36), motifFor(s)(tint(s, ground))));
  else if (left > 14 * u) add(s, rect(m, y + 2 * u, W - 2 * m, left - 8 * u, other));
  add(s, grain(s, first, 0.1));
}
