/** What the two of a conversation do in it. */
import { and, eq, sql } from 'drizzle-orm';
import type { Db } from '#db/client.server.ts';
import {
  conversationReaders,
  conversations,
  messageFiles,
  messages,
} from '#db/schema/conversations.server.ts';
import type { Queue } from '../../jobs/queue.server.ts';
import { OUT_OF_REACH } from '../blocks/queries.server.ts';
import { Forbidden, NotFound } from '../errors.ts';
import { LIVE_CHANNEL } from '../live.server.ts';
import { announce, readNotices } from '../notifications/commands.server.ts';
import type { Person } from '../people/rules.ts';
import { partiesOf, type Conversation, type Message } from './conversation.ts';
import { signal } from './live.server.ts';
import { getConversation, isParty, NO_CONVERSATION } from './queries.server.ts';
import { signalText } from './rules.ts';

export type NewMessage = { conversationId: string; body: string; fileIds?: readonly string[]; now: Date };

/**
 * Says something, in the caller's transaction. Two who speak at once take turns, so that moments tell messages of a conversation
 * apart and come in the order in which they are seen. Throws NotFound, and Forbidden when the two are out of each other's
 * reach. → the message's id.
 */
export async function sendMessage(
  tx: Db,
  queue: Queue,
  viewer: Person,
  { conversationId, body, fileIds = [], now }: NewMessage,
): Promise<string> {
  const conversation = await getConversation(tx, viewer, conversationId);
  if (conversation.side === 'staff')
    throw new Forbidden('Only the two whose conversation it is write in it.');
  if (conversation.blockedBy.length > 0) throw new Forbidden(OUT_OF_REACH);
  const createdAt = await takeTurn(tx, viewer, conversationId, now);
  const [message] = await tx
    .insert(messages)
    .values({ conversationId, authorId: viewer.id, body, createdAt })
    .returning({ id: messages.id });
  if (!message) throw new Error('the message was not written');
  if (fileIds.length > 0)
    await tx
      .insert(messageFiles)
      .values(fileIds.map((fileId, position) => ({ messageId: message.id, fileId, position })));
  await announceMessage(tx, queue, viewer, conversation);
  await signal(tx, { kind: 'message', conversationId, personId: viewer.id });
  return message.id;
}

/** Locks the conversation. → a moment later than everything said in it. */
async function takeTurn(tx: Db, viewer: Person, id: string, now: Date): Promise<Date> {
  const later = sql`greatest(${now.toISOString()}::timestamptz, ${conversations.saidAt} + interval '1 millisecond')`;
  const [turn] = await tx
    .update(conversations)
    .set({ saidAt: later })
    .where(and(eq(conversations.id, id), isParty(viewer)))
    .returning({ saidAt: conversations.saidAt });
  if (!turn) throw new NotFound(NO_CONVERSATION);
  return turn.saidAt;
}

function announceMessage(tx: Db, queue: Queue, viewer: Person, conversation: Conversation): Promise<void> {
  const { id, brief, project, publisher, designer } = conversation;
  return announce(
    tx,
    queue,
    {
      ...{ type: 'message.sent', actorId: viewer.id, subjectId: id, briefId: brief.id },
      ...(project && { projectId: project.id }),
      data: { title: brief.title },
    },
    { publisher: publisher.id, designer: designer.id },
  );
}

/**
 * Notes that the viewer has been shown the newest of these messages, and tells the other. It is no event: nobody has decided
 * anything. A message that comes at this very moment has not been shown: then the next page notes it.
 */
export async function markRead(
  db: Db,
  viewer: Person,
  conversation: Conversation,
  shown: readonly Pick<Message, 'authorId' | 'createdAt'>[],
  now: Date,
): Promise<void> {
  if (conversation.side === 'staff') return;
  const { readAt } = partiesOf(conversation).me;
  const newest = shown.findLast(({ authorId }) => authorId !== viewer.id)?.createdAt;
  const last = shown.at(-1)?.createdAt;
  if (!newest || !last || (readAt && readAt >= newest)) return;
  const at = now > last ? now : last;
  const told = signalText({ kind: 'read', conversationId: conversation.id, personId: viewer.id });
  // Whoever is just saying something holds the row: wait, and see whether what was shown is still the newest.
  const noted = await db.execute(sql`
    with current as (
      select c.id from ${conversations} c
      where c.id = ${conversation.id} and c.said_at <= ${last.toISOString()} for share
    ), noted as (
      insert into ${conversationReaders} as r (conversation_id, person_id, read_at)
      select id, ${viewer.id}, ${at.toISOString()} from current
      on conflict (conversation_id, person_id)
        do update set read_at = excluded.read_at where r.read_at < excluded.read_at
      returning 1
    ) select pg_notify(${LIVE_CHANNEL}, ${told}) from noted`);
  if (noted.length > 0) await readNotices(db, viewer.id, conversation.id);
}
