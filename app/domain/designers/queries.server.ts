import { and, arrayContains, count, eq, gt, inArray, isNotNull, sql, type SQL } from 'drizzle-orm';
import type { Db } from '#db/client.server.ts';
import { designers } from '#db/schema/designers.server.ts';
import { images } from '#db/schema/images.server.ts';
import { pieces } from '#db/schema/portfolios.server.ts';
import type { Format, Genre, Style } from '../covers/rules.ts';
import { NotFound } from '../errors.ts';
import { pictureColumns } from '../images/queries.server.ts';
import { cappedCount, COUNT_CAP, PAGE_SIZE, type Count, type PageOf, type Seek } from '../paging.ts';
import type { Person } from '../people/rules.ts';
import { among, matches } from '../search.server.ts';
import { byMoment, listIn } from '../seek.server.ts';
import type { CardCover, Designer, ListedDesigner } from './designer.ts';
import type { Availability, PriceBand } from './rules.ts';

export type DesignerFilter = {
  /** Words to search for; empty for none. */
  q: string;
  genre?: Genre | undefined;
  style?: Style | undefined;
  format?: Format | undefined;
  availability?: Availability | undefined;
  price?: PriceBand | undefined;
};

/** How many covers a card shows: each is a picture of the page, twelve times over. */
const CARD_COVERS = 1;

/** The first covers of each designer of the outer query: one query for the page, not one for each row. */
function firstCovers(db: Db) {
  const first = db
    .select({
      position: pieces.position,
      cover: sql<CardCover>`json_build_object('title', ${pieces.title}, 'picture',
        json_build_object('prefix', ${images.prefix}, 'width', ${images.width}, 'height', ${images.height},
          'state', ${pictureColumns.state.sql}))`.as('cover'),
    })
    .from(pieces)
    .innerJoin(images, eq(images.id, pieces.imageId))
    .where(and(eq(pieces.designerId, designers.personId), isNotNull(pieces.shownAt)))
    .orderBy(pieces.position, pieces.id)
    .limit(CARD_COVERS)
    .as('first');
  return db
    .select({
      covers: sql<CardCover[]>`coalesce(json_agg(${first.cover} order by ${first.position}), '[]'::json)`.as(
        'covers',
      ),
    })
    .from(first)
    .as('shelf');
}

/** Designers in search: with at least one cover shown, and not hidden. */
const findable = and(isNotNull(designers.lastShownAt), eq(designers.hidden, false));

const whereOf = ({ q, genre, style, format, availability, price }: DesignerFilter) =>
  and(
    findable,
    genre && arrayContains(designers.genres, [genre]),
    style && arrayContains(designers.styles, [style]),
    format && arrayContains(designers.formats, [format]),
    availability && eq(designers.availability, availability),
    price && eq(designers.priceBand, price),
    q ? matches(designers.search, q) : undefined,
  );

const hitsOf = (db: Db, where: SQL | undefined) =>
  db
    .select({ id: designers.personId })
    .from(designers)
    .where(where)
    .limit(COUNT_CAP + 1);

function designersFrom(db: Db) {
  const shelf = firstCovers(db);
  return db
    .select({
      id: designers.personId,
      slug: designers.slug,
      name: designers.name,
      headline: designers.headline,
      location: designers.location,
      availability: designers.availability,
      priceBand: designers.priceBand,
      lastShownAt: sql<Date>`${designers.lastShownAt}`.mapWith(designers.lastShownAt).as('shown_last'),
      covers: shelf.covers,
    })
    .from(designers)
    .crossJoinLateral(shelf);
}

const LAST_SHOWN_FIRST = byMoment<ListedDesigner>(
  { key: designers.lastShownAt, id: designers.personId },
  (row) => row.lastShownAt,
);

/**
 * One page of designers, whoever showed a new cover last first: being seen is earned by work, and cannot be
 * bought. With how many the filter finds.
 */
export async function listDesigners(
  db: Db,
  filter: DesignerFilter,
  wanted: Seek,
): Promise<PageOf<ListedDesigner> & { count: Count }> {
  const [counted] = await db.select({ n: count() }).from(hitsOf(db, whereOf(filter)).as('hits'));
  const found = cappedCount(counted?.n ?? 0);
  const { where, orderBy, page } = listIn(LAST_SHOWN_FIRST, wanted);
  if (found.n === 0) return { rows: [], newer: null, older: null, count: found };
  const matching = found.capped ? whereOf(filter) : among(designers.personId, hitsOf(db, whereOf(filter)));
  const rows = await designersFrom(db)
    .where(and(matching, where))
    .orderBy(...orderBy)
    .limit(PAGE_SIZE + 1);
  return { ...page(rows), count: found };
}

/** Those whom a filter finds and who showed a cover after `since`, last first. */
export async function newestDesigners(
  db: Db,
  filter: DesignerFilter,
  { since, limit }: { since?: Date | undefined; limit: number },
): Promise<ListedDesigner[]> {
  const where = and(whereOf(filter), since && gt(designers.lastShownAt, since));
  const hits = hitsOf(db, where);
  const [counted] = await db.select({ n: count() }).from(hits.as('hits'));
  return designersFrom(db)
    .where((counted?.n ?? 0) > COUNT_CAP ? where : among(designers.personId, hits))
    .orderBy(...listIn(LAST_SHOWN_FIRST, {}).orderBy)
    .limit(limit);
}

/** These designers as cards show them, by id: hidden ones too, and those without a cover. */
export async function findDesigners(db: Db, ids: readonly string[]): Promise<Map<string, ListedDesigner>> {
  if (ids.length === 0) return new Map();
  const rows = await designersFrom(db).where(inArray(designers.personId, [...ids]));
  return new Map(rows.map((row) => [row.id, row]));
}

const profileColumns = {
  id: designers.personId,
  slug: designers.slug,
  name: designers.name,
  headline: designers.headline,
  bio: designers.bio,
  location: designers.location,
  genres: designers.genres,
  styles: designers.styles,
  formats: designers.formats,
  availability: designers.availability,
  priceBand: designers.priceBand,
  pieceCount: designers.pieceCount,
  version: designers.version,
};

/** A designer's public profile. Throws NotFound, for hidden ones too. */
export async function getDesigner(db: Db, slug: string): Promise<Designer> {
  const [designer] = await db
    .select(profileColumns)
    .from(designers)
    // An address may hold bytes that PostgreSQL refuses in a text, such as %00.
    .where(and(eq(designers.slug, slug.replaceAll('\0', ' ')), eq(designers.hidden, false)));
  if (!designer) throw new NotFound('There is no designer at this address.');
  return designer;
}

/** The viewer's own profile, hidden or not. Throws NotFound when they have none. */
export async function getOwnProfile(db: Db, viewer: Person): Promise<Designer> {
  const [designer] = await db.select(profileColumns).from(designers).where(eq(designers.personId, viewer.id));
  if (!designer) throw new NotFound('You have no designer profile.');
  return designer;
}
