/** Changes the page count of a format of an awarded brief, for the project that works to it. */
import { eq, sql } from 'drizzle-orm';
import type { Db } from '#db/client.server.ts';
import { briefFormats, briefs } from '#db/schema/briefs.server.ts';
import { Conflict, Invalid } from '../errors.ts';
import { recordEvent } from '../events/commands.server.ts';
import { withPages, type PagesAnswers, type PagesChange } from './pages.ts';
import { getBriefForHouse } from './queries.server.ts';
import { keepSpecs } from './specs.server.ts';

type Change = PagesAnswers & {
  /** Of the brief, as it was when the change was shown. */
  version: number;
};

/** In the caller's transaction. Throws Conflict when the brief is another by now, or nothing would change; Invalid with the field. */
export async function changePages(
  tx: Db,
  briefId: string,
  actorId: string,
  { version, ...said }: Change,
): Promise<PagesChange> {
  await tx.select({ id: briefs.id }).from(briefs).where(eq(briefs.id, briefId)).for('update');
  const brief = await getBriefForHouse(tx, briefId);
  if (brief.version !== version)
    throw new Conflict(
      'The brief has changed since you opened this page. Open it again, and look at the new size.',
    );
  const judged = withPages(brief.details, said);
  if ('problems' in judged) {
    const [[field, [message]] = ['pages', []]] = Object.entries(judged.problems);
    throw new Invalid(message ?? 'This cannot be made', field);
  }
  const { change } = judged;
  const { id, pageCount, pagesFinal, spineMm } = change.format;
  if (id === null || change.words === null)
    throw new Conflict('The page count is so already: nothing was changed.');
  await tx.update(briefFormats).set({ pageCount, pagesFinal, spineMm }).where(eq(briefFormats.id, id));
  const after = { version: version + 1, details: change.details };
  await tx
    .update(briefs)
    .set({ version: after.version, updatedAt: sql`now()` })
    .where(eq(briefs.id, briefId));
  await keepSpecs(tx, briefId, after, { ...brief, since: brief.updatedAt });
  await recordEvent(tx, {
    ...{ type: 'brief.changed', actorId, subjectId: briefId, briefId },
    data: { version: after.version, stale: [change.words] },
  });
  return change;
}
