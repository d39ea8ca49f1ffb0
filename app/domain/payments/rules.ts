/**
 * Payments between the two sides of a project: made elsewhere, written down here by one and confirmed by the other.
 * Amounts are whole minor units before tax, as the contract's; one that went back to the publisher is negative. Pure.
 */
import type { Process } from '../process.ts';
import type { ProjectSide } from '../projects/rules.ts';

export const PAYMENT_STATES = {
  recorded: 'Not confirmed yet',
  confirmed: 'Confirmed',
  removed: 'Taken back',
} as const;
export type PaymentState = keyof typeof PAYMENT_STATES;
export const PAYMENT_PARTIES = {
  recorder: 'the side that wrote it down',
  other: 'the other side',
} as const;
export type PaymentParty = keyof typeof PAYMENT_PARTIES;
export type PaymentMove = 'confirm' | 'remove';

export const PAYMENT: Process<PaymentState, PaymentParty, PaymentMove> = {
  noun: 'payment',
  states: PAYMENT_STATES,
  parties: PAYMENT_PARTIES,
  moves: {
    confirm: {
      from: ['recorded'],
      to: 'confirmed',
      by: ['other'],
      label: 'Confirm',
      done: 'The payment is confirmed.',
    },
    remove: {
      from: ['recorded'],
      to: 'removed',
      by: ['recorder'],
      label: 'Take back',
      done: 'The payment is taken back. It stays in the log.',
    },
  },
};

/** More of them would fill a page of their own. */
export const MOST_PAYMENTS = 100;
export const MOST_INVOICES = 100;

type Moments = { confirmedAt: Date | null; removedAt: Date | null };

export const paymentState = ({ confirmedAt, removedAt }: Moments): PaymentState =>
  removedAt ? 'removed' : confirmedAt ? 'confirmed' : 'recorded';

/** What somebody on this side is to a payment; staff are nothing to it. */
export const paymentParties = (
  { recordedBy }: { recordedBy: ProjectSide },
  side: ProjectSide | 'staff',
): PaymentParty[] => (side === 'staff' ? [] : [side === recordedBy ? 'recorder' : 'other']);
