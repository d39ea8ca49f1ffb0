/** The viewer's conversations, and a search in what was said in them. */
import { and, eq, sql } from 'drizzle-orm';
import type { Db } from '#db/client.server.ts';
import { briefs } from '#db/schema/briefs.server.ts';
import {
  conversationReaders,
  conversations,
  messageFiles,
  messages,
} from '#db/schema/conversations.server.ts';
import { designers } from '#db/schema/designers.server.ts';
import { people } from '#db/schema/people.server.ts';
import { PAGE_SIZE, type PageOf, type Seek } from '../paging.ts';
import type { Person } from '../people/rules.ts';
import { searchable } from '../search.ts';
import { byMoment, listIn } from '../seek.server.ts';
import type { FoundMessage, ListedConversation } from './conversation.ts';
import { glimpseOf } from './glimpse.ts';
import { isParty } from './queries.server.ts';

/** As much of a message as a list shows. */
const GLIMPSE = 160;
/** Unread messages are counted up to here. */
export const MOST_UNREAD = 99;

const LAST_SAID_FIRST = byMoment<ListedConversation>(
  { key: conversations.saidAt, id: conversations.id },
  ({ saidAt }) => saidAt,
);

/** Whom the viewer talks with. */
const otherName = (viewer: Person) =>
  sql<string>`case when ${conversations.publisherId} = ${viewer.id} then ${designers.name} else ${people.name} end`;

const lastOf = (viewer: Person) => sql<ListedConversation['last']>`(
  select json_build_object('mine', m.author_id = ${viewer.id}, 'words', left(m.body, ${GLIMPSE + 1}),
    'files', (select count(*) from ${messageFiles} mf where mf.message_id = m.id))
  from ${messages} m where m.conversation_id = ${conversations.id}
  order by m.created_at desc, m.id desc limit 1)`;

/** What the other said since the viewer last read. */
const unreadOf = (viewer: Person) => sql<number>`(
  select count(*)::int from (
    select 1 from ${messages} m
    where m.conversation_id = ${conversations.id} and m.author_id <> ${viewer.id}
      and m.created_at > coalesce((select r.read_at from ${conversationReaders} r
        where r.conversation_id = ${conversations.id} and r.person_id = ${viewer.id}), '-infinity')
    limit ${MOST_UNREAD + 1}) unread)`;

/** A page of them, the one in which something was said last first. */
export async function listConversations(
  db: Db,
  viewer: Person,
  wanted: Seek,
): Promise<PageOf<ListedConversation>> {
  const { where, orderBy, page } = listIn(LAST_SAID_FIRST, wanted);
  const rows = await db
    .select({
      ...{ id: conversations.id, title: briefs.title, saidAt: conversations.saidAt },
      ...{ otherName: otherName(viewer), last: lastOf(viewer), unread: unreadOf(viewer) },
    })
    .from(conversations)
    .innerJoin(briefs, eq(briefs.id, conversations.briefId))
    .innerJoin(people, eq(people.id, conversations.publisherId))
    .innerJoin(designers, eq(designers.personId, conversations.designerId))
    .where(and(isParty(viewer), where))
    .orderBy(...orderBy)
    .limit(PAGE_SIZE + 1);
  return page(rows);
}

const NEWEST_FIRST = byMoment<Pick<FoundMessage, 'createdAt'>>(
  { key: messages.createdAt, id: messages.id },
  ({ createdAt }) => createdAt,
);

/**
 * A page of the messages in the viewer's conversations that hold all the words, the newest first. Words are taken as they are
 * written: two people may write in any language. Words that say nothing find nothing.
 */
export async function searchMessages(
  db: Db,
  viewer: Person,
  q: string,
  wanted: Seek,
): Promise<PageOf<FoundMessage>> {
  const { where, orderBy, page } = listIn(NEWEST_FIRST, wanted);
  const query = sql`websearch_to_tsquery('simple', ${searchable(q)})`;
  const rows = await db
    .select({
      ...{ id: messages.id, conversationId: conversations.id, title: briefs.title },
      ...{ createdAt: messages.createdAt, mine: sql<boolean>`${messages.authorId} = ${viewer.id}` },
      authorName: sql<string>`case when ${messages.authorId} = ${conversations.publisherId}
        then ${people.name} else ${designers.name} end`,
      body: messages.body,
    })
    .from(messages)
    .innerJoin(conversations, eq(conversations.id, messages.conversationId))
    .innerJoin(briefs, eq(briefs.id, conversations.briefId))
    .innerJoin(people, eq(people.id, conversations.publisherId))
    .innerJoin(designers, eq(designers.personId, conversations.designerId))
    .where(and(isParty(viewer), sql`${messages.search} @@ ${query}`, where))
    .orderBy(...orderBy)
    .limit(PAGE_SIZE + 1);
  return page(rows.map(({ body, ...row }) => ({ ...row, parts: glimpseOf(body, q) })));
}
