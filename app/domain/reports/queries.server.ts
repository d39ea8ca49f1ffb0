/** Reports as staff read them, and as their reporter does. */
import { and, desc, eq, gte, lt, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Db } from '#db/client.server.ts';
import { briefs } from '#db/schema/briefs.server.ts';
import { conversations, messages, reports } from '#db/schema/conversations.server.ts';
import { designers } from '#db/schema/designers.server.ts';
import { people } from '#db/schema/people.server.ts';
import { pieces } from '#db/schema/portfolios.server.ts';
import { reviews } from '#db/schema/reviews.server.ts';
import type { Message } from '../conversations/conversation.ts';
import { messageColumns } from '../conversations/queries.server.ts';
import { NotFound } from '../errors.ts';
import { isUuid } from '../ids.ts';
import { PAGE_SIZE, type PageOf, type Seek } from '../paging.ts';
import type { Person } from '../people/rules.ts';
import { byMoment, listIn } from '../seek.server.ts';
import type { ReportState, ReportSubject } from './rules.ts';

const reporter = alias(people, 'reporter');
const decider = alias(people, 'decider');
const columns = {
  ...{ id: reports.id, subject: reports.subject, subjectId: reports.subjectId, state: reports.state },
  ...{ ground: reports.ground, body: reports.body, createdAt: reports.createdAt },
  ...{ decision: reports.decision, decidedAt: reports.decidedAt },
  person: { id: people.id, name: people.name },
  reporter: { id: reporter.id, name: reporter.name },
  decider: decider.name,
};
const read = (db: Db) =>
  db
    .select(columns)
    .from(reports)
    .innerJoin(people, eq(people.id, reports.personId))
    .innerJoin(reporter, eq(reporter.id, reports.reporterId))
    .leftJoin(decider, eq(decider.id, reports.decidedBy));
export type Report = Awaited<ReturnType<typeof read>>[number];

const NEWEST_FIRST = byMoment<Report>(
  { key: reports.createdAt, id: reports.id },
  ({ createdAt }) => createdAt,
);

/** A page of reports, the newest first. */
export async function listReports(
  db: Db,
  state: ReportState | undefined,
  wanted: Seek,
): Promise<PageOf<Report>> {
  const { where, orderBy, page } = listIn(NEWEST_FIRST, wanted);
  const rows = await read(db)
    .where(and(state && eq(reports.state, state), where))
    .orderBy(...orderBy)
    .limit(PAGE_SIZE + 1);
  return page(rows);
}

/** One report. Throws NotFound. */
export async function getReport(db: Db, id: string | undefined): Promise<Report> {
  const [report] = isUuid(id) ? await read(db).where(eq(reports.id, id)) : [];
  if (!report) throw new NotFound('There is no such report.');
  return report;
}

/** What the viewer has last reported of something, and what came of it; null when nothing. */
export async function lastReport(
  db: Db,
  viewer: Person,
  { subject, subjectId }: { subject: ReportSubject; subjectId: string },
) {
  const mine = and(
    ...[eq(reports.reporterId, viewer.id), eq(reports.subject, subject), eq(reports.subjectId, subjectId)],
  );
  const [last] = await db
    .select({ state: reports.state, createdAt: reports.createdAt, decision: reports.decision })
    .from(reports)
    .where(mine)
    .orderBy(desc(reports.createdAt))
    .limit(1);
  return last ?? null;
}

/** What was reported, as it is now: what it says, and where it stands when it is still there. */
export type Reported = { title: string; text: string; href: string | null };

const FIND: Record<Exclude<ReportSubject, 'message'>, (db: Db, id: string) => Promise<Reported[]>> = {
  person: (db, id) =>
    db
      .select({
        ...{ title: people.name, text: sql<string>`coalesce(${designers.bio}, '')` },
        href: sql<string>`'/admin/users/' || ${people.id}`,
      })
      .from(people)
      .leftJoin(designers, eq(designers.personId, people.id))
      .where(eq(people.id, id)),
  brief: (db, id) =>
    db
      .select({ title: briefs.title, text: briefs.blurb, href: sql<string>`'/briefs/' || ${briefs.id}` })
      .from(briefs)
      .where(eq(briefs.id, id)),
  piece: (db, id) =>
    db
      .select({ title: pieces.title, text: pieces.about, href: sql<string>`'/covers/' || ${pieces.id}` })
      .from(pieces)
      .where(eq(pieces.id, id)),
  review: (db, id) =>
    db
      .select({ title: sql<string>`'A review'`, text: reviews.body, href: sql<null>`null` })
      .from(reviews)
      .where(eq(reviews.id, id)),
};

/** What was reported; null for what is there no more, and for messages, which are read with what stands around them. */
export async function getReported(db: Db, { subject, subjectId }: Report): Promise<Reported | null> {
  if (subject === 'message') return null;
  const [found] = await FIND[subject](db, subjectId);
  return found ?? null;
}

/** How much of a conversation staff read before and after a message that was reported. */
const AROUND = 5;

/** A reported message with some of what was said around it: as much as it takes to judge it, and no more. */
export async function messagesAround(db: Db, messageId: string): Promise<Message[]> {
  const [told] = await db.select().from(messages).where(eq(messages.id, messageId));
  if (!told) return [];
  const { conversationId, createdAt } = told;
  const of = eq(messages.conversationId, conversationId);
  const read = (where: ReturnType<typeof eq>) =>
    db.select(messageColumns).from(messages).where(and(of, where));
  const before = await read(lt(messages.createdAt, createdAt))
    .orderBy(desc(messages.createdAt))
    .limit(AROUND);
  const after = await read(gte(messages.createdAt, createdAt))
    .orderBy(messages.createdAt)
    .limit(AROUND + 1);
  return [...before.toReversed(), ...after];
}

/** The two who said them. */
export async function speakersOf(db: Db, messageId: string) {
  const [names] = await db
    .select({
      publisher: { id: people.id, name: people.name },
      designer: { id: designers.personId, name: designers.name },
    })
    .from(messages)
    .innerJoin(conversations, eq(conversations.id, messages.conversationId))
    .innerJoin(people, eq(people.id, conversations.publisherId))
    .innerJoin(designers, eq(designers.personId, conversations.designerId))
    .where(eq(messages.id, messageId));
  if (!names) throw new NotFound('That message is there no more.');
  return names;
}
