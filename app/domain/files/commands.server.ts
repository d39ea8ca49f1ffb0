/** Keeps the rows of files that people sent. What they are attached to, and who may have them, is their nouns' business. */
import { eq } from 'drizzle-orm';
import type { Db } from '#db/client.server.ts';
import { files } from '#db/schema/files.server.ts';
import { images } from '#db/schema/images.server.ts';
import type { Queue } from '../../jobs/queue.server.ts';
import type { Measured } from '../covers/measured.ts';
import { addImage, removeImage, type NewPicture } from '../images/commands.server.ts';
import { pictureKeys } from '../images/keys.ts';

/** A file that is stored already, and which no row knows yet. */
export type NewFile = {
  id: string;
  /** With an ending that fits what it is. */
  name: string;
  type: string;
  bytes: number;
  sha256: string;
  key: string;
  /** Whether there is something to look at, for the worker to measure. */
  seen: boolean;
};

/** Writes the row of a received file, in the caller's transaction, and asks the worker to look at it if that can be done. */
export async function addFile(tx: Db, queue: Queue, ownerId: string, file: NewFile): Promise<void> {
  const { seen, ...columns } = file;
  await tx.insert(files).values({ ...columns, ownerId, state: seen ? 'waiting' : 'ready' });
  if (seen) await queue.enqueue(tx, 'file.measure', { fileId: file.id }, { priority: 10 });
}

/** Keeps how large a file of the sample catalogue has become now that it is drawn, and asks the worker to look at it. */
export async function keepDrawn(
  tx: Db,
  queue: Queue,
  fileId: string,
  drawn: { bytes: number; sha256: string },
): Promise<void> {
  const [file] = await tx.update(files).set(drawn).where(eq(files.id, fileId)).returning();
  if (file?.state === 'waiting') await queue.enqueue(tx, 'file.measure', { fileId }, { priority: 10 });
}

/** Removes a file's row and its picture; what is stored follows when the transaction has committed. Nothing may refer to it any more. */
export async function removeFile(tx: Db, queue: Queue, fileId: string): Promise<void> {
  const [file] = await tx.delete(files).where(eq(files.id, fileId)).returning();
  if (!file) return;
  if (file.pictureId) await removeImage(tx, queue, file.pictureId);
  await queue.enqueue(tx, 'storage.remove', { keys: [file.key] });
}

export type SentFile = typeof files.$inferSelect;

/** A file's row, or null when it was removed meanwhile. For the worker, which acts for the house. */
export async function findFile(db: Db, fileId: string): Promise<SentFile | null> {
  const [file] = await db.select().from(files).where(eq(files.id, fileId));
  return file ?? null;
}

/** Keeps what was measured of a file, and what it looks like; if it was removed meanwhile, its picture goes too. */
export async function keepMeasures(
  tx: Db,
  queue: Queue,
  fileId: string,
  { facts, picture }: { facts: Measured; picture: NewPicture | null },
): Promise<void> {
  const [file] = await tx.select().from(files).where(eq(files.id, fileId)).for('update');
  if (!file && picture) return queue.enqueue(tx, 'storage.remove', { keys: pictureKeys(picture) });
  if (file?.state !== 'waiting') return;
  if (picture) await addImage(tx, queue, file.ownerId, picture);
  await tx
    .update(files)
    .set({ state: 'ready', facts, pictureId: picture?.id ?? null, measuredAt: new Date() })
    .where(eq(files.id, fileId));
}

/** Keeps why a file cannot be measured, in a sentence. */
export async function refuseFile(db: Db, fileId: string, refusal: string): Promise<void> {
  await db
    .update(files)
    .set({ state: 'refused', refusal, measuredAt: new Date() })
    .where(eq(files.id, fileId));
}

/** Is there a row that names what an upload stored? For what looks later whether it came to anything. */
export const isFileKept = async (db: Db, fileId: string): Promise<boolean> =>
  (await db.$count(files, eq(files.id, fileId))) > 0;

/** What is shown of the picture of a file, for a query that joins `images`. */
export const fileColumns = {
  id: files.id,
  name: files.name,
  type: files.type,
  bytes: files.bytes,
  state: files.state,
  refusal: files.refusal,
  width: images.width,
  height: images.height,
  imageState: images.state,
};
