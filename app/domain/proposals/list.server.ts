/** Lists of proposals: a designer's own, and those for a publisher's brief. Every page is one walk along an index. */
import { and, eq, inArray, ne, or, sql } from 'drizzle-orm';
import type { Db } from '#db/client.server.ts';
import { briefs } from '#db/schema/briefs.server.ts';
import { designers } from '#db/schema/designers.server.ts';
import { people } from '#db/schema/people.server.ts';
import { projects } from '#db/schema/projects.server.ts';
import { proposals, proposalVersions } from '#db/schema/proposals.server.ts';
import { getBrief, type Brief } from '../briefs/queries.server.ts';
import { Forbidden } from '../errors.ts';
import { PAGE_SIZE, type PageOf, type Seek } from '../paging.ts';
import type { Person, Viewer } from '../people/rules.ts';
import { byMoment, listIn } from '../seek.server.ts';
import { isCurrent, samplesOf } from './queries.server.ts';
import { isLive as waits, LIVE_PROPOSALS, type ProposalState } from './rules.ts';

const lastVersion = and(
  eq(proposalVersions.proposalId, proposals.id),
  eq(proposalVersions.number, proposals.version),
);
const shared = {
  ...{ id: proposals.id, state: proposals.state, author: proposals.author, version: proposals.version },
  ...{ validUntil: proposals.validUntil, updatedAt: proposals.updatedAt },
  /** Null for a draft. */
  terms: proposalVersions.terms,
  projectId: projects.id,
};

const ownRows = (db: Db) =>
  db
    .select({
      ...shared,
      brief: { id: briefs.id, title: briefs.title, state: briefs.state, publisher: people.name },
    })
    .from(proposals)
    .innerJoin(briefs, eq(briefs.id, proposals.briefId))
    .innerJoin(people, eq(people.id, briefs.ownerId))
    .leftJoin(proposalVersions, lastVersion)
    .leftJoin(projects, eq(projects.proposalId, proposals.id));
export type OwnRow = Awaited<ReturnType<typeof ownRows>>[number];

const BY_CHANGE = byMoment<OwnRow>({ key: proposals.updatedAt, id: proposals.id }, (row) => row.updatedAt);

/** The viewer's own proposals, last changed first. */
export async function listOwnProposals(
  db: Db,
  viewer: Person,
  state: ProposalState | undefined,
  seek: Seek,
): Promise<PageOf<OwnRow>> {
  const { where, orderBy, page } = listIn(BY_CHANGE, seek);
  const own = eq(proposals.designerId, viewer.id);
  const rows = await ownRows(db)
    .where(and(own, state && eq(proposals.state, state), where))
    .orderBy(...orderBy)
    .limit(PAGE_SIZE + 1);
  return page(rows);
}

export type Counts = Partial<Record<ProposalState, number>>;

/** How many of the viewer's own proposals are in each state. */
export const countOwnProposals = (db: Db, viewer: Person): Promise<Counts> =>
  countBy(db, eq(proposals.designerId, viewer.id));

/** How many proposals for a brief are in each state. */
export const countBriefProposals = (db: Db, briefId: string): Promise<Counts> =>
  countBy(db, and(eq(proposals.briefId, briefId), ne(proposals.state, 'draft')));

async function countBy(db: Db, where: ReturnType<typeof and>): Promise<Counts> {
  const rows = await db
    .select({ state: proposals.state, n: sql<number>`count(*)::int` })
    .from(proposals)
    .where(where)
    .groupBy(proposals.state);
  return Object.fromEntries(rows.map(({ state, n }) => [state, n]));
}

/** The brief, for the publisher who decides about its proposals. Throws Forbidden for whoever else may read it, NotFound. */
export async function getDecidersBrief(db: Db, viewer: Person, id: string | undefined): Promise<Brief> {
  const brief = await getBrief(db, viewer, id);
  if (brief.ownerId !== viewer.id)
    throw new Forbidden('Only the publisher of this brief sees the proposals for it.');
  return brief;
}

const briefRows = (db: Db) =>
  db
    .select({
      ...{ ...shared, submittedAt: proposals.submittedAt },
      designer: { id: designers.personId, name: designers.name, slug: designers.slug },
      samples: samplesOf,
    })
    .from(proposals)
    .innerJoin(designers, eq(designers.personId, proposals.designerId))
    .leftJoin(proposalVersions, lastVersion)
    .leftJoin(projects, eq(projects.proposalId, proposals.id));
export type BriefRow = Awaited<ReturnType<typeof briefRows>>[number];

const BY_ARRIVAL = byMoment<BriefRow>(
  { key: proposals.submittedAt, id: proposals.id },
  (row) => row.submittedAt,
);

/** The proposals for a brief in one state, whichever came last first. Whoever asks decides about the brief. */
export async function listBriefProposals(
  db: Db,
  briefId: string,
  state: Exclude<ProposalState, 'draft'>,
  seek: Seek,
): Promise<PageOf<BriefRow>> {
  const { where, orderBy, page } = listIn(BY_ARRIVAL, seek);
  const rows = await briefRows(db)
    .where(and(eq(proposals.briefId, briefId), eq(proposals.state, state), where))
    .orderBy(...orderBy)
    .limit(PAGE_SIZE + 1);
  return page(rows);
}

const isLive = inArray(proposals.state, [...LIVE_PROPOSALS]);

/** What the page of a brief says of proposals; null for whom they are no business. */
export type BriefPanel =
  | { of: 'publisher'; waiting: number; all: number }
  | { of: 'designer'; own: { id: string; state: ProposalState } | null; open: number };

export async function briefPanel(
  db: Db,
  viewer: Viewer,
  { id, ownerId, state }: Pick<Brief, 'id' | 'ownerId' | 'state'>,
): Promise<BriefPanel | null> {
  if (!viewer || state === 'draft') return null;
  if (viewer.id === ownerId) {
    const [row] = await db
      .select({
        all: sql<number>`count(*)::int`,
        waiting: sql<number>`(count(*) filter (where ${isLive}))::int`,
      })
      .from(proposals)
      .where(and(eq(proposals.briefId, id), ne(proposals.state, 'draft')));
    return { of: 'publisher', waiting: row?.waiting ?? 0, all: row?.all ?? 0 };
  }
  if (viewer.role !== 'designer') return null;
  const rows = await db
    .select({ id: proposals.id, state: proposals.state, briefId: proposals.briefId })
    .from(proposals)
    .where(and(eq(proposals.designerId, viewer.id), or(isLive, and(eq(proposals.briefId, id), isCurrent))));
  const own = rows.find(({ briefId }) => briefId === id) ?? null;
  return { of: 'designer', own, open: rows.filter((row) => waits(row.state)).length };
}
