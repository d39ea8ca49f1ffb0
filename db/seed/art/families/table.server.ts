import { darken, luminance, mix } from '../colour.server.ts';
import { circle, ellipse, group, n, path, put, rect } from '../draw.server.ts';
import { motifFor } from '../motifs/index.server.ts';
import { place } from '../setting.server.ts';
import { add } from '../stage.server.ts';
import type { Stage } from '../stage.server.ts';
import { grain } from '../texture.server.ts';
import { lesser } from '../words.server.ts';
import { loud, paint, partner, setSecond, setTitle, tint, titleVoice, voice } from './common.server.ts';

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
}
