import type { Db } from '../client.server.ts';
import { slugOf } from '../../app/domain/designers/rules.ts';
import { designers } from '../schema/designers.server.ts';
import { people } from '../schema/people.server.ts';
import { catalogueDesigners, cataloguePublishers, catalogueStaff } from './catalogue/index.server.ts';
import { daysFrom } from './days.server.ts';

/** Subjects to ids of people. */
export type Ids = Map<string, string>;

/** Writes everyone in the catalogue, and the designers' profiles. → the id of each subject. */
export async function seedPeople(db: Db, now: Date): Promise<Ids> {
  const everyone = [
    ...catalogueStaff.map((person) => ({ ...person, role: 'admin' as const, joined: 500 })),
    ...cataloguePublishers.map((person) => ({ ...person, role: 'hiring_user' as const, joined: 400 })),
    ...catalogueDesigners.map((person) => ({
      ...person,
      role: 'designer' as const,
      joined: person.joinedDaysAgo,
    })),
  ];
  const rows = await db
    .insert(people)
    .values(
      everyone.map(({ subject, role, name, email, timeZone, joined }) => ({
        ...{ subject, role, name, email, timeZone },
        createdAt: daysFrom(now, -joined),
      })),
    )
    .returning({ id: people.id, subject: people.subject });
  const ids: Ids = new Map(rows.map(({ id, subject }) => [subject, id]));

  await db.insert(designers).values(
    catalogueDesigners.map(({ subject, email: _email, timeZone: _zone, joinedDaysAgo, ...profile }) => ({
      ...profile,
      personId: idOf(ids, subject),
      slug: slugOf(profile.name),
      createdAt: daysFrom(now, -joinedDaysAgo),
    })),
  );
  return ids;
}

/** The id of a subject; the catalogue's own test keeps every reference whole. */
export function idOf(ids: Ids, subject: string): string {
  const id = ids.get(subject);
  if (!id) throw new Error(`the catalogue names ${subject}, who is not in it`);
  return id;
}
