/** Builders of proposals, with whatever a test cares about on top. */
import type { Db } from '#db/client.server.ts';
import { proposals, proposalSamples, proposalVersions } from '#db/schema/proposals.server.ts';
import type { ProposalSide } from '#app/domain/proposals/rules.ts';
import type { Terms } from '#app/domain/proposals/terms.ts';

/** Terms for an ebook front, due well before the brief of `aBrief`. */
export const someTerms = (overrides: Partial<Terms> = {}): Terms => ({
  ...{ price: 600_00, currency: 'EUR', concepts: 3, revisionRounds: 2 },
  dates: { concepts: '2031-04-10', front: '2031-04-30', handover: '2031-05-20' },
  ...{ rightsMedia: ['print', 'ebook'], rightsTerritory: 'world', rightsTerm: 'edition' },
  ...{ rightsExclusive: true, creditLine: 'Cover design by Dora Bodoni' },
  ...{ aiUse: 'none', aiNotes: '', stockUse: 'none', stockNotes: '' },
  ...overrides,
});

/** One version; what is left out is as in the version before. */
type Version = { author?: ProposalSide; message?: string; terms?: Partial<Terms>; validUntil?: string };
type Overrides = Partial<typeof proposals.$inferInsert> & {
  /** Of the first version. */
  terms?: Partial<Terms>;
  message?: string;
  /** What follows the first version, such as `{ author: 'publisher', terms: { price: 500_00 } }`. */
  then?: readonly Version[];
  /** Ids of pieces. */
  samples?: readonly string[];
};

/** A proposal that was submitted and waits for an answer, until 2031-03-31. A draft has no version. → the row and its last terms. */
export async function aProposal(
  db: Db,
  brief: { id: string },
  designer: { id: string },
  { terms, message = 'I would draw the ferry.', then = [], samples = [], ...columns }: Overrides = {},
) {
  const said: Required<Version>[] = [];
  let last: Required<Version> = {
    ...{ author: 'designer', message, validUntil: columns.validUntil ?? '2031-03-31' },
    terms: someTerms(terms),
  };
  for (const version of [{}, ...then] as Version[]) {
    last = { ...last, ...version, terms: { ...last.terms, ...version.terms } };
    said.push(last);
  }
  const sent = columns.state === 'draft' ? [] : said;
  const [proposal] = await db
    .insert(proposals)
    .values({
      ...{ briefId: brief.id, designerId: designer.id, state: 'submitted', version: sent.length },
      ...(sent.length > 0 && {
        ...{ author: last.author, validUntil: last.validUntil, submittedAt: new Date() },
      }),
      ...columns,
    })
    .returning();
  if (!proposal) throw new Error('the proposal was not inserted');
  const proposalId = proposal.id;
  const versions = sent.map((version, at) => ({
    ...{ proposalId, number: at + 1, ...version },
    terms: someTerms(version.terms),
  }));
  if (versions.length > 0) await db.insert(proposalVersions).values(versions);
  if (samples.length > 0)
    await db
      .insert(proposalSamples)
      .values(samples.map((pieceId, position) => ({ proposalId, pieceId, position })));
  return { ...proposal, terms: someTerms(last.terms) };
}
