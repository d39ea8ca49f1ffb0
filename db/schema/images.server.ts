import { bigint, index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { createdAt, id, moment, oneOf } from './columns.server.ts';
import { people } from './people.server.ts';

export const IMAGE_STATES = ['preparing', 'ready', 'failed'] as const;
export type ImageState = (typeof IMAGE_STATES)[number];

/** `public` pictures are served under /media to anyone; `private` ones only through a page that checks the viewer. */
export const IMAGE_REACH = ['public', 'private'] as const;
export type ImageReach = (typeof IMAGE_REACH)[number];

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
