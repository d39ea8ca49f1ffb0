/** Writes proposals: drafts, and the versions that are sent back and forth. */
import { and, eq, inArray, isNotNull } from 'drizzle-orm';
import type { Db } from '#db/client.server.ts';
import { designers } from '#db/schema/designers.server.ts';
import { pieces } from '#db/schema/portfolios.server.ts';
import { proposals, proposalSamples, proposalVersions } from '#db/schema/proposals.server.ts';
import type { Queue } from '../../jobs/queue.server.ts';
import { refuseBlocked } from '../blocks/queries.server.ts';
import { getBrief } from '../briefs/queries.server.ts';
import { Conflict, Forbidden, Invalid } from '../errors.ts';
import { recordEvent } from '../events/commands.server.ts';
import { makeMatches } from '../matches/commands.server.ts';
import { announce } from '../notifications/commands.server.ts';
import type { Person } from '../people/rules.ts';
import { after } from '../process.ts';
import { StaleProposal } from './errors.ts';
import type { Offer } from './form.ts';
import type { Proposal } from './proposal.ts';
import { countOpen, currentProposal, getProposal, lockProposal, takeTurns } from './queries.server.ts';
import {
  MOST_OPEN_PROPOSALS,
  notOpen,
  PROPOSAL,
  whyNotProposal,
  writingMove,
  type ProposalMove,
  type WritingMove,
} from './rules.ts';
import type { ProposalValues } from './values.ts';

/**
 * Keeps what a designer has typed for a brief, however incomplete, in the one draft they have for it. → its id. Throws
 * Conflict when the brief takes no proposals, or they have sent one; Forbidden for its own publisher; NotFound.
 */
export async function saveDraft(
  tx: Db,
  viewer: Person,
  briefId: string,
  { values, now }: { values: ProposalValues; now: Date },
): Promise<string> {
  const { id, state } = await ownDraft(tx, viewer, briefId);
  if (state !== 'draft') throw alreadySent();
  await tx.update(proposals).set({ draft: values, updatedAt: now }).where(eq(proposals.id, id));
  return id;
}

/** Sends a first proposal: the draft there is, or one that was never saved. → its id. Throws what `sendVersion` throws. */
export async function submitProposal(
  tx: Db,
  queue: Queue,
  viewer: Person,
  briefId: string,
  sent: { offer: Offer; now: Date },
): Promise<string> {
  const { id, state } = await ownDraft(tx, viewer, briefId);
  if (state !== 'draft') throw alreadySent();
  return sendVersion(tx, queue, viewer, id, { ...sent, version: 0 });
}

const alreadySent = () =>
  new Conflict('You have a proposal for this brief already. It is in your list of proposals.');

async function ownDraft(tx: Db, viewer: Person, briefId: string) {
  await takeTurns(tx, briefId);
  const current = await currentProposal(tx, viewer.id, briefId);
  if (current) return current;
  const brief = await getBrief(tx, viewer, briefId);
  if (brief.ownerId === viewer.id) throw new Forbidden('Nobody makes an offer on a brief of their own.');
  if (brief.state !== 'open') throw new Conflict(notOpen(brief.state));
  const [draft] = await tx
    .insert(proposals)
    .values({ briefId, designerId: viewer.id })
    .returning({ id: proposals.id, state: proposals.state });
  if (!draft) throw new Error('the draft was not inserted');
  await recordEvent(tx, {
    ...{ type: 'proposal.drafted', actorId: viewer.id, subjectId: draft.id, briefId },
    data: { title: brief.details.title },
  });
  return draft;
}

export const SENT_ALREADY = 'This proposal has been sent. It can be withdrawn, not discarded.';

/** Removes a draft that was never sent. Throws Conflict when it was, NotFound. */
export async function discardDraft(tx: Db, viewer: Person, id: string | undefined): Promise<void> {
  const proposal = await lockProposal(tx, viewer, id);
  if (proposal.state !== 'draft') throw new Conflict(SENT_ALREADY);
  await tx.delete(proposals).where(eq(proposals.id, proposal.id));
  await recordEvent(tx, { ...eventOf(proposal), type: 'proposal.discarded', actorId: viewer.id });
}

const NEWS = {
  submit: 'proposal.submitted',
  revise: 'proposal.revised',
  counter: 'proposal.countered',
  renew: 'proposal.renewed',
} as const satisfies Record<WritingMove, string>;

/**
 * Sends the next version over `version`, as the side the viewer is on. → the proposal's id. Throws StaleProposal when the
 * other side has answered meanwhile, Conflict when this is not the time, Invalid for samples that are not shown, NotFound.
 */
export async function sendVersion(
  tx: Db,
  queue: Queue,
  viewer: Person,
  id: string | undefined,
  { offer, version, now }: { offer: Offer; version: number; now: Date },
): Promise<string> {
  const proposal = await lockProposal(tx, viewer, id);
  const { side, designerId, brief } = proposal;
  const name = writes(proposal);
  allow(proposal, viewer, name);
  if (proposal.version !== version) throw new StaleProposal(proposal);
  await refuseBlocked(tx, designerId, brief.ownerId);
  if (name === 'submit' || name === 'renew') await keepToLimit(tx, designerId);
  const number = version + 1;
  const { message, terms, validUntil } = offer;
  await tx
    .insert(proposalVersions)
    .values({ proposalId: proposal.id, number, author: side, message, terms, validUntil, createdAt: now });
  await tx
    .update(proposals)
    .set({
      ...{ state: after(PROPOSAL, proposal.state, name), version: number, author: side, validUntil },
      ...{ draft: null, decidedAt: null, updatedAt: now },
      ...(name === 'submit' && { submittedAt: now }),
    })
    .where(eq(proposals.id, proposal.id));
  if (side === 'designer') await pointAt(tx, proposal, offer.samples);
  const data = { ...titleOf(proposal), amount: terms.price, currency: terms.currency };
  const event = { ...eventOf(proposal), type: NEWS[name], actorId: viewer.id, data };
  await announce(tx, queue, event, partiesTo(proposal));
  if (name === 'submit')
    await makeMatches(tx, queue, { publisherId: brief.ownerId, designerId, actorId: viewer.id });
  return proposal.id;
}

/** Whom an event concerns. */
export const partiesTo = ({ designerId, brief }: Proposal) => ({
  designer: designerId,
  publisher: brief.ownerId,
});
export const titleOf = ({ brief }: Proposal) => ({ title: brief.title });
export const eventOf = (proposal: Proposal) => ({
  ...{ subjectId: proposal.id, briefId: proposal.brief.id, data: titleOf(proposal) },
});

/** Throws Forbidden or Conflict, with where it stands and what can be done, when the viewer cannot make this move. */
export function allow(proposal: Proposal, viewer: Person, name: ProposalMove): void {
  const refusal = whyNotProposal(proposal, proposal.brief, viewer, name);
  if (!refusal) return;
  throw refusal.reason === 'forbidden' ? new Forbidden(refusal.message) : new Conflict(refusal.message);
}

/** Two that are sent at once take turns, so that the limit holds. */
async function keepToLimit(tx: Db, designerId: string): Promise<void> {
  const own = eq(designers.personId, designerId);
  await tx.select({ id: designers.personId }).from(designers).where(own).for('no key update');
  if ((await countOpen(tx, designerId)) >= MOST_OPEN_PROPOSALS)
    throw new Conflict(
      `You have ${MOST_OPEN_PROPOSALS} proposals waiting for an answer, which is as many as there can be. Send this one when one is answered, or withdraw another.`,
    );
}

async function pointAt(tx: Db, { id, designerId }: Proposal, samples: readonly string[]): Promise<void> {
  const chosen = [...new Set(samples)];
  await tx.delete(proposalSamples).where(eq(proposalSamples.proposalId, id));
  if (chosen.length === 0) return;
  const theirs = and(eq(pieces.designerId, designerId), isNotNull(pieces.shownAt));
  if ((await tx.$count(pieces, and(theirs, inArray(pieces.id, chosen)))) < chosen.length)
    throw new Invalid('One of these covers is not shown in your portfolio any more', 'samples');
  await tx
    .insert(proposalSamples)
    .values(chosen.map((pieceId, position) => ({ proposalId: id, pieceId, position })));
}

/** What its reader's next version would be; when there is no time for one, the move that says so. */
const writes = ({ state, side }: Proposal): WritingMove =>
  writingMove(state, side) ?? (side === 'designer' ? 'revise' : 'counter');

/** A proposal whose next version is the viewer's to write, with the last. Throws Conflict, Forbidden, NotFound. */
export async function writableProposal(db: Db, viewer: Person, id: string | undefined) {
  const proposal = await getProposal(db, viewer, id);
  const name = writes(proposal);
  allow(proposal, viewer, name);
  const last = proposal.versions.at(-1);
  if (!last) throw new Conflict('This is a draft that has not been sent.');
  return { proposal, last, name };
}

/** The proposal, when this viewer can make this move now. Throws Conflict, Forbidden, NotFound. */
export async function proposalToMove(
  db: Db,
  viewer: Person,
  id: string | undefined,
  name: ProposalMove,
): Promise<Proposal> {
  const proposal = await getProposal(db, viewer, id);
  allow(proposal, viewer, name);
  return proposal;
}
