/** Where something is done: a milestone, locked, with what somebody may do there. */
import type { Db } from '#db/client.server.ts';
import type { Queue } from '../../jobs/queue.server.ts';
import type { Person } from '../people/rules.ts';
import { checkMilestone } from '../projects/milestones.server.ts';
import type { Project, ProjectMilestone } from '../projects/project.ts';
import { getProject, lockProject } from '../projects/queries.server.ts';
import type { MilestoneMove, MilestoneParty } from '../projects/rules.ts';
import { milestoneIn } from './queries.server.ts';

/** What an address says. */
export type Address = { projectId?: string | undefined; kind?: string | undefined };
export type Act = { queue: Queue; now: Date };
export type Place = { project: Project; milestone: ProjectMilestone };

export const milestoneParties = ({ side }: Pick<Project, 'side'>): MilestoneParty[] =>
  side === 'staff' ? [] : [side];

/** A milestone for whoever may read its project. Throws NotFound. */
export async function placeAt(db: Db, viewer: Person, { projectId, kind }: Address): Promise<Place> {
  const project = await getProject(db, viewer, projectId);
  return { project, milestone: milestoneIn(project, kind) };
}

/** The same, where its reader can make this move now. Throws NotFound, Forbidden, or Conflict with where it stands. */
export async function placeFor(db: Db, viewer: Person, at: Address, move: MilestoneMove): Promise<Place> {
  return checked(await placeAt(db, viewer, at), move);
}

/** The same in a transaction that makes it: nobody else moves the project until it ends. */
export async function lockPlace(tx: Db, viewer: Person, at: Address, move: MilestoneMove): Promise<Place> {
  const project = await lockProject(tx, viewer, at.projectId);
  return checked({ project, milestone: milestoneIn(project, at.kind) }, move);
}

function checked(place: Place, move: MilestoneMove): Place {
  checkMilestone(place.project, place.milestone.kind, milestoneParties(place.project), move);
  return place;
}
