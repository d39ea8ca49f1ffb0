import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { events } from '#db/schema/events.server.ts';
import { notifications } from '#db/schema/notifications.server.ts';
import { guestVotes, voteLinks } from '#db/schema/proposals.server.ts';
import { testDatabase } from '#app/testing/database.server.ts';
import { aBrief, aDesigner, aPublisher } from '#app/testing/people.ts';
import { aProposal } from '#app/testing/proposals.ts';
import { testQueue } from '#app/testing/queue.ts';
import { Conflict, Forbidden, Gone, NotFound } from '../errors.ts';
import { castVotes } from './commands.server.ts';
import { VoteForm } from './form.ts';
import { closeLink, linkToken, openLink } from './links.server.ts';
import { getLink, getVotes, listVotedOn, votesOfGuest } from './queries.server.ts';
import { linkState, MOST_GUESTS, scoreWords, whyOver } from './rules.ts';
import { guestFacts, resultsOf, votedValues } from './words.ts';

const database = await testDatabase();
const { db } = database;
const queue = testQueue(database);
const NOW = new Date('2026-11-21T12:00:00.000Z');
const LATER = new Date('2026-12-06T12:00:00.000Z');

/** A brief with two proposals and a link to vote on them. */
async function aLink(values = { label: 'Editorial meeting', showsPrice: false }) {
  const paula = await aPublisher(db);
  const brief = await aBrief(db, paula);
  const [one, two] = [
    await aProposal(db, brief, await aDesigner(db, { name: 'Dora Bodoni' })),
    await aProposal(db, brief, await aDesigner(db, { name: 'Dario Didot' }), { state: 'shortlisted' }),
  ];
  const token = linkToken('secret', randomUUID());
  await openLink(db, paula, { briefId: brief.id, token, values, now: NOW });
  return { paula, brief, token, one: one.id, two: two.id };
}
type Link = Awaited<ReturnType<typeof aLink>>;
type Vote = { proposalId: string; score: number; comment: string };

const cast = ({ token }: Link, guest: string, votes: Vote[], name = 'Greta', now = NOW) =>
  castVotes(db, queue, { token, guest, values: { name, votes }, now });
const vote = (proposalId: string, score: number, comment = '') => ({ proposalId, score, comment });

describe('a link', () => {
  test('opens to whoever has it, and is kept as a hash alone', async () => {
    const link = await aLink();
    const found = await getLink(db, link.token, NOW);
    expect(found).toMatchObject({
      brief: { id: link.brief.id },
      showsPrice: false,
      publisher: 'Saltmarsh Press',
    });
    const [row] = await db.select().from(voteLinks).where(eq(voteLinks.id, found.id));
    expect(JSON.stringify(row)).not.toContain(link.token);
  });

  test('is the same for the same form, and for no other', () => {
    expect(linkToken('secret', 'form')).toBe(linkToken('secret', 'form'));
    expect(linkToken('secret', 'form')).not.toBe(linkToken('secret', 'another'));
    expect(linkToken('secret', 'form')).not.toBe(linkToken('another', 'form'));
    expect(linkToken('secret', 'form')).toMatch(/^[\w-]{32}$/);
  });

  test('that nobody made is not there', async () => {
    for (const none of ['none', '', undefined, 'x'.repeat(32), '%00'])
      await expect(getLink(db, none, NOW)).rejects.toThrow(NotFound);
  });

  test('is over after 14 days, once it is closed, and when the choice is made', async () => {
    const link = await aLink();
    await expect(getLink(db, link.token, LATER)).rejects.toThrow(Gone);
    const { links } = await getVotes(db, link.paula, link.brief.id);
    const closing = { briefId: link.brief.id, linkId: links[0]?.id, now: NOW };
    await closeLink(db, link.paula, closing);
    await expect(getLink(db, link.token, NOW)).rejects.toThrow('has closed it');
    await expect(closeLink(db, link.paula, closing)).rejects.toThrow(Conflict);
    expect(whyOver('open', 'awarded')).toContain('The choice has been made');
    expect(whyOver('open', 'paused')).toBeNull();
    expect(linkState({ closedAt: null, expiresAt: NOW }, NOW)).toBe('expired');
  });

  test('is for the publisher of the brief to make and close', async () => {
    const link = await aLink();
    const [rival, dora] = [await aPublisher(db), await aDesigner(db)];
    const opening = {
      briefId: link.brief.id,
      token: 'x'.repeat(32),
      values: { label: '', showsPrice: true },
      now: NOW,
    };
    for (const somebody of [rival, dora]) {
      await expect(openLink(db, somebody, opening)).rejects.toThrow(Forbidden);
      await expect(getVotes(db, somebody, link.brief.id)).rejects.toThrow(Forbidden);
    }
    const { links } = await getVotes(db, link.paula, link.brief.id);
    const elsewhere = await aBrief(db, link.paula);
    const closing = { briefId: elsewhere.id, linkId: links[0]?.id, now: NOW };
    await expect(closeLink(db, link.paula, closing)).rejects.toThrow(NotFound);
    const cancelled = await aBrief(db, link.paula, { state: 'cancelled' });
    await expect(openLink(db, link.paula, { ...opening, briefId: cancelled.id })).rejects.toThrow(Conflict);
  });
});

describe('a guest', () => {
  test('is asked about what waits for an answer, the shortlist first, and told a name and no more of its designer', async () => {
    const link = await aLink();
    await aProposal(db, link.brief, await aDesigner(db), { state: 'declined' });
    const asked = await listVotedOn(db, link.brief.id);
    expect(asked.map(({ designer }) => designer)).toEqual(['Dario Didot', 'Dora Bodoni']);
    expect(Object.keys(asked[0] ?? {}).sort()).toEqual(['designer', 'id', 'samples', 'state', 'terms']);
  });

  test('votes, and changes their mind: one word on each proposal', async () => {
    const link = await aLink();
    const guest = randomUUID();
    await cast(link, guest, [vote(link.one, 2, 'Too dark'), vote(link.two, 5)]);
    await cast(link, guest, [vote(link.one, 4)], 'Greta G.');
    const { id } = await getLink(db, link.token, NOW);
    const votes = await votesOfGuest(db, id, guest);
    expect(votes.sort((a, b) => a.score - b.score)).toEqual([
      { proposalId: link.one, name: 'Greta G.', score: 4, comment: '' },
      { proposalId: link.two, name: 'Greta', score: 5, comment: '' },
    ]);
    expect(votedValues([{ id: link.two }, { id: link.one }], votes)).toMatchObject({
      votes: [{ score: '5' }, { score: '4' }],
    });
  });

  test('who sends a form fifty times at once has voted once, and the publisher is told once', async () => {
    const link = await aLink();
    const guest = randomUUID();
    await Promise.all(Array.from({ length: 50 }, () => cast(link, guest, [vote(link.one, 3)])));
    expect(await db.$count(guestVotes, eq(guestVotes.guest, guest))).toBe(1);
    const told = await db
      .select({ personId: notifications.personId, data: events.data })
      .from(notifications)
      .innerJoin(events, eq(events.id, notifications.eventId))
      .where(eq(events.briefId, link.brief.id));
    expect(told).toMatchObject([{ personId: link.paula.id, data: { guest: 'Greta' } }]);
  });

  test('says nothing of proposals of another brief, nor of what is decided', async () => {
    const [link, other] = [await aLink(), await aLink()];
    await expect(cast(link, randomUUID(), [vote(other.one, 5)])).rejects.toThrow(Conflict);
    await cast(link, randomUUID(), [vote(other.one, 5), vote(link.one, 1)]);
    expect(await db.$count(guestVotes, eq(guestVotes.proposalId, other.one))).toBe(0);
  });

  test('is one too many after a hundred, but can still change their vote', async () => {
    const link = await aLink();
    const { id: linkId } = await getLink(db, link.token, NOW);
    const guests = Array.from({ length: MOST_GUESTS }, () => randomUUID());
    await db
      .insert(guestVotes)
      .values(guests.map((guest) => ({ linkId, guest, proposalId: link.one, name: 'G', score: 3 })));
    await expect(cast(link, randomUUID(), [vote(link.one, 5)])).rejects.toThrow(Conflict);
    await cast(link, guests[0] ?? '', [vote(link.one, 5)]);
  });

  test('is late once it is over', async () => {
    const link = await aLink();
    await expect(cast(link, randomUUID(), [vote(link.one, 5)], 'G', LATER)).rejects.toThrow(Gone);
  });
});

describe('what was said', () => {
  test('is read by the publisher, the best liked first', async () => {
    const link = await aLink();
    await cast(link, randomUUID(), [vote(link.one, 2, 'Too dark'), vote(link.two, 5)], 'Greta');
    await cast(link, randomUUID(), [vote(link.one, 3)], 'Hans');
    const { links, votes } = await getVotes(db, link.paula, link.brief.id);
    expect(links).toMatchObject([{ label: 'Editorial meeting', guests: 2, closedAt: null }]);
    expect(resultsOf(votes)).toEqual([
      {
        ...{ id: link.two, designer: 'Dario Didot', score: '5 of 5 from 1 guest' },
        votes: [{ guest: 'Greta', score: '5: This one', comment: '' }],
      },
      {
        ...{ id: link.one, designer: 'Dora Bodoni', score: '2.5 of 5 from 2 guests' },
        votes: expect.arrayContaining([
          { guest: 'Greta', score: '2: Rather not', comment: 'Too dark' },
        ]) as unknown,
      },
    ]);
    expect(scoreWords([])).toBe('');
  });

  test('and the terms are told without the price, unless the link shows it', async () => {
    const link = await aLink();
    const [asked] = await listVotedOn(db, link.brief.id);
    if (!asked) throw new Error('nothing is asked');
    const say = { date: (day: string) => day, money: () => 'six hundred' };
    expect(JSON.stringify(guestFacts(asked.terms, false, say))).not.toContain('six hundred');
    expect(guestFacts(asked.terms, true, say)[0]).toEqual({ term: 'Price', value: 'six hundred' });
  });
});

describe('the form of a guest', () => {
  const row = { proposalId: randomUUID(), score: '4', comment: ' Fine ' };
  const problems = (form: unknown) =>
    VoteForm.safeParse(form).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);

  test('keeps what was said of each, and leaves out the rest', () => {
    const silent = { proposalId: randomUUID() };
    expect(VoteForm.parse({ name: ' Greta ', votes: [row, silent] })).toEqual({
      name: 'Greta',
      votes: [{ proposalId: row.proposalId, score: 4, comment: 'Fine' }],
    });
  });

  test('wants a name, one vote at least, and a score beside words', () => {
    const { score: _score, ...words } = row;
    expect(problems({ votes: [row] })).toEqual(['name: Enter your name']);
    expect(problems({ name: 'G', votes: [{ proposalId: row.proposalId }] })).toEqual([
      'votes.0.score: Choose one of the five for at least one of the proposals',
    ]);
    expect(problems({ name: 'G', votes: [words] })).toEqual([
      'votes.0.score: Choose one of the five beside your words',
    ]);
    expect(problems({ name: 'G', votes: [{ ...row, score: '6' }] })).toEqual([
      'votes.0.score: Choose one of the five',
    ]);
  });
});
