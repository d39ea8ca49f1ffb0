/** Takes the votes of a guest. */
import { and, eq, sql } from 'drizzle-orm';
import type { Database } from '#db/client.server.ts';
import { guestVotes, voteLinks } from '#db/schema/proposals.server.ts';
import type { Queue } from '../../jobs/queue.server.ts';
import { Conflict } from '../errors.ts';
import { recordEvent } from '../events/commands.server.ts';
import { announce } from '../notifications/commands.server.ts';
import type { VoteValues } from './form.ts';
import { getLink, listVotedOn } from './queries.server.ts';
import { MOST_GUESTS } from './rules.ts';

type Casting = { token: string | undefined; guest: string; values: VoteValues; now: Date };

/**
 * Writes down what a guest thinks, over what they thought before. No form token is needed: a guest has one word on each proposal, so the
 * same form sent twice says the same. The publisher is told of a guest once. Throws Conflict when there are too many; Gone,
 * NotFound.
 */
export async function castVotes(
  db: Database,
  queue: Queue,
  { token, guest, values, now }: Casting,
): Promise<void> {
  await db.transaction(async (tx) => {
    const { id: linkId, brief } = await getLink(tx, token, now);
    // Two of the same guest take turns, or both would be the first.
    await tx.select({ id: voteLinks.id }).from(voteLinks).where(eq(voteLinks.id, linkId)).for('update');
    const isNew = !(await hasVoted(tx, linkId, guest));
    if (isNew && (await countGuests(tx, linkId)) >= MOST_GUESTS)
      throw new Conflict(`${MOST_GUESTS} people have voted by this link, and it takes no more.`);
    const asked = new Set((await listVotedOn(tx, brief.id)).map(({ id }) => id));
    const votes = values.votes.filter(({ proposalId }) => asked.has(proposalId));
    if (votes.length === 0)
      throw new Conflict(
        'These proposals are no longer to be voted on. Open the link again to see which are.',
      );
    await tx
      .insert(guestVotes)
      .values(
        votes.map((vote) => ({ ...vote, linkId, guest, name: values.name, createdAt: now, updatedAt: now })),
      )
      .onConflictDoUpdate({
        target: [guestVotes.linkId, guestVotes.guest, guestVotes.proposalId],
        set: {
          ...{ name: sql`excluded.name`, score: sql`excluded.score` },
          ...{ comment: sql`excluded.comment`, updatedAt: now },
        },
      });
    const event = {
      ...({ type: 'vote.cast', actorId: null, subjectId: brief.id, briefId: brief.id } as const),
      data: { title: brief.title, guest: values.name },
    };
    if (isNew) await announce(tx, queue, event, { publisher: brief.ownerId });
    else await recordEvent(tx, event);
  });
}

type Tx = Parameters<Parameters<Database['transaction']>[0]>[0];

const hasVoted = async (tx: Tx, linkId: string, guest: string): Promise<boolean> =>
  (await tx.$count(guestVotes, and(eq(guestVotes.linkId, linkId), eq(guestVotes.guest, guest)))) > 0;

async function countGuests(tx: Tx, linkId: string): Promise<number> {
  const [row] = await tx
    .select({ n: sql<number>`count(distinct ${guestVotes.guest})::int` })
    .from(guestVotes)
    .where(eq(guestVotes.linkId, linkId));
  return row?.n ?? 0;
}
