import { and, eq, gt, isNull } from 'drizzle-orm';
import type { Db } from '#db/client.server.ts';
import { people, sessions } from '#db/schema/people.server.ts';
import type { Person } from './rules.ts';

/** The columns the rest of the house may see of a person. */
export const personColumns = {
  id: people.id,
  subject: people.subject,
  role: people.role,
  name: people.name,
  email: people.email,
  timeZone: people.timeZone,
  locale: people.locale,
};

/** The person an identity provider calls `subject`, or null. Suspended people are nobody. */
export async function findPersonBySubject(db: Db, subject: string): Promise<Person | null> {
  const [person] = await db
    .select(personColumns)
    .from(people)
    .where(and(eq(people.subject, subject), isNull(people.suspendedAt)));
  return person ?? null;
}

/** The person behind a live session, or null. Role and suspension are read anew at each request. */
export async function findPersonBySession(db: Db, idHash: string, now: Date): Promise<Person | null> {
  const [person] = await db
    .select(personColumns)
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .where(and(eq(sessions.idHash, idHash), gt(sessions.expiresAt, now), isNull(people.suspendedAt)));
  return person ?? null;
}
