import { bigint, index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import {
  IMAGE_REACH,
  IMAGE_STATES,
  type ImageReach,
  type ImageState,
} from '../../app/domain/images/rules.ts';
import { createdAt, id, moment, oneOf } from './columns.server.ts';
import { people } from './people.server.ts';

/**
 * A picture somebody uploaded. The original stays private; the derivatives live under `prefix`, which
 * names this content and no other. `drawing` replaces the original for the sample catalogue's covers.
 */
export const images = pgTable(
  'images',
  {
    id: id(),
    ownerId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    reach: text().$type<ImageReach>().notNull(),
    state: text().$type<ImageState>().notNull().default('preparing'),
    prefix: text().notNull().unique(),
    originalKey: text(),
    originalName: text().notNull().default(''),
    bytes: bigint({ mode: 'number' }).notNull().default(0),
    sha256: text().notNull().default(''),
    width: integer().notNull(),
    height: integer().notNull(),
    colour: text().notNull().default('#8a8f98'),
    facts: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    drawing: jsonb().$type<Record<string, unknown>>(),
    createdAt: createdAt(),
    readyAt: moment(),
  },
  (t) => [
    oneOf('images_state', t.state, IMAGE_STATES),
    oneOf('images_reach', t.reach, IMAGE_REACH),
    index('images_owner').on(t.ownerId),
  ],
);
