/** A builder of deliveries: rows as commands and the worker would have left them; the files themselves are in no storage. */
import type { Db } from '#db/client.server.ts';
import { deliveries, deliveryFiles } from '#db/schema/deliveries.server.ts';
import type { MilestoneKind } from '#app/domain/projects/rules.ts';
import { aFile } from './files.ts';
import { anImage } from './people.ts';
import type { AProject } from './projects.ts';

type Wanted = Partial<typeof deliveries.$inferInsert> & {
  kind?: MilestoneKind;
  /** What is said of its one file, a picture called front.jpg unless told. */
  file?: Partial<typeof deliveryFiles.$inferInsert> & { name?: string };
};

/** One version that was delivered, of the front cover unless told, with one file that is looked at and held against nothing. */
export async function aDelivery(
  db: Db,
  { project, designer }: Pick<AProject, 'project' | 'designer'>,
  { kind = 'front', file: { name = 'front.jpg', ...file } = {}, ...columns }: Wanted = {},
) {
  const milestone = project.milestones.find((one) => one.kind === kind);
  if (!milestone) throw new Error(`there is no ${kind}`);
  const [delivery] = await db
    .insert(deliveries)
    .values({
      ...{ projectId: project.id, milestoneId: milestone.id, number: 1, state: 'delivered' },
      ...{ deliveredAt: new Date(), ...columns },
    })
    .returning();
  const picture = await anImage(db, designer, { reach: 'private' });
  const sent = await aFile(db, designer, { name, type: 'image/jpeg', pictureId: picture.id });
  if (!delivery) throw new Error('the row was not inserted');
  const [row] = await db
    .insert(deliveryFiles)
    .values({
      ...{ deliveryId: delivery.id, fileId: sent.id, position: 0, role: 'cover', findings: [] },
      ...file,
    })
    .returning();
  if (!row) throw new Error('the row was not inserted');
  return { ...delivery, file: { ...row, sent, picture } };
}
