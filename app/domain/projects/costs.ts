/** What cancelling costs, by stage, in words: shown before anybody confirms it. Pure. */
import { KILL_FEES } from './money.ts';
import { approvedPart, settlementNow, type Project } from './project.ts';
import { PROJECT_STATES, UNDER_WAY } from './rules.ts';

type Say = { money: (minor: number, currency: string) => string };

/** For whoever is about to cancel: what is due in all, how that comes about, and who owes whom what then. */
export function costsOf(project: Project, say: Say) {
  const { side, terms, paid, publisher, designer, state, milestones } = project;
  const by = side === 'designer' ? 'designer' : 'publisher';
  const settlement = settlementNow(project, by);
  const money = (minor: number) => say.money(minor, terms.currency);
  const { toPay, toReturn } = settlement;
  const stages = UNDER_WAY.filter(
    (stage) => stage === 'agreed' || milestones.some(({ kind }) => kind === stage),
  ).map((stage) => ({
    label: stage === 'agreed' ? 'Before work has begun' : PROJECT_STATES[stage],
    percent: Math.round((KILL_FEES[stage] ?? 0) * 100),
  }));
  const left =
    toPay > 0
      ? `${publisher.name} then owes ${designer.name} ${money(toPay)}.`
      : toReturn > 0
        ? `${designer.name} then pays back ${money(toReturn)} to ${publisher.name}.`
        : 'Nobody owes anything then.';
  return {
    ...{ settlement, by, stages, left, stage: PROJECT_STATES[state] },
    ...{ price: money(terms.price), approved: money(approvedPart(project)), paid: money(paid) },
    ...{ due: money(settlement.due), percent: settlement.percent },
  };
}
export type Costs = Omit<ReturnType<typeof costsOf>, 'settlement'>;
