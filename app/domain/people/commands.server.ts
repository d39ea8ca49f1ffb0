import { and, eq, like, lt, ne, or } from 'drizzle-orm';
import type { Db } from '#db/client.server.ts';
import { designers } from '#db/schema/designers.server.ts';
import { formTokens, people } from '#db/schema/people.server.ts';
import { slugOf } from '../designers/rules.ts';
import { Forbidden } from '../errors.ts';
import { recordEvent } from '../events/commands.server.ts';
import { findPersonBySubject } from './queries.server.ts';
import type { PersonDetails } from './details.ts';
import type { Person, Role } from './rules.ts';
import { sweepSessions } from './sessions.server.ts';

export type Introduction = {
  subject: string;
  role: Role;
  name: string;
  email: string;
  timeZone?: string;
  /** Set by an identity provider, which with them vouches for the e-mail address. */
  providerGroups?: string[];
};

/**
 * The person an identity names, created at first sight. The role counts only then: afterwards the stored
 * one does. What a provider vouches for is taken over each time. Throws Forbidden when the person is suspended.
 */
export async function meetPerson(db: Db, introduction: Introduction): Promise<Person> {
  const known = await findPersonBySubject(db, introduction.subject);
  if (known) return takeOver(db, known, introduction);
  await db.transaction(async (tx) => {
    const [created] = await tx
      .insert(people)
      .values({ ...introduction, welcomeStep: introduction.role === 'newcomer' ? 'role' : null })
      .onConflictDoNothing()
      .returning({ id: people.id });
    if (!created) return;
    if (introduction.role === 'designer') await openProfile(tx, created.id, introduction.name);
    await recordEvent(tx, { type: 'person.first_seen', actorId: created.id, subjectId: created.id });
  });
  const met = await findPersonBySubject(db, introduction.subject);
  if (!met) throw new Forbidden(await whySuspended(db, introduction.subject));
  return met;
}

/** What the provider knows better than we do: the address it has confirmed, and its groups. */
async function takeOver(db: Db, known: Person, { email, providerGroups }: Introduction): Promise<Person> {
  if (!providerGroups) return known;
  await db.transaction(async (tx) => {
    await tx.update(people).set({ email, providerGroups }).where(eq(people.id, known.id));
    if (email !== known.email)
      // Which, and not from what: the log is never altered, and an address has to be erasable.
      await recordEvent(tx, {
        ...{ type: 'person.changed', actorId: known.id, subjectId: known.id },
        data: { changed: ['email'] },
      });
  });
  return { ...known, email };
}

async function whySuspended(db: Db, subject: string): Promise<string> {
  const [row] = await db
    .select({ reason: people.suspendedReason })
    .from(people)
    .where(eq(people.subject, subject));
  // A reason that ends a sentence of its own ends ours as well.
  const stop = /[.!?…]$/.test(row?.reason ?? '') ? '' : '.';
  const reason = row?.reason ? ` We gave this reason: “${row.reason}”${stop}` : '';
  return `This account is suspended.${reason} Write to us if you think that is wrong.`;
}

/** Gives a designer a profile with an address nobody else has: the name, or the name and a number. */
export async function openProfile(db: Db, personId: string, name: string): Promise<void> {
  const base = slugOf(name);
  const taken = await db.$count(designers, or(eq(designers.slug, base), like(designers.slug, `${base}-%`)));
  for (let n = taken + 1; ; n++) {
    const slug = n === 1 ? base : `${base}-${n}`;
    const inserted = await db
      .insert(designers)
      .values({ personId, slug, name })
      .onConflictDoNothing({ target: designers.slug })
      .returning({ slug: designers.slug });
    if (inserted.length > 0) return;
  }
}

/**
 * Changes what the viewer says of themselves, or a part of it, in the caller's transaction. What is stored already
 * is no change. The e-mail address belongs to the identity provider.
 */
export async function changePerson(db: Db, viewer: Person, said: Partial<PersonDetails>): Promise<void> {
  const fields = Object.keys(said) as (keyof PersonDetails)[];
  const differs = or(...fields.map((field) => ne(people[field], said[field] ?? '')));
  const changed = await db
    .update(people)
    .set(said)
    .where(and(eq(people.id, viewer.id), differs))
    .returning({ id: people.id });
  if (changed.length === 0) return;
  await recordEvent(db, {
    ...{ type: 'person.changed', actorId: viewer.id, subjectId: viewer.id },
    data: { changed: fields },
  });
}

/** A form that was shown longer ago than this is not sent again by anyone's Back button. */
const TOKEN_DAYS = 30;

/** Deletes what has run out: ended sessions, and the tokens of forms from long ago. */
export async function sweepExpired(db: Db, now: Date): Promise<void> {
  await sweepSessions(db, now);
  const old = new Date(now.getTime() - TOKEN_DAYS * 24 * 3600 * 1000);
  await db.delete(formTokens).where(lt(formTokens.createdAt, old));
}
