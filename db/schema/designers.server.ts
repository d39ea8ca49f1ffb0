import { sql, type SQL } from 'drizzle-orm';
import { boolean, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import {
  FORMAT_KEYS,
  GENRE_KEYS,
  STYLE_KEYS,
  type Format,
  type Genre,
  type Style,
} from '../../app/domain/covers/rules.ts';
import {
  AVAILABILITY_KEYS,
  PRICE_BAND_KEYS,
  type Availability,
  type PriceBand,
} from '../../app/domain/designers/rules.ts';
import { allOf, createdAt, moment, oneOf, tsvector, wordList, words } from './columns.server.ts';
import { people } from './people.server.ts';

/** A designer's public profile. `lastShownAt` is when their newest public piece appeared; null hides the profile from search. */
export const designers = pgTable(
  'designers',
  {
    personId: uuid()
      .primaryKey()
      .references(() => people.id, { onDelete: 'cascade' }),
    slug: text().notNull().unique(),
    name: text().notNull(),
    headline: words(),
    bio: words(),
    location: words(),
    genres: wordList().$type<Genre[]>(),
    styles: wordList().$type<Style[]>(),
    formats: wordList().$type<Format[]>(),
    availability: text().$type<Availability>().notNull().default('now'),
    priceBand: text().$type<PriceBand>(),
    pieceCount: integer().notNull().default(0),
    lastShownAt: moment(),
    hidden: boolean().notNull().default(false),
    version: integer().notNull().default(1),
    createdAt: createdAt(),
    updatedAt: createdAt(),
    search: tsvector().generatedAlwaysAs(
      (): SQL => sql`setweight(to_tsvector('english', ${designers.name} || ' ' || ${designers.location}), 'A') ||
        setweight(to_tsvector('english', ${designers.headline}), 'B') || setweight(to_tsvector('english', ${designers.bio}), 'C')`,
    ),
  },
  (t) => [
    oneOf('designers_availability', t.availability, AVAILABILITY_KEYS),
    oneOf('designers_price_band', t.priceBand, PRICE_BAND_KEYS),
    allOf('designers_genres', t.genres, GENRE_KEYS),
    allOf('designers_styles', t.styles, STYLE_KEYS),
    allOf('designers_formats', t.formats, FORMAT_KEYS),
    index('designers_feed')
      .on(t.lastShownAt.desc(), t.personId.desc())
      .where(sql`${t.lastShownAt} is not null and not ${t.hidden}`),
    index('designers_search').using('gin', t.search),
  ],
);
