import { mix } from '../colour.server.ts';
import { circle, dSector, group, n, path, put, rect } from '../draw.server.ts';
import { motifFor } from '../motifs/index.server.ts';
import { fit, place } from '../setting.server.ts';
import { add } from '../stage.server.ts';
import type { Stage } from '../stage.server.ts';
import { grain } from '../texture.server.ts';
import { loud, paint, setAuthor, setSecond, tint, voice } from './common.server.ts';

/** Big brush lettering with a flourish under it. */
export function lettered(s: Stage): void {
  const { W, H, m, u, chance, pal } = s;
  const ground = chance.pick([pal.ground, pal.a, pal.c]);
  paint(s, ground);
  const ink = voice(s, ground, [pal.ground, pal.ink, '#fff6e2'], 4.5);
  const soft = mix(ground, ink, 0.13);
  const kind = chance.whole(0, 3);
  if (kind === 0)
    for (let i = 0; i < 60; i++) {
      const [x, y] = [chance.next() * W, chance.next() * H];
      add(
        s,
        group(
          `translate(${n(x)} ${n(y)}) rotate(${chance.whole(0, 180)})`,
          rect(
            -2.4 * u,
            -0.45 * u,
            4.8 * u,
            0.9 * u,
            chance.maybe(0.7) ? soft : loud(s, ground, 1.5),
            `rx="${n(0.45 * u)}"`,
          ),
        ),
      );
    }
  if (kind === 1)
    for (let i = 0; i < 9; i++)
      add(
        s,
        circle(
          W * (i % 2 ? 0.9 : 0.1) + chance.between(-12, 12) * u,
          ((i + 0.5) * H) / 9,
          chance.between(5, 15) * u,
          i % 3 ? soft : mix(loud(s, ground, 1.5), ground, 0.15),
        ),
      );
  if (kind === 2)
    for (let i = 0; i < 36; i++)
      add(s, path(dSector(W / 2, H * 0.46, 0, H, i * 10, i * 10 + 5), mix(ground, ink, 0.07)));
  if (kind === 3) add(s, put(W / 2, H * 0.76, (s.tall ? 27 : 19) * u, motifFor(s)(tint(s, ground))));
  const face = chance.pick(['script', 'script', 'hand'] as const);
  const lines = fit(s.draft.title, {
    face,
    width: W - 2 * m - 4 * u,
    height: H * (kind === 3 ? 0.42 : 0.56),
    leading: face === 'script' ? 0.98 : 0.92,
    max: 42 * u,
  });
  const y = kind === 3 ? m * 1.6 : (H - lines.height) * 0.44;
  add(s, place(s, lines, { x: W / 2, y, align: 'center', fill: ink }));
  const fy = y + lines.height + 3.6 * u;
  const w = Math.min(W * 0.3, lines.width * 0.45);
  const tone = voice(s, ground, [pal.b, pal.a, pal.c, ink], 2);
  if (kind !== 3)
    add(
      s,
      path(
        `M${n(W / 2 - w)} ${n(fy + 1.2 * u)}C${n(W / 2 - w * 0.3)} ${n(fy - 2.2 * u)} ${n(W / 2 + w * 0.5)} ${n(fy - 1.8 * u)} ${n(W / 2 + w)} ${n(fy - 1.4 * u)}C${n(W / 2 + w * 0.4)} ${n(fy - 0.6 * u)} ${n(W / 2 - w * 0.2)} ${n(fy + 0.4 * u)} ${n(W / 2 - w)} ${n(fy + 1.2 * u)}Z`,
        tone,
      ),
    );
  if (kind !== 3)
    setSecond(s, {
      face: 'geometric',
      caps: true,
      tracking: 0.12,
      y: fy + 4 * u,
      fill: ink,
      size: 3.2,
      lines: 2,
    });
  setAuthor(s, { face: 'geometric', caps: true, tracking: 0.14, y: H - m, up: true, fill: ink });
  add(s, grain(s, ink, 0.1));
}
