/** A builder of projects: a proposal is accepted as it really is, and the rest is laid as rows that many moves would have made. */
import { eq } from 'drizzle-orm';
import type { Db } from '#db/client.server.ts';
import { briefs } from '#db/schema/briefs.server.ts';
import { amendments, disputes, milestones, projects } from '#db/schema/projects.server.ts';
import { proposals, proposalVersions } from '#db/schema/proposals.server.ts';
import type { Person } from '#app/domain/people/rules.ts';
import type { Project } from '#app/domain/projects/project.ts';
import { getProject, getProjectForHouse } from '#app/domain/projects/queries.server.ts';
import {
  isOver,
  MILESTONE_KEYS,
  type MilestoneKind,
  type MilestoneState,
  type ProjectSide,
  type ProjectState,
} from '#app/domain/projects/rules.ts';
import { startProject } from '#app/domain/projects/start.server.ts';
import type { Terms } from '#app/domain/proposals/terms.ts';
import { aBrief, aDesigner, aPublisher } from './people.ts';

/** Eight hundred euros for three concepts and two rounds of changes. */
export const someTerms = (overrides: Partial<Terms> = {}): Terms => ({
  ...{ price: 800_00, currency: 'EUR', concepts: 3, revisionRounds: 2 },
  dates: { concepts: '2031-03-01', front: '2031-03-15', wrap: '2031-04-01', handover: '2031-04-15' },
  ...{ rightsMedia: ['print', 'ebook'], rightsTerritory: 'world', rightsTerm: 'copyright' },
  ...{ rightsExclusive: true, creditLine: 'Cover by Dora Bodoni' },
  ...{ aiUse: 'none', aiNotes: '', stockUse: 'none', stockNotes: '' },
  ...overrides,
});

/** A paperback with numbers, and an ebook. */
const PAPERBACK = { kind: 'paperback_wrap', printer: 'kdp', paper: 'white', pageCount: 280 } as const;
const SIX_BY_NINE = { trimWidth: 6, trimHeight: 9, trimUnit: 'in' } as const;
const FORMATS = [{ ...PAPERBACK, ...SIX_BY_NINE }, { kind: 'ebook_front' as const }];

type Wanted = {
  publisher?: Person;
  designer?: Person;
  /** What the brief says otherwise; an ebook alone has no wrap. */
  brief?: Parameters<typeof aBrief>[2];
  terms?: Partial<Terms>;
  /** Where it stands; what comes before is approved. */
  state?: ProjectState;
  /** Where it stood, when it was disputed or ended early. */
  stoodAt?: MilestoneKind;
  /** How the milestone it stands at is. */
  milestone?: MilestoneState;
  /** When that was delivered. */
  deliveredAt?: Date;
  /** Who opened the dispute, or ended it early. */
  by?: ProjectSide;
  roundsUsed?: number;
  /** When it was agreed. */
  now?: Date;
};

export type AProject = {
  id: string;
  publisher: Person;
  designer: Person;
  proposalId: string;
  project: Project;
};

/** A project just agreed on, with whatever it needs; or one that stands wherever a test wants it. */
export async function aProject(db: Db, wanted: Wanted = {}): Promise<AProject> {
  const { now = new Date(), state = 'agreed' } = wanted;
  const publisher = wanted.publisher ?? (await aPublisher(db));
  const designer = wanted.designer ?? (await aDesigner(db));
  const brief = await aBrief(db, publisher, { formats: FORMATS, ...wanted.brief });
  const proposalId = await acceptedProposal(db, brief.id, designer.id, someTerms(wanted.terms));
  await db.update(briefs).set({ state: 'awarded' }).where(eq(briefs.id, brief.id));
  const id = await db.transaction((tx) => startProject(tx, { proposalId, acceptedBy: publisher, now }));
  if (state !== 'agreed' || wanted.milestone) await stand(db, id, { ...wanted, state, now });
  if (wanted.roundsUsed !== undefined)
    await db.update(projects).set({ roundsUsed: wanted.roundsUsed }).where(eq(projects.id, id));
  return { id, publisher, designer, proposalId, project: await getProject(db, publisher, id) };
}

async function acceptedProposal(db: Db, briefId: string, designerId: string, terms: Terms): Promise<string> {
  const sent = { validUntil: '2031-12-31', submittedAt: new Date() };
  const [proposal] = await db
    .insert(proposals)
    .values({ briefId, designerId, state: 'accepted', version: 1, ...sent })
    .returning({ id: proposals.id });
  if (!proposal) throw new Error('the proposal was not inserted');
  await db.insert(proposalVersions).values({
    ...{ proposalId: proposal.id, number: 1, author: 'designer', terms, validUntil: sent.validUntil },
    message: 'A lighthouse, seen from below.',
  });
  return proposal.id;
}

/** Puts a project where it is wanted, and everything that belongs to that. */
async function stand(db: Db, id: string, wanted: Wanted & { state: ProjectState; now: Date }): Promise<void> {
  const { state, by = 'publisher', stoodAt = 'front', now } = wanted;
  const { milestones: all, terms } = await getProjectForHouse(db, id);
  const stage = MILESTONE_KEYS.find((kind) => kind === state) ?? (state === 'agreed' ? 'concepts' : stoodAt);
  const at = state === 'completed' ? all.length : all.findIndex(({ kind }) => kind === stage);
  for (const { id: milestoneId } of all.slice(0, at))
    await db
      .update(milestones)
      .set({ state: 'approved', deliveredAt: now, approvedAt: now })
      .where(eq(milestones.id, milestoneId));
  const current = all[at];
  if (current && wanted.milestone)
    await db
      .update(milestones)
      .set({
        state: wanted.milestone,
        deliveredAt: wanted.milestone === 'due' ? null : (wanted.deliveredAt ?? now),
        approvedAt: wanted.milestone === 'stale' ? now : null,
      })
      .where(eq(milestones.id, current.id));
  const settlement = { percent: 33, due: Math.round(terms.price * 0.33), toPay: 0, toReturn: 0 };
  await db
    .update(projects)
    .set({
      state,
      ...(isOver({ state }) && { endedAt: now }),
      ...((state === 'cancelled' || state === 'resolved') && { settlement }),
      ...(state === 'cancelled' && { endedBy: by, endReason: 'The book is not coming out.' }),
    })
    .where(eq(projects.id, id));
  if (state !== 'disputed' && state !== 'resolved') return;
  const decided = { decision: 'A third is fair.', award: settlement.due, endedAt: now };
  await db.insert(disputes).values({
    ...{ projectId: id, openedBy: by, stoodAt: current?.kind ?? 'handover', ground: 'not_as_agreed' },
    ...{ statement: 'This is not the lighthouse we spoke of.', wish: 'Another front.', createdAt: now },
    ...(state === 'resolved' ? { state: 'resolved' as const, ...decided } : { state: 'open' as const }),
  });
}

/** A further round of changes for fifty euros more, which the publisher proposes. */
export async function anAmendment(
  db: Db,
  projectId: string,
  overrides: Partial<typeof amendments.$inferInsert> = {},
) {
  const { terms } = await getProjectForHouse(db, projectId);
  const { price, revisionRounds } = terms;
  const [amendment] = await db
    .insert(amendments)
    .values({
      ...{ projectId, number: 1, author: 'publisher', reason: 'One further round of changes.' },
      changes: { price: price + 50_00, revisionRounds: revisionRounds + 1 },
      before: { price, revisionRounds },
      ...overrides,
    })
    .returning();
  if (!amendment) throw new Error('the amendment was not inserted');
  return amendment;
}
