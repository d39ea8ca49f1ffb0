import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Db } from '../client.server.ts';
import { mediaPrefix } from '../../app/storage/keys.ts';
import type { Queue } from '../../app/jobs/queue.server.ts';
import { designers } from '../schema/designers.server.ts';
import { images } from '../schema/images.server.ts';
import { pieces } from '../schema/portfolios.server.ts';
import { drawingSha, type CoverDraft } from './drawing.server.ts';
import { cataloguePieces } from './catalogue/index.server.ts';
import { daysFrom } from './days.server.ts';
import { idOf, type Ids } from './people.server.ts';

/** Writes the portfolio pieces and asks the worker to draw their covers, the newest first. */
export async function seedPieces(db: Db, queue: Queue, ids: Ids, now: Date): Promise<void> {
  const drafts = cataloguePieces.map((piece, at) => {
    const drawing: CoverDraft = {
      seed: `${piece.designer}/${piece.title}`,
      title: piece.title,
      ...(piece.subtitle && { subtitle: piece.subtitle }),
      author: piece.author,
      genre: piece.genre,
      style: piece.styles[0] ?? 'typographic',
      shape: piece.format === 'audiobook_square' ? 'square' : 'portrait',
    };
    return { piece, drawing, imageId: randomUUID(), shownAt: daysFrom(now, -piece.addedDaysAgo, at + 1) };
  });

  await db.insert(images).values(
    drafts.map(({ piece, drawing, imageId, shownAt }) => ({
      id: imageId,
      ownerId: idOf(ids, piece.designer),
      reach: 'public' as const,
      prefix: mediaPrefix(drawingSha(drawing), imageId),
      width: drawing.shape === 'square' ? 2400 : 1600,
      height: drawing.shape === 'square' ? 2400 : 2560,
      drawing,
      createdAt: shownAt,
    })),
  );
  const positions = new Map<string, number>();
  await db.insert(pieces).values(
    drafts.map(({ piece, imageId, shownAt }) => {
      const { designer, subtitle: _subtitle, addedDaysAgo: _days, ...details } = piece;
      const position = (positions.get(designer) ?? 0) + 1;
      positions.set(designer, position);
      return {
        ...details,
        designerId: idOf(ids, designer),
        imageId,
        position,
        shownAt,
        createdAt: shownAt,
        updatedAt: shownAt,
      };
    }),
  );
  for (const [designer, pieceCount] of positions) {
    const shown = drafts
      .filter(({ piece }) => piece.designer === designer)
      .map(({ shownAt }) => shownAt.getTime());
    await db
      .update(designers)
      .set({ pieceCount, lastShownAt: new Date(Math.max(...shown)) })
      .where(eq(designers.personId, idOf(ids, designer)));
  }
  const newestFirst = drafts.toSorted((a, b) => b.shownAt.getTime() - a.shownAt.getTime());
  const jobs = newestFirst.map(({ imageId }) => ({ imageId }));
  await queue.enqueueAll(db, 'image.derive', jobs);
}
