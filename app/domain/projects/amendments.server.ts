/** Changes of what was agreed: one side proposes them, and they are true when the other accepts. */
import { and, desc, eq } from 'drizzle-orm';
import type { Db } from '#db/client.server.ts';
import { amendments, milestones, projects } from '#db/schema/projects.server.ts';
import { Conflict, Forbidden, NotFound } from '../errors.ts';
import type { EventType } from '../events/rules.ts';
import { announce } from '../notifications/commands.server.ts';
import type { NoticeType } from '../notifications/rules.ts';
import type { Person } from '../people/rules.ts';
import { after, whyNot } from '../process.ts';
import { changesOf, isOvertaken, openKinds, type AmendmentAnswers } from './amendment-form.ts';
import { amended } from './amendment-words.ts';
import { amendmentMovesFor, amendmentParties, mayAmend } from './amendment.ts';
import { eventOf, partiesTold } from './milestones.server.ts';
import type { Act } from './moves.server.ts';
import type { Project } from './project.ts';
import { getProject, lockProject } from './queries.server.ts';
import { AMENDMENT, PROJECT_STATES, type AmendmentMove } from './rules.ts';

/** Every amendment of a project, the last first. Whoever asks has read the project. */
export const amendmentsOf = (db: Db, projectId: string) =>
  db.select().from(amendments).where(eq(amendments.projectId, projectId)).orderBy(desc(amendments.number));
type StoredAmendment = Awaited<ReturnType<typeof amendmentsOf>>[number];

/** The project, when its reader may propose a change of it now. Throws Conflict, Forbidden, NotFound. */
export async function amendableProject(db: Db, viewer: Person, id: string | undefined): Promise<Project> {
  const project = await getProject(db, viewer, id);
  checkAmendable(project);
  return project;
}

function checkAmendable(project: Project): void {
  if (project.side === 'staff')
    throw new Forbidden('Only its designer or its publisher can do that with this project.');
  if (!mayAmend(project))
    throw new Conflict(
      `This project is ${PROJECT_STATES[project.state].toLowerCase()} now: what was agreed stands.`,
    );
}

/** Proposes a change. What it changes is judged against the terms as they are when its turn comes. → its number. */
export async function proposeAmendment(
  tx: Db,
  viewer: Person,
  id: string | undefined,
  said: AmendmentAnswers,
  { queue, now }: Act,
): Promise<number> {
  const project = await lockProject(tx, viewer, id);
  checkAmendable(project);
  if (project.side === 'staff') throw new Error('staff propose nothing');
  const [last] = await amendmentsOf(tx, project.id);
  const number = (last?.number ?? 0) + 1;
  const { scope, reason } = said;
  const { changes, before } = changesOf(project, said);
  if (Object.keys(changes).length === 0 && scope === '')
    throw new Conflict('The terms are so already: there is nothing left to propose.');
  await tx.insert(amendments).values({
    ...{ projectId: project.id, number, author: project.side },
    ...{ changes, before, scope, reason, createdAt: now },
  });
  await tx.update(projects).set({ updatedAt: now }).where(eq(projects.id, project.id));
  await tell(tx, queue, project, viewer, 'amendment.proposed', { number, changes, before, scope, reason });
  return number;
}

/** A project with one of its amendments, when its reader can move that now. Throws Conflict, Forbidden, NotFound. */
export async function amendmentFor(
  db: Db,
  project: Project,
  number: string | undefined,
  name: AmendmentMove,
): Promise<StoredAmendment> {
  const [found] = /^\d{1,4}$/.test(number ?? '')
    ? await db
        .select()
        .from(amendments)
        .where(and(eq(amendments.projectId, project.id), eq(amendments.number, Number(number))))
    : [];
  if (!found) throw new NotFound('There is no such amendment.');
  if (amendmentMovesFor(project, found).includes(name)) return found;
  if (name === 'accept' && found.state === 'proposed' && isOvertaken(project.terms, found.before))
    throw new Conflict(
      'The terms have changed since this was proposed. Reject it, and propose anew what you both want.',
    );
  const { reason, message } = whyNot(AMENDMENT, found.state, amendmentParties(project, found), name);
  throw reason === 'forbidden' ? new Forbidden(message) : new Conflict(message);
}

const EVENTS = {
  accept: 'amendment.accepted',
  reject: 'amendment.rejected',
  withdraw: 'amendment.withdrawn',
} as const satisfies Record<Exclude<AmendmentMove, 'lapse'>, EventType>;
export type AmendmentAct = keyof typeof EVENTS;

/** Accepts, rejects or withdraws an amendment. Throws Conflict, Forbidden, NotFound. */
export async function decideAmendment(
  tx: Db,
  viewer: Person,
  id: string | undefined,
  { number, name }: { number: string | undefined; name: AmendmentAct },
  { queue, now }: Act,
): Promise<void> {
  const project = await lockProject(tx, viewer, id);
  const amendment = await amendmentFor(tx, project, number, name);
  await tx
    .update(amendments)
    .set({ state: after(AMENDMENT, amendment.state, name), decidedAt: now })
    .where(eq(amendments.id, amendment.id));
  await tx.update(projects).set({ updatedAt: now }).where(eq(projects.id, project.id));
  if (name === 'accept') await apply(tx, project, amendment);
  const { changes, before, scope } = amendment;
  await tell(tx, queue, project, viewer, EVENTS[name], { number: amendment.number, changes, before, scope });
}

/** Makes an accepted change true. What is approved by now keeps its date: it is past. */
async function apply(tx: Db, project: Project, { changes }: StoredAmendment): Promise<void> {
  const { dates = {}, ...rest } = changes;
  const open = openKinds(project).filter((kind) => dates[kind] !== undefined);
  const moved = Object.fromEntries(open.map((kind) => [kind, dates[kind]]));
  const terms = amended(project.terms, { ...rest, dates: moved });
  await tx.update(projects).set({ terms }).where(eq(projects.id, project.id));
  for (const kind of open)
    await tx
      .update(milestones)
      .set({ dueOn: dates[kind] ?? null })
      .where(and(eq(milestones.projectId, project.id), eq(milestones.kind, kind)));
}

const tell = (
  tx: Db,
  queue: Act['queue'],
  project: Project,
  viewer: Person,
  type: NoticeType,
  data: Record<string, unknown>,
): Promise<void> =>
  announce(tx, queue, { type, actorId: viewer.id, ...eventOf(project, data) }, partiesTold(project));
