/** How two sides stand with each other: what is due by what was approved, what has come, and what is left. Pure. */
import { earnedOf, instalmentsOf, type Instalment, type Settlement } from '../projects/money.ts';
import type { MilestoneKind } from '../projects/rules.ts';
import type { Terms } from '../proposals/terms.ts';
import { paymentState } from './rules.ts';

type Payment = { amount: number; confirmedAt: Date | null; removedAt: Date | null };
type Standing = {
  terms: Pick<Terms, 'price'>;
  milestones: readonly { kind: MilestoneKind; approvedAt: Date | null }[];
  /** What was settled when it ended early; null otherwise. */
  settlement: Settlement | null;
};

export type Account = {
  price: number;
  instalments: (Instalment & { earned: boolean })[];
  /** By what is approved; when the project ended early, by what was settled. */
  due: number;
  /** As both sides say. */
  paid: number;
  /** Written down by one side, and not confirmed by the other. */
  unconfirmed: number;
  /** Of what is due; one of the two is 0. What was paid in advance comes back only from a project that ended early. */
  toPay: number;
  toReturn: number;
};

export function accountOf(
  { terms: { price }, milestones, settlement }: Standing,
  payments: readonly Payment[],
) {
  const sum = (state: 'confirmed' | 'recorded') =>
    payments.reduce((total, one) => total + (paymentState(one) === state ? one.amount : 0), 0);
  const approved = new Set(milestones.filter(({ approvedAt }) => approvedAt).map(({ kind }) => kind));
  const parts = instalmentsOf(
    price,
    milestones.map(({ kind }) => kind),
  );
  const [due, paid] = [settlement?.due ?? earnedOf(price, milestones), sum('confirmed')];
  const account: Account = {
    ...{ price, due, paid, unconfirmed: sum('recorded') },
    instalments: parts.map((part) => ({ ...part, earned: approved.has(part.kind) })),
    toPay: Math.max(0, due - paid),
    toReturn: settlement ? Math.max(0, paid - due) : 0,
  };
  return account;
}
