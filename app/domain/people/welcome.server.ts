/** The first steps of somebody new: a role for good, then a profile by and by. All in the caller's transaction. */
import { and, eq } from 'drizzle-orm';
import type { Db } from '#db/client.server.ts';
import { people } from '#db/schema/people.server.ts';
import { changeProfile } from '../designers/commands.server.ts';
import { Conflict } from '../errors.ts';
import { recordEvent } from '../events/commands.server.ts';
import { changePerson, openProfile } from './commands.server.ts';
import type { Person } from './rules.ts';
import {
  chosenAlready,
  nextStep,
  type Answers,
  type ProfileStep,
  type RoleChoice,
  type Standing,
} from './welcome.ts';

const standingColumns = { role: people.role, welcomeStep: people.welcomeStep };

async function standingOf(db: Db, viewer: Person): Promise<Standing> {
  const [standing] = await db.select(standingColumns).from(people).where(eq(people.id, viewer.id));
  if (!standing) throw new Error('people are never deleted, and this one is not there');
  return standing;
}

/**
 * Makes a newcomer what they say they are; a designer gets a profile, whose address the name makes. Throws Conflict, with
 * what was chosen, for anybody who has a role. → where they stand now.
 */
export async function chooseRole(db: Db, viewer: Person, { name, role }: RoleChoice): Promise<Standing> {
  const [chosen] = await db
    .update(people)
    .set({ name, role, welcomeStep: nextStep('role', role) })
    // Of two choices at once the second waits here for the first, and then finds no newcomer.
    .where(and(eq(people.id, viewer.id), eq(people.role, 'newcomer')))
    .returning(standingColumns);
  if (!chosen) throw new Conflict(chosenAlready((await standingOf(db, viewer)).role));
  if (role === 'designer') await openProfile(db, viewer.id, name);
  await recordEvent(db, {
    ...{ type: 'person.role_chosen', actorId: viewer.id, subjectId: viewer.id },
    data: { role },
  });
  return chosen;
}

type Sent = { answers: Answers; version: number; now: Date };

/**
 * Saves what a profile step asked and goes on to the next. Throws Conflict when the answers would change a profile that
 * is no longer at `version`. → where they stand now.
 */
export async function saveStep(db: Db, viewer: Person, step: ProfileStep, sent: Sent): Promise<Standing> {
  const { organisation, ...profile } = sent.answers;
  // The person before the profile, as staff lock them: each would wait for the other.
  await db.select({ id: people.id }).from(people).where(eq(people.id, viewer.id)).for('no key update');
  if (viewer.role === 'designer')
    await changeProfile(db, viewer, { version: sent.version, profile, now: sent.now });
  if (organisation !== undefined) await changePerson(db, viewer, { organisation });
  await passStep(db, viewer, step);
  return standingOf(db, viewer);
}

/** Goes on without an answer: what the step asked stays as it was. → where they stand now. */
export async function skipStep(db: Db, viewer: Person, step: ProfileStep): Promise<Standing> {
  if (await passStep(db, viewer, step))
    await recordEvent(db, {
      ...{ type: 'person.changed', actorId: viewer.id, subjectId: viewer.id },
      data: { skipped: step },
    });
  return standingOf(db, viewer);
}

/** On to what follows, for whoever is at this step; a form of another step moves nobody. → whether it moved them. */
async function passStep(db: Db, viewer: Person, step: ProfileStep): Promise<boolean> {
  const passed = await db
    .update(people)
    .set({ welcomeStep: nextStep(step, viewer.role) })
    .where(and(eq(people.id, viewer.id), eq(people.welcomeStep, step)))
    .returning({ id: people.id });
  return passed.length > 0;
}
