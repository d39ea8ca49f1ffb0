/** Reads the proposals for a brief side by side, and keeps what its publisher notes about them. */
import { and, desc, eq, inArray, ne, sql } from 'drizzle-orm';
import type { Db } from '#db/client.server.ts';
import { designers } from '#db/schema/designers.server.ts';
import { guestVotes, proposalNotes, proposals, proposalVersions } from '#db/schema/proposals.server.ts';
import { recordEvent } from '../events/commands.server.ts';
import type { Person } from '../people/rules.ts';
import {
  inCompareOrder,
  MOST_COMPARED,
  statesShown,
  type CompareOnly,
  type CompareSort,
  type NoteValues,
} from './compare.ts';
import { getDecidersBrief } from './list.server.ts';
import { samplesOf } from './queries.server.ts';

type Wanted = { sort: CompareSort; only: CompareOnly | undefined };

const votesOf = sql<{ n: number; mean: number } | null>`(
  select json_build_object('n', count(*)::int, 'mean', avg(v.score)::float8) from ${guestVotes} v
  where v.proposal_id = ${proposals.id} having count(*) > 0)`;

/** The brief and its proposals, for the publisher who decides. Two queries, however many there are. Throws Forbidden, NotFound. */
export async function getComparison(db: Db, viewer: Person, briefId: string | undefined, wanted: Wanted) {
  const brief = await getDecidersBrief(db, viewer, briefId);
  const rows = await db
    .select({
      ...{ id: proposals.id, state: proposals.state, author: proposals.author },
      submittedAt: sql<Date>`${proposals.submittedAt}`.mapWith(proposals.submittedAt),
      designer: { name: designers.name, slug: designers.slug },
      ...{ terms: proposalVersions.terms, samples: samplesOf, votes: votesOf },
      note: sql<string>`coalesce(${proposalNotes.body}, '')`,
    })
    .from(proposals)
    .innerJoin(designers, eq(designers.personId, proposals.designerId))
    .innerJoin(
      proposalVersions,
      and(eq(proposalVersions.proposalId, proposals.id), eq(proposalVersions.number, proposals.version)),
    )
    .leftJoin(proposalNotes, eq(proposalNotes.proposalId, proposals.id))
    .where(and(eq(proposals.briefId, brief.id), inArray(proposals.state, [...statesShown(wanted.only)])))
    .orderBy(desc(proposals.submittedAt), desc(proposals.id))
    .limit(MOST_COMPARED);
  return { brief, rows: inCompareOrder(rows, wanted.sort) };
}
export type ComparedRow = Awaited<ReturnType<typeof getComparison>>['rows'][number];

type Noting = { briefId: string | undefined; notes: readonly NoteValues[] };

/** Keeps the notes that were changed on the page; an empty one is taken away. Nobody is told. Throws Forbidden, NotFound. */
export async function saveNotes(tx: Db, viewer: Person, { briefId, notes }: Noting): Promise<void> {
  const brief = await getDecidersBrief(tx, viewer, briefId);
  const changed = notes.filter(({ was, body }) => was.replace(/\r\n?/g, '\n').trim() !== body);
  if (changed.length === 0) return;
  const ids = changed.map(({ id }) => id);
  const known = await tx
    .select({ id: proposals.id })
    .from(proposals)
    .where(and(eq(proposals.briefId, brief.id), inArray(proposals.id, ids), ne(proposals.state, 'draft')));
  for (const { id, body } of changed.filter((note) => known.some((one) => one.id === note.id))) {
    await keep(tx, id, body);
    await recordEvent(tx, { type: 'proposal.noted', actorId: viewer.id, subjectId: id, briefId: brief.id });
  }
}

async function keep(tx: Db, proposalId: string, body: string): Promise<void> {
  if (body === '') {
    await tx.delete(proposalNotes).where(eq(proposalNotes.proposalId, proposalId));
    return;
  }
  await tx
    .insert(proposalNotes)
    .values({ proposalId, body })
    .onConflictDoUpdate({ target: proposalNotes.proposalId, set: { body, updatedAt: sql`now()` } });
}
