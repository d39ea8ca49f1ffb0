/** What the worker asks and keeps when it holds covers against their specifications. It acts for the house. */
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Db } from '#db/client.server.ts';
import { coverSpecs } from '#db/schema/briefs.server.ts';
import { deliveryFiles } from '#db/schema/deliveries.server.ts';
import { files } from '#db/schema/files.server.ts';
import { images } from '#db/schema/images.server.ts';
import type { Finding } from '../covers/preflight.ts';

/** The places in deliveries where a file is a cover that has not been judged, and what was measured of it. */
export async function coversToCheck(db: Db, fileId: string) {
  return db
    .select({
      ...{ id: deliveryFiles.id, specId: deliveryFiles.coverSpecId, spec: coverSpecs.spec },
      ...{ facts: files.facts, pictureKey: images.originalKey },
    })
    .from(deliveryFiles)
    .innerJoin(files, eq(files.id, deliveryFiles.fileId))
    .leftJoin(images, eq(images.id, files.pictureId))
    .leftJoin(coverSpecs, eq(coverSpecs.id, deliveryFiles.coverSpecId))
    .where(
      and(
        eq(deliveryFiles.fileId, fileId),
        eq(deliveryFiles.role, 'cover'),
        eq(files.state, 'ready'),
        isNull(deliveryFiles.findings),
      ),
    );
}

/** Keeps what was found, unless the file is held against something else by now. */
export async function keepFindings(
  db: Db,
  { id, specId }: { id: string; specId: string | null },
  findings: Finding[],
): Promise<void> {
  const same = sql`${deliveryFiles.coverSpecId} is not distinct from ${specId}`;
  await db
    .update(deliveryFiles)
    .set({ findings })
    .where(and(eq(deliveryFiles.id, id), eq(deliveryFiles.role, 'cover'), same));
}
