import type { Genre } from '#app/domain/covers/rules.ts';
import { luminance } from './colour.server.ts';

/** ground: the paper; ink: type on the ground; a: the loud colour; b: its partner; c: the third voice. */
export type Palette = { ground: string; ink: string; a: string; b: string; c: string; dark: boolean };
type Mood =
  'quiet' | 'bold' | 'night' | 'romance' | 'kids' | 'food' | 'earth' | 'cosmos' | 'vintage' | 'menace';

const SWATCHES: [Mood[], string][] = [
  [['bold', 'quiet', 'vintage'], '#f4eee1 #1e1b18 #c8452d #e3a72f #2f5d62'],
  [['bold', 'food', 'romance'], '#f6e3b4 #3a1730 #b23a48 #e8871e #5b7f73'],
  [['romance', 'quiet'], '#f7d9d0 #1f3b2d #d1495b #edae49 #5e8c61'],
  [['bold', 'food'], '#d6e8dc #14213d #e4572e #f2b134 #2a7f7b'],
  [['quiet', 'bold', 'earth'], '#cfe3ec #4a0d16 #c1272d #f0a202 #2e6f95'],
  [['bold', 'quiet'], '#dad3c4 #161616 #f0502b #8c8577 #fffdf6'],
  [['bold', 'menace'], '#f1e9d8 #141414 #d7261e #9a9484 #f4b400'],
  [['romance', 'bold'], '#dcd0ea #2a1a4a #e8505b #f9b233 #4d7ea8'],
  [['romance', 'food', 'earth'], '#fbc490 #32213a #b5446e #525b76 #fdf0d5'],
  [['earth', 'quiet', 'food'], '#c9d3b8 #22301f #a4452c #e4b363 #4f6d52'],
  [['quiet', 'bold', 'vintage'], '#f5efe0 #16307a #e2533a #8fb1de #f0b93a'],
  [['vintage', 'earth'], '#e9e1cf #27221c #7a2e22 #b48a3c #3d5a55'],
  [['bold'], '#ffd12e #17130c #e4342a #fffaf0 #1d5fa8'],
  [['kids'], '#ffe08a #27325b #ff6f4f #4fb6a8 #f7f3e8'],
  [['kids'], '#a8dcf0 #1d2d5a #ff7a59 #ffd25e #3d9970'],
  [['kids', 'romance'], '#ffc3c8 #3a235e #f2545b #ffd166 #36a3a0'],
  [['kids', 'cosmos'], '#23305e #fff3d6 #ff8360 #ffd25e #6fc3b8'],
  [['food', 'vintage'], '#f5e6cc #3b1410 #d8412f #6b8f3c #f2a541'],
  [['food', 'earth'], '#ede6cf #2b2e16 #7b8b2e #d9622b #e9c35b'],
  [['earth', 'food', 'vintage'], '#f8e7c5 #123c52 #e86a3e #f3b54a #3c9da6'],
  [['quiet'], '#e7e9e6 #1c2a33 #5b8291 #c8553d #b9c4c4'],
  [['quiet'], '#f3f0e8 #2c2a28 #9b6b4e #c9b79c #6e7f80'],
  [['romance'], '#f9d5d3 #6b1231 #e0475b #f59a83 #2f6f6a'],
  [['romance', 'food'], '#ff8e72 #3d0e2e #fff0df #c72c4b #ffd27a'],
  [['romance', 'kids'], '#b9c4f2 #2b1b57 #f2617a #ffd9a0 #5b4fc2'],
  [['night', 'cosmos'], '#10182f #f3e6c4 #d9a441 #3e5c8a #a23b4a'],
  [['night', 'earth', 'vintage'], '#11261f #f0e7cf #d3a550 #3f7a5d #b65a3c'],
  [['menace', 'night'], '#120e10 #f0e6dc #c4161c #6d2226 #8d8079'],
  [['menace', 'bold'], '#111312 #f7f5ee #f2d21b #5a6061 #e2512d'],
  [['cosmos', 'menace', 'earth'], '#0f3440 #f6ebd7 #f0702f #3f8f96 #f4c25b'],
  [['romance', 'night', 'cosmos'], '#2b1030 #f9e4dc #f0507a #f7a650 #7a4a9e'],
  [['vintage', 'menace', 'night'], '#5a0f18 #f5e8d3 #e0a43b #b8433f #ebc8ae'],
  [['cosmos'], '#0b1030 #eaf2f5 #ff5d5d #24c1b9 #f9c74f'],
  [['cosmos'], '#1e0f3c #fde9c9 #ff7a3d #e33e82 #29a3a6'],
  [['menace', 'quiet'], '#1b2329 #e9edea #d94f30 #4c6470 #a9b8bb'],
  [['earth', 'night', 'food', 'vintage'], '#0e4d45 #f7edd8 #f2b544 #e5664a #68a691'],
  [['bold', 'cosmos'], '#17369b #f8f0df #ff6b4a #ffc93c #86a8f0'],
  [['bold', 'food'], '#c52f1b #fff3df #1b1717 #f7b733 #7c1b12'],
  [['earth', 'food', 'vintage'], '#a8452a #fbebd3 #2b1b1a #f1b24a #2f5f63'],
  [['bold', 'vintage', 'earth'], '#d9982b #201711 #8e2f1f #f8ebd0 #2d5158'],
  [['quiet', 'menace', 'night'], '#17171a #efe9dc #d9593d #8f897b #b9ad95'],
  [['quiet', 'earth'], '#2f4858 #f4eee0 #e98a5b #86a9a5 #f2cf8d'],
];

const MOODS: Record<Genre, Mood[]> = {
  literary_fiction: ['quiet', 'bold', 'earth', 'romance'],
  crime_thriller: ['menace', 'menace', 'bold'],
  science_fiction: ['cosmos', 'cosmos', 'bold'],
  fantasy: ['night', 'night', 'vintage', 'cosmos'],
  romance: ['romance'],
  historical_fiction: ['vintage', 'earth', 'night'],
  horror: ['menace', 'night'],
  short_stories: ['bold', 'quiet', 'earth'],
  poetry: ['quiet', 'quiet', 'romance'],
  young_adult: ['romance', 'cosmos', 'kids'],
  childrens: ['kids'],
  comics: ['kids', 'bold', 'cosmos'],
  biography_memoir: ['quiet', 'bold', 'earth'],
  history: ['vintage', 'earth', 'bold'],
  politics_society: ['bold', 'menace'],
  philosophy_religion: ['quiet', 'vintage', 'night'],
  science_nature: ['earth', 'quiet', 'cosmos'],
  business: ['bold', 'bold', 'quiet'],
  self_help: ['romance', 'food', 'bold'],
  food_drink: ['food'],
  travel: ['earth', 'food'],
  art_design: ['bold', 'romance', 'quiet'],
  reference: ['bold', 'vintage', 'quiet'],
};

function parse(swatch: string): Palette {
  const [ground, ink, a, b, c] = swatch.split(' ') as [string, string, string, string, string];
  return { ground, ink, a, b, c, dark: luminance(ground) < 0.2 };
}

/** The palettes that suit a genre, those of its foremost moods more than once. */
export function palettesFor(genre: Genre): Palette[] {
  return MOODS[genre].flatMap((mood) =>
    SWATCHES.filter(([moods]) => moods.includes(mood)).map(([, s]) => parse(s)),
  );
}

export const PALETTE_COUNT = SWATCHES.length;
