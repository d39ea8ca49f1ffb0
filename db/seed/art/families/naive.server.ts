import { contrast, darken, mix } from '../colour.server.ts';
import { circle, dLeaf, line, n, path, put, stroke } from '../draw.server.ts';
import { MOTIFS, motifFor } from '../motifs/index.server.ts';
import type { Tint } from '../motifs/tint.server.ts';
import { add } from '../stage.server.ts';
import type { Stage } from '../stage.server.ts';
import { loud, paint, setAuthor, setTitle, tint, voice } from './common.server.ts';

/** A child's world: one big animal, a hill or a sea, weather, fat letters. */
export function naive(s: Stage): void {
  const { W, H, m, u, chance, pal } = s;
  const sky = pal.ground;
  paint(s, sky);
  const one = motifFor(s, [
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
  const sea = one === MOTIFS.whale || one === MOTIFS.fish || one === MOTIFS.sailboat;
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
  const land = H * 0.74;
  const front = sea ? pal.c : loud(s, sky, 1.4);
  const base = darken(front, 0.08);
  weather(s, title.bottom + 4 * u, land - 6 * u);
  add(s, swell(s, land - 4 * u, 12 * u, mix(front, sky, 0.45)), swell(s, land + 4 * u, 9 * u, front));
  const r = Math.min((land + 8 * u - title.bottom) * 0.44, W * 0.38);
  const y = land + 8 * u - r;
  add(s, circle(W / 2, y, r * 1.16, mix(sky, '#fff8e6', pal.dark ? 0.16 : 0.6)));
  add(s, put(W / 2, y, r, one(fur(s, front))), swell(s, land + (sea ? 2 : 12) * u, 6 * u, base));
  meadow(s, land + 14 * u, front, sea);
  const on = voice(s, base, [pal.ink, '#fff8e6', pal.ground], 4.5);
  setAuthor(s, { face: face === 'hand' ? 'hand' : 'round', y: H - m, up: true, fill: on, size: 7 });
}

/** The animal's colours; its coat must stand out from the hill it sits on as well as from the sky. */
function fur(s: Stage, front: string): Tint {
  const { a, b, c, ink, ground } = s.pal;
  const t = tint(s, ground);
  if (contrast(t.main, front) >= 1.25) return t;
  const main = [a, b, c, ink].find(
    (colour) => contrast(colour, front) > 1.4 && contrast(colour, ground) > 1.4,
  );
  return { ...t, main: main ?? ink };
}

function swell({ W, H }: Stage, y: number, a: number, fill: string): string {
  const crest = `C${n(W * 0.25)} ${n(y - a)} ${n(W * 0.4)} ${n(y + a * 0.6)} ${n(W * 0.62)} ${n(y - a * 0.3)}`;
  return path(
    `M-20 ${n(y)}${crest}S${n(W * 0.9)} ${n(y - a)} ${n(W + 20)} ${n(y - a * 0.1)}V${n(H)}H-20Z`,
    fill,
  );
}

const petals = (x: number, y: number, r: number, bulge: number): string =>
  [0, 72, 144, 216, 288].map((a) => dLeaf(x, y, r, a, bulge)).join('');

function weather(s: Stage, top: number, bottom: number): void {
  const { u, chance, pal } = s;
  for (let i = 0; i < 26; i++) {
    const [x, y] = [chance.between(4, 96) * u, chance.between(top, bottom)];
    const fill = mix(pal.b, pal.ground, 0.22);
    if (pal.dark || chance.maybe(0.5)) add(s, circle(x, y, chance.between(0.5, 1.2) * u, fill));
    else
      add(
        s,
        path(petals(x, y, 2.6 * u, 0.4), fill, `transform="rotate(${chance.whole(0, 70)} ${n(x)} ${n(y)})"`),
      );
  }
}

function meadow(s: Stage, top: number, front: string, sea: boolean): void {
  const { W, H, u, chance, pal } = s;
  for (let i = 0; i < 12; i++) {
    const [x, y] = [((i + chance.next()) * W) / 12, chance.between(top, H - 20 * u)];
    const ripple = `M${n(x)} ${n(y)}q${n(2 * u)} ${n(-2 * u)} ${n(4 * u)} 0t${n(4 * u)} 0`;
    if (sea) add(s, stroke(ripple, mix(front, '#fff8e6', 0.5), 0.7 * u));
    else {
      add(s, line(x, y, x, y - 5 * u, darken(front, 0.3), 0.5 * u));
      add(
        s,
        path(petals(x, y - 5 * u, 2.4 * u, 0.45), i % 2 ? pal.b : '#fff6e2'),
        circle(x, y - 5 * u, 0.8 * u, pal.a),
      );
    }
  }
}
