/** Keeps what a brief's formats were made to, version by version, and reads it back. */
import { and, desc, eq, getTableColumns, sql } from 'drizzle-orm';
import type { Db } from '#db/client.server.ts';
import { coverSpecs } from '#db/schema/briefs.server.ts';
import type { BriefDetails } from './form.ts';
import { sameVersion, versionOf, type SpecVersion, type StoredSpec } from './spec-versions.ts';

type Standing = { version: number; details: BriefDetails };

/**
 * Keeps what has changed for each format of a brief that designers can see, in the transaction that changes it.
 * `before` is what they saw until now, since when: a brief that was published before versions were kept gets its own late.
 */
export async function keepSpecs(
  tx: Db,
  briefId: string,
  after: Standing,
  before?: Standing & { since: Date },
): Promise<void> {
  const latest = new Map<string, SpecVersion>();
  for (const row of await latestSpecs(tx, briefId)) latest.set(row.formatId, row);
  const row = (formatId: string, briefVersion: number, version: SpecVersion) => {
    latest.set(formatId, version);
    return { ...version, briefId, formatId, briefVersion };
  };
  const rows: (typeof coverSpecs.$inferInsert)[] = [];
  for (const [formatId, version] of before ? versionsOf(before.details) : [])
    if (before && version.spec && !latest.has(formatId))
      rows.push({ ...row(formatId, before.version, version), createdAt: before.since });
  const asked = versionsOf(after.details);
  for (const formatId of new Set([...latest.keys(), ...asked.keys()])) {
    const known = latest.get(formatId);
    const version = asked.get(formatId) ?? (known && { ...known, ...NOT_ASKED });
    if (version && (known ? !sameVersion(known, version) : version.spec))
      rows.push(row(formatId, after.version, version));
  }
  if (rows.length > 0) await tx.insert(coverSpecs).values(rows);
}

const NOT_ASKED = { spec: null, measures: null, pagesFinal: false };
const versionsOf = (details: BriefDetails) =>
  new Map(details.formats.flatMap((format) => (format.id ? [[format.id, versionOf(format, details)]] : [])));

const { id: _id, briefId: _briefId, ...columns } = getTableColumns(coverSpecs);

const latestSpecs = (db: Db, briefId: string) =>
  db
    .selectDistinctOn([coverSpecs.formatId], columns)
    .from(coverSpecs)
    .where(eq(coverSpecs.briefId, briefId))
    .orderBy(coverSpecs.formatId, desc(coverSpecs.briefVersion));

/** Older versions than these are kept, and not shown. */
const MOST_SHOWN = 6;

/** What a brief's formats were made to, newest first, a few versions of each. Whoever asks has read the brief. */
export async function specHistory(db: Db, briefId: string): Promise<StoredSpec[]> {
  const newer = sql`(select count(*) from ${coverSpecs} n where n.format_id = ${coverSpecs.formatId} and n.brief_version > ${coverSpecs.briefVersion})`;
  return db
    .select(columns)
    .from(coverSpecs)
    .where(and(eq(coverSpecs.briefId, briefId), sql`${newer} < ${MOST_SHOWN}`))
    .orderBy(desc(coverSpecs.briefVersion));
}
