/**
 * Makes the sizes of a picture that pages show: from the original somebody uploaded, or from the drawing of a
 * sample cover. It may be run again: the same picture gives the same files under the same keys.
 */
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { drawCover, type CoverDraft } from '#db/seed/art/cover.server.ts';
import { FRONT_REGIONS } from '../domain/covers/regions.ts';
import { finishImage, findImage, type StoredImage } from '../domain/images/commands.server.ts';
import { pictureKeys } from '../domain/images/keys.ts';
import { PICTURE_FORMATS, WIDTHS } from '../domain/images/rules.ts';
import { paint } from '../imaging/drawing.server.ts';
import { derive, RefusedImage } from '../imaging/image.server.ts';
import type { Services } from '../services.server.ts';
import { derivativeKey } from '../storage/keys.ts';
import type { JobData } from './queues.ts';

const IMMUTABLE = 'public, max-age=31536000, immutable';

/** Runs one job. A picture that is gone, or done, needs nothing more. */
export async function deriveImage(services: Services, { imageId }: JobData['image.derive']): Promise<void> {
  const { db, storage, queue, log, metrics } = services;
  const image = await findImage(db, imageId);
  if (!image || image.state !== 'preparing') return;
  const { reach, prefix } = image;
  const start = performance.now();
  const dir = await mkdtemp(path.join(tmpdir(), 'dustjacket-derive-'));
  try {
    const source = path.join(dir, 'source');
    await fetchSource(services, image, source);
    const { colour, patches } = await derive(
      source,
      { widths: WIDTHS, formats: PICTURE_FORMATS },
      (width, format, bytes) =>
        storage.put(derivativeKey(reach, prefix, width, format), bytes, {
          contentType: `image/${format}`,
          ...(reach === 'public' && { cacheControl: IMMUTABLE }),
        }),
      // Whether it is a cover, and of what, is not known yet: a piece may be described later.
      FRONT_REGIONS,
    );
    const kept = await finishImage(db, imageId, { state: 'ready', colour, patches });
    metrics.record('DeriveMs', Math.round(performance.now() - start));
    // Removed while its sizes were made: nothing else knows of them.
    if (!kept) await queue.enqueue(db, 'storage.remove', { keys: pictureKeys(image) });
  } catch (fault) {
    // A picture that cannot be decoded will not be next time either; anything else is tried again.
    if (!(fault instanceof RefusedImage)) throw fault;
    log.warn({ imageId, err: fault }, 'a picture could not be decoded');
    await finishImage(db, imageId, { state: 'failed' });
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

async function fetchSource({ storage }: Services, image: StoredImage, target: string): Promise<void> {
  if (image.drawing) {
    await writeFile(target, await paint(drawCover(image.drawing as CoverDraft), 1280));
    return;
  }
  const original = image.originalKey && (await storage.open(image.originalKey));
  if (!original) throw new Error(`the original of image ${image.id} is missing`);
  await pipeline(original.body, createWriteStream(target));
}
