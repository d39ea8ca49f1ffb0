/** Lets proposals expire whose day is over. Nobody's job in particular: it may be done twice, or a few hours late. */
import { and, asc, eq, inArray, lt } from 'drizzle-orm';
import type { Database, Db } from '#db/client.server.ts';
import { briefs } from '#db/schema/briefs.server.ts';
import { proposals } from '#db/schema/proposals.server.ts';
import type { Queue } from '../../jobs/queue.server.ts';
import { announce } from '../notifications/commands.server.ts';
import { after } from '../process.ts';
import { takeTurns } from './queries.server.ts';
import { LIVE_PROPOSALS, PROPOSAL } from './rules.ts';

/** A day lasts until it is over everywhere on earth, twelve hours after Greenwich. */
const dayInTheFarWest = (now: Date): string =>
  new Date(now.getTime() - 12 * 3_600_000).toISOString().slice(0, 10);

/** Each in a transaction of its own, so that one that cannot be written keeps no other waiting. */
export async function expireProposals(db: Database, queue: Queue, now: Date): Promise<void> {
  const due = await db
    .select({ id: proposals.id, briefId: proposals.briefId })
    .from(proposals)
    .where(isDue(now))
    .orderBy(asc(proposals.validUntil), asc(proposals.id));
  for (const one of due) await db.transaction((tx) => expire(tx, queue, one, now));
}

const isDue = (now: Date) =>
  and(inArray(proposals.state, [...LIVE_PROPOSALS]), lt(proposals.validUntil, dayInTheFarWest(now)));

async function expire(tx: Db, queue: Queue, { id, briefId }: { id: string; briefId: string }, now: Date) {
  await takeTurns(tx, briefId);
  // It may have been answered, or another worker may have been here.
  const [proposal] = await tx
    .update(proposals)
    .set({ state: after(PROPOSAL, 'submitted', 'expire'), decidedAt: now, updatedAt: now })
    .where(and(eq(proposals.id, id), isDue(now)))
    .returning({ designer: proposals.designerId });
  if (!proposal) return;
  const [brief] = await tx
    .select({ title: briefs.title, publisher: briefs.ownerId })
    .from(briefs)
    .where(eq(briefs.id, briefId));
  const event = { type: 'proposal.expired', actorId: null, subjectId: id, briefId } as const;
  await announce(
    tx,
    queue,
    { ...event, data: { title: brief?.title ?? '' } },
    { designer: proposal.designer, ...(brief && { publisher: brief.publisher }) },
  );
}
