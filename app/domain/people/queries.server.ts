import { and, eq, isNull } from 'drizzle-orm';
import type { Db } from '#db/client.server.ts';
import { people } from '#db/schema/people.server.ts';
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
  organisation: people.organisation,
  welcomeStep: people.welcomeStep,
};

/** The person an identity provider calls `subject`, or null. Suspended people are nobody. */
export async function findPersonBySubject(db: Db, subject: string): Promise<Person | null> {
  const [person] = await db
    .select(personColumns)
    .from(people)
    .where(and(eq(people.subject, subject), isNull(people.suspendedAt)));
  return person ?? null;
}
