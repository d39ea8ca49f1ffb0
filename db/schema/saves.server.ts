import { index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import {
  SEARCH_FREQUENCIES,
  SEARCH_KINDS,
  type SearchFrequency,
  type SearchKind,
} from '../../app/domain/saves/rules.ts';
import { briefs } from './briefs.server.ts';
import { createdAt, id, moment, oneOf, words } from './columns.server.ts';
import { designers } from './designers.server.ts';
import { people } from './people.server.ts';

/** Designers a publisher keeps in mind. */
export const designerSaves = pgTable(
  'designer_saves',
  {
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    designerId: uuid()
      .notNull()
      .references(() => designers.personId, { onDelete: 'cascade' }),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.designerId] }),
    index('designer_saves_of_designer').on(t.designerId),
  ],
);

/** Briefs a designer keeps in mind. */
export const briefSaves = pgTable(
  'brief_saves',
  {
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    briefId: uuid()
      .notNull()
      .references(() => briefs.id, { onDelete: 'cascade' }),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.briefId] }), index('brief_saves_of_brief').on(t.briefId)],
);

/** A search somebody wants to hear of. `query` is the address of the list, without its page. */
export const savedSearches = pgTable(
  'saved_searches',
  {
    id: id(),
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    kind: text().$type<SearchKind>().notNull(),
    name: text().notNull(),
    query: text().notNull(),
    frequency: text().$type<SearchFrequency>().notNull().default('daily'),
    /** Opens its feed to whoever has the address: feed readers do not sign in. */
    feedKey: uuid().notNull().defaultRandom().unique(),
    /** What came before has been told. */
    toldUntil: createdAt(),
    toldAt: moment(),
    createdAt: createdAt(),
  },
  (t) => [
    oneOf('saved_searches_kind', t.kind, SEARCH_KINDS),
    oneOf('saved_searches_frequency', t.frequency, SEARCH_FREQUENCIES),
    index('saved_searches_of_person').on(t.personId, t.createdAt),
  ],
);

/** The designers a publisher asked to look at a brief; one that is invite-only is shown to nobody else. */
export const briefInvitations = pgTable(
  'brief_invitations',
  {
    briefId: uuid()
      .notNull()
      .references(() => briefs.id, { onDelete: 'cascade' }),
    designerId: uuid()
      .notNull()
      .references(() => designers.personId, { onDelete: 'cascade' }),
    note: words(),
    createdAt: createdAt(),
    declinedAt: moment(),
    declineReason: words(),
  },
  (t) => [
    primaryKey({ columns: [t.briefId, t.designerId] }),
    index('brief_invitations_of_designer').on(t.designerId),
  ],
);
