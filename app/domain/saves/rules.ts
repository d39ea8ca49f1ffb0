/** What people keep in mind: briefs, designers, and searches they want to hear of. Pure. */
import type { Viewer } from '../people/rules.ts';

export const SEARCH_KINDS = ['briefs', 'designers', 'covers'] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

export const SEARCH_FREQUENCIES = ['off', 'daily', 'weekly'] as const;
export type SearchFrequency = (typeof SEARCH_FREQUENCIES)[number];

/** When the mail of a search goes out, if there is anything new. */
export const FREQUENCY_WORDS: Record<SearchFrequency, string> = {
  daily: 'Every morning',
  weekly: 'On Monday mornings',
  off: 'Never: the feed is enough',
};

/** What a form says that saves something, or stops saving it: the state it asks for, so that a second click changes nothing. */
export const SAVE_CHOICES = { yes: 'Save', no: 'Stop saving' } as const;

/** Publishers, authors and staff save designers; designers save briefs. */
export const maySaveDesigners = (viewer: Viewer): boolean =>
  viewer?.role === 'hiring_user' || viewer?.role === 'admin';
