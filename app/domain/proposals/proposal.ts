/** A proposal as the two it is between see it. */
import type { BriefState } from '../briefs/rules.ts';
import type { Picture } from '../images/picture.ts';
import type { ProposalSide, ProposalState } from './rules.ts';
import type { Terms } from './terms.ts';
import type { ProposalValues } from './values.ts';

/** One version, as it was sent. */
export type Version = {
  number: number;
  author: ProposalSide;
  message: string;
  terms: Terms;
  validUntil: string;
  /** ISO 8601. */
  sentAt: string;
};

/** A cover of its designer's that it points at. */
export type Sample = { id: string; title: string; author: string; altText: string; picture: Picture };

export type Proposal = {
  id: string;
  state: ProposalState;
  /** Number of the last version; 0 before the first is sent. */
  version: number;
  /** The side that wrote it. */
  author: ProposalSide;
  designerId: string;
  designer: { name: string; slug: string; suspended: boolean };
  brief: { id: string; state: BriefState; ownerId: string; title: string; publisher: string };
  /** Which side reads it. */
  side: ProposalSide;
  /** For its designer only. */
  draft: ProposalValues | null;
  validUntil: string | null;
  declineReason: string;
  updatedAt: Date;
  decidedAt: Date | null;
  /** Oldest first. */
  versions: Version[];
  samples: Sample[];
  /** What came of it. */
  projectId: string | null;
};
