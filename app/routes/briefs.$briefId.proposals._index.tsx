import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData, useRouteLoaderData } from '@remix-run/react';
import { seekFrom } from '../domain/paging.ts';
import {
  countBriefProposals,
  getDecidersBrief,
  listBriefProposals,
  type BriefRow,
} from '../domain/proposals/list.server.ts';
import { PROPOSAL_STATES, isLive } from '../domain/proposals/rules.ts';
import { stateTag, termBrief, turnOf, type Say } from '../domain/proposals/words.ts';
import { wordsFor } from '../http/format.ts';
import { hiring } from '../http/gate.server.ts';
import { hrefWith, oneOfParam } from '../http/query.ts';
import { respond } from '../http/respond.server.ts';
import type { loader as root } from '../root.tsx';
import { PageHead } from '../ui/layout.tsx';
import { Breadcrumb, Pager, Tabs } from '../ui/navigation.tsx';
import { ProposalList, ProposalRow, type ProposalSummary } from '../ui/proposals.tsx';
import { EmptyState } from '../ui/text.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  page ? [{ title: `Proposals for ${page.title} · Dustjacket` }] : [];

/** A publisher sees no drafts. */
const { draft: _draft, ...STATES } = PROPOSAL_STATES;
/** Every picture is a request of its own: so many on a page, shared out among its proposals. */
const MOST_PICTURES = 15;

export const loader = respond(async (args: LoaderFunctionArgs) => {
  const { db, viewer } = await hiring(args);
  const { id, details } = await getDecidersBrief(db, viewer, args.params.briefId);
  const params = new URL(args.request.url).searchParams;
  const state = oneOfParam(params.get('state'), STATES);
  const seek = seekFrom(params);
  const [counts, page] = await Promise.all([
    countBriefProposals(db, id),
    listBriefProposals(db, id, state ?? 'submitted', seek),
  ]);
  const foremost = counts.accepted ? 'accepted' : 'shortlisted';
  const isFirst = !state && !seek.after && !seek.before;
  const first = isFirst ? (await listBriefProposals(db, id, foremost, {})).rows : [];
  const href = (place: Record<string, string | undefined>) => hrefWith(`/briefs/${id}/proposals`, place);
  const shown = first.length + page.rows.length;
  const summary = (row: BriefRow) => summaryOf(row, wordsFor(viewer), Math.ceil(MOST_PICTURES / shown));
  return {
    ...{ id, title: details.title || 'Untitled brief', state: state ?? null },
    tabs: [
      { href: href({}), label: 'To decide', current: !state },
      ...(Object.keys(STATES) as (keyof typeof STATES)[]).map((key) => ({
        ...{ href: href({ state: key }), label: STATES[key], current: key === state },
        count: String(counts[key] ?? 0),
      })),
    ],
    ...{ first: first.map(summary), firstTitle: STATES[foremost], rows: page.rows.map(summary) },
    newer: page.newer && href({ state, before: page.newer }),
    older: page.older && href({ state, after: page.older }),
  };
});

function summaryOf(row: BriefRow, say: Say, pictures: number): ProposalSummary {
  const { id, state, author, designer, terms, validUntil, samples } = row;
  return {
    ...{ href: `/proposals/${id}`, title: designer.name, who: '', status: stateTag(state) },
    notes: isLive(state)
      ? [turnOf(author, 'publisher'), `stands until ${say.date(validUntil ?? '')}`]
      : [`changed ${say.date(row.updatedAt)}`],
    facts: terms ? termBrief(terms, say) : [],
    samples: samples.slice(0, pictures),
  };
}

export default function BriefProposals() {
  const { id, title, state, tabs, first, firstTitle, rows, newer, older } = useLoaderData<typeof loader>();
  const pictures = useRouteLoaderData<typeof root>('root')?.pictures ?? true;
  const brief = { label: title, href: `/briefs/${id}` };
  const list = (proposals: readonly ProposalSummary[]) => (
    <ProposalList>
      {proposals.map((proposal) => (
        <ProposalRow key={proposal.href} {...{ proposal, pictures }} />
      ))}
    </ProposalList>
  );
  return (
    <div className="stack">
      <PageHead
        above={
          <Breadcrumb items={[{ label: 'My briefs', href: '/briefs/mine' }, brief, { label: 'Proposals' }]} />
        }
        title={`Proposals for ${title}`}
      >
        <p className="links">
          <a href={`${brief.href}/compare`}>Compare them</a>{' '}
          <a href={`${brief.href}/votes`}>Let guests vote</a>
        </p>
      </PageHead>
      <Tabs label="By state" items={tabs} />
      {first.length > 0 && (
        <>
          <h2>{firstTitle}</h2>
          {list(first)}
        </>
      )}
      <h2 className={first.length > 0 && rows.length > 0 ? undefined : 'vh'}>
        {state ? STATES[state] : 'New'}
      </h2>
      {rows.length > 0 && list(rows)}
      {rows.length + first.length === 0 && (
        <EmptyState
          title={state ? `None is ${STATES[state].toLowerCase()}` : 'Nothing to decide'}
          text={state ? 'The other tabs have the rest.' : 'Designers who answer this brief appear here.'}
        />
      )}
      <Pager newer={newer} older={older} />
    </div>
  );
}
