/** A project as its page shows it: everything in words, for one reader. Pure. */
import { movesFor } from '../process.ts';
import { termWords } from '../proposals/terms.ts';
import {
  approvedPart,
  clockOf,
  currentMilestone,
  projectParties,
  type Project,
  type ProjectMilestone,
} from './project.ts';
import {
  isOver,
  isUnderWay,
  MILESTONE_STATES,
  MILESTONES,
  PROJECT,
  PROJECT_STATES,
  type ProjectMove,
} from './rules.ts';
import { standingOf } from './standing.ts';

type Say = {
  date: (value: Date | string) => string;
  moment: (value: Date | string) => string;
  money: (minor: number, currency: string) => string;
};

export function projectSheet(project: Project, now: Date, say: Say) {
  const { id, title, state, side, terms, publisher, designer } = project;
  const standing = standingOf(project, now, say);
  return {
    ...{ id, title, side, publisher, designer },
    status: { state, label: PROJECT_STATES[state] },
    standing,
    way: standing.isYours ? wayOf(project, now) : wayFromEnd(project),
    milestones: project.milestones.map((one) => rung(one, project, now, say)),
    facts: factsOf(project, say),
    terms: termWords(terms, say).filter(({ text }) => text !== ''),
    end: endOf(project, say),
    actions: actionsOf(project),
  };
}
export type ProjectSheet = ReturnType<typeof projectSheet>;

/** One rung of the ladder: what it is, how it stands, and since or until when. */
function rung(milestone: ProjectMilestone, project: Project, now: Date, say: Say) {
  const { kind, state, dueOn, deliveredAt, approvedAt } = milestone;
  const isLeft = isOver(project) && state !== 'approved';
  const due = dueOn && !isLeft && state !== 'approved' ? `Due on ${say.date(dueOn)}` : null;
  const when =
    state === 'approved' && approvedAt
      ? `on ${say.date(approvedAt)}`
      : state === 'delivered' && deliveredAt
        ? `on ${say.moment(deliveredAt)}`
        : null;
  const paused = !isOver(project) && (clockOf(milestone, now)?.paused ?? false);
  return {
    ...{ kind, label: MILESTONES[kind], due, when, paused },
    status: isLeft ? { state: 'closed', label: 'Not finished' } : { state, label: MILESTONE_STATES[state] },
    href: `/projects/${project.id}/milestones/${kind}`,
  };
}

function factsOf(project: Project, say: Say) {
  const { terms, roundsUsed, paid, createdAt, endedAt, settlement, publisher } = project;
  const money = (minor: number) => say.money(minor, terms.currency);
  const due = settlement?.due ?? approvedPart(project);
  return {
    publisher: publisher.organisation ? `${publisher.name}, ${publisher.organisation}` : publisher.name,
    price: money(terms.price),
    due: money(due),
    paid: money(paid),
    open: due > paid ? money(due - paid) : null,
    back: paid > due && settlement ? money(paid - due) : null,
    rounds: `${roundsUsed} of ${terms.revisionRounds} used`,
    agreed: say.date(createdAt),
    ended: endedAt && say.date(endedAt),
  };
}

/** Why it is over, and what that costs; null while it is not, or when it came to its good end. */
function endOf({ state, endedBy, endReason, settlement, terms, publisher, designer }: Project, say: Say) {
  if (!settlement) return null;
  const who = endedBy === 'designer' ? designer.name : publisher.name;
  return {
    title: state === 'cancelled' ? `${who} cancelled the project` : 'Staff decided the dispute',
    reason: endReason,
    due: say.money(settlement.due, terms.currency),
    percent: settlement.percent,
  };
}

export type ProjectAction = { name: ProjectMove; label: string; href: string; asks: boolean };

/** Where each move is made; those that need words or a decision have a page of their own. */
const PLACES: Record<ProjectMove, (project: Project) => string> = {
  start: ({ id }) => `/projects/${id}/move/start`,
  settle: ({ id }) => `/projects/${id}/move/settle`,
  dispute: ({ id }) => `/projects/${id}/dispute/new`,
  cancel: ({ id }) => `/projects/${id}/cancel`,
  resolve: ({ dispute }) => `/admin/disputes/${dispute?.id ?? ''}`,
  advance: ({ id }) => `/projects/${id}`,
  complete: ({ id }) => `/projects/${id}`,
};

/** What its reader can do with the project as it stands: drawn from the process, so that nothing is offered that is refused. */
export const actionsOf = (project: Project): ProjectAction[] =>
  movesFor(PROJECT, project.state, projectParties(project)).map((name) => ({
    ...{ name, label: PROJECT.moves[name].label, href: PLACES[name](project), asks: name !== 'start' },
  }));

export type ProjectLink = { href: string; label: string };

/** Where both look when it is over: at what was made, or at what is owed. */
function wayFromEnd({ id, state }: Project): ProjectLink | null {
  if (state === 'completed')
    return { href: `/projects/${id}/milestones/handover`, label: 'See what was handed over' };
  if (!isOver({ state })) return null;
  return { href: `/projects/${id}/payments`, label: 'See what is owed' };
}

/** Where its next thing is done, for whoever's turn it is. */
function wayOf(project: Project, now: Date): ProjectLink | null {
  const { id, state, side, dispute } = project;
  const milestone = currentMilestone(project);
  if (state === 'disputed' && dispute)
    return side === 'staff'
      ? { href: `/admin/disputes/${dispute.id}`, label: 'Decide the dispute' }
      : { href: `/projects/${id}/dispute`, label: 'Say how you see it' };
  if (!milestone) return null;
  const href = `/projects/${id}/milestones/${milestone.kind}`;
  switch (milestone.state) {
    case 'due':
      return { href: `${href}/deliver`, label: 'Put the delivery together' };
    case 'changes_requested':
      return { href, label: 'See what to change' };
    case 'delivered':
      return {
        href,
        label: clockOf(milestone, now)?.paused ? 'Answer the question' : 'Look at the delivery',
      };
    default:
      return { href, label: 'Look at what is out of date' };
  }
}

/** Where else things of a project are. */
export const linksOf = (project: Project): ProjectLink[] => {
  const { id, briefId, dispute, endedAt, side, designer } = project;
  const place = (path: string, label: string, isThere = true) =>
    isThere ? [{ href: `/projects/${id}/${path}`, label }] : [];
  const talk = new URLSearchParams({ brief: briefId, designer: designer.id });
  return [
    ...(side === 'staff' ? [] : [{ href: `/messages/with?${talk.toString()}`, label: 'Messages' }]),
    ...place('contract', 'The contract'),
    ...place('amendments', 'Amendments'),
    ...place('pages', 'Change the page count', side === 'publisher' && isUnderWay(project)),
    ...place('payments', 'Payments'),
    ...place('invoices', 'Invoices'),
    { href: `/briefs/${briefId}`, label: 'The brief' },
    ...place('log', 'History'),
    ...place('dispute', 'Disputes', dispute !== null),
    ...place('review', 'Reviews', endedAt !== null && side !== 'staff'),
  ];
};
