import { sql } from 'drizzle-orm';
import {
  check,
  index,
  jsonb,
  pgTable,
  primaryKey,
  real,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { Finding } from '../../app/domain/covers/preflight.ts';
import {
  DELIVERY_STATES,
  FILE_ROLES,
  type DeliveryState,
  type FileRole,
} from '../../app/domain/projects/rules.ts';
import { coverSpecs } from './briefs.server.ts';
import { createdAt, id, moment, oneOf, words } from './columns.server.ts';
import { files } from './files.server.ts';
import { milestones, projects } from './projects.server.ts';

/** One version of a milestone's files. A draft is put together by the designer, and seen by nobody else. */
export const deliveries = pgTable(
  'deliveries',
  {
    id: id(),
    projectId: uuid()
      .notNull()
      .references(() => projects.id, { onDelete: 'cascade' }),
    milestoneId: uuid()
      .notNull()
      .references(() => milestones.id, { onDelete: 'cascade' }),
    number: smallint().notNull(),
    state: text().$type<DeliveryState>().notNull().default('draft'),
    note: words(),
    createdAt: createdAt(),
    deliveredAt: moment(),
  },
  (t) => [
    uniqueIndex('deliveries_number').on(t.milestoneId, t.number),
    uniqueIndex('deliveries_one_draft')
      .on(t.milestoneId)
      .where(sql`${t.state} = 'draft'`),
    oneOf('deliveries_state', t.state, DELIVERY_STATES),
    index('deliveries_of_project').on(t.projectId, t.createdAt),
  ],
);

/** A file of a delivery, what it is, and how it was judged against the specification of that time. */
export const deliveryFiles = pgTable(
  'delivery_files',
  {
    id: id(),
    deliveryId: uuid()
      .notNull()
      .references(() => deliveries.id, { onDelete: 'cascade' }),
    fileId: uuid()
      .notNull()
      .references(() => files.id),
    position: smallint().notNull(),
    role: text().$type<FileRole>().notNull(),
    /** Which of the brief's formats a cover is for, as it was specified then; null for what is not checked. */
    coverSpecId: uuid().references(() => coverSpecs.id),
    findings: jsonb().$type<Finding[]>(),
    /** Why a file that fails is delivered nevertheless. */
    reason: words(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('delivery_files_order').on(t.deliveryId, t.position),
    oneOf('delivery_files_role', t.role, FILE_ROLES),
    index('delivery_files_file').on(t.fileId),
  ],
);

/** What the publisher wants changed in a delivery. A draft, while `sentAt` is null, collects its pins. */
export const changeRequests = pgTable(
  'change_requests',
  {
    id: id(),
    deliveryId: uuid()
      .notNull()
      .references(() => deliveries.id, { onDelete: 'cascade' }),
    body: words(),
    /** The number of the round it counts as; null for one that does not count, because the specification changed. */
    round: smallint(),
    createdAt: createdAt(),
    sentAt: moment(),
  },
  (t) => [
    uniqueIndex('change_requests_one_draft')
      .on(t.deliveryId)
      .where(sql`${t.sentAt} is null`),
    index('change_requests_of_delivery').on(t.deliveryId, t.createdAt),
  ],
);

/** A numbered place on a delivered picture; `x` and `y` are parts of its width and height, from the top left. */
export const pins = pgTable(
  'pins',
  {
    id: id(),
    requestId: uuid()
      .notNull()
      .references(() => changeRequests.id, { onDelete: 'cascade' }),
    deliveryFileId: uuid()
      .notNull()
      .references(() => deliveryFiles.id, { onDelete: 'cascade' }),
    number: smallint().notNull(),
    x: real().notNull(),
    y: real().notNull(),
    body: words(),
  },
  (t) => [
    uniqueIndex('pins_number').on(t.requestId, t.number),
    check('pins_inside', sql`${t.x} between 0 and 1 and ${t.y} between 0 and 1`),
    index('pins_of_file').on(t.deliveryFileId),
  ],
);

/** A publisher's question about a delivery; until it is answered the clock of silence stands still. */
export const questions = pgTable(
  'questions',
  {
    id: id(),
    milestoneId: uuid()
      .notNull()
      .references(() => milestones.id, { onDelete: 'cascade' }),
    deliveryId: uuid()
      .notNull()
      .references(() => deliveries.id, { onDelete: 'cascade' }),
    body: text().notNull(),
    answer: words(),
    createdAt: createdAt(),
    answeredAt: moment(),
  },
  (t) => [index('questions_of_milestone').on(t.milestoneId, t.createdAt)],
);

/** What was handed over, packed as one file when somebody asked for it. */
export const handovers = pgTable(
  'handovers',
  {
    projectId: uuid()
      .notNull()
      .references(() => projects.id, { onDelete: 'cascade' }),
    deliveryId: uuid()
      .notNull()
      .references(() => deliveries.id, { onDelete: 'cascade' }),
    /** Which fonts and stock pictures are licensed to whom; whether AI was used; whom to credit. */
    declared: jsonb()
      .$type<{ fonts: string; stock: string; ai: string; credit: string; isConfirmed: boolean }>()
      .notNull(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.projectId, t.deliveryId] })],
);
