/**
 * Looks at a file that was sent: what it is in numbers, and what it looks like, from which its previews are made. It may be run
 * again: the same file gives the same numbers, and the same picture under the same keys.
 */
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { findFile, keepMeasures, refuseFile, type SentFile } from '../domain/files/commands.server.ts';
import type { NewPicture } from '../domain/images/commands.server.ts';
import { asPng, lookAt, measureFile, RefusedImage } from '../imaging/file.server.ts';
import { preview } from '../imaging/image.server.ts';
import type { Services } from '../services.server.ts';
import { checkCovers } from './check-covers.server.ts';
import { derivativeKey, mediaPrefix, originalKey } from '../storage/keys.ts';
import type { JobData } from './queues.ts';

type Needed = Pick<Services, 'db' | 'storage' | 'queue' | 'log'>;

/** Runs one job: measures a file that has not been, and judges it where it is delivered as a cover. */
export async function measureSentFile(services: Needed, { fileId }: JobData['file.measure']): Promise<void> {
  const file = await findFile(services.db, fileId);
  if (file?.state === 'waiting') await look(services, file);
  await checkCovers(services, fileId);
}

async function look(services: Needed, file: SentFile): Promise<void> {
  const { db, queue, log } = services;
  const { id: fileId } = file;
  const dir = await mkdtemp(path.join(tmpdir(), 'dustjacket-measure-'));
  try {
    const source = path.join(dir, 'source');
    await fetchFile(services, file.key, source);
    const facts = await measureFile(source);
    const picture = await pictureOf(services, file, { source, dir });
    await db.transaction((tx) => keepMeasures(tx, queue, fileId, { facts, picture }));
  } catch (fault) {
    // What cannot be read will not be next time either; anything else is tried again.
    if (!(fault instanceof RefusedImage)) throw fault;
    log.info({ fileId, reason: fault.reason }, 'a file could not be measured');
    await refuseFile(db, fileId, fault.message);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

async function fetchFile({ storage }: Needed, key: string, target: string): Promise<void> {
  const stored = await storage.open(key);
  if (!stored) throw new Error(`the file ${key} is missing`);
  await pipeline(stored.body, createWriteStream(target));
}

type Place = { source: string; dir: string };

/** Stores what a file looks like, to the pixel, and a first preview of that. Null when nothing is to be seen of it, or too little. */
async function pictureOf(
  { storage }: Needed,
  file: SentFile,
  { source, dir }: Place,
): Promise<NewPicture | null> {
  const picture = await lookAt(source);
  if (!picture) return null;
  const png = path.join(dir, 'seen.png');
  const bytes = await asPng(picture);
  await writeFile(png, bytes);
  const small = await preview(png).catch(unlessRefused);
  if (!small) return null;
  const key = originalKey(`${file.id}-seen`, 'png');
  const prefix = mediaPrefix(file.sha256, file.id);
  await storage.put(key, bytes, { contentType: 'image/png' });
  await storage.put(derivativeKey('private', prefix, 320, 'jpeg'), small.bytes, {
    contentType: 'image/jpeg',
  });
  const { width, height } = picture;
  return {
    // The file's own id: a second run writes the same files again, and no others.
    ...{
      id: file.id,
      reach: 'private',
      prefix,
      originalKey: key,
      originalName: file.name,
      bytes: bytes.length,
    },
    ...{ sha256: file.sha256, width, height, colour: small.colour, facts: {} },
  };
}

/** Narrower than any preview: such a file is measured and not shown. */
function unlessRefused(fault: unknown): null {
  if (fault instanceof RefusedImage) return null;
  throw fault;
}
