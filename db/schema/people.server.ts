import { sql } from 'drizzle-orm';
import { bigint, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { ROLE_KEYS, WELCOME_STEPS, type Role, type WelcomeStep } from '../../app/domain/people/rules.ts';
import { createdAt, id, moment, oneOf, wordList, words } from './columns.server.ts';

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
    /** The publisher, imprint or studio they work for or as. */
    organisation: words(),
    /** Where a newcomer left the first steps; null once they are through. */
    welcomeStep: text().$type<WelcomeStep>(),
    /** Groups the identity provider last named: a hint for staff, never a permission. */
    providerGroups: wordList(),
    suspendedAt: moment(),
    /** Told to the person who is suspended. */
    suspendedReason: text(),
    createdAt: createdAt(),
  },
  (t) => [
    oneOf('people_role', t.role, ROLE_KEYS),
    oneOf('people_welcome_step', t.welcomeStep, WELCOME_STEPS),
    index('people_feed').on(t.createdAt.desc(), t.id.desc()),
    index('people_search').using('gin', sql`(${t.name} || ' ' || ${t.email}) gin_trgm_ops`),
  ],
);

/** A signed-in browser. The cookie holds the only copy of the id; the row holds its hash. */
export const sessions = pgTable(
  'sessions',
  {
    idHash: text().primaryKey(),
    /** What the list of one's devices calls it; opens nothing. */
    id: uuid().notNull().defaultRandom().unique(),
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

/** How often a key has acted in its window. Unlogged: after a crash everybody begins anew. */
export const rateLimits = pgTable('rate_limits', {
  key: text().primaryKey(),
  points: integer().notNull().default(0),
  /** Milliseconds since 1970. */
  expire: bigint({ mode: 'number' }),
});
