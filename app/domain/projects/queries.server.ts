/** Reads one project, whole. Who may see it is in the WHERE: for everybody else it does not exist. */
import { and, eq, exists, or, sql, type SQL } from 'drizzle-orm';
import type { Db } from '#db/client.server.ts';
import { questions } from '#db/schema/deliveries.server.ts';
import { designers } from '#db/schema/designers.server.ts';
import { payments } from '#db/schema/payments.server.ts';
import { people } from '#db/schema/people.server.ts';
import { disputes, milestones, projects } from '#db/schema/projects.server.ts';
import { NotFound } from '../errors.ts';
import { isUuid } from '../ids.ts';
import type { Person } from '../people/rules.ts';
import { fromRow, type Dispute, type MilestoneRow, type Project } from './project.ts';

/** The id in an address when it is one at all; throws NotFound otherwise, before PostgreSQL would object. */
export function soundProjectId(id: string | undefined): string {
  if (!isUuid(id)) throw new NotFound('There is no such project.');
  return id;
}

/** Rows of `projects` that somebody may read: the two it is between; and staff, once there is a dispute to decide. */
export function mayReadProject(viewer: Person): SQL | undefined {
  const theirs = or(eq(projects.publisherId, viewer.id), eq(projects.designerId, viewer.id));
  if (viewer.role !== 'admin') return theirs;
  return or(theirs, exists(sql`(select 1 from ${disputes} d where d.project_id = ${projects.id})`));
}

const milliseconds = (column: string) =>
  sql`(extract(epoch from ${sql.raw(column)}) * 1000)::double precision`;

/** Questions and disputes stop the clock: each from when to when, in milliseconds. */
const pauses = sql`(select coalesce(json_agg(json_build_object('from', ${milliseconds('p.began')},
    'to', ${milliseconds('p.ended')})), '[]'::json)
  from (
    select q.created_at began, q.answered_at ended from ${questions} q where q.milestone_id = m.id
    union all
    select d.created_at, d.ended_at from ${disputes} d where d.project_id = m.project_id
  ) p)`;

// One query for a whole project: a page has few to spend, and a command holds a lock meanwhile.
export const milestonesOf = sql<MilestoneRow[]>`(
  select coalesce(json_agg(json_build_object('id', m.id, 'kind', m.kind, 'state', m.state, 'dueOn', m.due_on,
    'deliveredAt', ${milliseconds('m.delivered_at')}, 'approvedAt', ${milliseconds('m.approved_at')},
    'clockAt', ${milliseconds('m.clock_at')}, 'pauses', ${pauses}) order by m.position), '[]'::json)
  from ${milestones} m where m.project_id = ${projects.id})`;

/** The open one, or else the last. */
export const disputeOf = sql<Dispute | null>`(
  select json_build_object('id', d.id, 'state', d.state, 'openedBy', d.opened_by, 'stoodAt', d.stood_at,
    'isAnswered', d.replied_at is not null)
  from ${disputes} d where d.project_id = ${projects.id} order by d.created_at desc limit 1)`;

/** What has come, as both sides say. */
const paidOf = sql<number>`(
  select coalesce(sum(p.amount), 0)::int from ${payments} p
  where p.project_id = ${projects.id} and p.confirmed_at is not null and p.removed_at is null)`;

/** The project with this id, for whoever may read it, and which side of it they are on. Throws NotFound. */
export async function getProject(db: Db, viewer: Person, id: string | undefined): Promise<Project> {
  const where = and(eq(projects.id, soundProjectId(id)), mayReadProject(viewer));
  return readProject(db, where, viewer.id);
}

/** A project as the house sees it, when nobody in particular asks. */
export const getProjectForHouse = (db: Db, id: string): Promise<Project> =>
  readProject(db, eq(projects.id, id), null);

/** Two changes of one project take turns: its row is locked first and read then. Only who may read it can make others wait. */
export async function lockProject(tx: Db, viewer: Person, id: string | undefined): Promise<Project> {
  const where = and(eq(projects.id, soundProjectId(id)), mayReadProject(viewer));
  await tx.select({ id: projects.id }).from(projects).where(where).for('update');
  return getProject(tx, viewer, id);
}

async function readProject(db: Db, where: SQL | undefined, viewerId: string | null): Promise<Project> {
  const publisher = { id: people.id, name: people.name, organisation: people.organisation };
  const designer = { id: designers.personId, name: designers.name, slug: designers.slug };
  const [row] = await db
    .select({
      ...{ project: projects, publisher, designer },
      ...{ milestones: milestonesOf, dispute: disputeOf, paid: paidOf },
    })
    .from(projects)
    .innerJoin(people, eq(people.id, projects.publisherId))
    .innerJoin(designers, eq(designers.personId, projects.designerId))
    .where(where);
  if (!row) throw new NotFound('There is no such project, or it is not yours to see.');
  return fromRow(row, viewerId);
}
