import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { getProject } from '../domain/projects/queries.server.ts';
import { linksOf, projectSheet } from '../domain/projects/sheet.ts';
import { mintFormToken } from '../http/form.server.ts';
import { wordsFor } from '../http/format.ts';
import { member } from '../http/gate.server.ts';
import { respond } from '../http/respond.server.ts';
import { ProjectPage } from '../ui/project-page.tsx';

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: `${data.sheet.title} · Project · Dustjacket` }] : [];

export const loader = respond(async (args: LoaderFunctionArgs) => {
  const { db, viewer, now } = await member(args);
  const project = await getProject(db, viewer, args.params.projectId);
  const sheet = projectSheet(project, now, wordsFor(viewer));
  return {
    ...{ sheet, links: linksOf(project) },
    actions: sheet.actions.map((action) => ({ ...action, formToken: mintFormToken(viewer) })),
  };
});

export default function Project() {
  return <ProjectPage {...useLoaderData<typeof loader>()} />;
}
