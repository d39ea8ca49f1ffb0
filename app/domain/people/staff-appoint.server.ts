import { asc, eq, sql } from 'drizzle-orm';
import type { Db } from '#db/client.server.ts';
import { people } from '#db/schema/people.server.ts';
import { Invalid } from '../errors.ts';
import { recordEvent } from '../events/commands.server.ts';
import { setRole } from './staff.server.ts';

export type Appointee = { email: string } | { subject: string };

/**
 * Makes somebody staff on the word of whoever runs the house, not of other staff: how the first one comes to be.
 * → what was done, as a sentence. Throws Invalid when it is not clear who is meant, or they are suspended.
 */
export async function appointStaff(db: Db, appointee: Appointee): Promise<string> {
  return db.transaction(async (tx) => {
    const [person, other] = await tx
      .select({
        ...{ id: people.id, name: people.name, email: people.email, role: people.role },
        suspended: sql<boolean>`${people.suspendedAt} is not null`,
      })
      .from(people)
      .where(whereOf(appointee))
      .orderBy(asc(people.id))
      .limit(2)
      .for('no key update');
    const said = 'email' in appointee ? appointee.email : appointee.subject;
    if (!person) throw new Invalid(`Nobody here is ${said}. They must have signed in once before.`);
    if (other)
      throw new Invalid(`More than one person has the e-mail ${said}. Name one of them with --subject.`);
    const who = `${person.name} <${person.email}>`;
    if (person.suspended) throw new Invalid(`${who} is suspended. Other staff can reinstate them.`);
    if (person.role === 'admin') return `${who} is staff already.`;
    await setRole(tx, person, 'admin');
    await recordEvent(tx, {
      ...{ type: 'person.role_changed', actorId: null, subjectId: person.id },
      data: { before: person.role, after: 'admin', reason: 'Appointed on the command line' },
    });
    return `${who} is staff now.`;
  });
}

/** Providers keep the case in which somebody typed their e-mail; people do not remember it. */
const whereOf = (appointee: Appointee) =>
  'email' in appointee
    ? sql`lower(${people.email}) = lower(${appointee.email})`
    : eq(people.subject, appointee.subject);
