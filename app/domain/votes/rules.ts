/**
 * Votes of guests: people without an account, to whom a publisher has sent a link, say what they think of the proposals
 * for a brief. They decide nothing. Pure.
 */
import type { BriefState } from '../briefs/rules.ts';

/** How long a link takes votes. */
export const LINK_DAYS = 14;
/** Of a brief, closed ones too. */
export const MOST_LINKS = 20;
/** More than any editorial meeting has. */
export const MOST_GUESTS = 100;
/** Proposals a guest is asked about, those on the shortlist first. */
export const MOST_VOTED_ON = 12;

export const SCORES = { 1: 'Not this', 2: 'Rather not', 3: 'Perhaps', 4: 'Good', 5: 'This one' } as const;
export type Score = keyof typeof SCORES;

export const LINK_STATES = { open: 'Open', closed: 'Closed', expired: 'Run out' } as const;
export type LinkState = keyof typeof LINK_STATES;

export const linkState = (
  { closedAt, expiresAt }: { closedAt: Date | null; expiresAt: Date },
  now: Date,
): LinkState => (closedAt ? 'closed' : expiresAt <= now ? 'expired' : 'open');

/** Why nobody can vote any more; null while they can. Whoever decided needs no more votes. */
export function whyOver(link: LinkState, brief: BriefState): string | null {
  if (link === 'closed') return 'Whoever sent you this link has closed it.';
  if (link === 'expired') return `This link took votes for ${LINK_DAYS} days, and they are over.`;
  return brief === 'open' || brief === 'paused' ? null : 'The choice has been made. Thank you all the same.';
}

type Vote = { score: number };

/** "4.3 of 5 from 3 guests"; empty without any. */
export function scoreWords(votes: readonly Vote[]): string {
  if (votes.length === 0) return '';
  const mean = votes.reduce((sum, { score }) => sum + score, 0) / votes.length;
  const guests = votes.length === 1 ? '1 guest' : `${votes.length} guests`;
  return `${Math.round(mean * 10) / 10} of 5 from ${guests}`;
}
