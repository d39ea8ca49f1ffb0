import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { countOwnBriefs, listOwnBriefs } from '../domain/briefs/list.server.ts';
import { BRIEF_STATE_KEYS, BRIEF_STATES } from '../domain/briefs/rules.ts';
import { briefSummary } from '../domain/briefs/words.ts';
import { decodeCursor } from '../domain/paging.ts';
import { wordsFor } from '../http/format.ts';
import { hiring } from '../http/gate.server.ts';
import { hrefWith, oneOfParam } from '../http/query.ts';
import { respond } from '../http/respond.server.ts';
import { BriefList, BriefRow } from '../ui/briefs.tsx';
import { LinkButton } from '../ui/buttons.tsx';
import { PageHead } from '../ui/layout.tsx';
import { Pager, Tabs } from '../ui/navigation.tsx';
import { EmptyState } from '../ui/text.tsx';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.title ?? 'Briefs'} · Dustjacket` },
];

export const loader = respond(async (args: LoaderFunctionArgs) => {
  const { db, viewer } = await hiring(args);
  const params = new URL(args.request.url).searchParams;
  const state = oneOfParam(params.get('state'), BRIEF_STATES);
  const seek = { after: decodeCursor(params.get('after')), before: decodeCursor(params.get('before')) };
  const page = await listOwnBriefs(db, viewer, state, seek);
  const staff = viewer.role === 'admin';
  // Staff see everybody's briefs: counting those by state would read them all.
  const counts = staff ? null : await countOwnBriefs(db, viewer);
  const say = wordsFor(viewer);
  const href = (place: { after?: string; before?: string }) => hrefWith('/briefs/mine', { state, ...place });
  return {
    ...{ staff, state, title: staff ? 'All briefs' : 'My briefs' },
    tabs: tabsOf(state, counts),
    rows: page.rows.map((row) => ({
      ...briefSummary({ ...row, blurb: '' }, say),
      note: [
        staff && `by ${row.ownerName}`,
        row.visibility === 'invited' && 'invite-only',
        `changed ${say.date(row.updatedAt)}`,
      ],
    })),
    newer: page.newer && href({ before: page.newer }),
    older: page.older && href({ after: page.older }),
  };
});

function tabsOf(current: string | undefined, counts: Partial<Record<string, number>> | null) {
  const total = counts && Object.values(counts).reduce<number>((sum, n) => sum + (n ?? 0), 0);
  const count = (n: number | null | undefined) => (counts ? String(n ?? 0) : undefined);
  return [
    { href: '/briefs/mine', label: 'All', current: !current, count: count(total) },
    ...BRIEF_STATE_KEYS.map((key) => ({
      ...{ href: `/briefs/mine?state=${key}`, label: BRIEF_STATES[key], current: key === current },
      count: count(counts?.[key]),
    })),
  ];
}

export default function MyBriefs() {
  const { title, staff, state, tabs, rows, newer, older } = useLoaderData<typeof loader>();
  return (
    <div className="stack">
      <PageHead title={title} lede={staff ? 'Everybody’s, last changed first.' : 'Last changed first.'}>
        <p>
          <LinkButton href="/briefs/new" kind="primary">
            New brief
          </LinkButton>
        </p>
      </PageHead>
      <Tabs label="By state" items={tabs} />
      <h2 className="vh">{state ? BRIEF_STATES[state] : 'All'}</h2>
      {rows.length > 0 ? (
        <BriefList>
          {rows.map(({ note, ...brief }) => (
            <BriefRow key={brief.href} brief={brief}>
              <p className="meta">{note.filter(Boolean).join(', ')}</p>
            </BriefRow>
          ))}
        </BriefList>
      ) : (
        <EmptyState
          title={state ? `No brief is ${BRIEF_STATES[state].toLowerCase()}` : 'No briefs yet'}
          text={
            state
              ? 'The other tabs have the rest.'
              : 'A brief says what the book is, how it prints and what you can pay. It can be saved half-finished.'
          }
          actions={!state && <LinkButton href="/briefs/new">Start a brief</LinkButton>}
        />
      )}
      <Pager newer={newer} older={older} />
    </div>
  );
}
