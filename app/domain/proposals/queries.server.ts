/** Reads one proposal. Only its two sides can, and a draft its designer alone: for everybody else it does not exist. */
import { and, asc, eq, inArray, isNotNull, isNull, ne, or, sql, type SQL } from 'drizzle-orm';
import type { Db } from '#db/client.server.ts';
import { briefs } from '#db/schema/briefs.server.ts';
import { designers } from '#db/schema/designers.server.ts';
import { images } from '#db/schema/images.server.ts';
import { people } from '#db/schema/people.server.ts';
import { pieces } from '#db/schema/portfolios.server.ts';
import { projects } from '#db/schema/projects.server.ts';
import { proposals, proposalSamples, proposalVersions } from '#db/schema/proposals.server.ts';
import { NotFound } from '../errors.ts';
import { isUuid } from '../ids.ts';
import { pictureColumns } from '../images/queries.server.ts';
import type { Person } from '../people/rules.ts';
import type { Proposal, Sample, Version } from './proposal.ts';
import { LIVE_PROPOSALS, type ProposalState } from './rules.ts';

const listOf = <Row>(query: SQL) => sql<Row[]>`(select coalesce(json_agg(r), '[]'::json) from (${query}) r)`;

const versionsOf = listOf<Version>(sql`
  select v.number, v.author, v.message, v.terms, v.valid_until "validUntil", v.created_at "sentAt"
  from ${proposalVersions} v where v.proposal_id = ${proposals.id} order by v.number`);

/** Covers that are not shown any more are not pointed at either. */
export const samplesOf = listOf<Sample>(sql`
  select ${pieces.id}, ${pieces.title}, ${pieces.author}, ${pieces.altText} "altText",
    json_build_object('prefix', ${images.prefix}, 'width', ${images.width}, 'height', ${images.height},
      'state', ${pictureColumns.state.sql}) picture
  from ${proposalSamples} s join ${pieces} on ${pieces.id} = s.piece_id
  join ${images} on ${images.id} = ${pieces.imageId}
  where s.proposal_id = ${proposals.id} and ${pieces.shownAt} is not null order by s.position`);

/** Whose a proposal is, for a query that joins `briefs`. */
export const isConcerned = (viewer: Pick<Person, 'id'>) =>
  or(eq(proposals.designerId, viewer.id), and(eq(briefs.ownerId, viewer.id), ne(proposals.state, 'draft')));

/** The proposal, for one of its two sides. Throws NotFound, for a malformed id too. */
export async function getProposal(db: Db, viewer: Person, id: string | undefined): Promise<Proposal> {
  const [row] = await db
    .select({
      ...{ id: proposals.id, state: proposals.state, version: proposals.version, author: proposals.author },
      ...{ designerId: proposals.designerId, draft: proposals.draft, validUntil: proposals.validUntil },
      ...{ declineReason: proposals.declineReason, updatedAt: proposals.updatedAt },
      decidedAt: proposals.decidedAt,
      designer: {
        name: designers.name,
        slug: designers.slug,
        suspended: sql<boolean>`exists (select 1 from ${people} p
          where p.id = ${designers.personId} and p.suspended_at is not null)`,
      },
      brief: {
        ...{ id: briefs.id, state: briefs.state, ownerId: briefs.ownerId, title: briefs.title },
        publisher: people.name,
      },
      ...{ versions: versionsOf, samples: samplesOf, projectId: projects.id },
    })
    .from(proposals)
    .innerJoin(briefs, eq(briefs.id, proposals.briefId))
    .innerJoin(designers, eq(designers.personId, proposals.designerId))
    .innerJoin(people, eq(people.id, briefs.ownerId))
    .leftJoin(projects, eq(projects.proposalId, proposals.id))
    .where(and(eq(proposals.id, soundId(id)), isConcerned(viewer)));
  if (!row) throw new NotFound('There is no such proposal, or it is not yours to see.');
  const side = row.designerId === viewer.id ? 'designer' : 'publisher';
  return { ...row, side, draft: side === 'designer' ? row.draft : null };
}

/** The id in an address when it is one at all; throws NotFound otherwise. */
export function soundId(id: string | undefined): string {
  if (!isUuid(id)) throw new NotFound('There is no such proposal.');
  return id;
}

/**
 * The proposal, in a transaction that changes it. All proposals of a brief take turns at the brief's row, so that what is
 * decided about one is seen by those who decide about the others.
 */
export async function lockProposal(tx: Db, viewer: Person, id: string | undefined): Promise<Proposal> {
  const briefId = sql`(select p.brief_id from ${proposals} p where p.id = ${soundId(id)})`;
  await takeTurns(tx, briefId);
  return getProposal(tx, viewer, id);
}

/** Waits until nobody else changes a proposal of the brief, or the brief. Not `update`: rows that refer to it may be written. */
export async function takeTurns(tx: Db, briefId: string | SQL): Promise<void> {
  const one = sql`${briefs.id} = ${briefId}`;
  await tx.select({ id: briefs.id }).from(briefs).where(one).for('no key update');
}

/** One that stands in the way of another for the same brief. */
export const isCurrent = and(ne(proposals.state, 'withdrawn'), isNull(proposals.releasedAt));

/** A designer's proposal for a brief, if there is one that stands in the way of another. */
export async function currentProposal(
  db: Db,
  designerId: string,
  briefId: string,
): Promise<{ id: string; state: ProposalState } | null> {
  const [row] = await db
    .select({ id: proposals.id, state: proposals.state })
    .from(proposals)
    .where(and(eq(proposals.designerId, designerId), eq(proposals.briefId, briefId), isCurrent));
  return row ?? null;
}

/** How many of a designer's proposals wait for an answer. */
export const countOpen = (db: Db, designerId: string): Promise<number> =>
  db.$count(
    proposals,
    and(eq(proposals.designerId, designerId), inArray(proposals.state, [...LIVE_PROPOSALS])),
  );

/** The form names no more covers than these, the first in their designer's order. */
export const MOST_CHOICES = 60;

/** The covers a designer can point at. */
export const sampleChoices = (
  db: Db,
  designerId: string,
): Promise<{ id: string; title: string; author: string }[]> =>
  db
    .select({ id: pieces.id, title: pieces.title, author: pieces.author })
    .from(pieces)
    .where(and(eq(pieces.designerId, designerId), isNotNull(pieces.shownAt)))
    .orderBy(asc(pieces.position), asc(pieces.id))
    .limit(MOST_CHOICES);
