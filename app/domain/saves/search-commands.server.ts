/** Saves searches, changes them, gives their feeds new addresses and removes them. */
import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import type { Db } from '#db/client.server.ts';
import { people } from '#db/schema/people.server.ts';
import { savedSearches } from '#db/schema/saves.server.ts';
import { Conflict, Invalid } from '../errors.ts';
import { recordEvent } from '../events/commands.server.ts';
import type { EventType } from '../events/rules.ts';
import type { Person } from '../people/rules.ts';
import type { SearchKind } from './rules.ts';
import { getSearch } from './search-queries.server.ts';
import { MOST_SEARCHES, type SearchForm } from './searches.ts';

/**
 * Saves a search; `query` is the address `searchHref` makes. What is there already at `now` is not told of. → its id. Throws
 * Invalid when the viewer has saved the same one, Conflict when they have so many.
 */
export async function saveSearch(
  tx: Db,
  viewer: Person,
  { kind, query, name, frequency, now }: SearchForm & { kind: SearchKind; query: string; now: Date },
): Promise<string> {
  // Two windows take turns, or they would save the same search, or one too many.
  await tx.select({ id: people.id }).from(people).where(eq(people.id, viewer.id)).for('no key update');
  const own = await tx
    .select({ name: savedSearches.name, query: savedSearches.query })
    .from(savedSearches)
    .where(eq(savedSearches.personId, viewer.id));
  const same = own.find((one) => one.query === query);
  if (same) throw new Invalid(`You have saved this search already, as “${same.name}”`, 'name');
  if (own.length >= MOST_SEARCHES)
    throw new Conflict(
      `You have ${MOST_SEARCHES} saved searches, which is as many as there can be. Delete one first.`,
    );
  const [saved] = await tx
    .insert(savedSearches)
    .values({ personId: viewer.id, kind, query, name, frequency, toldUntil: now, createdAt: now })
    .returning({ id: savedSearches.id });
  if (!saved) throw new Error('the search was not saved');
  await record(tx, 'search.saved', viewer, saved.id);
  return saved.id;
}

/** Renames a search, or says how often to hear of it. Throws NotFound for others'. */
export async function changeSearch(
  tx: Db,
  viewer: Person,
  id: string | undefined,
  { name, frequency }: SearchForm,
): Promise<void> {
  const search = await getSearch(tx, viewer, id);
  if (search.name === name && search.frequency === frequency) return;
  await tx.update(savedSearches).set({ name, frequency }).where(own(viewer, search.id));
  await record(tx, 'search.changed', viewer, search.id);
}

/** Gives the feed of a search another address; the one before leads nowhere from now on. Throws NotFound for others'. */
export async function renewFeed(tx: Db, viewer: Person, id: string | undefined): Promise<void> {
  const search = await getSearch(tx, viewer, id);
  await tx.update(savedSearches).set({ feedKey: randomUUID() }).where(own(viewer, search.id));
  await record(tx, 'search.changed', viewer, search.id);
}

/** Removes a search and its feed. Throws NotFound for others'. */
export async function removeSearch(tx: Db, viewer: Person, id: string | undefined): Promise<void> {
  const search = await getSearch(tx, viewer, id);
  const gone = await tx.delete(savedSearches).where(own(viewer, search.id)).returning();
  if (gone.length > 0) await record(tx, 'search.removed', viewer, search.id);
}

const own = (viewer: Person, id: string) =>
  and(eq(savedSearches.id, id), eq(savedSearches.personId, viewer.id));

const record = (tx: Db, type: EventType, viewer: Person, subjectId: string) =>
  recordEvent(tx, { type, actorId: viewer.id, subjectId });
