/** Reads what people keep in mind: is this saved, and the lists of it all, last saved first. */
import { and, eq, inArray } from 'drizzle-orm';
import type { Db } from '#db/client.server.ts';
import { briefs } from '#db/schema/briefs.server.ts';
import { designers } from '#db/schema/designers.server.ts';
import { briefSaves, designerSaves } from '#db/schema/saves.server.ts';
import { findBriefs, type ListRow } from '../briefs/list.server.ts';
import type { ListedDesigner } from '../designers/designer.ts';
import { findDesigners } from '../designers/queries.server.ts';
import { PAGE_SIZE, type PageOf, type Seek } from '../paging.ts';
import type { Person, Viewer } from '../people/rules.ts';
import { byMoment, listIn } from '../seek.server.ts';
import type { BriefSince, DesignerSince } from './news.ts';
import { maySaveDesigners } from './rules.ts';

/** Which of these designers the viewer keeps in mind; null, and no query, for whoever saves none, such as a stranger. */
export async function savedAmong(
  db: Db,
  viewer: Viewer,
  designerIds: readonly string[],
): Promise<ReadonlySet<string> | null> {
  if (!viewer || !maySaveDesigners(viewer)) return null;
  if (designerIds.length === 0) return new Set();
  const rows = await db
    .select({ id: designerSaves.designerId })
    .from(designerSaves)
    .where(and(eq(designerSaves.personId, viewer.id), inArray(designerSaves.designerId, [...designerIds])));
  return new Set(rows.map(({ id }) => id));
}

export type SavedDesigner = DesignerSince & { id: string; slug: string; name: string; shown: ListedDesigner };

const BY_DESIGNER = byMoment<{ savedAt: Date }>(
  { key: designerSaves.createdAt, id: designerSaves.designerId },
  ({ savedAt }) => savedAt,
);

/** The designers somebody has saved, those who are hidden by now among them. Two queries. */
export async function listSavedDesigners(
  db: Db,
  viewer: Person,
  wanted: Seek,
): Promise<PageOf<SavedDesigner>> {
  const { where, orderBy, page } = listIn(BY_DESIGNER, wanted);
  const rows = await db
    .select({
      ...{ id: designers.personId, slug: designers.slug, name: designers.name, hidden: designers.hidden },
      ...{ savedAt: designerSaves.createdAt, updatedAt: designers.updatedAt },
    })
    .from(designerSaves)
    .innerJoin(designers, eq(designers.personId, designerSaves.designerId))
    .where(and(eq(designerSaves.personId, viewer.id), where))
    .orderBy(...orderBy)
    .limit(PAGE_SIZE + 1);
  const shown = await findDesigners(
    db,
    rows.map(({ id }) => id),
  );
  const found = rows.flatMap((row) => {
    const one = shown.get(row.id);
    return one ? [{ ...row, lastShownAt: one.lastShownAt, shown: one }] : [];
  });
  return page(found);
}

/** A saved brief; `listed` is null when it is not for them to read any more. */
export type SavedBrief = BriefSince & { id: string; title: string; listed: ListRow | null };

const BY_BRIEF = byMoment<{ savedAt: Date }>(
  { key: briefSaves.createdAt, id: briefSaves.briefId },
  ({ savedAt }) => savedAt,
);

/** The briefs somebody has saved, whatever has become of them. Two queries. */
export async function listSavedBriefs(db: Db, viewer: Person, wanted: Seek): Promise<PageOf<SavedBrief>> {
  const { where, orderBy, page } = listIn(BY_BRIEF, wanted);
  const rows = await db
    .select({
      ...{ id: briefs.id, title: briefs.title, state: briefs.state, finalOn: briefs.finalOn },
      ...{ savedAt: briefSaves.createdAt, updatedAt: briefs.updatedAt, closedAt: briefs.closedAt },
    })
    .from(briefSaves)
    .innerJoin(briefs, eq(briefs.id, briefSaves.briefId))
    .where(and(eq(briefSaves.personId, viewer.id), where))
    .orderBy(...orderBy)
    .limit(PAGE_SIZE + 1);
  const readable = await findBriefs(
    db,
    viewer,
    rows.map(({ id }) => id),
  );
  return page(rows.map((row) => ({ ...row, listed: readable.get(row.id) ?? null })));
}
