/**
 * Finds what may fit, and lets `rules.ts` choose. Whatever the size of the market, so many are looked at and no more: each
 * query is a walk along an index with an end.
 */
import { and, arrayContains, eq, gte, isNotNull, ne, not, notExists, or, sql, type SQL } from 'drizzle-orm';
import type { Db } from '#db/client.server.ts';
import { briefs } from '#db/schema/briefs.server.ts';
import { blocks } from '#db/schema/conversations.server.ts';
import { designers } from '#db/schema/designers.server.ts';
import { proposals } from '#db/schema/proposals.server.ts';
import { briefInvitations } from '#db/schema/saves.server.ts';
import { findBriefs, type ListRow } from '../briefs/list.server.ts';
import { budgetBandOf } from '../briefs/rules.ts';
import type { Brief } from '../briefs/queries.server.ts';
import { GENRE_KEYS } from '../covers/rules.ts';
import type { ListedDesigner } from '../designers/designer.ts';
import { findDesigners } from '../designers/queries.server.ts';
import type { Person } from '../people/rules.ts';
import { best, freshnessOf, judgeFit, LOOKED_AT, type Offer, type Wish } from './rules.ts';

type Day = { today: string; now: Date };
export type Recommended<One> = One & { reasons: string[] };

/** Open briefs that suit a designer, best first, each with why. Those they have answered are left out. Two queries. */
export async function recommendBriefs(
  db: Db,
  viewer: Person,
  { today, now }: Day,
  limit: number,
): Promise<Recommended<{ brief: ListRow }>[]> {
  const judged = (await briefsFor(db, viewer, today)).map(({ id, publishedAt, offer, ...wish }) => ({
    id,
    ...judgeFit({ wish, offer, freshness: freshnessOf('brief', publishedAt, now) }, 'designer'),
  }));
  const chosen = best(judged, { readerId: viewer.id, day: today, limit });
  const rows = await findBriefs(
    db,
    viewer,
    chosen.map(({ id }) => id),
  );
  return chosen.flatMap(({ id, reasons }) => {
    const brief = rows.get(id);
    return brief ? [{ brief, reasons }] : [];
  });
}

type Candidate = Wish & { id: string; publishedAt: Date | null; offer: Offer };

/** The newest open briefs of each genre a designer names, of every genre when they name none; and what the designer offers. */
async function briefsFor(db: Db, viewer: Person, today: string): Promise<Candidate[]> {
  const { genres, formats, priceBand, availability } = designers;
  const named = sql`case when ${genres} = '{}' then ${listOf(GENRE_KEYS)} else ${genres} end`;
  const { ownerId, genre, formatKinds, budgetBand, publishedAt } = briefs;
  const newest = db
    .select({ id: briefs.id, ownerId, genre, formatKinds, budgetBand, publishedAt })
    .from(briefs)
    .where(and(isListed, eq(genre, sql`named.genre`), gte(briefs.finalOn, today)))
    .orderBy(sql`${publishedAt} desc nulls last, ${briefs.id} desc nulls last`)
    .getSQL();
  // drizzle's own limit is a number that is known beforehand.
  const share = sql`ceil(${LOOKED_AT.briefs} / cardinality(${named})::numeric)`;
  const [id, owner] = [sql<string>`newest.id`, sql`newest.owner_id`];
  return db
    .select({
      id,
      genre: sql<Wish['genre']>`newest.genre`,
      formatKinds: sql<Wish['formatKinds']>`newest.format_kinds`.mapWith(formatKinds),
      budgetBand: sql<Wish['budgetBand']>`newest.budget_band`,
      publishedAt: sql<Date | null>`newest.published_at`.mapWith(publishedAt),
      offer: { genres, formats, priceBand, availability },
    })
    .from(designers)
    .crossJoinLateral(sql`unnest(${named}) as named(genre)`)
    .crossJoinLateral(sql`(${newest} limit ${share}) as newest`)
    .where(
      and(
        eq(designers.personId, viewer.id),
        ne(owner, viewer.id),
        notExists(proposalsOf(db, id, sql`${viewer.id}`)),
        notExists(refusalsOf(db, id, viewer.id)),
        notBlocked(owner, sql`${viewer.id}`),
      ),
    );
}

/** What somebody brings about a brief for a designer to be found. */
export type Sought = { id: string; ownerId: string } & Wish;

/** Designers who suit a brief, best first, each with why. Those it has reached already are left out. Two queries. */
export async function recommendDesigners(
  db: Db,
  viewer: Person,
  sought: Sought,
  { today, now }: Day,
  limit: number,
): Promise<Recommended<{ designer: ListedDesigner }>[]> {
  const judged = (await designersFor(db, sought)).map(({ id, lastShownAt, ...offer }) => ({
    id,
    ...judgeFit({ wish: sought, offer, freshness: freshnessOf('designer', lastShownAt, now) }, 'publisher'),
  }));
  const chosen = best(judged, { readerId: viewer.id, day: today, limit });
  const cards = await findDesigners(
    db,
    chosen.map(({ id }) => id),
  );
  return chosen.flatMap(({ id, reasons }) => {
    const designer = cards.get(id);
    return designer ? [{ designer, reasons }] : [];
  });
}

/** Of the designers who showed a cover last, those who name the genre, or none at all, and have time. */
async function designersFor(db: Db, { id: briefId, ownerId, genre }: Sought) {
  const lastFirst = sql`${designers.lastShownAt} desc nulls last, ${designers.personId} desc nulls last`;
  const newest = db
    .select({
      ...{ id: designers.personId, genres: designers.genres, formats: designers.formats },
      ...{ priceBand: designers.priceBand, availability: designers.availability },
      lastShownAt: designers.lastShownAt,
    })
    .from(designers)
    .where(and(isNotNull(designers.lastShownAt), not(designers.hidden)))
    .orderBy(lastFirst)
    .limit(LOOKED_AT.designers)
    .as('newest');
  return db
    .select()
    .from(newest)
    .where(
      and(
        or(sql`${newest.genres} = '{}'`, genre ? arrayContains(newest.genres, [genre]) : undefined),
        ne(newest.availability, 'closed'),
        ne(newest.id, ownerId),
        notExists(proposalsOf(db, sql`${briefId}`, sql`${newest.id}`)),
        notExists(
          db
            .select({ one: sql`1` })
            .from(briefInvitations)
            .where(and(eq(briefInvitations.briefId, briefId), eq(briefInvitations.designerId, newest.id))),
        ),
        notBlocked(sql`${newest.id}`, sql`${ownerId}`),
      ),
    )
    .orderBy(sql`${newest.lastShownAt} desc, ${newest.id} desc`)
    .limit(LOOKED_AT.fitting);
}

// Spelled out, not as parameters: only then does PostgreSQL know that the partial indexes fit.
const isListed = sql`${briefs.state} = 'open' and ${briefs.visibility} = 'public'`;

const listOf = (words: readonly string[]) =>
  sql`array[${sql.join(
    words.map((word) => sql`${word}`),
    sql`, `,
  )}]::text[]`;

const proposalsOf = (db: Db, briefId: SQL, designerId: SQL) =>
  db
    .select({ one: sql`1` })
    .from(proposals)
    .where(
      and(
        eq(proposals.briefId, briefId),
        eq(proposals.designerId, designerId),
        ne(proposals.state, 'withdrawn'),
      ),
    );

/** Invitations to a brief that a designer has declined. */
const refusalsOf = (db: Db, briefId: SQL, designerId: string) =>
  db
    .select({ one: sql`1` })
    .from(briefInvitations)
    .where(
      and(
        eq(briefInvitations.briefId, briefId),
        eq(briefInvitations.designerId, designerId),
        isNotNull(briefInvitations.declinedAt),
      ),
    );

/** Has neither blocked the other? */
const notBlocked = (a: SQL, b: SQL): SQL =>
  sql`not exists (select 1 from ${blocks} k
    where (k.person_id = ${a} and k.blocked_id = ${b}) or (k.person_id = ${b} and k.blocked_id = ${a}))`;

/** A brief as far as it counts. */
export const soughtOf = ({ id, ownerId, details }: Brief): Sought => ({
  ...{ id, ownerId, genre: details.genre, formatKinds: details.formats.map(({ kind }) => kind) },
  budgetBand: budgetBandOf(details.budgetMax ?? details.budgetMin),
});
