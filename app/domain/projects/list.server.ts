/** Lists of projects: one's own, by where they stand. */
import { and, eq, inArray, notInArray, or, type SQL } from 'drizzle-orm';
import type { Db } from '#db/client.server.ts';
import { designers } from '#db/schema/designers.server.ts';
import { people } from '#db/schema/people.server.ts';
import { projects } from '#db/schema/projects.server.ts';
import { PAGE_SIZE, type PageOf, type Seek } from '../paging.ts';
import type { Person } from '../people/rules.ts';
import { byMoment, listIn } from '../seek.server.ts';
import { milestoneFromRow, sideOf } from './project.ts';
import { disputeOf, milestonesOf } from './queries.server.ts';
import { ENDED, type ProjectList } from './rules.ts';

const whereOf: Record<ProjectList, SQL | undefined> = {
  current: notInArray(projects.state, [...ENDED]),
  ended: inArray(projects.state, [...ENDED]),
};

const columns = {
  ...{ id: projects.id, title: projects.title, state: projects.state, updatedAt: projects.updatedAt },
  publisher: { id: people.id, name: people.name },
  designer: { id: designers.personId, name: designers.name },
  ...{ milestones: milestonesOf, dispute: disputeOf },
};

/** One page of the viewer's projects, those that changed last first. */
export async function listProjects(db: Db, viewer: Person, list: ProjectList, wanted: Seek) {
  // On whichever side: staff may give somebody another role, and their projects stay theirs.
  const own = or(eq(projects.publisherId, viewer.id), eq(projects.designerId, viewer.id));
  const feed = listIn(CHANGED_LAST, wanted);
  const rows = await db
    .select(columns)
    .from(projects)
    .innerJoin(people, eq(people.id, projects.publisherId))
    .innerJoin(designers, eq(designers.personId, projects.designerId))
    .where(and(own, whereOf[list], feed.where))
    .orderBy(...feed.orderBy)
    .limit(PAGE_SIZE + 1);
  const page: PageOf<(typeof rows)[number]> = feed.page(rows);
  return {
    ...page,
    rows: page.rows.map((row) => ({
      ...row,
      side: sideOf(row, viewer.id),
      milestones: row.milestones.map(milestoneFromRow),
    })),
  };
}

const CHANGED_LAST = byMoment<{ updatedAt: Date }>(
  { key: projects.updatedAt, id: projects.id },
  (row) => row.updatedAt,
);
