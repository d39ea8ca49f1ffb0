/** Reads one file that was sent. Who may have it is in the WHERE: for everybody else it does not exist. */
import { and, eq, or, sql, type SQL } from 'drizzle-orm';
import type { Db } from '#db/client.server.ts';
import { conversations, messageFiles, messages, reports } from '#db/schema/conversations.server.ts';
import { deliveries, deliveryFiles } from '#db/schema/deliveries.server.ts';
import { files } from '#db/schema/files.server.ts';
import { images } from '#db/schema/images.server.ts';
import { disputes, projects } from '#db/schema/projects.server.ts';
import { NotFound } from '../errors.ts';
import { isUuid } from '../ids.ts';
import type { ImageState } from '../images/rules.ts';
import type { Person } from '../people/rules.ts';

const MISSING = 'There is no such file, or it is not yours to see.';

export type HandedOut = { name: string; type: string; bytes: number; key: string };

/** A file to hand out whole. Throws NotFound. */
export async function getFile(db: Db, viewer: Person, id: string | undefined): Promise<HandedOut> {
  if (!isUuid(id)) throw new NotFound(MISSING);
  const [file] = await db
    .select({ name: files.name, type: files.type, bytes: files.bytes, key: files.key })
    .from(files)
    .where(and(eq(files.id, id), mayHave(viewer)));
  if (!file) throw new NotFound(MISSING);
  return file;
}

/** What a file looks like. Throws NotFound, for a file that nothing is seen of too. */
export async function getFilePicture(
  db: Db,
  viewer: Person,
  id: string | undefined,
): Promise<{ prefix: string; state: ImageState }> {
  if (!isUuid(id)) throw new NotFound(MISSING);
  const [picture] = await db
    .select({ prefix: images.prefix, state: images.state })
    .from(files)
    .innerJoin(images, eq(images.id, files.pictureId))
    .where(and(eq(files.id, id), mayHave(viewer)));
  if (!picture) throw new NotFound(MISSING);
  return picture;
}

/** Whoever sent it; the two whom it was sent between; staff, where a dispute or a report asks them to look. */
const mayHave = (viewer: Person): SQL | undefined =>
  or(eq(files.ownerId, viewer.id), sql`exists ${deliveredTo(viewer)}`, sql`exists ${saidTo(viewer)}`);

/** A delivery is its designer's alone until it is delivered. */
function deliveredTo(viewer: Person): SQL {
  const whose =
    viewer.role === 'admin'
      ? sql`${deliveries.state} = 'delivered' and exists (select 1 from ${disputes} where ${disputes.projectId} = ${projects.id})`
      : sql`${projects.designerId} = ${viewer.id} or (${projects.publisherId} = ${viewer.id} and ${deliveries.state} = 'delivered')`;
  return sql`(select 1 from ${deliveryFiles}
    join ${deliveries} on ${deliveries.id} = ${deliveryFiles.deliveryId}
    join ${projects} on ${projects.id} = ${deliveries.projectId}
    where ${deliveryFiles.fileId} = ${files.id} and (${whose}))`;
}

function saidTo(viewer: Person): SQL {
  const reported = sql`exists (select 1 from ${reports} where ${reports.subject} = 'message' and ${reports.subjectId} = ${messages.id})`;
  const disputed = sql`exists (select 1 from ${disputes} join ${projects} on ${projects.id} = ${disputes.projectId}
    where ${projects.briefId} = ${conversations.briefId} and ${projects.designerId} = ${conversations.designerId})`;
  const whose =
    viewer.role === 'admin'
      ? sql`${reported} or ${disputed}`
      : sql`${viewer.id} in (${conversations.publisherId}, ${conversations.designerId})`;
  return sql`(select 1 from ${messageFiles}
    join ${messages} on ${messages.id} = ${messageFiles.messageId}
    join ${conversations} on ${conversations.id} = ${messages.conversationId}
    where ${messageFiles.fileId} = ${files.id} and (${whose}))`;
}
