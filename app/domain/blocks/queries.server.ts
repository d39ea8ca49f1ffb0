/** Who does not want to hear from whom. */
import { and, desc, eq, or } from 'drizzle-orm';
import type { Db } from '#db/client.server.ts';
import { blocks } from '#db/schema/conversations.server.ts';
import { people } from '#db/schema/people.server.ts';
import { Forbidden } from '../errors.ts';
import type { Person } from '../people/rules.ts';

/** Says no more than is needed: neither who blocked whom, nor that anybody did. */
export const OUT_OF_REACH =
  'This was not sent: you two cannot send each other anything new. What you have agreed on goes on as it was.';

/** Neither may send the other a message, an invitation or a proposal while one blocks the other. Throws Forbidden. */
export async function refuseBlocked(db: Db, one: string, other: string): Promise<void> {
  const found = await db
    .select({ personId: blocks.personId })
    .from(blocks)
    .where(or(blockOf(one, other), blockOf(other, one)))
    .limit(1);
  if (found.length > 0) throw new Forbidden(OUT_OF_REACH);
}

/** The row that says `personId` blocks `blockedId`. */
export const blockOf = (personId: string, blockedId: string) =>
  and(eq(blocks.personId, personId), eq(blocks.blockedId, blockedId));

export type Blocked = { id: string; name: string; since: Date };

/** A list stays a page; nobody has met so many. */
const MOST_LISTED = 500;

/** Whom the viewer blocks, the last first. */
export const listBlocked = (db: Db, viewer: Person): Promise<Blocked[]> =>
  db
    .select({ id: people.id, name: people.name, since: blocks.createdAt })
    .from(blocks)
    .innerJoin(people, eq(people.id, blocks.blockedId))
    .where(eq(blocks.personId, viewer.id))
    .orderBy(desc(blocks.createdAt), people.id)
    .limit(MOST_LISTED);
