import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { getBrief } from '../domain/briefs/queries.server.ts';
import { historyDays } from '../domain/events/history.ts';
import { historyOfBrief } from '../domain/events/history.server.ts';
import { seekFrom } from '../domain/paging.ts';
import { wordsFor } from '../http/format.ts';
import { member } from '../http/gate.server.ts';
import { respond } from '../http/respond.server.ts';
import { HistoryPage } from '../ui/history.tsx';

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: `History of ${data.title} · Dustjacket` }] : [];

export const loader = respond(async (args: LoaderFunctionArgs) => {
  const { db, viewer } = await member(args);
  const brief = await getBrief(db, viewer, args.params['briefId']);
  const log = await historyOfBrief(db, viewer, brief, seekFrom(new URL(args.request.url).searchParams));
  const title = brief.details.title || 'Untitled brief';
  const { newer, older } = log;
  return {
    ...{ href: `/briefs/${brief.id}`, title, own: brief.ownerId === viewer.id },
    ...{ days: historyDays(log.rows, wordsFor(viewer)), newer, older },
  };
});

const OWN = {
  section: { label: 'My briefs', href: '/briefs/mine' },
  lede: 'What happened to this brief, newest first. Designers read what concerns everybody, and what concerns them.',
};
const OTHERS = {
  section: { label: 'Briefs', href: '/briefs' },
  lede: 'What happened to this brief, newest first, as far as it concerns you.',
};

export default function BriefLog() {
  const { own, ...page } = useLoaderData<typeof loader>();
  return <HistoryPage {...page} {...(own ? OWN : OTHERS)} />;
}
