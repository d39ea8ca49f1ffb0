/**
 * What a book cover is, in the words of the trade: its genre, its format, its style.
 * Pure vocabulary, shared by briefs, portfolios and designers; it knows nothing of any of them.
 */

/** Genres, after the top levels of BISAC and Thema that cover designers sort their work by. */
export const GENRES = {
  literary_fiction: 'Literary fiction',
  crime_thriller: 'Crime & thriller',
  science_fiction: 'Science fiction',
  fantasy: 'Fantasy',
  romance: 'Romance',
  historical_fiction: 'Historical fiction',
  horror: 'Horror',
  short_stories: 'Short stories',
  poetry: 'Poetry & drama',
  young_adult: 'Young adult',
  childrens: 'Children’s',
  comics: 'Comics & graphic novels',
  biography_memoir: 'Biography & memoir',
  history: 'History',
  politics_society: 'Politics & society',
  philosophy_religion: 'Philosophy & religion',
  science_nature: 'Science & nature',
  business: 'Business & economics',
  self_help: 'Self-help & wellbeing',
  food_drink: 'Food & drink',
  travel: 'Travel',
  art_design: 'Art, design & music',
  reference: 'Reference & education',
} as const;
export type Genre = keyof typeof GENRES;
export const GENRE_KEYS = Object.keys(GENRES) as [Genre, ...Genre[]];

/** What can be delivered. A brief asks for one or more of these. */
export const FORMATS = {
  ebook_front: 'Ebook front',
  paperback_wrap: 'Paperback wrap',
  hardcover_case: 'Hardcover case',
  audiobook_square: 'Audiobook square',
  custom: 'Something else',
} as const;
export type Format = keyof typeof FORMATS;
export const FORMAT_KEYS = Object.keys(FORMATS) as [Format, ...Format[]];

/** Formats that are bound, and so have a printer, a trim size, a paper and a page count. */
export const BOUND_FORMATS: readonly Format[] = ['paperback_wrap', 'hardcover_case', 'custom'];

/** How a cover is made, as a publisher would ask for it. */
export const STYLES = {
  typographic: 'Type-led',
  illustrated: 'Illustrated',
  photographic: 'Photographic',
  hand_lettered: 'Hand-lettered',
  collage: 'Collage',
  painterly: 'Painterly',
  minimal: 'Minimal',
  vintage: 'Vintage',
} as const;
export type Style = keyof typeof STYLES;
export const STYLE_KEYS = Object.keys(STYLES) as [Style, ...Style[]];
