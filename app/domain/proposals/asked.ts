/** What a brief asks of the proposals for it: what the form says beside its fields, and what it checks. Pure. */
import type { BriefDetails } from '../briefs/form.ts';
import { AI_POLICIES, STOCK_POLICIES, type Currency } from '../briefs/rules.ts';
import { milestonesFor, type MilestoneKind } from '../projects/rules.ts';
import type { ProposalSide } from './rules.ts';
import type { Terms } from './terms.ts';

type Say = { date: (day: string) => string; money: (minor: number, currency: string) => string };
type Last = { author: ProposalSide; terms: Terms; samples: string[] };

export type Asked = {
  side: ProposalSide;
  today: string;
  /** A cover without a spine has no wrap. */
  kinds: readonly MilestoneKind[];
  /** What a brief with a budget pays in; null when the designer may choose. */
  currency: Currency | null;
  /** The last day of a milestone, in words too. Publishers are free to give more time, and what they gave stays given. */
  latest: Partial<Record<MilestoneKind, { day: string; words: string }>>;
  ai: BriefDetails['aiPolicy'];
  stock: BriefDetails['stockPolicy'];
  /** What was sent last; null for a first proposal. */
  last: Last | null;
};

/** What is asked of whoever writes the next version. `today` is theirs. */
export function askedOf(
  brief: BriefDetails,
  { side, today, last = null, say }: { side: ProposalSide; today: string; last?: Last | null; say: Say },
): Asked {
  const given = last?.author === 'publisher' ? last.terms.dates : {};
  const limit = (day: string | null, kind: MilestoneKind) => {
    // A day that has passed is a brief nobody has looked after: it limits nothing.
    if (side === 'publisher' || day === null || day <= today) return {};
    const latest = [day, given[kind] ?? day].sort().at(-1) ?? day;
    return { [kind]: { day: latest, words: say.date(latest) } };
  };
  return {
    ...{ side, today, last, ai: brief.aiPolicy, stock: brief.stockPolicy },
    kinds: milestonesFor(brief.formats.map(({ kind }) => kind)),
    currency: brief.budgetKind === 'open' ? null : brief.currency,
    latest: { ...limit(brief.roundOneOn, 'concepts'), ...limit(brief.finalOn, 'handover') },
  };
}

/** The brief's own words on what the form asks, for beside its fields; empty where it says nothing. */
export const briefHints = (brief: BriefDetails, say: Say) => ({
  price: priceHint(brief, say),
  concepts: brief.roundOneOn ? `The brief asks for them by ${say.date(brief.roundOneOn)}.` : '',
  handover: brief.finalOn ? `The brief asks for the final files by ${say.date(brief.finalOn)}.` : '',
  ai: brief.aiPolicy ? `The brief says: ${AI_POLICIES[brief.aiPolicy]}.` : '',
  stock: brief.stockPolicy ? `The brief says: ${STOCK_POLICIES[brief.stockPolicy]}.` : '',
});
export type BriefHints = ReturnType<typeof briefHints>;

function priceHint({ budgetKind, budgetMin, budgetMax, currency }: BriefDetails, say: Say): string {
  const [min, max] = [budgetMin, budgetMax].map((sum) => (sum === null ? null : say.money(sum, currency)));
  if (budgetKind === 'open' || !max) return 'The brief asks for quotes.';
  return budgetKind === 'fixed' || !min
    ? `The brief pays ${budgetKind === 'fixed' ? '' : 'up to '}${max}.`
    : `The brief pays ${min} to ${max}.`;
}
