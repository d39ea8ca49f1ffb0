/** Moves a brief through its states: publish, pause, reopen, close, cancel. */
import { and, eq, sql } from 'drizzle-orm';
import type { Db } from '#db/client.server.ts';
import { briefs } from '#db/schema/briefs.server.ts';
import type { Queue } from '../../jobs/queue.server.ts';
import { Conflict, Forbidden } from '../errors.ts';
import { recordEvent } from '../events/commands.server.ts';
import { announce } from '../notifications/commands.server.ts';
import type { Person } from '../people/rules.ts';
import { after, mayMove, whyNot } from '../process.ts';
import { liveProposers, passOver } from '../proposals/passing.server.ts';
import { lockBrief } from './commands.server.ts';
import { IncompleteBrief } from './errors.ts';
import { keepSpecs } from './specs.server.ts';
import { getBrief, type Brief } from './queries.server.ts';
import { BRIEF, missingToPublish, partiesOf, type BriefState, type PeopleMove } from './rules.ts';

/** What those are told of who wait for an answer. Before a brief is published nobody does. */
const NEWS = {
  pause: 'brief.paused',
  reopen: 'brief.reopened',
  close: 'brief.closed',
  cancel: 'brief.cancelled',
} as const;

/** The brief, when this viewer can move it this way now. Throws what `moveBrief` throws, but not for what is missing. */
export async function checkMove(
  db: Db,
  viewer: Person,
  id: string | undefined,
  name: PeopleMove,
): Promise<Brief> {
  const brief = await getBrief(db, viewer, id);
  if (!mayMove(BRIEF, brief.state, partiesOf(brief, viewer), name)) throw refusalOf(brief, viewer, name);
  return brief;
}

/**
 * Moves a brief. `today` is the viewer's, as `YYYY-MM-DD`. Throws Conflict with where the brief stands and
 * what can be done instead, IncompleteBrief when designers would miss something, Forbidden, NotFound.
 */
export async function moveBrief(
  db: Db,
  queue: Queue,
  viewer: Person,
  id: string | undefined,
  name: PeopleMove,
  today: string,
): Promise<void> {
  await db.transaction(async (tx) => {
    await lockBrief(tx, viewer, id);
    const brief = await checkMove(tx, viewer, id, name);
    const to = after(BRIEF, brief.state, name);
    // Reopening asks for nothing: a closed brief cannot be edited, so what it lacks is mended afterwards.
    const missing = name === 'publish' ? missingToPublish(brief.details, today) : [];
    if (missing.length > 0) throw new IncompleteBrief(missing);
    await tx
      .update(briefs)
      .set({ state: to, ...momentsOf(to), updatedAt: sql`now()` })
      .where(and(eq(briefs.id, brief.id), eq(briefs.ownerId, brief.ownerId), eq(briefs.state, brief.state)));
    if (name === 'publish') await keepSpecs(tx, brief.id, brief);
    await tell(tx, queue, viewer, brief, name);
  });
}

async function tell(tx: Db, queue: Queue, viewer: Person, { id, details }: Brief, name: PeopleMove) {
  const event = { actorId: viewer.id, subjectId: id, briefId: id, data: { title: details.title } };
  if (name === 'publish') return recordEvent(tx, { ...event, type: 'brief.published' });
  await announce(tx, queue, { ...event, type: NEWS[name] }, { designers: await liveProposers(tx, id) });
  // Nothing leads back from here: whoever waits for an answer has one.
  if (name !== 'cancel') return;
  for (const { id: subjectId } of await passOver(tx, id))
    await recordEvent(tx, { ...event, type: 'proposal.passed_over', subjectId });
}

/**
 * Pauses every open brief of somebody, in the caller's transaction, for staff who suspend them. Locked first: what the owner
 * moves at this very moment is no longer open when its turn comes.
 */
export async function pauseBriefsOf(
  tx: Db,
  queue: Queue,
  viewer: Person,
  ownerId: string,
  today: string,
): Promise<void> {
  const open = await tx
    .select({ id: briefs.id })
    .from(briefs)
    .where(and(eq(briefs.ownerId, ownerId), eq(briefs.state, 'open')))
    .orderBy(briefs.id)
    .for('update');
  for (const { id } of open) await moveBrief(tx, queue, viewer, id, 'pause', today);
}

/** When it was first published stays true, however often it is reopened. */
const momentsOf = (to: BriefState) => ({
  ...(to === 'open' && { publishedAt: sql`coalesce(${briefs.publishedAt}, now())`, closedAt: null }),
  ...((to === 'closed' || to === 'cancelled') && { closedAt: sql`now()` }),
});

function refusalOf(brief: Brief, viewer: Person, name: PeopleMove) {
  const { reason, message } = whyNot(BRIEF, brief.state, partiesOf(brief, viewer), name);
  return reason === 'forbidden' ? new Forbidden(message) : new Conflict(message);
}
