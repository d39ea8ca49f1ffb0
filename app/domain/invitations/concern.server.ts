/** What a brief and its reader have to do with each other, as far as saving and inviting go. */
import { and, eq, exists, sql } from 'drizzle-orm';
import type { Db } from '#db/client.server.ts';
import { briefInvitations, briefSaves } from '#db/schema/saves.server.ts';
import type { Brief } from '../briefs/queries.server.ts';
import type { Person } from '../people/rules.ts';
import type { Concern } from './invitation.ts';
import { getInvitation, listInvitationsTo } from './queries.server.ts';

/** For the page of a brief: its owner reads who was invited, a designer whether they were and whether they saved it. */
export async function briefConcern(
  db: Db,
  viewer: Person,
  { id, ownerId }: Pick<Brief, 'id' | 'ownerId'>,
  today: string,
): Promise<Concern | null> {
  if (ownerId === viewer.id)
    return { side: 'publisher', invitations: await listInvitationsTo(db, id, today) };
  if (viewer.role !== 'designer') return null;
  const one = { one: sql`1` };
  const { personId, briefId } = briefSaves;
  const saves = db
    .select(one)
    .from(briefSaves)
    .where(and(eq(personId, viewer.id), eq(briefId, id)));
  const invited = db
    .select(one)
    .from(briefInvitations)
    .where(and(eq(briefInvitations.briefId, id), eq(briefInvitations.designerId, viewer.id)));
  const [is] = await db.execute<{ saved: boolean; invited: boolean }>(
    sql`select ${exists(saves)} as saved, ${exists(invited)} as invited`,
  );
  const invitation = is?.invited
    ? await getInvitation(db, { briefId: id, designerId: viewer.id }, today)
    : null;
  return { side: 'designer', saved: is?.saved ?? false, invitation };
}
