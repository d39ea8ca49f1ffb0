import { contrast, darken, lighten, luminance, mix } from '../colour.server.ts';
import { circle, dRect, group, line, mirrored, n, path, rect, stroke } from '../draw.server.ts';
import { add, linear } from '../stage.server.ts';
import type { Stage } from '../stage.server.ts';
import { grain } from '../texture.server.ts';
import { paint, partner, setAuthor, setTitle, titleVoice, voice } from './common.server.ts';

type Paint = { wall: string; night: string; lit: string; frame: string };

/** A house front at dusk; behind every lit window another story. */
export function facade(s: Stage): void {
  const { W, H, u, chance, pal } = s;
  const wall = chance.pick([pal.a, pal.c, pal.b, pal.ground]);
  paint(s, wall);
  const night = darken(pal.dark ? pal.ground : pal.ink, 0.15);
  const lit =
    [pal.b, '#ffd983', '#ffe9b0'].find((c) => contrast(c, night) > 5 && contrast(c, wall) > 1.35) ??
    '#ffe9b0';
  const frame = luminance(wall) > 0.45 ? mix(wall, night, 0.75) : lighten(wall, 0.8);
  bricks(s, wall);
  const columns = s.tall ? 4 : 6;
  const [cw, ch] = [W / columns, s.tall ? H / 7.4 : H / 4.6];
  const [top, bottom] = [ch, ch * (s.tall ? 3 : 2.25)];
  for (let r = 0; r * ch < H; r++) {
    const y = (r + 0.5) * ch;
    if (r * ch >= top && r * ch < bottom) continue;
    for (let c = 0; c < columns; c++) {
      const colours = { wall, night: mix(night, wall, 0.12), lit, frame };
      add(s, group(`translate(${n((c + 0.5) * cw)} ${n(y)})`, sash(s, cw * 0.5, ch * 0.62, colours)));
    }
  }
  const ink = voice(s, wall, [pal.ground, pal.ink, '#fff6e2', night], 4.5);
  const speech = titleVoice(s);
  add(s, rect(0, top, W, 0.7 * u, frame), rect(0, bottom - 0.7 * u, W, 0.7 * u, frame));
  const author = setAuthor(s, { ...partner(speech.face), y: bottom - 4 * u, up: true, fill: ink });
  const height = author.top - top - 7.5 * u;
  setTitle(s, { ...speech, y: top + 4 * u, height, fill: ink, stand: 'middle', max: 20 * u, lines: 3 });
  const dusk = linear(s, [
    [0, night, 0.25],
    [0.4, night, 0],
    [1, night, 0.3],
  ]);
  add(s, rect(0, 0, W, H, dusk), grain(s, night, 0.2));
}

function bricks(s: Stage, wall: string): void {
  const { W, H, u, chance } = s;
  let [dark, pale] = ['', ''];
  for (let y = 0; y < H; y += 3 * u) {
    for (let i = 0; i < 3; i++) {
      const brick = dRect(chance.next() * W, y, 5 * u, 1.4 * u);
      if (chance.maybe(0.5)) dark += brick;
      else pale += brick;
    }
  }
  add(s, path(dark, darken(wall, 0.1), 'opacity=".6"'), path(pale, lighten(wall, 0.1), 'opacity=".6"'));
}

function sash(s: Stage, w: number, h: number, { night, lit, frame }: Paint): string {
  const { chance, u } = s;
  const on = chance.maybe(0.42);
  const curtain = mix(lit, frame, 0.5);
  const inside = mix(lit, darken(night, 0.3), 0.8);
  const bars = `M0 ${n(-h / 2)}V${n(h / 2)}M${n(-w / 2)} ${n(-h * 0.04)}H${n(w / 2)}`;
  const rim = rect(-w / 2, -h / 2, w, h, 'none', `stroke="${frame}" stroke-width="${n(0.6 * u)}"`);
  const scene = on
    ? chance.pick([reader, curtains, pendant, cat, blind, empty, empty])(w, h, inside, curtain, u)
    : '';
  return (
    rect(-w / 2, -h / 2, w, h, on ? lit : night) +
    scene +
    stroke(bars, frame, 0.35 * u) +
    rim +
    rect(-w * 0.62, h / 2, w * 1.24, 0.9 * u, frame)
  );
}

type Scene = (w: number, h: number, inside: string, curtain: string, u: number) => string;

const empty: Scene = () => '';

const reader: Scene = (w, h, inside) =>
  circle(0, h * 0.06, w * 0.17, inside) +
  path(
    `M${n(-w * 0.3)} ${n(h / 2)}C${n(-w * 0.3)} ${n(h * 0.18)} ${n(w * 0.3)} ${n(h * 0.18)} ${n(w * 0.3)} ${n(h / 2)}Z`,
    inside,
  );

const curtains: Scene = (w, h, _, curtain) =>
  mirrored(
    path(`M${n(-w / 2)} ${n(-h / 2)}H${n(-w * 0.12)}L${n(-w * 0.36)} ${n(h / 2)}H${n(-w / 2)}Z`, curtain),
  );

const pendant: Scene = (w, h, inside, _, u) => {
  const shade = `M${n(-w * 0.22)} ${n(-h * 0.06)}L${n(-w * 0.1)} ${n(-h * 0.2)}H${n(w * 0.1)}L${n(w * 0.22)} ${n(-h * 0.06)}Z`;
  return line(0, -h / 2, 0, -h * 0.18, inside, 0.3 * u) + path(shade, inside);
};

const cat: Scene = (w, h, inside) => {
  const back = `M${n(-w * 0.2)} ${n(h / 2)}c0 ${n(-h * 0.2)} ${n(w * 0.04)} ${n(-h * 0.3)} ${n(w * 0.12)} ${n(-h * 0.34)}v${n(-h * 0.1)}`;
  const ears = `l${n(w * 0.08)} ${n(h * 0.06)}l${n(w * 0.08)} ${n(-h * 0.06)}v${n(h * 0.12)}`;
  return path(
    `${back}${ears}c${n(w * 0.1)} ${n(h * 0.1)} ${n(w * 0.1)} ${n(h * 0.2)} ${n(w * 0.1)} ${n(h * 0.32)}Z`,
    inside,
  );
};

const blind: Scene = (w, h, _, curtain) =>
  path([0, 1, 2, 3].map((i) => dRect(-w / 2, -h / 2 + i * h * 0.1, w, h * 0.05)).join(''), curtain);
