import { contrast, darken } from '../colour.server.ts';
import { dPoly, ellipse, n, path, poly, put, rect } from '../draw.server.ts';
import { add, behind, clipped } from '../stage.server.ts';
import type { Stage } from '../stage.server.ts';
import { grain } from '../texture.server.ts';
import { paint, setAuthor, setTitle, titleVoice } from './common.server.ts';

/** A lamp, a cone of light, a long shadow. */
export function noir(s: Stage): void {
  const { W, H, m, u, chance, pal } = s;
  const night = darken(pal.dark ? pal.ground : pal.ink, 0.35);
  const glare = [pal.a, pal.b, '#f2d21b'].find((c) => contrast(c, night) > 4) ?? '#f0e6dc';
  paint(s, night);
  const speech =
    s.draft.style === 'hand_lettered'
      ? titleVoice(s)
      : { face: chance.pick(['gothic', 'gothic', 'slab', 'groteskBlack'] as const), caps: true };
  const kind = chance.whole(0, 2);
  const author = setAuthor(s, { face: 'groteskBold', caps: true, y: H - m, up: true, fill: '#fff8ea' });
  const title = setTitle(s, {
    ...speech,
    y: m * 1.1,
    height: H * 0.3,
    fill: glare,
    max: 32 * u,
    leading: 1.16,
  });
  const art: string[] = [];
  const [top, bottom] = [title.bottom + 4 * u, author.top - 3 * u];
  const h = bottom - top;
  const black = darken(night, 0.6);
  const man = (x: number, y: number, k: number): string =>
    put(
      x,
      y,
      k,
      ellipse(0, -92, 8, 10, black) +
        ellipse(0, -97, 17, 3.4, black) +
        path('M-10 -97C-10 -112 10 -112 10 -97Z', black) +
        path(
          'M-6 -82H6C18 -80 22 -72 23 -58L25 -22C25 -17 19 -17 18 -22L16 -46L22 20H-22L-16 -46L-18 -22C-19 -17 -25 -17 -25 -22L-23 -58C-22 -72 -18 -80 -6 -82Z',
          black,
        ) +
        path('M-17 18H-3L-5 94H-20V90L-13 87ZM3 18H17L13 87L20 90V94H5Z', black),
    );
  if (kind === 0) {
    const x = W * 0.68;
    const r = Math.min(h * 0.36, 34 * u);
    art.push(
      poly(
        [
          [x - 2 * u, top + 4 * u],
          [x + 2 * u, top + 4 * u],
          [x + 26 * u, bottom],
          [x - 46 * u, bottom],
        ],
        glare,
        'opacity=".85"',
      ),
      ellipse(x - 10 * u, bottom, 36 * u, 4 * u, glare),
    );
    art.push(
      rect(x - 0.7 * u, top + 3 * u, 1.4 * u, h - 3 * u, black),
      path(
        `M${n(x - 4 * u)} ${n(top + 4.5 * u)}L${n(x)} ${n(top)}L${n(x + 4 * u)} ${n(top + 4.5 * u)}Z`,
        black,
      ),
    );
    art.push(
      poly(
        [
          [x - 16 * u, bottom - 1.5 * u],
          [x - 12 * u, bottom - 1.5 * u],
          [0, bottom + 9 * u],
          [-16 * u, bottom + 9 * u],
        ],
        black,
        'opacity=".9"',
      ),
      man(x - 14 * u, bottom - r * 0.94, r),
    );
  } else if (kind === 1) {
    const count = 9;
    const d = Array.from({ length: count }, (_, i) =>
      dPoly([
        [0, top + (h * (i + 0.25)) / count + 12 * u],
        [W, top + (h * (i + 0.25)) / count - 12 * u],
        [W, top + (h * (i + 0.72)) / count - 12 * u],
        [0, top + (h * (i + 0.72)) / count + 12 * u],
      ]),
    ).join('');
    const k = h * 0.46;
    art.push(
      clipped(
        s,
        `M0 ${n(top)}H${W}V${n(bottom)}H0Z`,
        path(d, glare) + man(W * 0.4, bottom - k * 0.4, k * 1.1),
      ),
    );
  } else {
    const [dw, x] = [22 * u, W * chance.between(0.4, 0.62)];
    const floor = top + h * 0.72;
    art.push(
      rect(x - dw / 2, top, dw, floor - top, glare),
      poly(
        [
          [x - dw / 2, floor],
          [x + dw / 2, floor],
          [x + dw * 0.2, bottom + 4 * u],
          [x - dw * 2.2, bottom + 4 * u],
        ],
        glare,
        'opacity=".8"',
      ),
    );
    const k = (floor - top) * 0.34;
    art.push(
      poly(
        [
          [x - 2.4 * u, floor],
          [x + 2.4 * u, floor],
          [x - dw * 0.7, bottom + 4 * u],
          [x - dw * 1.15, bottom + 4 * u],
        ],
        black,
      ),
      man(x, floor - k * 0.94, k),
    );
  }
  behind(s, ...art);
  add(s, grain(s, '#fff8ea', 0.12));
}
