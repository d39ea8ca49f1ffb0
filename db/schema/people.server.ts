import { index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { ROLE_KEYS, type Role } from '../../app/domain/people/rules.ts';
import { createdAt, id, moment, oneOf } from './columns.server.ts';

/** Everyone who has signed in. `subject` is the identity provider's name for them and never changes. */
export const people = pgTable(
  'people',
  {
    id: id(),
    subject: text().notNull().unique(),
    role: text().$type<Role>().notNull(),
    name: text().notNull(),
    email: text().notNull(),
    timeZone: text().notNull().default('Europe/London'),
    locale: text().notNull().default('en-GB'),
    suspendedAt: moment(),
    createdAt: createdAt(),
  },
  (t) => [oneOf('people_role', t.role, ROLE_KEYS)],
);

/** A signed-in browser. The cookie holds the only copy of the id; the row holds its hash. */
export const sessions = pgTable(
  'sessions',
  {
    idHash: text().primaryKey(),
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    userAgent: text().notNull().default(''),
    createdAt: createdAt(),
    seenAt: createdAt(),
    expiresAt: moment().notNull(),
  },
  (t) => [index('sessions_person').on(t.personId), index('sessions_expiry').on(t.expiresAt)],
);

/**
 * The forms that have taken effect: a row is written in the transaction of the effect, so a form sent
 * twice finds the first one's result instead of doing it again.
 */
export const formTokens = pgTable(
  'form_tokens',
  {
    token: uuid().notNull(),
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    location: text(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.token] }), index('form_tokens_age').on(t.createdAt)],
);
