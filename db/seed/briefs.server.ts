import { randomUUID } from 'node:crypto';
import type { Db } from '../client.server.ts';
import type { BriefFormat } from '../../app/domain/briefs/formats.ts';
import { formatRow } from '../../app/domain/briefs/rows.server.ts';
import { budgetBandOf, parseTrim } from '../../app/domain/briefs/rules.ts';
import { versionOf } from '../../app/domain/briefs/spec-versions.ts';
import { briefComparables, briefFormats, briefs, coverSpecs } from '../schema/briefs.server.ts';
import { briefInvitations } from '../schema/saves.server.ts';
import { catalogueBriefs, cataloguePublishers } from './catalogue/index.server.ts';
import type { SeedBrief, SeedBriefFormat } from './catalogue/types.server.ts';
import { dayFrom, daysFrom } from './days.server.ts';
import { idOf, type Ids } from './people.server.ts';

/** Writes the briefs in all their states, with their formats, comparable covers and invitations. */
export async function seedBriefs(db: Db, ids: Ids, now: Date): Promise<void> {
  const drafts = catalogueBriefs.map((brief, at) => ({
    ...{ brief, id: randomUUID(), formatIds: brief.formats.map(() => randomUUID()) },
    ...momentsOf(brief, at, now),
  }));
  await db.insert(briefs).values(drafts.map((draft) => briefRow(draft, ids, now)));
  await db.insert(briefFormats).values(drafts.flatMap(formatRows));
  await db.insert(coverSpecs).values(drafts.flatMap(specRows));
  await db
    .insert(briefComparables)
    .values(
      drafts.flatMap(({ brief, id }) =>
        brief.comparables.map((comparable, position) => ({ ...comparable, briefId: id, position })),
      ),
    );
  const invitations = drafts.flatMap(({ brief, id }) =>
    (brief.invites ?? []).map((subject) => ({ briefId: id, designerId: idOf(ids, subject) })),
  );
  if (invitations.length > 0) await db.insert(briefInvitations).values(invitations);
}

/** A brief to be written, with the moments of its life. */
type Draft = { brief: SeedBrief; id: string; formatIds: string[] } & ReturnType<typeof momentsOf>;

function momentsOf(brief: SeedBrief, at: number, now: Date) {
  const ended = ['closed', 'cancelled', 'awarded'].includes(brief.state);
  const posted = daysFrom(now, -brief.postedDaysAgo, at + 3);
  return {
    posted,
    changed: isChanged(brief) ? daysFrom(now, -brief.postedDaysAgo / 2, at) : posted,
    closed: ended ? daysFrom(now, -brief.postedDaysAgo / 3, at) : null,
    published: brief.state !== 'draft' && !(brief.state === 'cancelled' && !brief.genre),
  };
}

function briefRow(draft: Draft, ids: Ids, now: Date): typeof briefs.$inferInsert {
  const { brief, id, posted, changed, closed, published } = draft;
  const max = brief.budget && 'max' in brief.budget ? brief.budget.max * 100 : null;
  const min = brief.budget && 'min' in brief.budget ? brief.budget.min * 100 : null;
  return {
    id,
    ownerId: idOf(ids, brief.publisher),
    ...{ state: brief.state, visibility: brief.visibility, title: brief.title, subtitle: brief.subtitle },
    ...{
      authorName: brief.author,
      series: brief.series?.name,
      seriesNumber: brief.series && String(brief.series.number),
    },
    imprint: brief.imprint ?? cataloguePublishers.find(({ subject }) => subject === brief.publisher)?.imprint,
    ...{ isbn: brief.isbn, language: brief.language, direction: brief.direction },
    ...{ genre: brief.genre, audience: brief.audience },
    publicationOn: brief.publicationDate === undefined ? null : dayFrom(now, brief.publicationDate),
    ...{
      coversToAvoid: brief.avoidCovers,
      blurb: brief.blurb,
      synopsis: brief.synopsis,
      toneWords: brief.toneWords,
    },
    ...{
      mustHave: brief.mustHave,
      mustAvoid: brief.mustAvoid,
      palette: brief.palette,
      approach: brief.approach,
    },
    formatKinds: [...new Set(brief.formats.map(({ kind }) => kind))],
    budgetKind: brief.budget?.kind ?? 'open',
    ...{ budgetMin: min, budgetMax: max, budgetBand: budgetBandOf(max), budgetRank: max ?? 0 },
    currency: brief.budget?.currency ?? 'EUR',
    roundOneOn: brief.roundOneInDays === undefined ? null : dayFrom(now, brief.roundOneInDays),
    finalOn: brief.finalInDays === undefined ? null : dayFrom(now, brief.finalInDays),
    ...{ concepts: brief.concepts, revisionRounds: brief.revisionRounds, creditLine: brief.creditLine },
    ...{
      rightsMedia: brief.rights?.media,
      rightsTerritory: brief.rights?.territory,
      rightsTerm: brief.rights?.term,
    },
    rightsExclusive: brief.rights?.exclusive ?? true,
    ...{ aiPolicy: brief.aiPolicy, stockPolicy: brief.stockPolicy },
    publishedAt: published ? posted : null,
    closedAt: closed,
    version: isChanged(brief) ? 2 : 1,
    createdAt: posted,
    updatedAt: changed,
  };
}

const isChanged = (brief: SeedBrief) => brief.formats.some(({ pagesBefore }) => pagesBefore !== undefined);

/** A format as the product reads it. */
export const storedFormat = (format: SeedBriefFormat): BriefFormat => ({
  ...{ id: null, kind: format.kind, printer: format.printer ?? null, paper: format.paper ?? null },
  ...{ trim: parseTrim(format.trim ?? ''), pageCount: format.pages ?? null, notes: format.notes ?? '' },
  ...{ pagesFinal: format.pagesFinal ?? false, spineMm: format.spineMm ?? null },
});

/** What each format of a published brief is made to, and what it was made to before its pages changed. */
function specRows({
  brief,
  id,
  formatIds,
  posted,
  changed,
  published,
}: Draft): (typeof coverSpecs.$inferInsert)[] {
  if (!published) return [];
  const book = { language: brief.language, direction: brief.direction ?? null };
  return brief.formats.flatMap((format, at) => {
    const keep = (said: SeedBriefFormat, briefVersion: number, createdAt: Date) => {
      const version = versionOf(storedFormat(said), book);
      const formatId = formatIds[at];
      return version.spec && formatId ? [{ ...version, briefId: id, formatId, briefVersion, createdAt }] : [];
    };
    const { pagesBefore } = format;
    if (pagesBefore === undefined) return keep(format, 1, posted);
    const first = { ...format, pages: pagesBefore, pagesFinal: false };
    return [...keep(first, 1, posted), ...keep(format, 2, changed)];
  });
}

const formatRows = ({ brief, id, formatIds }: Draft): (typeof briefFormats.$inferInsert)[] =>
  brief.formats.map((format, position) => ({
    ...formatRow(id, storedFormat(format), position),
    id: formatIds[position],
  }));
