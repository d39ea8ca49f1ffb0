/** Reads what guests vote on and what they said: for the guests by their link, for the publisher by the brief. */
import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Db } from '#db/client.server.ts';
import { briefs } from '#db/schema/briefs.server.ts';
import { designers } from '#db/schema/designers.server.ts';
import { people } from '#db/schema/people.server.ts';
import { guestVotes, proposals, proposalVersions, voteLinks } from '#db/schema/proposals.server.ts';
import { Gone, NotFound } from '../errors.ts';
import type { Person } from '../people/rules.ts';
import { getDecidersBrief } from '../proposals/list.server.ts';
import { samplesOf } from '../proposals/queries.server.ts';
import { LIVE_PROPOSALS } from '../proposals/rules.ts';
import { hashOfToken, isLinkToken } from './links.server.ts';
import { linkState, MOST_VOTED_ON, whyOver } from './rules.ts';

/** The link with this token and the book it is about, while it takes votes. Throws NotFound, Gone. */
export async function getLink(db: Db, token: string | undefined, now: Date) {
  const [link] = isLinkToken(token)
    ? await linkRows(db).where(eq(voteLinks.tokenHash, hashOfToken(token)))
    : [];
  if (!link) throw new NotFound('There is no such link. Perhaps a part of it was lost on the way.');
  const over = whyOver(linkState(link, now), link.brief.state);
  if (over) throw new Gone(over);
  return link;
}
export type VoteLink = Awaited<ReturnType<typeof getLink>>;

const linkRows = (db: Db) =>
  db
    .select({
      ...{ id: voteLinks.id, showsPrice: voteLinks.showsPrice },
      ...{ expiresAt: voteLinks.expiresAt, closedAt: voteLinks.closedAt },
      brief: {
        ...{ id: briefs.id, state: briefs.state, title: briefs.title, subtitle: briefs.subtitle },
        ...{ author: briefs.authorName, blurb: briefs.blurb, ownerId: briefs.ownerId },
      },
      publisher: sql<string>`coalesce(nullif(${briefs.imprint}, ''), ${people.name})`,
    })
    .from(voteLinks)
    .innerJoin(briefs, eq(briefs.id, voteLinks.briefId))
    .innerJoin(people, eq(people.id, briefs.ownerId));

/** What guests are asked about: the proposals that wait for an answer, the shortlist first. Nothing of a designer but the name. */
export const listVotedOn = (db: Db, briefId: string) =>
  db
    .select({
      ...{ id: proposals.id, state: proposals.state, designer: designers.name },
      ...{ terms: proposalVersions.terms, samples: samplesOf },
    })
    .from(proposals)
    .innerJoin(designers, eq(designers.personId, proposals.designerId))
    .innerJoin(
      proposalVersions,
      and(eq(proposalVersions.proposalId, proposals.id), eq(proposalVersions.number, proposals.version)),
    )
    .where(and(eq(proposals.briefId, briefId), inArray(proposals.state, [...LIVE_PROPOSALS])))
    .orderBy(asc(proposals.state), asc(proposals.submittedAt), asc(proposals.id))
    .limit(MOST_VOTED_ON);

/** What one guest has said by a link. */
export const votesOfGuest = (db: Db, linkId: string, guest: string) =>
  db
    .select({
      ...{ proposalId: guestVotes.proposalId, name: guestVotes.name },
      ...{ score: guestVotes.score, comment: guestVotes.comment },
    })
    .from(guestVotes)
    .where(and(eq(guestVotes.linkId, linkId), eq(guestVotes.guest, guest)));

/** A brief's links and all that was said, for its publisher. Throws Forbidden, NotFound. */
export async function getVotes(db: Db, viewer: Person, briefId: string | undefined) {
  const { id, state, details } = await getDecidersBrief(db, viewer, briefId);
  const links = await db
    .select({
      ...{ id: voteLinks.id, label: voteLinks.label, showsPrice: voteLinks.showsPrice },
      ...{ createdAt: voteLinks.createdAt, expiresAt: voteLinks.expiresAt, closedAt: voteLinks.closedAt },
      guests: sql<number>`(select count(distinct v.guest)::int from ${guestVotes} v where v.link_id = ${voteLinks.id})`,
    })
    .from(voteLinks)
    .where(eq(voteLinks.briefId, id))
    .orderBy(desc(voteLinks.createdAt), desc(voteLinks.id));
  const votes = await db
    .select({
      ...{ proposalId: proposals.id, designer: designers.name, guest: guestVotes.name },
      ...{ score: guestVotes.score, comment: guestVotes.comment },
    })
    .from(guestVotes)
    .innerJoin(proposals, eq(proposals.id, guestVotes.proposalId))
    .innerJoin(designers, eq(designers.personId, proposals.designerId))
    .where(eq(proposals.briefId, id))
    .orderBy(asc(designers.name), asc(proposals.id), asc(guestVotes.createdAt), asc(guestVotes.guest));
  return { brief: { id, state, title: details.title }, links, votes };
}
