import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { getBrief } from '../domain/briefs/queries.server.ts';
import { historyDays } from '../domain/events/history.ts';
import { historyOfBrief } from '../domain/events/history.server.ts';
import { seekFrom } from '../domain/paging.ts';
import { wordsFor } from '../http/format.ts';
import { member } from '../http/gate.server.ts';
import { hrefWith } from '../http/query.ts';
import { respond } from '../http/respond.server.ts';
import { History } from '../ui/history.tsx';
import { PageHead } from '../ui/layout.tsx';
import { Breadcrumb, Pager } from '../ui/navigation.tsx';

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: `History of ${data.title} · Dustjacket` }] : [];

export const loader = respond(async (args: LoaderFunctionArgs) => {
  const { db, viewer } = await member(args);
  const brief = await getBrief(db, viewer, args.params['briefId']);
  const log = await historyOfBrief(db, viewer, brief, seekFrom(new URL(args.request.url).searchParams));
  const title = brief.details.title || 'Untitled brief';
  const own = brief.ownerId === viewer.id;
  return {
    ...{ id: brief.id, title, own, days: historyDays(log.rows, wordsFor(viewer)) },
    ...{ newer: log.newer, older: log.older },
  };
});

export default function BriefLog() {
  const { id, title, own, days, newer, older } = useLoaderData<typeof loader>();
  const href = `/briefs/${id}`;
  const section = own ? { label: 'My briefs', href: '/briefs/mine' } : { label: 'Briefs', href: '/briefs' };
  return (
    <div className="narrow">
      <PageHead
        title="History"
        lede={
          own
            ? 'What happened to this brief, newest first. Designers read what concerns all, and what concerns them.'
            : 'What happened to this brief, newest first, as far as it concerns you.'
        }
        above={<Breadcrumb items={[section, { label: title, href }, { label: 'History' }]} />}
      />
      <div className="stack">
        <History days={days} />
        <Pager
          newer={newer && hrefWith(`${href}/log`, { before: newer })}
          older={older && hrefWith(`${href}/log`, { after: older })}
        />
      </div>
    </div>
  );
}
