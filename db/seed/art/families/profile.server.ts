import { mix } from '../colour.server.ts';
import { circle, dLeaf, group, line, n, path, rect, stroke } from '../draw.server.ts';
import { place } from '../setting.server.ts';
import { add, behind, clipped } from '../stage.server.ts';
import type { Stage } from '../stage.server.ts';
import { grain } from '../texture.server.ts';
import { lesser } from '../words.server.ts';
import { paint, partner, setSecond, setTitle, titleVoice, voice } from './common.server.ts';

/** A head in profile, and what goes on inside it. */
const HEAD =
  'M-8 -100C34 -104 72 -74 74 -26C75 4 62 24 56 44C52 58 56 78 66 100H-34C-32 84 -34 74 -44 72C-54 71 -64 74 -70 68C-74 63 -70 56 -72 50C-74 46 -78 45 -76 41C-75 38 -77 37 -78 33C-79 28 -74 26 -76 21C-78 17 -88 16 -88 10C-88 2 -74 -14 -72 -26C-72 -34 -76 -38 -74 -48C-68 -82 -44 -98 -8 -100Z';

export function profile(s: Stage): void {
  const { W, H, m, u, chance, pal } = s;
  const ground = chance.pick([pal.ground, pal.ground, pal.b]);
  paint(s, ground);
  const ink = voice(s, ground, [pal.ink, pal.ground], 4.5);
  const speech = titleVoice(s);
  const title = setTitle(s, { ...speech, y: m * 1.1, height: H * 0.23, fill: ink, max: 21 * u, lines: 4 });
  const second = setSecond(s, {
    face: partner(speech.face).face,
    y: title.bottom + 2.6 * u,
    fill: ink,
    size: 3.8,
    lines: 2,
  });
  const r = Math.min((H - second.bottom - 6 * u) / 2, W * 0.47);
  const skin = voice(s, ground, chance.shuffle([pal.a, pal.c, pal.ink]), 1.9);
  const inside = chance.pick([weather, rings, garden])(s, skin);
  const flip = chance.maybe(0.5) ? ' scale(-1 1)' : '';
  const head = group(
    `translate(${n(W / 2)} ${n(H - r)}) scale(${(r / 100).toFixed(3)})${flip}`,
    path(HEAD, skin) + clipped(s, HEAD, inside),
  );
  behind(s, head);
  const author = lesser(s.draft.author, { ...partner(speech.face), width: W - 2 * m, size: 6.2 * u });
  const y = H - m - author.height;
  add(
    s,
    rect(0, y - 3.4 * u, W, H - y + 4 * u, ground),
    place(s, author, { x: W / 2, y, align: 'center', fill: ink }),
    grain(s, ink, 0.12),
  );
}

function weather({ pal, chance }: Stage, skin: string): string {
  const drops = Array.from({ length: 34 }, () => {
    const [x, y] = [chance.between(-60, 60), chance.between(-20, 70)];
    return line(x, y, x - 3, y + 11, mix(skin, pal.ground, 0.7), 1.6);
  });
  const cloud = (x: number, y: number, k: number, fill: string): string =>
    path(
      `M${n(x - 36 * k)} ${n(y)}a${n(14 * k)} ${n(14 * k)} 0 0 1 ${n(10 * k)} ${n(-24 * k)}a${n(20 * k)} ${n(20 * k)} 0 0 1 ${n(38 * k)} ${n(-4 * k)}a${n(14 * k)} ${n(14 * k)} 0 0 1 ${n(12 * k)} ${n(28 * k)}Z`,
      fill,
    );
  return (
    drops.join('') +
    circle(28, -58, 19, pal.b) +
    cloud(-8, -40, 1.15, mix(skin, '#fff8ea', 0.8)) +
    cloud(34, -22, 0.7, mix(skin, '#fff8ea', 0.55))
  );
}

function rings({ pal }: Stage, skin: string): string {
  const colours = [pal.b, skin, pal.ground, pal.c, skin, pal.b, pal.ground];
  return colours.map((fill, i) => circle(2, -34, 62 - i * 9, fill)).join('');
}

function garden({ pal, chance }: Stage, skin: string): string {
  return Array.from({ length: 9 }, (_, i) => {
    const [x, y] = [-40 + i * 12, chance.between(-74, -24)];
    const bloom = i % 2 ? pal.b : mix(skin, '#fff8ea', 0.75);
    const petals = Array.from({ length: 7 }, (_, k) => path(dLeaf(x, y, 13, k * 51, 0.34), bloom)).join('');
    const leaves = [20, 38]
      .map((d) => path(dLeaf(x * 0.6, y + d + 14, 17, d % 4 ? -35 : 215, 0.3), mix(skin, pal.ink, 0.4)))
      .join('');
    return (
      stroke(
        `M${n(x)} ${n(y)}Q${n(x * 0.8)} ${n(y + 40)} ${n(x * 0.3 + 8)} 104`,
        mix(skin, pal.ink, 0.5),
        2,
      ) +
      leaves +
      petals +
      circle(x, y, 3.4, pal.ink)
    );
  }).join('');
}
