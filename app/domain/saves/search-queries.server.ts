/** Reads saved searches: the viewer's own, and one by the key of its feed. */
import { and, desc, eq, isNull } from 'drizzle-orm';
import type { Db } from '#db/client.server.ts';
import { people } from '#db/schema/people.server.ts';
import { savedSearches } from '#db/schema/saves.server.ts';
import { NotFound } from '../errors.ts';
import { isUuid } from '../ids.ts';
import type { Person } from '../people/rules.ts';
import { MOST_SEARCHES } from './searches.ts';

export type SavedSearch = typeof savedSearches.$inferSelect;

const NONE = 'There is no such saved search, or it is not yours.';

/** All of the viewer's, last saved first. */
export const listSearches = (db: Db, viewer: Person): Promise<SavedSearch[]> =>
  db
    .select()
    .from(savedSearches)
    .where(eq(savedSearches.personId, viewer.id))
    .orderBy(desc(savedSearches.createdAt), desc(savedSearches.id))
    .limit(MOST_SEARCHES);

/** One of the viewer's. Throws NotFound. */
export async function getSearch(db: Db, viewer: Person, id: string | undefined): Promise<SavedSearch> {
  if (!isUuid(id)) throw new NotFound(NONE);
  const [search] = await db
    .select()
    .from(savedSearches)
    .where(and(eq(savedSearches.id, id), eq(savedSearches.personId, viewer.id)));
  if (!search) throw new NotFound(NONE);
  return search;
}

/** The search behind a feed's address, for whoever has that. Throws NotFound, of suspended people too. */
export async function getSearchByKey(db: Db, key: string | undefined): Promise<SavedSearch> {
  if (!isUuid(key)) throw new NotFound('There is no such feed.');
  const [row] = await db
    .select({ search: savedSearches })
    .from(savedSearches)
    .innerJoin(people, eq(people.id, savedSearches.personId))
    .where(and(eq(savedSearches.feedKey, key), isNull(people.suspendedAt)));
  if (!row) throw new NotFound('There is no such feed. Its address may have been replaced by another.');
  return row.search;
}
