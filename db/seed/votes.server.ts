/** What publishers noted of proposals, and what guests said of them, for the sample catalogue. */
import { randomUUID } from 'node:crypto';
import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Db } from '../client.server.ts';
import { LIVE_PROPOSALS } from '../../app/domain/proposals/rules.ts';
import { hashOfToken, linkToken } from '../../app/domain/votes/links.server.ts';
import { LINK_DAYS } from '../../app/domain/votes/rules.ts';
import { briefs } from '../schema/briefs.server.ts';
import { events } from '../schema/events.server.ts';
import { guestVotes, proposalNotes, proposals, voteLinks } from '../schema/proposals.server.ts';
import { developmentPublisher } from './catalogue/development.server.ts';
import { daysFrom } from './days.server.ts';
import { idOf, type Ids } from './people.server.ts';

const NOTES = [
  'The type on the second cover is exactly it. Ask who drew the letters.',
  'Quick, and over what we have. Would one concept fewer bring it down?',
  '',
  'Sales will like this one. Check whether the spine is in the price.',
];
const GUESTS = [
  { name: 'Greta, sales', scores: [5, 3, 4], comment: 'I could sell this from across the shop.' },
  { name: 'Jonas, publicity', scores: [4, 2, 5], comment: '' },
  { name: 'Amina Reyes, the author', scores: [5, 4, 2], comment: 'She has read it, one can tell.' },
];

/** Notes and votes on the proposals that wait for Harriet: a link that is open, one she has closed, and one that has run out. */
export async function seedVotes(db: Db, ids: Ids, now: Date): Promise<void> {
  const harriet = idOf(ids, developmentPublisher.subject);
  const live = await db
    .select({ id: proposals.id, briefId: briefs.id, title: briefs.title })
    .from(proposals)
    .innerJoin(briefs, eq(briefs.id, proposals.briefId))
    .where(and(eq(briefs.ownerId, harriet), inArray(proposals.state, [...LIVE_PROPOSALS])))
    .orderBy(asc(briefs.createdAt), asc(proposals.submittedAt), asc(proposals.id));
  const [first] = live;
  if (!first) return;
  const notes = live.flatMap(({ id }, at) => {
    const body = NOTES[at % NOTES.length] ?? '';
    return body === '' ? [] : [{ proposalId: id, body }];
  });
  await db.insert(proposalNotes).values(notes);
  const asked = live.filter(({ briefId }) => briefId === first.briefId).slice(0, 3);
  const [open, closed] = [linkOf(first.briefId, now, -3), linkOf(first.briefId, now, -12)];
  await db.insert(voteLinks).values([
    { ...open, label: 'Editorial meeting', showsPrice: true },
    { ...closed, label: 'The author’s friends', closedAt: daysFrom(now, -4) },
    { ...linkOf(first.briefId, now, -LINK_DAYS - 4), label: 'Booksellers, at the fair' },
  ]);
  const cast = GUESTS.map(({ name, scores, comment }, nth) => ({
    ...{ name, comment, scores, guest: randomUUID(), createdAt: daysFrom(now, -2, nth) },
  }));
  await db.insert(guestVotes).values(
    cast.flatMap(({ scores, comment, createdAt, ...guest }) =>
      asked.map(({ id: proposalId }, at) => ({
        ...{ ...guest, linkId: open.id, proposalId, createdAt, updatedAt: createdAt },
        ...{ score: scores[at] ?? 3, comment: at === 0 ? comment : '' },
      })),
    ),
  );
  await db.insert(events).values(
    cast.map(({ name, createdAt }) => ({
      ...{ type: 'vote.cast' as const, subjectId: first.briefId, briefId: first.briefId, createdAt },
      data: { title: first.title, guest: name },
    })),
  );
}

/** Nobody has the address of a sample's link: its publisher makes another. */
const linkOf = (briefId: string, now: Date, days: number) => ({
  ...{ id: randomUUID(), briefId, tokenHash: hashOfToken(linkToken(randomUUID(), briefId)) },
  ...{ createdAt: daysFrom(now, days), expiresAt: daysFrom(now, days + LINK_DAYS) },
});
