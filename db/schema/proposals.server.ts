import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import {
  PROPOSAL_SIDES,
  PROPOSAL_STATE_KEYS,
  type ProposalSide,
  type ProposalState,
} from '../../app/domain/proposals/rules.ts';
import type { Terms } from '../../app/domain/proposals/terms.ts';
import { briefs } from './briefs.server.ts';
import { createdAt, id, moment, oneOf, words } from './columns.server.ts';
import { designers } from './designers.server.ts';
import { pieces } from './portfolios.server.ts';

/** A designer's offer on a brief. What it says is in its versions; a draft that was never sent has none. */
export const proposals = pgTable(
  'proposals',
  {
    id: id(),
    briefId: uuid()
      .notNull()
      .references(() => briefs.id),
    designerId: uuid()
      .notNull()
      .references(() => designers.personId),
    state: text().$type<ProposalState>().notNull().default('draft'),
    /** Number of the last version; 0 before the first is sent. */
    version: integer().notNull().default(0),
    /** The side that wrote the last version. */
    author: text().$type<ProposalSide>().notNull().default('designer'),
    /** What its designer has typed and not sent yet, field by field. */
    draft: jsonb().$type<Record<string, string | string[]>>(),
    /** The last day on which it stands. */
    validUntil: date(),
    declineReason: words(),
    submittedAt: moment(),
    decidedAt: moment(),
    /** When the project of an accepted one ended early: the brief may have another then. */
    releasedAt: moment(),
    createdAt: createdAt(),
    updatedAt: createdAt(),
  },
  (t) => [
    oneOf('proposals_state', t.state, PROPOSAL_STATE_KEYS),
    oneOf('proposals_author', t.author, PROPOSAL_SIDES),
    check(
      'proposals_sent_complete',
      sql`${t.state} = 'draft' or (${t.version} > 0 and ${t.submittedAt} is not null and ${t.validUntil} is not null)`,
    ),
    // A designer has one proposal for a brief at a time; one that was withdrawn, or whose project is over, may be followed.
    uniqueIndex('proposals_one_each')
      .on(t.briefId, t.designerId)
      .where(sql`${t.state} <> 'withdrawn' and ${t.releasedAt} is null`),
    uniqueIndex('proposals_one_accepted')
      .on(t.briefId)
      .where(sql`${t.state} = 'accepted' and ${t.releasedAt} is null`),
    index('proposals_of_brief').on(t.briefId, t.submittedAt.desc(), t.id.desc()),
    index('proposals_of_designer').on(t.designerId, t.updatedAt.desc(), t.id.desc()),
    index('proposals_to_expire')
      .on(t.validUntil)
      .where(sql`${t.state} in ('submitted', 'shortlisted')`),
  ],
);

/** Every version that was sent, by either side. Append-only. */
export const proposalVersions = pgTable(
  'proposal_versions',
  {
    proposalId: uuid()
      .notNull()
      .references(() => proposals.id),
    number: integer().notNull(),
    author: text().$type<ProposalSide>().notNull(),
    message: text().notNull(),
    terms: jsonb().$type<Terms>().notNull(),
    validUntil: date().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.proposalId, t.number] }),
    oneOf('proposal_versions_author', t.author, PROPOSAL_SIDES),
  ],
);

/** Covers of the designer's that they point at, in order. */
export const proposalSamples = pgTable(
  'proposal_samples',
  {
    proposalId: uuid()
      .notNull()
      .references(() => proposals.id, { onDelete: 'cascade' }),
    pieceId: uuid()
      .notNull()
      .references(() => pieces.id, { onDelete: 'cascade' }),
    position: smallint().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.proposalId, t.pieceId] }),
    index('proposal_samples_of_piece').on(t.pieceId),
  ],
);

/** What the publisher notes of a proposal, for nobody else. */
export const proposalNotes = pgTable('proposal_notes', {
  proposalId: uuid()
    .primaryKey()
    .references(() => proposals.id, { onDelete: 'cascade' }),
  body: text().notNull(),
  updatedAt: createdAt(),
});

/** A link by which people without an account vote on the proposals of a brief. Only its hash is kept. */
export const voteLinks = pgTable(
  'vote_links',
  {
    id: id(),
    briefId: uuid()
      .notNull()
      .references(() => briefs.id, { onDelete: 'cascade' }),
    tokenHash: text().notNull().unique(),
    /** For whom it is, in the publisher's words. */
    label: words(),
    /** Whether guests see what each proposal costs. */
    showsPrice: boolean().notNull().default(false),
    createdAt: createdAt(),
    expiresAt: moment().notNull(),
    closedAt: moment(),
  },
  (t) => [index('vote_links_of_brief').on(t.briefId, t.createdAt)],
);

/** One guest's word on one proposal. `guest` is a random value kept in their cookie. */
export const guestVotes = pgTable(
  'guest_votes',
  {
    linkId: uuid()
      .notNull()
      .references(() => voteLinks.id, { onDelete: 'cascade' }),
    proposalId: uuid()
      .notNull()
      .references(() => proposals.id, { onDelete: 'cascade' }),
    guest: uuid().notNull(),
    name: text().notNull(),
    /** 1 to 5. */
    score: smallint().notNull(),
    comment: words(),
    createdAt: createdAt(),
    updatedAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.linkId, t.guest, t.proposalId] }),
    check('guest_votes_score', sql`${t.score} between 1 and 5`),
    index('guest_votes_of_proposal').on(t.proposalId),
  ],
);
