import { contrast, darken, lighten, luminance, mix } from '../colour.server.ts';
import { circle, group, line, n, path, poly, rect } from '../draw.server.ts';
import { add, linear } from '../stage.server.ts';
import type { Stage } from '../stage.server.ts';
import { grain } from '../texture.server.ts';
import { paint, partner, setAuthor, setTitle, titleVoice, voice } from './common.server.ts';

function pane(s: Stage, w: number, h: number, lit: string, dark: string, frame: string): string {
  const { chance, u } = s;
  const on = chance.maybe(0.42);
  let out = rect(-w / 2, -h / 2, w, h, on ? lit : dark);
  if (on) {
    const inside = mix(lit, darken(dark, 0.3), 0.8);
    switch (chance.whole(0, 6)) {
      case 0:
        out +=
          circle(0, h * 0.06, w * 0.17, inside) +
          path(
            `M${n(-w * 0.3)} ${n(h / 2)}C${n(-w * 0.3)} ${n(h * 0.18)} ${n(w * 0.3)} ${n(h * 0.18)} ${n(w * 0.3)} ${n(h / 2)}Z`,
            inside,
          );
        break;
      case 1:
        out +=
          poly(
            [
              [-w / 2, -h / 2],
              [-w * 0.12, -h / 2],
              [-w * 0.36, h / 2],
              [-w / 2, h / 2],
            ],
            mix(lit, frame, 0.5),
          ) +
          poly(
            [
              [w / 2, -h / 2],
              [w * 0.12, -h / 2],
              [w * 0.36, h / 2],
              [w / 2, h / 2],
            ],
            mix(lit, frame, 0.5),
          );
        break;
      case 2:
        out +=
          line(0, -h / 2, 0, -h * 0.18, inside, 0.3 * u) +
          path(
            `M${n(-w * 0.22)} ${n(-h * 0.06)}L${n(-w * 0.1)} ${n(-h * 0.2)}H${n(w * 0.1)}L${n(w * 0.22)} ${n(-h * 0.06)}Z`,
            inside,
          );
        break;
      case 3:
        out += path(
          `M${n(-w * 0.2)} ${n(h / 2)}c0 ${n(-h * 0.2)} ${n(w * 0.04)} ${n(-h * 0.3)} ${n(w * 0.12)} ${n(-h * 0.34)}l0 ${n(-h * 0.1)}l${n(w * 0.08)} ${n(h * 0.06)}l${n(w * 0.08)} ${n(-h * 0.06)}l0 ${n(h * 0.12)}c${n(w * 0.1)} ${n(h * 0.1)} ${n(w * 0.1)} ${n(h * 0.2)} ${n(w * 0.1)} ${n(h * 0.32)}Z`,
          inside,
        );
        break;
      case 4:
        out += [0, 1, 2, 3]
          .map((i) => rect(-w / 2, -h / 2 + i * h * 0.1, w, h * 0.05, mix(lit, frame, 0.55)))
          .join('');
        break;
      default:
        break;
    }
  }
  return (
    out +
    line(0, -h / 2, 0, h / 2, frame, 0.35 * u) +
    line(-w / 2, -h * 0.04, w / 2, -h * 0.04, frame, 0.35 * u) +
    rect(-w / 2, -h / 2, w, h, 'none', `stroke="${frame}" stroke-width="${n(0.6 * u)}"`) +
    rect(-w * 0.62, h / 2, w * 1.24, 0.9 * u, frame)
  );
}

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
  for (let y = 0; y < H; y += 3 * u)
    for (let i = 0; i < 3; i++) {
      const x = chance.next() * W;
      add(
        s,
        rect(
          x,
          y,
          5 * u,
          1.4 * u,
          chance.maybe(0.5) ? darken(wall, 0.1) : lighten(wall, 0.1),
          'opacity=".6"',
        ),
      );
    }
  const columns = s.tall ? 4 : 6;
  const [cw, ch] = [W / columns, s.tall ? H / 7.4 : H / 4.6];
  const rows = Math.ceil(H / ch);
  const from = 1;
  const to = s.tall ? 3 : 2.25;
  for (let r = 0; r < rows; r++) {
    if (r >= from && r < Math.ceil(to)) continue;
    for (let c = 0; c < columns; c++)
      add(
        s,
        group(
          `translate(${n((c + 0.5) * cw)} ${n((r + 0.5) * ch)})`,
          pane(s, cw * 0.5, ch * 0.62, lit, mix(night, wall, 0.12), frame),
        ),
      );
  }
  const ink = voice(s, wall, [pal.ground, pal.ink, '#fff6e2', night], 4.5);
  const speech = titleVoice(s);
  const [top, bottom] = [from * ch, to * ch];
  add(s, rect(0, top, W, 0.7 * u, frame), rect(0, bottom - 0.7 * u, W, 0.7 * u, frame));
  const author = setAuthor(s, { ...partner(speech.face), y: bottom - 4 * u, up: true, fill: ink });
  setTitle(s, {
    ...speech,
    y: top + 4 * u,
    height: author.top - top - 7.5 * u,
    fill: ink,
    stand: 'middle',
    max: 20 * u,
    lines: 3,
  });
  add(
    s,
    rect(
      0,
      0,
      W,
      H,
      linear(s, [
        [0, night, 0.25],
        [0.4, night, 0],
        [1, night, 0.3],
      ]),
    ),
    grain(s, night, 0.2),
  );
}
