/** A designer puts a delivery together: adds files, says what each is, takes some out, and delivers it. */
import { and, eq, sql } from 'drizzle-orm';
import type { Db } from '#db/client.server.ts';
import { deliveries, deliveryFiles, handovers } from '#db/schema/deliveries.server.ts';
import { milestones, projects } from '#db/schema/projects.server.ts';
import type { Queue } from '../../jobs/queue.server.ts';
import { Conflict, Invalid, NotFound } from '../errors.ts';
import { recordEvent } from '../events/commands.server.ts';
import { addFile, removeFile, type NewFile } from '../files/commands.server.ts';
import { isUuid } from '../ids.ts';
import { announce } from '../notifications/commands.server.ts';
import type { Person } from '../people/rules.ts';
import { eventOf, partiesTold, setClock } from '../projects/milestones.server.ts';
import { beginWork } from '../projects/moves.server.ts';
import { silenceOf } from '../projects/silence.ts';
import {
  problemsOf,
  renewed,
  usualSpec,
  type Delivery,
  type DraftFile,
  type DraftProblem,
  type DraftTyped,
} from './delivery.ts';
import { lockPlace, type Act, type Address, type Place } from './place.server.ts';
import { deliveriesOf, draftOf, latestSpecs } from './queries.server.ts';
import { isSeen, MOST_DELIVERED, usualRole } from './rules.ts';

/** What has to be mended before it can be delivered, each beside its field. */
export class Undeliverable extends Invalid {
  readonly problems: readonly DraftProblem[];
  constructor(problems: readonly DraftProblem[]) {
    super('This delivery is not ready.');
    this.problems = problems;
  }
}

/** Adds received files to the draft, and begins one if there is none. Throws Conflict when they are too many. */
export async function addToDraft(
  tx: Db,
  viewer: Person,
  at: Address,
  received: readonly NewFile[],
  { queue, now }: Act,
): Promise<void> {
  const place = await lockPlace(tx, viewer, at, 'deliver');
  const { project, milestone } = place;
  const draft = await draftFor(tx, place, now);
  const taken = draft.files.length;
  if (taken + received.length > MOST_DELIVERED)
    throw new Conflict(
      `A delivery holds ${MOST_DELIVERED} files, and this one has ${taken}. Pack some of them into a ZIP, or remove some.`,
    );
  const latest = await latestSpecs(tx, project.briefId);
  const specs = draft.files.map(({ spec }) => spec);
  const first = await nextPosition(tx, draft.id);
  for (const [at, file] of received.entries()) {
    const role = usualRole(milestone.kind, file.type);
    const spec = role === 'cover' ? usualSpec(milestone.kind, specs, latest) : null;
    specs.push(spec);
    await addFile(tx, queue, viewer.id, file);
    const row = { deliveryId: draft.id, fileId: file.id, position: first + at, role };
    await tx.insert(deliveryFiles).values({ ...row, coverSpecId: spec?.id ?? null });
    const told = eventOf(project, { kind: milestone.kind, file: file.name });
    await recordEvent(tx, { type: 'delivery.file_added', actorId: viewer.id, ...told });
  }
}

async function draftFor(tx: Db, { project, milestone }: Place, now: Date): Promise<Delivery> {
  const all = await deliveriesOf(tx, project, milestone.id);
  const draft = draftOf(all);
  if (draft) return draft;
  const number = (all[0]?.number ?? 0) + 1;
  const [row] = await tx
    .insert(deliveries)
    .values({ projectId: project.id, milestoneId: milestone.id, number, createdAt: now })
    .returning();
  if (!row) throw new Error('the delivery was not inserted');
  return { ...row, files: [], requests: [], questions: [], declared: null };
}

async function nextPosition(tx: Db, deliveryId: string): Promise<number> {
  const [row] = await tx
    .select({ next: sql<number>`coalesce(max(${deliveryFiles.position}), -1) + 1` })
    .from(deliveryFiles)
    .where(eq(deliveryFiles.deliveryId, deliveryId));
  return row?.next ?? 0;
}

async function lockDraft(tx: Db, viewer: Person, at: Address): Promise<Place & { draft: Delivery }> {
  const place = await lockPlace(tx, viewer, at, 'deliver');
  const draft = draftOf(await deliveriesOf(tx, place.project, place.milestone.id));
  if (!draft) throw new Conflict('There is no draft to change any more. It was delivered, or never begun.');
  return { ...place, draft };
}

/** Keeps what is said of a draft and its files, whatever is missing of it. What is now held against another format is checked again. */
export async function saveDraft(
  tx: Db,
  viewer: Person,
  at: Address,
  typed: DraftTyped,
  { queue }: Act,
): Promise<void> {
  const place = await lockDraft(tx, viewer, at);
  const { project, draft } = place;
  const latest = await latestSpecs(tx, project.briefId);
  await tx.update(deliveries).set({ note: typed.note }).where(eq(deliveries.id, draft.id));
  for (const file of draft.files) {
    const said = typed.files.find(({ id }) => id === file.id);
    if (said) await saveFile(tx, queue, file, said, latest);
  }
  if (!typed.declared) return;
  const { declared } = typed;
  await tx
    .insert(handovers)
    .values({ projectId: project.id, deliveryId: draft.id, declared })
    .onConflictDoUpdate({ target: [handovers.projectId, handovers.deliveryId], set: { declared } });
}

async function saveFile(
  tx: Db,
  queue: Queue,
  file: Delivery['files'][number],
  { role: wanted, specId, reason }: DraftFile,
  latest: Awaited<ReturnType<typeof latestSpecs>>,
): Promise<void> {
  // Only what can be looked at can be a cover.
  const role = wanted === 'cover' && !isSeen(file.type) ? file.role : wanted;
  // A specification that was offered and is not the latest any more stands for its format's later one.
  const offered = latest.find(({ id }) => id === specId) ?? (file.spec?.id === specId ? renewed(file.spec, latest) : null); // prettier-ignore
  const coverSpecId = role === 'cover' ? (offered?.id ?? null) : null;
  const same = role === file.role && coverSpecId === (file.spec?.id ?? null);
  await tx
    .update(deliveryFiles)
    .set({ role, coverSpecId, reason, ...(!same && { findings: null }) })
    .where(eq(deliveryFiles.id, file.id));
  if (!same && role === 'cover')
    await queue.enqueue(tx, 'file.measure', { fileId: file.fileId }, { priority: 10 });
}

/** Takes a file out of the draft. Throws NotFound. */
export async function removeFromDraft(
  tx: Db,
  viewer: Person,
  at: Address,
  id: string,
  { queue }: Act,
): Promise<void> {
  const { project, milestone, draft } = await lockDraft(tx, viewer, at);
  const file = isUuid(id) ? draft.files.find((one) => one.id === id) : undefined;
  if (!file) throw new NotFound('This file has been removed already.');
  await tx.delete(deliveryFiles).where(eq(deliveryFiles.id, file.id));
  await removeFile(tx, queue, file.fileId);
  const told = eventOf(project, { kind: milestone.kind, file: file.name });
  await recordEvent(tx, { type: 'delivery.file_removed', actorId: viewer.id, ...told });
}

/** Delivers the draft, over whatever waits to be judged. Throws Undeliverable with what is missing. */
export async function deliver(tx: Db, viewer: Person, at: Address, { queue, now }: Act): Promise<void> {
  const { project, milestone, draft } = await lockDraft(tx, viewer, at);
  const { kind } = milestone;
  const problems = problemsOf(draft, kind, await latestSpecs(tx, project.briefId));
  if (problems.length > 0) throw new Undeliverable(problems);
  const isDraft = and(eq(deliveries.id, draft.id), eq(deliveries.state, 'draft'));
  await tx.update(deliveries).set({ state: 'delivered', deliveredAt: now }).where(isDraft);
  // `approvedAt` stays: it tells a milestone that went out of date from one that was never approved.
  await tx
    .update(milestones)
    .set({ state: 'delivered', deliveredAt: now })
    .where(eq(milestones.id, milestone.id));
  await tx.update(projects).set({ updatedAt: now }).where(eq(projects.id, project.id));
  await beginWork(tx, queue, project, now);
  await setClock(tx, milestone.id, now);
  const { runsOut } = silenceOf(now.getTime(), milestone.pauses, now.getTime());
  const told = eventOf(project, {
    ...{ kind, number: draft.number },
    ...(runsOut !== null && { runsOut: new Date(runsOut).toISOString() }),
  });
  await announce(
    tx,
    queue,
    { type: 'milestone.delivered', actorId: viewer.id, ...told },
    partiesTold(project),
  );
}
