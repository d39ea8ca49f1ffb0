import { contrast, darken, mix } from '../colour.server.ts';
import { circle, dLeaf, group, n, path, put, stroke } from '../draw.server.ts';
import { MOTIFS, motifFor } from '../motifs/index.server.ts';
import { add } from '../stage.server.ts';
import type { Stage } from '../stage.server.ts';
import { loud, paint, setAuthor, setTitle, tint, voice } from './common.server.ts';

/** A child's world: one big animal, a hill, weather, fat letters. */
export function naive(s: Stage): void {
  const { W, H, m, u, chance, pal } = s;
  const sky = pal.ground;
  paint(s, sky);
  const hill = loud(s, sky, 1.4);
  const t = { ...tint(s, sky) };
  const animal = motifFor(s, [
    'fox',
    'owl',
    'whale',
    'cat',
    'balloon',
    'house',
    'mushroom',
    'sailboat',
    'fish',
    'planet',
  ]);
  const sea = animal === MOTIFS.whale || animal === MOTIFS.fish || animal === MOTIFS.sailboat;
  const ink = voice(s, sky, [pal.ink], 4.5);
  const face =
    s.draft.style === 'hand_lettered'
      ? 'hand'
      : chance.pick(['round', 'round', 'softBlack', 'hand'] as const);
  const title = setTitle(s, {
    face,
    y: m * 1.1,
    height: H * 0.3,
    fill: ink,
    max: 26 * u,
    lines: 4,
    leading: 1,
  });
  const ground = H * 0.74;
  const front = sea ? pal.c : hill;
  const back = mix(front, sky, 0.45);
  const wave = (y: number, a: number, f: string): string =>
    path(
      `M-20 ${n(y)}C${n(W * 0.25)} ${n(y - a)} ${n(W * 0.4)} ${n(y + a * 0.6)} ${n(W * 0.62)} ${n(y - a * 0.3)}S${n(W * 0.9)} ${n(y - a)} ${n(W + 20)} ${n(y - a * 0.1)}V${n(H)}H-20Z`,
      f,
    );
  const decor: string[] = [];
  for (let i = 0; i < 26; i++) {
    const [x, y] = [chance.between(4, 96) * u, chance.between(title.bottom + 4 * u, ground - 6 * u)];
    decor.push(
      pal.dark || chance.maybe(0.5)
        ? circle(x, y, chance.between(0.5, 1.2) * u, mix(pal.b, sky, 0.2))
        : group(
            `translate(${n(x)} ${n(y)}) rotate(${chance.whole(0, 70)})`,
            [0, 72, 144, 216, 288]
              .map((a) => path(dLeaf(0, 0, 2.6 * u, a, 0.4), mix(pal.b, sky, 0.25)))
              .join(''),
          ),
    );
  }
  add(s, ...decor, wave(ground - 4 * u, 12 * u, back), wave(ground + 4 * u, 9 * u, front));
  const room = ground + 8 * u - title.bottom;
  const r = Math.min(room * 0.44, W * 0.38);
  const cy = ground + 8 * u - r;
  if (contrast(t.main, front) < 1.25)
    t.main =
      [pal.a, pal.b, pal.c, pal.ink].find((c) => contrast(c, front) > 1.4 && contrast(c, sky) > 1.4) ??
      pal.ink;
  add(
    s,
    circle(W / 2, cy, r * 1.16, mix(sky, '#fff8e6', pal.dark ? 0.16 : 0.6)),
    put(W / 2, cy, r, animal(t)),
    wave(ground + (sea ? 2 : 12) * u, 6 * u, darken(front, 0.08)),
  );
  for (let i = 0; i < 12; i++) {
    const [x, y] = [((i + chance.next()) * W) / 12, chance.between(ground + 14 * u, H - 20 * u)];
    add(
      s,
      sea
        ? stroke(
            `M${n(x)} ${n(y)}q${n(2 * u)} ${n(-2 * u)} ${n(4 * u)} 0t${n(4 * u)} 0`,
            mix(front, '#fff8e6', 0.5),
            0.7 * u,
          )
        : stroke(`M${n(x)} ${n(y)}v${n(-5 * u)}`, darken(front, 0.3), 0.5 * u) +
            [0, 72, 144, 216, 288]
              .map((a) => path(dLeaf(x, y - 5 * u, 2.4 * u, a, 0.45), i % 2 ? pal.b : '#fff6e2'))
              .join('') +
            circle(x, y - 5 * u, 0.8 * u, pal.a),
    );
  }
  const base = darken(front, 0.08);
  setAuthor(s, {
    face: face === 'hand' ? 'hand' : 'round',
    y: H - m,
    up: true,
    fill: voice(s, base, [pal.ink, '#fff8e6', pal.ground], 4.5),
    size: 7,
  });
}
