/** Saves designers and briefs, and stops saving them. What is asked for is a state, so asking twice changes nothing. */
import { and, eq, type SQL } from 'drizzle-orm';
import type { Db } from '#db/client.server.ts';
import { designers } from '#db/schema/designers.server.ts';
import { briefSaves, designerSaves } from '#db/schema/saves.server.ts';
import type { Queue } from '../../jobs/queue.server.ts';
import { getBrief, soundId } from '../briefs/queries.server.ts';
import { Forbidden, NotFound } from '../errors.ts';
import { recordEvent } from '../events/commands.server.ts';
import { makeMatches, type Match } from '../matches/commands.server.ts';
import type { Person } from '../people/rules.ts';

/** Saves a designer for a publisher. → their name, and the matches that makes. Throws NotFound for hidden ones, too. */
export async function saveDesigner(
  tx: Db,
  queue: Queue,
  viewer: Person,
  slug: string,
): Promise<{ name: string; matches: Match[] }> {
  const { id, name } = await designerAt(tx, and(atSlug(slug), eq(designers.hidden, false)));
  if (id === viewer.id) throw new Forbidden('This is your own profile.');
  const saved = await tx
    .insert(designerSaves)
    .values({ personId: viewer.id, designerId: id })
    .onConflictDoNothing()
    .returning({ designerId: designerSaves.designerId });
  if (saved.length === 0) return { name, matches: [] };
  await recordEvent(tx, { type: 'designer.saved', actorId: viewer.id, subjectId: id });
  return {
    name,
    matches: await makeMatches(tx, queue, { publisherId: viewer.id, designerId: id, actorId: viewer.id }),
  };
}

/** Stops saving a designer, who may be hidden by now. → their name. Throws NotFound. */
export async function unsaveDesigner(tx: Db, viewer: Person, slug: string): Promise<string> {
  const { id, name } = await designerAt(tx, atSlug(slug));
  const gone = await tx
    .delete(designerSaves)
    .where(and(eq(designerSaves.personId, viewer.id), eq(designerSaves.designerId, id)))
    .returning({ designerId: designerSaves.designerId });
  if (gone.length > 0) await recordEvent(tx, { type: 'designer.unsaved', actorId: viewer.id, subjectId: id });
  return name;
}

// An address may hold bytes that PostgreSQL refuses in a text, such as %00.
const atSlug = (slug: string) => eq(designers.slug, slug.replaceAll('\0', ' '));

async function designerAt(tx: Db, where: SQL | undefined): Promise<{ id: string; name: string }> {
  const columns = { id: designers.personId, name: designers.name };
  const [designer] = await tx.select(columns).from(designers).where(where);
  if (!designer) throw new NotFound('There is no designer at this address.');
  return designer;
}

/** Saves a brief for a designer. → the matches that makes. Throws NotFound for whoever may not read the brief. */
export async function saveBrief(
  tx: Db,
  queue: Queue,
  viewer: Person,
  id: string | undefined,
): Promise<Match[]> {
  const { id: briefId, ownerId } = await getBrief(tx, viewer, id);
  if (ownerId === viewer.id) throw new Forbidden('This brief is your own.');
  const saved = await tx
    .insert(briefSaves)
    .values({ personId: viewer.id, briefId })
    .onConflictDoNothing()
    .returning({ briefId: briefSaves.briefId });
  if (saved.length === 0) return [];
  await recordEvent(tx, { type: 'brief.saved', actorId: viewer.id, subjectId: briefId });
  return makeMatches(tx, queue, { publisherId: ownerId, designerId: viewer.id, actorId: viewer.id });
}

/** Stops saving a brief, which may be nobody's to read by now. */
export async function unsaveBrief(tx: Db, viewer: Person, id: string | undefined): Promise<void> {
  const briefId = soundId(id);
  const gone = await tx
    .delete(briefSaves)
    .where(and(eq(briefSaves.personId, viewer.id), eq(briefSaves.briefId, briefId)))
    .returning({ briefId: briefSaves.briefId });
  if (gone.length > 0)
    await recordEvent(tx, { type: 'brief.unsaved', actorId: viewer.id, subjectId: briefId });
}
