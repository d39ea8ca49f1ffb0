/** Who may move a project now, for every command that does; and the first move, which is starting work. */
import { eq } from 'drizzle-orm';
import type { Db } from '#db/client.server.ts';
import { projects } from '#db/schema/projects.server.ts';
import type { Queue } from '../../jobs/queue.server.ts';
import { Conflict, Forbidden } from '../errors.ts';
import { announce } from '../notifications/commands.server.ts';
import type { Person } from '../people/rules.ts';
import { after, mayMove, whyNot } from '../process.ts';
import { eventOf, partiesTold } from './milestones.server.ts';
import { projectParties, type Project } from './project.ts';
import { getProject, lockProject } from './queries.server.ts';
import { PROJECT, type ProjectMove } from './rules.ts';

/** Throws Conflict with where the project stands and what can be done instead, or Forbidden. */
export function checkProject(project: Project, name: ProjectMove): void {
  const parties = projectParties(project);
  if (mayMove(PROJECT, project.state, parties, name)) return;
  const { reason, message } = whyNot(PROJECT, project.state, parties, name);
  throw reason === 'forbidden' ? new Forbidden(message) : new Conflict(message);
}

/** The project, when its reader can move it this way now: for the page that asks first. */
export async function projectFor(
  db: Db,
  viewer: Person,
  id: string | undefined,
  name: ProjectMove,
): Promise<Project> {
  const project = await getProject(db, viewer, id);
  checkProject(project, name);
  return project;
}

/** The same in a transaction that makes the move: nobody else moves the project until it ends. */
export async function lockFor(
  tx: Db,
  viewer: Person,
  id: string | undefined,
  name: ProjectMove,
): Promise<Project> {
  const project = await lockProject(tx, viewer, id);
  checkProject(project, name);
  return project;
}

export type Act = { queue: Queue; now: Date };

/** The designer says that work has begun. */
export async function startWork(
  tx: Db,
  viewer: Person,
  id: string | undefined,
  { queue, now }: Act,
): Promise<void> {
  await beginWork(tx, queue, await lockFor(tx, viewer, id, 'start'), now);
}

/** Begins a project that is locked. Whoever delivers before saying so has begun as well. */
export async function beginWork(tx: Db, queue: Queue, project: Project, now: Date): Promise<void> {
  if (project.state !== 'agreed') return;
  await tx
    .update(projects)
    .set({ state: after(PROJECT, project.state, 'start'), updatedAt: now })
    .where(eq(projects.id, project.id));
  const event = { type: 'project.started', actorId: project.designer.id, ...eventOf(project) } as const;
  await announce(tx, queue, event, partiesTold(project));
}
