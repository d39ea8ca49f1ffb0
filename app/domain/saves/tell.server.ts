/** Tells people by mail what is new in their searches, in the morning where they are; nothing when nothing is new. */
import { and, eq, isNull, ne } from 'drizzle-orm';
import type { Db } from '#db/client.server.ts';
import { people } from '#db/schema/people.server.ts';
import { savedSearches } from '#db/schema/saves.server.ts';
import type { Queue } from '../../jobs/queue.server.ts';
import { letterOf } from '../notifications/letter.ts';
import { writeMail } from '../notifications/mails.server.ts';
import { morningsOf } from '../notifications/morning.ts';
import type { Person } from '../people/rules.ts';
import type { Say } from '../briefs/words.ts';
import { findNewest, type Find } from './finds.server.ts';
import type { SearchKind } from './rules.ts';
import { paramsOf } from './searches.ts';

/** What mail is made with: where its links lead, and the formatters of whoever reads it. */
export type Press = { origin: string; sayFor: (reader: Pick<Person, 'locale' | 'timeZone'>) => Say };

const recipient = { id: people.id, timeZone: people.timeZone, locale: people.locale };
const heard = and(ne(savedSearches.frequency, 'off'), isNull(people.suspendedAt));

type Search = typeof savedSearches.$inferSelect;

/** Has there been a morning on which it is told, since it last was, or was saved? */
function isDue({ frequency, toldAt, createdAt }: Search, timeZone: string, now: Date): boolean {
  if (frequency === 'off') return false;
  return (toldAt ?? createdAt) < morningsOf(now, timeZone)[frequency];
}

/** The searches that are to be told of now. */
export async function searchesDue(db: Db, now: Date): Promise<string[]> {
  const rows = await db
    .select({ search: savedSearches, timeZone: people.timeZone })
    .from(savedSearches)
    .innerJoin(people, eq(people.id, savedSearches.personId))
    .where(heard);
  return rows.flatMap(({ search, timeZone }) => (isDue(search, timeZone, now) ? [search.id] : []));
}

/** A mail holds so many; the list has them all. */
const MOST_TOLD = 12;
/** What is posted at this very moment may not be seen yet: it is for the next mail. */
const MARGIN_MS = 60_000;

const ACTIONS: Record<SearchKind, string> = {
  briefs: 'Read the brief',
  designers: 'See their covers',
  covers: 'See the cover',
};

/** Tells of one search, in the caller's transaction. Two workers, or one that died and another, tell it once. */
export async function tellSearch(tx: Db, queue: Queue, press: Press, id: string, now: Date): Promise<void> {
  const [row] = await tx
    .select({ search: savedSearches, recipient })
    .from(savedSearches)
    .innerJoin(people, eq(people.id, savedSearches.personId))
    .where(and(eq(savedSearches.id, id), heard))
    .for('update', { of: savedSearches });
  if (!row || !isDue(row.search, row.recipient.timeZone, now)) return;
  const { kind, query, toldUntil } = row.search;
  const until = new Date(Math.max(toldUntil.getTime(), now.getTime() - MARGIN_MS));
  const { day } = morningsOf(now, row.recipient.timeZone);
  const wanted = { since: toldUntil, limit: MOST_TOLD + 1, today: day, say: press.sayFor(row.recipient) };
  const found = await findNewest(tx, kind, paramsOf(query), wanted);
  const news = found.filter(({ at }) => at <= until);
  if (news.length > 0)
    await writeMail(tx, queue, {
      ...{ personId: row.recipient.id, occasion: `search ${id} ${day}`, topic: 'searches' },
      ...letterTo(row.search, news, press.origin),
    });
  await tx.update(savedSearches).set({ toldUntil: until, toldAt: now }).where(eq(savedSearches.id, id));
}

function letterTo({ kind, name, query }: Search, news: readonly Find[], origin: string) {
  const shown = news.slice(0, MOST_TOLD);
  const entries = shown.map(({ title, text, href }) => ({
    line: title,
    more: text,
    href,
    action: ACTIONS[kind],
  }));
  const more = news.length > MOST_TOLD ? 'There is more than fits here.' : '';
  const rest = {
    line: `That is new in your search “${name}”.`,
    more,
    href: query,
    action: 'See the whole list',
  };
  const others = shown.length > 1 ? ` and ${shown.length - 1} more` : '';
  return {
    subject: `New in “${name}”: ${shown[0]?.title ?? ''}${others}`,
    ...letterOf(origin, [{ entries }, { entries: [rest] }]),
  };
}
