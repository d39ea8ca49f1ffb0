import { darken, lighten, mix } from '../colour.server.ts';
import { dSmooth, group, n, path, put } from '../draw.server.ts';
import type { Point } from '../draw.server.ts';
import { motifFor } from '../motifs/index.server.ts';
import { add, clipped } from '../stage.server.ts';
import type { Stage } from '../stage.server.ts';
import { loud, paint, partner, setLine, setTitle, tint, titleVoice, voice } from './common.server.ts';

/** Looking down through holes cut in sheet after sheet. */
export function burrow(s: Stage): void {
  const { W, H, u, chance, pal } = s;
  const outer = loud(s, pal.ground, 1.4);
  const [edge, core] = pal.dark
    ? [mix(outer, '#fffaf0', 0.1), darken(pal.ground, 0.4)]
    : [outer, lighten(pal.ground, 0.3)];
  paint(s, edge);
  const [cx, cy] = [W / 2, H * 0.5];
  const count = 7;
  let hole: Point[] = Array.from({ length: 11 }, (_, i) => {
    const a = (i / 11) * Math.PI * 2;
    return [
      Math.cos(a) * W * 0.47 * chance.between(0.9, 1.06),
      Math.sin(a) * H * 0.44 * chance.between(0.9, 1.06),
    ];
  });
  for (let i = 0; i < count; i++) {
    const fill = mix(edge, core, (i + 1) / count);
    const d = dSmooth(
      hole.map(([x, y]): Point => [cx + x, cy + y]),
      true,
    );
    add(
      s,
      path(d, darken(mix(edge, core, i / count), 0.4)),
      clipped(s, d, group(`translate(${n(0.5 * u)} ${n(1.5 * u)})`, path(d, fill))),
    );
    hole = hole.map(([x, y]): Point => [x * chance.between(0.86, 0.95), y * chance.between(0.87, 0.95)]);
  }
  const ink = voice(s, core, [pal.ink, pal.a], 4.5);
  const width = W * 0.5;
  const speech = titleVoice(s);
  const t = { ...tint(s, core) };
  const art = s.tall ? 13 * u : 9 * u;
  const title = setTitle(s, {
    ...speech,
    y: cy - H * 0.13,
    height: H * 0.26,
    width,
    fill: ink,
    stand: 'middle',
    max: 16 * u,
  });
  if (s.tall)
    add(s, put(cx, title.top - art * 0.2 - 9 * u, Math.min(art, title.top - H * 0.2) * 0.62, motifFor(s)(t)));
  setLine(s, s.draft.author, {
    ...partner(speech.face),
    y: title.bottom + 4 * u,
    fill: ink,
    width: width * 0.92,
    size: 5,
  });
}
