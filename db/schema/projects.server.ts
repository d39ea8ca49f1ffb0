import { sql } from 'drizzle-orm';
import { date, index, integer, jsonb, pgTable, smallint, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { Contract } from '../../app/domain/projects/contract.ts';
import type { Settlement } from '../../app/domain/projects/money.ts';
import {
  AMENDMENT_STATE_KEYS,
  DISPUTE_GROUNDS,
  DISPUTE_STATES,
  MILESTONE_KEYS,
  MILESTONE_STATE_KEYS,
  PROJECT_SIDES,
  PROJECT_STATE_KEYS,
  type AmendmentState,
  type Amended,
  type DisputeGround,
  type DisputeState,
  type MilestoneKind,
  type MilestoneState,
  type ProjectSide,
  type ProjectState,
} from '../../app/domain/projects/rules.ts';
import type { Terms } from '../../app/domain/proposals/terms.ts';
import { briefs } from './briefs.server.ts';
import { createdAt, id, moment, oneOf, words } from './columns.server.ts';
import { designers } from './designers.server.ts';
import { people } from './people.server.ts';
import { proposals } from './proposals.server.ts';

/** What starts when a proposal is accepted. `contract` is what was agreed then, and never changes; `terms` follow the amendments. */
export const projects = pgTable(
  'projects',
  {
    id: id(),
    briefId: uuid()
      .notNull()
      .references(() => briefs.id),
    proposalId: uuid()
      .notNull()
      .unique()
      .references(() => proposals.id),
    publisherId: uuid()
      .notNull()
      .references(() => people.id),
    designerId: uuid()
      .notNull()
      .references(() => designers.personId),
    /** The book's, as it was agreed. */
    title: text().notNull(),
    state: text().$type<ProjectState>().notNull().default('agreed'),
    contract: jsonb().$type<Contract>().notNull(),
    /** SHA-256 of the contract's canonical text, in hexadecimal. */
    contractHash: text().notNull(),
    terms: jsonb().$type<Terms>().notNull(),
    /** Rounds of changes that were asked for so far. */
    roundsUsed: smallint().notNull().default(0),
    endedBy: text().$type<ProjectSide>(),
    endReason: words(),
    /** What is owed when it ended early. */
    settlement: jsonb().$type<Settlement>(),
    createdAt: createdAt(),
    updatedAt: createdAt(),
    endedAt: moment(),
  },
  (t) => [
    oneOf('projects_state', t.state, PROJECT_STATE_KEYS),
    oneOf('projects_ended_by', t.endedBy, PROJECT_SIDES),
    index('projects_of_publisher').on(t.publisherId, t.updatedAt.desc(), t.id.desc()),
    index('projects_of_designer').on(t.designerId, t.updatedAt.desc(), t.id.desc()),
    index('projects_of_brief').on(t.briefId),
  ],
);

export const milestones = pgTable(
  'milestones',
  {
    id: id(),
    projectId: uuid()
      .notNull()
      .references(() => projects.id, { onDelete: 'cascade' }),
    kind: text().$type<MilestoneKind>().notNull(),
    position: smallint().notNull(),
    state: text().$type<MilestoneState>().notNull().default('due'),
    dueOn: date(),
    /** When what is to be judged now was delivered: the clock of silence runs from here. */
    deliveredAt: moment(),
    approvedAt: moment(),
    /** The next moment at which its clock says something; null while none runs. */
    clockAt: moment(),
  },
  (t) => [
    uniqueIndex('milestones_one_each').on(t.projectId, t.kind),
    oneOf('milestones_kind', t.kind, MILESTONE_KEYS),
    oneOf('milestones_state', t.state, MILESTONE_STATE_KEYS),
    index('milestones_clock').on(t.clockAt),
  ],
);

/** A change of what was agreed, proposed by one side. */
export const amendments = pgTable(
  'amendments',
  {
    id: id(),
    projectId: uuid()
      .notNull()
      .references(() => projects.id, { onDelete: 'cascade' }),
    number: smallint().notNull(),
    author: text().$type<ProjectSide>().notNull(),
    state: text().$type<AmendmentState>().notNull().default('proposed'),
    /** Of the terms, and of the pages of formats, only what changes. */
    changes: jsonb().$type<Amended>().notNull(),
    /** The same as it was when it was proposed. */
    before: jsonb().$type<Amended>().notNull(),
    /** What else is to be done, or not any more. */
    scope: words(),
    reason: words(),
    createdAt: createdAt(),
    decidedAt: moment(),
  },
  (t) => [
    uniqueIndex('amendments_number').on(t.projectId, t.number),
    oneOf('amendments_author', t.author, PROJECT_SIDES),
    oneOf('amendments_state', t.state, AMENDMENT_STATE_KEYS),
  ],
);

export const disputes = pgTable(
  'disputes',
  {
    id: id(),
    projectId: uuid()
      .notNull()
      .references(() => projects.id, { onDelete: 'cascade' }),
    state: text().$type<DisputeState>().notNull().default('open'),
    openedBy: text().$type<ProjectSide>().notNull(),
    /** Where the project stood, and goes on when it is settled. */
    stoodAt: text().$type<ProjectState>().notNull(),
    ground: text().$type<DisputeGround>().notNull(),
    statement: text().notNull(),
    /** What whoever opened it asks for. */
    wish: words(),
    reply: words(),
    repliedAt: moment(),
    decision: words(),
    /** What the project is worth then, in minor units of its currency. */
    award: integer(),
    decidedBy: uuid().references(() => people.id),
    createdAt: createdAt(),
    endedAt: moment(),
  },
  (t) => [
    uniqueIndex('disputes_one_open')
      .on(t.projectId)
      .where(sql`${t.state} = 'open'`),
    oneOf('disputes_state', t.state, DISPUTE_STATES),
    oneOf('disputes_opened_by', t.openedBy, PROJECT_SIDES),
    oneOf('disputes_ground', t.ground, Object.keys(DISPUTE_GROUNDS)),
    index('disputes_of_project').on(t.projectId, t.createdAt),
    index('disputes_open')
      .on(t.createdAt)
      .where(sql`${t.state} = 'open'`),
  ],
);
