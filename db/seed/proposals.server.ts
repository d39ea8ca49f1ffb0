import { randomUUID } from 'node:crypto';
import { asc, inArray, isNotNull } from 'drizzle-orm';
import type { Db } from '../client.server.ts';
import { daysAfter } from '../../app/domain/briefs/rules.ts';
import { milestonesFor } from '../../app/domain/projects/rules.ts';
import type { ProposalSide, ProposalState } from '../../app/domain/proposals/rules.ts';
import type { Terms } from '../../app/domain/proposals/terms.ts';
import { termValues } from '../../app/domain/proposals/values.ts';
import { briefs } from '../schema/briefs.server.ts';
import { events } from '../schema/events.server.ts';
import { pieces } from '../schema/portfolios.server.ts';
import { proposals, proposalSamples, proposalVersions } from '../schema/proposals.server.ts';
import { developmentDesigner, developmentPublisher } from './catalogue/development.server.ts';
import { catalogueDesigners } from './catalogue/index.server.ts';
import { ANSWERS, COUNTERS, OFFERS, REASONS } from './catalogue/proposals.server.ts';
import { dayFrom } from './days.server.ts';
import { idOf, type Ids } from './people.server.ts';

type Brief = Awaited<ReturnType<typeof readBriefs>>[number];
/** How far a proposal has come: where it stands, and who wrote last. */
type Course = { state: ProposalState; versions: readonly ProposalSide[] };

const D: ProposalSide = 'designer';
const P: ProposalSide = 'publisher';
const course = (state: ProposalState, ...versions: ProposalSide[]): Course => ({ state, versions });

/** What Harriet sees under her open briefs: everything there is. */
const EVERYTHING: readonly Course[] = [
  course('shortlisted', D, P),
  course('submitted', D),
  course('submitted', D, P, D),
  course('shortlisted', D),
  course('declined', D),
  course('expired', D),
  course('withdrawn', D),
];
const OPEN: readonly Course[] = [
  course('submitted', D),
  course('shortlisted', D),
  course('submitted', D, P),
  course('declined', D),
  course('expired', D),
];
const DECIDED: readonly Course[] = [
  course('accepted', D, P),
  course('declined', D),
  course('declined', D, P),
];
const CLOSED: readonly Course[] = [course('declined', D), course('submitted', D), course('expired', D)];

/** What Dario has elsewhere, brief by brief, so that his list shows every state. */
const DARIOS: readonly Course[] = [
  course('draft'),
  course('expired', D),
  course('declined', D),
  course('withdrawn', D),
  course('submitted', D, P),
  course('submitted', D),
];

/** Writes proposals for the briefs that designers could answer, with their versions, samples and events. */
export async function seedProposals(db: Db, ids: Ids, now: Date): Promise<void> {
  const harriet = idOf(ids, developmentPublisher.subject);
  const dario = idOf(ids, developmentDesigner.subject);
  const others = catalogueDesigners.map(({ subject }) => idOf(ids, subject)).filter((id) => id !== dario);
  const shown = await shownPieces(db);
  const names = new Map(catalogueDesigners.map(({ subject, name }) => [idOf(ids, subject), name]));
  const theirs = [...DARIOS];
  const rows = (await readBriefs(db)).flatMap((brief, at) => {
    const isHers = brief.ownerId === harriet;
    const courses = coursesOf(brief, isHers, at);
    const first = isHers || (brief.state === 'awarded' && at % 3 === 0) ? dario : null;
    const added = !isHers && brief.state === 'open' && brief.visibility === 'public' ? theirs.shift() : null;
    const made = courses.map((one, nth) => {
      const designerId = nth === 0 && first ? first : (others[(at * 7 + nth) % others.length] ?? dario);
      return { one, designerId };
    });
    if (added) made.push({ one: added, designerId: dario });
    return made.map(({ one, designerId }, nth) =>
      rowsOf(brief, designerId, one, { now, at: at * 11 + nth, shown, names }),
    );
  });
  await db.insert(proposals).values(rows.map(({ proposal }) => proposal));
  await db.insert(proposalVersions).values(rows.flatMap(({ versions }) => versions));
  await db.insert(proposalSamples).values(rows.flatMap(({ samples }) => samples));
  await db.insert(events).values(rows.flatMap(({ told }) => told));
}

function coursesOf({ state }: Brief, isHers: boolean, at: number): readonly Course[] {
  if (state === 'awarded') return DECIDED;
  if (state === 'closed') return CLOSED.slice(at % 2);
  if (isHers) return EVERYTHING;
  return OPEN.slice(at % 3, (at % 3) + 1 + (at % 2));
}

const readBriefs = (db: Db) =>
  db
    .select({
      ...{ id: briefs.id, ownerId: briefs.ownerId, state: briefs.state, visibility: briefs.visibility },
      ...{ title: briefs.title, formatKinds: briefs.formatKinds, publishedAt: briefs.publishedAt },
      ...{ budgetMin: briefs.budgetMin, budgetMax: briefs.budgetMax, currency: briefs.currency },
      ...{ roundOneOn: briefs.roundOneOn, finalOn: briefs.finalOn, concepts: briefs.concepts },
      ...{ revisionRounds: briefs.revisionRounds, rightsMedia: briefs.rightsMedia },
      ...{ rightsTerritory: briefs.rightsTerritory, rightsTerm: briefs.rightsTerm },
      ...{ rightsExclusive: briefs.rightsExclusive, creditLine: briefs.creditLine },
    })
    .from(briefs)
    .where(inArray(briefs.state, ['open', 'paused', 'closed', 'awarded']))
    .orderBy(asc(briefs.createdAt), asc(briefs.title));

/** The first covers of each designer. */
async function shownPieces(db: Db): Promise<Map<string, string[]>> {
  const rows = await db
    .select({ id: pieces.id, designerId: pieces.designerId })
    .from(pieces)
    .where(isNotNull(pieces.shownAt))
    .orderBy(asc(pieces.designerId), asc(pieces.position));
  const byDesigner = new Map<string, string[]>();
  for (const { id, designerId } of rows)
    byDesigner.set(designerId, [...(byDesigner.get(designerId) ?? []), id]);
  return byDesigner;
}

type Context = { now: Date; at: number; shown: Map<string, string[]>; names: Map<string, string> };

function rowsOf(
  brief: Brief,
  designerId: string,
  { state, versions: authors }: Course,
  { now, at, shown, names }: Context,
) {
  const proposalId = randomUUID();
  const begun = brief.publishedAt ?? now;
  // Between the day the brief was published and now, each step after the one before.
  const moment = (step: number) =>
    new Date(begun.getTime() + ((now.getTime() - begun.getTime()) * ((at % 5) + 1 + step * 2)) / 14);
  const validUntil = state === 'expired' ? dayFrom(now, -(at % 9) - 2) : dayFrom(now, 12 + (at % 40));
  const terms = termsOf(brief, names.get(designerId) ?? '', at, now);
  const versions = authors.map((author, nth) => ({
    ...{ proposalId, number: nth + 1, author, validUntil, createdAt: moment(nth) },
    message: messageOf(author, nth, at).replaceAll('%', brief.title),
    terms: nth === 0 ? terms : answered(terms, author),
  }));
  const decided = ['accepted', 'declined', 'withdrawn', 'expired'].includes(state);
  const last = moment(authors.length);
  const proposal: typeof proposals.$inferInsert = {
    ...{ id: proposalId, briefId: brief.id, designerId, state, version: versions.length },
    ...{ author: authors.at(-1) ?? D, createdAt: moment(0), updatedAt: last },
    ...(state === 'draft'
      ? { draft: { ...termValues(terms), validUntil, message: OFFERS[3] ?? '' } }
      : { validUntil, submittedAt: moment(0) }),
    ...(decided && { decidedAt: last }),
    ...(state === 'declined' &&
      brief.state !== 'awarded' && { declineReason: REASONS[at % REASONS.length] ?? '' }),
  };
  const samples = (state === 'draft' ? [] : (shown.get(designerId) ?? []))
    .slice(at % 2, (at % 2) + 1 + (at % 4))
    .map((pieceId, position) => ({ proposalId, pieceId, position }));
  return { proposal, versions, samples, told: toldOf(brief, proposal, versions) };
}

/** An offer near what the brief pays, with days between its two. */
function termsOf(brief: Brief, name: string, at: number, now: Date): Terms {
  const most = brief.budgetMax ?? 900_00;
  const least = brief.budgetMin ?? most * 0.8;
  const last = brief.finalOn ?? dayFrom(now, 60);
  const first = brief.roundOneOn ?? daysAfter(last, -35);
  const kinds = milestonesFor(brief.formatKinds);
  const days = (Date.parse(last) - Date.parse(first)) / 86_400_000;
  const dates = Object.fromEntries(
    kinds.map((kind, nth) => [kind, daysAfter(first, Math.round((days * nth) / (kinds.length - 1)))]),
  );
  return {
    price: Math.round((least + ((most - least) * (at % 5)) / 4) / 10_00) * 10_00,
    ...{ currency: brief.currency, concepts: brief.concepts ?? 3, revisionRounds: brief.revisionRounds ?? 2 },
    dates,
    rightsMedia: brief.rightsMedia.length > 0 ? brief.rightsMedia : ['print', 'ebook'],
    ...{ rightsTerritory: brief.rightsTerritory ?? 'world', rightsTerm: brief.rightsTerm ?? 'edition' },
    ...{ rightsExclusive: brief.rightsExclusive, creditLine: brief.creditLine.replace('[name]', name) },
    ...{ aiUse: 'none', aiNotes: '', stockUse: 'none', stockNotes: '' },
  };
}

/** A counter-offer asks for a little more for a little less, and the answer meets it half-way. */
const answered = (terms: Terms, author: ProposalSide): Terms => ({
  ...terms,
  price: Math.round((terms.price * (author === P ? 0.9 : 0.95)) / 5_00) * 5_00,
  revisionRounds: terms.revisionRounds + 1,
});

const pick = (texts: readonly string[], at: number) => texts[at % texts.length] ?? '';
const messageOf = (author: ProposalSide, nth: number, at: number) =>
  nth === 0 ? pick(OFFERS, at) : pick(author === P ? COUNTERS : ANSWERS, at);

const DECISIONS: Partial<
  Record<
    ProposalState,
    [type: 'accepted' | 'declined' | 'withdrawn' | 'expired' | 'shortlisted', by: ProposalSide | null]
  >
> = {
  accepted: ['accepted', D],
  declined: ['declined', P],
  withdrawn: ['withdrawn', D],
  expired: ['expired', null],
  shortlisted: ['shortlisted', P],
};

function toldOf(
  brief: Brief,
  proposal: typeof proposals.$inferInsert,
  versions: readonly { author: ProposalSide; createdAt: Date; terms: Terms }[],
): (typeof events.$inferInsert)[] {
  const who = (side: ProposalSide | null) =>
    side === D ? proposal.designerId : side === P ? brief.ownerId : null;
  const about = { subjectId: proposal.id ?? '', briefId: brief.id };
  const sent = versions.map(({ author, createdAt, terms }, nth) => ({
    ...{ ...about, actorId: who(author), createdAt },
    type:
      author === P
        ? ('proposal.countered' as const)
        : nth === 0
          ? ('proposal.submitted' as const)
          : ('proposal.revised' as const),
    data: { title: brief.title, amount: terms.price, currency: terms.currency },
  }));
  const decision = DECISIONS[proposal.state ?? 'draft'];
  if (!decision || !proposal.updatedAt) return sent;
  const [name, by] = decision;
  const reason = proposal.declineReason ? { reason: proposal.declineReason } : {};
  const type = `proposal.${name}` as const;
  return [
    ...sent,
    {
      ...about,
      type,
      actorId: who(by),
      createdAt: proposal.updatedAt,
      data: { title: brief.title, ...reason },
    },
  ];
}
