/** What is owed when a project ends early. Amounts are whole minor units of the contract's currency. Pure. */
import type { ProjectState } from './rules.ts';

/** The part of the price that is due when the publisher cancels, by where the project stands. */
export const KILL_FEES: Partial<Record<ProjectState, number>> = {
  agreed: 0,
  concepts: 0.25,
  front: 0.33,
  wrap: 1,
  handover: 1,
};

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
  const due = Math.min(price, Math.max(fee, approved));
  return {
    percent: price === 0 ? 0 : Math.round((due / price) * 100),
    due,
    toPay: Math.max(0, due - paid),
    toReturn: Math.max(0, paid - due),
  };
}
