/** What two people have in writing: the contract as it was frozen, and what was amended since. */
import { asc, eq } from 'drizzle-orm';
import type { Db } from '#db/client.server.ts';
import { amendments } from '#db/schema/projects.server.ts';
import type { Person } from '../people/rules.ts';
import { getProject } from './queries.server.ts';
import { hashOf } from './start.server.ts';

/**
 * The contract of a project, for whoever may read that, with its amendments in their order. `matches` says whether the
 * stored contract still has the hash it was agreed with, computed anew. Throws NotFound.
 */
export async function getContract(db: Db, viewer: Person, projectId: string | undefined) {
  const { id, title, side, contract, contractHash } = await getProject(db, viewer, projectId);
  const { number, author, state, changes, before, scope, reason, createdAt, decidedAt } = amendments;
  const amended = await db
    .select({ number, author, state, changes, before, scope, reason, createdAt, decidedAt })
    .from(amendments)
    .where(eq(amendments.projectId, id))
    .orderBy(asc(number));
  return {
    ...{ id, title, side, contract, contractHash, amendments: amended },
    matches: hashOf(contract) === contractHash,
  };
}
