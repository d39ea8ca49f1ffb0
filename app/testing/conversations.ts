/** A builder of conversations: opened and spoken in as they really are. */
import { eq } from 'drizzle-orm';
import type { Db } from '#db/client.server.ts';
import { conversations, messages } from '#db/schema/conversations.server.ts';
import { openConversation } from '#app/domain/conversations/open.server.ts';
import type { Person } from '#app/domain/people/rules.ts';
import { aBrief } from './people.ts';

type Wanted = { publisher: Person; designer: Person; briefId?: string; said?: readonly string[]; now?: Date };

/** The two talk about a brief of the publisher's; they say what is `said` in turn, the designer first, a minute apart. */
export async function aConversation(db: Db, { publisher, designer, ...wanted }: Wanted) {
  const briefId = wanted.briefId ?? (await aBrief(db, publisher)).id;
  const pair = { briefId, publisherId: publisher.id, designerId: designer.id };
  const id = await openConversation(db, { ...pair, actorId: publisher.id });
  const { said = ['May I ask something?'], now = new Date() } = wanted;
  const rows = said.map((body, at) => ({
    ...{ conversationId: id, body, authorId: at % 2 ? publisher.id : designer.id },
    createdAt: new Date(now.getTime() - (said.length - at) * 60_000),
  }));
  const inserted = rows.length > 0 ? await db.insert(messages).values(rows).returning() : [];
  const last = inserted.at(-1);
  if (last) await db.update(conversations).set({ saidAt: last.createdAt }).where(eq(conversations.id, id));
  return { id, briefId, messages: inserted };
}
