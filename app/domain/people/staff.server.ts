/**
 * What staff do with people: change a role, suspend, reinstate. Each is a transaction with both people locked, so
 * that two members of staff who act at once take turns, and the second one is told what the first has done.
 */
import { asc, eq, inArray, sql } from 'drizzle-orm';
import type { Db } from '#db/client.server.ts';
import { designers } from '#db/schema/designers.server.ts';
import { people } from '#db/schema/people.server.ts';
import type { Queue } from '../../jobs/queue.server.ts';
import { pauseBriefsOf } from '../briefs/moves.server.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '../errors.ts';
import { recordEvent } from '../events/commands.server.ts';
import type { EventType } from '../events/rules.ts';
import { openProfile } from './commands.server.ts';
import type { Person, Role } from './rules.ts';
import { endAllSessions } from './sessions.server.ts';
import {
  isShown,
  refusalOf,
  standingWord,
  standingWords,
  type StaffAct,
  type StaffForm,
  type Standing,
} from './staff.ts';

/** When it is: for the clock, and on the viewer's calendar as `YYYY-MM-DD`. */
type Moment = { now: Date; today: string };
type Named = Standing & { name: string };
export type Act<Kind extends StaffAct> = Omit<Extract<StaffForm, { act: Kind }>, 'act'> & {
  personId: string;
};

/** Does what a form asks for. Throws what the three below throw. */
export function actOn(
  db: Db,
  queue: Queue,
  viewer: Person,
  personId: string,
  form: StaffForm,
  at: Moment,
): Promise<void> {
  if (form.act === 'change_role') return changeRole(db, queue, viewer, { ...form, personId }, at);
  if (form.act === 'suspend') return suspend(db, queue, viewer, { ...form, personId }, at);
  return reinstate(db, viewer, { ...form, personId });
}

/**
 * Gives somebody another role; open briefs of somebody who may post none are paused. Throws Invalid when they have
 * the role, and what `standingFor` throws.
 */
export async function changeRole(
  db: Db,
  queue: Queue,
  viewer: Person,
  act: Act<'change_role'>,
  { today }: Moment,
): Promise<void> {
  await db.transaction(async (tx) => {
    const person = await standingFor(tx, viewer, 'change_role', act);
    if (person.role === act.role) throw new Invalid('That is their role already. Choose another one', 'role');
    await setRole(tx, person, act.role);
    if (act.role === 'designer') await pauseBriefsOf(tx, queue, viewer, person.id, today);
    await record(tx, 'person.role_changed', viewer, person, [person.role, act.role], act.reason);
  });
}

/**
 * Shuts somebody out from their next request on: signed out everywhere, profile and covers hidden, open briefs
 * paused. Throws what `standingFor` throws.
 */
export async function suspend(
  db: Db,
  queue: Queue,
  viewer: Person,
  act: Act<'suspend'>,
  { now, today }: Moment,
): Promise<void> {
  await db.transaction(async (tx) => {
    const person = await standingFor(tx, viewer, 'suspend', act);
    const { id } = person;
    await tx.update(people).set({ suspendedAt: now, suspendedReason: act.reason }).where(eq(people.id, id));
    await endAllSessions(tx, id);
    await showOrHide(tx, { ...person, suspended: true });
    await pauseBriefsOf(tx, queue, viewer, id, today);
    await record(tx, 'person.suspended', viewer, person, ['active', 'suspended'], act.reason);
  });
}

/** Lets somebody in again, and shows their covers; paused briefs are theirs to reopen. Throws what `standingFor` throws. */
export async function reinstate(db: Db, viewer: Person, act: Act<'reinstate'>): Promise<void> {
  await db.transaction(async (tx) => {
    const person = await standingFor(tx, viewer, 'reinstate', act);
    await tx.update(people).set({ suspendedAt: null, suspendedReason: null }).where(eq(people.id, person.id));
    await showOrHide(tx, { ...person, suspended: false });
    await record(tx, 'person.reinstated', viewer, person, ['suspended', 'active'], act.reason);
  });
}

/** Gives a locked person a role, a profile when it is a designer's, and shows or hides what the public sees. */
export async function setRole(tx: Db, person: Named, role: Role): Promise<void> {
  const { id, name } = person;
  // Whoever is told what they are has nothing left to answer.
  await tx.update(people).set({ role, welcomeStep: null }).where(eq(people.id, id));
  const hasProfile = (await tx.$count(designers, eq(designers.personId, id))) > 0;
  if (role === 'designer' && !hasProfile) await openProfile(tx, id, name);
  await showOrHide(tx, { ...person, role });
}

const showOrHide = (tx: Db, person: Standing) =>
  tx
    .update(designers)
    .set({ hidden: !isShown(person) })
    .where(eq(designers.personId, person.id));

const record = (
  tx: Db,
  type: EventType,
  viewer: Person,
  { id: subjectId }: Standing,
  [before, after]: [before: string, after: string],
  reason: string,
) => recordEvent(tx, { type, actorId: viewer.id, subjectId, data: { before, after, reason } });

/**
 * Locks both people and says how the one stands. Throws NotFound, Forbidden when the viewer may not do this, or not
 * any more, and Conflict when the person no longer stands as the form says.
 */
async function standingFor(
  tx: Db,
  viewer: Person,
  act: StaffAct,
  { personId, was }: { personId: string; was: string },
): Promise<Named> {
  const rows = await tx
    .select({ id: people.id, name: people.name, role: people.role, suspended: isSuspended })
    .from(people)
    .where(inArray(people.id, [viewer.id, personId]))
    .orderBy(asc(people.id))
    // Not `update`: that would wait for the form tokens of the two, which are theirs, and they for each other.
    .for('no key update');
  const actor = rows.find(({ id }) => id === viewer.id);
  const person = rows.find(({ id }) => id === personId);
  if (!actor || !person) throw new NotFound('There is nobody at this address.');
  const refusal = refusalOf(act, actor, person);
  if (refusal) throw new Forbidden(refusal);
  if (standingWord(person) !== was)
    throw new Conflict(`Somebody was here before you: ${person.name} is ${standingWords(person)} now.`);
  return person;
}

const isSuspended = sql<boolean>`${people.suspendedAt} is not null`;
