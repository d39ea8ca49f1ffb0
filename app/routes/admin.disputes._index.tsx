import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { seekFrom } from '../domain/paging.ts';
import { listDisputes } from '../domain/projects/dispute-queries.server.ts';
import { disputeRow } from '../domain/projects/dispute-sheet.ts';
import { wordsFor } from '../http/format.ts';
import { admin } from '../http/gate.server.ts';
import { hrefWith } from '../http/query.ts';
import { respond } from '../http/respond.server.ts';
import { DisputesTable } from '../ui/disputes.tsx';
import { PageHead } from '../ui/layout.tsx';
import { Pager, Tabs } from '../ui/navigation.tsx';
import { EmptyState } from '../ui/text.tsx';

export const meta: MetaFunction = () => [{ title: 'Disputes · Dustjacket' }];

export const loader = respond(async (args: LoaderFunctionArgs) => {
  const { db, viewer } = await admin(args);
  const { searchParams } = new URL(args.request.url);
  const open = searchParams.get('state') !== 'ended';
  const { rows, newer, older } = await listDisputes(db, open, seekFrom(searchParams));
  const say = wordsFor(viewer);
  return { open, newer, older, rows: rows.map((row) => disputeRow(row, say)) };
});

const place = (open: boolean, at: { after?: string; before?: string } = {}) =>
  hrefWith('/admin/disputes', { state: open ? undefined : 'ended', ...at });

export default function Disputes() {
  const { open, rows, newer, older } = useLoaderData<typeof loader>();
  return (
    <div className="stack">
      <PageHead
        title="Disputes"
        lede={
          open
            ? 'Those that wait for a decision, the oldest first.'
            : 'Those that are over, the newest first.'
        }
      />
      <Tabs
        label="Which disputes"
        items={[
          { href: place(true), label: 'Open', current: open },
          { href: place(false), label: 'Ended', current: !open },
        ]}
      />
      {rows.length > 0 ? (
        <DisputesTable rows={rows} />
      ) : (
        <EmptyState
          title={open ? 'Nothing to decide' : 'No dispute has ended'}
          text={open ? 'Nobody disputes a project at the moment.' : 'What is decided or settled stands here.'}
        />
      )}
      <Pager
        newer={newer && place(open, { before: newer })}
        older={older && place(open, { after: older })}
        newerLabel={open ? 'Older' : 'Newer'}
        olderLabel={open ? 'Newer' : 'Older'}
      />
    </div>
  );
}
