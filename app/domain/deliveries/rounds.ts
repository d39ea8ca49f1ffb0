/** Rounds of changes: how many were agreed, which are used, and which do not count. Pure. */

type Rounds = { roundsUsed: number; terms: { revisionRounds: number } };

export type Round =
  /** It counts as this one. */
  | { counts: true; number: number; left: number }
  /** What is judged was approved before, and made out of date by a new print specification. */
  | { counts: false }
  /** All that were agreed are used. */
  | { counts: true; number: null; left: 0 };

/** What one more request would be. A milestone that was approved once stands open again only because it went out of date. */
export function nextRound({ roundsUsed, terms }: Rounds, milestone: { approvedAt: Date | null }): Round {
  if (milestone.approvedAt !== null) return { counts: false };
  if (roundsUsed >= terms.revisionRounds) return { counts: true, number: null, left: 0 };
  return { counts: true, number: roundsUsed + 1, left: terms.revisionRounds - roundsUsed };
}

/** In a sentence, for the publisher. */
export function roundWords(round: Round, agreed: number): string {
  if (!round.counts)
    return 'This round does not count: the print specification changed after the files were approved.';
  if (round.number === null)
    return `All ${agreed} rounds that were agreed are used. A further round is an amendment, which the designer accepts or not.`;
  return `This would be round ${round.number} of ${agreed} agreed.`;
}
