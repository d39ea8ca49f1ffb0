import { mix } from '../colour.server.ts';
import { circle, dSector, group, n, path, put, rect } from '../draw.server.ts';
import { motifFor } from '../motifs/index.server.ts';
import { fit, place } from '../setting.server.ts';
import { add, behind } from '../stage.server.ts';
import type { Stage } from '../stage.server.ts';
import { grain } from '../texture.server.ts';
import { loud, paint, setAuthor, setSecond, tint, voice } from './common.server.ts';

/** Big brush lettering with a flourish under it. */
export function lettered(s: Stage): void {
  const { W, H, m, u, chance, pal } = s;
  const ground = chance.pick([pal.ground, pal.a, pal.c]);
  paint(s, ground);
  const ink = voice(s, ground, [pal.ground, pal.ink, '#fff6e2'], 4.5);
  const kind = chance.pick(['strokes', 'spots', 'rays', 'thing'] as const);
  const thing = kind === 'thing';
  const face = chance.pick(['script', 'script', 'hand'] as const);
  const leading = face === 'script' ? 0.98 : 0.92;
  const block = fit(s.draft.title, {
    face,
    width: W - 2 * m - 4 * u,
    height: H * (thing ? 0.42 : 0.56),
    leading,
    max: 42 * u,
  });
  const y = thing ? m * 1.6 : (H - block.height) * 0.44;
  const author = setAuthor(s, {
    face: 'geometric',
    caps: true,
    tracking: 0.14,
    y: H - m,
    up: true,
    fill: ink,
  });
  const foot = y + block.height;
  if (thing) {
    const room = author.top - foot;
    add(s, put(W / 2, foot + room / 2, Math.min(room * 0.4, W * 0.34), motifFor(s)(tint(s, ground))));
  } else {
    behind(s, scatter(s, kind, ground, ink));
    flourish(
      s,
      foot + 3.6 * u,
      Math.min(W * 0.3, block.width * 0.45),
      voice(s, ground, [pal.b, pal.a, pal.c, ink], 2),
    );
    setSecond(s, {
      face: 'geometric',
      caps: true,
      tracking: 0.12,
      y: foot + 7.6 * u,
      fill: ink,
      size: 3.2,
      lines: 2,
    });
  }
  add(s, place(s, block, { x: W / 2, y, align: 'center', fill: ink }), grain(s, ink, 0.1));
}

function flourish(s: Stage, y: number, w: number, fill: string): void {
  const { W, u } = s;
  const x = (share: number): string => n(W / 2 + w * share);
  const over = `M${x(-1)} ${n(y + 1.2 * u)}C${x(-0.3)} ${n(y - 2.2 * u)} ${x(0.5)} ${n(y - 1.8 * u)} ${x(1)} ${n(y - 1.4 * u)}`;
  const back = `C${x(0.4)} ${n(y - 0.6 * u)} ${x(-0.2)} ${n(y + 0.4 * u)} ${x(-1)} ${n(y + 1.2 * u)}Z`;
  add(s, path(over + back, fill));
}

/** What lies behind the letters: loose brush marks, spots along the edges, or rays. */
function scatter(s: Stage, kind: 'strokes' | 'spots' | 'rays', ground: string, ink: string): string {
  const { W, H, u, chance } = s;
  const soft = mix(ground, ink, 0.13);
  const bright = loud(s, ground, 1.5);
  if (kind === 'rays') {
    const rays = Array.from({ length: 36 }, (_, i) =>
      dSector(W / 2, H * 0.46, 0, H, i * 10, i * 10 + 5),
    ).join('');
    return path(rays, mix(ground, ink, 0.07));
  }
  if (kind === 'spots') {
    return Array.from({ length: 9 }, (_, i) => {
      const x = W * (i % 2 ? 0.9 : 0.1) + chance.between(-12, 12) * u;
      return circle(
        x,
        ((i + 0.5) * H) / 9,
        chance.between(5, 15) * u,
        i % 3 ? soft : mix(bright, ground, 0.15),
      );
    }).join('');
  }
  return Array.from({ length: 60 }, () => {
    const at = `translate(${n(chance.next() * W)} ${n(chance.next() * H)}) rotate(${chance.whole(0, 180)})`;
    return group(
      at,
      rect(-2.4 * u, -0.45 * u, 4.8 * u, 0.9 * u, chance.maybe(0.7) ? soft : bright, `rx="${n(0.45 * u)}"`),
    );
  }).join('');
}
