/** What commands, pages and notices make of the process as data: every state × party × move, whoever wrote last. */
import { eq, inArray } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { proposals } from '#db/schema/proposals.server.ts';
import { testDatabase } from '#app/testing/database.server.ts';
import { aBrief, aDesigner, anAdmin, aPublisher } from '#app/testing/people.ts';
import { walkProcess } from '#app/testing/process-walk.ts';
import { aProposal, someTerms } from '#app/testing/proposals.ts';
import { testQueue } from '#app/testing/queue.ts';
import { BRIEF_STATE_KEYS, type BriefState } from '../briefs/rules.ts';
import type { Person } from '../people/rules.ts';
import { sendVersion } from './commands.server.ts';
import { acceptProposal, moveProposal } from './moves.server.ts';
import { getProposal } from './queries.server.ts';
import {
  LIVE_PROPOSALS,
  PROPOSAL,
  PROPOSAL_SIDES,
  proposalMovesFor,
  WRITING_MOVES,
  writingMove,
  type ProposalMove,
  type ProposalSide,
  type ProposalState,
  type WritingMove,
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
  const { id, version } = await aProposal(db, { id: briefId }, dora, { ...columns, then });
  return { id, version, briefId };
}

type Made = Exclude<ProposalMove, 'passOver' | 'expire'>;
const isWriting = (name: ProposalMove): name is WritingMove => (WRITING_MOVES as readonly ProposalMove[]).includes(name); // prettier-ignore

function make(person: Person, id: string, version: number, name: Made) {
  const at = { now: NOW, today: TODAY };
  const offer = { message: 'Again.', terms: someTerms(), validUntil: '2026-12-20', samples: [] };
  return db.transaction(async (tx): Promise<unknown> => {
    if (name === 'accept') return acceptProposal(tx, queue, person, id, { version, now: NOW });
    if (isWriting(name)) return sendVersion(tx, queue, person, id, { offer, version, now: NOW });
    return moveProposal(tx, queue, person, id, name, at);
  });
}

describe.each(PROPOSAL_SIDES)('when the %s wrote last', (author) => {
  walkProcess(db, PROPOSAL, {
    who: {
      publisher: () => (author === 'designer' ? ['publisher', 'answering'] : ['publisher']),
      designer: () => (author === 'publisher' ? ['designer', 'answering'] : ['designer']),
      ...{ 'another designer': () => [], rival: () => [], staff: () => [] },
    },
    told: {
      ...{ submit: 'proposal.submitted', revise: 'proposal.revised', counter: 'proposal.countered' },
      ...{ accept: 'proposal.accepted', decline: 'proposal.declined', withdraw: 'proposal.withdrawn' },
      ...{ shortlist: 'proposal.shortlisted', unlist: null, reconsider: 'proposal.reconsidered' },
      renew: 'proposal.renewed',
    },
    // Nobody but its designer writes a draft.
    except: author === 'publisher' ? ['draft'] : [],
    // What a version is called that somebody sends is for their side and the state to say.
    tries: (who, name, state) =>
      !isWriting(name) ||
      name === (who === 'publisher' ? 'counter' : (writingMove(state, 'designer') ?? 'revise')),
    async stand(state) {
      const { id, version, briefId } = await standing(state, author, 'open');
      return {
        ...{ place: { briefId }, people },
        async offered(viewer) {
          const proposal = await getProposal(db, viewer, id);
          return proposalMovesFor(proposal, proposal.brief, viewer);
        },
        make: (viewer, name) => make(viewer, id, version, name),
        async state() {
          const [row] = await db.select().from(proposals).where(eq(proposals.id, id));
          return row?.state;
        },
      };
    },
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
