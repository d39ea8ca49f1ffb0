import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { briefSummary } from '../domain/briefs/words.ts';
import { listInvitationsOf } from '../domain/invitations/queries.server.ts';
import { INVITATION_STATES, invitationMovesFor } from '../domain/invitations/rules.ts';
import { seekFrom } from '../domain/paging.ts';
import { todayFor, wordsFor } from '../http/format.ts';
import { designer } from '../http/gate.server.ts';
import { hrefWith } from '../http/query.ts';
import { respond } from '../http/respond.server.ts';
import { LinkButton } from '../ui/buttons.tsx';
import { ReceivedInvitations } from '../ui/invitations.tsx';
import { PageHead } from '../ui/layout.tsx';
import { Pager, Tabs } from '../ui/navigation.tsx';
import { SavedTabs } from '../ui/searches.tsx';
import { EmptyState } from '../ui/text.tsx';

export const meta: MetaFunction = () => [{ title: 'Invitations · Dustjacket' }];

export const loader = respond(async (args: LoaderFunctionArgs) => {
  const { db, viewer, now } = await designer(args);
  const params = new URL(args.request.url).searchParams;
  const earlier = params.get('show') === 'earlier';
  const asked = { open: !earlier, today: todayFor(viewer, now), seek: seekFrom(params) };
  const { rows, newer, older } = await listInvitationsOf(db, viewer, asked);
  const say = wordsFor(viewer);
  const href = (place: Record<string, string>) =>
    hrefWith('/invitations', { show: earlier ? 'earlier' : null, ...place });
  return {
    earlier,
    list: rows.map(({ listed, state, sentAt, ...row }) => ({
      ...{ ...row, open: invitationMovesFor(state, 'designer').includes('decline'), sent: say.date(sentAt) },
      state: { state, label: INVITATION_STATES[state] },
      brief: listed && briefSummary({ ...listed, blurb: '' }, say),
    })),
    newer: newer && href({ before: newer }),
    older: older && href({ after: older }),
  };
});

export default function Invitations() {
  const { earlier, list, newer, older } = useLoaderData<typeof loader>();
  const tabs = [
    { href: '/invitations', label: 'Waiting for you', current: !earlier },
    { href: '/invitations?show=earlier', label: 'Earlier', current: earlier },
  ];
  return (
    <div className="stack">
      <PageHead title="Invitations" lede="Briefs that their publishers would like you to look at." />
      <SavedTabs current="/invitations" designs />
      <Tabs label="Which invitations" items={tabs} />
      <h2 className="vh">{earlier ? 'Earlier' : 'Waiting for you'}</h2>
      {list.length > 0 ? (
        <ReceivedInvitations list={list} />
      ) : (
        <EmptyState
          title={earlier ? 'No earlier invitations' : 'No invitations are waiting'}
          text="Publishers find you by your genres, your formats and the covers you show."
          actions={<LinkButton href="/briefs/for-you">Briefs that suit you</LinkButton>}
        />
      )}
      <Pager {...{ newer, older }} />
    </div>
  );
}
