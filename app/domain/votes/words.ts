/** What guests are told of a proposal, and what they said, as their form shows it. Pure. */
import { rightsSentence } from '../projects/contract-words.ts';
import { AI_USES, STOCK_USES, type Terms } from '../proposals/terms.ts';
import { scoreWords, SCORES, type Score } from './rules.ts';

type Say = { date: (day: string) => string; money: (minor: number, currency: string) => string };

/** The terms people compare, without the price unless the publisher lets guests see it. */
export function guestFacts(terms: Terms, showsPrice: boolean, say: Say) {
  const { price, currency, concepts, revisionRounds, dates, aiUse, stockUse } = terms;
  const facts = [
    { term: 'Price', value: showsPrice ? say.money(price, currency) : '' },
    { term: 'Final files', value: dates.handover ? say.date(dates.handover) : '' },
    { term: 'Concepts', value: String(concepts) },
    { term: 'Rounds of changes', value: String(revisionRounds) },
    { term: 'Rights', value: rightsSentence(terms) },
    { term: 'AI', value: aiUse ? AI_USES[aiUse] : '' },
    { term: 'Stock images', value: stockUse ? STOCK_USES[stockUse] : '' },
  ];
  return facts.filter(({ value }) => value !== '');
}

type Vote = { proposalId: string; name: string; score: number; comment: string };

/** What a guest said before, row by row in the order they are asked. */
export function votedValues(proposals: readonly { id: string }[], votes: readonly Vote[]) {
  const rows = proposals.map(({ id }) => {
    const vote = votes.find(({ proposalId }) => proposalId === id);
    return vote ? { score: String(vote.score), comment: vote.comment } : {};
  });
  return { name: votes[0]?.name ?? '', votes: rows };
}

type Cast = { proposalId: string; designer: string; guest: string; score: number; comment: string };

/** What was said of each proposal, the best liked first. */
export function resultsOf(votes: readonly Cast[]) {
  const mean = (cast: readonly Cast[]) => cast.reduce((sum, { score }) => sum + score, 0) / cast.length;
  const ids = [...new Set(votes.map(({ proposalId }) => proposalId))];
  return ids
    .map((id) => ({ id, cast: votes.filter(({ proposalId }) => proposalId === id) }))
    .sort((a, b) => mean(b.cast) - mean(a.cast))
    .map(({ id, cast }) => ({
      ...{ id, designer: cast[0]?.designer ?? '', score: scoreWords(cast) },
      votes: cast.map(({ guest, score, comment }) => ({
        ...{ guest, comment, score: `${score}: ${SCORES[score as Score]}` },
      })),
    }));
}
