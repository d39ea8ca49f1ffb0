import { path, rect } from '../draw.server.ts';
import { dRun, run } from '../setting.server.ts';
import { add, clipped } from '../stage.server.ts';
import type { Stage } from '../stage.server.ts';
import { paint, setAuthor, setSecond, setTitle, voice } from './common.server.ts';

/** One huge initial, cropped by its field; the words stand quietly on the other. */
export function crop(s: Stage): void {
  const { W, H, m, u, chance, pal } = s;
  const [field, rest] = chance.maybe(0.5) ? [pal.a, pal.ground] : [pal.ground, chance.pick([pal.a, pal.ink])];
  const split = H * (s.tall ? 0.62 : 0.54);
  paint(s, rest);
  const letter = s.draft.title
    .replace(/^(the|a|an)\s+/i, '')
    .charAt(0)
    .toLocaleUpperCase('en');
  const giant = run(
    letter,
    chance.pick(['didoneBold', 'softBlack', 'groteskBlack', 'didoneItalic', 'slab'] as const),
  );
  const [wide, high] = [giant.right - giant.left, giant.top - giant.bottom];
  const size = Math.max((split * 1.16) / high, (W * 0.86) / wide);
  const x = chance.pick([m * 0.4, (W - wide * size) / 2, W - wide * size + 7 * u]) - giant.left * size;
  const baseline = split / 2 + ((giant.top + giant.bottom) / 2) * size + chance.between(-3, 5) * u;
  const tone = voice(s, field, chance.shuffle([pal.ink, pal.b, pal.c, pal.ground]), 1.9);
  const clip = `M0 0H${W}V${split}H0Z`;
  add(s, rect(0, 0, W, split, field), clipped(s, clip, path(dRun(giant, size, x, baseline), tone)));
  const ink = voice(s, rest, [pal.ink, pal.ground], 4.5);
  const author = setAuthor(s, { face: 'grotesk', y: H - m, up: true, align: 'left', fill: ink, size: 5.8 });
  const second = setSecond(s, {
    face: 'garamondItalic',
    y: author.top - 3 * u,
    up: true,
    align: 'left',
    fill: ink,
    size: 4.2,
  });
  const height = second.top - 4 * u - split - 6 * u;
  setTitle(s, {
    face: 'didoneBold',
    y: split + 6 * u,
    height,
    align: 'left',
    fill: ink,
    max: 17 * u,
    leading: 1.04,
  });
}
