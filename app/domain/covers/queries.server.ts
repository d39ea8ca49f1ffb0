/**
 * The public gallery: pieces that are shown, of designers that are not hidden. That is said in one place,
 * `visible`, and every query here has it in its WHERE.
 */
import { and, arrayContains, count, eq, gt, isNotNull, ne, sql, type SQL } from 'drizzle-orm';
import type { Db } from '#db/client.server.ts';
import { designers } from '#db/schema/designers.server.ts';
import { images } from '#db/schema/images.server.ts';
import { pieces } from '#db/schema/portfolios.server.ts';
import { NotFound } from '../errors.ts';
import { pictureColumns } from '../images/queries.server.ts';
import { cappedCount, COUNT_CAP, PAGE_SIZE, type Count, type PageOf, type Seek } from '../paging.ts';
import { among, matches } from '../search.server.ts';
import { byMoment, byNumber, listIn, reversed } from '../seek.server.ts';
import type { Cover, CoverDetails } from './cover.ts';
import type { Format, Genre, Style } from './rules.ts';

export type CoverFilter = {
  /** Words to search for; empty for none. */
  q: string;
  genre?: Genre | undefined;
  format?: Format | undefined;
  style?: Style | undefined;
};

/** What a piece has to be for anyone to see it. Needs `designers` joined. */
export const visible: SQL | undefined = and(isNotNull(pieces.shownAt), eq(designers.hidden, false));

const coverColumns = {
  id: pieces.id,
  title: pieces.title,
  author: pieces.author,
  // The schema's check: a shown piece has a genre, a format and a moment.
  genre: sql<Genre>`${pieces.genre}`.as('cover_genre'),
  altText: pieces.altText,
  shownAt: sql<Date>`${pieces.shownAt}`.mapWith(pieces.shownAt).as('cover_shown_at'),
  designer: { slug: designers.slug, name: designers.name },
  picture: pictureColumns,
};

const coversFrom = (db: Db) =>
  db
    .select(coverColumns)
    .from(pieces)
    .innerJoin(designers, eq(designers.personId, pieces.designerId))
    .innerJoin(images, eq(images.id, pieces.imageId));

const whereOf = ({ q, genre, format, style }: CoverFilter) =>
  and(
    visible,
    genre && eq(pieces.genre, genre),
    format && eq(pieces.format, format),
    style && arrayContains(pieces.styles, [style]),
    q ? matches(pieces.search, q) : undefined,
  );

/** The ids a condition finds, as many as are ever counted. */
const hitsOf = (db: Db, where: SQL | undefined) =>
  db
    .select({ id: pieces.id })
    .from(pieces)
    .innerJoin(designers, eq(designers.personId, pieces.designerId))
    .where(where)
    .limit(COUNT_CAP + 1);

const NEWEST_FIRST = byMoment<Cover>({ key: pieces.shownAt, id: pieces.id }, (row) => row.shownAt);

/** One page of the gallery, newest first, and how many covers the filter finds. */
export async function listCovers(
  db: Db,
  filter: CoverFilter,
  wanted: Seek,
): Promise<PageOf<Cover> & { count: Count }> {
  const [counted] = await db.select({ n: count() }).from(hitsOf(db, whereOf(filter)).as('hits'));
  const found = cappedCount(counted?.n ?? 0);
  const { where, orderBy, page } = listIn(NEWEST_FIRST, wanted);
  if (found.n === 0) return { rows: [], newer: null, older: null, count: found };
  const matching = found.capped ? whereOf(filter) : among(pieces.id, hitsOf(db, whereOf(filter)));
  const rows = await coversFrom(db)
    .where(and(matching, where))
    .orderBy(...orderBy)
    .limit(PAGE_SIZE + 1);
  return { ...page(rows), count: found };
}

/** The newest covers that a filter finds, of those shown after `since`. */
export async function newestCovers(
  db: Db,
  filter: CoverFilter,
  { since, limit }: { since?: Date | undefined; limit: number },
): Promise<Cover[]> {
  const where = and(whereOf(filter), since && gt(pieces.shownAt, since));
  const hits = hitsOf(db, where);
  const [counted] = await db.select({ n: count() }).from(hits.as('hits'));
  return coversFrom(db)
    .where((counted?.n ?? 0) > COUNT_CAP ? where : among(pieces.id, hits))
    .orderBy(...listIn(NEWEST_FIRST, {}).orderBy)
    .limit(limit);
}

/** The newest covers of all. */
export async function recentCovers(db: Db, limit: number): Promise<Cover[]> {
  return coversFrom(db)
    .where(visible)
    .orderBy(...listIn(NEWEST_FIRST, {}).orderBy)
    .limit(limit);
}

/** One cover with everything its page says. Throws NotFound for drafts and hidden designers too. */
export async function getCover(db: Db, pieceId: string): Promise<CoverDetails> {
  const [cover] = await db
    .select({
      ...coverColumns,
      designerId: pieces.designerId,
      format: sql<Format>`${pieces.format}`.as('cover_format'),
      styles: pieces.styles,
      publisher: pieces.publisher,
      year: pieces.year,
      role: pieces.role,
      creditLine: pieces.creditLine,
      about: pieces.about,
    })
    .from(pieces)
    .innerJoin(designers, eq(designers.personId, pieces.designerId))
    .innerJoin(images, eq(images.id, pieces.imageId))
    .where(and(eq(pieces.id, pieceId), visible));
  if (!cover) throw new NotFound('There is no such cover, or it is not shown any more.');
  return cover;
}

/** Other covers by the same designer, in the designer's own order. */
export async function listMoreBy(
  db: Db,
  { designerId, id }: Pick<CoverDetails, 'designerId' | 'id'>,
  limit: number,
): Promise<Cover[]> {
  return coversFrom(db)
    .where(and(eq(pieces.designerId, designerId), ne(pieces.id, id), visible))
    .orderBy(pieces.position, pieces.id)
    .limit(limit);
}

/** The newest covers of a genre, without one of them. */
export async function listOthersIn(db: Db, genre: Genre, pieceId: string, limit: number): Promise<Cover[]> {
  return coversFrom(db)
    .where(and(eq(pieces.genre, genre), ne(pieces.id, pieceId), visible))
    .orderBy(...listIn(NEWEST_FIRST, {}).orderBy)
    .limit(limit);
}

const OWN_ORDER = reversed(
  byNumber<{ position: number }>({ key: pieces.position, id: pieces.id }, (row) => row.position),
);

/** A page of one designer's covers, in the designer's own order. */
export async function listCoversOf(db: Db, designerId: string, wanted: Seek): Promise<PageOf<Cover>> {
  const { where, orderBy, page } = listIn(OWN_ORDER, wanted);
  const rows = await db
    .select({ ...coverColumns, position: pieces.position })
    .from(pieces)
    .innerJoin(designers, eq(designers.personId, pieces.designerId))
    .innerJoin(images, eq(images.id, pieces.imageId))
    .where(and(eq(pieces.designerId, designerId), visible, where))
    .orderBy(...orderBy)
    .limit(PAGE_SIZE + 1);
  return page(rows);
}
