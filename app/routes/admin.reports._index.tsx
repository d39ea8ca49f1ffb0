import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { seekFrom } from '../domain/paging.ts';
import { listReports } from '../domain/reports/queries.server.ts';
import {
  REPORT_GROUNDS,
  REPORT_STATE_WORDS,
  REPORT_STATES,
  REPORT_SUBJECT_WORDS,
} from '../domain/reports/rules.ts';
import { wordsFor } from '../http/format.ts';
import { admin } from '../http/gate.server.ts';
import { hrefWith, oneOfParam } from '../http/query.ts';
import { respond } from '../http/respond.server.ts';
import { PageHead } from '../ui/layout.tsx';
import { Pager, Tabs } from '../ui/navigation.tsx';
import { Records } from '../ui/records.tsx';
import { EmptyState } from '../ui/text.tsx';

export const meta: MetaFunction = () => [{ title: 'Reports · Dustjacket' }];

export const loader = respond(async (args: LoaderFunctionArgs) => {
  const { db, viewer } = await admin(args);
  const { searchParams } = new URL(args.request.url);
  const state = oneOfParam(searchParams.get('state'), REPORT_STATE_WORDS);
  const { rows, newer, older } = await listReports(db, state, seekFrom(searchParams));
  const say = wordsFor(viewer);
  return {
    ...{ state, newer, older },
    rows: rows.map(({ id, subject, ground, person, reporter, createdAt, ...row }) => ({
      ...{ id, href: `/admin/reports/${id}`, who: person.name, by: reporter.name },
      ...{ what: `${REPORT_GROUNDS[ground]}: ${REPORT_SUBJECT_WORDS[subject]}` },
      ...{ state: REPORT_STATE_WORDS[row.state], when: say.moment(createdAt) },
    })),
  };
});

const TABS = [undefined, ...REPORT_STATES];

export default function Reports() {
  const { state, rows, newer, older } = useLoaderData<typeof loader>();
  const href = (place: Record<string, string | undefined>) => hrefWith('/admin/reports', { state, ...place });
  const tabs = TABS.map((one) => ({
    ...{ href: href({ state: one }), label: one ? REPORT_STATE_WORDS[one] : 'All', current: one === state },
  }));
  return (
    <div className="stack">
      <PageHead title="Reports" lede="What people tell staff of each other, newest first." />
      <Tabs label="By state" items={tabs} />
      {rows.length === 0 ? (
        <EmptyState title="No reports" text="Nobody has told us of anything here." />
      ) : (
        <Records caption="Reports" columns={['What', 'About', 'From', 'State', 'When']}>
          {rows.map(({ id, href: to, what, who, by, state: stands, when }) => (
            <tr key={id}>
              <th scope="row">
                <a href={to}>{what}</a>
              </th>
              <td>{who}</td>
              <td>{by}</td>
              <td>{stands}</td>
              <td className="num">{when}</td>
            </tr>
          ))}
        </Records>
      )}
      <Pager newer={newer && href({ before: newer })} older={older && href({ after: older })} />
    </div>
  );
}
