import { setTimeout as sleep } from 'node:timers/promises';
import { searchesDue, tellSearch } from '../domain/saves/tell.server.ts';
import { wordsFor } from '../http/format.ts';
import type { Services } from '../services.server.ts';

/** Tells of every saved search that is due. One that fails does not keep the others. */
export async function tellSearches(
  { db, queue, config, log, metrics }: Pick<Services, 'db' | 'queue' | 'config' | 'log' | 'metrics'>,
  now: Date,
): Promise<void> {
  const press = { origin: config.origin, sayFor: wordsFor };
  for (const id of await searchesDue(db, now)) {
    try {
      await db.transaction((tx) => tellSearch(tx, queue, press, id, now));
    } catch (fault) {
      metrics.record('Faults');
      log.error({ err: fault, searchId: id }, 'a saved search was not told of');
    }
    // A thousand searches are in no hurry; whoever waits for a page is.
    await sleep(5);
  }
}
