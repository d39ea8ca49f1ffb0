import { sql, type SQL } from 'drizzle-orm';
import { check, index, pgTable, primaryKey, smallint, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import {
  REPORT_GROUNDS,
  REPORT_STATES,
  REPORT_SUBJECTS,
  type ReportGround,
  type ReportState,
  type ReportSubject,
} from '../../app/domain/reports/rules.ts';
import { briefs } from './briefs.server.ts';
import { createdAt, id, moment, oneOf, tsvector, words } from './columns.server.ts';
import { designers } from './designers.server.ts';
import { files } from './files.server.ts';
import { people } from './people.server.ts';

/** What a publisher and a designer say to each other about one brief, from the first question to the finished project. */
export const conversations = pgTable(
  'conversations',
  {
    id: id(),
    briefId: uuid()
      .notNull()
      .references(() => briefs.id),
    publisherId: uuid()
      .notNull()
      .references(() => people.id),
    designerId: uuid()
      .notNull()
      .references(() => designers.personId),
    createdAt: createdAt(),
    /** When the last message came; the order of the list. */
    saidAt: createdAt(),
  },
  (t) => [
    uniqueIndex('conversations_one_each').on(t.briefId, t.designerId),
    index('conversations_of_publisher').on(t.publisherId, t.saidAt.desc(), t.id.desc()),
    index('conversations_of_designer').on(t.designerId, t.saidAt.desc(), t.id.desc()),
  ],
);

export const messages = pgTable(
  'messages',
  {
    id: id(),
    conversationId: uuid()
      .notNull()
      .references(() => conversations.id, { onDelete: 'cascade' }),
    authorId: uuid()
      .notNull()
      .references(() => people.id),
    body: words(),
    createdAt: createdAt(),
    search: tsvector().generatedAlwaysAs((): SQL => sql`to_tsvector('simple', ${messages.body})`),
  },
  (t) => [
    index('messages_of_conversation').on(t.conversationId, t.createdAt.desc(), t.id.desc()),
    index('messages_search').using('gin', t.search),
  ],
);

export const messageFiles = pgTable(
  'message_files',
  {
    messageId: uuid()
      .notNull()
      .references(() => messages.id, { onDelete: 'cascade' }),
    fileId: uuid()
      .notNull()
      .references(() => files.id),
    position: smallint().notNull(),
  },
  (t) => [primaryKey({ columns: [t.messageId, t.fileId] }), index('message_files_file').on(t.fileId)],
);

/** How far somebody has read. */
export const conversationReaders = pgTable(
  'conversation_readers',
  {
    conversationId: uuid()
      .notNull()
      .references(() => conversations.id, { onDelete: 'cascade' }),
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    /** Every message up to this moment has been shown to them. */
    readAt: moment().notNull(),
  },
  (t) => [primaryKey({ columns: [t.conversationId, t.personId] })],
);

/** Somebody who does not want to hear from somebody else. */
export const blocks = pgTable(
  'blocks',
  {
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    blockedId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.blockedId] }),
    index('blocks_of_blocked').on(t.blockedId),
    check('blocks_of_others', sql`${t.personId} <> ${t.blockedId}`),
  ],
);

/** What somebody tells staff of somebody else. */
export const reports = pgTable(
  'reports',
  {
    id: id(),
    reporterId: uuid()
      .notNull()
      .references(() => people.id),
    /** Whom it is about. */
    personId: uuid()
      .notNull()
      .references(() => people.id),
    subject: text().$type<ReportSubject>().notNull(),
    subjectId: uuid().notNull(),
    ground: text().$type<ReportGround>().notNull(),
    body: words(),
    state: text().$type<ReportState>().notNull().default('open'),
    decision: words(),
    decidedBy: uuid().references(() => people.id),
    createdAt: createdAt(),
    decidedAt: moment(),
  },
  (t) => [
    oneOf('reports_subject', t.subject, REPORT_SUBJECTS),
    oneOf('reports_ground', t.ground, Object.keys(REPORT_GROUNDS)),
    oneOf('reports_state', t.state, REPORT_STATES),
    index('reports_feed').on(t.createdAt.desc(), t.id.desc()),
    index('reports_of_person').on(t.personId),
  ],
);
