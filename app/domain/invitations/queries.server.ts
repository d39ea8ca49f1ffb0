/** Reads invitations: one, those to a brief, and those of a designer. */
import { and, desc, eq, exists, gte, isNull, not, sql, type SQL } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import type { Db } from '#db/client.server.ts';
import { briefs } from '#db/schema/briefs.server.ts';
import { designers } from '#db/schema/designers.server.ts';
import { people } from '#db/schema/people.server.ts';
import { proposals } from '#db/schema/proposals.server.ts';
import { briefInvitations } from '#db/schema/saves.server.ts';
import { findBriefs, type ListRow } from '../briefs/list.server.ts';
import { PAGE_SIZE, type PageOf, type Seek } from '../paging.ts';
import type { Person } from '../people/rules.ts';
import { byMoment, listIn } from '../seek.server.ts';
import type { Invitation } from './invitation.ts';
import { invitationState } from './rules.ts';

/** The proposal that answers an invitation: one that was sent, and not withdrawn. */
export const proposalOf = (db: Db, briefId: AnyPgColumn, designerId: AnyPgColumn) =>
  db
    .select({ one: sql`1` })
    .from(proposals)
    .where(
      and(
        eq(proposals.briefId, briefId),
        eq(proposals.designerId, designerId),
        sql`${proposals.state} not in ('draft', 'withdrawn')`,
      ),
    );

async function read(db: Db, where: SQL | undefined, today: string, most: number): Promise<Invitation[]> {
  const proposed = exists(proposalOf(db, briefInvitations.briefId, briefInvitations.designerId));
  const rows = await db
    .select({
      ...{ briefId: briefs.id, title: briefs.title, briefState: briefs.state, finalOn: briefs.finalOn },
      ...{ publisherId: briefs.ownerId, publisher: people.name },
      ...{ designerId: designers.personId, designer: designers.name, slug: designers.slug },
      ...{ note: briefInvitations.note, sentAt: briefInvitations.createdAt },
      ...{ declinedAt: briefInvitations.declinedAt, declineReason: briefInvitations.declineReason },
      proposed: sql<boolean>`${proposed}`,
    })
    .from(briefInvitations)
    .innerJoin(briefs, eq(briefs.id, briefInvitations.briefId))
    .innerJoin(people, eq(people.id, briefs.ownerId))
    .innerJoin(designers, eq(designers.personId, briefInvitations.designerId))
    .where(where)
    .orderBy(desc(briefInvitations.createdAt), desc(briefInvitations.designerId))
    .limit(most);
  return rows.map(({ proposed: isProposed, briefState, finalOn, ...row }) => ({
    ...row,
    state: invitationState({ ...row, proposed: isProposed, briefState, finalOn }, today),
  }));
}

/** The invitation of a designer to a brief; null when there is none. */
export async function getInvitation(
  db: Db,
  { briefId, designerId }: { briefId: string; designerId: string },
  today: string,
): Promise<Invitation | null> {
  const mine = and(eq(briefInvitations.briefId, briefId), eq(briefInvitations.designerId, designerId));
  return (await read(db, mine, today, 1))[0] ?? null;
}

/** More were never sent by anybody; the page of a brief shows these. */
const MOST_SHOWN = 60;

/** Who was invited to a brief, last first. For its owner to know. */
export const listInvitationsTo = (db: Db, briefId: string, today: string): Promise<Invitation[]> =>
  read(db, eq(briefInvitations.briefId, briefId), today, MOST_SHOWN);

/** An invitation as its designer finds it; `listed` is null when the brief is not for them to read. */
export type ReceivedInvitation = Pick<Invitation, 'publisher' | 'note' | 'sentAt' | 'state'> & {
  id: string;
  title: string;
  listed: ListRow | null;
};

const LAST_FIRST = byMoment<{ sentAt: Date }>(
  { key: briefInvitations.createdAt, id: briefInvitations.briefId },
  ({ sentAt }) => sentAt,
);

/** The viewer's invitations that wait for an answer, or all the others, last first. Two queries. */
export async function listInvitationsOf(
  db: Db,
  viewer: Person,
  { open, today, seek }: { open: boolean; today: string; seek: Seek },
): Promise<PageOf<ReceivedInvitation>> {
  const { where, orderBy, page } = listIn(LAST_FIRST, seek);
  const waits = isOpen(db, today);
  const rows = await db
    .select({
      ...{ id: briefs.id, title: briefs.title, briefState: briefs.state, finalOn: briefs.finalOn },
      ...{ publisher: people.name, note: briefInvitations.note, sentAt: briefInvitations.createdAt },
      declinedAt: briefInvitations.declinedAt,
      proposed: sql<boolean>`${exists(proposalOf(db, briefInvitations.briefId, briefInvitations.designerId))}`,
    })
    .from(briefInvitations)
    .innerJoin(briefs, eq(briefs.id, briefInvitations.briefId))
    .innerJoin(people, eq(people.id, briefs.ownerId))
    .where(and(eq(briefInvitations.designerId, viewer.id), open ? waits : not(waits), where))
    .orderBy(...orderBy)
    .limit(PAGE_SIZE + 1);
  const readable = await findBriefs(
    db,
    viewer,
    rows.map(({ id }) => id),
  );
  return page(
    rows.map(({ id, title, publisher, note, sentAt, ...facts }) => ({
      ...{ id, title, publisher, note, sentAt, state: invitationState(facts, today) },
      listed: readable.get(id) ?? null,
    })),
  );
}

/** `invitationState` is 'open', in SQL; never null, so that it can be turned round. */
const isOpen = (db: Db, today: string): SQL =>
  sql`coalesce(${and(
    isNull(briefInvitations.declinedAt),
    eq(briefs.state, 'open'),
    gte(briefs.finalOn, today),
    not(exists(proposalOf(db, briefInvitations.briefId, briefInvitations.designerId))),
  )}, false)`;

/** How many invitations wait for the viewer's answer. */
export async function countOpenInvitations(db: Db, viewer: Person, today: string): Promise<number> {
  const [row] = await db
    .select({ n: sql<number>`count(*)::int` })
    .from(briefInvitations)
    .innerJoin(briefs, eq(briefs.id, briefInvitations.briefId))
    .where(and(eq(briefInvitations.designerId, viewer.id), isOpen(db, today)));
  return row?.n ?? 0;
}
