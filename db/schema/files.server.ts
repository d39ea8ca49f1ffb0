import { bigint, index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { Measured } from '../../app/domain/covers/measured.ts';
import { FILE_STATES, type FileState } from '../../app/domain/files/rules.ts';
import { createdAt, id, moment, oneOf, words } from './columns.server.ts';
import { images } from './images.server.ts';
import { people } from './people.server.ts';

/**
 * A file somebody sent to somebody else: in a message, or with a delivery. It stays private. `facts` is what was measured of it,
 * and `pictureId` what it looks like, once the worker has looked at it.
 */
export const files = pgTable(
  'files',
  {
    id: id(),
    ownerId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    state: text().$type<FileState>().notNull().default('waiting'),
    /** As the owner called it. */
    name: text().notNull(),
    /** The media type its first bytes say. */
    type: text().notNull(),
    bytes: bigint({ mode: 'number' }).notNull(),
    sha256: text().notNull(),
    key: text().notNull().unique(),
    facts: jsonb().$type<Measured>(),
    /** Why it could not be measured, in a sentence. */
    refusal: words(),
    pictureId: uuid().references(() => images.id),
    createdAt: createdAt(),
    measuredAt: moment(),
  },
  (t) => [
    oneOf('files_state', t.state, FILE_STATES),
    index('files_owner').on(t.ownerId),
    index('files_picture').on(t.pictureId),
  ],
);
