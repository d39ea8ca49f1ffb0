import type { Genre } from '#app/domain/covers/rules.ts';
import { contrast, darken, lighten, mix, readable } from '../colour.server.ts';
import { rect } from '../draw.server.ts';
import type { FaceName } from '../fonts.server.ts';
import type { Tint } from '../motifs/tint.server.ts';
import { fit, place } from '../setting.server.ts';
import type { Fit } from '../setting.server.ts';
import { add } from '../stage.server.ts';
import type { Stage } from '../stage.server.ts';
import { lesser, secondLine } from '../words.server.ts';

/** What every layout needs: type set into a place, the ground painted, colours that read on each other. */
export type Span = { top: number; bottom: number; size: number };
type Align = 'left' | 'center' | 'right';

export type TitleSpot = Omit<Fit, 'width' | 'face'> & {
  face: FaceName;
  y: number;
  fill: string;
  width?: number;
  align?: Align;
  x?: number;
  /** where the block stands within `height` */
  stand?: 'top' | 'middle' | 'bottom';
  text?: string;
};

const edge = (s: Stage, align: Align): number =>
  align === 'left' ? s.m : align === 'right' ? s.W - s.m : s.W / 2;

export function setTitle(s: Stage, o: TitleSpot): Span {
  const align = o.align ?? 'center';
  const block = fit(o.text ?? s.draft.title, { ...o, width: o.width ?? s.W - 2 * s.m });
  const slack = o.height - block.height;
  const y = o.y + (o.stand === 'bottom' ? slack : o.stand === 'middle' ? slack / 2 : 0);
  add(s, place(s, block, { x: o.x ?? edge(s, align), y, align, fill: o.fill }));
  return { top: y, bottom: y + block.height, size: block.size };
}

export type LineSpot = {
  face: FaceName;
  y: number;
  fill: string;
  /** in hundredths of the width */
  size?: number;
  width?: number;
  align?: Align;
  x?: number;
  caps?: boolean;
  tracking?: number;
  lines?: number;
  /** y is the foot of the type, not its head */
  up?: boolean;
};

export function setLine(s: Stage, text: string, o: LineSpot): Span {
  const align = o.align ?? 'center';
  const block = lesser(text, {
    face: o.face,
    width: o.width ?? s.W - 2 * s.m,
    size: (o.size ?? 6) * s.u,
    ...(o.caps ? { caps: true } : {}),
    ...(o.tracking === undefined ? {} : { tracking: o.tracking }),
    ...(o.lines ? { lines: o.lines } : {}),
  });
  const y = o.up ? o.y - block.height : o.y;
  add(s, place(s, block, { x: o.x ?? edge(s, align), y, align, fill: o.fill }));
  return { top: y, bottom: y + block.height, size: block.size };
}

export const setAuthor = (s: Stage, o: LineSpot): Span => setLine(s, s.draft.author, { size: 6.4, ...o });

/** The subtitle or kind of book, when there is one; otherwise nothing, and the span is empty at y. */
export function setSecond(s: Stage, o: LineSpot): Span {
  const text = secondLine(s);
  return text ? setLine(s, text, { size: 4, lines: 3, ...o }) : { top: o.y, bottom: o.y, size: 0 };
}

export function paint(s: Stage, fill: string): void {
  add(s, rect(0, 0, s.W, s.H, fill));
}

/** The first of the palette's colours that reads as large type on `ground`. */
export function voice(s: Stage, ground: string, wanted: readonly string[] = [], least = 3.4): string {
  return readable(ground, [...wanted, s.pal.ink, s.pal.ground, '#fffaf0', '#14110f'], least);
}

/** The loudest colour that still stands clear of a ground, for drawings. */
export function loud(s: Stage, ground: string, least = 1.9): string {
  const { a, b, c, ink } = s.pal;
  return [a, b, c].find((colour) => contrast(colour, ground) >= least) ?? ink;
}

/** A motif's colours on a ground. */
export function tint(s: Stage, ground: string): Tint {
  const { a, b, c, ink, ground: paper } = s.pal;
  const main = loud(s, ground);
  const rest = [b, c, a].filter((colour) => colour !== main);
  const accent =
    rest.find((colour) => contrast(colour, ground) >= 1.35 && contrast(colour, main) >= 1.2) ?? ink;
  const light = [paper, '#fff6e2', ink].find(
    (colour) => contrast(colour, ground) >= 1.25 && contrast(colour, main) >= 1.7,
  );
  return {
    main,
    shade: s.pal.dark ? darken(main, 0.42) : mix(main, darken(ink, 0.2), 0.52),
    light: light ?? lighten(main, 0.65),
    accent,
    hole: ground,
  };
}

type Voice = { face: FaceName; caps?: boolean; tracking?: number; leading?: number };
const CALM: Voice[] = [
  { face: 'didone' },
  { face: 'garamond' },
  { face: 'soft' },
  { face: 'didoneItalic' },
  { face: 'geometric', caps: true, tracking: 0.06 },
];
const LOUD: Voice[] = [
  { face: 'gothic', caps: true },
  { face: 'groteskBlack' },
  { face: 'slab' },
  { face: 'geometricBold' },
];
const CLASSIC: Voice[] = [
  { face: 'roman', caps: true, tracking: 0.02 },
  { face: 'garamond' },
  { face: 'didoneBold' },
  { face: 'didone', caps: true, tracking: 0.03 },
];
const VOICES: Partial<Record<Genre, Voice[]>> = {
  literary_fiction: [...CALM, { face: 'gothic', caps: true }, { face: 'softBlack' }],
  crime_thriller: [
    { face: 'gothic', caps: true },
    { face: 'gothic', caps: true },
    { face: 'groteskBlack', caps: true },
    { face: 'slab', caps: true },
  ],
  science_fiction: [
    { face: 'geometricBold', caps: true, tracking: 0.04 },
    { face: 'gothic', caps: true },
    { face: 'grotesk', caps: true, tracking: 0.03 },
  ],
  fantasy: [{ face: 'roman', caps: true }, { face: 'romanBold', caps: true }, { face: 'deco' }],
  romance: [{ face: 'script' }, { face: 'softBlack' }, { face: 'didoneItalic' }, { face: 'hand' }],
  historical_fiction: CLASSIC,
  horror: [{ face: 'gothic', caps: true }, { face: 'romanBold', caps: true }, { face: 'slab' }],
  short_stories: [...CALM, ...LOUD],
  poetry: [{ face: 'garamondItalic' }, { face: 'garamond' }, { face: 'didone' }, { face: 'didoneItalic' }],
  young_adult: [{ face: 'hand' }, { face: 'softBlack' }, { face: 'gothic', caps: true }, { face: 'script' }],
  childrens: [{ face: 'round' }, { face: 'hand' }, { face: 'softBlack' }],
  comics: [
    { face: 'slab', caps: true },
    { face: 'gothic', caps: true },
    { face: 'hand', caps: true },
  ],
  biography_memoir: CALM,
  history: CLASSIC,
  philosophy_religion: [{ face: 'garamond' }, { face: 'didone' }, { face: 'roman', caps: true }],
  science_nature: [{ face: 'soft' }, { face: 'garamond' }, { face: 'didoneBold' }, { face: 'geometricBold' }],
  food_drink: [{ face: 'softBlack' }, { face: 'slab' }, { face: 'script' }, { face: 'didoneBold' }],
  travel: [
    { face: 'deco' },
    { face: 'geometricBold', caps: true },
    { face: 'slab' },
    { face: 'gothic', caps: true },
  ],
  self_help: [{ face: 'softBlack' }, { face: 'round' }, { face: 'geometricBold' }],
};

/** How the title of this genre speaks; `hand_lettered` covers are always lettered by hand. */
export function titleVoice(s: Stage): Voice {
  if (s.draft.style === 'hand_lettered')
    return s.chance.pick<Voice>([
      { face: 'script' },
      { face: 'hand' },
      { face: 'hand', caps: true, leading: 1.15 },
    ]);
  return s.chance.pick(VOICES[s.draft.genre] ?? LOUD);
}

/** The face for author and small print that goes with a title's face. */
export function partner(title: FaceName): { face: FaceName; caps?: boolean; tracking?: number } {
  switch (title) {
    case 'gothic':
    case 'groteskBlack':
    case 'slab':
      return { face: 'groteskBold', caps: true, tracking: 0.05 };
    case 'round':
    case 'hand':
      return { face: 'round' };
    case 'roman':
    case 'romanBold':
      return { face: 'roman', caps: true, tracking: 0.08 };
    case 'script':
    case 'geometric':
    case 'geometricBold':
    case 'deco':
      return { face: 'geometric', caps: true, tracking: 0.14 };
    case 'softBlack':
    case 'soft':
      return { face: 'soft' };
    case 'grotesk':
    case 'groteskBold':
      return { face: 'groteskBold' };
    default:
      return { face: 'garamond', caps: true, tracking: 0.14 };
  }
}
