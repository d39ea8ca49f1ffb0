import { randomUUID } from 'node:crypto';
import type { Db } from '../client.server.ts';
import { budgetBandOf, parseTrim } from '../../app/domain/briefs/rules.ts';
import { briefComparables, briefFormats, briefInvitations, briefs } from '../schema/briefs.server.ts';
import { catalogueBriefs, cataloguePublishers } from './catalogue/index.server.ts';
import type { SeedBrief } from './catalogue/types.server.ts';
import { dayFrom, daysFrom } from './days.server.ts';
import { idOf, type Ids } from './people.server.ts';

/** Writes the briefs in all their states, with their formats, comparable covers and invitations. */
export async function seedBriefs(db: Db, ids: Ids, now: Date): Promise<void> {
  const drafts = catalogueBriefs.map((brief, at) => ({ brief, id: randomUUID(), at }));
  await db.insert(briefs).values(drafts.map(({ brief, id, at }) => briefRow(brief, id, at, ids, now)));
  await db.insert(briefFormats).values(drafts.flatMap(({ brief, id }) => formatRows(brief, id)));
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

function briefRow(brief: SeedBrief, id: string, at: number, ids: Ids, now: Date): typeof briefs.$inferInsert {
  const posted = daysFrom(now, -brief.postedDaysAgo, at + 3);
  const max = brief.budget && 'max' in brief.budget ? brief.budget.max * 100 : null;
  const min = brief.budget && 'min' in brief.budget ? brief.budget.min * 100 : null;
  const published = brief.state !== 'draft' && !(brief.state === 'cancelled' && !brief.genre);
  const ended = ['closed', 'cancelled', 'awarded'].includes(brief.state);
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
    ...{ isbn: brief.isbn, language: brief.language, genre: brief.genre, audience: brief.audience },
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
    closedAt: ended ? daysFrom(now, -brief.postedDaysAgo / 3, at) : null,
    createdAt: posted,
    updatedAt: posted,
  };
}

const formatRows = (brief: SeedBrief, briefId: string): (typeof briefFormats.$inferInsert)[] =>
  brief.formats.map((format, position) => {
    const trim = format.trim ? parseTrim(format.trim) : null;
    return {
      ...{
        briefId,
        position,
        kind: format.kind,
        printer: format.printer,
        paper: format.paper,
        notes: format.notes,
      },
      ...{ trimWidth: trim?.width, trimHeight: trim?.height, trimUnit: trim?.unit, pageCount: format.pages },
      ...{ pagesFinal: format.pagesFinal ?? false, spineMm: format.spineMm },
    };
  });
