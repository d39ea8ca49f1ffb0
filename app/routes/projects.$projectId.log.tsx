import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { historyDays } from '../domain/events/history.ts';
import { historyOfProject } from '../domain/events/history.server.ts';
import { seekFrom } from '../domain/paging.ts';
import { getProject } from '../domain/projects/queries.server.ts';
import { wordsFor } from '../http/format.ts';
import { member } from '../http/gate.server.ts';
import { respond } from '../http/respond.server.ts';
import { HistoryPage } from '../ui/history.tsx';

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: `History of ${data.title} · Dustjacket` }] : [];

export const loader = respond(async (args: LoaderFunctionArgs) => {
  const { db, viewer } = await member(args);
  const { id, title, publisher } = await getProject(db, viewer, args.params['projectId']);
  const seek = seekFrom(new URL(args.request.url).searchParams);
  const log = await historyOfProject(db, viewer, { id, publisherId: publisher.id }, seek);
  const { newer, older } = log;
  return { href: `/projects/${id}`, title, days: historyDays(log.rows, wordsFor(viewer)), newer, older };
});

export default function ProjectLog() {
  const page = useLoaderData<typeof loader>();
  return (
    <HistoryPage
      {...page}
      section={{ label: 'Projects', href: '/projects' }}
      lede="What happened in this project, newest first. Both sides read the same."
    />
  );
}
