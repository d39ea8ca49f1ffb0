import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import {
  MAIL_STATES,
  type MailChoices,
  type MailState,
  type MailTopic,
  type Topic,
} from '../../app/domain/notifications/rules.ts';
import { createdAt, id, moment, oneOf } from './columns.server.ts';
import { people } from './people.server.ts';

/** An event that concerns somebody. What it says is made from the event when it is read. */
export const notifications = pgTable(
  'notifications',
  {
    id: id(),
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    /** No foreign key: events stay for ever, and the log refuses to be emptied in words of its own. */
    eventId: uuid().notNull(),
    /** The event's, so that the number in the header and the choice of mail need nothing else. */
    topic: text().$type<Topic>().notNull(),
    createdAt: createdAt(),
    readAt: moment(),
    /** When it went into a mail, or was found to be for none. */
    mailedAt: moment(),
  },
  (t) => [
    uniqueIndex('notifications_once').on(t.personId, t.eventId),
    index('notifications_of_person').on(t.personId, t.createdAt.desc(), t.id.desc()),
    index('notifications_unread')
      .on(t.personId, t.topic)
      .where(sql`${t.readAt} is null`),
    index('notifications_to_mail')
      .on(t.personId, t.createdAt)
      .where(sql`${t.mailedAt} is null and ${t.readAt} is null`),
    index('notifications_event').on(t.eventId),
  ],
);

/** How often somebody wants mail about what; whoever has no row has not chosen. */
export const mailPreferences = pgTable('mail_preferences', {
  personId: uuid()
    .primaryKey()
    .references(() => people.id, { onDelete: 'cascade' }),
  choices: jsonb().$type<MailChoices>().notNull().default({}),
  /** Ends mail for whoever has it from one: the link in a mail works without signing in. */
  unsubscribeKey: uuid().notNull().defaultRandom().unique(),
  updatedAt: createdAt(),
});

/** Mail that is to go out, and went. `occasion` makes the same mail one row, however often it is asked for. */
export const mails = pgTable(
  'mails',
  {
    id: id(),
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    occasion: text().notNull().unique(),
    state: text().$type<MailState>().notNull().default('waiting'),
    subject: text().notNull(),
    text: text().notNull(),
    html: text().notNull(),
    /** Which choice of theirs let it out, for the link that ends it. */
    topic: text().$type<MailTopic>().notNull(),
    attempts: integer().notNull().default(0),
    lastFault: text(),
    createdAt: createdAt(),
    sentAt: moment(),
  },
  (t) => [
    oneOf('mails_state', t.state, Object.keys(MAIL_STATES)),
    index('mails_of_person').on(t.personId, t.createdAt),
    index('mails_not_sent')
      .on(t.state, t.createdAt.desc(), t.id.desc())
      .where(sql`${t.state} <> 'sent'`),
    index('mails_age').on(t.createdAt.desc(), t.id.desc()),
  ],
);
