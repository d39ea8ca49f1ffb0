/**
 * Writes to a portfolio. Each takes the designer's own row first, so that everything that counts or numbers
 * pieces happens one after the other; positions stay 1 to n, and the profile's tallies stay true.
 */
import { isDeepStrictEqual } from 'node:util';
import { and, asc, count, eq, gte, lte, max, sql } from 'drizzle-orm';
import type { Database, Db } from '#db/client.server.ts';
import { designers } from '#db/schema/designers.server.ts';
import { events } from '#db/schema/events.server.ts';
import { pieces } from '#db/schema/portfolios.server.ts';
import type { Queue } from '../../jobs/queue.server.ts';
import { Conflict, NotFound } from '../errors.ts';
import { recordEvent } from '../events/commands.server.ts';
import { addImage, removeImage, type NewPicture } from '../images/commands.server.ts';
import type { Person } from '../people/rules.ts';
import { missingToShow, targetOf, type Move, type PieceDraft } from './rules.ts';

/** Adds a draft with a received picture, last in order, in the caller's transaction. → its id. */
export async function addPiece(db: Db, queue: Queue, viewer: Person, picture: NewPicture): Promise<string> {
  await lockPortfolio(db, viewer);
  const [last] = await db
    .select({ position: max(pieces.position) })
    .from(pieces)
    .where(eq(pieces.designerId, viewer.id));
  await addImage(db, queue, viewer.id, picture);
  const [piece] = await db
    .insert(pieces)
    .values({ designerId: viewer.id, imageId: picture.id, position: (last?.position ?? 0) + 1 })
    .returning({ id: pieces.id });
  if (!piece) throw new Error('the piece was not inserted');
  await recordEvent(db, { type: 'piece.added', actorId: viewer.id, subjectId: piece.id });
  return piece.id;
}

export type SavedPiece = { position: number; missing: ReturnType<typeof missingToShow> };

/**
 * Saves the details of a piece in the caller's transaction. A complete piece is shown in public, an
 * incomplete one is a draft. What is stored already is no change, whatever the version, so that a second
 * click harms nobody. Throws NotFound; Conflict when `version` is no longer the newest.
 */
export async function changePiece(
  db: Db,
  viewer: Person,
  pieceId: string,
  { version, details, now }: { version: number; details: PieceDraft; now: Date },
): Promise<SavedPiece> {
  const piece = await lockPiece(db, viewer, pieceId);
  const { genre = null, format = null, year = null, ...words } = details;
  const said = { ...words, genre, format, year };
  const missing = missingToShow(details);
  const isPlaced = (piece.shownAt === null) === missing.length > 0;
  if (isPlaced && isDeepStrictEqual({ ...piece, ...said }, piece))
    return { position: piece.position, missing };
  if (piece.version !== version) throw new Conflict('This cover was changed while you were typing.');
  const shownAt = missing.length > 0 ? null : (piece.shownAt ?? (await firstShown(db, pieceId)) ?? now);
  await db
    .update(pieces)
    .set({ ...said, shownAt, version: version + 1, updatedAt: now })
    .where(eq(pieces.id, pieceId));
  await recordEvent(db, { type: 'piece.changed', actorId: viewer.id, subjectId: pieceId });
  if (shownAt && !piece.shownAt)
    await recordEvent(db, { type: 'piece.shown', actorId: viewer.id, subjectId: pieceId });
  await tally(db, viewer);
  return { position: piece.position, missing };
}

/** Gives a piece another picture, in the caller's transaction; the old one's files are removed. */
export async function replacePicture(
  db: Db,
  queue: Queue,
  viewer: Person,
  pieceId: string,
  picture: NewPicture,
): Promise<void> {
  const piece = await lockPiece(db, viewer, pieceId);
  await addImage(db, queue, viewer.id, picture);
  // The version is that of the words: whoever has the details open in another window can still save them.
  await db.update(pieces).set({ imageId: picture.id }).where(eq(pieces.id, pieceId));
  await removeImage(db, queue, piece.imageId);
  await recordEvent(db, { type: 'piece.image_replaced', actorId: viewer.id, subjectId: pieceId });
}

/** Removes a piece and its picture and closes the gap, in the caller's transaction. Throws NotFound. */
export async function removePiece(db: Db, queue: Queue, viewer: Person, pieceId: string): Promise<void> {
  const { imageId, position, title } = await lockPiece(db, viewer, pieceId);
  await db.delete(pieces).where(eq(pieces.id, pieceId));
  await shift(db, viewer, { from: position + 1, to: Infinity, by: -1 });
  await removeImage(db, queue, imageId);
  await recordEvent(db, { type: 'piece.removed', actorId: viewer.id, subjectId: pieceId, data: { title } });
  await tally(db, viewer);
}

export type Moved = { position: number; count: number; done: boolean };

/**
 * Moves a piece that stood at `from`. A second click finds it where the first one put it and changes nothing;
 * when it stands anywhere else by now, `done` is false. Throws NotFound.
 */
export async function movePiece(
  db: Database,
  viewer: Person,
  pieceId: string,
  { move, from }: { move: Move; from: number },
): Promise<Moved> {
  return db.transaction(async (tx) => {
    const { position } = await lockPiece(tx, viewer, pieceId);
    const [all] = await tx.select({ n: count() }).from(pieces).where(eq(pieces.designerId, viewer.id));
    const total = all?.n ?? 0;
    const target = targetOf(move, from, total);
    if (position !== from || position === target)
      return { position, count: total, done: position === target };
    if (target < position) await shift(tx, viewer, { from: target, to: position - 1, by: 1 });
    else await shift(tx, viewer, { from: position + 1, to: target, by: -1 });
    await tx.update(pieces).set({ position: target }).where(eq(pieces.id, pieceId));
    await recordEvent(tx, {
      ...{ type: 'piece.moved', actorId: viewer.id, subjectId: pieceId },
      data: { from: position, to: target },
    });
    return { position: target, count: total, done: true };
  });
}

async function shift(db: Db, viewer: Person, { from, to, by }: { from: number; to: number; by: 1 | -1 }) {
  await db
    .update(pieces)
    .set({ position: sql`${pieces.position} + ${by}::int` })
    .where(
      and(
        eq(pieces.designerId, viewer.id),
        gte(pieces.position, from),
        to === Infinity ? undefined : lte(pieces.position, to),
      ),
    );
}

/** The lock everything in a portfolio queues behind. "No key" lets others still refer to the designer. */
async function lockPortfolio(db: Db, viewer: Person): Promise<void> {
  const [own] = await db
    .select({ id: designers.personId })
    .from(designers)
    .where(eq(designers.personId, viewer.id))
    .for('no key update');
  if (!own) throw new NotFound('You have no designer profile yet.');
}

async function lockPiece(db: Db, viewer: Person, pieceId: string) {
  await lockPortfolio(db, viewer);
  const [piece] = await db
    .select()
    .from(pieces)
    .where(and(eq(pieces.id, pieceId), eq(pieces.designerId, viewer.id)));
  if (!piece) throw new NotFound('There is no such cover in your portfolio.');
  return piece;
}

/** When a piece was first public: hiding it and showing it again is no way back to the top of the gallery. */
async function firstShown(db: Db, pieceId: string): Promise<Date | null> {
  const [first] = await db
    .select({ at: events.createdAt })
    .from(events)
    .where(and(eq(events.subjectId, pieceId), eq(events.type, 'piece.shown')))
    .orderBy(asc(events.createdAt))
    .limit(1);
  return first?.at ?? null;
}

/** Brings the profile's tallies, which the search of designers reads, up to its pieces. */
async function tally(db: Db, viewer: Person): Promise<void> {
  const shown = sql`from ${pieces} where ${pieces.designerId} = ${viewer.id} and ${pieces.shownAt} is not null`;
  await db
    .update(designers)
    .set({
      pieceCount: sql`(select count(*)::int ${shown})`,
      lastShownAt: sql`(select max(${pieces.shownAt}) ${shown})`,
    })
    .where(eq(designers.personId, viewer.id));
}
