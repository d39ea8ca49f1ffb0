/** Payments and what is due, in words for one reader. Pure. */
import { typedMoney } from '../briefs/typed.ts';
import { approvedPart, type Project } from '../projects/project.ts';
import { MILESTONES, type ProjectSide } from '../projects/rules.ts';
import { movesFor } from '../process.ts';
import type { Account } from './account.ts';
import { typedRate } from './form.ts';
import { PAYMENT, PAYMENT_STATES, paymentParties, paymentState, type PaymentMove } from './rules.ts';

type Say = { date: (day: Date | string) => string; sum: (minor: number, currency: string) => string };
type Fact = { term: string; value: string };

/** The price in parts, and the sums that matter now; those that are nothing are left out. */
export function accountSheet(project: Project, account: Account, say: Say) {
  const sum = (minor: number) => say.sum(minor, project.terms.currency);
  const { price, due, paid, unconfirmed, toPay, toReturn, instalments } = account;
  const whole: Fact[] = [
    { term: 'Price', value: sum(price) },
    { term: project.settlement ? 'Settled when it ended' : 'Due by what is approved', value: sum(due) },
    { term: 'Paid', value: sum(paid) },
  ];
  const open: [string, number][] = [
    ['Not confirmed yet', unconfirmed],
    ['Still to pay', toPay],
    ['To go back to the publisher', toReturn],
  ];
  return {
    sums: [
      ...whole,
      ...open.filter(([, minor]) => minor !== 0).map(([term, minor]) => ({ term, value: sum(minor) })),
    ],
    rows: instalments.map(({ kind, percent, amount, earned }) => {
      const { approvedAt = null, dueOn = null } = project.milestones.find((one) => one.kind === kind) ?? {};
      const planned = dueOn ? `Planned for ${say.date(dueOn)}` : 'When it is approved';
      return {
        ...{ name: MILESTONES[kind], part: `${percent} %`, amount: sum(amount) },
        state: earned ? ('approved' as const) : ('due' as const),
        when: approvedAt ? `Approved ${say.date(approvedAt)}` : planned,
      };
    }),
  };
}

type Payment = {
  id: string;
  recordedBy: ProjectSide;
  amount: number;
  paidOn: string;
  note: string;
  confirmedAt: Date | null;
  removedAt: Date | null;
};
const SHAPES = { recorded: 'soon', confirmed: 'done', removed: 'withdrawn' } as const;

/** One payment, and what its reader can do with it now. */
export function paymentLine(payment: Payment, { side, terms, designer, publisher }: Project, say: Say) {
  const state = paymentState(payment);
  const names = movesFor(PAYMENT, state, paymentParties(payment, side));
  return {
    ...{ id: payment.id, note: payment.note, day: say.date(payment.paidOn) },
    amount: say.sum(Math.abs(payment.amount), terms.currency),
    what: payment.amount < 0 ? 'back to the publisher' : 'to the designer',
    by: payment.recordedBy === 'designer' ? designer.name : publisher.name,
    ...{ state: SHAPES[state], label: PAYMENT_STATES[state] },
    moves: names.map((name: PaymentMove) => ({ name, label: PAYMENT.moves[name].label })),
  };
}

type Defaults = {
  seller: string;
  taxName: string;
  taxRate: number;
  buyer: string | null;
  billed: number;
};

/** What the form of a new invoice says at first: who to whom, and what is due and was not billed yet. */
export function firstInvoice(project: Project, { seller, taxName, taxRate, buyer, billed }: Defaults) {
  const { publisher, designer, title, settlement } = project;
  const due = (settlement?.due ?? approvedPart(project)) - billed;
  return {
    ...{ seller: seller || designer.name, taxName, taxRate: taxRate > 0 ? typedRate(taxRate) : '' },
    buyer: buyer ?? [publisher.organisation, publisher.name].filter(Boolean).join('\n'),
    text1: `Cover for ${title}`,
    amount1: due > 0 ? typedMoney(due) : '',
  };
}
