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
