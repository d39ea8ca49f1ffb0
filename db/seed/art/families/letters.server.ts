import { mix } from '../colour.server.ts';
import { dPoly, dSector, group, line, n, path, poly, put, rect, circle } from '../draw.server.ts';
import { motifFor } from '../motifs/index.server.ts';
import { balanced, blockOf, dPiece, dRun, fit, note, place, run } from '../setting.server.ts';
import type { Block } from '../setting.server.ts';
import { add, clipped } from '../stage.server.ts';
import type { Stage } from '../stage.server.ts';
import { grain } from '../texture.server.ts';
import { imprint, lesser } from '../words.server.ts';
import { loud, paint, setAuthor, setLine, setSecond, setTitle, tint, voice } from './common.server.ts';

/** Covers made of type alone: the letters are the picture. */

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
  if (second.top - y > 22 * u) add(s, rect(m, y + 2 * u, W - 2 * m, second.top - y - 8 * u, other));
  add(s, grain(s, first, 0.1));
}

export function crop(s: Stage): void {
  const { W, H, m, u, chance, pal } = s;
  const ground = chance.pick([pal.a, pal.ground, pal.b]);
  paint(s, ground);
  const initial = s.draft.title
    .replace(/^(the|a|an)\s+/i, '')
    .charAt(0)
    .toLocaleUpperCase('en');
  const giant = run(
    initial,
    chance.pick(['didoneBold', 'softBlack', 'groteskBlack', 'didoneItalic'] as const),
  );
  const size = Math.min((H * 1.12) / (giant.top - giant.bottom), (W * 1.5) / (giant.right - giant.left));
  const x = chance.pick([-0.12 * W - giant.left * size, W * 1.1 - giant.right * size]);
  const ghost = loud(s, ground, 1.5);
  add(s, path(dRun(giant, size, x, H * 0.5 + (giant.top * size) / 2), ghost));
  const foot = setAuthor(s, {
    face: 'groteskBold',
    y: H - m,
    up: true,
    align: 'left',
    fill: voice(s, ground),
  });
  const plate = fit(s.draft.title, {
    face: 'didoneBold',
    width: W * 0.62,
    height: H * 0.3,
    max: 15 * u,
    leading: 1.05,
  });
  const y = H * (s.tall ? 0.54 : 0.46);
  const pad = 4 * u;
  const band = voice(s, ghost, [pal.ink, pal.ground], 4.5);
  add(s, rect(0, y - pad, m + plate.width + pad, plate.height + 2 * pad, band));
  add(s, place(s, plate, { x: m, y, align: 'left', fill: voice(s, band, [pal.ground, pal.ink], 4.5) }));
  add(s, rect(0, foot.top - pad, Math.max(...s.boxes.slice(0, 2).map((b) => b.x2)) + pad, H, ground));
  setAuthor(s, { face: 'groteskBold', y: H - m, up: true, align: 'left', fill: voice(s, ground) });
}

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

export function echo(s: Stage): void {
  const { W, H, m, u, chance, pal } = s;
  paint(s, pal.ground);
  const face = chance.pick(['gothic', 'groteskBlack', 'didoneBold', 'softBlack'] as const);
  const foot = setAuthor(s, { face: 'groteskBold', y: H - m, up: true, fill: pal.ink, align: 'left' });
  const room = foot.top - 6 * u - m;
  const block = fit(s.draft.title, {
    face,
    caps: face === 'gothic',
    width: W - 2 * m,
    height: room / 3.2,
    lines: 4,
    max: 34 * u,
  });
  const gap = block.step - (block.height - (block.runs.length - 1) * block.step);
  const pitch = block.height + Math.max(1.4 * u, gap * 0.6);
  const count = Math.max(2, Math.floor((room + pitch - block.height) / pitch));
  const solid = chance.whole(0, count - 1);
  const tone = loud(s, pal.ground, 1.7);
  for (let i = 0; i < count; i++) {
    const away = Math.abs(i - solid) / Math.max(1, count - 1);
    const fill = i === solid ? pal.ink : mix(tone, pal.ground, Math.min(0.78, away * 1.05));
    add(s, place(s, block, { x: m, y: m + i * pitch, align: 'left', fill }));
  }
}

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

/** The title's letters as windows on to a landscape of stripes and sun. */
export function windows(s: Stage): void {
  const { W, H, m, u, chance, pal } = s;
  paint(s, pal.ground);
  const author = setAuthor(s, { face: 'groteskBold', caps: true, y: H - m, up: true, fill: pal.ink });
  const second = setSecond(s, { face: 'grotesk', y: m, fill: pal.ink });
  const top = second.bottom > m ? second.bottom + 5 * u : m;
  const block = fit(s.draft.title, {
    face: chance.pick(['gothic', 'slab', 'groteskBlack'] as const),
    caps: true,
    width: W - 2 * m,
    height: author.top - 5 * u - top,
    leading: 1.1,
  });
  const y = top + (author.top - 5 * u - top - block.height) / 2;
  const letters = place(s, block, { x: W / 2, y, align: 'center', fill: pal.ink });
  const d = /d="([^"]*)"/.exec(letters)![1]!;
  const bands = 16;
  const [from, to] = pal.dark ? [pal.b, pal.a] : [pal.a, pal.c];
  let scene = rect(0, 0, W, H, from);
  for (let i = 0; i < bands; i++) {
    const yy = y + (block.height * i) / bands;
    const wave = Array.from(
      { length: 9 },
      (_, k) => [(k * W) / 8, yy + Math.sin(k * 1.1 + i * 0.5) * 4.5 * u] as const,
    );
    scene += poly([...wave, [W, H], [0, H]], mix(from, to, i / (bands - 1)));
  }
  scene += circle(W * chance.between(0.3, 0.7), y + block.height * 0.4, 20 * u, pal.dark ? pal.ink : pal.b);
  add(s, clipped(s, d, scene));
}

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

/** Quiet text covers in the European manner: rules, one small sign, nothing else. */
export function plain(s: Stage): void {
  const { W, H, m, u, chance, pal } = s;
  const ground = chance.pick([pal.ground, pal.ground, pal.c]);
  paint(s, ground);
  const ink = voice(s, ground, [pal.ink, pal.ground], 5);
  const accent = voice(s, ground, [pal.a, pal.c], 2.6);
  const kind = chance.whole(0, 2);
  const inset = kind === 0 ? 4.5 * u : 0;
  if (kind === 0)
    add(
      s,
      rect(
        inset,
        inset,
        W - 2 * inset,
        H - 2 * inset,
        'none',
        `stroke="${accent}" stroke-width="${n(0.5 * u)}"`,
      ),
      rect(
        inset + 1.4 * u,
        inset + 1.4 * u,
        W - 2 * inset - 2.8 * u,
        H - 2 * inset - 2.8 * u,
        'none',
        `stroke="${accent}" stroke-width="${n(0.16 * u)}"`,
      ),
    );
  if (kind === 1) add(s, rect(0, 0, W, H * 0.035, accent), rect(0, H * 0.965, W, H * 0.035, accent));
  const face = chance.pick(['garamond', 'garamondItalic', 'didone', 'roman'] as const);
  const width = W - 2 * m - 8 * u;
  const head = setAuthor(s, {
    face: 'garamond',
    caps: true,
    tracking: 0.14,
    y: H * 0.1,
    width,
    fill: ink,
    size: 5.6,
  });
  const title = setTitle(s, {
    face,
    caps: face === 'roman',
    y: head.bottom + 7 * u,
    height: H * 0.36,
    width,
    max: 15.5 * u,
    fill: accent,
    leading: face === 'roman' ? 1.5 : 1.12,
  });
  const second = setSecond(s, {
    face: 'garamondItalic',
    y: title.bottom + 4 * u,
    width,
    fill: ink,
    size: 4.6,
  });
  const foot = setLine(s, imprint(s), {
    face: 'garamond',
    caps: true,
    tracking: 0.2,
    size: 2.9,
    y: H - 10 * u,
    up: true,
    fill: ink,
  });
  const room = foot.top - second.bottom;
  add(
    s,
    put(W / 2, second.bottom + room * 0.52, Math.min(15 * u, room * 0.28), motifFor(s)(tint(s, ground))),
  );
}

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
