import { sql } from 'drizzle-orm';
import { index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { createdAt, id, oneOf } from './columns.server.ts';
import { EVENT_TYPE_KEYS, type EventType } from '../../app/domain/events/rules.ts';
import { people } from './people.server.ts';

/** What happened, once, in order; written in the transaction of the change and never altered. */
export const events = pgTable(
  'events',
  {
    id: id(),
    type: text().$type<EventType>().notNull(),
    actorId: uuid().references(() => people.id),
    subjectId: uuid().notNull(),
    /** Whose history it belongs to. No foreign keys: what happened stays true when the thing is gone. */
    briefId: uuid(),
    projectId: uuid(),
    data: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    createdAt: createdAt(),
  },
  (t) => [
    oneOf('events_type', t.type, EVENT_TYPE_KEYS),
    index('events_of_actor').on(t.actorId, t.createdAt),
    index('events_of_subject').on(t.subjectId, t.createdAt),
    index('events_of_brief')
      .on(t.briefId, t.createdAt, t.id)
      .where(sql`${t.briefId} is not null`),
    index('events_of_project')
      .on(t.projectId, t.createdAt, t.id)
      .where(sql`${t.projectId} is not null`),
    index('events_feed').on(t.createdAt.desc(), t.id.desc()),
  ],
);
