import { and, asc, count, eq, gt, sql } from 'drizzle-orm';
import type { Db } from '#db/client.server.ts';
import { images } from '#db/schema/images.server.ts';
import { pieces } from '#db/schema/portfolios.server.ts';
import { NotFound } from '../errors.ts';
import { pictureColumns } from '../images/queries.server.ts';
import type { Person } from '../people/rules.ts';
import type { OwnPiece } from './piece.ts';
import { OWN_PAGE } from './rules.ts';

const ownColumns = {
  id: pieces.id,
  position: pieces.position,
  title: pieces.title,
  author: pieces.author,
  publisher: pieces.publisher,
  genre: pieces.genre,
  format: pieces.format,
  styles: pieces.styles,
  year: pieces.year,
  role: pieces.role,
  creditLine: pieces.creditLine,
  altText: pieces.altText,
  about: pieces.about,
  version: pieces.version,
  shownAt: pieces.shownAt,
  picture: pictureColumns,
  pictureName: images.originalName,
  pictureFailed: sql<boolean>`${images.state} = 'failed'`.as('picture_failed'),
  pictureFacts: images.facts,
};

/** One of the viewer's own pieces. Throws NotFound, also for somebody else's. */
export async function getOwnPiece(db: Db, viewer: Person, pieceId: string): Promise<OwnPiece> {
  const [piece] = await db
    .select(ownColumns)
    .from(pieces)
    .innerJoin(images, eq(images.id, pieces.imageId))
    .where(and(eq(pieces.id, pieceId), eq(pieces.designerId, viewer.id)));
  if (!piece) throw new NotFound('There is no such cover in your portfolio.');
  return piece;
}

/** A page (from 1) of the viewer's own pieces in their order, and how many there are in all. */
export async function listOwnPieces(
  db: Db,
  viewer: Person,
  page: number,
): Promise<{ rows: OwnPiece[]; total: number }> {
  const [rows, [counted]] = await Promise.all([
    db
      .select(ownColumns)
      .from(pieces)
      .innerJoin(images, eq(images.id, pieces.imageId))
      // Positions have no gaps, so a page is a range of them.
      .where(and(eq(pieces.designerId, viewer.id), gt(pieces.position, (page - 1) * OWN_PAGE)))
      .orderBy(asc(pieces.position), asc(pieces.id))
      .limit(OWN_PAGE),
    db.select({ total: count() }).from(pieces).where(eq(pieces.designerId, viewer.id)),
  ]);
  return { rows, total: counted?.total ?? 0 };
}
