/** What becomes of a brief by what becomes of a proposal for it. In the transaction that decides that, with the brief locked. */
import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Db } from '#db/client.server.ts';
import { briefs } from '#db/schema/briefs.server.ts';
import { proposals } from '#db/schema/proposals.server.ts';
import { Conflict } from '../errors.ts';
import { recordEvent } from '../events/commands.server.ts';
import { after } from '../process.ts';
import { BRIEF } from './rules.ts';

/** A proposal for the brief has been accepted by `actor`. Throws Conflict when the brief takes none. */
export async function awardBrief(tx: Db, briefId: string, actor: { id: string }): Promise<void> {
  await follow(tx, briefId, 'award');
  await recordEvent(tx, { type: 'brief.awarded', actorId: actor.id, subjectId: briefId, briefId });
}

/**
 * Its project has ended early: the brief is its publisher's again, closed, to be reopened for another proposal. Throws
 * Conflict when it is not awarded.
 */
export async function releaseBrief(tx: Db, briefId: string, actorId: string | null): Promise<void> {
  await follow(tx, briefId, 'release');
  await tx
    .update(proposals)
    .set({ releasedAt: sql`now()` })
    .where(
      and(eq(proposals.briefId, briefId), eq(proposals.state, 'accepted'), isNull(proposals.releasedAt)),
    );
  await recordEvent(tx, { type: 'brief.released', actorId, subjectId: briefId, briefId });
}

async function follow(tx: Db, briefId: string, name: 'award' | 'release'): Promise<void> {
  const { from } = BRIEF.moves[name];
  const moved = await tx
    .update(briefs)
    .set({ state: after(BRIEF, from[0] ?? 'open', name), closedAt: sql`now()`, updatedAt: sql`now()` })
    .where(and(eq(briefs.id, briefId), inArray(briefs.state, [...from])))
    .returning({ id: briefs.id });
  if (moved.length === 0) throw new Conflict('This brief has moved on meanwhile, and takes no decision now.');
}
