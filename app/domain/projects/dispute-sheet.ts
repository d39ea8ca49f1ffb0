/** A dispute in words, for one reader. Pure. */
import type { Project } from './project.ts';
import { DISPUTE_GROUNDS, type DisputeGround, type DisputeState, type ProjectSide } from './rules.ts';
import { otherSide } from './standing.ts';

type Stored = {
  id: string;
  state: DisputeState;
  openedBy: ProjectSide;
  ground: DisputeGround;
  statement: string;
  wish: string;
  reply: string;
  repliedAt: Date | null;
  decision: string;
  award: number | null;
  createdAt: Date;
  endedAt: Date | null;
};
type Say = {
  moment: (value: Date) => string;
  money: (minor: number, currency: string) => string;
};

const STATES: Record<DisputeState, string> = { open: 'Open', settled: 'Settled', resolved: 'Decided' };
/** Shapes of states that a dispute has in common with other things. */
const SHAPES: Record<DisputeState, string> = { open: 'disputed', settled: 'done', resolved: 'resolved' };

export const disputeStatus = (state: DisputeState) => ({ state: SHAPES[state], label: STATES[state] });

export function disputeSheet(dispute: Stored, project: Project, say: Say) {
  const { id, state, openedBy, ground, statement, wish, reply, repliedAt, decision, award } = dispute;
  const names = { publisher: project.publisher.name, designer: project.designer.name };
  const other = otherSide(openedBy);
  return {
    ...{ id, status: disputeStatus(state), ground: DISPUTE_GROUNDS[ground] },
    ...{ opener: names[openedBy], other: names[other], statement, wish, decision },
    opened: say.moment(dispute.createdAt),
    reply: repliedAt && { text: reply, when: say.moment(repliedAt) },
    ended: dispute.endedAt && say.moment(dispute.endedAt),
    award: award === null ? null : say.money(award, project.terms.currency),
    mayReply: state === 'open' && repliedAt === null && project.side === other,
  };
}
export type DisputeSheet = ReturnType<typeof disputeSheet>;

type Listed = Pick<Stored, 'id' | 'state' | 'openedBy' | 'ground' | 'repliedAt' | 'createdAt'> & {
  title: string;
  publisher: string;
  designer: string;
};

/** One line of the list that staff read. */
export function disputeRow(row: Listed, say: Pick<Say, 'moment'>) {
  const { id, state, openedBy, ground, repliedAt, createdAt, title, publisher, designer } = row;
  const waiting = repliedAt ? 'Both sides have written' : 'The other side has not answered yet';
  return {
    ...{ href: `/admin/disputes/${id}`, title, ground: DISPUTE_GROUNDS[ground] },
    ...{ opener: row[openedBy], between: `${publisher} and ${designer}`, since: say.moment(createdAt) },
    standing: state === 'open' ? waiting : STATES[state],
  };
}
