/** A small seeded source of chance: the same key always gives the same cover, on every machine. */
export type Chance = {
  /** → [0, 1) */
  next(): number;
  between(low: number, high: number): number;
  /** whole number, both ends included */
  whole(low: number, high: number): number;
  pick<T>(items: readonly T[]): T;
  maybe(probability: number): boolean;
  shuffle<T>(items: readonly T[]): T[];
};

/** FNV-1a, 32 bits; spreads similar keys well enough for choosing between a dozen things. */
export function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    h ^= text.charCodeAt(i);
    h = Math.imul(h, 0x01000193);
  }
  h ^= h >>> 16;
  h = Math.imul(h, 0x85ebca6b);
  return (h ^ (h >>> 13)) >>> 0;
}

/** mulberry32 on the hash of the key. */
export function chance(key: string): Chance {
  let state = hash(key);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const whole = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  const pick = <T>(items: readonly T[]): T => {
    const item = items[Math.floor(next() * items.length)];
    if (item === undefined) throw new Error('pick from an empty list');
    return item;
  };
  const shuffle = <T>(items: readonly T[]): T[] =>
    items
      .map((item) => ({ item, at: next() }))
      .sort((a, b) => a.at - b.at)
      .map(({ item }) => item);
  return {
    next,
    between: (low, high) => low + next() * (high - low),
    whole,
    pick,
    maybe: (probability) => next() < probability,
    shuffle,
  };
}
