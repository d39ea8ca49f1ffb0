/** What is owed, and when: by what is approved, and when a project ends early. Amounts are whole minor units of the contract's currency. Pure. */
import { MILESTONE_KEYS, type MilestoneKind, type ProjectState } from './rules.ts';

/** The part of the price that is due when the publisher cancels, by where the project stands. */
export const KILL_FEES: Partial<Record<ProjectState, number>> = {
  agreed: 0,
  concepts: 0.25,
  front: 0.33,
  wrap: 1,
  handover: 1,
};

/**
 * The part of the price that is due when a milestone is approved, in percent. Concepts are worth the fee of who cancels
 * while they are made, and all that is approved before a stage is never worth more than the fee of that stage: so what is paid by
 * approvals and what is owed on ending early are one scale. From the front cover's approval on the publisher can use the work, and owes
 * the whole price by leaving; what is not approved yet is due as it comes.
 */
const SHARES: Record<MilestoneKind, number> = { concepts: 25, front: 40, wrap: 25, handover: 10 };

export type Instalment = { kind: MilestoneKind; percent: number; amount: number };

/**
 * The price in parts, one for each milestone there is. A cover without a wrap earns its share with the front. The parts are whole
 * minor units and sum to the price: what rounding leaves over goes to the largest fractions, the first of equals first.
 */
export function instalmentsOf(price: number, kinds: readonly MilestoneKind[]): Instalment[] {
  const percentOf = (kind: MilestoneKind) =>
    SHARES[kind] + (kind === 'front' && !kinds.includes('wrap') ? SHARES.wrap : 0);
  const parts = MILESTONE_KEYS.filter((kind) => kinds.includes(kind)).map((kind) => {
    const percent = percentOf(kind);
    return { kind, percent, amount: Math.floor((price * percent) / 100), rest: (price * percent) % 100 };
  });
  const left = price - parts.reduce((sum, { amount }) => sum + amount, 0);
  const favoured = [...parts].sort((a, b) => b.rest - a.rest).slice(0, left);
  return parts.map((part) => ({
    ...{ kind: part.kind, percent: part.percent },
    amount: part.amount + (favoured.includes(part) ? 1 : 0),
  }));
}

/** What the milestones that were approved are worth. A wrap that goes out of date afterwards stays earned. */
export function earnedOf(
  price: number,
  milestones: readonly { kind: MilestoneKind; approvedAt: Date | null }[],
): number {
  const approved = new Set(milestones.filter(({ approvedAt }) => approvedAt).map(({ kind }) => kind));
  const parts = instalmentsOf(
    price,
    milestones.map(({ kind }) => kind),
  );
  return parts.reduce((sum, { kind, amount }) => sum + (approved.has(kind) ? amount : 0), 0);
}

export type Settlement = {
  /** Of the price, in percent. */
  percent: number;
  /** What the whole project is worth then. */
  due: number;
  /** What is still to be paid, and what is to be paid back; one of them is 0. */
  toPay: number;
  toReturn: number;
};

/**
 * What cancelling costs. A publisher who cancels owes the fee of the stage; a designer who does is owed what was approved,
 * and no more. Never less than what has been approved: work that was taken is paid for.
 */
export function settlementOf(
  by: 'designer' | 'publisher',
  stage: ProjectState,
  { price, approved, paid }: { price: number; approved: number; paid: number },
): Settlement {
  const fee = by === 'publisher' ? Math.round(price * (KILL_FEES[stage] ?? 0)) : 0;
  return settledAt(Math.min(price, Math.max(fee, approved)), { price, paid });
}

/** What is left to do when a project is worth so much in the end: as its stage says, or as staff decide. */
export const settledAt = (due: number, { price, paid }: { price: number; paid: number }): Settlement => ({
  percent: price === 0 ? 0 : Math.round((due / price) * 100),
  due,
  toPay: Math.max(0, due - paid),
  toReturn: Math.max(0, paid - due),
});
