import { n, put, rect } from '../draw.server.ts';
import { motifFor } from '../motifs/index.server.ts';
import { add } from '../stage.server.ts';
import type { Stage } from '../stage.server.ts';
import { imprint } from '../words.server.ts';
import { paint, setAuthor, setLine, setSecond, setTitle, tint, voice } from './common.server.ts';

/** Quiet text covers in the European manner: rules, one small sign, nothing else. */
export function plain(s: Stage): void {
  const { W, H, m, u, chance, pal } = s;
  const ground = chance.pick([pal.ground, pal.ground, pal.c]);
  paint(s, ground);
  const ink = voice(s, ground, [pal.ink, pal.ground], 5);
  const accent = voice(s, ground, [pal.a, pal.c], 2.6);
  rules(s, accent);
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
  const spot = { y: head.bottom + 7 * u, height: H * 0.36, width, max: 15.5 * u, fill: accent };
  const roman = face === 'roman';
  const title = setTitle(s, { ...spot, face, caps: roman, leading: roman ? 1.5 : 1.12 });
  const second = setSecond(s, {
    face: 'garamondItalic',
    y: title.bottom + 4 * u,
    width,
    fill: ink,
    size: 4.6,
  });
  const house = { face: 'garamond' as const, caps: true, tracking: 0.2, size: 2.9, fill: ink };
  const foot = setLine(s, imprint(s), { ...house, y: H - 10 * u, up: true });
  const room = foot.top - second.bottom;
  add(
    s,
    put(W / 2, second.bottom + room * 0.52, Math.min(15 * u, room * 0.28), motifFor(s)(tint(s, ground))),
  );
}

/** A double frame, a bar at head and foot, or nothing. */
function rules(s: Stage, colour: string): void {
  const { W, H, u, chance } = s;
  const kind = chance.whole(0, 2);
  const box = (d: number, w: number): string =>
    rect(d, d, W - 2 * d, H - 2 * d, 'none', `stroke="${colour}" stroke-width="${n(w)}"`);
  if (kind === 0) add(s, box(4.5 * u, 0.5 * u), box(5.9 * u, 0.16 * u));
  if (kind === 1) add(s, rect(0, 0, W, H * 0.035, colour), rect(0, H * 0.965, W, H * 0.035, colour));
}
