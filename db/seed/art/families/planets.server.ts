import { contrast, darken, mix } from '../colour.server.ts';
import { circle, dCircle, group, n, path, put, rect } from '../draw.server.ts';
import { add, clipped, linear } from '../stage.server.ts';
import type { Stage } from '../stage.server.ts';
import { dUnder, grain, ridge } from '../texture.server.ts';
import { paint, partner, setAuthor, setSecond, setTitle, titleVoice, voice } from './common.server.ts';

type World = { x: number; y: number; r: number; night: string; fore: string };

/** Worlds with rings, in the flat colours of the space age. */
export function planets(s: Stage): void {
  const { W, H, u, chance, pal } = s;
  const night = pal.dark ? pal.ground : darken(pal.ink, 0.25);
  const low = chance.maybe(0.5);
  paint(
    s,
    linear(s, [
      [0, night],
      [1, mix(night, pal.c, 0.55)],
    ]),
  );
  stars(s);
  const fore = [pal.a, pal.b, '#ff7a3d'].find((colour) => contrast(colour, night) > 3) ?? pal.b;
  const r = W * chance.between(0.25, s.tall ? 0.33 : 0.27);
  const world = { x: W * chance.between(0.36, 0.66), y: H * (low ? 0.3 : 0.57), r, night, fore };
  const kind = chance.whole(0, 2);
  if (kind === 0) add(s, ring(s, world, 1), globe(s, world), ring(s, world, 0));
  else add(s, globe(s, world), kind === 1 ? orbits(s, world) : '');
  const ground = mix(mix(pal.c, fore, 0.3), night, 0.25);
  const peaks = low || kind === 2;
  for (let i = 0; i < 3 && peaks; i++) {
    add(
      s,
      path(dUnder(s, ridge(s, H * (0.72 + i * 0.09), (8 - i) * u, 0.55, 6)), mix(ground, night, i * 0.45)),
    );
  }
  if (low) titleBelow(s, night);
  else titleAbove(s, world, peaks ? mix(ground, night, 0.9) : mix(night, pal.c, 0.5), kind ? 12 : 4);
  add(s, grain(s, '#fff6e2', 0.08));
}

function stars(s: Stage): void {
  const { W, H, u, chance } = s;
  let d = '';
  for (let i = 0; i < 130; i++)
    d += dCircle(chance.between(0, W), chance.between(0, H * 0.8), chance.between(0.08, 0.32) * u);
  add(s, path(d, '#fff6e2', 'opacity=".85"'));
}

function globe(s: Stage, { x, y, r, night, fore }: World): string {
  const { W, chance, pal } = s;
  const colours = [fore, pal.b, mix(fore, pal.c, 0.45), mix(fore, '#fff4d6', 0.4)];
  let bands = rect(0, 0, W, s.H, fore);
  for (let i = 0, at = y - r; at < y + r; i++) {
    const h = chance.between(0.05, 0.2) * r;
    bands += rect(0, at, W, h, colours[i % 4]!);
    at += h;
  }
  const shade = path(
    dCircle(x, y, r * 1.02) + dCircle(x - r * 0.2, y - r * 0.2, r * 1.05),
    night,
    'opacity=".42" fill-rule="evenodd"',
  );
  return clipped(s, dCircle(x, y, r), group(`rotate(-16 ${n(x)} ${n(y)})`, bands) + shade);
}

/** Half of the rings: sweep 1 is the far half, 0 the near one. */
function ring({ u, pal }: Stage, { x, y, r }: World, sweep: 0 | 1): string {
  const warm = pal.dark ? '#fff4d6' : pal.b;
  const bands = [
    [1.75, 1.7, pal.ink],
    [1.62, 2.4, pal.b],
    [1.46, 0.8, '#fff4d6'],
  ] as const;
  const arcs = bands.map(([k, w, colour]) => {
    const d = `M${n(-r * k)} 0A${n(r * k)} ${n(r * k * 0.26)} 0 0 ${sweep} ${n(r * k)} 0`;
    return `<path d="${d}" fill="none" stroke="${mix(colour, warm, 0.35)}" stroke-width="${n(w * u)}"/>`;
  });
  return group(`translate(${n(x)} ${n(y)}) rotate(-16)`, ...arcs);
}

function orbits({ u, pal }: Stage, { x, y, r, night }: World): string {
  const dark = path('M0 -100A100 100 0 0 1 0 100A130 130 0 0 0 0 -100Z', night, 'opacity=".5"');
  return [1.18, 1.4, 1.66]
    .map((k) => {
      const track = circle(
        x,
        y,
        r * k,
        'none',
        `stroke="#fff4d6" stroke-opacity=".55" stroke-width="${n(0.22 * u)}"`,
      );
      const body = circle(0, 0, 100, k > 1.5 ? pal.c : pal.b) + dark;
      return track + put(x + r * k * Math.cos(k * 9), y + r * k * Math.sin(k * 9), (k - 0.4) * 3.2 * u, body);
    })
    .join('');
}

function titleBelow(s: Stage, night: string): void {
  const { W, H, m, u } = s;
  const speech = titleVoice(s);
  const veil = linear(s, [
    [0, night, 0],
    [0.3, night, 0.78],
    [1, night, 0.88],
  ]);
  add(s, rect(0, H * 0.5, W, H * 0.5, veil));
  const author = setAuthor(s, { ...partner(speech.face), y: H - m, up: true, fill: '#fff6e2' });
  const height = author.top - 5 * u - H * 0.62;
  setTitle(s, { ...speech, y: H * 0.62, height, fill: '#fff6e2', stand: 'middle', max: 24 * u });
}

function titleAbove(s: Stage, { y, r, night }: World, foot: string, clear: number): void {
  const { H, m, u, pal } = s;
  const speech = titleVoice(s);
  const ink = voice(s, night, [pal.ink, '#fff6e2'], 5);
  const head = setTitle(s, {
    ...speech,
    y: m * 1.1,
    height: y - r - m * 1.1 - clear * u,
    fill: ink,
    max: 24 * u,
  });
  const room = y - r * 1.2 - head.bottom;
  if (room > 8 * u)
    setSecond(s, { face: 'geometric', y: head.bottom + 2.6 * u, fill: ink, size: 3.6, lines: 1 });
  setAuthor(s, { ...partner(speech.face), y: H - m, up: true, fill: voice(s, foot, ['#fff6e2', ink], 4.5) });
}
