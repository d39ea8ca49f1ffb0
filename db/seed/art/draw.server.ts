/** SVG in small words: shapes return markup, `d…` functions return path data. */
export type Point = readonly [number, number];

export const n = (value: number): string => String(Math.round(value * 10) / 10);

export const circle = (cx: number, cy: number, r: number, fill: string, more = ''): string =>
  `<circle cx="${n(cx)}" cy="${n(cy)}" r="${n(r)}" fill="${fill}"${more && ` ${more}`}/>`;
export const ellipse = (cx: number, cy: number, rx: number, ry: number, fill: string, more = ''): string =>
  `<ellipse cx="${n(cx)}" cy="${n(cy)}" rx="${n(rx)}" ry="${n(ry)}" fill="${fill}"${more && ` ${more}`}/>`;
export const rect = (x: number, y: number, w: number, h: number, fill: string, more = ''): string =>
  `<rect x="${n(x)}" y="${n(y)}" width="${n(w)}" height="${n(h)}" fill="${fill}"${more && ` ${more}`}/>`;
export const path = (d: string, fill: string, more = ''): string =>
  `<path d="${d}" fill="${fill}"${more && ` ${more}`}/>`;
export const stroke = (d: string, colour: string, width: number, more = ''): string =>
  `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${n(width)}" stroke-linecap="round" stroke-linejoin="round"${more && ` ${more}`}/>`;
export const line = (
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  colour: string,
  width: number,
  more = '',
): string =>
  `<path d="M${n(x1)} ${n(y1)}L${n(x2)} ${n(y2)}" stroke="${colour}" stroke-width="${n(width)}"${more && ` ${more}`}/>`;
export const group = (transform: string, ...body: string[]): string =>
  `<g transform="${transform}">${body.join('')}</g>`;
export const faded = (opacity: number, ...body: string[]): string =>
  `<g opacity="${opacity}">${body.join('')}</g>`;
export const blended = (mode: 'multiply' | 'screen' | 'overlay', ...body: string[]): string =>
  `<g style="mix-blend-mode:${mode}">${body.join('')}</g>`;
/** Left half given, right half mirrored. */
export const mirrored = (...body: string[]): string => body.join('') + group('scale(-1 1)', ...body);
/** Moves a motif drawn in ±100 to a place and a radius. */
export const put = (x: number, y: number, radius: number, body: string, turn = 0): string =>
  group(
    `translate(${n(x)} ${n(y)})${turn ? ` rotate(${n(turn)})` : ''} scale(${(radius / 100).toFixed(3)})`,
    body,
  );

export const dPoly = (points: readonly Point[], close = true): string =>
  `M${points.map(([x, y]) => `${n(x)} ${n(y)}`).join('L')}${close ? 'Z' : ''}`;
export const poly = (points: readonly Point[], fill: string, more = ''): string =>
  path(dPoly(points), fill, more);

export const dCircle = (cx: number, cy: number, r: number): string =>
  `M${n(cx - r)} ${n(cy)}a${n(r)} ${n(r)} 0 1 0 ${n(2 * r)} 0a${n(r)} ${n(r)} 0 1 0 ${n(-2 * r)} 0Z`;
export const dRect = (x: number, y: number, w: number, h: number): string =>
  `M${n(x)} ${n(y)}h${n(w)}v${n(h)}h${n(-w)}Z`;

/** A smooth curve through the points (Catmull-Rom as Béziers). */
export function dSmooth(points: readonly Point[], closed = false): string {
  const count = points.length;
  const at = (i: number): Point => {
    const j = closed ? (i + count) % count : Math.max(0, Math.min(count - 1, i));
    return points[j]!;
  };
  let d = `M${n(at(0)[0])} ${n(at(0)[1])}`;
  for (let i = 0; i < (closed ? count : count - 1); i++) {
    const [p0, p1, p2, p3] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
    const c1: Point = [p1[0] + (p2[0] - p0[0]) / 6, p1[1] + (p2[1] - p0[1]) / 6];
    const c2: Point = [p2[0] - (p3[0] - p1[0]) / 6, p2[1] - (p3[1] - p1[1]) / 6];
    d += `C${n(c1[0])} ${n(c1[1])} ${n(c2[0])} ${n(c2[1])} ${n(p2[0])} ${n(p2[1])}`;
  }
  return closed ? `${d}Z` : d;
}

/** A slice of a ring or disc, angles in degrees clockwise from the right. */
export function dSector(
  cx: number,
  cy: number,
  inner: number,
  outer: number,
  from: number,
  to: number,
): string {
  const at = (r: number, a: number): string =>
    `${n(cx + r * Math.cos((a * Math.PI) / 180))} ${n(cy + r * Math.sin((a * Math.PI) / 180))}`;
  const big = to - from > 180 ? 1 : 0;
  const back =
    inner > 0
      ? `L${at(inner, to)}A${n(inner)} ${n(inner)} 0 ${big} 0 ${at(inner, from)}`
      : `L${n(cx)} ${n(cy)}`;
  return `M${at(outer, from)}A${n(outer)} ${n(outer)} 0 ${big} 1 ${at(outer, to)}${back}Z`;
}

/** A leaf or petal from a foot, pointing along `angle` (degrees), `bulge` its half-width as a share of its length. */
export function dLeaf(x: number, y: number, length: number, angle: number, bulge = 0.28): string {
  const a = (angle * Math.PI) / 180;
  const [cos, sin] = [Math.cos(a), Math.sin(a)];
  const at = (along: number, across: number): string =>
    `${n(x + length * (along * cos - across * sin))} ${n(y + length * (along * sin + across * cos))}`;
  return `M${at(0, 0)}C${at(0.25, -bulge)} ${at(0.7, -bulge)} ${at(1, 0)}C${at(0.7, bulge)} ${at(0.25, bulge)} ${at(0, 0)}Z`;
}
