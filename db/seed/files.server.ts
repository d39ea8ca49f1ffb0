/** Files that people of the sample have sent: rows now, and what is in them is drawn by the worker. */
import { createHash, randomUUID } from 'node:crypto';
import type { Queue } from '../../app/jobs/queue.server.ts';
import { originalKey } from '../../app/storage/keys.ts';
import type { Db } from '../client.server.ts';
import { files } from '../schema/files.server.ts';
import type { Sample } from './art/sample.server.ts';

export type SampleFile = typeof files.$inferInsert & { id: string; sample: Sample };

const KINDS: Record<Sample['as'], { type: string; ending: string }> = {
  front: { type: 'image/jpeg', ending: 'jpeg' },
  sheet: { type: 'application/pdf', ending: 'pdf' },
  text: { type: 'text/plain', ending: 'txt' },
};
/** The covers come first: they are what a visitor sees. In seconds. */
const COVERS_FIRST = 15;

/** A file that somebody sent. What it weighs is known when it is drawn. */
export function sampleFile(ownerId: string, name: string, sample: Sample, createdAt: Date): SampleFile {
  const { type, ending } = KINDS[sample.as];
  const id = randomUUID();
  const text = sample.as === 'text' ? Buffer.from(sample.text) : null;
  return {
    ...{ id, ownerId, name, type, key: originalKey(id, ending), createdAt, sample },
    ...{ state: text ? 'ready' : 'waiting', bytes: text?.length ?? 0 },
    sha256: createHash('sha256')
      .update(text ?? JSON.stringify(sample))
      .digest('hex'),
  };
}

/** Writes them, and asks the worker for what is in them. */
export async function insertFiles(db: Db, queue: Queue, all: readonly SampleFile[]): Promise<void> {
  if (all.length === 0) return;
  await db.insert(files).values(all.map(({ sample: _, ...row }) => row));
  const jobs = all.map(({ id: fileId, sample }) => ({ fileId, sample }));
  await queue.enqueueAll(db, 'sample.draw', jobs, { startAfter: COVERS_FIRST });
}
