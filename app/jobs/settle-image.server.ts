import { findImage } from '../domain/images/commands.server.ts';
import type { Services } from '../services.server.ts';
import type { JobData } from './queues.ts';

/** Removes the files of an upload unless a row names them by now. */
export async function settleImage(
  { db, storage }: Pick<Services, 'db' | 'storage'>,
  { imageId, keys }: JobData['image.settle'],
): Promise<void> {
  if (!(await findImage(db, imageId))) await storage.remove(keys);
}
