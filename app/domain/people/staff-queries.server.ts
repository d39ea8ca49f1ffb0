/** People as staff see them: found by a part of a name or e-mail, and one of them with all that is known. */
import { and, count, eq, isNotNull, isNull, sql, type SQL } from 'drizzle-orm';
import type { Db } from '#db/client.server.ts';
import { briefs } from '#db/schema/briefs.server.ts';
import { designers } from '#db/schema/designers.server.ts';
import { people, sessions } from '#db/schema/people.server.ts';
import { NotFound } from '../errors.ts';
import { isUuid } from '../ids.ts';
import { cappedCount, COUNT_CAP, PAGE_SIZE, type Count, type PageOf, type Seek } from '../paging.ts';
import { among } from '../search.server.ts';
import { byMoment, listIn } from '../seek.server.ts';
import type { Role } from './rules.ts';
import { live } from './sessions.server.ts';
import type { PersonState } from './staff.ts';

export type PeopleFilter = {
  /** Parts of words to search for; empty for none. */
  q: string;
  role?: Role | undefined;
  state?: PersonState | undefined;
};

const listColumns = {
  ...{ id: people.id, name: people.name, email: people.email, role: people.role },
  ...{ organisation: people.organisation, createdAt: people.createdAt },
  suspended: sql<boolean>`${people.suspendedAt} is not null`,
};
const listQuery = (db: Db) => db.select(listColumns).from(people);
export type ListedPerson = Awaited<ReturnType<typeof listQuery>>[number];

/** Every word has to be a part of name or e-mail. Spelled as the index `people_search` is. */
const contains = (word: string): SQL =>
  sql`(${people.name} || ' ' || ${people.email}) ilike ${`%${word.replace(/[\\%_]/g, '\\$&')}%`}`;

const whereOf = ({ q, role, state }: PeopleFilter): SQL | undefined =>
  and(
    ...q.split(/\s+/).filter(Boolean).map(contains),
    role && eq(people.role, role),
    state && (state === 'suspended' ? isNotNull(people.suspendedAt) : isNull(people.suspendedAt)),
  );

const NEWEST_FIRST = byMoment<ListedPerson>({ key: people.createdAt, id: people.id }, (row) => row.createdAt);

/** One page of people, whoever came last first, and how many the filter finds. */
export async function listPeople(
  db: Db,
  filter: PeopleFilter,
  wanted: Seek,
): Promise<PageOf<ListedPerson> & { count: Count }> {
  const where = whereOf(filter);
  const hits = db
    .select({ id: people.id })
    .from(people)
    .where(where)
    .limit(COUNT_CAP + 1);
  const [counted] = await db.select({ n: count() }).from(hits.as('hits'));
  const found = cappedCount(counted?.n ?? 0);
  const feed = listIn(NEWEST_FIRST, wanted);
  // Everybody at all is the feed itself; few are collected first, and many soon fill a page of it.
  const matching = where && !found.capped ? among(people.id, hits) : where;
  const rows = await listQuery(db)
    .where(and(matching, feed.where))
    .orderBy(...feed.orderBy)
    .limit(PAGE_SIZE + 1);
  return { ...feed.page(rows), count: found };
}

/** All that staff are shown of somebody. Throws NotFound. */
export async function getPerson(db: Db, id: string | undefined, now: Date) {
  const [person] = isUuid(id ?? '') ? await readPerson(db, id ?? '', now) : [];
  if (!person) throw new NotFound('There is nobody at this address.');
  return person;
}
export type PersonFacts = Awaited<ReturnType<typeof getPerson>>;

function readPerson(db: Db, id: string, now: Date) {
  const own = eq(sessions.personId, people.id);
  return db
    .select({
      ...listColumns,
      providerGroups: people.providerGroups,
      suspendedAt: people.suspendedAt,
      suspendedReason: people.suspendedReason,
      profile: { slug: designers.slug, hidden: designers.hidden },
      sessions: db.$count(sessions, and(own, live(now))),
      seenAt: sql<Date | null>`(select max(${sessions.seenAt}) from ${sessions} where ${own})`.mapWith(
        sessions.seenAt,
      ),
      briefs: db.$count(briefs, eq(briefs.ownerId, people.id)),
    })
    .from(people)
    .leftJoin(designers, eq(designers.personId, people.id))
    .where(eq(people.id, id));
}

/**
 * Whom a filter means: somebody by id, or the one person the words find. `others` are the newest of several that
 * they find. An id that is nobody's means nobody.
 */
export async function findWho(
  db: Db,
  id: string | null,
  q: string,
): Promise<{ person: ListedPerson | null; others: ListedPerson[] }> {
  const known = id && isUuid(id) ? await listQuery(db).where(eq(people.id, id)) : [];
  const found = known.length === 0 && q ? (await listPeople(db, { q }, {})).rows : known;
  return found.length === 1 ? { person: found[0] ?? null, others: [] } : { person: null, others: found };
}

/** Everybody who is staff now, to be told of what only staff can decide. */
export async function staffIds(db: Db): Promise<string[]> {
  const rows = await db
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.role, 'admin'), isNull(people.suspendedAt)));
  return rows.map(({ id }) => id);
}
