/**
 * Lists of briefs. Every page is one walk along an index, from a cursor; a search first collects its matches,
 * a thousand at most, because ordering all matches of a common word costs half a second at a million rows.
 */
import { and, eq, gt, gte, inArray, lte, sql, type SQL } from 'drizzle-orm';
import type { Db } from '#db/client.server.ts';
import { briefs } from '#db/schema/briefs.server.ts';
import { people } from '#db/schema/people.server.ts';
import { cappedCount, COUNT_CAP, PAGE_SIZE, pageOf, type Count, type PageOf, type Seek } from '../paging.ts';
import type { Person, Viewer } from '../people/rules.ts';
import { among } from '../search.server.ts';
import { searchable } from '../search.ts';
import { beyond, byDay, byMoment, byNumber, listIn, sorted, soundSeek, type Order } from '../seek.server.ts';
import {
  DEADLINE_DAYS,
  daysAfter,
  inOrder,
  type BriefFilters,
  type BriefSort,
  type BriefState,
} from './rules.ts';
import { mayRead } from './queries.server.ts';

export type { BriefFilters } from './rules.ts';
export type BriefPage = PageOf<ListRow> & {
  count: Count;
  /** Nothing matched the words; these titles are spelled like them. */
  close: boolean;
};

const listColumns = {
  ...{ id: briefs.id, title: briefs.title, authorName: briefs.authorName, imprint: briefs.imprint },
  ...{ ownerName: people.name, state: briefs.state, visibility: briefs.visibility, genre: briefs.genre },
  ...{ formatKinds: briefs.formatKinds, budgetKind: briefs.budgetKind, currency: briefs.currency },
  ...{ budgetMin: briefs.budgetMin, budgetMax: briefs.budgetMax, budgetRank: briefs.budgetRank },
  ...{ finalOn: briefs.finalOn, publishedAt: briefs.publishedAt, updatedAt: briefs.updatedAt },
  blurb: sql<string>`left(${briefs.blurb}, 300)`,
};
const listQuery = (db: Db) =>
  db.select(listColumns).from(briefs).innerJoin(people, eq(people.id, briefs.ownerId));
export type ListRow = Awaited<ReturnType<typeof listQuery>>[number];

// Spelled out, not as parameters: only then does PostgreSQL know that the partial indexes fit.
const isOpen = sql`${briefs.state} = 'open' and ${briefs.visibility} = 'public'`;

type Scored = ListRow & { score: number };

/** The orders of the public list, over the table itself or a subquery with its columns. */
function ordersOf(table: 'briefs' | 'found' | 'page'): Record<BriefSort, Order<Scored>> {
  const by = (key: string) => ({ key: sql.raw(`"${table}"."${key}"`), id: sql.raw(`"${table}"."id"`) });
  return {
    newest: byMoment(by('published_at'), (row) => row.publishedAt),
    deadline: byDay(by('final_on'), (row) => row.finalOn),
    budget: byNumber(by('budget_rank'), (row) => row.budgetRank),
    relevance: byNumber(by('score'), (row) => row.score),
  };
}
const [WALKED, FOUND, PAGE] = [ordersOf('briefs'), ordersOf('found'), ordersOf('page')];
const newestFirst = sorted(WALKED.newest, {});

/** Briefs open to anyone, whose deadline has not passed. `today` is `YYYY-MM-DD`. At most three queries, and a setting when there is nothing but what is close. */
export async function listOpenBriefs(
  db: Db,
  filters: BriefFilters,
  seek: Seek,
  today: string,
): Promise<BriefPage> {
  const where = matching(filters, today);
  const count = await countUpTo(db, where);
  if (filters.q && count.n === 0) return listCloseTitles(db, filters, today);
  const { sort } = inOrder(filters);
  const from = soundSeek(WALKED[sort], seek);
  const filtered = Object.values({ ...filters, sort: undefined }).some(Boolean);
  const collect = sort === 'relevance' || (filtered && !count.capped);
  const rows = collect
    ? await readCollected(db, where, { ...filters, sort }, from, count)
    : await readWalking(db, where, WALKED[sort], from);
  const cursorOf = (row: Scored) => ({ key: WALKED[sort].of(row), id: row.id });
  return { ...pageOf(rows, from, cursorOf), count, close: false };
}

/** The newest briefs anyone may read, for the front page. One query. */
export const recentOpenBriefs = (db: Db, limit: number, today: string): Promise<ListRow[]> =>
  listQuery(db)
    .where(and(isOpen, gte(briefs.finalOn, today)))
    .orderBy(...newestFirst)
    .limit(limit);

/** The newest briefs that the filters find, of those posted after `since`. Two queries. */
export async function newestBriefs(
  db: Db,
  filters: BriefFilters,
  today: string,
  { since, limit }: { since?: Date | undefined; limit: number },
): Promise<ListRow[]> {
  const where = and(matching(filters, today), since && gt(briefs.publishedAt, since));
  const { n, capped } = await countUpTo(db, where);
  if (n === 0) return [];
  const hits = db
    .select({ id: briefs.id })
    .from(briefs)
    .where(where)
    .limit(COUNT_CAP + 1);
  return listQuery(db)
    .where(capped ? where : among(briefs.id, hits))
    .orderBy(...newestFirst)
    .limit(limit);
}

/** Those of these briefs that are the viewer's to read, by id. */
export async function findBriefs(
  db: Db,
  viewer: Viewer,
  ids: readonly string[],
): Promise<Map<string, ListRow>> {
  if (ids.length === 0) return new Map();
  const rows = await listQuery(db).where(and(inArray(briefs.id, [...ids]), mayRead(viewer)));
  return new Map(rows.map((row) => [row.id, row]));
}

const asked = (q: string) => sql`websearch_to_tsquery('english', ${searchable(q)})`;

function matching({ q, genre, format, budget, deadline }: BriefFilters, today: string): SQL | undefined {
  return and(
    isOpen,
    gte(briefs.finalOn, today),
    genre && eq(briefs.genre, genre),
    format && sql`${briefs.formatKinds} @> array[${format}]::text[]`,
    budget && eq(briefs.budgetBand, budget),
    deadline && lte(briefs.finalOn, daysAfter(today, DEADLINE_DAYS[deadline])),
    q ? sql`${briefs.search} @@ ${asked(q)}` : undefined,
  );
}

async function countUpTo(db: Db, where: SQL | undefined): Promise<Count> {
  const some = db
    .select({ one: sql`1`.as('one') })
    .from(briefs)
    .where(where)
    .limit(COUNT_CAP + 1)
    .as('some');
  const [row] = await db.select({ n: sql<number>`count(*)::int` }).from(some);
  return cappedCount(row?.n ?? 0);
}

/** Straight along the index of the order: right for whole lists, and for filters so common that a page fills at once. */
const readWalking = async (db: Db, where: SQL | undefined, order: Order<Scored>, seek: Seek) =>
  (
    await listQuery(db)
      .where(and(where, beyond(order, seek)))
      .orderBy(...sorted(order, seek))
      .limit(PAGE_SIZE + 1)
  ).map((row) => ({ ...row, score: 0 }));

/**
 * All matches first, then their order, then the rest of the page's columns. The LIMIT inside is a fence: without
 * it the planner walks the whole feed for a rare word, 1.3 s instead of 0.15 ms. Of more than a thousand
 * matches the newest are ranked.
 */
function readCollected(
  db: Db,
  where: SQL | undefined,
  { q, sort }: BriefFilters,
  seek: Seek,
  count: Count,
): Promise<Scored[]> {
  const rank = q ? sql<number>`(ts_rank_cd(${briefs.search}, ${asked(q)}) * 1000000)::int` : sql<number>`0`;
  const { id, publishedAt, finalOn, budgetRank } = briefs;
  const matches = db
    .select({ id, publishedAt, finalOn, budgetRank, score: rank.as('score') })
    .from(briefs)
    .where(where);
  const found = (
    count.capped ? matches.orderBy(...newestFirst).limit(COUNT_CAP) : matches.limit(COUNT_CAP + 1)
  ).as('found');
  const page = db
    .select()
    .from(found)
    .where(beyond(FOUND[sort], seek))
    .orderBy(...sorted(FOUND[sort], seek))
    .limit(PAGE_SIZE + 1)
    .as('page');
  return db
    .select({ ...listColumns, score: page.score })
    .from(page)
    .innerJoin(briefs, eq(briefs.id, page.id))
    .innerJoin(people, eq(people.id, briefs.ownerId))
    .orderBy(...sorted(PAGE[sort], seek));
}

/**
 * How alike is close enough. PostgreSQL's own 0.6 takes “lighthuose” for something else than “lighthouse”; a
 * short word at 0.4 is like a tenth of all titles, and takes two seconds to say so at a million rows.
 */
const closeEnough = (q: string): string => (q.length < 8 ? '0.5' : '0.4');

/** One page of titles that are spelled like the words, for typing errors. */
async function listCloseTitles(db: Db, filters: BriefFilters, today: string): Promise<BriefPage> {
  const { q } = filters;
  const close = sql`${q} <% ${briefs.title}`;
  const rows = await db.transaction(async (tx) => {
    // The index asks this setting, not a parameter, how close is close.
    await tx.execute(sql`select set_config('pg_trgm.word_similarity_threshold', ${closeEnough(q)}, true)`);
    return listQuery(tx)
      .where(and(matching({ ...filters, q: '' }, today), close))
      .orderBy(sql`word_similarity(${q}, ${briefs.title}) desc`, ...newestFirst)
      .limit(PAGE_SIZE);
  });
  return { rows, newer: null, older: null, count: cappedCount(0), close: rows.length > 0 };
}

const BY_CHANGE = byMoment<ListRow>({ key: briefs.updatedAt, id: briefs.id }, (row) => row.updatedAt);

/** The viewer's own briefs, last changed first; for staff, everybody's. One query. */
export async function listOwnBriefs(
  db: Db,
  viewer: Person,
  state: BriefState | undefined,
  seek: Seek,
): Promise<PageOf<ListRow>> {
  const { where, orderBy, page } = listIn(BY_CHANGE, seek);
  const rows = await listQuery(db)
    .where(and(isOwn(viewer), state && eq(briefs.state, state), where))
    .orderBy(...orderBy)
    .limit(PAGE_SIZE + 1);
  return page(rows);
}

const isOwn = (viewer: Person) => (viewer.role === 'admin' ? undefined : eq(briefs.ownerId, viewer.id));

/** How many of the viewer's own briefs are in each state. */
export async function countOwnBriefs(db: Db, viewer: Person): Promise<Partial<Record<BriefState, number>>> {
  const rows = await db
    .select({ state: briefs.state, n: sql<number>`count(*)::int` })
    .from(briefs)
    .where(eq(briefs.ownerId, viewer.id))
    .groupBy(briefs.state);
  return Object.fromEntries(rows.map(({ state, n }) => [state, n]));
}
