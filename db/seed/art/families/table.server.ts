import { darken, luminance, mix } from '../colour.server.ts';
import { circle, ellipse, group, n, path, put, rect } from '../draw.server.ts';
import { motifFor } from '../motifs/index.server.ts';
import type { MotifName } from '../motifs/index.server.ts';
import { place } from '../setting.server.ts';
import { add } from '../stage.server.ts';
import type { Stage } from '../stage.server.ts';
import { grain } from '../texture.server.ts';
import { lesser } from '../words.server.ts';
import { loud, paint, partner, setSecond, setTitle, tint, titleVoice, voice } from './common.server.ts';

type Plate = { x: number; y: number; r: number };
const CHINA = '#fffaf0';
const FORK =
  'M-2 20C-7 16 -8 6 -8 -4V-30H-5V-6H-1.500V-30H1.500V-6H5V-30H8V-4C8 6 7 16 2 20L3.500 96C3.500 102 -3.500 102 -3.500 96Z';
const KNIFE = 'M-4 24V-34C4 -28 6 4 4 24V96C4 102 -3.500 102 -3.500 96Z';
const SIDES: readonly MotifName[] = ['lemon', 'pear', 'glass', 'mushroom', 'teacup'];

/** Dinner from above: plate, cutlery and company on a coloured cloth. */
export function table(s: Stage): void {
  const { W, H, m, u, chance, pal } = s;
  const cloth = chance.pick([pal.ground, pal.c, pal.b]);
  paint(s, cloth);
  checks(s, cloth);
  const plate = { x: W / 2, y: H * (s.tall ? 0.6 : 0.56), r: Math.min(W * 0.37, H * 0.29) };
  const ink = voice(s, cloth, [pal.ink, CHINA, pal.ground], 4.5);
  dish(s, plate, cloth);
  if (s.tall) cutlery(s, plate, voice(s, cloth, [pal.ink, CHINA], 3));
  for (const [x, y] of [
    [0.06, 0.9],
    [0.94, 0.36],
    [0.93, 0.92],
    [0.05, 0.4],
  ] as const) {
    if (!chance.maybe(0.7)) continue;
    const side = motifFor({ ...s, draft: { ...s.draft, title: '' } }, SIDES);
    add(s, put(W * x, H * y, 12 * u, side(tint(s, cloth)), chance.between(-40, 40)));
  }
  const speech = titleVoice(s);
  const room = plate.y - plate.r - m;
  const title = setTitle(s, {
    ...speech,
    y: m * 1.1,
    height: Math.min(H * 0.21, room - 12 * u),
    fill: ink,
    max: 22 * u,
    lines: 3,
  });
  const small = {
    face: partner(speech.face).face,
    y: title.bottom + 2.4 * u,
    fill: ink,
    size: 3.8,
    lines: 1,
  };
  if (plate.y - plate.r - title.bottom > 8 * u) setSecond(s, small);
  const author = lesser(s.draft.author, { ...partner(speech.face), width: W * 0.7, size: 6.2 * u });
  const y = H - m - author.height;
  add(
    s,
    rect((W - author.width) / 2 - 4 * u, y - 2.6 * u, author.width + 8 * u, author.height + 5.2 * u, cloth),
  );
  add(s, place(s, author, { x: W / 2, y, align: 'center', fill: ink }), grain(s, darken(cloth, 0.5), 0.12));
}

/** Gingham, stripes or a plain cloth. */
function checks(s: Stage, cloth: string): void {
  const { W, H, chance, pal } = s;
  const kind = chance.whole(0, 2);
  const soft = mix(cloth, luminance(cloth) > 0.4 ? pal.a : '#fff3da', 0.22);
  for (let i = 0; i < 14 && kind < 2; i++) {
    add(s, rect((i * W) / 7, 0, W / 14, H, soft, 'opacity=".7"'));
    if (kind === 0) add(s, rect(0, (i * W) / 7, W, W / 14, soft, 'opacity=".7"'));
  }
}

function dish(s: Stage, { x, y, r }: Plate, cloth: string): void {
  const { u, chance, pal } = s;
  const rim = loud(s, CHINA, 2);
  add(s, circle(x + 1.4 * u, y + 2 * u, r, darken(cloth, 0.5), 'opacity=".3"'), circle(x, y, r, CHINA));
  add(s, circle(x, y, r * 0.95, 'none', `stroke="${rim}" stroke-width="${n(0.9 * u)}"`));
  add(s, circle(x, y, r * 0.68, mix(CHINA, cloth, 0.12)));
  const food = motifFor(s, ['lemon', 'fish', 'pear', 'mushroom']);
  add(s, put(x, y, r * 0.58, food(tint(s, CHINA)), chance.between(-24, 24)));
  for (let i = 0; i < 7; i++) {
    const a = chance.between(0, 6.28);
    const k = r * chance.between(0.72, 0.84);
    const crumb = ellipse(0, 0, 1.7 * u, 0.8 * u, i % 2 ? pal.a : pal.c);
    add(
      s,
      group(`translate(${n(x + Math.cos(a) * k)} ${n(y + Math.sin(a) * k)}) rotate(${n(a * 57)})`, crumb),
    );
  }
}

function cutlery(s: Stage, { x, y, r }: Plate, steel: string): void {
  const { u } = s;
  for (const [side, d] of [
    [-1, FORK],
    [1, KNIFE],
  ] as const) {
    const at = `translate(${n(x + side * (r + 5.6 * u))} ${n(y - 9 * u)}) scale(${(u / 4.2).toFixed(2)})`;
    add(s, group(at, path(d, steel)));
  }
}
