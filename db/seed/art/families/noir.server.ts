import { contrast, darken } from '../colour.server.ts';
import { ellipse, n, path, put, rect } from '../draw.server.ts';
import { add, behind, clipped } from '../stage.server.ts';
import type { Stage } from '../stage.server.ts';
import { grain } from '../texture.server.ts';
import { paint, setAuthor, setTitle, titleVoice } from './common.server.ts';

type Night = { night: string; glare: string; black: string; top: number; bottom: number };

/** A lamp, a blind, a doorway; a man, and his shadow. */
export function noir(s: Stage): void {
  const { H, m, u, chance, pal } = s;
  const night = darken(pal.dark ? pal.ground : pal.ink, 0.35);
  const glare = [pal.a, pal.b, '#f2d21b'].find((colour) => contrast(colour, night) > 4) ?? '#f0e6dc';
  paint(s, night);
  const loudest = { face: chance.pick(['gothic', 'gothic', 'slab', 'groteskBlack'] as const), caps: true };
  const speech = s.draft.style === 'hand_lettered' ? titleVoice(s) : loudest;
  const pale = '#fff8ea';
  const author = setAuthor(s, { face: 'groteskBold', caps: true, y: H - m, up: true, fill: pale });
  const title = setTitle(s, {
    ...speech,
    y: m * 1.1,
    height: H * 0.3,
    fill: glare,
    max: 32 * u,
    leading: speech.caps ? 1.16 : 1,
  });
  const scene = {
    night,
    glare,
    black: darken(night, 0.6),
    top: title.bottom + 4 * u,
    bottom: author.top - 3 * u,
  };
  behind(s, ...chance.pick([lamp, blinds, doorway])(s, scene));
  add(s, grain(s, pale, 0.12));
}

function man(x: number, y: number, k: number, fill: string): string {
  const hat = 'M-17 -97a17 3.4 0 0 1 34 0a17 3.4 0 0 1 -34 0ZM-10 -97C-10 -112 10 -112 10 -97Z';
  const coat =
    'M-6 -82H6C18 -80 22 -72 23 -58L25 -22C25 -17 19 -17 18 -22L16 -46L22 20H-22L-16 -46L-18 -22C-19 -17 -25 -17 -25 -22L-23 -58C-22 -72 -18 -80 -6 -82Z';
  const legs = 'M-17 18H-3L-5 94H-20V90L-13 87ZM3 18H17L13 87L20 90V94H5Z';
  return put(x, y, k, ellipse(0, -92, 8, 10, fill) + path(hat + coat + legs, fill));
}

function lamp({ W, u }: Stage, { glare, black, top, bottom }: Night): string[] {
  const x = W * 0.68;
  const r = Math.min((bottom - top) * 0.36, 34 * u);
  const cone = `M${n(x - 2 * u)} ${n(top + 4 * u)}h${n(4 * u)}L${n(x + 26 * u)} ${n(bottom)}H${n(x - 46 * u)}Z`;
  const hood = `M${n(x - 4 * u)} ${n(top + 4.5 * u)}L${n(x)} ${n(top)}L${n(x + 4 * u)} ${n(top + 4.5 * u)}Z`;
  const shadow = `M${n(x - 16 * u)} ${n(bottom - 1.5 * u)}h${n(4 * u)}L0 ${n(bottom + 9 * u)}H${n(-16 * u)}Z`;
  return [
    path(cone, glare, 'opacity=".85"'),
    ellipse(x - 10 * u, bottom, 36 * u, 4 * u, glare),
    rect(x - 0.7 * u, top + 3 * u, 1.4 * u, bottom - top - 3 * u, black),
    path(hood, black),
    path(shadow, black, 'opacity=".9"'),
    man(x - 14 * u, bottom - r * 0.94, r, black),
  ];
}

function blinds(s: Stage, { glare, black, top, bottom }: Night): string[] {
  const { W, u } = s;
  const pitch = (bottom - top) / 9;
  const slats = Array.from({ length: 11 }, (_, i) => {
    const y = top + (i - 0.75) * pitch;
    return `M0 ${n(y + 12 * u)}L${W} ${n(y - 12 * u)}v${n(pitch * 0.47)}L0 ${n(y + 12 * u + pitch * 0.47)}Z`;
  }).join('');
  const k = (bottom - top) * 0.5;
  return [
    clipped(
      s,
      `M0 ${n(top)}H${W}V${n(bottom)}H0Z`,
      path(slats, glare) + man(W * 0.4, bottom - k * 0.36, k, black),
    ),
  ];
}

function doorway({ W, u, chance }: Stage, { glare, black, top, bottom }: Night): string[] {
  const [w, x] = [22 * u, W * chance.between(0.42, 0.62)];
  const floor = top + (bottom - top) * 0.72;
  const k = (floor - top) * 0.34;
  const foot = bottom + 1.5 * u;
  const spill = `M${n(x - w / 2)} ${n(floor)}h${n(w)}L${n(x + w * 0.2)} ${n(foot)}H${n(x - w * 2.2)}Z`;
  const shadow = `M${n(x - 2.4 * u)} ${n(floor)}h${n(4.8 * u)}L${n(x - w * 0.7)} ${n(foot)}H${n(x - w * 1.15)}Z`;
  return [
    rect(x - w / 2, top, w, floor - top, glare),
    path(spill, glare, 'opacity=".8"'),
    path(shadow, black),
    man(x, floor - k * 0.94, k, black),
  ];
}
