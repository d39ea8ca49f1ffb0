import type { Genre } from '#app/domain/covers/rules.ts';
import type { Stage } from '../stage.server.ts';
import * as animals from './animals.server.ts';
import * as doors from './doors.server.ts';
import * as insects from './insects.server.ts';
import * as plants from './plants.server.ts';
import * as table from './table.server.ts';
import * as tools from './tools.server.ts';
import * as vessels from './vessels.server.ts';
import type { Motif } from './tint.server.ts';

/** All the single things a cover can show, and which of them suit a genre. */
export const MOTIFS = {
  ...animals,
  ...doors,
  ...insects,
  ...plants,
  ...table,
  ...tools,
  ...vessels,
} satisfies Record<string, Motif>;
export type MotifName = keyof typeof MOTIFS;

const SUITED: Record<Genre, readonly MotifName[]> = {
  literary_fiction: [
    'pear',
    'chair',
    'swallow',
    'moonwater',
    'match',
    'windowpane',
    'teacup',
    'fish',
    'house',
    'jellyfish',
    'umbrella',
  ],
  crime_thriller: [
    'match',
    'key',
    'door',
    'umbrella',
    'glass',
    'eye',
    'lighthouse',
    'skyline',
    'bottle',
    'chair',
  ],
  science_fiction: ['planet', 'eye', 'hourglass', 'stairs', 'jellyfish', 'moonwater', 'skyline', 'door'],
  fantasy: ['sword', 'crown', 'moth', 'snake', 'key', 'rose', 'owl', 'fox', 'mushroom', 'tree'],
  romance: ['rose', 'teacup', 'key', 'lemon', 'umbrella', 'sailboat', 'glass', 'suitcase', 'windowpane'],
  historical_fiction: [
    'key',
    'sailboat',
    'candle',
    'crown',
    'swallow',
    'rose',
    'lighthouse',
    'feather',
    'door',
  ],
  horror: ['moth', 'candle', 'eye', 'snake', 'door', 'beetle', 'house', 'hand', 'key'],
  short_stories: [
    'match',
    'fish',
    'teacup',
    'umbrella',
    'chair',
    'swallow',
    'stairs',
    'pear',
    'suitcase',
    'whale',
    'moth',
  ],
  poetry: ['feather', 'moonwater', 'swallow', 'pear', 'shell', 'moth', 'candle', 'tree', 'match'],
  young_adult: ['moth', 'skyline', 'planet', 'fox', 'rose', 'jellyfish', 'hand', 'record', 'match'],
  childrens: ['fox', 'owl', 'whale', 'cat', 'balloon', 'house', 'mushroom', 'sailboat', 'planet', 'fish'],
  comics: ['planet', 'cat', 'eye', 'skyline', 'fox', 'match', 'record', 'beetle'],
  biography_memoir: [
    'chair',
    'windowpane',
    'suitcase',
    'swallow',
    'house',
    'umbrella',
    'feather',
    'sailboat',
    'record',
    'tree',
  ],
  history: ['crown', 'sailboat', 'key', 'scales', 'candle', 'sword', 'feather', 'hourglass', 'lighthouse'],
  politics_society: ['scales', 'stairs', 'match', 'door', 'eye', 'skyline', 'hourglass', 'key', 'hand'],
  philosophy_religion: [
    'candle',
    'eye',
    'hourglass',
    'hand',
    'tree',
    'moonwater',
    'stairs',
    'shell',
    'feather',
  ],
  science_nature: [
    'moth',
    'beetle',
    'shell',
    'jellyfish',
    'mushroom',
    'whale',
    'planet',
    'tree',
    'fish',
    'owl',
    'feather',
  ],
  business: ['stairs', 'bulb', 'key', 'match', 'door', 'hourglass', 'mountain', 'skyline'],
  self_help: ['bulb', 'mountain', 'teacup', 'tree', 'candle', 'windowpane', 'key', 'balloon', 'pear'],
  food_drink: ['lemon', 'pear', 'fish', 'fork', 'glass', 'teacup', 'mushroom', 'bottle'],
  travel: ['suitcase', 'sailboat', 'mountain', 'balloon', 'lighthouse', 'swallow', 'umbrella'],
  art_design: ['pencil', 'record', 'eye', 'chair', 'pear', 'hand', 'bulb'],
  reference: ['book', 'pencil', 'bulb', 'owl', 'feather', 'hourglass', 'shell'],
};

/** Words of a title that name a motif outright; such a title gets its motif. */
const NAMED: [RegExp, MotifName][] = [
  [/\bmoths?\b|butterfl/i, 'moth'],
  [/\bkeys?\b|\block/i, 'key'],
  [/lighthouse|beacon/i, 'lighthouse'],
  [/\bmoon|tide\b|\btides\b/i, 'moonwater'],
  [/\bchairs?\b/i, 'chair'],
  [/bird|swallow|swift|wing/i, 'swallow'],
  [/\bmatch|\bfire|flame|burn|spark/i, 'match'],
  [/\bfox/i, 'fox'],
  [/mountain|summit|alp/i, 'mountain'],
  [/stair|ladder/i, 'stairs'],
  [/window/i, 'windowpane'],
  [/\bhands?\b/i, 'hand'],
  [/\bcity|cities|skyline/i, 'skyline'],
  [/planet|saturn|orbit/i, 'planet'],
  [/sword|blade|knight/i, 'sword'],
  [/\btea\b|coffee|café/i, 'teacup'],
  [/candle|\blight\b/i, 'candle'],
  [/rain|umbrella|weather/i, 'umbrella'],
  [/feather|quill/i, 'feather'],
  [/\beyes?\b|watch/i, 'eye'],
  [/\bpears?\b|orchard|fruit/i, 'pear'],
  [/lemon|citrus|orange/i, 'lemon'],
  [/\bfish|anchov|herring|\bsea\b/i, 'fish'],
  [/crown|king|queen|throne/i, 'crown'],
  [/\btrees?\b|forest|wood/i, 'tree'],
  [/\brose|garden/i, 'rose'],
  [/\bshell|shore/i, 'shell'],
  [/whale/i, 'whale'],
  [/\bowls?\b/i, 'owl'],
  [/\bcats?\b/i, 'cat'],
  [/beetle|insect/i, 'beetle'],
  [/mushroom|fung/i, 'mushroom'],
  [/jellyfish|deep/i, 'jellyfish'],
  [/snake|serpent/i, 'snake'],
  [/house|home/i, 'house'],
  [/hour|time\b|clock/i, 'hourglass'],
  [/\bdoors?\b|threshold/i, 'door'],
  [/\bboat|sail|harbour|ship/i, 'sailboat'],
  [/suitcase|luggage|journey/i, 'suitcase'],
  [/wine|glass/i, 'glass'],
  [/balloon/i, 'balloon'],
  [/justice|law\b|scales/i, 'scales'],
  [/idea|invent/i, 'bulb'],
  [/record|vinyl|song|music/i, 'record'],
];

/** The motif for this cover: the one its title names, else one that suits the genre; `only` narrows the choice. */
export function motifFor(stage: Stage, only?: readonly MotifName[]): Motif {
  const { title, genre } = stage.draft;
  const named = NAMED.find(([words, name]) => words.test(title) && (!only || only.includes(name)));
  const suited = only ? SUITED[genre].filter((name) => only.includes(name)) : SUITED[genre];
  const drawn = stage.chance.pick(suited.length ? suited : (only ?? SUITED[genre]));
  return MOTIFS[named ? named[1] : drawn];
}

/** Different motifs for a set of pictures on one cover, the one the title names first. */
export function motifsFor(stage: Stage, count: number): Motif[] {
  const first = motifFor(stage);
  const rest = stage.chance.shuffle([...new Set(SUITED[stage.draft.genre])]).map((name) => MOTIFS[name]);
  const all = [first, ...rest.filter((motif) => motif !== first)];
  return Array.from({ length: count }, (_, i) => all[i % all.length]!);
}
