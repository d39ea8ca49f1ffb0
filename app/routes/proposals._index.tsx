import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { seekFrom } from '../domain/paging.ts';
import { draftPlace } from '../domain/proposals/form-page.server.ts';
import { countOwnProposals, listOwnProposals, type OwnRow } from '../domain/proposals/list.server.ts';
import {
  MOST_OPEN_PROPOSALS,
  PROPOSAL_STATE_KEYS,
  PROPOSAL_STATES,
  isLive,
} from '../domain/proposals/rules.ts';
import { stateTag, termBrief, turnOf, type Say } from '../domain/proposals/words.ts';
import { wordsFor } from '../http/format.ts';
import { designer } from '../http/gate.server.ts';
import { hrefWith, oneOfParam } from '../http/query.ts';
import { respond } from '../http/respond.server.ts';
import { LinkButton } from '../ui/buttons.tsx';
import { PageHead } from '../ui/layout.tsx';
import { Pager, Tabs } from '../ui/navigation.tsx';
import { ProposalList, ProposalRow, type ProposalSummary } from '../ui/proposals.tsx';
import { EmptyState } from '../ui/text.tsx';

export const meta: MetaFunction = () => [{ title: 'Your proposals · Dustjacket' }];

export const loader = respond(async (args: LoaderFunctionArgs) => {
  const { db, viewer } = await designer(args);
  const params = new URL(args.request.url).searchParams;
  const state = oneOfParam(params.get('state'), PROPOSAL_STATES);
  const page = await listOwnProposals(db, viewer, state, seekFrom(params));
  const counts = await countOwnProposals(db, viewer);
  const say = wordsFor(viewer);
  const href = (place: { state?: string | undefined; after?: string; before?: string }) =>
    hrefWith('/proposals', place);
  const tab = (key: keyof typeof PROPOSAL_STATES) => ({
    ...{ href: href({ state: key }), label: PROPOSAL_STATES[key] },
    ...{ current: key === state, count: String(counts[key] ?? 0) },
  });
  return {
    state,
    waiting: (counts.submitted ?? 0) + (counts.shortlisted ?? 0),
    tabs: [{ href: '/proposals', label: 'All', current: !state }, ...PROPOSAL_STATE_KEYS.map(tab)],
    rows: page.rows.map((row) => summaryOf(row, say)),
    newer: page.newer && href({ state, before: page.newer }),
    older: page.older && href({ state, after: page.older }),
  };
});

function summaryOf(row: OwnRow, say: Say): ProposalSummary {
  const { id, state, author, brief, terms, validUntil, projectId } = row;
  const live = isLive(state);
  return {
    href:
      state === 'draft' ? draftPlace(brief.id) : projectId ? `/projects/${projectId}` : `/proposals/${id}`,
    title: brief.title || 'Untitled brief',
    who: brief.publisher,
    status: stateTag(state),
    notes: live
      ? [turnOf(author, 'designer'), `stands until ${say.date(validUntil ?? '')}`]
      : [`changed ${say.date(row.updatedAt)}`],
    facts: terms ? termBrief(terms, say) : [],
    samples: [],
  };
}

export default function Proposals() {
  const { state, waiting, tabs, rows, newer, older } = useLoaderData<typeof loader>();
  return (
    <div className="stack">
      <PageHead
        title="Your proposals"
        lede={`Last changed first. ${waiting} of ${MOST_OPEN_PROPOSALS} that may wait for an answer at once.`}
      />
      <Tabs label="By state" items={tabs} />
      <h2 className="vh">{state ? PROPOSAL_STATES[state] : 'All'}</h2>
      {rows.length > 0 ? (
        <ProposalList>
          {rows.map((proposal) => (
            <ProposalRow key={proposal.href} proposal={proposal} pictures={false} />
          ))}
        </ProposalList>
      ) : (
        <EmptyState
          title={state ? `No proposal is ${PROPOSAL_STATES[state].toLowerCase()}` : 'No proposals yet'}
          text={
            state
              ? 'The other tabs have the rest.'
              : 'Find a brief you would like to draw for, and say what you would make of it.'
          }
          actions={!state && <LinkButton href="/briefs">Look at open briefs</LinkButton>}
        />
      )}
      <Pager newer={newer} older={older} />
    </div>
  );
}
