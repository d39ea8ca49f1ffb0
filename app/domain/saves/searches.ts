/** Searches as addresses: what each list can be asked, what an address asks, and what that is called. Pure. */
import { z } from 'zod';
import { hrefWith, oneOfParam, wordsParam } from '../address.ts';
import { BUDGET_BANDS, DEADLINES } from '../briefs/rules.ts';
import { FORMATS, GENRES, STYLES } from '../covers/rules.ts';
import { AVAILABILITY, PRICE_BANDS } from '../designers/rules.ts';
import { SEARCH_FREQUENCIES, type SearchKind } from './rules.ts';

/** What the address of each list asks, in the order of its parameters. What it does not understand is left out. */
export const ASKED = {
  briefs: (params: URLSearchParams) => ({
    q: wordsParam(params.get('q')),
    genre: oneOfParam(params.get('genre'), GENRES),
    format: oneOfParam(params.get('format'), FORMATS),
    budget: oneOfParam(params.get('budget'), BUDGET_BANDS),
    deadline: oneOfParam(params.get('deadline'), DEADLINES),
  }),
  designers: (params: URLSearchParams) => ({
    q: wordsParam(params.get('q')),
    genre: oneOfParam(params.get('genre'), GENRES),
    style: oneOfParam(params.get('style'), STYLES),
    format: oneOfParam(params.get('format'), FORMATS),
    availability: oneOfParam(params.get('availability'), AVAILABILITY),
    price: oneOfParam(params.get('price'), PRICE_BANDS),
  }),
  covers: (params: URLSearchParams) => ({
    q: wordsParam(params.get('q')),
    genre: oneOfParam(params.get('genre'), GENRES),
    format: oneOfParam(params.get('format'), FORMATS),
    style: oneOfParam(params.get('style'), STYLES),
  }),
} satisfies Record<SearchKind, (params: URLSearchParams) => { q: string }>;

const WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ...{ genre: GENRES, format: FORMATS, style: STYLES, budget: BUDGET_BANDS, deadline: DEADLINES },
  ...{ availability: AVAILABILITY, price: PRICE_BANDS },
};

/** What is listed, as a heading says it. */
export const LISTED: Record<SearchKind, string> = {
  briefs: 'Open briefs',
  designers: 'Designers',
  covers: 'Covers',
};

/** The address of a list that asks what these parameters ask: the same for the same search, without its page and order. */
export const searchHref = (kind: SearchKind, params: URLSearchParams): string =>
  hrefWith(`/${kind}`, ASKED[kind](params));

/** The parameters of an address that `searchHref` made. */
export const paramsOf = (href: string): URLSearchParams => new URLSearchParams(href.split('?')[1] ?? '');

/** "Open briefs: “lighthouse”, Horror, Ebook front". */
export function searchWords(kind: SearchKind, params: URLSearchParams): string {
  const asked = Object.entries(ASKED[kind](params)).flatMap(([name, value]) =>
    !value ? [] : name === 'q' ? [`“${value}”`] : [WORDS[name]?.[value] ?? value],
  );
  return asked.length > 0 ? `${LISTED[kind]}: ${asked.join(', ')}` : `All ${LISTED[kind].toLowerCase()}`;
}

/** So many searches somebody can hear of. */
export const MOST_SEARCHES = 20;
const LONGEST_NAME = 80;

export const SearchForm = z.object({
  name: z
    .string({ error: 'Give the search a name' })
    .trim()
    .min(1, 'Give the search a name')
    .max(LONGEST_NAME, `Shorten the name to ${LONGEST_NAME} characters`),
  frequency: z.enum(SEARCH_FREQUENCIES, { error: 'Choose how often to hear of it' }),
});
export type SearchForm = z.output<typeof SearchForm>;

/** A name to begin with. */
export const firstName = (kind: SearchKind, params: URLSearchParams): string =>
  [...searchWords(kind, params)].slice(0, LONGEST_NAME).join('');

/** On the page of a saved search, each a form of its own. */
export const SEARCH_INTENTS = { save: 'Save', renew: 'Make a new address', remove: 'Delete' } as const;
export type SearchIntent = keyof typeof SEARCH_INTENTS;

/** A feed has so many entries. */
export const FEED_ENTRIES = 30;

/** The feed of a list, and of a saved search by its key. */
export const feedHref = (kind: SearchKind, params: URLSearchParams): string =>
  hrefWith(`/feeds/${kind}.atom`, ASKED[kind](params));
export const keyFeedHref = (key: string): string => `/feeds/searches/${key}.atom`;
