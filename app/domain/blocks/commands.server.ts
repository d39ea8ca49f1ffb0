/** Blocking, and taking that back. Neither is told to the other. */
import { and, eq, exists, or, sql } from 'drizzle-orm';
import type { Db } from '#db/client.server.ts';
import { briefs } from '#db/schema/briefs.server.ts';
import { blocks, conversations } from '#db/schema/conversations.server.ts';
import { people } from '#db/schema/people.server.ts';
import { proposals } from '#db/schema/proposals.server.ts';
import { briefInvitations } from '#db/schema/saves.server.ts';
import { NotFound } from '../errors.ts';
import { recordEvent } from '../events/commands.server.ts';
import { isUuid } from '../ids.ts';
import type { Person } from '../people/rules.ts';
import { blockOf } from './queries.server.ts';

export type Blockable = { id: string; name: string; blocked: boolean };

/**
 * Somebody the viewer has had to do with: a conversation, a proposal or an invitation, or a block already. Throws NotFound for
 * everybody else, so that nobody learns a name from an id.
 */
export async function getBlockable(db: Db, viewer: Person, id: string | undefined): Promise<Blockable> {
  const [found] = isUuid(id) && id !== viewer.id ? await readBlockable(db, viewer, id) : [];
  if (!found) throw new NotFound('There is nobody at this address with whom you have had to do.');
  return found;
}

function readBlockable(db: Db, viewer: Person, id: string): Promise<Blockable[]> {
  const blocked = exists(
    db
      .select({ one: sql`1` })
      .from(blocks)
      .where(blockOf(viewer.id, id)),
  );
  const talked = db
    .select({ one: sql`1` })
    .from(conversations)
    .where(or(pairOf(conversations.publisherId, conversations.designerId)));
  const proposed = db
    .select({ one: sql`1` })
    .from(proposals)
    .innerJoin(briefs, eq(briefs.id, proposals.briefId))
    .where(pairOf(briefs.ownerId, proposals.designerId));
  const invited = db
    .select({ one: sql`1` })
    .from(briefInvitations)
    .innerJoin(briefs, eq(briefs.id, briefInvitations.briefId))
    .where(pairOf(briefs.ownerId, briefInvitations.designerId));
  return db
    .select({ id: people.id, name: people.name, blocked: sql<boolean>`${blocked}` })
    .from(people)
    .where(and(eq(people.id, id), or(blocked, exists(talked), exists(proposed), exists(invited))));

  /** The two, one way round or the other. */
  function pairOf(publisher: Parameters<typeof eq>[0], designer: Parameters<typeof eq>[0]) {
    return or(
      and(eq(publisher, viewer.id), eq(designer, id)),
      and(eq(publisher, id), eq(designer, viewer.id)),
    );
  }
}

/** From now on neither sends the other anything new; what they have agreed on goes on. To block again changes nothing. */
export async function block(tx: Db, viewer: Person, { id }: Pick<Blockable, 'id'>, now: Date): Promise<void> {
  const made = await tx
    .insert(blocks)
    .values({ personId: viewer.id, blockedId: id, createdAt: now })
    .onConflictDoNothing()
    .returning();
  if (made.length > 0) await recordEvent(tx, { type: 'person.blocked', actorId: viewer.id, subjectId: id });
}

/** Takes a block back; one that is not there stays so. */
export async function unblock(tx: Db, viewer: Person, { id }: Pick<Blockable, 'id'>): Promise<void> {
  const gone = await tx.delete(blocks).where(blockOf(viewer.id, id)).returning();
  if (gone.length > 0) await recordEvent(tx, { type: 'person.unblocked', actorId: viewer.id, subjectId: id });
}
