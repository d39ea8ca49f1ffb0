import type { Genre } from '#app/domain/covers/rules.ts';
import { fit, place } from './setting.server.ts';
import type { Block, Placing } from './setting.server.ts';
import type { FaceName } from './fonts.server.ts';
import type { Stage } from './stage.server.ts';

/** The small print of covers: what kind of book it is, what was said of it, who publishes it. All of it is invented. */
const KINDS: Partial<Record<Genre, readonly string[]>> = {
  literary_fiction: ['A novel'],
  crime_thriller: ['A novel', 'A thriller'],
  science_fiction: ['A novel'],
  fantasy: ['A novel'],
  romance: ['A novel', 'A love story'],
  historical_fiction: ['A novel'],
  horror: ['A novel'],
  short_stories: ['Stories'],
  poetry: ['Poems'],
  young_adult: ['A novel'],
  biography_memoir: ['A memoir', 'A life'],
  history: ['A history'],
  philosophy_religion: ['An essay', 'Essays'],
  politics_society: ['Essays'],
  food_drink: ['Recipes'],
  travel: ['A journey'],
};

const PRAISE_FICTION = [
  '“A small, bright miracle of a book.”',
  '“I read it in one breath.”',
  '“Sly, tender and utterly alive.”',
  '“Every page hums.”',
  '“It will keep you up till dawn.”',
  '“Fierce, funny, unforgettable.”',
  '“I have thought of little else.”',
];
const PRAISE_FACT = [
  '“As clear as a bell.”',
  '“Changes how you see an ordinary day.”',
  '“Learned, and a joy to read.”',
  '“Keep it within reach.”',
];
const FICTION: readonly Genre[] = [
  'literary_fiction',
  'crime_thriller',
  'science_fiction',
  'fantasy',
  'romance',
  'historical_fiction',
  'horror',
  'short_stories',
  'young_adult',
];
const IMPRINTS = [
  'Halcyon',
  'Tern & Lark',
  'Northlight',
  'Fold Press',
  'Quarto House',
  'Saltmarsh',
  'Penumbra',
  'Aldine Row',
];

/** The subtitle, or else – more often than not – the kind of book. */
export function secondLine(stage: Stage): string | undefined {
  const { draft, chance } = stage;
  if (draft.subtitle) return draft.subtitle;
  const kinds = KINDS[draft.genre];
  return kinds && chance.maybe(0.7) ? chance.pick(kinds) : undefined;
}

/** A line of praise on one cover in four, where the layout has room for it. */
export function praise(stage: Stage): string | undefined {
  const { draft, chance } = stage;
  if (draft.genre === 'childrens' || draft.genre === 'poetry' || !chance.maybe(0.28)) return undefined;
  return chance.pick(FICTION.includes(draft.genre) ? PRAISE_FICTION : PRAISE_FACT);
}

export function imprint(stage: Stage): string {
  return stage.chance.pick(IMPRINTS);
}

export type Lesser = {
  face: FaceName;
  width: number;
  size: number;
  caps?: boolean;
  tracking?: number;
  lines?: number;
};

/** A block for author, subtitle or small print: set at `size`, broken over at most `lines`, smaller only if it must be. */
export function lesser(text: string, o: Lesser): Block {
  const base = {
    face: o.face,
    width: o.width,
    height: 9999,
    max: o.size,
    ...(o.caps
      ? { caps: true, tracking: o.tracking ?? 0.06, leading: 1.5 }
      : { tracking: o.tracking ?? 0, leading: 1.12 }),
  };
  for (let lines = 1; lines < (o.lines ?? 2); lines++) {
    const block = fit(text, { ...base, lines });
    if (block.size >= o.size * 0.86) return block;
  }
  return fit(text, { ...base, lines: o.lines ?? 2 });
}

/** Places a block so that its foot stands on y. */
export function placeUp(stage: Stage, block: Block, at: Placing): string {
  return place(stage, block, { ...at, y: at.y - block.height });
}
