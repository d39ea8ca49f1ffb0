import { sql, type SQL } from 'drizzle-orm';
import { check, index, integer, pgTable, smallint, text, uuid } from 'drizzle-orm/pg-core';
import {
  FORMAT_KEYS,
  GENRE_KEYS,
  STYLE_KEYS,
  type Format,
  type Genre,
  type Style,
} from '../../app/domain/covers/rules.ts';
import { PIECE_ROLE_KEYS, type PieceRole } from '../../app/domain/portfolios/rules.ts';
import { allOf, createdAt, id, moment, oneOf, tsvector, wordList, words } from './columns.server.ts';
import { designers } from './designers.server.ts';
import { images } from './images.server.ts';

/** The covers designers show. `shownAt` is null while a piece is a draft only its owner sees. */
export const pieces = pgTable(
  'pieces',
  {
    id: id(),
    designerId: uuid()
      .notNull()
      .references(() => designers.personId, { onDelete: 'cascade' }),
    imageId: uuid()
      .notNull()
      .references(() => images.id),
    position: integer().notNull(),
    title: words(),
    author: words(),
    publisher: words(),
    genre: text().$type<Genre>(),
    format: text().$type<Format>(),
    styles: wordList().$type<Style[]>(),
    year: smallint(),
    role: text().$type<PieceRole>().notNull().default('design'),
    creditLine: words(),
    altText: words(),
    about: words(),
    version: integer().notNull().default(1),
    shownAt: moment(),
    createdAt: createdAt(),
    updatedAt: createdAt(),
    search: tsvector().generatedAlwaysAs(
      (): SQL => sql`setweight(to_tsvector('english', ${pieces.title} || ' ' || ${pieces.author}), 'A') ||
        setweight(to_tsvector('english', ${pieces.publisher} || ' ' || ${pieces.about} || ' ' || ${pieces.altText}), 'C')`,
    ),
  },
  (t) => [
    oneOf('pieces_genre', t.genre, GENRE_KEYS),
    oneOf('pieces_format', t.format, FORMAT_KEYS),
    oneOf('pieces_role', t.role, PIECE_ROLE_KEYS),
    allOf('pieces_styles', t.styles, STYLE_KEYS),
    check(
      'pieces_shown_complete',
      sql`${t.shownAt} is null or (${t.title} <> '' and ${t.author} <> '' and ${t.genre} is not null and ${t.format} is not null)`,
    ),
    index('pieces_of_designer').on(t.designerId, t.position),
    index('pieces_image').on(t.imageId),
    index('pieces_feed')
      .on(t.shownAt.desc(), t.id.desc())
      .where(sql`${t.shownAt} is not null`),
    index('pieces_feed_by_genre')
      .on(t.genre, t.shownAt.desc(), t.id.desc())
      .where(sql`${t.shownAt} is not null`),
    index('pieces_styles').using('gin', t.styles),
    index('pieces_search').using('gin', t.search),
  ],
);
