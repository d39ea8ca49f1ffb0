/**
 * A match: a publisher has shown interest in a designer, and the designer in one of the publisher's briefs. Each is made
 * once for a pair and a brief, whoever of the two comes second.
 */
import { sql } from 'drizzle-orm';
import type { Db } from '#db/client.server.ts';
import { briefs } from '#db/schema/briefs.server.ts';
import { blocks } from '#db/schema/conversations.server.ts';
import { events } from '#db/schema/events.server.ts';
import { proposals } from '#db/schema/proposals.server.ts';
import { briefInvitations, briefSaves, designerSaves } from '#db/schema/saves.server.ts';
import type { Queue } from '../../jobs/queue.server.ts';
import { openConversation } from '../conversations/open.server.ts';
import { announce } from '../notifications/commands.server.ts';

export type Pair = { publisherId: string; designerId: string };
export type Match = { briefId: string; title: string };

/**
 * Makes every match these two have by now and had not before, and opens the conversation of each, in the caller's
 * transaction, after what shows the interest is written. `actorId` is whoever has just shown it. → the new ones.
 */
export async function makeMatches(
  tx: Db,
  queue: Queue,
  { publisherId, designerId, actorId }: Pair & { actorId: string },
): Promise<Match[]> {
  // Their briefs come before the pair: whoever changes one of them has it locked already when they get here.
  await tx.execute(sql`select b.id from ${briefs} b
    where b.owner_id = ${publisherId} and b.id in (${wanted(designerId)}) order by b.id for key share`);
  // Both may show interest at the same moment, neither seeing the other's: whoever comes second here sees both.
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`match ${publisherId} ${designerId}`}, 0))`,
  );
  const found = await tx.execute<Match>(unmade(publisherId, designerId));
  for (const { briefId, title } of found) {
    const event = { type: 'match.made', actorId, subjectId: designerId, briefId } as const;
    const parties = { publisher: publisherId, designer: designerId };
    await announce(tx, queue, { ...event, data: { title, designerId } }, parties);
    await openConversation(tx, { briefId, publisherId, designerId, actorId });
  }
  return [...found];
}

/** Briefs that a designer has shown interest in. */
const wanted = (designerId: string) => sql`
  select s.brief_id from ${briefSaves} s where s.person_id = ${designerId}
  union
  select p.brief_id from ${proposals} p
    where p.designer_id = ${designerId} and p.state not in ('draft', 'withdrawn')`;

/** Briefs that both want something of, without a match yet; not between people one of whom has blocked the other. */
const unmade = (publisherId: string, designerId: string) => sql`
  select b.id as "briefId", b.title from ${briefs} b
  where b.id in (${wanted(designerId)}) and b.owner_id = ${publisherId} and b.state in ('open', 'paused')
    and (exists (select 1 from ${designerSaves} d
        where d.person_id = ${publisherId} and d.designer_id = ${designerId})
      or exists (select 1 from ${briefInvitations} i
        where i.brief_id = b.id and i.designer_id = ${designerId}))
    and not exists (select 1 from ${events} e
      where e.brief_id = b.id and e.type = 'match.made' and e.subject_id = ${designerId})
    and not exists (select 1 from ${blocks} k
      where (k.person_id = ${publisherId} and k.blocked_id = ${designerId})
        or (k.person_id = ${designerId} and k.blocked_id = ${publisherId}))
  order by b.id`;
