import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { blocks, conversationReaders, messages } from '#db/schema/conversations.server.ts';
import { events } from '#db/schema/events.server.ts';
import { notifications } from '#db/schema/notifications.server.ts';
import { proposals } from '#db/schema/proposals.server.ts';
import { testDatabase } from '#app/testing/database.server.ts';
import { aBrief, aDesigner, anAdmin, aPublisher } from '#app/testing/people.ts';
import { aProject } from '#app/testing/projects.ts';
import { aProposal } from '#app/testing/proposals.ts';
import { testQueue } from '#app/testing/queue.ts';
import { Forbidden, NotFound } from '../errors.ts';
import { decodeCursor } from '../paging.ts';
import type { Person } from '../people/rules.ts';
import { markRead, sendMessage } from './commands.server.ts';
import { listConversations, searchMessages } from './list.server.ts';
import { openConversation } from './open.server.ts';
import { getConversation, listMessages } from './queries.server.ts';
import { MESSAGES_A_PAGE, MessageForm } from './rules.ts';
import { threadHead } from './words.ts';

const database = await testDatabase();
const { db, sql } = database;
const queue = testQueue(database);
const now = new Date('2031-03-03T10:00:00.000Z');
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

/** A publisher and a designer who have begun to talk about a brief. */
async function two() {
  const [publisher, designer] = [await aPublisher(db), await aDesigner(db)];
  const brief = await aBrief(db, publisher, { title: 'The Salt Road' });
  const pair = { briefId: brief.id, publisherId: publisher.id, designerId: designer.id };
  const conversationId = await openConversation(db, { ...pair, actorId: publisher.id });
  const say = (who: Person, body: string, at = now) =>
    db.transaction((tx) => sendMessage(tx, queue, who, { conversationId, body, now: at }));
  const read = async (who: Person, at = now) => {
    const conversation = await getConversation(db, who, conversationId);
    const { rows } = await listMessages(db, conversationId, {});
    await markRead(db, who, conversation, rows, at);
  };
  return { publisher, designer, brief, conversationId, say, read };
}

const unread = async (who: Person) => (await listConversations(db, who, {})).rows[0]?.unread;
const bodies = (rows: readonly { body: string }[]) => rows.map(({ body }) => body);

describe('a message', () => {
  test('is told to the other, recorded, and unread until it is shown', async () => {
    const { publisher, designer, brief, conversationId, say, read } = await two();
    await say(publisher, 'May I see a sketch?');
    expect([await unread(publisher), await unread(designer)]).toEqual([0, 1]);
    const told = await db
      .select({ type: events.type, personId: notifications.personId, briefId: events.briefId })
      .from(notifications)
      .innerJoin(events, eq(events.id, notifications.eventId))
      .where(eq(events.subjectId, conversationId));
    expect(told).toEqual([{ type: 'message.sent', personId: designer.id, briefId: brief.id }]);
    await read(designer, later(5));
    expect(await unread(designer)).toBe(0);
    const seen = await getConversation(db, publisher, conversationId);
    expect([seen.side, seen.designer.readAt, seen.publisher.readAt]).toEqual(['publisher', later(5), null]);
  });

  test('stands on a page that leads to the proposal, once it is sent, or to the project that came of it', async () => {
    const linked = async (pair: { briefId: string; publisher: Person; designer: Person }) => {
      const { briefId, publisher, designer } = pair;
      const ids = { briefId, publisherId: publisher.id, designerId: designer.id };
      const id = await openConversation(db, { ...ids, actorId: publisher.id });
      const { links } = threadHead(await getConversation(db, designer, id), designer);
      return links.map(({ href }) => href).filter((href) => !href.startsWith('/briefs/'));
    };
    const { publisher, designer, brief } = await two();
    const draft = await aProposal(db, brief, designer, { state: 'draft' });
    expect(await linked({ briefId: brief.id, publisher, designer })).toEqual([]);
    await db.delete(proposals).where(eq(proposals.id, draft.id));
    const sent = await aProposal(db, brief, designer);
    expect(await linked({ briefId: brief.id, publisher, designer })).toEqual([`/proposals/${sent.id}`]);
    const { id, project, ...pair } = await aProject(db);
    expect(await linked({ ...pair, briefId: project.briefId })).toEqual([`/projects/${id}`]);
  });

  test('that was read stays read at the first time', async () => {
    const { publisher, designer, conversationId, say, read } = await two();
    await say(publisher, 'One');
    await read(designer, later(5));
    await say(designer, 'Two', later(6));
    await read(designer, later(10));
    expect((await getConversation(db, designer, conversationId)).designer.readAt).toEqual(later(5));
  });

  test('that comes while a page is made is not read with it', async () => {
    const { publisher, designer, conversationId, say } = await two();
    await say(publisher, 'Shown');
    const conversation = await getConversation(db, designer, conversationId);
    const { rows } = await listMessages(db, conversationId, {});
    await say(publisher, 'Not shown', later(1));
    await markRead(db, designer, conversation, rows, later(2));
    expect(await unread(designer)).toBe(2);
  });

  test('has a moment of its own, whatever the clocks of those who speak at once', async () => {
    const { publisher, designer, conversationId, say } = await two();
    const all = Array.from({ length: 20 }, (_, at) =>
      say(at % 2 ? publisher : designer, `${at}`, later(-at)),
    );
    await Promise.all(all);
    const rows = await db.select().from(messages).where(eq(messages.conversationId, conversationId));
    expect(new Set(rows.map(({ createdAt }) => createdAt.getTime())).size).toBe(20);
  });

  test('goes nowhere while one of the two blocks the other', async () => {
    const { publisher, designer, conversationId, say } = await two();
    await db.insert(blocks).values({ personId: publisher.id, blockedId: designer.id });
    await expect(say(designer, 'Hello?')).rejects.toThrow(Forbidden);
    await expect(say(publisher, 'And you!')).rejects.toThrow(Forbidden);
    expect(await db.$count(messages, eq(messages.conversationId, conversationId))).toBe(0);
    expect((await getConversation(db, designer, conversationId)).blockedBy).toEqual([publisher.id]);
  });

  test('is not a stranger’s to write or to read, nor staff’s while nothing is disputed', async () => {
    const { conversationId, say } = await two();
    for (const who of [await aPublisher(db), await aDesigner(db), await anAdmin(db)]) {
      await expect(say(who, 'Hello')).rejects.toThrow(NotFound);
      await expect(getConversation(db, who, conversationId)).rejects.toThrow(NotFound);
    }
    for (const id of [undefined, 'none', '\0'])
      await expect(getConversation(db, await anAdmin(db), id)).rejects.toThrow(NotFound);
  });
});

describe('the pages of a conversation', () => {
  test('hold the newest first, each in the order it was said, and lead both ways', async () => {
    const { publisher, conversationId } = await two();
    const COUNT = MESSAGES_A_PAGE * 2 + 3;
    await db.insert(messages).values(
      Array.from({ length: COUNT }, (_, at) => ({
        ...{ conversationId, authorId: publisher.id, body: String(at), createdAt: later(at) },
      })),
    );
    const newest = await listMessages(db, conversationId, {});
    expect(bodies(newest.rows)).toEqual(
      Array.from({ length: MESSAGES_A_PAGE }, (_, at) => String(COUNT - MESSAGES_A_PAGE + at)),
    );
    expect(newest.newer).toBeNull();
    const older = await listMessages(db, conversationId, { after: decodeCursor(newest.older) });
    const oldest = await listMessages(db, conversationId, { after: decodeCursor(older.older) });
    expect(bodies(oldest.rows)).toEqual(['0', '1', '2']);
    expect(oldest.older).toBeNull();
    const back = await listMessages(db, conversationId, { before: decodeCursor(older.newer) });
    expect(back).toEqual(newest);
  });
});

describe('the list', () => {
  test('has the conversation with the last word first, and a glimpse of it', async () => {
    const { publisher, designer, say } = await two();
    await say(designer, 'a'.repeat(400), later(5));
    const brief = await aBrief(db, publisher, { title: 'Second' });
    const other = await aDesigner(db, { name: 'Other' });
    await openConversation(db, {
      ...{ briefId: brief.id, publisherId: publisher.id, designerId: other.id, actorId: null },
    });
    const { rows } = await listConversations(db, publisher, {});
    expect(rows.map(({ title, otherName, unread: n }) => [title, otherName, n])).toEqual([
      ['The Salt Road', 'Dora Bodoni', 1],
      ['Second', 'Other', 0],
    ]);
    expect(rows[1]?.last).toBeNull();
    expect(rows[0]?.last).toMatchObject({ mine: false, files: 0 });
    expect(rows[0]?.last?.words).toHaveLength(161);
  });
});

describe('searching', () => {
  test('finds words in one’s own messages alone, and shows them', async () => {
    const [mine, theirs] = [await two(), await two()];
    await mine.say(mine.designer, 'The ferry, seen from the <b>ledger</b>. Zażółć gęślą.');
    await mine.say(mine.publisher, 'No boats here');
    await theirs.say(theirs.designer, 'Another ferry');
    const find = async (q: string) => (await searchMessages(db, mine.publisher, q, {})).rows;
    const [found, ...rest] = await find('ferry');
    expect(rest).toEqual([]);
    expect(found).toMatchObject({ authorName: 'Dora Bodoni', mine: false, title: 'The Salt Road' });
    expect(found?.parts).toEqual(['The ', 'ferry', ', seen from the <b>ledger</b>. Zażółć gęślą.']);
    expect(await find('ferry boats')).toEqual([]);
    expect(await find('"the ferry" -boats')).toHaveLength(1);
    expect(await find('zażółć')).toHaveLength(1);
    expect((await find('boats'))[0]).toMatchObject({ authorName: 'Paula Imprint', mine: true });
    for (const q of ['', '" & ! \' (', '-', '----------------------------------------'])
      expect(await find(q)).toEqual([]);
  });
});

describe('what a message may say', () => {
  const read = (body: unknown) => MessageForm.safeParse({ body });
  test.each([
    ['  two\r\nlines \r', 'two\nlines'],
    ['a\u0002b\u001b[31mc\td', 'ab[31mc\td'],
    ['x'.repeat(5000), 'x'.repeat(5000)],
  ])('is text: %j', (typed, kept) => {
    expect(read(typed).data?.body).toBe(kept);
  });
  test.each([
    [undefined, 'Write something'],
    [' \n ', 'Write something'],
    ['x'.repeat(5001), 'there are 5,001'],
  ])('is something, and not a book: %j', (typed, why) => {
    expect(read(typed).error?.issues.map(({ message }) => message)).toEqual([expect.stringContaining(why)]);
  });
});

test('whoever is told of a message hears it after it is there', async () => {
  const { publisher, designer, conversationId, say, read } = await two();
  const heard: string[] = [];
  const listening = await sql.listen('dustjacket_live', (text) => void heard.push(text));
  await say(publisher, 'One');
  await read(designer);
  await read(designer);
  await expect
    .poll(() => heard)
    .toEqual([`${conversationId} message ${publisher.id}`, `${conversationId} read ${designer.id}`]);
  await listening.unlisten();
  expect(await db.$count(conversationReaders, eq(conversationReaders.personId, designer.id))).toBe(1);
});
