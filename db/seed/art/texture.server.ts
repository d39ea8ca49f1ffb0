import { dCircle, dSmooth, n, path, rect, stroke } from './draw.server.ts';
import type { Point } from './draw.server.ts';
import { define } from './stage.server.ts';
import type { Stage } from './stage.server.ts';

/** Specks of paper or film over the whole sheet; one tile, repeated, keeps the file small. */
export function grain(stage: Stage, colour: string, opacity: number, count = 520): string {
  const { chance, W, H } = stage;
  let d = '';
  for (let i = 0; i < count; i++) {
    const s = chance.between(1.4, 3.6);
    d += `M${n(chance.between(0, 416))} ${n(chance.between(0, 416))}h${n(s)}v${n(s)}h${n(-s)}z`;
  }
  const id = define(
    stage,
    (id) =>
      `<pattern id="${id}" width="420" height="420" patternUnits="userSpaceOnUse"><path d="${d}" fill="${colour}"/></pattern>`,
  );
  return rect(0, 0, W, H, `url(#${id})`, `opacity="${opacity}"`);
}

/** Halftone dots on a screen turned by 45°; `tone` gives 0–1 for a place. */
export function halftone(
  box: readonly [number, number, number, number],
  pitch: number,
  tone: (x: number, y: number) => number,
): string {
  const [x0, y0, w, h] = box;
  let d = '';
  for (let row = 0; row * pitch * 0.5 < h; row++) {
    for (let x = x0 + (row % 2 ? pitch / 2 : 0); x < x0 + w; x += pitch) {
      const y = y0 + row * pitch * 0.5;
      const r = Math.sqrt(Math.max(0, Math.min(1, tone(x, y)))) * pitch * 0.5;
      if (r > pitch * 0.06) d += dCircle(x, y, r);
    }
  }
  return d;
}

/** One pull of a flat, dry brush along a line: bristles that wander a little, start and stop unevenly. */
export function bristles(
  stage: Stage,
  points: readonly Point[],
  width: number,
  colour: string,
  count = 46,
): string {
  const { chance } = stage;
  const first = points[0]!;
  const last = points.at(-1)!;
  const angle = Math.atan2(last[1] - first[1], last[0] - first[0]) + Math.PI / 2;
  const parts: string[] = [];
  for (const [weight, opacity, share] of [
    [3.2, 0.92, 0.5],
    [1.7, 0.75, 0.3],
    [1, 0.6, 0.2],
  ] as const) {
    let d = '';
    for (let i = 0; i < count * share; i++) {
      const off = chance.between(-0.5, 0.5) * width;
      const [head, tail] = [chance.between(0, 0.06), chance.between(0, 0.16)];
      d += dSmooth(
        points.map(([x, y], k): Point => {
          const t = k / (points.length - 1);
          const pull = t === 0 ? head : t === 1 ? -tail : 0;
          const wander = chance.between(-1, 1) * width * 0.012;
          return [
            x + Math.cos(angle) * (off + wander) + (last[0] - first[0]) * pull,
            y + Math.sin(angle) * (off + wander) + (last[1] - first[1]) * pull,
          ];
        }),
      );
    }
    parts.push(stroke(d, colour, (width / count) * weight, `opacity="${opacity}"`));
  }
  return parts.join('');
}

/** A wet blot: many thin glazes of the same outline, each torn a little differently. */
export function wash(stage: Stage, cx: number, cy: number, r: number, colour: string, layers = 14): string {
  const { chance } = stage;
  let base: Point[] = Array.from({ length: 9 }, (_, i) => {
    const a = (i / 9) * Math.PI * 2;
    const k = r * chance.between(0.72, 1.15);
    return [cx + Math.cos(a) * k, cy + Math.sin(a) * k];
  });
  base = tear(stage, base, 2, 0.34);
  const glazes = Array.from({ length: layers }, () => {
    const points = tear(stage, base, 1, 0.5);
    return path(dSmooth(points, true), colour, 'opacity=".085"');
  });
  return glazes.join('');
}

/** Halves every side `times` times, pushing the midpoints in or out by chance. */
export function tear(stage: Stage, points: readonly Point[], times: number, amount: number): Point[] {
  let current = [...points];
  for (let t = 0; t < times; t++) {
    current = current.flatMap((p, i): Point[] => {
      const q = current[(i + 1) % current.length]!;
      const side = Math.hypot(q[0] - p[0], q[1] - p[1]);
      const push = stage.chance.between(-1, 1) * amount * side;
      const [nx, ny] = [(q[1] - p[1]) / (side || 1), (p[0] - q[0]) / (side || 1)];
      return [p, [(p[0] + q[0]) / 2 + nx * push, (p[1] + q[1]) / 2 + ny * push]];
    });
  }
  return current;
}

/** A ridge across the sheet by midpoint displacement: heights from left to right around y. */
export function ridge(stage: Stage, y: number, amplitude: number, rough = 0.5, steps = 6): Point[] {
  const { chance, W } = stage;
  let heights = [chance.between(-1, 1), chance.between(-1, 1)];
  let k = 1;
  for (let s = 0; s < steps; s++) {
    heights = heights.flatMap((h, i) => {
      const next = heights[i + 1];
      return next === undefined ? [h] : [h, (h + next) / 2 + chance.between(-1, 1) * k];
    });
    k *= rough;
  }
  return heights.map((h, i): Point => [(i / (heights.length - 1)) * (W + 40) - 20, y + h * amplitude]);
}

/** The ground under a ridge, down to the foot of the sheet. */
export function dUnder(stage: Stage, points: readonly Point[], smooth = false): string {
  const top = smooth ? dSmooth(points) : `M${points.map(([x, y]) => `${n(x)} ${n(y)}`).join('L')}`;
  return `${top}L${n(stage.W + 20)} ${n(stage.H + 20)}L-20 ${n(stage.H + 20)}Z`;
}
