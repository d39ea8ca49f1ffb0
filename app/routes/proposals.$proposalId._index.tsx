import { redirect, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData, useRouteLoaderData } from '@remix-run/react';
import type { Person } from '../domain/people/rules.ts';
import { draftPlace } from '../domain/proposals/form-page.server.ts';
import type { Proposal } from '../domain/proposals/proposal.ts';
import { getProposal } from '../domain/proposals/queries.server.ts';
import { PROPOSAL, proposalMovesFor, WRITING_MOVES, type ProposalMove } from '../domain/proposals/rules.ts';
import { proposalSheet } from '../domain/proposals/words.ts';
import { mintFormToken } from '../http/form.server.ts';
import { wordsFor } from '../http/format.ts';
import { member } from '../http/gate.server.ts';
import { respond } from '../http/respond.server.ts';
import type { loader as root } from '../root.tsx';
import { PageHead } from '../ui/layout.tsx';
import { Breadcrumb } from '../ui/navigation.tsx';
import { ProposalMoves, ProposalPage, type ProposalButton } from '../ui/proposals.tsx';
import { StatusTag } from '../ui/status.tsx';
import { MetaLine } from '../ui/text.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  page ? [{ title: `${headOf(page.sheet).title} · Dustjacket` }] : [];

export const loader = respond(async (args: LoaderFunctionArgs) => {
  const { db, viewer } = await member(args);
  const proposal = await getProposal(db, viewer, args.params.proposalId);
  const { state, brief } = proposal;
  if (state === 'draft') return redirect(draftPlace(brief.id));
  const moves = proposalMovesFor(proposal, brief, viewer);
  return {
    sheet: proposalSheet(proposal, wordsFor(viewer)),
    buttons: moves.map((name) => buttonOf(proposal, name, viewer)),
  };
});

/** A move that writes a version leads to the form, one that asks first to its question; any other happens at once. */
function buttonOf({ id }: Proposal, name: ProposalMove, viewer: Person): ProposalButton {
  const { label, confirm } = PROPOSAL.moves[name];
  const kind =
    name === 'accept' ? 'primary' : name === 'withdraw' || name === 'decline' ? 'quiet' : 'secondary';
  const writes = (WRITING_MOVES as readonly ProposalMove[]).includes(name);
  const href = writes ? `/proposals/${id}/edit` : `/proposals/${id}/move/${name}`;
  const atOnce = !writes && confirm === undefined;
  return { name, label, href, kind, formToken: atOnce ? mintFormToken(viewer) : null };
}

type Sheet = ReturnType<typeof proposalSheet>;

const headOf = ({ side, title, other }: Pick<Sheet, 'side' | 'title' | 'other'>) => ({
  title: side === 'designer' ? `Your proposal for ${title}` : `${other}: proposal for ${title}`,
});

const pathOf = ({ side, brief }: Pick<Sheet, 'side' | 'brief'>) =>
  side === 'designer'
    ? [{ label: 'Proposals', href: '/proposals' }, { label: 'Proposal' }]
    : [
        { label: 'My briefs', href: '/briefs/mine' },
        { label: 'Proposals', href: `${brief}/proposals` },
        { label: 'Proposal' },
      ];

export default function ProposalRoute() {
  const { sheet, buttons } = useLoaderData<typeof loader>();
  const pictures = useRouteLoaderData<typeof root>('root')?.pictures ?? true;
  const { side, status, price, brief, designer, projectId } = sheet;
  return (
    <article className="stack">
      <PageHead above={<Breadcrumb items={pathOf(sheet)} />} title={headOf(sheet).title}>
        <MetaLine>
          <StatusTag {...status} />
          <span className="num">{price}</span>
        </MetaLine>
        <p className="links">
          <a href={brief}>Read the brief</a>{' '}
          {side === 'publisher' && <a href={designer.href}>{designer.name}’s profile</a>}{' '}
          <a href={sheet.talk}>Messages</a>{' '}
          {projectId && <a href={`/projects/${projectId}`}>Go to the project</a>}
        </p>
      </PageHead>
      <ProposalMoves turn={sheet.turn} buttons={buttons} />
      <ProposalPage sheet={sheet} pictures={pictures} />
    </article>
  );
}
