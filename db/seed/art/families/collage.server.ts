import { contrast, darken } from '../colour.server.ts';
import { blended, circle, dPoly, faded, group, n, path, poly, put } from '../draw.server.ts';
import type { Point } from '../draw.server.ts';
import { motifFor } from '../motifs/index.server.ts';
import { fit, place } from '../setting.server.ts';
import { add } from '../stage.server.ts';
import type { Stage } from '../stage.server.ts';
import { grain, halftone, tear } from '../texture.server.ts';
import { paint, partner, setAuthor, tint, titleVoice, voice } from './common.server.ts';

/** Torn paper, a screened moon, one thing cut out, type on strips. */
export function collage(s: Stage): void {
  const { W, H, m, u, chance, pal } = s;
  paint(s, pal.ground);
  const [moonTone, landTone, footTone] = chance.shuffle([pal.a, pal.b, pal.c]) as [string, string, string];
  const horizon = H * chance.between(0.6, 0.7);
  const ink = pal.dark ? darken(pal.ground, 0.4) : pal.ink;
  const x = W * chance.between(0.36, 0.64);
  moon(s, x, H * 0.45, (s.tall ? 31 : 24) * u, moonTone, ink);
  add(s, torn(s, horizon, 5 * u, landTone));
  const main = [footTone, pal.ground, ink].find((colour) => contrast(colour, moonTone) > 1.7) ?? ink;
  const r = (s.tall ? 27 : 20) * u;
  const thing = motifFor(s)({ ...tint(s, moonTone), main, shade: ink });
  add(s, put(x, horizon - r * 0.68, r, thing), torn(s, H * 0.83, 2 * u, footTone));
  const small = strips(s);
  const on = voice(s, footTone, ['#fffaf0', pal.ink, pal.ground], 4.5);
  setAuthor(s, { ...small, y: H - m, up: true, fill: on });
  add(s, grain(s, ink, 0.18));
}

/** A disc with a halftone shadow, overprinted. */
function moon(s: Stage, x: number, y: number, r: number, tone: string, ink: string): void {
  const dots = halftone([x - r, y - r, r * 2, r * 2], 2.3 * s.u, (px, py) => {
    const [dx, dy] = [(px - x) / r, (py - y) / r];
    return Math.hypot(dx, dy) > 1 ? 0 : Math.max(0, dx + dy + 0.55) * 0.6;
  });
  add(s, circle(x, y, r, tone), blended('multiply', path(dots, ink, 'opacity=".8"')));
}

/** A sheet torn along its upper edge, with the white of the tear and a shadow. */
function torn(s: Stage, y: number, slope: number, fill: string): string {
  const { W, H, u } = s;
  const sheet: Point[] = [
    [-60, y],
    [W * 0.45, y - slope * 1.6],
    [W + 60, y + slope],
    [W + 60, H + 60],
    [-60, H + 60],
  ];
  const under = dPoly(tear(s, sheet, 5, 0.035));
  const over = dPoly(tear(s, sheet, 5, 0.03));
  const shadow = faded(0.22, group(`translate(${n(0.7 * u)} ${n(-0.9 * u)})`, path(under, '#0b0a12')));
  return shadow + path(under, '#fffaf2') + group(`translate(0 ${n(0.6 * u)})`, path(over, fill));
}

/** The title on strips of paper, a strip to each line; returns how the author's name should be set. */
function strips(s: Stage): ReturnType<typeof partner> {
  const { W, H, m, u, pal } = s;
  const speech = titleVoice(s);
  const leading = speech.caps ? 1.6 : 1.3;
  const block = fit(s.draft.title, {
    ...speech,
    width: W - 2 * m - 5 * u,
    height: H * 0.21,
    max: 17 * u,
    lines: 3,
    leading,
  });
  const paper = '#fffaf0';
  const first = block.runs[0]!.top;
  block.runs.forEach((row, i) => {
    const base = m * 1.1 + i * block.step + first * block.size;
    const [top, foot] = [base - row.top * block.size, base - Math.min(0, row.bottom) * block.size];
    const right = m + (row.right - row.left) * block.size + 4 * u;
    const strip: Point[] = [
      [m, top - 1.3 * u],
      [right, top - 1.6 * u],
      [right + 0.3 * u, foot + 1.6 * u],
      [m, foot + 1.3 * u],
    ];
    add(s, poly(tear(s, strip, 2, 0.012), paper));
  });
  const ink = voice(s, paper, [pal.dark ? pal.ground : pal.ink], 5);
  add(s, place(s, block, { x: m + 2 * u, y: m * 1.1, align: 'left', fill: ink }));
  return partner(speech.face);
}
