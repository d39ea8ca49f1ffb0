import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { once } from '../domain/once.server.ts';
import {
  AmendmentForm,
  amendmentValues,
  dateFields,
  problemsWith,
} from '../domain/projects/amendment-form.ts';
import { amendableProject, proposeAmendment } from '../domain/projects/amendments.server.ts';
import { formToken, mintFormToken, parse, readForm } from '../http/form.server.ts';
import { todayFor } from '../http/format.ts';
import { member } from '../http/gate.server.ts';
import { invalid, respond, seeOther } from '../http/respond.server.ts';
import { AmendmentFormFields } from '../ui/amendments.tsx';
import { ErrorSummary } from '../ui/form.tsx';
import { PageHead } from '../ui/layout.tsx';
import { Breadcrumb, projectPath } from '../ui/navigation.tsx';
import { problemsOf, refusedAnswers } from '../ui/piece-fields.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  page ? [{ title: `Propose an amendment: ${page.title} · Dustjacket` }] : [];

export const loader = respond(async (args: LoaderFunctionArgs) => {
  const { db, viewer } = await member(args);
  const project = await amendableProject(db, viewer, args.params.projectId);
  const further = new URL(args.request.url).searchParams.get('rounds') === '1' ? 1 : 0;
  return {
    ...{ id: project.id, title: project.title, currency: project.terms.currency, used: project.roundsUsed },
    ...{ values: amendmentValues(project, further), dates: dateFields(project) },
    formToken: mintFormToken(viewer),
  };
});

export const action = respond(async (args: ActionFunctionArgs) => {
  const { db, viewer, queue, now } = await member(args);
  const project = await amendableProject(db, viewer, args.params.projectId);
  const fields = await readForm(args);
  const form = parse(fields, AmendmentForm);
  if (form.status !== 'success') return invalid(form);
  const problems = problemsWith(project, form.value, todayFor(viewer, now));
  if (Object.keys(problems).length > 0) return invalid(form, problems);
  const { location } = await once(db, viewer, formToken(fields, viewer), async (tx) => {
    await proposeAmendment(tx, viewer, project.id, form.value, { queue, now });
    return `/projects/${project.id}/amendments`;
  });
  return seeOther(location, 'Your amendment is proposed. Nothing changes unless the other side accepts it.');
});

export default function ProposeAmendment() {
  const { id, title, values, ...form } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const answers = refused ? refusedAnswers(refused.result) : { values };
  const project = `/projects/${id}`;
  return (
    <div className="narrow stack">
      <PageHead
        above={
          <Breadcrumb
            items={projectPath(
              title,
              project,
              { label: 'Amendments', href: `${project}/amendments` },
              { label: 'New' },
            )}
          />
        }
        title="Propose an amendment"
        lede="This is what is agreed now. Change what is to be otherwise, and leave the rest."
      />
      <ErrorSummary errors={problemsOf(answers)} />
      <AmendmentFormFields {...form} answers={answers} cancel={project} />
    </div>
  );
}
