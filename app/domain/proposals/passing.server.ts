/** The proposals of a brief that wait for an answer, all at once. In a transaction that has the brief locked. */
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Db } from '#db/client.server.ts';
import { proposals } from '#db/schema/proposals.server.ts';
import { after } from '../process.ts';
import { LIVE_PROPOSALS, PROPOSAL } from './rules.ts';

const liveOf = (briefId: string) =>
  and(eq(proposals.briefId, briefId), inArray(proposals.state, [...LIVE_PROPOSALS]));

/** The designers who wait for an answer. */
export async function liveProposers(tx: Db, briefId: string): Promise<string[]> {
  const rows = await tx.select({ id: proposals.designerId }).from(proposals).where(liveOf(briefId));
  return rows.map(({ id }) => id);
}

/** Declines whatever still waits, because the brief has been decided. → those proposals; to tell their designers is the caller's. */
export async function passOver(tx: Db, briefId: string): Promise<{ id: string; designerId: string }[]> {
  return tx
    .update(proposals)
    .set({
      state: after(PROPOSAL, 'submitted', 'passOver'),
      ...{ decidedAt: sql`now()`, updatedAt: sql`now()` },
    })
    .where(liveOf(briefId))
    .returning({ id: proposals.id, designerId: proposals.designerId });
}
