import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { briefSummary } from '../domain/briefs/words.ts';
import { recommendBriefs } from '../domain/recommendations/queries.server.ts';
import { todayFor, wordsFor } from '../http/format.ts';
import { designer } from '../http/gate.server.ts';
import { respond } from '../http/respond.server.ts';
import { BriefTabs } from '../ui/brief-list.tsx';
import { BriefList, BriefRow } from '../ui/briefs.tsx';
import { LinkButton } from '../ui/buttons.tsx';
import { Reasons } from '../ui/invitations.tsx';
import { PageHead } from '../ui/layout.tsx';
import { EmptyState } from '../ui/text.tsx';

export const meta: MetaFunction = () => [{ title: 'Briefs for you · Dustjacket' }];

const MOST = 12;

export const loader = respond(async (args: LoaderFunctionArgs) => {
  const { db, viewer, now } = await designer(args);
  const today = todayFor(viewer, now);
  const say = wordsFor(viewer);
  const found = await recommendBriefs(db, viewer, { today, now }, MOST);
  return { rows: found.map(({ brief, reasons }) => ({ brief: briefSummary(brief, say), reasons })) };
});

export default function BriefsForYou() {
  const { rows } = useLoaderData<typeof loader>();
  return (
    <div className="stack">
      <PageHead
        title="Briefs for you"
        lede="Open briefs that suit your profile, best first. Those you have answered are left out."
      />
      <BriefTabs current="/briefs/for-you" />
      <p className="meta">
        Each says why it is shown. Equals take turns by the day.{' '}
        <a href="/how-ranking-works">How that is worked out</a>
      </p>
      <h2 className="vh">Briefs that suit you</h2>
      {rows.length > 0 ? (
        <BriefList>
          {rows.map(({ brief, reasons }) => (
            <BriefRow key={brief.href} brief={brief}>
              <Reasons list={reasons} />
            </BriefRow>
          ))}
        </BriefList>
      ) : (
        <EmptyState
          title="Nothing suits your profile now"
          text="Genres count most: name those you like to work in. The whole list is open to you in any case."
          actions={
            <>
              <LinkButton href="/account/profile">Edit your profile</LinkButton>
              <LinkButton href="/briefs" kind="quiet">
                All open briefs
              </LinkButton>
            </>
          }
        />
      )}
    </div>
  );
}
