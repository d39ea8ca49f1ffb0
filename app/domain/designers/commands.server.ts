import { and, eq } from 'drizzle-orm';
import type { Db } from '#db/client.server.ts';
import { designers } from '#db/schema/designers.server.ts';
import { Conflict } from '../errors.ts';
import { recordEvent } from '../events/commands.server.ts';
import type { Person } from '../people/rules.ts';
import type { DesignerProfile } from './rules.ts';

/**
 * Saves the viewer's own profile, in the caller's transaction. The slug stays: addresses do not change.
 * Throws Conflict when `version` is no longer the newest. → the slug.
 */
export async function changeProfile(
  db: Db,
  viewer: Person,
  { version, profile, now }: { version: number; profile: DesignerProfile; now: Date },
): Promise<string> {
  const { priceBand = null, ...rest } = profile;
  const [saved] = await db
    .update(designers)
    .set({ ...rest, priceBand, version: version + 1, updatedAt: now })
    .where(and(eq(designers.personId, viewer.id), eq(designers.version, version)))
    .returning({ slug: designers.slug });
  if (!saved) throw new Conflict('Your profile was changed while you were typing.');
  await recordEvent(db, { type: 'profile.changed', actorId: viewer.id, subjectId: viewer.id });
  return saved.slug;
}
