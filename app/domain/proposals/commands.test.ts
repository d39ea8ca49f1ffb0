import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { briefs } from '#db/schema/briefs.server.ts';
import { blocks } from '#db/schema/conversations.server.ts';
import { events } from '#db/schema/events.server.ts';
import { notifications } from '#db/schema/notifications.server.ts';
import { people } from '#db/schema/people.server.ts';
import { projects } from '#db/schema/projects.server.ts';
import { proposals } from '#db/schema/proposals.server.ts';
import { testDatabase } from '#app/testing/database.server.ts';
import { aBrief, aDesigner, aPiece, aPublisher } from '#app/testing/people.ts';
import { aProposal, someTerms } from '#app/testing/proposals.ts';
import { testQueue } from '#app/testing/queue.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '../errors.ts';
import { once } from '../once.server.ts';
import { discardDraft, saveDraft, sendVersion, submitProposal } from './commands.server.ts';
import { StaleProposal } from './errors.ts';
import { expireProposals } from './expiry.server.ts';
import type { Offer } from './form.ts';
import { acceptProposal, moveProposal } from './moves.server.ts';
import { countOpen, getProposal } from './queries.server.ts';
import { MOST_OPEN_PROPOSALS } from './rules.ts';

const database = await testDatabase();
const { db } = database;
const queue = testQueue(database);
const NOW = new Date('2026-11-20T12:00:00Z');
const at = { now: NOW, today: '2026-11-20' };
const paula = await aPublisher(db);
const [dora, nils] = [await aDesigner(db, { name: 'Dora' }), await aDesigner(db, { name: 'Nils' })];
const offer = (said: Partial<Offer> = {}): Offer => ({
  ...{ message: 'I would draw the ferry.', terms: someTerms(), validUntil: '2026-12-20', samples: [] },
  ...said,
});
const eventsOf = async (subjectId: string) =>
  (await db.select().from(events).where(eq(events.subjectId, subjectId)).orderBy(events.createdAt)).map(
    ({ type }) => type,
  );
const told = async (personId: string, subjectId: string) =>
  (
    await db
      .select({ type: events.type })
      .from(notifications)
      .innerJoin(events, eq(events.id, notifications.eventId))
      .where(and(eq(notifications.personId, personId), eq(events.subjectId, subjectId)))
      .orderBy(events.createdAt)
  ).map(({ type }) => type);

describe('a draft', () => {
  test('keeps what was typed, is one for each brief, and nobody else’s', async () => {
    const brief = await aBrief(db, paula);
    const id = await saveDraft(db, dora, brief.id, { values: { price: 'about 600?' }, now: NOW });
    const again = await saveDraft(db, dora, brief.id, { values: { price: '6oo', samples: ['x'] }, now: NOW });
    expect(again).toBe(id);
    expect(await getProposal(db, dora, id)).toMatchObject({
      ...{ state: 'draft', draft: { price: '6oo', samples: ['x'] }, versions: [] },
    });
    for (const person of [paula, nils]) await expect(getProposal(db, person, id)).rejects.toThrow(NotFound);
    expect(await eventsOf(id)).toEqual(['proposal.drafted']);
    expect(await countOpen(db, dora.id)).toBe(0);
  });

  test('can be discarded until it is sent', async () => {
    const brief = await aBrief(db, paula);
    const id = await saveDraft(db, dora, brief.id, { values: {}, now: NOW });
    await expect(discardDraft(db, nils, id)).rejects.toThrow(NotFound);
    await discardDraft(db, dora, id);
    await expect(getProposal(db, dora, id)).rejects.toThrow(NotFound);
    const sent = await aProposal(db, brief, dora);
    await expect(discardDraft(db, dora, sent.id)).rejects.toThrow(Conflict);
  });

  test('needs a brief that is open, that one may read, and that is not one’s own', async () => {
    const draft = (briefId: string, who = dora) => saveDraft(db, who, briefId, { values: {}, now: NOW });
    for (const state of ['paused', 'closed', 'awarded'] as const)
      await expect(draft((await aBrief(db, paula, { state })).id)).rejects.toThrow(
        `This brief is ${state} and takes no proposals now.`,
      );
    await expect(draft((await aBrief(db, paula, { visibility: 'invited' })).id)).rejects.toThrow(NotFound);
    await expect(draft(randomUUID())).rejects.toThrow(NotFound);
    await expect(draft((await aBrief(db, dora)).id)).rejects.toThrow(Forbidden);
  });
});

describe('what is sent', () => {
  test('is a version, with its samples in order, and the other side is told', async () => {
    const brief = await aBrief(db, paula);
    const [one, two] = [await aPiece(db, dora), await aPiece(db, dora)];
    await saveDraft(db, dora, brief.id, { values: { price: '1' }, now: NOW });
    const samples = [two.id, one.id, two.id];
    const id = await submitProposal(db, queue, dora, brief.id, { offer: offer({ samples }), now: NOW });
    const proposal = await getProposal(db, paula, id);
    expect(proposal).toMatchObject({
      ...{ state: 'submitted', version: 1, author: 'designer', side: 'publisher', validUntil: '2026-12-20' },
      versions: [{ number: 1, author: 'designer', message: 'I would draw the ferry.', terms: someTerms() }],
    });
    expect(proposal.samples.map((sample) => sample.id)).toEqual([two.id, one.id]);
    expect((await getProposal(db, dora, id)).draft).toBeNull();
    expect(await told(paula.id, id)).toEqual(['proposal.submitted']);
    await expect(submitProposal(db, queue, dora, brief.id, { offer: offer(), now: NOW })).rejects.toThrow(
      'You have a proposal for this brief already',
    );
  });

  test('goes back and forth, and is never written over what was not read', async () => {
    const brief = await aBrief(db, paula);
    const { id } = await aProposal(db, brief, dora);
    const cheaper = offer({ terms: someTerms({ price: 500_00 }), message: '' });
    await sendVersion(db, queue, paula, id, { offer: cheaper, version: 1, now: NOW });
    const late = sendVersion(db, queue, dora, id, { offer: offer(), version: 1, now: NOW });
    await expect(late).rejects.toThrow(StaleProposal);
    await expect(acceptProposal(db, queue, dora, id, { version: 1, now: NOW })).rejects.toThrow(
      StaleProposal,
    );
    await sendVersion(db, queue, dora, id, { offer: offer(), version: 2, now: NOW });
    const { versions } = await getProposal(db, dora, id);
    expect(versions.map(({ author, terms }) => [author, terms.price])).toEqual([
      ['designer', 600_00],
      ['publisher', 500_00],
      ['designer', 600_00],
    ]);
    expect([await told(dora.id, id), await told(paula.id, id)]).toEqual([
      ['proposal.countered'],
      ['proposal.revised'],
    ]);
  });

  test('shows covers of one’s own that are shown', async () => {
    const brief = await aBrief(db, paula);
    const bad = [(await aPiece(db, nils)).id, (await aPiece(db, dora, { shownAt: null })).id];
    for (const sample of bad) {
      const sending = db.transaction((tx) =>
        submitProposal(tx, queue, dora, brief.id, { offer: offer({ samples: [sample] }), now: NOW }),
      );
      await expect(sending).rejects.toThrow(Invalid);
    }
    expect(await db.$count(proposals, eq(proposals.briefId, brief.id))).toBe(0);
  });

  test('does not reach somebody who blocks', async () => {
    const [brief, eve] = [await aBrief(db, paula), await aDesigner(db)];
    await db.insert(blocks).values({ personId: paula.id, blockedId: eve.id });
    const sending = db.transaction((tx) =>
      submitProposal(tx, queue, eve, brief.id, { offer: offer(), now: NOW }),
    );
    await expect(sending).rejects.toThrow(Forbidden);
  });

  test('is one row, however often the same form is sent at the same time', async () => {
    const brief = await aBrief(db, paula);
    const token = randomUUID();
    const send = () =>
      once(db, dora, token, (tx) => submitProposal(tx, queue, dora, brief.id, { offer: offer(), now: NOW }));
    const answers = await Promise.all(Array.from({ length: 50 }, send));
    expect(new Set(answers.map(({ location }) => location)).size).toBe(1);
    expect(await db.$count(proposals, eq(proposals.briefId, brief.id))).toBe(1);
  });
});

describe('as many as wait for an answer at once', () => {
  test('are the most there can be, also when the last two come together', async () => {
    const eve = await aDesigner(db);
    for (let n = 1; n < MOST_OPEN_PROPOSALS; n++) await aProposal(db, await aBrief(db, paula), eve);
    const rest = [await aBrief(db, paula), await aBrief(db, paula)];
    const answers = await Promise.allSettled(
      rest.map(({ id }) =>
        db.transaction((tx) => submitProposal(tx, queue, eve, id, { offer: offer(), now: NOW })),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await countOpen(db, eve.id)).toBe(MOST_OPEN_PROPOSALS);
    const [expired] = [await aProposal(db, await aBrief(db, paula), eve, { state: 'expired' })];
    const renewing = sendVersion(db, queue, eve, expired.id, { offer: offer(), version: 1, now: NOW });
    await expect(renewing).rejects.toThrow('You have 12 proposals waiting for an answer');
  });
});

describe('accepting', () => {
  test('begins one project, awards the brief and answers all others', async () => {
    const brief = await aBrief(db, paula);
    const [mine, theirs] = [await aProposal(db, brief, dora), await aProposal(db, brief, nils)];
    const projectId = await acceptProposal(db, queue, paula, mine.id, { version: 1, now: NOW });
    expect((await getProposal(db, dora, mine.id)).projectId).toBe(projectId);
    expect((await db.select().from(briefs).where(eq(briefs.id, brief.id)))[0]?.state).toBe('awarded');
    expect((await getProposal(db, nils, theirs.id)).state).toBe('declined');
    expect(await told(dora.id, mine.id)).toEqual(['proposal.accepted']);
    expect(await told(nils.id, theirs.id)).toEqual(['proposal.passed_over']);
    expect(await told(paula.id, mine.id)).toEqual([]);
  });

  test('is also for the designer, of a counter-offer', async () => {
    const brief = await aBrief(db, paula);
    const then = [{ author: 'publisher' as const, terms: { price: 550_00 } }];
    const { id } = await aProposal(db, brief, dora, { then });
    const projectId = await acceptProposal(db, queue, dora, id, { version: 2, now: NOW });
    const [project] = await db.select().from(projects).where(eq(projects.id, projectId));
    expect(project?.terms.price).toBe(550_00);
    expect(await told(paula.id, id)).toEqual(['proposal.accepted']);
  });

  test('happens once, of forty at the same time; the others are told', async () => {
    const brief = await aBrief(db, paula);
    const rivals = await Promise.all(Array.from({ length: 10 }, () => aDesigner(db)));
    const all = await Promise.all(rivals.map((designer) => aProposal(db, brief, designer)));
    const four = [...all, ...all, ...all, ...all];
    const answers = await Promise.allSettled(
      four.map(({ id }) =>
        db.transaction((tx) => acceptProposal(tx, queue, paula, id, { version: 1, now: NOW })),
      ),
    );
    const refused = answers.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
    expect(refused).toHaveLength(39);
    for (const fault of refused) {
      expect(fault).toBeInstanceOf(Conflict);
      expect(String(fault)).toMatch(/This proposal is (accepted|declined) now\./);
    }
    expect(await db.$count(projects, eq(projects.briefId, brief.id))).toBe(1);
    const stands = await db.select().from(proposals).where(eq(proposals.briefId, brief.id));
    expect(stands.map(({ state }) => state).sort()).toEqual([
      'accepted',
      ...Array<string>(9).fill('declined'),
    ]);
  });

  test('does not bind a designer who is shut out', async () => {
    const [brief, eve] = [await aBrief(db, paula), await aDesigner(db, { name: 'Eve' })];
    const { id } = await aProposal(db, brief, eve);
    await db.update(people).set({ suspendedAt: NOW, suspendedReason: 'x' }).where(eq(people.id, eve.id));
    const accepting = acceptProposal(db, queue, paula, id, { version: 1, now: NOW });
    await expect(accepting).rejects.toThrow('Eve cannot take on work here at the moment.');
  });
});

describe('declining', () => {
  test('may say why, kindly, and be thought over', async () => {
    const { id } = await aProposal(db, await aBrief(db, paula), dora, { validUntil: '2026-12-01' });
    await moveProposal(db, queue, paula, id, 'decline', { ...at, reason: 'Too dark for this list.' });
    expect(await getProposal(db, dora, id)).toMatchObject({ declineReason: 'Too dark for this list.' });
    expect(await moveProposal(db, queue, paula, id, 'reconsider', at)).toBe('submitted');
    expect(await getProposal(db, dora, id)).toMatchObject({ declineReason: '', decidedAt: null });
    expect(await told(dora.id, id)).toEqual(['proposal.declined', 'proposal.reconsidered']);
  });

  test('and thinking it over after its day binds nobody', async () => {
    const { id } = await aProposal(db, await aBrief(db, paula), dora, {
      ...{ state: 'declined', validUntil: '2026-11-19', decidedAt: NOW },
    });
    expect(await moveProposal(db, queue, paula, id, 'reconsider', at)).toBe('expired');
  });
});

test('a proposal that was withdrawn may be followed by another', async () => {
  const brief = await aBrief(db, paula);
  const first = await aProposal(db, brief, dora);
  await moveProposal(db, queue, dora, first.id, 'withdraw', at);
  const second = await submitProposal(db, queue, dora, brief.id, { offer: offer(), now: NOW });
  expect(second).not.toBe(first.id);
  expect(await told(paula.id, first.id)).toEqual(['proposal.withdrawn']);
});

describe('expiring', () => {
  test('comes when its last day is over everywhere, once, and both are told', async () => {
    const brief = await aBrief(db, paula);
    const until = async (validUntil: string, state: 'submitted' | 'shortlisted' | 'declined') =>
      (await aProposal(db, brief, await aDesigner(db), { validUntil, state })).id;
    const [over, shortlisted, lasting, answered] = [
      await until('2026-11-18', 'submitted'),
      await until('2026-11-18', 'shortlisted'),
      await until('2026-11-19', 'submitted'),
      await until('2026-11-18', 'declined'),
    ];
    const early = new Date('2026-11-20T11:59:00Z');
    await Promise.all([1, 2, 3].map(() => expireProposals(db, queue, early)));
    const stateOf = async (id: string) => (await getProposal(db, paula, id)).state;
    expect(await Promise.all([over, shortlisted, lasting, answered].map(stateOf))).toEqual([
      ...['expired', 'expired', 'submitted', 'declined'],
    ]);
    expect(await told(paula.id, over)).toEqual(['proposal.expired']);
    expect(await eventsOf(over)).toEqual(['proposal.expired']);
    await expireProposals(db, queue, NOW);
    expect(await stateOf(lasting)).toBe('expired');
  });
});
