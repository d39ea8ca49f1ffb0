/** A book has another page count than was agreed: its print specification follows, and what was made to the one before is out of date. */
import { and, count, eq, sql } from 'drizzle-orm';
import type { Db } from '#db/client.server.ts';
import { events } from '#db/schema/events.server.ts';
import { milestones, projects } from '#db/schema/projects.server.ts';
import type { BriefDetails } from '../briefs/form.ts';
import { changePages } from '../briefs/pages.server.ts';
import type { PagesAnswers } from '../briefs/pages.ts';
import { getBriefForHouse } from '../briefs/queries.server.ts';
import { Conflict, Forbidden } from '../errors.ts';
import { recordEvent } from '../events/commands.server.ts';
import { announce } from '../notifications/commands.server.ts';
import type { Person } from '../people/rules.ts';
import { after, mayMove } from '../process.ts';
import { eventOf, partiesTold } from './milestones.server.ts';
import type { Act } from './moves.server.ts';
import type { Project, ProjectMilestone } from './project.ts';
import { getProject, lockProject } from './queries.server.ts';
import { isUnderWay, MILESTONE, PROJECT_STATES, stageOf, type MilestoneKind } from './rules.ts';

/** A project whose publisher may change its pages now, with what its brief asks for. Throws Conflict, Forbidden, NotFound. */
export async function pagedProject(
  db: Db,
  viewer: Person,
  id: string | undefined,
): Promise<{ project: Project; version: number; details: BriefDetails }> {
  const project = await getProject(db, viewer, id);
  checkPaged(project);
  const { version, details } = await getBriefForHouse(db, project.briefId);
  return { project, version, details };
}

function checkPaged(project: Project): void {
  if (project.side !== 'publisher') throw new Forbidden('Only its publisher can change the page count.');
  if (!isUnderWay(project))
    throw new Conflict(
      `This project is ${PROJECT_STATES[project.state].toLowerCase()} now: its page count stands.`,
    );
}

/** What was made to a specification that does not stand any more, if it changes now. */
export const outdatedBy = ({ milestones: all }: Pick<Project, 'milestones'>): ProjectMilestone[] =>
  all.filter(
    ({ kind, state }) =>
      mayMove(MILESTONE, state, ['house'], 'outdate') &&
      // Hand-over packs what was made before; once it is approved, the project is over.
      (kind === 'wrap' || kind === 'handover'),
  );

/** Changes the page count. → in a sentence, what changed. Throws Conflict, Forbidden, Invalid with the field, NotFound. */
export async function changePageCount(
  tx: Db,
  viewer: Person,
  id: string | undefined,
  said: PagesAnswers & { version: number },
  { queue, now }: Act,
): Promise<void> {
  const project = await lockProject(tx, viewer, id);
  checkPaged(project);
  const { words, resizes } = await changePages(tx, project.briefId, viewer.id, said);
  await tx.update(projects).set({ updatedAt: now }).where(eq(projects.id, project.id));
  const event = {
    type: 'project.pages_changed',
    actorId: viewer.id,
    ...eventOf(project, { change: words }),
  } as const;
  const stale = resizes ? outdatedBy(project) : [];
  // What goes out of date by it is told instead: that says what to do.
  if (stale.length > 0) await recordEvent(tx, event);
  else await announce(tx, queue, event, partiesTold(project));
  if (resizes) await outdate(tx, queue, project, { stale, actorId: viewer.id });
}

async function outdate(
  tx: Db,
  queue: Act['queue'],
  project: Project,
  { stale, actorId }: { stale: readonly ProjectMilestone[]; actorId: string },
): Promise<void> {
  for (const { id, kind, state } of stale) {
    await tx
      .update(milestones)
      .set({ state: after(MILESTONE, state, 'outdate'), clockAt: null })
      .where(eq(milestones.id, id));
    // Counted, so that both know how often it was made anew.
    const data = { kind, number: (await timesOutdated(tx, project.id, kind)) + 1 };
    const event = { type: 'milestone.outdated', actorId, ...eventOf(project, data) } as const;
    await announce(tx, queue, event, partiesTold(project));
  }
  const kinds = new Set(stale.map(({ kind }) => kind));
  const stage = stageOf(
    project.milestones.map((one) => (kinds.has(one.kind) ? { ...one, state: 'stale' } : one)),
  );
  if (stage && project.state !== 'agreed')
    await tx.update(projects).set({ state: stage }).where(eq(projects.id, project.id));
}

/** How often a milestone has been made out of date before. */
export async function timesOutdated(db: Db, projectId: string, kind: MilestoneKind): Promise<number> {
  const [row] = await db
    .select({ n: count() })
    .from(events)
    .where(
      and(
        ...[eq(events.projectId, projectId), eq(events.type, 'milestone.outdated')],
        sql`${events.data} ->> 'kind' = ${kind}`,
      ),
    );
  return row?.n ?? 0;
}
