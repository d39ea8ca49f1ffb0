/** A publisher asks for changes: a draft collects pins on the pictures and words, and is sent as one round. */
import { and, eq, gt, sql } from 'drizzle-orm';
import type { Db } from '#db/client.server.ts';
import { changeRequests, pins } from '#db/schema/deliveries.server.ts';
import { milestones, projects } from '#db/schema/projects.server.ts';
import { Conflict, Invalid, NotFound } from '../errors.ts';
import { announce } from '../notifications/commands.server.ts';
import type { Person } from '../people/rules.ts';
import { eventOf, partiesTold, setClock } from '../projects/milestones.server.ts';
import { requestProblems, type ChangeRequest, type Delivery, type DraftProblem } from './delivery.ts';
import { lockCurrent } from './judge.server.ts';
import type { Act, Address, Place } from './place.server.ts';
import { nextRound, roundWords } from './rounds.ts';
import { MOST_PINS } from './rules.ts';

/** What a request lacks before it can be sent, each beside its field. */
export class Unsendable extends Invalid {
  readonly problems: readonly DraftProblem[];
  constructor(problems: readonly DraftProblem[]) {
    super('This request is not ready.');
    this.problems = problems;
  }
}

/** What is typed: words for the whole, and for each pin by its id. */
export type Words = { body: string; pins: ReadonlyMap<string, string> };
export type Spot = { deliveryFileId: string; x: number; y: number };

export const draftRequest = ({ requests }: Delivery): ChangeRequest | null =>
  requests.find(({ sentAt }) => sentAt === null) ?? null;

type Drafting = Place & { delivery: Delivery; request: ChangeRequest };

/** The draft of a request for the version with this number, locked; begun if there is none. */
async function lockRequest(
  tx: Db,
  viewer: Person,
  at: Address,
  number: number,
  now: Date,
): Promise<Drafting> {
  const current = await lockCurrent(tx, viewer, at, { move: 'requestChanges', number });
  const draft = draftRequest(current.delivery);
  if (draft) return { ...current, request: draft };
  const [row] = await tx
    .insert(changeRequests)
    .values({ deliveryId: current.delivery.id, createdAt: now })
    .returning();
  if (!row) throw new Error('the request was not inserted');
  return { ...current, request: { ...row, pins: [] } };
}

/** Keeps what is typed, whatever is missing of it. */
export async function saveRequest(
  tx: Db,
  viewer: Person,
  at: Address,
  { number, words }: { number: number; words: Words },
  { now }: Pick<Act, 'now'>,
): Promise<Drafting> {
  const drafting = await lockRequest(tx, viewer, at, number, now);
  const { request } = drafting;
  await tx.update(changeRequests).set({ body: words.body }).where(eq(changeRequests.id, request.id));
  const saved = [];
  for (const pin of request.pins) {
    const body = words.pins.get(pin.id) ?? pin.body;
    if (body !== pin.body) await tx.update(pins).set({ body }).where(eq(pins.id, pin.id));
    saved.push({ ...pin, body });
  }
  return { ...drafting, request: { ...request, body: words.body, pins: saved } };
}

/** Puts a pin where somebody clicked, or in the middle for whoever has no pointer. → its number. */
export async function addPin(tx: Db, { delivery, request }: Drafting, spot: Spot): Promise<number> {
  if (request.pins.length >= MOST_PINS)
    throw new Conflict(`A request holds ${MOST_PINS} pins. Remove one, or say the rest in words.`);
  if (!delivery.files.some(({ id, picture }) => id === spot.deliveryFileId && picture))
    throw new NotFound('There is no such picture in this delivery.');
  const inside = (part: number) => Math.min(1, Math.max(0, part));
  const number = request.pins.length + 1;
  const place = { ...spot, x: inside(spot.x), y: inside(spot.y) };
  await tx.insert(pins).values({ requestId: request.id, number, ...place });
  return number;
}

/** Takes a pin out; those after it move up. Throws NotFound. */
export async function removePin(tx: Db, { request }: Drafting, pinId: string): Promise<void> {
  const pin = request.pins.find(({ id }) => id === pinId);
  if (!pin) throw new NotFound('This pin has been removed already.');
  await tx.delete(pins).where(eq(pins.id, pin.id));
  const later = and(eq(pins.requestId, request.id), gt(pins.number, pin.number));
  // Numbers are unique row by row: past the others first, and back from there.
  await tx
    .update(pins)
    .set({ number: sql`${pins.number} + ${MOST_PINS}` })
    .where(later);
  await tx
    .update(pins)
    .set({ number: sql`${pins.number} - ${MOST_PINS + 1}` })
    .where(and(eq(pins.requestId, request.id), gt(pins.number, MOST_PINS)));
}

/** Sends the request as a round. Throws Unsendable with what is missing, Conflict when no round is left. */
export async function sendRequest(
  tx: Db,
  viewer: Person,
  { project, milestone, delivery, request }: Drafting,
  { queue, now }: Act,
): Promise<void> {
  const problems = requestProblems(request);
  if (problems.length > 0) throw new Unsendable(problems);
  const round = nextRound(project, milestone);
  const number = round.counts ? round.number : null;
  if (round.counts && number === null) throw new Conflict(roundWords(round, project.terms.revisionRounds));
  await tx
    .update(changeRequests)
    .set({ sentAt: now, round: number })
    .where(eq(changeRequests.id, request.id));
  await tx.update(milestones).set({ state: 'changes_requested' }).where(eq(milestones.id, milestone.id));
  await tx
    .update(projects)
    .set({ updatedAt: now, ...(number !== null && { roundsUsed: number }) })
    .where(eq(projects.id, project.id));
  await setClock(tx, milestone.id, now);
  const told = eventOf(project, { kind: milestone.kind, number: delivery.number, round: number });
  const event = { type: 'milestone.changes_requested', actorId: viewer.id, ...told } as const;
  await announce(tx, queue, event, partiesTold(project));
}
