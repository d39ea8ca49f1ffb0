/** What two people agree on when a proposal is accepted, as it is frozen, hashed and printed. Pure. */
import type { Format } from '../covers/rules.ts';
import type { CoverSpec } from '../covers/spec.ts';
import type { Terms } from '../proposals/terms.ts';

export type Contract = {
  /** `YYYY-MM-DDTHH:mm:ss.sssZ`. */
  agreedAt: string;
  publisher: { id: string; name: string; organisation: string };
  designer: { id: string; name: string };
  book: { title: string; subtitle: string; author: string; isbn: string };
  briefId: string;
  briefVersion: number;
  proposalId: string;
  proposalVersion: number;
  formats: {
    formatId: string;
    kind: Format;
    coverSpecId: string | null;
    spec: CoverSpec | null;
    pagesFinal: boolean;
  }[];
  terms: Terms;
  /** What the last version said. */
  message: string;
};

/** The one spelling of a contract that its hash is of: keys in order, nothing else. */
export function canonicalText(value: unknown): string {
  const sorted = (one: unknown): unknown => {
    if (Array.isArray(one)) return one.map(sorted);
    if (typeof one !== 'object' || one === null) return one;
    const entries = Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1));
    return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
  };
  return JSON.stringify(sorted(value));
}
