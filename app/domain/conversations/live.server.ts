import { sql } from 'drizzle-orm';
import type { Db } from '#db/client.server.ts';
import { LIVE_CHANNEL } from '../live.server.ts';
import { signalText, type Signal } from './rules.ts';

/** Tells every process, when the caller's transaction has been committed, and not if it is rolled back. */
export async function signal(tx: Db, told: Signal): Promise<void> {
  await tx.execute(sql`select pg_notify(${LIVE_CHANNEL}, ${signalText(told)})`);
}
