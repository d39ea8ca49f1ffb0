/** Reads conversations. Who may see one is in the WHERE: for everybody else it does not exist. */
import { and, eq, exists, or, sql, type SQL } from 'drizzle-orm';
import type { Db } from '#db/client.server.ts';
import { briefs } from '#db/schema/briefs.server.ts';
import {
  blocks,
  conversationReaders,
  conversations,
  messageFiles,
  messages,
} from '#db/schema/conversations.server.ts';
import { designers } from '#db/schema/designers.server.ts';
import { files } from '#db/schema/files.server.ts';
import { people } from '#db/schema/people.server.ts';
import { disputes, projects } from '#db/schema/projects.server.ts';
import { proposals } from '#db/schema/proposals.server.ts';
import { NotFound } from '../errors.ts';
import { isUuid } from '../ids.ts';
import type { PageOf, Seek } from '../paging.ts';
import type { Person } from '../people/rules.ts';
import { byMoment, listIn } from '../seek.server.ts';
import type { Conversation, Message, MessageFile } from './conversation.ts';
import { MESSAGES_A_PAGE } from './rules.ts';

export const NO_CONVERSATION = 'There is no such conversation, or it is not yours to read.';

/** Conversations the viewer takes part in. */
export const isParty = (viewer: Person): SQL | undefined =>
  or(eq(conversations.publisherId, viewer.id), eq(conversations.designerId, viewer.id));

/** Staff read what was said when the two cannot agree on what came of it, and they have to decide. */
function mayRead(viewer: Person): SQL | undefined {
  if (viewer.role !== 'admin') return isParty(viewer);
  const disputed = sql`(select 1 from ${disputes} d join ${projects} p on p.id = d.project_id
    where p.brief_id = ${conversations.briefId} and p.designer_id = ${conversations.designerId})`;
  return or(isParty(viewer), exists(disputed));
}

const readBy = (personId: SQL) =>
  sql<Date | null>`(select r.read_at from ${conversationReaders} r
    where r.conversation_id = ${conversations.id} and r.person_id = ${personId})`.mapWith(
    conversationReaders.readAt,
  );
const projectOf = sql<Conversation['project']>`(
  select json_build_object('id', p.id, 'title', p.title) from ${projects} p
  where p.brief_id = ${conversations.briefId} and p.designer_id = ${conversations.designerId}
  order by p.created_at desc limit 1)`;
/** One that was sent: a draft is its designer's alone. */
const proposalOf = sql<string | null>`(
  select p.id from ${proposals} p
  where p.brief_id = ${conversations.briefId} and p.designer_id = ${conversations.designerId} and p.version > 0
  order by p.created_at desc limit 1)`;
const blockedBy = sql<string[]>`(
  select coalesce(json_agg(b.person_id), '[]') from ${blocks} b
  where (b.person_id, b.blocked_id) in ((${conversations.publisherId}, ${conversations.designerId}),
    (${conversations.designerId}, ${conversations.publisherId})))`;

/** The conversation with this id, for the two it is between, and for staff while it is disputed. Throws NotFound. */
export async function getConversation(db: Db, viewer: Person, id: string | undefined): Promise<Conversation> {
  if (!isUuid(id)) throw new NotFound(NO_CONVERSATION);
  const [row] = await db
    .select({
      ...{ id: conversations.id, project: projectOf, proposalId: proposalOf, blockedBy },
      brief: { id: briefs.id, title: briefs.title },
      publisher: { id: people.id, name: people.name, readAt: readBy(sql`${conversations.publisherId}`) },
      designer: {
        ...{ id: designers.personId, name: designers.name, slug: designers.slug },
        readAt: readBy(sql`${conversations.designerId}`),
      },
    })
    .from(conversations)
    .innerJoin(briefs, eq(briefs.id, conversations.briefId))
    .innerJoin(people, eq(people.id, conversations.publisherId))
    .innerJoin(designers, eq(designers.personId, conversations.designerId))
    .where(and(eq(conversations.id, id), mayRead(viewer)));
  if (!row) throw new NotFound(NO_CONVERSATION);
  const side = { [row.publisher.id]: 'publisher', [row.designer.id]: 'designer' } as const;
  return { ...row, side: side[viewer.id] ?? 'staff' };
}

// Of the outer query by its name: drizzle leaves that out where there is only one table.
const filesOf = sql<MessageFile[]>`(
  select coalesce(json_agg(json_build_object('id', f.id, 'name', f.name, 'bytes', f.bytes) order by mf.position), '[]')
  from ${messageFiles} mf join ${files} f on f.id = mf.file_id where mf.message_id = messages.id)`;

export const messageColumns = {
  ...{ id: messages.id, authorId: messages.authorId, body: messages.body, createdAt: messages.createdAt },
  files: filesOf,
};

const NEWEST_FIRST = byMoment<Message>(
  { key: messages.createdAt, id: messages.id },
  ({ createdAt }) => createdAt,
);

/** A page of what was said, the newest unless another is wanted; in the order it was said. */
export async function listMessages(db: Db, conversationId: string, wanted: Seek): Promise<PageOf<Message>> {
  const { where, orderBy, page } = listIn(NEWEST_FIRST, wanted, MESSAGES_A_PAGE);
  const rows = await db
    .select(messageColumns)
    .from(messages)
    .where(and(eq(messages.conversationId, conversationId), where))
    .orderBy(...orderBy)
    .limit(MESSAGES_A_PAGE + 1);
  const found = page(rows);
  return { ...found, rows: found.rows.toReversed() };
}
