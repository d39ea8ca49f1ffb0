import { isFileKept } from '../domain/files/commands.server.ts';
import type { Services } from '../services.server.ts';
import type { JobData } from './queues.ts';

/** Removes a file that was sent unless a row names it by now. */
export async function settleFile(
  { db, storage }: Pick<Services, 'db' | 'storage'>,
  { fileId, key }: JobData['file.settle'],
): Promise<void> {
  if (!(await isFileKept(db, fileId))) await storage.remove([key]);
}
