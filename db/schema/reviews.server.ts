import { sql } from 'drizzle-orm';
import { index, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { PROJECT_SIDES, type ProjectSide } from '../../app/domain/projects/rules.ts';
import type { Ratings } from '../../app/domain/reviews/rules.ts';
import { createdAt, id, moment, oneOf, words } from './columns.server.ts';
import { people } from './people.server.ts';
import { projects } from './projects.server.ts';

/** What one side of an ended project says of the other. Nobody else reads it before `shownAt`. */
export const reviews = pgTable(
  'reviews',
  {
    id: id(),
    projectId: uuid()
      .notNull()
      .references(() => projects.id),
    side: text().$type<ProjectSide>().notNull(),
    authorId: uuid()
      .notNull()
      .references(() => people.id),
    /** Whom it is about. */
    personId: uuid()
      .notNull()
      .references(() => people.id),
    ratings: jsonb().$type<Ratings>().notNull(),
    body: words(),
    createdAt: createdAt(),
    shownAt: moment(),
    reply: words(),
    repliedAt: moment(),
  },
  (t) => [
    uniqueIndex('reviews_one_each').on(t.projectId, t.side),
    oneOf('reviews_side', t.side, PROJECT_SIDES),
    // The few that wait to be shown.
    index('reviews_blind')
      .on(t.projectId)
      .where(sql`${t.shownAt} is null`),
    index('reviews_of_person').on(t.personId, t.shownAt.desc(), t.id.desc()),
  ],
);
