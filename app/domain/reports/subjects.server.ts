/** What can be reported, and by whom: whatever they can see that is somebody else's. */
import { and, eq, isNotNull, isNull, or, sql } from 'drizzle-orm';
import type { Db } from '#db/client.server.ts';
import { briefs } from '#db/schema/briefs.server.ts';
import { conversations, messages } from '#db/schema/conversations.server.ts';
import { designers } from '#db/schema/designers.server.ts';
import { people } from '#db/schema/people.server.ts';
import { pieces } from '#db/schema/portfolios.server.ts';
import { projects } from '#db/schema/projects.server.ts';
import { reviews } from '#db/schema/reviews.server.ts';
import { mayRead } from '../briefs/queries.server.ts';
import { isParty } from '../conversations/queries.server.ts';
import { visible } from '../covers/queries.server.ts';
import { NotFound } from '../errors.ts';
import { isUuid } from '../ids.ts';
import type { Person } from '../people/rules.ts';
import { REPORT_SUBJECTS, type ReportSubject } from './rules.ts';

/** Something that can be reported: what it is called, whose it is, and where the viewer came from. */
export type Reportable = {
  subject: ReportSubject;
  subjectId: string;
  personId: string;
  personName: string;
  title: string;
  back: string;
};
type Found = Omit<Reportable, 'subject' | 'subjectId'>;
type Find = (db: Db, viewer: Person, id: string) => Promise<Found[]>;

const whose = { personId: people.id, personName: people.name };
const words = (text: string) => sql<string>`${text}::text`;

/** Designers who are public, and the other side of one's conversations. */
const person: Find = (db, viewer, id) => {
  const shown = sql`(select 1 from ${designers} d where d.person_id = ${people.id} and not d.hidden)`;
  const talks = db
    .select({ id: sql`1` })
    .from(conversations)
    .where(
      and(isParty(viewer), sql`${people.id} in (${conversations.publisherId}, ${conversations.designerId})`),
    );
  return db
    .select({
      ...whose,
      title: people.name,
      back: sql<string>`coalesce((select '/designers/' || d.slug from ${designers} d
        where d.person_id = ${people.id} and not d.hidden), '/messages')`,
    })
    .from(people)
    .where(and(eq(people.id, id), or(sql`exists ${shown}`, sql`exists ${talks}`)));
};

const message: Find = (db, viewer, id) =>
  db
    .select({
      ...whose,
      title: words('A message'),
      back: sql<string>`'/messages/' || ${conversations.id} || '#m-' || ${messages.id}`,
    })
    .from(messages)
    .innerJoin(conversations, eq(conversations.id, messages.conversationId))
    .innerJoin(people, eq(people.id, messages.authorId))
    .where(and(eq(messages.id, id), isParty(viewer)));

const brief: Find = (db, viewer, id) =>
  db
    .select({ ...whose, title: briefs.title, back: sql<string>`'/briefs/' || ${briefs.id}` })
    .from(briefs)
    .innerJoin(people, eq(people.id, briefs.ownerId))
    .where(and(eq(briefs.id, id), mayRead(viewer)));

const piece: Find = (db, _viewer, id) =>
  db
    .select({ ...whose, title: pieces.title, back: sql<string>`'/covers/' || ${pieces.id}` })
    .from(pieces)
    .innerJoin(designers, eq(designers.personId, pieces.designerId))
    .innerJoin(people, eq(people.id, pieces.designerId))
    .where(and(eq(pieces.id, id), visible));

const review: Find = (db, _viewer, id) =>
  db
    .select({
      ...{ ...whose, title: projects.title },
      back: sql<string>`coalesce((select '/designers/' || d.slug || '/reviews' from ${designers} d
        where d.person_id = ${reviews.personId} and not d.hidden), '/briefs')`,
    })
    .from(reviews)
    .innerJoin(projects, eq(projects.id, reviews.projectId))
    .innerJoin(people, eq(people.id, reviews.authorId))
    .where(and(eq(reviews.id, id), isNotNull(reviews.shownAt)));

const FIND: Record<ReportSubject, Find> = { person, message, brief, piece, review };

const NOTHING = 'There is no such thing to report, or it is your own.';

/** What the viewer would report. Throws NotFound for what they cannot see, and for what is their own. */
export async function getReportable(
  db: Db,
  viewer: Person,
  kind: string | undefined,
  id: string | undefined,
): Promise<Reportable> {
  const subject = REPORT_SUBJECTS.find((one) => one === kind);
  const [found] = subject && isUuid(id) ? await FIND[subject](db, viewer, id) : [];
  if (!subject || !found || found.personId === viewer.id) throw new NotFound(NOTHING);
  return { ...found, subject, subjectId: String(id) };
}

/** Whoever decides: all of staff that is there. */
export const listStaff = async (db: Db): Promise<string[]> => {
  const staff = await db
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.role, 'admin'), isNull(people.suspendedAt)));
  return staff.map(({ id }) => id);
};
