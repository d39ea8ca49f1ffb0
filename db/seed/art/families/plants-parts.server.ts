import { contrast, lighten, mix } from '../colour.server.ts';
import { circle, dLeaf, n, path, stroke } from '../draw.server.ts';
import type { Point } from '../draw.server.ts';
import type { Stage } from '../stage.server.ts';

export type Tones = {
  stem: string;
  leaf: string;
  leaf2: string;
  petal: string;
  petal2: string;
  heart: string;
};

export function plantTones(s: Stage, ground: string): Tones {
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
export function veinedLeaf(
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

export function flower(s: Stage, x: number, y: number, r: number, t: Tones, kind: number): string {
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
export function leafyStem(s: Stage, foot: Point, tip: Point, t: Tones, kind: number): string {
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
        out += veinedLeaf(
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
