/** Invites a designer to a brief, takes that back, and declines. One row for a brief and a designer. */
import { and, count, eq, isNull, notExists, or } from 'drizzle-orm';
import type { Db } from '#db/client.server.ts';
import { blocks } from '#db/schema/conversations.server.ts';
import { designers } from '#db/schema/designers.server.ts';
import { people } from '#db/schema/people.server.ts';
import { briefInvitations } from '#db/schema/saves.server.ts';
import type { Queue } from '../../jobs/queue.server.ts';
import { lockBrief } from '../briefs/commands.server.ts';
import { getOwnBrief } from '../briefs/queries.server.ts';
import { Conflict, Forbidden, NotFound } from '../errors.ts';
import { recordEvent } from '../events/commands.server.ts';
import { makeMatches, type Match } from '../matches/commands.server.ts';
import { announce } from '../notifications/commands.server.ts';
import type { Person } from '../people/rules.ts';
import { mayMove, whyNot } from '../process.ts';
import type { Invitation } from './invitation.ts';
import { getInvitation, proposalOf } from './queries.server.ts';
import {
  INVITATION,
  mayInvite,
  MOST_OPEN_INVITATIONS,
  type InvitationMove,
  type InvitationParty,
} from './rules.ts';

export type Invited = { name: string; matches: Match[]; repeated: boolean };

/**
 * Invites a designer to a brief of the viewer's that is open on `today`. Inviting somebody again changes nothing. Throws
 * Conflict, with why: the brief is not open, so many invitations are open, or this designer takes none; NotFound.
 */
export async function inviteDesigner(
  tx: Db,
  queue: Queue,
  viewer: Person,
  { briefId, slug, note, today }: { briefId: string | undefined; slug: string; note: string; today: string },
): Promise<Invited> {
  // Invitations to one brief take turns, or two windows would pass the limit together.
  await lockBrief(tx, viewer, briefId);
  const brief = await getOwnBrief(tx, viewer, briefId);
  const { id, state, details } = brief;
  if (!mayInvite({ state, finalOn: details.finalOn }, today))
    throw new Conflict(
      'Designers can be invited to a brief while it is open and its final files are not due.',
    );
  const designer = await invitable(tx, viewer, slug);
  const known = await getInvitation(tx, { briefId: id, designerId: designer.id }, today);
  if (known?.state === 'declined')
    throw new Conflict(`${designer.name} has declined already, and is not asked again about this brief.`);
  if (known) return { name: designer.name, matches: [], repeated: true };
  await checkRoom(tx, id);
  await tx.insert(briefInvitations).values({ briefId: id, designerId: designer.id, note });
  const event = { type: 'invitation.sent', actorId: viewer.id, subjectId: designer.id, briefId: id } as const;
  await announce(tx, queue, { ...event, data: { title: details.title, note } }, { designer: designer.id });
  const pair = { publisherId: viewer.id, designerId: designer.id, actorId: viewer.id };
  return { name: designer.name, matches: await makeMatches(tx, queue, pair), repeated: false };
}

/**
 * A designer who may be invited by this viewer. Whoever is hidden, suspended or has blocked them is told in the same words, which
 * say no more than has to be said.
 */
export async function invitable(db: Db, viewer: Person, slug: string): Promise<{ id: string; name: string }> {
  const between = or(
    and(eq(blocks.personId, viewer.id), eq(blocks.blockedId, designers.personId)),
    and(eq(blocks.personId, designers.personId), eq(blocks.blockedId, viewer.id)),
  );
  const [found] = await db
    .select({
      ...{ id: designers.personId, name: designers.name, hidden: designers.hidden },
      ...{ suspendedAt: people.suspendedAt, blocked: blocks.personId },
    })
    .from(designers)
    .innerJoin(people, eq(people.id, designers.personId))
    .leftJoin(blocks, between)
    // An address may hold bytes that PostgreSQL refuses in a text, such as %00.
    .where(eq(designers.slug, slug.replaceAll('\0', ' ')))
    .limit(1);
  if (!found) throw new NotFound('There is no designer at this address.');
  const { id, name, hidden, suspendedAt, blocked } = found;
  if (id === viewer.id) throw new Forbidden('This is your own profile.');
  if (hidden || suspendedAt || blocked)
    throw new Conflict(
      `${name} takes no invitations from you at the moment. Others may suit the brief as well.`,
    );
  return { id, name };
}

/** Throws Conflict when so many wait for an answer that another would be none. */
async function checkRoom(tx: Db, briefId: string): Promise<void> {
  const [open] = await tx
    .select({ n: count() })
    .from(briefInvitations)
    .where(
      and(
        eq(briefInvitations.briefId, briefId),
        isNull(briefInvitations.declinedAt),
        notExists(proposalOf(tx, briefInvitations.briefId, briefInvitations.designerId)),
      ),
    );
  if ((open?.n ?? 0) < MOST_OPEN_INVITATIONS) return;
  throw new Conflict(
    `${MOST_OPEN_INVITATIONS} invitations to this brief are open, which is as many as there can be at once. Wait for an answer, or take one back.`,
  );
}

/** Takes an invitation back, which hides an invite-only brief from whoever has sent no proposal. → the designer's name. */
export async function withdrawInvitation(
  tx: Db,
  viewer: Person,
  { briefId, slug, today }: { briefId: string | undefined; slug: string; today: string },
): Promise<string> {
  await lockBrief(tx, viewer, briefId);
  const { id } = await getOwnBrief(tx, viewer, briefId);
  const [designer] = await tx
    .select({ id: designers.personId, name: designers.name })
    .from(designers)
    .where(eq(designers.slug, slug.replaceAll('\0', ' ')));
  if (!designer) throw new NotFound('There is no designer at this address.');
  const pair = { briefId: id, designerId: designer.id };
  await lockInvitation(tx, pair);
  const invitation = await getInvitation(tx, pair, today);
  if (!invitation) throw new NotFound('There is no such invitation. It may have been taken back already.');
  check(invitation, ['publisher'], 'withdraw');
  const mine = and(eq(briefInvitations.briefId, id), eq(briefInvitations.designerId, designer.id));
  await tx.delete(briefInvitations).where(mine);
  const event = { type: 'invitation.withdrawn', actorId: viewer.id, subjectId: designer.id } as const;
  await recordEvent(tx, { ...event, briefId: id });
  return designer.name;
}

/** The viewer's invitation, when it can be declined. Throws Conflict when it is not open any more, NotFound. */
export async function checkDecline(
  db: Db,
  viewer: Person,
  briefId: string,
  today: string,
): Promise<Invitation> {
  const invitation = await getInvitation(db, { briefId, designerId: viewer.id }, today);
  if (!invitation) throw new NotFound('There is no such invitation. It may have been taken back.');
  check(invitation, ['designer'], 'decline');
  return invitation;
}

/** Declines the viewer's invitation to a brief, with a reason or without. Throws what `checkDecline` throws. */
export async function declineInvitation(
  tx: Db,
  queue: Queue,
  viewer: Person,
  { briefId, reason, today, now }: { briefId: string; reason: string; today: string; now: Date },
): Promise<void> {
  await lockInvitation(tx, { briefId, designerId: viewer.id });
  const invitation = await checkDecline(tx, viewer, briefId, today);
  await tx
    .update(briefInvitations)
    .set({ declinedAt: now, declineReason: reason })
    .where(and(eq(briefInvitations.briefId, briefId), eq(briefInvitations.designerId, viewer.id)));
  const event = { type: 'invitation.declined', actorId: viewer.id, subjectId: viewer.id, briefId } as const;
  const data = { title: invitation.title, ...(reason && { reason }) };
  await announce(tx, queue, { ...event, data }, { publisher: invitation.publisherId });
}

/** What is read of an invitation afterwards is what nobody else is changing any more. */
async function lockInvitation(tx: Db, pair: { briefId: string; designerId: string }): Promise<void> {
  await tx
    .select({ briefId: briefInvitations.briefId })
    .from(briefInvitations)
    .where(and(eq(briefInvitations.briefId, pair.briefId), eq(briefInvitations.designerId, pair.designerId)))
    .for('update');
}

function check({ state }: Invitation, parties: InvitationParty[], name: InvitationMove): void {
  if (mayMove(INVITATION, state, parties, name)) return;
  throw new Conflict(whyNot(INVITATION, state, parties, name).message);
}
