/** What the commands do, checked against the process as data: every state × party × move. */
import { eq, inArray } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { proposals } from '#db/schema/proposals.server.ts';
import { testDatabase } from '#app/testing/database.server.ts';
import { aBrief, aDesigner, anAdmin, aPublisher } from '#app/testing/people.ts';
import { aProposal, someTerms } from '#app/testing/proposals.ts';
import { testQueue } from '#app/testing/queue.ts';
import { BRIEF_STATE_KEYS, type BriefState } from '../briefs/rules.ts';
import { DomainError } from '../errors.ts';
import type { Person } from '../people/rules.ts';
import { sendVersion } from './commands.server.ts';
import { acceptProposal, moveProposal } from './moves.server.ts';
import {
  LIVE_PROPOSALS,
  PROPOSAL,
  PROPOSAL_STATE_KEYS,
  proposalMovesFor,
  type ProposalMove,
  type ProposalSide,
  type ProposalState,
} from './rules.ts';

const database = await testDatabase();
const { db } = database;
const queue = testQueue(database);
const NOW = new Date('2026-11-20T12:00:00Z');
const TODAY = '2026-11-20';
const [paula, dora, other, rival, staff] = [
  await aPublisher(db),
  await aDesigner(db),
  await aDesigner(db),
  await aPublisher(db),
  await anAdmin(db),
];
const people = { publisher: paula, designer: dora, 'another designer': other, rival, staff };
const NAMES = (Object.keys(PROPOSAL.moves) as ProposalMove[]).filter(
  (name) => !PROPOSAL.moves[name].by.includes('house'),
);

/** A proposal as it stands somewhere; one that is no draft has a version by the designer, and one by the publisher on top. */
async function standing(state: ProposalState, author: ProposalSide, brief: BriefState) {
  // A designer can have only so many waiting.
  await db
    .update(proposals)
    .set({ state: 'withdrawn' })
    .where(inArray(proposals.state, [...LIVE_PROPOSALS]));
  const { id: briefId } = await aBrief(db, paula, { state: brief });
  const then = author === 'publisher' ? [{ author, terms: { price: 500_00 } }] : [];
  const decided = ['accepted', 'declined', 'withdrawn', 'expired'].includes(state);
  const columns = { state, ...(decided && { decidedAt: NOW }) };
  const { id, version, designerId } = await aProposal(db, { id: briefId }, dora, { ...columns, then });
  return { id, version, proposal: { state, author, designerId }, brief: { state: brief, ownerId: paula.id } };
}

function make(person: Person, id: string, version: number, name: ProposalMove) {
  const at = { now: NOW, today: TODAY };
  const offer = { message: 'Again.', terms: someTerms(), validUntil: '2026-12-20', samples: [] };
  return db.transaction(async (tx): Promise<unknown> => {
    if (name === 'accept') return acceptProposal(tx, queue, person, id, { version, now: NOW });
    if (name === 'submit' || name === 'revise' || name === 'counter' || name === 'renew')
      return sendVersion(tx, queue, person, id, { offer, version, now: NOW });
    if (name === 'passOver' || name === 'expire') throw new Error('nobody does that');
    return moveProposal(tx, queue, person, id, name, at);
  });
}

/** What a version is called that somebody sends is for their side and the state to say: `revise` of an expired one renews it. */
const WRITES: readonly ProposalMove[] = ['submit', 'revise', 'counter', 'renew'];

const cases = PROPOSAL_STATE_KEYS.flatMap((state) =>
  (['designer', 'publisher'] as const).flatMap((author) =>
    state === 'draft' && author === 'publisher' ? [] : [{ state, author }],
  ),
);

describe.each(cases)('a $state proposal whose last version is the $author’s', ({ state, author }) => {
  test.each(Object.keys(people) as (keyof typeof people)[])('for %s', async (who) => {
    const person = people[who];
    for (const name of NAMES) {
      const { id, version, proposal, brief } = await standing(state, author, 'open');
      const offered = proposalMovesFor(proposal, brief, person);
      const may = WRITES.includes(name)
        ? offered.some((one) => WRITES.includes(one))
        : offered.includes(name);
      const making = make(person, id, version, name);
      if (!may) {
        await expect(making, `${name} is refused`).rejects.toThrow(DomainError);
        const [row] = await db.select().from(proposals).where(eq(proposals.id, id));
        expect(row).toMatchObject({ state, version });
        continue;
      }
      await making;
      const [row] = await db.select().from(proposals).where(eq(proposals.id, id));
      const done = WRITES.includes(name) ? (offered.find((one) => WRITES.includes(one)) ?? name) : name;
      expect([PROPOSAL.moves[done].to ?? state].flat(), `${name} leads there`).toContain(row?.state);
    }
  });
});

test.each(BRIEF_STATE_KEYS)('a brief that is %s takes what begins anew only while it is open', async (to) => {
  const anew = [
    { state: 'draft', name: 'submit', person: dora },
    { state: 'expired', name: 'renew', person: dora },
    { state: 'declined', name: 'reconsider', person: paula },
  ] as const;
  for (const { state, name, person } of anew) {
    const { id, version } = await standing(state, 'designer', to);
    const making = make(person, id, version, name);
    if (to === 'open') await making;
    else await expect(making).rejects.toThrow(`This brief is ${to} and takes no proposals now.`);
  }
});
