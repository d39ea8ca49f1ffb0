import { contrast, darken, mix } from '../colour.server.ts';
import { circle, n, path, rect, stroke } from '../draw.server.ts';
import { add, linear, radial } from '../stage.server.ts';
import type { Stage } from '../stage.server.ts';
import { dUnder, grain, ridge } from '../texture.server.ts';
import { paint, partner, setAuthor, setSecond, setTitle, titleVoice } from './common.server.ts';

/** Bare branches closing in on a moon; sometimes a house, sometimes eyes. */
export function thicket(s: Stage): void {
  const { W, H, m, u, chance, pal } = s;
  const night = pal.dark ? pal.ground : darken(pal.ink, 0.2);
  const fire = [pal.a, pal.b, '#c4161c'].find((colour) => contrast(colour, night) > 2.6) ?? '#d9482f';
  paint(
    s,
    linear(s, [
      [0, darken(night, 0.3)],
      [0.55, mix(night, fire, 0.3)],
      [1, night],
    ]),
  );
  const black = darken(night, 0.72);
  const [mx, my, mr] = [W * chance.between(0.4, 0.6), H * 0.56, (s.tall ? 25 : 18) * u];
  add(
    s,
    circle(
      mx,
      my,
      mr * 2.4,
      radial(s, [
        [0, fire, 0.6],
        [1, fire, 0],
      ]),
    ),
    circle(mx, my, mr, mix(fire, '#fff1da', pal.dark ? 0.35 : 0.6)),
  );
  const back = mix(night, fire, 0.22);
  for (let i = 0; i < 9; i++)
    add(s, trunk(s, chance.between(0, 1) * W, H * 0.97, chance.between(20, 34) * u, back, 3));
  add(s, path(dUnder(s, ridge(s, H * 0.83, 3 * u, 0.5, 5)), mix(black, night, 0.4)));
  if (chance.maybe(0.5)) add(s, manor(mx, H * 0.845, 11 * u, black, '#ffd983'));
  for (const x of [-0.02, 0.1, 0.9, 1.02])
    add(s, trunk(s, x * W + chance.between(-3, 3) * u, H * 1.02, chance.between(40, 52) * u, black, 5));
  add(s, path(dUnder(s, ridge(s, H * 0.9, 3 * u, 0.5, 5)), black));
  for (let i = 0; i < 5; i++) {
    const [x, y] = [chance.between(0.1, 0.9) * W, H * chance.between(0.855, 0.885)];
    if (Math.abs(x - mx) > 16 * u)
      add(s, circle(x, y, 0.4 * u, '#ffd983'), circle(x + 1.5 * u, y, 0.4 * u, '#ffd983'));
  }
  const speech = titleVoice(s);
  const pale = '#fff3e0';
  const title = setTitle(s, { ...speech, y: m * 1.1, height: H * 0.25, fill: pale, max: 26 * u, lines: 4 });
  setSecond(s, {
    face: partner(speech.face).face,
    y: title.bottom + 2.6 * u,
    fill: pale,
    size: 3.7,
    lines: 1,
  });
  setAuthor(s, { ...partner(speech.face), y: H - m, up: true, fill: pale });
  add(s, grain(s, pale, 0.12));
}

/** A bare tree by halving branches; limbs of one weight go into one path, which keeps the file small. */
function trunk(
  { chance }: Stage,
  x: number,
  y: number,
  length: number,
  colour: string,
  depth: number,
): string {
  const limbs: string[] = [];
  const grow = (px: number, py: number, long: number, angle: number, left: number): void => {
    const bend = angle + chance.between(-0.16, 0.16);
    const [qx, qy] = [px + Math.cos(angle) * long * 0.5, py + Math.sin(angle) * long * 0.5];
    const [ex, ey] = [qx + Math.cos(bend) * long * 0.5, qy + Math.sin(bend) * long * 0.5];
    limbs[left] = `${limbs[left] ?? ''}M${n(px)} ${n(py)}Q${n(qx)} ${n(qy)} ${n(ex)} ${n(ey)}`;
    if (left === 0) return;
    for (const side of [-1, 1])
      grow(ex, ey, long * chance.between(0.6, 0.8), bend + side * chance.between(0.18, 0.62), left - 1);
    if (chance.maybe(0.4)) grow(qx, qy, long * 0.5, angle + chance.pick([-0.8, 0.8]), left - 1);
  };
  grow(x, y, length * 0.62, -Math.PI / 2 + chance.between(-0.12, 0.12), depth);
  return limbs.map((d, left) => stroke(d, colour, length * 0.052 * 0.6 ** (depth - left))).join('');
}

function manor(x: number, y: number, k: number, wall: string, lit: string): string {
  const u = k / 10;
  const body = `M${n(x - 9 * u)} ${n(y)}V${n(y - 8 * u)}L${n(x - 4.5 * u)} ${n(y - 14 * u)}L${n(x - 1 * u)} ${n(y - 9 * u)}V${n(y - 15 * u)}L${n(x + 1.8 * u)} ${n(y - 21 * u)}L${n(x + 4.6 * u)} ${n(y - 15 * u)}V${n(y - 9 * u)}H${n(x + 9 * u)}V${n(y)}Z`;
  return (
    path(body, wall) +
    rect(x + 1.1 * u, y - 14.5 * u, 1.4 * u, 2.2 * u, lit) +
    rect(x - 6 * u, y - 6.5 * u, 1.6 * u, 2.4 * u, lit) +
    rect(x + 6 * u, y - 6.5 * u, 1.6 * u, 2.4 * u, wall)
  );
}
