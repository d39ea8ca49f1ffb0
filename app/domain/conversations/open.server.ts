/** How a conversation comes to be: one for each brief and designer, however often and from where it is opened. */
import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Db } from '#db/client.server.ts';
import { briefs } from '#db/schema/briefs.server.ts';
import { conversations } from '#db/schema/conversations.server.ts';
import { designers } from '#db/schema/designers.server.ts';
import { proposals } from '#db/schema/proposals.server.ts';
import { briefInvitations, briefSaves, designerSaves } from '#db/schema/saves.server.ts';
import { Forbidden, NotFound } from '../errors.ts';
import { recordEvent } from '../events/commands.server.ts';
import { isUuid } from '../ids.ts';
import type { Person } from '../people/rules.ts';
import { mayTalk, type Tie } from './rules.ts';

type Pair = { briefId: string; publisherId: string; designerId: string };

/**
 * The conversation of a brief and a designer, opened by `actorId` if there is none, in the caller's transaction; null is
 * the house itself. Whether they may talk is for the caller to know. → its id.
 */
export async function openConversation(
  tx: Db,
  { actorId, ...pair }: Pair & { actorId: string | null },
): Promise<string> {
  // A rival who opens it at the same moment waits here, and finds it.
  const [opened] = await tx.insert(conversations).values(pair).onConflictDoNothing().returning();
  if (!opened) return existing(tx, pair);
  await recordEvent(tx, {
    type: 'conversation.opened',
    actorId,
    subjectId: opened.id,
    briefId: pair.briefId,
  });
  return opened.id;
}

async function existing(tx: Db, { briefId, designerId }: Pair): Promise<string> {
  const [found] = await tx
    .select({ id: conversations.id })
    .from(conversations)
    .where(and(eq(conversations.briefId, briefId), eq(conversations.designerId, designerId)));
  if (!found) throw new Error('the conversation is neither there nor could it be opened');
  return found.id;
}

/** Two people and a brief, who may talk about it or not. */
export type Prospect = Pair & {
  /** Of their conversation, when they have one. */
  conversationId: string | null;
  title: string;
  /** Whom the viewer would talk to. */
  otherName: string;
  may: boolean;
};

export const NOT_YET =
  'You can write to each other once one of you has invited or proposed, or both have saved the other.';
const NOT_THERE = 'There is no such brief or designer, or they are not yours to talk with.';

/** What the viewer would open, as its publisher or its designer. Throws NotFound for everybody else. */
export async function getProspect(
  db: Db,
  viewer: Person,
  briefId: string | null,
  designerId: string | null,
): Promise<Prospect> {
  if (!isUuid(briefId ?? undefined) || !isUuid(designerId ?? undefined)) throw new NotFound(NOT_THERE);
  const [row] = await db
    .select({
      ...{ briefId: briefs.id, publisherId: briefs.ownerId, designerId: designers.personId },
      ...{ title: briefs.title, designerName: designers.name, conversationId: conversations.id },
      publisherName: sql<string>`(select name from people where id = ${briefs.ownerId})`,
      ...tieColumns,
    })
    .from(briefs)
    .innerJoin(designers, eq(designers.personId, String(designerId)))
    .leftJoin(
      conversations,
      and(eq(conversations.briefId, briefs.id), eq(conversations.designerId, designers.personId)),
    )
    .where(eq(briefs.id, String(briefId)));
  if (!row || ![row.publisherId, row.designerId].includes(viewer.id)) throw new NotFound(NOT_THERE);
  const { designerName, publisherName, invited, proposed, designerSaved, briefSaved, ...prospect } = row;
  // Somebody who posts briefs and once drew covers does not talk to themselves.
  if (row.publisherId === row.designerId) throw new NotFound(NOT_THERE);
  const otherName = row.publisherId === viewer.id ? designerName : publisherName;
  return { ...prospect, otherName, may: mayTalk({ invited, proposed, designerSaved, briefSaved }) };
}

const there = (query: ReturnType<typeof sql>) => sql<boolean>`exists (${query})`;
const tieColumns: { [Fact in keyof Tie]: ReturnType<typeof there> } = {
  invited: there(
    sql`select 1 from ${briefInvitations} where ${and(
      eq(briefInvitations.briefId, briefs.id),
      eq(briefInvitations.designerId, designers.personId),
      isNull(briefInvitations.declinedAt),
    )}`,
  ),
  proposed: there(
    sql`select 1 from ${proposals} where ${and(
      eq(proposals.briefId, briefs.id),
      eq(proposals.designerId, designers.personId),
      isNotNull(proposals.submittedAt),
    )}`,
  ),
  designerSaved: there(
    sql`select 1 from ${designerSaves} where ${and(
      eq(designerSaves.personId, briefs.ownerId),
      eq(designerSaves.designerId, designers.personId),
    )}`,
  ),
  briefSaved: there(
    sql`select 1 from ${briefSaves} where ${and(
      eq(briefSaves.briefId, briefs.id),
      eq(briefSaves.personId, designers.personId),
    )}`,
  ),
};

/** Opens the conversation the viewer asks for, or finds it. Throws Forbidden until they may talk. → its id. */
export async function startConversation(
  tx: Db,
  viewer: Person,
  asked: { briefId: string | null; designerId: string | null },
): Promise<string> {
  const prospect = await getProspect(tx, viewer, asked.briefId, asked.designerId);
  const { conversationId, may, briefId, publisherId, designerId } = prospect;
  if (conversationId) return conversationId;
  if (!may) throw new Forbidden(NOT_YET);
  return openConversation(tx, { briefId, publisherId, designerId, actorId: viewer.id });
}
