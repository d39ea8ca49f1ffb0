/** Writes what was delivered in the projects of the sample, with its files, and starts the clocks of what waits for an answer. */
import { asc, desc, eq } from 'drizzle-orm';
import type { Queue } from '../../app/jobs/queue.server.ts';
import { setClock } from '../../app/domain/projects/milestones.server.ts';
import type { Db } from '../client.server.ts';
import { briefs, coverSpecs } from '../schema/briefs.server.ts';
import {
  changeRequests,
  deliveries,
  deliveryFiles,
  handovers,
  pins,
  questions,
} from '../schema/deliveries.server.ts';
import { events } from '../schema/events.server.ts';
import { milestones, projects } from '../schema/projects.server.ts';
import { rowsOf, type Spec } from './delivery-rows.server.ts';
import { insertFiles } from './files.server.ts';
import { idOf, type Ids } from './people.server.ts';

export type Stone = Awaited<ReturnType<typeof readMilestones>>[number];

/** Writes every delivery; those of the designer of the development sign-in have files. */
export async function seedDeliveries(db: Db, queue: Queue, ids: Ids, now: Date): Promise<void> {
  const stones = await readMilestones(db);
  const shown = idOf(ids, 'dev-designer-001');
  const all = [];
  for (const stone of stones)
    all.push(rowsOf(stone, stone.designerId === shown ? await specsOf(db, stone.briefId) : null));
  await insertFiles(
    db,
    queue,
    all.flatMap(({ files }) => files),
  );
  await db.insert(deliveries).values(all.flatMap((rows) => rows.deliveries));
  await db.insert(deliveryFiles).values(all.flatMap((rows) => rows.deliveryFiles));
  await db.insert(changeRequests).values(all.flatMap(({ requests }) => requests));
  await db.insert(pins).values(all.flatMap((rows) => rows.pins));
  await db.insert(questions).values(all.flatMap((rows) => rows.questions));
  await db.insert(handovers).values(all.flatMap((rows) => rows.handovers));
  await db.insert(events).values(all.flatMap(({ told }) => told));
  for (const { id, state, endedAt } of stones)
    if (state === 'delivered' && !endedAt) await setClock(db, id, now);
}

/** Milestones in the order they come, with what their files are drawn from. */
const readMilestones = (db: Db) =>
  db
    .select({
      ...{ id: milestones.id, kind: milestones.kind, state: milestones.state },
      ...{ deliveredAt: milestones.deliveredAt, projectId: projects.id, roundsUsed: projects.roundsUsed },
      ...{ briefId: projects.briefId, designerId: projects.designerId, publisherId: projects.publisherId },
      ...{ title: projects.title, contract: projects.contract, endedAt: projects.endedAt },
      ...{ genre: briefs.genre, blurb: briefs.blurb },
    })
    .from(milestones)
    .innerJoin(projects, eq(projects.id, milestones.projectId))
    .innerJoin(briefs, eq(briefs.id, projects.briefId))
    .orderBy(asc(projects.createdAt), asc(projects.id), asc(milestones.position));

/** What each format is made to now. */
const specsOf = (db: Db, briefId: string): Promise<Spec[]> =>
  db
    .selectDistinctOn([coverSpecs.formatId], {
      id: coverSpecs.id,
      kind: coverSpecs.kind,
      spec: coverSpecs.spec,
    })
    .from(coverSpecs)
    .where(eq(coverSpecs.briefId, briefId))
    .orderBy(coverSpecs.formatId, desc(coverSpecs.briefVersion));
