/** What people keep in mind: briefs, designers, and searches they want to hear of. Pure. */

export const SEARCH_KINDS = ['briefs', 'designers', 'covers'] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

export const SEARCH_FREQUENCIES = ['off', 'daily', 'weekly'] as const;
export type SearchFrequency = (typeof SEARCH_FREQUENCIES)[number];
