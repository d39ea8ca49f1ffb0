import type { Genre, Style } from '#app/domain/covers/rules.ts';
import type { Chance } from '../random.server.ts';
import type { CoverDraft, Stage } from '../stage.server.ts';
import { aquarelle } from './aquarelle.server.ts';
import { arcana } from './arcana.server.ts';
import { banded } from './banded.server.ts';
import { bokeh } from './bokeh.server.ts';
import { bold } from './bold.server.ts';
import { botanical } from './botanical.server.ts';
import { bouquet } from './bouquet.server.ts';
import { brush } from './brush.server.ts';
import { burrow } from './burrow.server.ts';
import { collage } from './collage.server.ts';
import { constructivist } from './constructivist.server.ts';
import { contour } from './contour.server.ts';
import { corridor } from './corridor.server.ts';
import { crop } from './crop.server.ts';
import { cutouts } from './cutouts.server.ts';
import { dabs } from './dabs.server.ts';
import { echo } from './echo.server.ts';
import { emblem } from './emblem.server.ts';
import { facade } from './facade.server.ts';
import { frame } from './frame.server.ts';
import { label } from './label.server.ts';
import { lettered } from './lettered.server.ts';
import { mist } from './mist.server.ts';
import { naive } from './naive.server.ts';
import { noir } from './noir.server.ts';
import { opart } from './opart.server.ts';
import { panels } from './panels.server.ts';
import { plain } from './plain.server.ts';
import { planets } from './planets.server.ts';
import { poster } from './poster.server.ts';
import { sea } from './sea.server.ts';
import { shadowlight } from './shadowlight.server.ts';
import { slice } from './slice.server.ts';
import { specimen } from './specimen.server.ts';
import { stack } from './stack.server.ts';
import { still } from './still.server.ts';
import { strata } from './strata.server.ts';
import { swiss } from './swiss.server.ts';
import { table } from './table.server.ts';
import { tumble } from './tumble.server.ts';
import { upright } from './upright.server.ts';
import { hush } from './hush.server.ts';
import { thicket } from './thicket.server.ts';
import { profile } from './profile.server.ts';

const DRAWN = {
  hush,
  thicket,
  profile,
  aquarelle,
  arcana,
  banded,
  bokeh,
  bold,
  botanical,
  bouquet,
  brush,
  burrow,
  collage,
  constructivist,
  contour,
  corridor,
  crop,
  cutouts,
  dabs,
  echo,
  emblem,
  facade,
  frame,
  label,
  lettered,
  mist,
  naive,
  noir,
  opart,
  panels,
  plain,
  planets,
  poster,
  sea,
  shadowlight,
  slice,
  specimen,
  stack,
  still,
  strata,
  swiss,
  table,
  tumble,
  upright,
};
export type FamilyName = keyof typeof DRAWN;
export const FAMILIES: Record<FamilyName, (s: Stage) => void> = DRAWN;
export const FAMILY_NAMES = Object.keys(FAMILIES) as FamilyName[];

/** Names in a row; the test holds them against the families drawn. */
const list = (names: string): FamilyName[] => names.split(' ') as FamilyName[];

/** Which ways of making suit which family of layouts. */
const BY_STYLE: Record<Style, readonly FamilyName[]> = {
  typographic: list('stack crop slice echo upright tumble swiss bold plain opart constructivist'),
  illustrated: list(
    'thicket profile emblem label specimen arcana naive panels strata burrow poster planets contour botanical bouquet facade noir table',
  ),
  photographic: list('sea mist bokeh shadowlight corridor still'),
  hand_lettered: list(
    'thicket profile lettered bouquet naive emblem botanical strata collage cutouts facade noir planets',
  ),
  collage: list('collage cutouts constructivist burrow strata panels noir table'),
  painterly: list('aquarelle brush dabs still cutouts'),
  minimal: list('hush plain crop upright swiss emblem opart banded'),
  vintage: list(
    'thicket frame banded label poster arcana plain botanical constructivist specimen contour planets',
  ),
};

/** Which families suit a genre. `everywhere` below goes with all of them. */
const BY_GENRE: Record<Genre, readonly FamilyName[]> = {
  literary_fiction: list(
    'hush profile stack crop echo plain banded label strata burrow opart sea mist shadowlight still botanical facade cutouts',
  ),
  crime_thriller: list(
    'thicket profile stack slice upright banded strata opart sea mist bokeh corridor facade noir constructivist bold',
  ),
  science_fiction: list(
    'profile hush stack slice swiss upright arcana burrow planets opart mist corridor bokeh constructivist',
  ),
  fantasy: list('thicket thicket arcana specimen strata contour mist sea botanical bouquet stack plain'),
  romance: list('hush echo label burrow poster bokeh shadowlight sea botanical bouquet facade cutouts plain'),
  historical_fiction: list(
    'hush profile crop plain label arcana strata poster sea mist corridor botanical bouquet facade',
  ),
  horror: list('thicket thicket stack slice arcana strata burrow opart mist sea corridor noir'),
  short_stories: list(
    'hush profile stack slice echo tumble plain banded label specimen bokeh shadowlight still facade cutouts',
  ),
  poetry: list(
    'hush profile crop echo tumble plain banded label burrow sea mist shadowlight still botanical bouquet cutouts',
  ),
  young_adult: list(
    'thicket profile stack echo tumble arcana strata burrow planets mist bokeh bouquet facade cutouts panels',
  ),
  childrens: list('hush echo stack naive naive tumble label burrow specimen planets cutouts mist sea'),
  comics: list('stack echo tumble panels panels planets facade noir constructivist bokeh bold corridor'),
  biography_memoir: list(
    'hush profile profile stack crop echo plain banded specimen strata poster contour sea mist shadowlight botanical facade cutouts',
  ),
  history: list('stack crop upright plain banded specimen poster contour sea corridor constructivist'),
  politics_society: list(
    'profile stack slice crop upright plain swiss banded bold contour opart bokeh corridor facade constructivist',
  ),
  philosophy_religion: list(
    'hush profile crop plain swiss banded arcana burrow opart shadowlight sea corridor still cutouts',
  ),
  science_nature: list(
    'hush plain swiss banded specimen specimen strata burrow planets contour opart sea mist botanical cutouts bold',
  ),
  business: list(
    'strata contour hush profile stack upright swiss bold bold opart corridor shadowlight constructivist cutouts',
  ),
  self_help: list(
    'profile hush stack echo tumble bold label strata burrow opart shadowlight still sea botanical bouquet cutouts',
  ),
  food_drink: list(
    'upright label specimen poster table table still shadowlight botanical bouquet cutouts stack',
  ),
  travel: list('hush upright strata poster poster contour sea mist facade cutouts stack'),
  art_design: list(
    'hush profile stack slice crop echo upright swiss label specimen opart bokeh shadowlight still facade constructivist cutouts',
  ),
  reference: list(
    'hush stack crop upright tumble plain swiss banded label specimen bold contour still shadowlight cutouts',
  ),
};
const EVERYWHERE: readonly FamilyName[] = [
  'emblem',
  'lettered',
  'collage',
  'aquarelle',
  'brush',
  'dabs',
  'frame',
];

/** What would strike the wrong note although its style fits. */
const NEVER: Partial<Record<Genre, readonly FamilyName[]>> = {
  childrens: list('brush frame dabs'),
  business: list('frame dabs'),
  comics: list('frame aquarelle'),
};

/** The families a draft may be drawn in: those that suit both its style and its genre, never an empty list. */
export function familiesFor({ genre, style }: Pick<CoverDraft, 'genre' | 'style'>): FamilyName[] {
  const suited = [...BY_GENRE[genre], ...EVERYWHERE].filter(
    (name) => BY_STYLE[style].includes(name) && !NEVER[genre]?.includes(name),
  );
  return suited.length ? suited : [...BY_STYLE[style]];
}

export function chooseFamily(draft: CoverDraft, chance: Chance): FamilyName {
  return chance.pick(familiesFor(draft));
}
