/** Writes briefs: one transaction each, the owner in every WHERE, and an event for every change. */
import { randomUUID } from 'node:crypto';
import { and, eq, inArray, not, sql } from 'drizzle-orm';
import type { Db } from '#db/client.server.ts';
import { briefComparables, briefFormats, briefReferences, briefs } from '#db/schema/briefs.server.ts';
import { Forbidden } from '../errors.ts';
import { recordEvent } from '../events/commands.server.ts';
import type { Person } from '../people/rules.ts';
import { IncompleteBrief, StaleBrief } from './errors.ts';
import type { BriefDetails, BriefFormat } from './form.ts';
import { getOwnBrief, notEditable, soundId, type Brief } from './queries.server.ts';
import { columnsOf, fingerprint, formatRow } from './rows.server.ts';
import { refusedSpecs } from './specs.ts';
import { staleAfter } from './spec-versions.ts';
import { keepSpecs } from './specs.server.ts';
import { mayEdit, mayPost, missingToPublish, type BriefState } from './rules.ts';

/** Starts a draft with whatever is filled in. → its id. Throws Forbidden for whoever may not post briefs. */
export async function draftBrief(db: Db, viewer: Person, details: BriefDetails): Promise<string> {
  if (!mayPost(viewer)) throw new Forbidden('Publishers and authors can post briefs.');
  return db.transaction(async (tx) => {
    const id = await insertDraft(tx, viewer, details, null);
    await recordEvent(tx, { type: 'brief.drafted', actorId: viewer.id, subjectId: id });
    return id;
  });
}

/**
 * Starts a draft that says what another brief of the viewer's says, pictures included, but not when: days
 * and the ISBN belong to one book. → the new id. Throws NotFound.
 */
export async function duplicateBrief(db: Db, viewer: Person, from: string | undefined): Promise<string> {
  return db.transaction(async (tx) => {
    await lockBrief(tx, viewer, from);
    const { id, details } = await getOwnBrief(tx, viewer, from);
    const formats = details.formats.map((format) => ({ ...format, id: null }));
    const undated = { isbn: '', publicationOn: null, roundOneOn: null, finalOn: null };
    const copy = await insertDraft(tx, viewer, { ...details, ...undated, formats }, id);
    await tx.execute(sql`insert into ${briefReferences} (brief_id, image_id, caption, created_at)
      select ${copy}, image_id, caption, created_at from ${briefReferences} where brief_id = ${id}`);
    await recordEvent(tx, {
      type: 'brief.duplicated',
      actorId: viewer.id,
      subjectId: copy,
      data: { from: id },
    });
    return copy;
  });
}

async function insertDraft(tx: Db, viewer: Person, details: BriefDetails, duplicateOf: string | null) {
  const [row] = await tx
    .insert(briefs)
    .values({ ...columnsOf(details), ownerId: viewer.id, duplicateOf })
    .returning({ id: briefs.id });
  if (!row) throw new Error('the draft was not inserted');
  await writeFormats(tx, row.id, details.formats, []);
  await writeComparables(tx, row.id, details);
  return row.id;
}

/** Where a brief stands after it was saved, and what designers have to be told of it, in words. */
export type Saved = { state: BriefState; stale: string[] };

/**
 * Saves what the form says over `version`. A save that changes nothing is done already, whatever the version,
 * so that a second click harms nobody. Throws StaleBrief when somebody else saved in between, IncompleteBrief
 * when a published brief would lose what designers need, Conflict when it can no longer be edited, NotFound.
 */
export async function saveBrief(
  db: Db,
  viewer: Person,
  id: string,
  version: number,
  details: BriefDetails,
  today: string,
): Promise<Saved> {
  return db.transaction(async (tx) => {
    await lockBrief(tx, viewer, id);
    const stored = await getOwnBrief(tx, viewer, id);
    if (fingerprint(stored.details) === fingerprint(details)) return { state: stored.state, stale: [] };
    checkEditable(stored, viewer, details, today);
    const changed = await tx
      .update(briefs)
      .set({ ...columnsOf(details), version: sql`${briefs.version} + 1`, updatedAt: sql`now()` })
      .where(and(eq(briefs.id, id), eq(briefs.ownerId, viewer.id), eq(briefs.version, version)))
      .returning({ version: briefs.version });
    if (changed.length === 0) throw new StaleBrief(stored);
    const formats = await writeFormats(tx, id, details.formats, stored.details.formats);
    await tx.delete(briefComparables).where(eq(briefComparables.briefId, id));
    await writeComparables(tx, id, details);
    const after = { version: changed[0]?.version ?? version + 1, details: { ...details, formats } };
    const stale = stored.state === 'draft' ? [] : await tellSpecs(tx, stored, after);
    const data = { version: after.version, ...(stale.length > 0 && { stale }) };
    await recordEvent(tx, { type: 'brief.changed', actorId: viewer.id, subjectId: id, data });
    return { state: stored.state, stale };
  });
}

/** Keeps what a published brief asks for now. → what that makes stale. */
async function tellSpecs(tx: Db, stored: Brief, after: { version: number; details: BriefDetails }) {
  await keepSpecs(tx, stored.id, after, { ...stored, since: stored.updatedAt });
  return staleAfter(stored.details, after.details);
}

/**
 * Two changes of one brief take turns, so that each compares with what is really stored. Only its owner and
 * staff can make others wait. Throws NotFound for a malformed id.
 */
export async function lockBrief(tx: Db, viewer: Person, id: string | undefined): Promise<void> {
  const theirs = viewer.role === 'admin' ? undefined : eq(briefs.ownerId, viewer.id);
  const where = and(eq(briefs.id, soundId(id)), theirs);
  await tx.select({ id: briefs.id }).from(briefs).where(where).for('update');
}

function checkEditable(stored: Brief, viewer: Person, details: BriefDetails, today: string): void {
  if (!mayEdit(stored, viewer)) throw notEditable(stored.state);
  if (stored.state === 'draft') return;
  // A deadline that has passed, and a size that its printer has given up, were right when it was published: mending a
  // typo must not depend on them.
  const before = refusedSpecs(stored.details.formats, stored.details).map(({ message }) => message);
  const missing = missingToPublish(details, today).filter(({ field, message }) =>
    field === 'finalOn' ? details.finalOn !== stored.details.finalOn : !before.includes(message),
  );
  if (missing.length > 0) throw new IncompleteBrief(missing);
}

/** Keeps the ids of formats that stay, because a cover is checked against the row it was made for. → all with their ids. */
async function writeFormats(
  tx: Db,
  briefId: string,
  formats: BriefFormat[],
  stored: BriefFormat[],
): Promise<BriefFormat[]> {
  const known = new Set(stored.flatMap(({ id }) => id ?? []));
  const kept = new Set(formats.flatMap(({ id }) => (id && known.has(id) ? id : [])));
  const ofBrief = eq(briefFormats.briefId, briefId);
  if (stored.length > kept.size)
    await tx.delete(briefFormats).where(and(ofBrief, not(inArray(briefFormats.id, [...kept]))));
  // Out of the way of the unique positions, which are checked row by row.
  if (kept.size > 0)
    await tx
      .update(briefFormats)
      .set({ position: sql`${briefFormats.position} + 1000` })
      .where(ofBrief);
  const written: BriefFormat[] = [];
  for (const [position, format] of formats.entries()) {
    const row = formatRow(briefId, format, position);
    // A forged form may name one row twice: the second becomes a row of its own.
    const id = format.id !== null && kept.delete(format.id) ? format.id : randomUUID();
    const there = format.id === id;
    if (there)
      await tx
        .update(briefFormats)
        .set(row)
        .where(and(ofBrief, eq(briefFormats.id, id)));
    else await tx.insert(briefFormats).values({ ...row, id });
    written.push({ ...format, id });
  }
  return written;
}

async function writeComparables(tx: Db, briefId: string, { comparables }: BriefDetails): Promise<void> {
  if (comparables.length === 0) return;
  await tx
    .insert(briefComparables)
    .values(comparables.map((comparable, position) => ({ ...comparable, briefId, position })));
}
