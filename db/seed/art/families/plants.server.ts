import { contrast, darken, lighten, mix } from '../colour.server.ts';
import { circle, dLeaf, dSmooth, group, n, path, rect, stroke } from '../draw.server.ts';
import type { Point } from '../draw.server.ts';
import { add } from '../stage.server.ts';
import type { Stage } from '../stage.server.ts';
import { grain, wash } from '../texture.server.ts';
import { loud, paint, partner, setAuthor, setSecond, setTitle, titleVoice, voice } from './common.server.ts';

/** Leaves and flowers: engraved, cut, folk and in watercolour. */

type Tones = { stem: string; leaf: string; leaf2: string; petal: string; petal2: string; heart: string };

function tones(s: Stage, ground: string): Tones {
  const { a, b, c, ink } = s.pal;
  const seen = [a, b, c, ink].filter((colour) => contrast(colour, ground) > 1.3);
  const green = seen.find((colour) => colour === c) ?? seen.at(-1)!;
  const petal = seen.find((colour) => colour !== green) ?? ink;
  return {
    stem: mix(green, ink, 0.35),
    leaf: green,
    leaf2: mix(green, ground, 0.35),
    petal,
    petal2: seen.find((colour) => colour !== petal && colour !== green) ?? lighten(petal, 0.4),
    heart: mix(ink, petal, 0.15),
  };
}

/** A leaf with its midrib and veins. */
function leaf(
  x: number,
  y: number,
  length: number,
  angle: number,
  fill: string,
  vein: string,
  u: number,
): string {
  const a = (angle * Math.PI) / 180;
  const at = (t: number): Point => [x + Math.cos(a) * length * t, y + Math.sin(a) * length * t];
  let veins = `M${n(x)} ${n(y)}L${n(at(0.92)[0])} ${n(at(0.92)[1])}`;
  for (const t of [0.25, 0.42, 0.6])
    for (const side of [-1, 1]) {
      const [px, py] = at(t);
      const b = a + side * 0.75;
      veins += `M${n(px)} ${n(py)}L${n(px + Math.cos(b) * length * 0.2)} ${n(py + Math.sin(b) * length * 0.2)}`;
    }
  return path(dLeaf(x, y, length, angle, 0.3), fill) + stroke(veins, vein, 0.22 * u);
}

function flower(s: Stage, x: number, y: number, r: number, t: Tones, kind: number): string {
  const { chance, u } = s;
  const spin = chance.between(0, 90);
  const ring = (count: number, length: number, bulge: number, fill: string, off = 0): string =>
    Array.from({ length: count }, (_, i) =>
      path(dLeaf(x, y, length, spin + off + (i * 360) / count, bulge), fill),
    ).join('');
  const ribs = (count: number, from: number, to: number, colour: string): string =>
    stroke(
      Array.from({ length: count }, (_, i) => {
        const a = ((spin + (i * 360) / count) * Math.PI) / 180;
        return `M${n(x + Math.cos(a) * r * from)} ${n(y + Math.sin(a) * r * from)}L${n(x + Math.cos(a) * r * to)} ${n(y + Math.sin(a) * r * to)}`;
      }).join(''),
      colour,
      0.25 * u,
    );
  switch (kind % 4) {
    case 0:
      return (
        ring(13, r, 0.2, t.petal) +
        ribs(13, 0.4, 0.8, mix(t.petal, t.heart, 0.4)) +
        circle(x, y, r * 0.3, t.petal2) +
        circle(x, y, r * 0.15, t.heart)
      );
    case 1:
      return (
        ring(6, r, 0.46, mix(t.petal, t.heart, 0.22)) +
        ring(6, r * 0.82, 0.46, t.petal, 30) +
        circle(x, y, r * 0.22, t.heart) +
        ribs(18, 0.22, 0.36, t.petal2) +
        Array.from({ length: 18 }, (_, i) => {
          const a = ((spin + i * 20) * Math.PI) / 180;
          return circle(x + Math.cos(a) * r * 0.38, y + Math.sin(a) * r * 0.38, 0.32 * u, t.petal2);
        }).join('')
      );
    case 2:
      return (
        [1, 0.78, 0.58, 0.38]
          .map((k, j) =>
            Array.from({ length: 9 - j * 2 }, (_, i) => {
              const a = ((spin + j * 23 + (i * 360) / (9 - j * 2)) * Math.PI) / 180;
              return circle(
                x + Math.cos(a) * r * k * 0.55,
                y + Math.sin(a) * r * k * 0.55,
                r * k * 0.44,
                mix(t.petal, j % 2 ? t.petal2 : t.heart, j % 2 ? 0.4 : 0.06 + (i % 2) * 0.12),
              );
            }).join(''),
          )
          .join('') + circle(x, y, r * 0.12, t.heart)
      );
    default:
      return ring(8, r, 0.3, t.petal2) + ring(8, r * 0.62, 0.3, t.petal, 22) + circle(x, y, r * 0.2, t.heart);
  }
}

/** A stem from a foot to a tip with leaves in pairs; a flower or bud on top. */
function stem(s: Stage, foot: Point, tip: Point, t: Tones, kind: number): string {
  const { chance, u } = s;
  const bend = chance.between(-8, 8) * u;
  const mid: Point = [(foot[0] + tip[0]) / 2 + bend, (foot[1] + tip[1]) / 2];
  const length = Math.hypot(tip[0] - foot[0], tip[1] - foot[1]);
  const angle = (Math.atan2(tip[1] - foot[1], tip[0] - foot[0]) * 180) / Math.PI;
  let out = stroke(
    `M${n(foot[0])} ${n(foot[1])}Q${n(mid[0])} ${n(mid[1])} ${n(tip[0])} ${n(tip[1])}`,
    t.stem,
    0.55 * u,
  );
  const pairs = Math.max(2, Math.round(length / (8.5 * u)));
  for (let i = 1; i < pairs; i++) {
    const k = i / pairs;
    const [px, py] = [
      (1 - k) ** 2 * foot[0] + 2 * k * (1 - k) * mid[0] + k * k * tip[0],
      (1 - k) ** 2 * foot[1] + 2 * k * (1 - k) * mid[1] + k * k * tip[1],
    ];
    for (const side of [-1, 1])
      if (chance.maybe(0.86))
        out += leaf(
          px,
          py,
          (10.5 - k * 4.5) * u,
          angle + side * chance.between(34, 62),
          side < 0 ? t.leaf : t.leaf2,
          t.stem,
          u,
        );
  }
  return (
    out +
    (kind === 4
      ? [-24, 0, 24].map((d) => path(dLeaf(tip[0], tip[1], 5 * u, angle + d, 0.34), t.petal)).join('')
      : flower(s, tip[0], tip[1], chance.between(5.5, 9) * u, t, kind))
  );
}

/** Stems rising from the foot and hanging from the head around a clear middle. */
export function botanical(s: Stage): void {
  const { W, H, m, u, chance, pal } = s;
  const ground = chance.pick([pal.ground, pal.ground, pal.dark ? pal.ground : darken(pal.ink, 0.1)]);
  paint(s, ground);
  const t = tones(s, ground);
  const kinds = chance.shuffle([0, 1, 2, 3]);
  const hang = chance.maybe(0.5);
  const clear = s.tall ? 0.3 : 0.36;
  const reach = (x: number): number =>
    H * (s.tall ? 0.24 : 0.2) * (0.35 + 1.5 * Math.abs(x / W - 0.5) ** 1.1);
  const feet = Array.from({ length: 11 }, (_, i) => ((i + 0.5) / 11) * W);
  for (const [i, x] of chance.shuffle(feet).entries()) {
    const lean = (x - W / 2) * 0.12;
    add(
      s,
      stem(
        s,
        [x - lean, H + 3 * u],
        [x + lean, H - reach(x) - chance.between(7, 16) * u],
        t,
        i % 3 === 2 ? 4 : kinds[i % 2]!,
      ),
    );
    if (hang)
      add(
        s,
        stem(
          s,
          [x - lean, -3 * u],
          [x + lean, reach(x) + chance.between(1, 9) * u],
          t,
          i % 2 ? 4 : kinds[2]!,
        ),
      );
  }
  const ink = voice(s, ground, [pal.ink, pal.ground, '#fff6e2'], 4.5);
  const speech = titleVoice(s);
  const small = partner(speech.face);
  const top = H * (hang ? clear - 0.02 : 0.06);
  const width = hang ? W * 0.72 : W - 2 * m;
  const title = setTitle(s, { ...speech, y: top, height: H * 0.27, width, fill: ink, max: 20 * u, lines: 4 });
  const second = setSecond(s, {
    face: small.face,
    y: title.bottom + 2.8 * u,
    fill: ink,
    size: 3.8,
    width,
    lines: 1,
  });
  setAuthor(s, {
    ...small,
    y: second.bottom + 5 * u,
    fill: voice(s, ground, [pal.a, pal.b, ink], 3.6),
    width,
    size: 6,
  });
}

/** A dense folk bouquet over the whole sheet, the title in the clearing. */
export function bouquet(s: Stage): void {
  const { W, H, u, chance, pal } = s;
  const ground = pal.dark ? pal.ground : chance.pick([pal.ground, darken(pal.ink, 0.05)]);
  paint(s, ground);
  const t = tones(s, ground);
  const [rx, ry] = [W * 0.4, H * (s.tall ? 0.27 : 0.3)];
  const spots: [number, number, number][] = [];
  for (let i = 0; i < 900 && spots.length < 46; i++) {
    const [x, y] = [chance.between(-0.04, 1.04) * W, chance.between(-0.03, 1.03) * H];
    const r = chance.between(4.5, 11) * u;
    const clearing = Math.hypot((x - W / 2) / (rx + r), (y - H / 2) / (ry + r));
    if (clearing < 1 || spots.some(([a, b, c]) => Math.hypot(a - x, b - y) < (c + r) * 0.88)) continue;
    spots.push([x, y, r]);
  }
  for (const [x, y, r] of spots) {
    const away = (Math.atan2(y - H / 2, x - W / 2) * 180) / Math.PI;
    for (const d of [-70, 0, 70])
      add(
        s,
        leaf(
          x,
          y,
          r * chance.between(1.35, 1.75),
          away + d + chance.between(-15, 15),
          chance.pick([t.leaf, t.leaf2]),
          t.stem,
          u,
        ),
      );
  }
  spots.forEach(([x, y, r], i) =>
    add(s, flower(s, x, y, r, i % 3 ? t : { ...t, petal: t.petal2, petal2: t.petal }, i)),
  );
  const ink = voice(s, ground, [pal.ink, '#fff6e2'], 4.5);
  const speech = titleVoice(s);
  const width = W * 0.62;
  const title = setTitle(s, {
    ...speech,
    y: H / 2 - ry * 0.66,
    height: ry * 0.92,
    width,
    fill: ink,
    stand: 'middle',
    max: 18 * u,
    lines: 4,
  });
  setAuthor(s, {
    ...partner(speech.face),
    y: title.bottom + 4.5 * u,
    fill: voice(s, ground, [pal.a, pal.b, ink], 3.6),
    width: width * 0.86,
    size: 5.6,
  });
}

/** Watercolour: wet blots with pen-drawn stamens and stalks. */
export function aquarelle(s: Stage): void {
  const { W, H, m, u, chance, pal } = s;
  const paper = pal.dark ? '#f6f0e4' : lighten(pal.ground, 0.55);
  paint(s, paper);
  const pen = pal.dark ? pal.ground : pal.ink;
  const blots = [pal.a, pal.b, pal.c, loud(s, paper, 1.3)];
  const low = chance.maybe(0.6);
  const cy = H * (low ? 0.66 : 0.36);
  const kind = chance.whole(0, 1);
  const spots: [number, number, number][] = [
    [0.5, 0, 20],
    [0.28, 0.05, 15],
    [0.73, 0.04, 16],
    [0.4, -0.11, 11],
    [0.63, -0.12, 12],
  ].map(([x, y, r]) => [W * x!, cy + H * y! * (s.tall ? 1 : 0.8), r! * u * (s.tall ? 1 : 0.8)]);
  if (kind === 0) {
    for (const [x, y] of spots)
      add(
        s,
        stroke(
          `M${n(x)} ${n(y)}Q${n((x + W / 2) / 2)} ${n(y + 16 * u)} ${n(W / 2 + (x - W / 2) * 0.2)} ${n(Math.min(H - 22 * u, cy + 34 * u))}`,
          mix(pen, pal.c, 0.4),
          0.5 * u,
        ),
      );
    spots.forEach(([x, y, r], i) => {
      add(
        s,
        wash(s, x, y, r, blots[i % 3]!, 11),
        wash(s, x + r * 0.1, y, r * 0.5, darken(blots[i % 3]!, 0.25), 6),
      );
      add(
        s,
        stroke(
          Array.from({ length: 17 }, (_, k) => {
            const a = k * 0.37 + chance.between(-0.1, 0.1);
            const q = r * chance.between(0.25, 0.42);
            return `M${n(x)} ${n(y)}L${n(x + Math.cos(a) * q)} ${n(y + Math.sin(a) * q)}`;
          }).join(''),
          pen,
          0.22 * u,
        ),
        ...Array.from({ length: 12 }, (_, k) =>
          circle(x + Math.cos(k * 0.52) * r * 0.36, y + Math.sin(k * 0.52) * r * 0.36, 0.45 * u, pen),
        ),
      );
    });
  } else {
    [pal.c, pal.a, pal.b].forEach((c, i) => {
      for (let k = 0; k < 3; k++) add(s, wash(s, W * (0.2 + k * 0.3), cy + (i - 1) * 13 * u, 20 * u, c, 8));
    });
    add(
      s,
      stroke(
        dSmooth([
          [m, cy + 20 * u],
          [W * 0.3, cy + 16 * u],
          [W * 0.55, cy + 21 * u],
          [W - m, cy + 17 * u],
        ]),
        pen,
        0.35 * u,
      ),
    );
    for (let i = 0; i < 7; i++) {
      const [x, y] = [chance.between(0.3, 0.75) * W, cy - chance.between(2, 22) * u];
      add(
        s,
        stroke(
          `M${n(x - 2.4 * u)} ${n(y - u)}q${n(1.4 * u)} ${n(-0.6 * u)} ${n(2.4 * u)} ${n(u)}q${n(1 * u)} ${n(-1.6 * u)} ${n(2.4 * u)} ${n(-u)}`,
          pen,
          0.4 * u,
        ),
      );
    }
  }
  const speech = titleVoice(s);
  const small = partner(speech.face);
  const author = setAuthor(s, { ...small, y: low ? H - m : m, up: low, fill: voice(s, paper, [pen], 4.5) });
  const height = H * 0.25;
  const title = setTitle(s, {
    ...speech,
    y: low ? m * 1.2 : H - m - height - 4 * u,
    height,
    fill: voice(s, paper, [pen], 4.5),
    max: 20 * u,
    lines: 4,
    stand: low ? 'top' : 'bottom',
  });
  if (low) setSecond(s, { face: small.face, y: title.bottom + 2.6 * u, fill: pen, size: 3.8, lines: 1 });
  add(s, grain(s, pen, 0.09));
  void author;
  void group;
  void rect;
}
