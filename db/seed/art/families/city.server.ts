import { contrast, darken, lighten, luminance, mix } from '../colour.server.ts';
import {
  circle,
  dPoly,
  dSector,
  ellipse,
  group,
  line,
  n,
  path,
  poly,
  put,
  rect,
  stroke,
} from '../draw.server.ts';
import { motifFor } from '../motifs/index.server.ts';
import { fit, place } from '../setting.server.ts';
import { add, clipped, linear } from '../stage.server.ts';
import type { Stage } from '../stage.server.ts';
import { grain, halftone } from '../texture.server.ts';
import { lesser } from '../words.server.ts';
import {
  loud,
  paint,
  partner,
  setAuthor,
  setSecond,
  setTitle,
  tint,
  titleVoice,
  voice,
} from './common.server.ts';

/** Streets, walls and diagonals: house fronts, noir light, constructivist posters. */

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
  const { W, H, m, u, chance, pal } = s;
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
  const [cw, ch] = [W / columns, s.tall ? H / 7.4 : H / 5.2];
  const rows = Math.ceil(H / ch);
  const from = 1;
  const to = s.tall ? 3 : 2;
  for (let r = 0; r < rows; r++) {
    if (r >= from && r < to) continue;
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
  void m;
}

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
  s.body.splice(1, 0, ...art);
  add(s, grain(s, '#fff8ea', 0.12));
}

/** Diagonals, discs and wedges; everything turned on one axis. */
export function constructivist(s: Stage): void {
  const { W, H, m, u, chance, pal } = s;
  const paper = pal.dark ? '#efe5d0' : pal.ground;
  paint(s, paper);
  const ink = pal.dark ? darken(pal.ground, 0.4) : pal.ink;
  const red = [pal.a, pal.b, pal.c].find((c) => contrast(c, paper) > 2.2) ?? '#c8331f';
  const turn = chance.pick([-18, -24, -14]);
  const [cx, cy] = [W * 0.5, H * (s.tall ? 0.54 : 0.52)];
  const back = group(
    `rotate(${turn} ${n(cx)} ${n(cy)})`,
    rect(-W, cy - 3 * u, W * 3, 34 * u * (s.tall ? 1.1 : 0.8), red),
    rect(-W, cy + 42 * u * (s.tall ? 1 : 0.75), W * 3, 2.4 * u, ink),
    rect(-W, cy - 9 * u, W * 3, 2.4 * u, ink),
  );
  const disc =
    circle(W * 0.72, H * 0.25, 25 * u, ink) +
    path(dSector(W * 0.72, H * 0.25, 12 * u, 25 * u, -80, 70), pal.b === red ? pal.c : pal.b) +
    circle(W * 0.72, H * 0.25, 6 * u, red);
  const wedge =
    poly(
      [
        [-5 * u, H * 0.1],
        [W * 0.66, H * 0.27],
        [-5 * u, H * 0.36],
      ],
      red,
    ) +
    line(W * 0.1, H * 0.86, W * 0.9, H * 0.66, ink, 0.7 * u) +
    line(W * 0.1, H * 0.885, W * 0.9, H * 0.685, ink, 0.3 * u);
  add(s, disc, wedge, back);
  const dots = halftone(
    [0, H * 0.78, W * 0.5, H * 0.22],
    3 * u,
    (x, y) => (1 - x / (W * 0.5)) * ((y - H * 0.78) / (H * 0.22)) * 0.9,
  );
  add(s, path(dots, ink, 'opacity=".55"'));
  const width = W * 0.84;
  const height = (s.tall ? 31 : 22) * u;
  const block = fit(s.draft.title, {
    face: chance.pick(['gothic', 'groteskBlack', 'geometricBold'] as const),
    caps: true,
    width: width * 0.94,
    height: height * 0.86,
    leading: 1.14,
  });
  const y = cy - 3 * u + (34 * u * (s.tall ? 1.1 : 0.8) - block.height) / 2;
  // the axis of rotation is the sheet's, so the block's own corner is turned first
  const a = (turn * Math.PI) / 180;
  const [dx, dy] = [-block.width / 2, y - cy];
  const at = { x: cx + dx * Math.cos(a) - dy * Math.sin(a), y: cy + dx * Math.sin(a) + dy * Math.cos(a) };
  add(s, place(s, block, { ...at, align: 'left', fill: voice(s, red, [paper, ink]), turn }));
  const author = lesser(s.draft.author, { face: 'groteskBold', caps: true, width: W * 0.7, size: 6 * u });
  const plate = { x: W - m - author.width, y: H - m - author.height };
  add(
    s,
    rect(plate.x - 3 * u, plate.y - 2.6 * u, author.width + 3 * u + m, author.height + 5.2 * u, ink),
    place(s, author, { ...plate, align: 'left', fill: voice(s, ink, [paper], 4.5) }),
  );
  add(s, grain(s, ink, 0.16));
}

/** Dinner from above: plates, fruit, fork and fish on a coloured cloth. */
export function table(s: Stage): void {
  const { W, H, m, u, chance, pal } = s;
  const cloth = chance.pick([pal.ground, pal.c, pal.b]);
  paint(s, cloth);
  const check = chance.whole(0, 2);
  const soft = mix(cloth, luminance(cloth) > 0.4 ? pal.a : '#fff3da', 0.22);
  if (check < 2)
    for (let i = 0; i < 14; i += 1)
      add(
        s,
        rect((i * W) / 7, 0, W / 14, H, soft, 'opacity=".7"'),
        check === 0 ? rect(0, (i * W) / 7, W, W / 14, soft, 'opacity=".7"') : '',
      );
  const plate = '#fffaf0';
  const [cx, cy, r] = [W / 2, H * (s.tall ? 0.6 : 0.56), Math.min(W * 0.37, H * 0.29)];
  const rim = loud(s, plate, 2);
  add(
    s,
    circle(cx + 1.4 * u, cy + 2 * u, r, darken(cloth, 0.5), 'opacity=".3"'),
    circle(cx, cy, r, plate),
    circle(cx, cy, r * 0.95, 'none', `stroke="${rim}" stroke-width="${n(0.9 * u)}"`),
    circle(cx, cy, r * 0.68, mix(plate, cloth, 0.12)),
  );
  add(
    s,
    put(
      cx,
      cy,
      r * 0.58,
      motifFor(s, ['lemon', 'fish', 'pear', 'mushroom'])(tint(s, plate)),
      chance.between(-24, 24),
    ),
  );
  for (let i = 0; i < 7; i++) {
    const a = chance.between(0, 6.28);
    const k = r * chance.between(0.72, 0.84);
    add(
      s,
      group(
        `translate(${n(cx + Math.cos(a) * k)} ${n(cy + Math.sin(a) * k)}) rotate(${n(a * 57)})`,
        ellipse(0, 0, 1.7 * u, 0.8 * u, i % 2 ? pal.a : pal.c),
      ),
    );
  }
  const steel = voice(s, cloth, [pal.ink, plate], 3);
  const fork =
    'M-2 20C-7 16 -8 6 -8 -4V-30H-5V-6H-1.500V-30H1.500V-6H5V-30H8V-4C8 6 7 16 2 20L3.500 96C3.500 102 -3.500 102 -3.500 96Z';
  if (s.tall)
    add(
      s,
      group(
        `translate(${n(cx - r - 5.6 * u)} ${n(cy - 9 * u)}) scale(${(u / 4.2).toFixed(2)})`,
        path(fork, steel),
      ),
      group(
        `translate(${n(cx + r + 5.6 * u)} ${n(cy - 9 * u)}) scale(${(u / 4.2).toFixed(2)})`,
        path('M-4 24V-34C4 -28 6 4 4 24V96C4 102 -3.500 102 -3.500 96Z', steel),
      ),
    );
  const corners = [
    [0.06, 0.9],
    [0.94, 0.36],
    [0.93, 0.92],
    [0.05, 0.4],
  ] as const;
  for (const [x, y] of corners)
    if (chance.maybe(0.7))
      add(
        s,
        put(
          W * x,
          H * y,
          12 * u,
          motifFor({ ...s, draft: { ...s.draft, title: '' } }, [
            'lemon',
            'pear',
            'glass',
            'mushroom',
            'teacup',
          ])(tint(s, cloth)),
          chance.between(-40, 40),
        ),
      );
  const ink = voice(s, cloth, [pal.ink, plate, pal.ground], 4.5);
  const speech = titleVoice(s);
  const title = setTitle(s, {
    ...speech,
    y: m * 1.1,
    height: Math.min(H * 0.21, cy - r - m - 12 * u),
    fill: ink,
    max: 22 * u,
    lines: 3,
  });
  if (cy - r - title.bottom > 8 * u)
    setSecond(s, {
      face: partner(speech.face).face,
      y: title.bottom + 2.4 * u,
      fill: ink,
      size: 3.8,
      lines: 1,
    });
  const author = lesser(s.draft.author, { ...partner(speech.face), width: W * 0.7, size: 6.2 * u });
  const ay = H - m - author.height;
  add(
    s,
    rect(
      W / 2 - author.width / 2 - 4 * u,
      ay - 2.6 * u,
      author.width + 8 * u,
      author.height + 5.2 * u,
      cloth,
    ),
    place(s, author, { x: W / 2, y: ay, align: 'center', fill: ink }),
  );
  add(s, grain(s, darken(cloth, 0.5), 0.12));
  void stroke;
}
