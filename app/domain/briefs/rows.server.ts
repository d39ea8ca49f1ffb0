/** Between a brief's rows and its details: what a form reads and writes is one object, stored in three tables. */
import { getTableColumns, sql, type SQL } from 'drizzle-orm';
import { briefComparables, briefFormats, briefReferences, briefs } from '#db/schema/briefs.server.ts';
import { images } from '#db/schema/images.server.ts';
import { canonicalText } from '../canonical.ts';
import { budgetOf, type BriefDetails, type BriefFormat, type Comparable } from './form.ts';
import { budgetBandOf } from './rules.ts';

const { search: _search, ...columns } = getTableColumns(briefs);
/** Every column of a brief but its search index. */
export const briefColumns = columns;

export type BriefRow = Omit<typeof briefs.$inferSelect, 'search'>;

/** A picture that goes with a brief. Sizes are pixels of the original. */
export type Reference = { id: string; caption: string; width: number; height: number; ready: boolean };

// One query for a whole brief: three more round trips would cost more than the JSON does.
const listOf = <Row>(query: SQL) => sql<Row[]>`(select coalesce(json_agg(r), '[]'::json) from (${query}) r)`;

export const formatsOf = listOf<BriefFormat>(sql`
  select f.id, f.kind, f.printer, f.paper, f.page_count "pageCount", f.pages_final "pagesFinal", f.notes,
    f.spine_mm "spineMm", case when f.trim_width is null then null else
      json_build_object('width', f.trim_width, 'height', f.trim_height, 'unit', f.trim_unit) end "trim"
  from ${briefFormats} f where f.brief_id = ${briefs.id} order by f.position`);
export const comparablesOf = listOf<Comparable>(sql`
  select c.title, c.author, c.likes from ${briefComparables} c
  where c.brief_id = ${briefs.id} order by c.position`);
export const referencesOf = listOf<Reference>(sql`
  select p.id, p.caption, i.width, i.height, i.state = 'ready' "ready" from ${briefReferences} p
  join ${images} i on i.id = p.image_id where p.brief_id = ${briefs.id} order by p.created_at, p.id`);

type WholeRow = BriefRow & { formats: BriefFormat[]; comparables: Comparable[] };

/** The details of a brief from its rows. */
export function detailsOf(row: WholeRow): BriefDetails {
  const { title, subtitle, authorName, series, seriesNumber, imprint, isbn, publicationOn, language } = row;
  const { direction, genre, audience, comparables, coversToAvoid } = row;
  const { blurb, synopsis, toneWords, mustHave, mustAvoid, palette, approach } = row;
  const { formats, productionNotes, currency, roundOneOn, finalOn, concepts, revisionRounds } = row;
  const { rightsMedia, rightsTerritory, rightsTerm, rightsExclusive, creditLine } = row;
  const { aiPolicy, stockPolicy, visibility } = row;
  return {
    ...{ title, subtitle, authorName, series, seriesNumber, imprint, isbn, publicationOn, language },
    ...{ direction, genre, audience, comparables, coversToAvoid },
    ...{ blurb, synopsis, toneWords, mustHave, mustAvoid, palette, approach },
    ...{ formats, productionNotes, currency, roundOneOn, finalOn, concepts, revisionRounds },
    ...budgetOf(row.budgetMin, row.budgetMax, row.budgetKind),
    ...{ rightsMedia, rightsTerritory, rightsTerm, rightsExclusive, creditLine },
    ...{ aiPolicy, stockPolicy, visibility },
  };
}

/** The columns that details are stored in, with the three the public list filters and sorts by. */
export function columnsOf({ formats, comparables: _, ...details }: BriefDetails) {
  const most = details.budgetMax ?? details.budgetMin;
  return {
    ...details,
    formatKinds: [...new Set(formats.map(({ kind }) => kind))],
    budgetBand: budgetBandOf(most),
    budgetRank: most ?? 0,
  };
}

/** The row of one format. */
export const formatRow = (briefId: string, format: BriefFormat, position: number) => ({
  ...{ briefId, position, kind: format.kind, printer: format.printer, paper: format.paper },
  trimWidth: format.trim?.width ?? null,
  trimHeight: format.trim?.height ?? null,
  trimUnit: format.trim?.unit ?? null,
  ...{ pageCount: format.pageCount, pagesFinal: format.pagesFinal, spineMm: format.spineMm },
  notes: format.notes,
});

/** The details in one fixed spelling, without the ids of rows: equal for briefs that say the same. */
export function fingerprint(details: BriefDetails): string {
  const { budgetKind: _, ...said } = details;
  const formats = details.formats.map(({ id: _id, ...format }) => format);
  return canonicalText({ ...said, formats });
}
