import { contrast, darken, mix } from '../colour.server.ts';
import { circle, group, n, path, put, rect } from '../draw.server.ts';
import { add, clipped, linear } from '../stage.server.ts';
import type { Stage } from '../stage.server.ts';
import { dUnder, grain, ridge } from '../texture.server.ts';
import { paint, partner, setAuthor, setSecond, setTitle, titleVoice, voice } from './common.server.ts';

/** Worlds with rings, in the flat colours of the space age. */
export function planets(s: Stage): void {
  const { W, H, m, u, chance, pal } = s;
  const night = pal.dark ? pal.ground : darken(pal.ink, 0.25);
  const speech = titleVoice(s);
  const low = chance.maybe(0.5);
  const sky = linear(s, [
    [0, night],
    [1, mix(night, pal.c, 0.55)],
  ]);
  paint(s, sky);
  for (let i = 0; i < 130; i++)
    add(
      s,
      circle(
        chance.between(0, W),
        chance.between(0, H * 0.8),
        chance.between(0.08, 0.32) * u,
        '#fff6e2',
        `opacity="${chance.pick([0.5, 0.8, 1])}"`,
      ),
    );
  const [cx, cy, r] = [
    W * chance.between(0.36, 0.66),
    H * (low ? 0.3 : 0.56),
    W * chance.between(0.25, 0.33),
  ];
  const fore = [pal.a, pal.b, '#ff7a3d'].find((c) => contrast(c, night) > 3) ?? pal.b;
  const disc = `M${n(cx - r)} ${n(cy)}a${n(r)} ${n(r)} 0 1 0 ${n(2 * r)} 0a${n(r)} ${n(r)} 0 1 0 ${n(-2 * r)} 0Z`;
  let bands = rect(0, 0, W, H, fore);
  let y = cy - r;
  for (let i = 0; y < cy + r; i++) {
    const h = chance.between(0.05, 0.2) * r;
    bands += rect(0, y, W, h, [fore, pal.b, mix(fore, pal.c, 0.45), mix(fore, '#fff4d6', 0.4)][i % 4]!);
    y += h;
  }
  bands =
    group(`rotate(-16 ${n(cx)} ${n(cy)})`, bands) +
    path(
      `${disc}M${n(cx - r * 1.25)} ${n(cy - r * 0.2)}a${n(r * 1.05)} ${n(r * 1.05)} 0 1 0 ${n(2.1 * r)} 0a${n(r * 1.05)} ${n(r * 1.05)} 0 1 0 ${n(-2.1 * r)} 0Z`,
      night,
      'opacity=".42" fill-rule="evenodd"',
    );
  const kind = chance.whole(0, 2);
  const arc = (sweep: number, rx: number, w: number, c: string): string =>
    `<path d="M${n(-rx)} 0A${n(rx)} ${n(rx * 0.26)} 0 0 ${sweep} ${n(rx)} 0" fill="none" stroke="${c}" stroke-width="${n(w)}"/>`;
  const rings = (sweep: number): string =>
    group(
      `translate(${n(cx)} ${n(cy)}) rotate(-16)`,
      [
        [1.75, 1.7, pal.ink],
        [1.62, 2.4, pal.b],
        [1.46, 0.8, '#fff4d6'],
      ]
        .map(([k, w, c]) =>
          arc(
            sweep,
            r * (k as number),
            (w as number) * u,
            mix(c as string, pal.dark ? '#fff4d6' : pal.b, 0.35),
          ),
        )
        .join(''),
    );
  if (kind === 0) add(s, rings(1));
  add(s, clipped(s, disc, bands));
  if (kind === 0) add(s, rings(0));
  if (kind === 1)
    for (const k of [1.18, 1.4, 1.66])
      add(
        s,
        circle(cx, cy, r * k, 'none', `stroke="#fff4d6" stroke-opacity=".55" stroke-width="${n(0.22 * u)}"`),
        put(
          cx + r * k * Math.cos(k * 9),
          cy + r * k * Math.sin(k * 9),
          (k - 0.4) * 3.2 * u,
          circle(0, 0, 100, k > 1.5 ? pal.c : pal.b) +
            path('M0 -100A100 100 0 0 1 0 100A130 130 0 0 0 0 -100Z', night, 'opacity=".5"'),
        ),
      );
  if (low || kind === 2)
    for (let i = 0; i < 3; i++)
      add(
        s,
        path(
          dUnder(s, ridge(s, H * (0.72 + i * 0.09), (8 - i) * u, 0.55, 6)),
          mix(mix(pal.c, fore, 0.3), night, 0.25 + i * 0.34),
        ),
      );
  const ink = voice(s, night, [pal.ink, '#fff6e2'], 5);
  const foot = low || kind === 2 ? mix(mix(pal.c, fore, 0.3), night, 0.93) : mix(night, pal.c, 0.5);
  if (low) {
    const author = setAuthor(s, {
      ...partner(speech.face),
      y: H - m,
      up: true,
      fill: voice(s, foot, [ink], 4.5),
    });
    setTitle(s, {
      ...speech,
      y: H * 0.62,
      height: author.top - 5 * u - H * 0.62,
      fill: '#fff6e2',
      stand: 'middle',
      max: 24 * u,
    });
    s.body.splice(
      s.body.length - 2,
      0,
      rect(
        0,
        H * 0.5,
        W,
        H * 0.5,
        linear(s, [
          [0, night, 0],
          [0.3, night, 0.78],
          [1, night, 0.85],
        ]),
      ),
    );
  } else {
    const head = setTitle(s, {
      ...speech,
      y: m * 1.1,
      height: cy - r - m * 1.1 - (kind ? 12 : 4) * u,
      fill: ink,
      max: 24 * u,
    });
    if (cy - r * 1.2 - head.bottom > 8 * u)
      setSecond(s, { face: 'geometric', y: head.bottom + 2.6 * u, fill: ink, size: 3.6, lines: 1 });
    setAuthor(s, {
      ...partner(speech.face),
      y: H - m,
      up: true,
      fill: voice(s, foot, ['#fff6e2', ink], 4.5),
    });
  }
  add(s, grain(s, '#fff6e2', 0.08));
}
