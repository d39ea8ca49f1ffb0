/** One project as its pages and commands see it, and what follows from that. Pure. */
import type { Terms } from '../proposals/terms.ts';
import type { Contract } from './contract.ts';
import { earnedOf, settlementOf, type Settlement } from './money.ts';
import {
  stageOf,
  type DisputeState,
  type MilestoneKind,
  type MilestoneState,
  type ProjectParty,
  type ProjectSide,
  type ProjectState,
} from './rules.ts';
import { silenceOf, type Pause, type Silence } from './silence.ts';

export type ProjectMilestone = {
  id: string;
  kind: MilestoneKind;
  state: MilestoneState;
  dueOn: string | null;
  /** When what is to be judged now was delivered. */
  deliveredAt: Date | null;
  approvedAt: Date | null;
  clockAt: Date | null;
  /** When its clock stood still, or stands: questions and disputes. */
  pauses: Pause[];
};

export type Dispute = {
  id: string;
  state: DisputeState;
  openedBy: ProjectSide;
  /** Where the project goes on when it is settled. */
  stoodAt: ProjectState;
  /** The other side has said how they see it. */
  isAnswered: boolean;
};

type Stored = {
  id: string;
  briefId: string;
  proposalId: string;
  title: string;
  state: ProjectState;
  contract: Contract;
  contractHash: string;
  /** As they are now, amendments and all. */
  terms: Terms;
  roundsUsed: number;
  endedBy: ProjectSide | null;
  endReason: string;
  settlement: Settlement | null;
  createdAt: Date;
  updatedAt: Date;
  endedAt: Date | null;
};

export type Project = Stored & {
  /** On which side whoever reads it is. */
  side: ProjectSide | 'staff';
  publisher: { id: string; name: string; organisation: string };
  designer: { id: string; name: string; slug: string };
  milestones: ProjectMilestone[];
  /** The open one, or else the last. */
  dispute: Dispute | null;
  /** What has come, as both sides say, in minor units. */
  paid: number;
};

type Moments = 'deliveredAt' | 'approvedAt' | 'clockAt';
/** As PostgreSQL puts it into JSON: moments are milliseconds. */
export type MilestoneRow = Omit<ProjectMilestone, Moments> & Record<Moments, number | null>;

type Row = Pick<Project, 'publisher' | 'designer' | 'dispute' | 'paid'> & {
  project: Stored;
  milestones: MilestoneRow[];
};

export function fromRow({ project, milestones, ...rest }: Row, viewerId: string | null): Project {
  const { id, briefId, proposalId, title, state, contract, contractHash, terms, roundsUsed } = project;
  const { endedBy, endReason, settlement, createdAt, updatedAt, endedAt } = project;
  return {
    ...{ id, briefId, proposalId, title, state, contract, contractHash, terms, roundsUsed },
    ...{ endedBy, endReason, settlement, createdAt, updatedAt, endedAt },
    ...{ ...rest, side: sideOf(rest, viewerId), milestones: milestones.map(milestoneFromRow) },
  };
}

const moment = (value: number | null) => (value === null ? null : new Date(value));

export const milestoneFromRow = (row: MilestoneRow): ProjectMilestone => ({
  ...row,
  deliveredAt: moment(row.deliveredAt),
  approvedAt: moment(row.approvedAt),
  clockAt: moment(row.clockAt),
});

type Sides = { publisher: { id: string }; designer: { id: string } };

/** On which side of it somebody is; staff and the house are on neither. */
export const sideOf = ({ publisher, designer }: Sides, personId: string | null): Project['side'] =>
  personId === publisher.id ? 'publisher' : personId === designer.id ? 'designer' : 'staff';

/** What somebody on this side is to the process of the project. */
export function projectParties({ side, dispute }: Project): ProjectParty[] {
  if (side === 'staff') return ['staff'];
  return dispute?.openedBy === side ? [side, 'opener'] : [side];
}

/** The milestone it stands at, or stood at when a dispute stopped it; null when all are approved. */
export const currentMilestone = ({ milestones }: Pick<Project, 'milestones'>): ProjectMilestone | null => {
  const stage = stageOf(milestones);
  return milestones.find(({ kind }) => kind === stage) ?? null;
};

export const milestoneOf = ({ milestones }: Project, kind: string | undefined): ProjectMilestone | null =>
  milestones.find((one) => one.kind === kind) ?? null;

/** The clock on what is delivered and not judged yet; null where nothing is. */
export const clockOf = (
  { state, deliveredAt, pauses }: Pick<ProjectMilestone, 'state' | 'deliveredAt' | 'pauses'>,
  now: Date,
): Silence | null =>
  state === 'delivered' && deliveredAt ? silenceOf(deliveredAt.getTime(), pauses, now.getTime()) : null;

/** The part of the price that is for what was approved. */
export const approvedPart = ({ milestones, terms }: Pick<Project, 'milestones' | 'terms'>): number =>
  earnedOf(terms.price, milestones);

/** What cancelling would cost now. Work that was delivered before anybody had said it was begun has begun all the same. */
export function settlementNow(project: Project, by: ProjectSide): Settlement {
  const { state, milestones, terms, paid } = project;
  const begun = milestones.some((one) => one.state !== 'due');
  const stage = state === 'agreed' && begun ? 'concepts' : state;
  return settlementOf(by, stage, { price: terms.price, approved: approvedPart(project), paid });
}
