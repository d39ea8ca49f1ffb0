import { sql, type SQL } from 'drizzle-orm';
import {
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  smallint,
  text,
  uniqueIndex,
  uuid,
  type AnyPgColumn,
} from 'drizzle-orm/pg-core';
import {
  AI_POLICIES,
  APPROACHES,
  AUDIENCES,
  BRIEF_STATE_KEYS,
  BUDGET_BAND_KEYS,
  BUDGET_KINDS,
  CURRENCIES,
  DIRECTIONS,
  PAPERS,
  PRINTERS,
  RIGHTS_MEDIA,
  RIGHTS_TERMS,
  RIGHTS_TERRITORIES,
  STOCK_POLICIES,
  VISIBILITY,
  type AiPolicy,
  type Approach,
  type Audience,
  type BriefState,
  type BudgetBand,
  type Currency,
  type Direction,
  type Paper,
  type Printer,
  type RightsMedium,
  type RightsTerm,
  type RightsTerritory,
  type StockPolicy,
  type Visibility,
} from '../../app/domain/briefs/rules.ts';
import type { Measures } from '../../app/domain/briefs/spec-versions.ts';
import { FORMAT_KEYS, GENRE_KEYS, type Format, type Genre } from '../../app/domain/covers/rules.ts';
import type { CoverSpec } from '../../app/domain/covers/spec.ts';
import { allOf, createdAt, id, moment, oneOf, tsvector, wordList, words } from './columns.server.ts';
import { images } from './images.server.ts';
import { people } from './people.server.ts';

const keys = (list: Record<string, string>) => Object.keys(list);

/** Briefs that the public list shows. */
const isListed = (t: { state: AnyPgColumn; visibility: AnyPgColumn }) =>
  sql`${t.state} = 'open' and ${t.visibility} = 'public'`;

/**
 * A publisher's request for one book's cover. `formatKinds`, `budgetBand` and `budgetRank` repeat what the
 * rows below and the amounts say, so that the public list filters and sorts from one index.
 */
export const briefs = pgTable(
  'briefs',
  {
    id: id(),
    ownerId: uuid()
      .notNull()
      .references(() => people.id),
    state: text().$type<BriefState>().notNull().default('draft'),
    visibility: text().$type<Visibility>().notNull().default('public'),
    version: integer().notNull().default(1),
    duplicateOf: uuid(),

    title: words(),
    subtitle: words(),
    authorName: words(),
    series: words(),
    seriesNumber: words(),
    imprint: words(),
    isbn: words(),
    publicationOn: date(),
    language: text().notNull().default('en'),
    /** Null while it follows from the language. */
    direction: text().$type<Direction>(),

    genre: text().$type<Genre>(),
    audience: text().$type<Audience>(),
    coversToAvoid: words(),

    blurb: words(),
    synopsis: words(),
    toneWords: wordList(),
    mustHave: words(),
    mustAvoid: words(),
    palette: words(),
    approach: text().$type<Approach>(),

    formatKinds: wordList().$type<Format[]>(),
    productionNotes: words(),

    budgetKind: text().notNull().default('open'),
    budgetMin: integer(),
    budgetMax: integer(),
    currency: text().$type<Currency>().notNull().default('EUR'),
    budgetBand: text().$type<BudgetBand>().notNull().default('open'),
    budgetRank: integer().notNull().default(0),
    roundOneOn: date(),
    finalOn: date(),
    concepts: smallint(),
    revisionRounds: smallint(),
    rightsMedia: wordList().$type<RightsMedium[]>(),
    rightsTerritory: text().$type<RightsTerritory>(),
    rightsTerm: text().$type<RightsTerm>(),
    rightsExclusive: boolean().notNull().default(true),
    creditLine: words(),
    aiPolicy: text().$type<AiPolicy>(),
    stockPolicy: text().$type<StockPolicy>(),

    publishedAt: moment(),
    closedAt: moment(),
    createdAt: createdAt(),
    updatedAt: createdAt(),
    search: tsvector().generatedAlwaysAs(
      (): SQL => sql`setweight(to_tsvector('english', ${briefs.title} || ' ' || ${briefs.subtitle} || ' ' || ${briefs.authorName}), 'A') ||
        setweight(to_tsvector('english', ${briefs.imprint} || ' ' || ${briefs.series}), 'B') ||
        setweight(to_tsvector('english', ${briefs.blurb} || ' ' || ${briefs.mustHave}), 'C')`,
    ),
  },
  (t) => [
    oneOf('briefs_state', t.state, BRIEF_STATE_KEYS),
    oneOf('briefs_visibility', t.visibility, keys(VISIBILITY)),
    oneOf('briefs_genre', t.genre, GENRE_KEYS),
    oneOf('briefs_direction', t.direction, keys(DIRECTIONS)),
    oneOf('briefs_audience', t.audience, keys(AUDIENCES)),
    oneOf('briefs_approach', t.approach, keys(APPROACHES)),
    oneOf('briefs_budget_kind', t.budgetKind, keys(BUDGET_KINDS)),
    oneOf('briefs_currency', t.currency, keys(CURRENCIES)),
    oneOf('briefs_budget_band', t.budgetBand, BUDGET_BAND_KEYS),
    oneOf('briefs_rights_territory', t.rightsTerritory, keys(RIGHTS_TERRITORIES)),
    oneOf('briefs_rights_term', t.rightsTerm, keys(RIGHTS_TERMS)),
    oneOf('briefs_ai_policy', t.aiPolicy, keys(AI_POLICIES)),
    oneOf('briefs_stock_policy', t.stockPolicy, keys(STOCK_POLICIES)),
    allOf('briefs_rights_media', t.rightsMedia, keys(RIGHTS_MEDIA)),
    allOf('briefs_format_kinds', t.formatKinds, FORMAT_KEYS),
    check(
      'briefs_published_complete',
      sql`${t.state} in ('draft', 'cancelled') or (${t.title} <> '' and ${t.genre} is not null
        and ${t.finalOn} is not null and cardinality(${t.formatKinds}) > 0 and ${t.publishedAt} is not null)`,
    ),
    check(
      'briefs_budget_order',
      sql`${t.budgetMin} is null or ${t.budgetMax} is null or ${t.budgetMin} <= ${t.budgetMax}`,
    ),
    check(
      'briefs_dates_order',
      sql`${t.roundOneOn} is null or ${t.finalOn} is null or ${t.roundOneOn} <= ${t.finalOn}`,
    ),
    index('briefs_of_owner').on(t.ownerId, t.updatedAt.desc(), t.id.desc()),
    index('briefs_latest').on(t.updatedAt.desc(), t.id.desc()),
    // What the public list filters by follows the order: filtering and counting then never leave the index.
    index('briefs_feed')
      .on(t.publishedAt.desc(), t.id.desc(), t.finalOn, t.genre, t.budgetBand, t.formatKinds)
      .where(isListed(t)),
    index('briefs_feed_by_genre')
      .on(t.genre, t.publishedAt.desc(), t.id.desc(), t.finalOn, t.budgetBand, t.formatKinds)
      .where(isListed(t)),
    index('briefs_feed_by_budget_band')
      .on(t.budgetBand, t.publishedAt.desc(), t.id.desc(), t.finalOn, t.genre, t.formatKinds)
      .where(isListed(t)),
    index('briefs_by_deadline').on(t.finalOn, t.id, t.genre, t.budgetBand, t.formatKinds).where(isListed(t)),
    index('briefs_by_budget')
      .on(t.budgetRank.desc(), t.id.desc(), t.finalOn, t.genre, t.budgetBand, t.formatKinds)
      .where(isListed(t)),
    // For filters that few briefs pass together. All three share one predicate, or a search would read the
    // whole of another to learn what is open.
    index('briefs_facets').using('gin', t.genre, t.budgetBand, t.formatKinds).where(isListed(t)),
    index('briefs_search').using('gin', t.search).where(isListed(t)),
    index('briefs_title_trigrams')
      .using('gin', sql`${t.title} gin_trgm_ops`)
      .where(isListed(t)),
  ],
);

/** What must be delivered, each with the print specification its cover is checked against. */
export const briefFormats = pgTable(
  'brief_formats',
  {
    id: id(),
    briefId: uuid()
      .notNull()
      .references(() => briefs.id, { onDelete: 'cascade' }),
    position: smallint().notNull(),
    kind: text().$type<Format>().notNull(),
    printer: text().$type<Printer>(),
    trimWidth: numeric({ precision: 8, scale: 4, mode: 'number' }),
    trimHeight: numeric({ precision: 8, scale: 4, mode: 'number' }),
    trimUnit: text().$type<'in' | 'mm'>(),
    paper: text().$type<Paper>(),
    pageCount: integer(),
    pagesFinal: boolean().notNull().default(false),
    spineMm: numeric({ precision: 7, scale: 3, mode: 'number' }),
    notes: words(),
  },
  (t) => [
    uniqueIndex('brief_formats_order').on(t.briefId, t.position),
    oneOf('brief_formats_kind', t.kind, FORMAT_KEYS),
    oneOf('brief_formats_printer', t.printer, keys(PRINTERS)),
    oneOf('brief_formats_paper', t.paper, keys(PAPERS)),
    oneOf('brief_formats_trim_unit', t.trimUnit, ['in', 'mm']),
    check('brief_formats_pages', sql`${t.pageCount} between 1 and 3000`),
  ],
);

/**
 * What each format of a published brief was made to, from which version on: written when it differs from the row before,
 * never altered. `formatId` is no foreign key, because a format that is taken out stays what files were checked against; `spec`
 * is null from when it is not asked for any more, or cannot be computed.
 */
export const coverSpecs = pgTable(
  'cover_specs',
  {
    id: id(),
    briefId: uuid()
      .notNull()
      .references(() => briefs.id),
    formatId: uuid().notNull(),
    briefVersion: integer().notNull(),
    kind: text().$type<Format>().notNull(),
    spec: jsonb().$type<CoverSpec>(),
    /** Numbers as they were told then: a printer's table may be corrected later. */
    measures: jsonb().$type<Measures>(),
    pagesFinal: boolean().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('cover_specs_of_format').on(t.formatId, t.briefVersion),
    index('cover_specs_of_brief').on(t.briefId, t.formatId, t.briefVersion),
    oneOf('cover_specs_kind', t.kind, FORMAT_KEYS),
  ],
);

/** Covers the publisher points at, and what they like about each. */
export const briefComparables = pgTable(
  'brief_comparables',
  {
    id: id(),
    briefId: uuid()
      .notNull()
      .references(() => briefs.id, { onDelete: 'cascade' }),
    position: smallint().notNull(),
    title: text().notNull(),
    author: words(),
    likes: words(),
  },
  (t) => [uniqueIndex('brief_comparables_order').on(t.briefId, t.position)],
);

/** Pictures that go with a brief; only those who may read the brief may see them. */
export const briefReferences = pgTable(
  'brief_references',
  {
    id: id(),
    briefId: uuid()
      .notNull()
      .references(() => briefs.id, { onDelete: 'cascade' }),
    imageId: uuid()
      .notNull()
      .references(() => images.id),
    caption: words(),
    createdAt: createdAt(),
  },
  (t) => [
    index('brief_references_of_brief').on(t.briefId, t.createdAt),
    index('brief_references_image').on(t.imageId),
  ],
);
