import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { once } from '../domain/once.server.ts';
import { CancelForm } from '../domain/projects/dispute-form.ts';
import { amountsOf, cancelProject } from '../domain/projects/ends.server.ts';
import { AmountsChanged } from '../domain/projects/errors.ts';
import { projectFor } from '../domain/projects/moves.server.ts';
import { costsOf } from '../domain/projects/costs.ts';
import { PROJECT } from '../domain/projects/rules.ts';
import { formToken, mintFormToken, parse, readForm } from '../http/form.server.ts';
import { wordsFor } from '../http/format.ts';
import { member } from '../http/gate.server.ts';
import { invalid, respond, seeOther } from '../http/respond.server.ts';
import { CancelProject } from '../ui/project-cancel.tsx';
import { refusedAnswers } from '../ui/piece-fields.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  page ? [{ title: `Cancel the project: ${page.title} · Dustjacket` }] : [];

export const loader = respond(async (args: LoaderFunctionArgs) => {
  const { db, viewer } = await member(args);
  const project = await projectFor(db, viewer, args.params.projectId, 'cancel');
  const { settlement, ...costs } = costsOf(project, wordsFor(viewer));
  return {
    ...{ id: project.id, title: project.title, costs },
    ...{ amounts: amountsOf(settlement), formToken: mintFormToken(viewer) },
  };
});

export const action = respond(async (args: ActionFunctionArgs) => {
  const { db, viewer, queue, now } = await member(args);
  const { projectId } = args.params;
  await projectFor(db, viewer, projectId, 'cancel');
  const fields = await readForm(args);
  const form = parse(fields, CancelForm);
  if (form.status !== 'success') return invalid(form);
  try {
    const { location } = await once(db, viewer, formToken(fields, viewer), async (tx) => {
      await cancelProject(tx, viewer, projectId, form.value, { queue, now });
      return `/projects/${projectId}`;
    });
    return await seeOther(location, PROJECT.moves.cancel.done);
  } catch (fault) {
    if (!(fault instanceof AmountsChanged)) throw fault;
    return data({ result: form.reply(), changed: fault.message }, { status: 409 });
  }
});

export default function Cancel() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const answers = refused ? refusedAnswers(refused.result) : { values: {} };
  const changed = refused && 'changed' in refused ? String(refused.changed) : null;
  return <CancelProject {...page} answers={answers} changed={changed} />;
}
