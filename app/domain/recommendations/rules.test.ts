import { describe, expect, test } from 'vitest';
import {
  best,
  FACTORS,
  FEWEST_POINTS,
  freshnessOf,
  FRESH_DAYS,
  judgeFit,
  LOOKED_AT,
  type FactorKey,
  type Fit,
} from './rules.ts';
import { rankingSheet } from './words.ts';

/** All points. */
const PERFECT: Fit = {
  wish: { genre: 'horror', formatKinds: ['ebook_front', 'paperback_wrap'], budgetBand: 'from_600' },
  offer: {
    ...{ genres: ['poetry', 'horror'], formats: ['ebook_front', 'paperback_wrap'] },
    ...{ priceBand: 'from_300', availability: 'now' },
  },
  freshness: 'new',
};
const { wish, offer } = PERFECT;

/** The same but for one thing that counts: none of its points, and some of them. */
const WORSE: Record<FactorKey, { none: Fit; some: [Fit, number] }> = {
  genre: {
    none: { ...PERFECT, offer: { ...offer, genres: ['poetry'] } },
    some: [{ ...PERFECT, offer: { ...offer, genres: [] } }, 20],
  },
  formats: {
    none: { ...PERFECT, offer: { ...offer, formats: ['custom'] } },
    some: [{ ...PERFECT, offer: { ...offer, formats: ['ebook_front'] } }, 10],
  },
  budget: {
    none: { ...PERFECT, offer: { ...offer, priceBand: 'over_1200' } },
    some: [{ ...PERFECT, wish: { ...wish, budgetBand: 'open' } }, 10],
  },
  time: {
    none: { ...PERFECT, offer: { ...offer, availability: 'closed' } },
    some: [{ ...PERFECT, offer: { ...offer, availability: 'soon' } }, 5],
  },
  fresh: {
    none: { ...PERFECT, freshness: 'old' },
    some: [{ ...PERFECT, freshness: 'recent' }, 5],
  },
};
const KEYS = Object.keys(FACTORS) as FactorKey[];
const points = (fit: Fit) => judgeFit(fit, 'designer').points;

describe('what counts', () => {
  test('is a hundred points in all', () => {
    expect(KEYS.reduce((sum, key) => sum + FACTORS[key].points, 0)).toBe(100);
    expect(points(PERFECT)).toBe(100);
  });

  test.each(KEYS)('%s counts as much as is said of it, and nothing else changes with it', (key) => {
    const { none, some } = WORSE[key];
    expect(points(none)).toBe(100 - FACTORS[key].points);
    expect(points(some[0])).toBe(100 - FACTORS[key].points + some[1]);
    const told = judgeFit(PERFECT, 'designer').reasons.length;
    expect(judgeFit(none, 'designer').reasons).toHaveLength(told - 1);
  });

  test.each(KEYS)('%s is explained in sentences, and what is half is half', (key) => {
    const { words, label } = FACTORS[key];
    expect(label).toMatch(/^[A-Z]/);
    expect(words).toMatch(/^[A-Z].*\.$/);
    if (/\bhalf\b/i.test(words)) expect(WORSE[key].some[1]).toBe(FACTORS[key].points / 2);
  });

  test('is told to the one and to the other in their words', () => {
    expect(judgeFit(PERFECT, 'designer').reasons).toEqual([
      'your genres: Horror',
      'your formats: ebook front, paperback wrap',
      'the budget is within your band',
      'you are available now',
      'posted lately',
    ]);
    expect(judgeFit(PERFECT, 'publisher').reasons[0]).toBe('genre: Horror');
  });

  test('is no payment, no rating and no number of projects', () => {
    // Whoever adds such a thing has to change what the page promises.
    expect(KEYS).toEqual(['genre', 'formats', 'budget', 'time', 'fresh']);
  });
});

describe('what is new', () => {
  const now = new Date('2026-03-03T10:00:00Z');
  const ago = (days: number) => new Date(now.getTime() - days * 24 * 3600 * 1000);

  test.each(['brief', 'designer'] as const)('ends for a %s on the day it says', (kind) => {
    const days = FRESH_DAYS[kind];
    expect(
      [0, days.new, days.new + 0.01, days.recent, days.recent + 0.01].map((n) =>
        freshnessOf(kind, ago(n), now),
      ),
    ).toEqual(['new', 'new', 'recent', 'recent', 'old']);
    expect(freshnessOf(kind, null, now)).toBe('old');
  });
});

describe('the best', () => {
  const found = Array.from({ length: 40 }, (_, at) => ({ id: `id ${at}`, points: at < 10 ? 90 : 60 }));
  const first = (readerId: string, day: string, limit = 5) =>
    best(found, { readerId, day, limit }).map(({ id }) => id);

  test('are those with most points, and none with too few', () => {
    expect(
      best(found, { readerId: 'a', day: '2026-03-03', limit: 10 }).every(({ points: n }) => n === 90),
    ).toBe(true);
    expect(
      best([{ id: 'x', points: FEWEST_POINTS - 1 }], { readerId: 'a', day: '2026-03-03', limit: 10 }),
    ).toEqual([]);
  });

  test('stand in the same order all day, and in others for other readers and on other days', () => {
    expect(first('ann', '2026-03-03')).toEqual(first('ann', '2026-03-03'));
    expect(first('ann', '2026-03-03')).not.toEqual(first('ann', '2026-03-04'));
    expect(first('ann', '2026-03-03')).not.toEqual(first('ben', '2026-03-03'));
  });

  test('come first about equally often', () => {
    const firsts = new Map<string, number>();
    for (let day = 0; day < 1000; day += 1) {
      const [id = ''] = first('ann', String(day), 1);
      firsts.set(id, (firsts.get(id) ?? 0) + 1);
    }
    expect(firsts.size).toBe(10);
    for (const times of firsts.values()) expect(Math.abs(times - 100)).toBeLessThan(45);
  });
});

describe('the page that explains it', () => {
  const { factors, choosing, lists } = rankingSheet();

  test('names what counts, all of it and nothing else, with its points', () => {
    expect(factors.map(({ label, points: n }) => [label, n])).toEqual(
      KEYS.map((key) => [FACTORS[key].label, FACTORS[key].points]),
    );
  });

  test('says how many are looked at, and from when on something is recommended', () => {
    const text = choosing.join(' ');
    for (const n of [...Object.values(LOOKED_AT), FEWEST_POINTS])
      expect(text).toContain(n.toLocaleString('en-GB'));
  });

  test('speaks of every list', () => {
    expect(lists.map(({ label }) => label)).toEqual(['Designers', 'Covers', 'Briefs']);
  });
});
