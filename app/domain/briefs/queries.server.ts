/** Reads one brief. Who may see it is in the WHERE: for everybody else it does not exist. */
import { and, eq, exists, inArray, or, sql, type SQL } from 'drizzle-orm';
import type { Db } from '#db/client.server.ts';
import { briefReferences, briefs } from '#db/schema/briefs.server.ts';
import { proposals } from '#db/schema/proposals.server.ts';
import { briefInvitations } from '#db/schema/saves.server.ts';
import { images } from '#db/schema/images.server.ts';
import { people } from '#db/schema/people.server.ts';
import { Conflict, Forbidden, NotFound } from '../errors.ts';
import { isUuid } from '../ids.ts';
import type { ImageState } from '../images/rules.ts';
import type { Person, Viewer } from '../people/rules.ts';
import type { BriefDetails } from './form.ts';
import {
  briefColumns,
  comparablesOf,
  detailsOf,
  formatsOf,
  referencesOf,
  type Reference,
} from './rows.server.ts';
import { BRIEF_STATES, mayEdit, PUBLIC_STATES, type BriefState } from './rules.ts';

/** A brief as its pages show it. */
export type Brief = {
  id: string;
  ownerId: string;
  ownerName: string;
  state: BriefState;
  version: number;
  publishedAt: Date | null;
  updatedAt: Date;
  details: BriefDetails;
  references: Reference[];
};

/** The id in an address when it is one at all; throws NotFound otherwise, before PostgreSQL would object. */
export function soundId(id: string | undefined): string {
  if (!isUuid(id)) throw new NotFound('There is no such brief.');
  return id;
}

/** Whether a row of `briefs` is for this viewer to read. */
export function mayRead(viewer: Viewer): SQL | undefined {
  const published = inArray(briefs.state, [...PUBLIC_STATES]);
  const open = and(published, eq(briefs.visibility, 'public'));
  if (!viewer) return open;
  if (viewer.role === 'admin') return sql`true`;
  if (viewer.role !== 'designer') return or(open, eq(briefs.ownerId, viewer.id));
  const asked = or(exists(invitationOf(viewer)), exists(proposalOf(viewer)));
  return or(open, eq(briefs.ownerId, viewer.id), and(published, asked));
}

const invitationOf = (viewer: Person) =>
  sql`(select 1 from ${briefInvitations} i where i.brief_id = ${briefs.id} and i.designer_id = ${viewer.id})`;

/** Whoever has sent a proposal reads on what it was for, when their invitation was taken back, too. */
const proposalOf = (viewer: Person) =>
  sql`(select 1 from ${proposals} p where p.brief_id = ${briefs.id} and p.designer_id = ${viewer.id} and p.state <> 'draft')`;

async function readBrief(db: Db, where: SQL | undefined): Promise<Brief> {
  const [row] = await db
    .select({
      ...briefColumns,
      ownerName: people.name,
      formats: formatsOf,
      comparables: comparablesOf,
      references: referencesOf,
    })
    .from(briefs)
    .innerJoin(people, eq(people.id, briefs.ownerId))
    .where(where);
  if (!row) throw new NotFound('There is no such brief, or it is not yours to see.');
  const { id, ownerId, ownerName, state, version, publishedAt, updatedAt, references } = row;
  return {
    ...{ id, ownerId, ownerName, state, version, publishedAt, updatedAt, references },
    details: detailsOf(row),
  };
}

/** The brief with this id, for whoever may read it. Throws NotFound for a malformed id, too. */
export const getBrief = async (db: Db, viewer: Viewer, id: string | undefined): Promise<Brief> =>
  readBrief(db, and(eq(briefs.id, soundId(id)), mayRead(viewer)));

/** A brief as the house sees it, in a change that somebody was already allowed. */
export const getBriefForHouse = (db: Db, id: string): Promise<Brief> => readBrief(db, eq(briefs.id, id));

/** The viewer's own brief, whatever its state. Throws Forbidden when it is another's to be read, else NotFound. */
export async function getOwnBrief(db: Db, viewer: Person, id: string | undefined): Promise<Brief> {
  const brief = await getBrief(db, viewer, id);
  if (brief.ownerId !== viewer.id) throw new Forbidden('Only the publisher of this brief can change it.');
  return brief;
}

/** The viewer's own brief while it can be edited. Throws Conflict when that time is over. */
export async function getEditableBrief(db: Db, viewer: Person, id: string | undefined): Promise<Brief> {
  const brief = await getOwnBrief(db, viewer, id);
  if (!mayEdit(brief, viewer)) throw notEditable(brief.state);
  return brief;
}

/** Says why a brief cannot be edited any more, and what can be done instead. */
export function notEditable(state: BriefState): Conflict {
  const instead = state === 'closed' ? 'reopen it first, or duplicate it' : 'duplicate it';
  return new Conflict(
    `This brief is ${BRIEF_STATES[state].toLowerCase()} and can no longer be edited. You can ${instead}.`,
  );
}

/** Where a reference picture's files are, for whoever may read its brief. Throws NotFound. */
export async function getReferencePicture(
  db: Db,
  viewer: Viewer,
  briefId: string | undefined,
  referenceId: string | undefined,
): Promise<{ prefix: string; state: ImageState }> {
  const [picture] = await db
    .select({ prefix: images.prefix, state: images.state })
    .from(briefReferences)
    .innerJoin(briefs, eq(briefs.id, briefReferences.briefId))
    .innerJoin(images, eq(images.id, briefReferences.imageId))
    .where(
      and(eq(briefReferences.id, soundId(referenceId)), eq(briefs.id, soundId(briefId)), mayRead(viewer)),
    );
  if (!picture) throw new NotFound('There is no such picture, or it is not yours to see.');
  return picture;
}
