import { mix } from '../colour.server.ts';
import { n, put, rect } from '../draw.server.ts';
import { motifsFor } from '../motifs/index.server.ts';
import { add } from '../stage.server.ts';
import type { Stage } from '../stage.server.ts';
import { grain } from '../texture.server.ts';
import { paint, setAuthor, setSecond, setTitle, tint } from './common.server.ts';

/** A museum plate: rows of specimens, numbered. */
export function specimen(s: Stage): void {
  const { W, H, m, u, chance, pal } = s;
  paint(s, pal.ground);
  const speech = { face: chance.pick(['didoneBold', 'garamond', 'soft', 'geometricBold'] as const) };
  const title = setTitle(s, {
    ...speech,
    y: m * 1.1,
    height: H * 0.19,
    align: 'left',
    fill: pal.ink,
    max: 15 * u,
    lines: 3,
    leading: 1.02,
  });
  const second = setSecond(s, {
    face: 'garamondItalic',
    y: title.bottom + 2.4 * u,
    align: 'left',
    fill: pal.ink,
    size: 4.2,
  });
  const author = setAuthor(s, {
    face: 'geometric',
    caps: true,
    tracking: 0.1,
    y: H - m,
    up: true,
    align: 'left',
    fill: pal.ink,
  });
  const [top, bottom] = [second.bottom + 5 * u, author.top - 5 * u];
  const columns = s.tall ? 3 : 4;
  const rows = Math.max(2, Math.round((bottom - top) / ((W - 2 * m) / columns)));
  const [cw, ch] = [(W - 2 * m) / columns, (bottom - top) / rows];
  const varied = chance.maybe(0.65);
  const shown = motifsFor(s, columns * rows);
  for (let i = 0; i < columns * rows; i++) {
    const [x, y] = [m + (i % columns) * cw, top + Math.floor(i / columns) * ch];
    const back = chance.pick([pal.ground, pal.ground, pal.b, pal.c, pal.a, mix(pal.ground, pal.ink, 0.1)]);
    add(s, rect(x, y, cw, ch, back, `stroke="${pal.ink}" stroke-width="${n(0.22 * u)}"`));
    const motif = shown[varied ? i : 0]!;
    add(
      s,
      put(
        x + cw / 2,
        y + ch / 2,
        Math.min(cw, ch) * 0.36,
        motif(tint(s, back)),
        varied ? 0 : (i % columns) * 30,
      ),
    );
  }
  add(s, grain(s, pal.ink, 0.12));
}
