import { eq, sql } from 'drizzle-orm';
import type { Db } from '#db/client.server.ts';
import { images } from '#db/schema/images.server.ts';
import type { Queue } from '../../jobs/queue.server.ts';
import type { Patches } from '../covers/measured.ts';
import { pictureKeys } from './keys.ts';
import type { ImageReach, ImageState } from './rules.ts';

/** A picture whose original and preview are stored already, and which no row knows yet. */
export type NewPicture = {
  id: string;
  reach: ImageReach;
  prefix: string;
  originalKey: string;
  originalName: string;
  bytes: number;
  sha256: string;
  /** Pixels, upright. */
  width: number;
  height: number;
  /** The dominant colour, as #rrggbb. */
  colour: string;
  facts: Record<string, unknown>;
};

/** Writes the row of a received picture and asks the worker for its sizes, in the caller's transaction. */
export async function addImage(db: Db, queue: Queue, ownerId: string, picture: NewPicture): Promise<void> {
  await db.insert(images).values({ ...picture, ownerId });
  await queue.enqueue(db, 'image.derive', { imageId: picture.id }, { priority: 10 });
}

/** Removes a picture's row; its files follow when the transaction has committed. Nothing may refer to it any more. */
export async function removeImage(db: Db, queue: Queue, imageId: string): Promise<void> {
  const [image] = await db.delete(images).where(eq(images.id, imageId)).returning();
  if (image) await queue.enqueue(db, 'storage.remove', { keys: pictureKeys(image) });
}

export type StoredImage = typeof images.$inferSelect;

/** A picture's row, or null when it was removed meanwhile. For the worker, which acts for the house. */
export async function findImage(db: Db, imageId: string): Promise<StoredImage | null> {
  const [image] = await db.select().from(images).where(eq(images.id, imageId));
  return image ?? null;
}

/** Records how the worker got on with a picture, and what it saw in it. → false when it has been removed meanwhile. */
export async function finishImage(
  db: Db,
  imageId: string,
  { patches, ...outcome }: { state: ImageState; colour?: string; patches?: Patches },
): Promise<boolean> {
  const facts = patches && sql`${images.facts} || ${JSON.stringify({ patches })}::jsonb`;
  const found = await db
    .update(images)
    .set({ ...outcome, ...(facts && { facts }), ...(outcome.state === 'ready' && { readyAt: new Date() }) })
    .where(eq(images.id, imageId))
    .returning({ id: images.id });
  return found.length > 0;
}
