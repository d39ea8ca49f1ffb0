import { mix } from '../colour.server.ts';
import { fit, place } from '../setting.server.ts';
import { add } from '../stage.server.ts';
import type { Stage } from '../stage.server.ts';
import { loud, paint, setAuthor } from './common.server.ts';

export function echo(s: Stage): void {
  const { W, H, m, u, chance, pal } = s;
  paint(s, pal.ground);
  const face = chance.pick(['gothic', 'groteskBlack', 'didoneBold', 'softBlack'] as const);
  const foot = setAuthor(s, { face: 'groteskBold', y: H - m, up: true, fill: pal.ink, align: 'left' });
  const room = foot.top - 6 * u - m;
  const block = fit(s.draft.title, {
    face,
    caps: face === 'gothic',
    width: W - 2 * m,
    height: room / 3.2,
    lines: 4,
    max: 34 * u,
  });
  const gap = block.step - (block.height - (block.runs.length - 1) * block.step);
  const pitch = block.height + Math.max(1.4 * u, gap * 0.6);
  const count = Math.max(2, Math.floor((room + pitch - block.height) / pitch));
  const stride = count > 1 ? Math.min((room - block.height) / (count - 1), pitch * 1.3) : pitch;
  const solid = chance.whole(0, count - 1);
  const tone = loud(s, pal.ground, 1.7);
  for (let i = 0; i < count; i++) {
    const away = Math.abs(i - solid) / Math.max(1, count - 1);
    const fill = i === solid ? pal.ink : mix(tone, pal.ground, Math.min(0.78, away * 1.05));
    add(s, place(s, block, { x: m, y: m + i * stride, align: 'left', fill }));
  }
}
