/** What becomes of what is left open when a project ends, in whichever way. */
import { and, eq } from 'drizzle-orm';
import type { Db } from '#db/client.server.ts';
import { amendments } from '#db/schema/projects.server.ts';
import { after } from '../process.ts';
import { AMENDMENT } from './rules.ts';

/** What was proposed and not decided is nothing any more when the project is over. */
export async function lapseAmendments(tx: Db, projectId: string, now: Date): Promise<void> {
  await tx
    .update(amendments)
    .set({ state: after(AMENDMENT, 'proposed', 'lapse'), decidedAt: now })
    .where(and(eq(amendments.projectId, projectId), eq(amendments.state, 'proposed')));
}
