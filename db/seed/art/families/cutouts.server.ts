import { contrast, lighten } from '../colour.server.ts';
import { circle, dSmooth, group, n, path, poly, rect, stroke } from '../draw.server.ts';
import type { Point } from '../draw.server.ts';
import { add } from '../stage.server.ts';
import type { Stage } from '../stage.server.ts';
import { tear } from '../texture.server.ts';
import { paint, partner, setAuthor, setTitle, titleVoice, voice } from './common.server.ts';

/** Cut-outs on coloured papers, after the great old man in his wheelchair. */
export function cutouts(s: Stage): void {
  const { W, H, chance, pal } = s;
  paint(s, pal.ground);
  const [columns, rows] = s.tall ? [3, 4] : [4, 3];
  const [cw, ch] = [W / columns, H / rows];
  const colours = [pal.a, pal.b, pal.c, pal.ink, pal.ground];
  for (let i = 0; i < columns * rows; i++) {
    const [c, r] = [i % columns, Math.floor(i / columns)];
    const panelled = s.tall ? (r === 1 || r === 2) && c < 2 : r === 1 && c > 0 && c < 3;
    if (panelled) continue;
    const [back, wanted] = chance.shuffle(colours) as [string, string];
    const front = contrast(wanted, back) > 1.4 ? wanted : voice(s, back, [pal.ground, pal.ink]);
    add(s, sheet(s, c * cw, r * ch, cw, ch, back));
    add(
      s,
      chance.pick([frond, frond, bloom, ribbon])(
        s,
        (c + 0.5) * cw,
        (r + 0.5) * ch,
        Math.min(cw, ch) * 0.42,
        front,
        back,
      ),
    );
  }
  if (s.tall) panel(s, 0, ch, 2 * cw, 2 * ch);
  else panel(s, cw, ch, 2 * cw, ch);
}

function panel(s: Stage, x: number, y: number, w: number, h: number): void {
  const { m, u, pal } = s;
  const paper = pal.dark ? '#f6eedc' : lighten(pal.ground, 0.35);
  add(s, rect(x, y, w, h, paper));
  const ink = voice(s, paper, [pal.ink, pal.ground], 5);
  const speech = titleVoice(s);
  const left = x === 0 ? m : x + 5 * u;
  const at = { x: left, width: x + w - 5 * u - left, align: 'left' as const };
  const on = voice(s, paper, [pal.a, ink], 3.6);
  const author = setAuthor(s, {
    ...partner(speech.face),
    ...at,
    y: y + h - 6 * u,
    up: true,
    fill: on,
    size: 5.8,
  });
  setTitle(s, { ...speech, ...at, y: y + 6 * u, height: author.top - y - 10 * u, fill: ink, max: 19 * u });
}

/** A sheet of painted paper, cut by eye. */
function sheet({ u, chance }: Stage, x: number, y: number, w: number, h: number, fill: string): string {
  const off = (): number => chance.between(-1, 1) * u;
  const corners: Point[] = [
    [x, y],
    [x + w, y],
    [x + w, y + h],
    [x, y + h],
  ];
  return poly(
    corners.map(([a, b]): Point => [a + off(), b + off()]),
    fill,
  );
}

function frond({ chance }: Stage, x: number, y: number, size: number, fill: string): string {
  const lobes = chance.whole(4, 6);
  const right: Point[] = [];
  for (let i = 0; i < lobes; i++) {
    const t = i / lobes;
    const w = Math.sin((t * 0.85 + 0.15) * Math.PI) * 0.62;
    const foot = 1 - 2 * t;
    right.push([0.1, foot - 0.04], [w, foot - 0.2], [w * 1.05, foot - 0.34], [0.1, foot - 0.3]);
  }
  const all: Point[] = [...right, [0, -1.06], ...right.map(([a, b]): Point => [-a, b]).reverse()];
  const d = dSmooth(
    all.map(([a, b]): Point => [a * size, b * size]),
    true,
  );
  return group(`translate(${n(x)} ${n(y)}) rotate(${chance.whole(-34, 34)})`, path(d, fill));
}

function bloom(s: Stage, x: number, y: number, size: number, fill: string, back: string): string {
  const rough = Array.from({ length: 7 }, (_, k): Point => [
    x + Math.cos(k * 0.9) * size * 0.8,
    y + Math.sin(k * 0.9) * size * 0.8,
  ]);
  return path(dSmooth(tear(s, rough, 1, 0.3), true), fill) + circle(x, y, size * 0.25, back);
}

function ribbon(_: Stage, x: number, y: number, size: number, fill: string): string {
  const top = y - size;
  const waves = [0, 1, 2, 3, 4, 5, 6].map((k) => {
    const bow = x + (k % 2 ? -1 : 1) * size * 0.9;
    return `Q${n(bow)} ${n(top + (k + 0.5) * size * 0.29)} ${n(x)} ${n(top + (k + 1) * size * 0.29)}`;
  });
  return stroke(`M${n(x)} ${n(top)}${waves.join('')}`, fill, size * 0.2);
}
