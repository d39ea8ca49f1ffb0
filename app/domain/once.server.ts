import { and, eq } from 'drizzle-orm';
import type { Database, Db } from '#db/client.server.ts';
import { formTokens } from '#db/schema/people.server.ts';
import type { Person } from './people/rules.ts';

/**
 * Runs `effect` at most once for a form: its token is inserted in the same transaction, so a second click,
 * a reload or a lost answer finds the first one's result. A token is the person's own, so it cannot be
 * burnt by anyone else. → where the first run led, and whether this was a repeat.
 */
export async function once(
  db: Database,
  viewer: Person,
  token: string,
  effect: (tx: Db) => Promise<string>,
): Promise<{ location: string; repeated: boolean }> {
  return db.transaction(async (tx) => {
    const mine = and(eq(formTokens.personId, viewer.id), eq(formTokens.token, token));
    // A rival with the same token waits here until the first has committed or rolled back.
    const inserted = await tx
      .insert(formTokens)
      .values({ personId: viewer.id, token })
      .onConflictDoNothing()
      .returning({ token: formTokens.token });
    if (inserted.length === 0) {
      const [first] = await tx.select({ location: formTokens.location }).from(formTokens).where(mine);
      return { location: first?.location ?? '/', repeated: true };
    }
    const location = await effect(tx);
    await tx.update(formTokens).set({ location }).where(mine);
    return { location, repeated: false };
  });
}
