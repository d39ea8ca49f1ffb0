import { isDeepStrictEqual } from 'node:util';
import { eq } from 'drizzle-orm';
import type { Db } from '#db/client.server.ts';
import { designers } from '#db/schema/designers.server.ts';
import { Conflict, NotFound } from '../errors.ts';
import { recordEvent } from '../events/commands.server.ts';
import type { Person } from '../people/rules.ts';
import type { DesignerProfile } from './rules.ts';

/**
 * Changes the viewer's own profile, or a part of it, in the caller's transaction. The slug stays: addresses do not change.
 * What is stored already is no change, whatever the version, so that a second click harms nobody. Throws NotFound without one, and Conflict when `version` is no longer the newest. → the slug.
 */
export async function changeProfile(
  db: Db,
  viewer: Person,
  { version, profile, now }: { version: number; profile: Partial<DesignerProfile>; now: Date },
): Promise<string> {
  const mine = eq(designers.personId, viewer.id);
  const [own] = await db.select().from(designers).where(mine).for('no key update');
  if (!own) throw new NotFound('You have no designer profile.');
  if (isDeepStrictEqual({ ...own, ...profile }, own)) return own.slug;
  if (own.version !== version) throw new Conflict('Your profile was changed while you were typing.');
  await db
    .update(designers)
    .set({ ...profile, version: version + 1, updatedAt: now })
    .where(mine);
  await recordEvent(db, { type: 'profile.changed', actorId: viewer.id, subjectId: viewer.id });
  return own.slug;
}
