import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { listProjects } from '../domain/projects/list.server.ts';
import { projectEntry } from '../domain/projects/entry.ts';
import { PROJECT_LISTS, type ProjectList as Which } from '../domain/projects/rules.ts';
import { seekFrom } from '../domain/paging.ts';
import { wordsFor } from '../http/format.ts';
import { member } from '../http/gate.server.ts';
import { hrefWith, oneOfParam } from '../http/query.ts';
import { respond } from '../http/respond.server.ts';
import { LinkButton } from '../ui/buttons.tsx';
import { PageHead } from '../ui/layout.tsx';
import { Pager, Tabs } from '../ui/navigation.tsx';
import { ProjectList } from '../ui/project-list.tsx';
import { EmptyState } from '../ui/text.tsx';

export const meta: MetaFunction = () => [{ title: 'Projects · Dustjacket' }];

export const loader = respond(async (args: LoaderFunctionArgs) => {
  const { db, viewer, now } = await member(args);
  const { searchParams } = new URL(args.request.url);
  const list = oneOfParam(searchParams.get('state'), PROJECT_LISTS) ?? 'current';
  const { rows, newer, older } = await listProjects(db, viewer, list, seekFrom(searchParams));
  const say = wordsFor(viewer);
  return {
    ...{ list, newer, older, draws: viewer.role === 'designer' },
    rows: rows.map((row) => projectEntry(row, now, say)),
  };
});

const place = (list: Which, at: { after?: string; before?: string } = {}) =>
  hrefWith('/projects', { state: list === 'current' ? undefined : list, ...at });

export default function Projects() {
  const { list, rows, newer, older, draws } = useLoaderData<typeof loader>();
  const tabs = (Object.keys(PROJECT_LISTS) as Which[]).map((key) => ({
    ...{ href: place(key), label: PROJECT_LISTS[key], current: key === list },
  }));
  return (
    <div className="stack">
      <PageHead title="Projects" lede="Last changed first." />
      <Tabs label="Which projects" items={tabs} />
      <h2 className="vh">{PROJECT_LISTS[list]}</h2>
      {rows.length > 0 ? (
        <ProjectList rows={rows} />
      ) : (
        <EmptyState
          title={list === 'current' ? 'No project is under way' : 'No project has ended'}
          text="A project starts when a proposal is accepted: by the publisher, or by the designer after a counter-offer."
          actions={
            <LinkButton href={draws ? '/briefs' : '/briefs/mine'}>
              {draws ? 'Look at briefs' : 'Go to your briefs'}
            </LinkButton>
          }
        />
      )}
      <Pager newer={newer && place(list, { before: newer })} older={older && place(list, { after: older })} />
    </div>
  );
}
