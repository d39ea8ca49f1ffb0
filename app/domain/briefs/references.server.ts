/** Pictures that go with a brief. They are private: only who may read the brief may see them. */
import { and, eq } from 'drizzle-orm';
import type { Db } from '#db/client.server.ts';
import { briefReferences } from '#db/schema/briefs.server.ts';
import { images } from '#db/schema/images.server.ts';
import type { Queue } from '../../jobs/queue.server.ts';
import { Conflict, NotFound } from '../errors.ts';
import { recordEvent } from '../events/commands.server.ts';
import { addImage, removeImage, type NewPicture } from '../images/commands.server.ts';
import type { Person } from '../people/rules.ts';
import { lockBrief } from './commands.server.ts';
import { getEditableBrief, soundId } from './queries.server.ts';
import { MOST_REFERENCES } from './rules.ts';

const LONGEST_CAPTION = 200;

/** A caption as it is kept: one line, and no longer than a line or two on a page. */
export const captionOf = (typed: string | null): string =>
  (typed ?? '').replace(/\s+/g, ' ').trim().slice(0, LONGEST_CAPTION);

/**
 * Adds a received picture to the viewer's brief, in one transaction with its row. Throws Conflict when the
 * brief has as many as it may have or can no longer be edited, Forbidden, NotFound.
 */
export async function addReference(
  db: Db,
  queue: Queue,
  viewer: Person,
  briefId: string,
  { picture, caption }: { picture: NewPicture; caption: string },
): Promise<void> {
  await db.transaction(async (tx) => {
    await lockBrief(tx, viewer, briefId);
    const brief = await getEditableBrief(tx, viewer, briefId);
    if (brief.references.length >= MOST_REFERENCES)
      throw new Conflict(`A brief holds ${MOST_REFERENCES} reference images. Remove one to add another.`);
    await addImage(tx, queue, viewer.id, picture);
    await tx.insert(briefReferences).values({ briefId, imageId: picture.id, caption });
    await recordEvent(tx, { type: 'brief.reference_added', actorId: viewer.id, subjectId: briefId });
  });
}

/** Removes a picture from the viewer's brief; its files go too, unless a duplicate of the brief shows them. Throws NotFound. */
export async function removeReference(
  db: Db,
  queue: Queue,
  viewer: Person,
  briefId: string,
  referenceId: string | undefined,
): Promise<void> {
  await db.transaction(async (tx) => {
    await lockBrief(tx, viewer, briefId);
    await getEditableBrief(tx, viewer, briefId);
    const [gone] = await tx
      .delete(briefReferences)
      .where(and(eq(briefReferences.id, soundId(referenceId)), eq(briefReferences.briefId, briefId)))
      .returning({ imageId: briefReferences.imageId });
    if (!gone) throw new NotFound('This picture has been removed already.');
    // Two duplicates that let go of one picture at once take turns here, so that the last one takes it along.
    await tx.select({ id: images.id }).from(images).where(eq(images.id, gone.imageId)).for('update');
    const elsewhere = await tx.$count(briefReferences, eq(briefReferences.imageId, gone.imageId));
    if (elsewhere === 0) await removeImage(tx, queue, gone.imageId);
    await recordEvent(tx, { type: 'brief.reference_removed', actorId: viewer.id, subjectId: briefId });
  });
}
