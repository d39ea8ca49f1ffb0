/** Decides about proposals: accept, decline, look again, withdraw, shortlist. */
import { eq } from 'drizzle-orm';
import type { Db } from '#db/client.server.ts';
import { proposals } from '#db/schema/proposals.server.ts';
import type { Queue } from '../../jobs/queue.server.ts';
import { awardBrief } from '../briefs/award.server.ts';
import { Conflict } from '../errors.ts';
import { recordEvent } from '../events/commands.server.ts';
import { announce } from '../notifications/commands.server.ts';
import type { Person } from '../people/rules.ts';
import { after } from '../process.ts';
import { startProject } from '../projects/start.server.ts';
import { allow, eventOf, partiesTo } from './commands.server.ts';
import { StaleProposal } from './errors.ts';
import { passOver } from './passing.server.ts';
import type { Proposal } from './proposal.ts';
import { lockProposal } from './queries.server.ts';
import { PROPOSAL, type PlainMove, type ProposalState } from './rules.ts';

/**
 * Accepts what the other side wrote last, which has to be `version`: the project begins, and all who wait for an answer
 * have one. → the project's id. Throws StaleProposal when it has changed, Conflict, Forbidden, NotFound.
 */
export async function acceptProposal(
  tx: Db,
  queue: Queue,
  viewer: Person,
  id: string | undefined,
  { version, now }: { version: number; now: Date },
): Promise<string> {
  const proposal = await lockProposal(tx, viewer, id);
  allow(proposal, viewer, 'accept');
  if (proposal.version !== version) throw new StaleProposal(proposal);
  if (proposal.designer.suspended)
    throw new Conflict(`${proposal.designer.name} cannot take on work here at the moment.`);
  await stand(tx, proposal, 'accepted', { decidedAt: now, updatedAt: now });
  await awardBrief(tx, proposal.brief.id, viewer);
  const projectId = await startProject(tx, { proposalId: proposal.id, acceptedBy: viewer, now });
  const event = { ...eventOf(proposal), projectId, type: 'proposal.accepted', actorId: viewer.id } as const;
  await announce(tx, queue, event, partiesTo(proposal));
  for (const other of await passOver(tx, proposal.brief.id)) {
    const passed = { ...eventOf(proposal), type: 'proposal.passed_over', subjectId: other.id } as const;
    await announce(tx, queue, { ...passed, actorId: null }, { designer: other.designerId });
  }
  return projectId;
}

const NEWS = {
  shortlist: 'proposal.shortlisted',
  decline: 'proposal.declined',
  reconsider: 'proposal.reconsidered',
  withdraw: 'proposal.withdrawn',
} as const;

type Doing = { now: Date; today: string; reason?: string };

/** Makes a move that changes nothing of the terms. → where it stands then. Throws Conflict, Forbidden, NotFound. */
export async function moveProposal(
  tx: Db,
  queue: Queue,
  viewer: Person,
  id: string | undefined,
  name: PlainMove,
  { now, today, reason = '' }: Doing,
): Promise<ProposalState> {
  const proposal = await lockProposal(tx, viewer, id);
  allow(proposal, viewer, name);
  const to = leadsTo(proposal, name, today);
  const decided = name === 'decline' || name === 'withdraw';
  await stand(tx, proposal, to, {
    ...{ updatedAt: now, decidedAt: decided ? now : null },
    declineReason: name === 'decline' ? reason : '',
  });
  const { data, ...event } = { ...eventOf(proposal), actorId: viewer.id };
  if (name === 'unlist') {
    await recordEvent(tx, { ...event, data, type: 'proposal.unlisted' });
    return to;
  }
  const said = { ...data, ...(reason && { reason }) };
  await announce(tx, queue, { ...event, type: NEWS[name], data: said }, partiesTo(proposal));
  return to;
}

/** What is looked at again after its day has passed is its designer's to offer again. */
function leadsTo({ state, validUntil }: Proposal, name: PlainMove, today: string): ProposalState {
  if (name !== 'reconsider') return after(PROPOSAL, state, name);
  return validUntil !== null && validUntil >= today ? 'submitted' : 'expired';
}

type Columns = Partial<typeof proposals.$inferInsert>;
const stand = (tx: Db, { id }: Proposal, state: ProposalState, columns: Columns) =>
  tx
    .update(proposals)
    .set({ ...columns, state })
    .where(eq(proposals.id, id));
