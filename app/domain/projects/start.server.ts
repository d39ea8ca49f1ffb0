/** Starts a project from an accepted proposal: freezes what was agreed, and lays its milestones. */
import { createHash } from 'node:crypto';
import { and, desc, eq } from 'drizzle-orm';
import type { Db } from '#db/client.server.ts';
import { coverSpecs } from '#db/schema/briefs.server.ts';
import { people } from '#db/schema/people.server.ts';
import { milestones, projects } from '#db/schema/projects.server.ts';
import { proposals, proposalVersions } from '#db/schema/proposals.server.ts';
import { getBriefForHouse, type Brief } from '../briefs/queries.server.ts';
import { keepSpecs } from '../briefs/specs.server.ts';
import { NotFound } from '../errors.ts';
import { recordEvent } from '../events/commands.server.ts';
import type { Person } from '../people/rules.ts';
import { canonicalText } from '../canonical.ts';
import type { Contract } from './contract.ts';
import { milestonesFor } from './rules.ts';

type Start = { proposalId: string; acceptedBy: Pick<Person, 'id'>; now: Date };

/** Starts the project of a proposal, in the transaction that accepts it. → its id. */
export async function startProject(tx: Db, { proposalId, acceptedBy, now }: Start): Promise<string> {
  const { brief, designerId, contract } = await agreementOf(tx, proposalId, now);
  const { terms } = contract;
  const { title } = brief.details;
  const [project] = await tx
    .insert(projects)
    .values({
      ...{ briefId: brief.id, proposalId, publisherId: brief.ownerId, designerId },
      ...{ title, contract, contractHash: hashOf(contract), terms, createdAt: now, updatedAt: now },
    })
    .returning({ id: projects.id });
  if (!project) throw new Error('the project was not inserted');
  const kinds = milestonesFor(brief.details.formats.map(({ kind }) => kind));
  await tx.insert(milestones).values(
    kinds.map((kind, position) => ({
      ...{ projectId: project.id, kind, position, dueOn: terms.dates[kind] ?? null },
    })),
  );
  await recordEvent(tx, {
    ...{ type: 'project.agreed', actorId: acceptedBy.id, subjectId: project.id },
    ...{ briefId: brief.id, projectId: project.id, data: { title } },
  });
  return project.id;
}

/** What the two sides of a proposal agree on by its last version, and for which brief. */
export async function agreementOf(
  tx: Db,
  proposalId: string,
  now: Date,
): Promise<{ brief: Brief; designerId: string; contract: Contract }> {
  const proposal = await acceptedProposal(tx, proposalId);
  const brief = await getBriefForHouse(tx, proposal.briefId);
  // A brief that was published before specifications were kept has none yet, and a contract names them.
  await keepSpecs(tx, brief.id, brief);
  const contract = await contractOf(tx, brief, proposal, now);
  return { brief, designerId: proposal.designerId, contract };
}

/** SHA-256 of a contract's canonical text: whoever has the text can compute it anew. */
export const hashOf = (contract: Contract): string =>
  createHash('sha256').update(canonicalText(contract)).digest('hex');

/** A proposal with the last version of what it says. */
async function acceptedProposal(tx: Db, id: string) {
  const { briefId, designerId, version } = proposals;
  const [row] = await tx
    .select({
      ...{ id: proposals.id, briefId, designerId, version },
      ...{ message: proposalVersions.message, terms: proposalVersions.terms },
    })
    .from(proposals)
    .innerJoin(
      proposalVersions,
      and(eq(proposalVersions.proposalId, proposals.id), eq(proposalVersions.number, version)),
    )
    .where(eq(proposals.id, id));
  if (!row) throw new NotFound('There is no such proposal.');
  return row;
}

type Accepted = Awaited<ReturnType<typeof acceptedProposal>>;

async function contractOf(tx: Db, brief: Brief, proposal: Accepted, now: Date): Promise<Contract> {
  const { title, subtitle, authorName, isbn, formats } = brief.details;
  const specs = await specsOf(tx, brief.id);
  const [publisher, designer] = [await nameOf(tx, brief.ownerId), await nameOf(tx, proposal.designerId)];
  return {
    agreedAt: now.toISOString(),
    publisher,
    designer: { id: designer.id, name: designer.name },
    book: { title, subtitle, author: authorName, isbn },
    ...{ briefId: brief.id, briefVersion: brief.version },
    ...{ proposalId: proposal.id, proposalVersion: proposal.version },
    formats: formats.flatMap(({ id, kind, pagesFinal }) => {
      const spec = specs.find(({ formatId }) => formatId === id);
      return id === null
        ? []
        : [{ formatId: id, kind, coverSpecId: spec?.id ?? null, spec: spec?.spec ?? null, pagesFinal }];
    }),
    terms: proposal.terms,
    message: proposal.message,
  };
}

/** What each format of a brief is made to now. */
const specsOf = (tx: Db, briefId: string) =>
  tx
    .selectDistinctOn([coverSpecs.formatId], {
      ...{ id: coverSpecs.id, formatId: coverSpecs.formatId, spec: coverSpecs.spec },
    })
    .from(coverSpecs)
    .where(eq(coverSpecs.briefId, briefId))
    .orderBy(coverSpecs.formatId, desc(coverSpecs.briefVersion));

async function nameOf(tx: Db, id: string) {
  const [row] = await tx
    .select({ id: people.id, name: people.name, organisation: people.organisation })
    .from(people)
    .where(eq(people.id, id));
  if (!row) throw new Error('a side of the contract is not there');
  return row;
}
