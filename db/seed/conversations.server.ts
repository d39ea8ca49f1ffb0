/** What publishers and designers of the catalogue say to each other, and send along: long and short, read and unread. */
import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Queue } from '../../app/jobs/queue.server.ts';
import type { Db } from '../client.server.ts';
import { openConversation } from '../../app/domain/conversations/open.server.ts';
import { briefs } from '../schema/briefs.server.ts';
import {
  conversationReaders,
  conversations,
  messageFiles,
  messages,
} from '../schema/conversations.server.ts';
import { designers } from '../schema/designers.server.ts';
import { LONG_TALK, LONG_TALK_ABOUT, SENT_ALONG, TALKS } from './catalogue/talks.server.ts';
import { insertFiles, sampleFile } from './files.server.ts';
import { idOf, type Ids } from './people.server.ts';

const [PUBLISHER, DESIGNER] = ['dev-hiring-001', 'dev-designer-001'];
const MINUTE = 60_000;

/** Writes Harriet's conversations, the first of them with Dario. Of every three, two have something she has not read, unless she spoke last. */
export async function seedConversations(db: Db, queue: Queue, ids: Ids, now: Date): Promise<void> {
  const publisherId = idOf(ids, PUBLISHER);
  const own = await db
    .select({ id: briefs.id, title: briefs.title })
    .from(briefs)
    .where(and(eq(briefs.ownerId, publisherId), inArray(briefs.state, ['open', 'paused', 'awarded'])))
    .orderBy(asc(briefs.title));
  const others = await db
    .select({ id: designers.personId })
    .from(designers)
    .where(eq(designers.hidden, false))
    .orderBy(asc(designers.slug))
    .limit(TALKS.length);
  const dario = { id: idOf(ids, DESIGNER) };
  const partners = [dario, ...others.filter(({ id }) => id !== dario.id)];
  for (const [at, talk] of [LONG_TALK, ...TALKS].entries()) {
    const about = at === 0 ? own.find(({ title }) => title === LONG_TALK_ABOUT) : undefined;
    const [brief, partner] = [about ?? own[at % own.length], partners[at]];
    if (!brief || !partner) continue;
    const pair = { briefId: brief.id, publisherId, designerId: partner.id };
    const id = await openConversation(db, { ...pair, actorId: publisherId });
    const said = await saySo(db, id, talk, pair, new Date(now.getTime() - at * 31 * 60 * MINUTE));
    // Whoever spoke last has read what came before.
    const isAnswered = said.at(-1)?.authorId === publisherId;
    const readAt = said.at(-3)?.createdAt ?? new Date(0);
    const read = [
      { conversationId: id, personId: partner.id, readAt: at % 3 ? now : readAt },
      { conversationId: id, personId: publisherId, readAt: at % 3 === 1 || isAnswered ? now : readAt },
    ];
    await db.insert(conversationReaders).values(read);
    if (at === 0) await attach(db, queue, said);
  }
}

type Said = { id: string; authorId: string; body: string; createdAt: Date };
type Pair = { publisherId: string; designerId: string };

/** The two in turn, the designer first, every forty minutes or so. */
async function saySo(db: Db, conversationId: string, talk: readonly string[], pair: Pair, until: Date) {
  const moment = (at: number) => new Date(until.getTime() - (talk.length - at) * (37 + (at % 5)) * MINUTE);
  const rows = talk.map((body, at) => ({
    ...{ conversationId, body, authorId: at % 2 ? pair.publisherId : pair.designerId },
    createdAt: moment(at),
  }));
  await db
    .update(conversations)
    .set({ saidAt: moment(talk.length - 1) })
    .where(eq(conversations.id, conversationId));
  return db.insert(messages).values(rows).returning();
}

/** What was sent along with some of it. */
async function attach(db: Db, queue: Queue, said: readonly Said[]): Promise<void> {
  const sent = SENT_ALONG.flatMap(({ with: words, files }) => {
    const message = said.find(({ body }) => body.startsWith(words));
    if (!message) return [];
    return files.map(({ name, sample }, position) => ({
      ...{ messageId: message.id, position },
      file: sampleFile(message.authorId, name, sample, message.createdAt),
    }));
  });
  await insertFiles(
    db,
    queue,
    sent.map(({ file }) => file),
  );
  await db
    .insert(messageFiles)
    .values(sent.map(({ messageId, position, file }) => ({ messageId, position, fileId: file.id })));
}
