/**
 * How well a brief and a designer fit: what counts, for how much, and what is said of it. The page that explains it draws
 * its words from this list, and a test keeps them true. Nothing in here can be bought. Pure.
 */
import { BUDGET_BAND_KEYS, type BudgetBand } from '../briefs/rules.ts';
import { FORMATS, GENRES, type Format, type Genre } from '../covers/rules.ts';
import { AVAILABILITY, PRICE_BAND_KEYS, type Availability, type PriceBand } from '../designers/rules.ts';

/** What a brief asks, as far as it counts. */
export type Wish = {
  genre: Genre | null;
  formatKinds: readonly Format[];
  budgetBand: BudgetBand;
};
/** What a designer offers, as far as it counts. */
export type Offer = {
  genres: readonly Genre[];
  formats: readonly Format[];
  priceBand: PriceBand | null;
  availability: Availability;
};
/** How new the one is that is recommended: a brief since it was posted, a designer since they last showed a cover. */
export type Freshness = 'new' | 'recent' | 'old';
export type Fit = { wish: Wish; offer: Offer; freshness: Freshness };

/** Days up to which something is new, and recent. */
export const FRESH_DAYS = { brief: { new: 14, recent: 45 }, designer: { new: 90, recent: 365 } } as const;

const DAY = 24 * 3600 * 1000;

export function freshnessOf(kind: keyof typeof FRESH_DAYS, since: Date | null, now: Date): Freshness {
  const days = since ? (now.getTime() - since.getTime()) / DAY : Infinity;
  if (days <= FRESH_DAYS[kind].new) return 'new';
  return days <= FRESH_DAYS[kind].recent ? 'recent' : 'old';
}

/** To whom a reason is told: to the designer of a brief, or to the publisher of a designer. */
export type Reader = 'designer' | 'publisher';
type Judged = { points: number; told: Record<Reader, string> | null };
type Factor = {
  label: string;
  /** At most, of a hundred in all. */
  points: number;
  /** How the points are given, as the page that explains it says it. */
  words: string;
  judge: (fit: Fit) => Judged;
};

const nothing: Judged = { points: 0, told: null };
const { brief: BRIEF_DAYS, designer: DESIGNER_DAYS } = FRESH_DAYS;

/** In the order in which reasons are told. */
export const FACTORS = {
  genre: {
    label: 'Genre',
    points: 40,
    words:
      'All points when the designer names the brief’s genre. Half of them when the designer names no genre at all.',
    judge({ wish: { genre }, offer: { genres } }) {
      if (genres.length === 0) return { points: 20, told: null };
      if (genre === null || !genres.includes(genre)) return nothing;
      const name = GENRES[genre];
      return { points: 40, told: { designer: `your genres: ${name}`, publisher: `genre: ${name}` } };
    },
  },
  formats: {
    label: 'Formats',
    points: 20,
    words:
      'The share of the brief’s formats that the designer makes. Half when the designer names no format at all.',
    judge({ wish: { formatKinds }, offer: { formats } }) {
      if (formats.length === 0 || formatKinds.length === 0) return { points: 10, told: null };
      const made = formatKinds.filter((kind) => formats.includes(kind));
      if (made.length === 0) return nothing;
      const names = made.map((kind) => FORMATS[kind].toLowerCase()).join(', ');
      const points = Math.round((20 * made.length) / formatKinds.length);
      return { points, told: { designer: `your formats: ${names}`, publisher: `formats: ${names}` } };
    },
  },
  budget: {
    label: 'Budget',
    points: 20,
    words:
      'All points when the most the brief pays is in the band of what the designer usually asks for a front cover, or above it. Half when the brief asks for quotes, or the designer names no band. None when it pays less. Currencies are not converted.',
    judge({ wish: { budgetBand }, offer: { priceBand } }) {
      if (budgetBand === 'open' || priceBand === null) return { points: 10, told: null };
      if (BUDGET_BAND_KEYS.indexOf(budgetBand) < PRICE_BAND_KEYS.indexOf(priceBand)) return nothing;
      return {
        points: 20,
        told: { designer: 'the budget is within your band', publisher: 'usual price within the budget' },
      };
    },
  },
  time: {
    label: 'Time',
    points: 10,
    words:
      'All points for a designer who is available now, half for one who is within a month, none for one who is booked.',
    judge({ offer: { availability } }) {
      if (availability === 'closed') return nothing;
      const words = AVAILABILITY[availability].toLowerCase();
      return {
        points: availability === 'now' ? 10 : 5,
        told: { designer: `you are ${words}`, publisher: words },
      };
    },
  },
  fresh: {
    label: 'What is new',
    points: 10,
    words: `All points for a brief posted in the last ${BRIEF_DAYS.new} days, or a designer who showed a new cover in the last ${DESIGNER_DAYS.new}; half up to ${BRIEF_DAYS.recent} days, or ${DESIGNER_DAYS.recent}.`,
    judge({ freshness }) {
      if (freshness === 'old') return nothing;
      const told = { designer: 'posted lately', publisher: 'showed a new cover lately' };
      return freshness === 'new' ? { points: 10, told } : { points: 5, told: null };
    },
  },
} as const satisfies Record<string, Factor>;
export type FactorKey = keyof typeof FACTORS;

const ALL: readonly Factor[] = Object.values(FACTORS);

/** Points of a hundred, and why, most important first. */
export function judgeFit(fit: Fit, reader: Reader): { points: number; reasons: string[] } {
  const judged = ALL.map((factor) => factor.judge(fit));
  return {
    points: judged.reduce((sum, { points }) => sum + points, 0),
    reasons: judged.flatMap(({ told }) => (told ? [told[reader]] : [])),
  };
}

/** So many are looked at and judged, the newest first, whatever the size of the market. */
export const LOOKED_AT = { briefs: 240, designers: 3000, fitting: 300 } as const;

/** Less than the genre alone is no recommendation. */
export const FEWEST_POINTS = 40;

/**
 * The best of some that were judged. Those with equal points stand in an order that is another one each day and for each
 * reader, so that nobody is always first or always last.
 */
export function best<One extends { id: string; points: number }>(
  found: readonly One[],
  { readerId, day, limit }: { readerId: string; day: string; limit: number },
): One[] {
  const place = (id: string) => drawn(`${readerId} ${day} ${id}`);
  return found
    .filter(({ points }) => points >= FEWEST_POINTS)
    .map((one) => ({ one, place: place(one.id) }))
    .sort((a, b) => b.one.points - a.one.points || a.place - b.place)
    .slice(0, limit)
    .map(({ one }) => one);
}

/** A number that looks drawn and is the same for the same words: FNV-1a, stirred as MurmurHash ends. */
function drawn(words: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < words.length; at += 1) hash = Math.imul(hash ^ words.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
