import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { pagesPage } from '../domain/projects/pages.ts';
import { PagesForm } from '../domain/briefs/pages.ts';
import { Invalid } from '../domain/errors.ts';
import { once } from '../domain/once.server.ts';
import { changePageCount, outdatedBy, pagedProject, timesOutdated } from '../domain/projects/pages.server.ts';
import { formToken, mintFormToken, parse, readForm, versionOf } from '../http/form.server.ts';
import { member } from '../http/gate.server.ts';
import { invalid, respond, seeOther } from '../http/respond.server.ts';
import { PagesPage } from '../ui/project-pages.tsx';
import { refusedAnswers } from '../ui/piece-fields.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  page ? [{ title: `Change the page count: ${page.title} · Dustjacket` }] : [];

export const loader = respond(async (args: LoaderFunctionArgs) => {
  const { db, viewer } = await member(args);
  const { project, version, details } = await pagedProject(db, viewer, args.params.projectId);
  const { searchParams } = new URL(args.request.url);
  const form = searchParams.has('pages') ? parse(searchParams, PagesForm) : null;
  const said = form?.status === 'success' ? form.value : null;
  const page = pagesPage(details, said, outdatedBy(project));
  const result = form && (page.problems || !said) ? form.reply({ fieldErrors: page.problems ?? {} }) : null;
  return data(
    {
      ...{ ...page, id: project.id, title: project.title, version, result },
      ...{ resized: await timesOutdated(db, project.id, 'wrap'), formToken: mintFormToken(viewer) },
    },
    { status: result ? 400 : 200 },
  );
});

export const action = respond(async (args: ActionFunctionArgs) => {
  const { db, viewer, queue, now } = await member(args);
  const { project } = await pagedProject(db, viewer, args.params.projectId);
  const fields = await readForm(args);
  const form = parse(fields, PagesForm);
  if (form.status !== 'success') return invalid(form);
  const change = { ...form.value, version: versionOf(fields) };
  try {
    const { location } = await once(db, viewer, formToken(fields, viewer), async (tx) => {
      await changePageCount(tx, viewer, project.id, change, { queue, now });
      return `/projects/${project.id}`;
    });
    return await seeOther(location, 'The page count is changed, and the designer has been told.');
  } catch (fault) {
    if (fault instanceof Invalid && fault.field) return invalid(form, { [fault.field]: [fault.message] });
    throw fault;
  }
});

export default function Pages() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const result = refused?.result ?? page.result;
  return <PagesPage {...page} answers={result ? refusedAnswers(result) : { values: page.values }} />;
}
