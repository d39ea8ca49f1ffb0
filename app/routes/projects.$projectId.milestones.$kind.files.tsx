import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { addToDraft } from '../domain/deliveries/draft.server.ts';
import { placeFor } from '../domain/deliveries/place.server.ts';
import { milestoneHref } from '../domain/deliveries/rules.ts';
import { once } from '../domain/once.server.ts';
import { MILESTONES } from '../domain/projects/rules.ts';
import { receiveFiles, refusedWords } from '../http/files.server.ts';
import { formToken, mintFormToken } from '../http/form.server.ts';
import { member } from '../http/gate.server.ts';
import { respond, seeOther } from '../http/respond.server.ts';
import { AddFilesForm } from '../ui/delivery-form.tsx';
import { ErrorSummary } from '../ui/form.tsx';
import { PageHead } from '../ui/layout.tsx';
import { milestonePath } from '../ui/milestone-page.tsx';
import { Breadcrumb } from '../ui/navigation.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  page ? [{ title: `Add files: ${page.title} · Dustjacket` }] : [];

export const loader = respond(async (args: LoaderFunctionArgs) => {
  const { db, viewer } = await member(args);
  const { project, milestone } = await placeFor(db, viewer, args.params, 'deliver');
  const here = milestoneHref(project.id, milestone.kind);
  const { id, title } = project;
  return { id, title, here, name: MILESTONES[milestone.kind], formToken: mintFormToken(viewer) };
});

export const action = respond(async (args: ActionFunctionArgs) => {
  const visit = await member(args);
  const { db, viewer, queue, now } = visit;
  // Asked before 650 MB are read for a milestone that is not the sender's.
  const { project, milestone } = await placeFor(db, viewer, args.params, 'deliver');
  const { fields, files, refused, problem, status } = await receiveFiles(args, visit);
  if (files.length === 0)
    return data({ problem: problem ?? 'Choose the files to add' }, { status: problem ? status : 400 });
  const { location, repeated } = await once(db, viewer, formToken(fields, viewer), async (tx) => {
    await addToDraft(tx, viewer, args.params, files, { queue, now });
    return `${milestoneHref(project.id, milestone.kind)}/deliver`;
  });
  const added = files.length === 1 ? 'The file is added.' : `${files.length} files are added.`;
  const left = refused.length > 0 ? ` Not taken: ${refusedWords(refused)}` : '';
  return seeOther(location, repeated ? 'This form was sent before, and its files are added.' : added + left);
});

export default function AddFiles() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { here } = page;
  return (
    <div className="narrow stack">
      <PageHead
        above={<Breadcrumb items={[...milestonePath(page), { label: 'Add files' }]} />}
        title="Add files"
        lede="Choose as many as you like at once. What each of them is, you say afterwards."
      />
      <ErrorSummary errors={refused ? [{ id: 'add', message: refused.problem }] : []} />
      <AddFilesForm action={`${here}/files`} formToken={page.formToken} problem={refused?.problem} />
      <p className="links">
        <a href={`${here}/deliver`}>Back to the draft</a>
      </p>
    </div>
  );
}
