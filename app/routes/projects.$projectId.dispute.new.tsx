import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { once } from '../domain/once.server.ts';
import { DisputeForm } from '../domain/projects/dispute-form.ts';
import { openDispute } from '../domain/projects/disputes.server.ts';
import { projectFor } from '../domain/projects/moves.server.ts';
import { DISPUTE_GROUNDS, PROJECT } from '../domain/projects/rules.ts';
import { formToken, mintFormToken, parse, readForm } from '../http/form.server.ts';
import { member } from '../http/gate.server.ts';
import { optionsOf } from '../http/query.ts';
import { invalid, respond, seeOther } from '../http/respond.server.ts';
import { OpenDisputeForm } from '../ui/disputes.tsx';
import { ErrorSummary } from '../ui/form.tsx';
import { PageHead } from '../ui/layout.tsx';
import { Breadcrumb, projectPath } from '../ui/navigation.tsx';
import { problemsOf, refusedAnswers } from '../ui/piece-fields.tsx';
import { Notice } from '../ui/text.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  page ? [{ title: `Open a dispute: ${page.title} · Dustjacket` }] : [];

export const loader = respond(async (args: LoaderFunctionArgs) => {
  const { db, viewer } = await member(args);
  const { id, title } = await projectFor(db, viewer, args.params.projectId, 'dispute');
  return { id, title, grounds: optionsOf(DISPUTE_GROUNDS), formToken: mintFormToken(viewer) };
});

export const action = respond(async (args: ActionFunctionArgs) => {
  const { db, viewer, queue, now } = await member(args);
  const { id } = await projectFor(db, viewer, args.params.projectId, 'dispute');
  const fields = await readForm(args);
  const form = parse(fields, DisputeForm);
  if (form.status !== 'success') return invalid(form);
  const { location } = await once(db, viewer, formToken(fields, viewer), async (tx) => {
    await openDispute(tx, viewer, id, form.value, { queue, now });
    return `/projects/${id}/dispute`;
  });
  return seeOther(location, PROJECT.moves.dispute.done);
});

export default function OpenDispute() {
  const { id, title, grounds, formToken: token } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const answers = refused ? refusedAnswers(refused.result) : { values: {} };
  const project = `/projects/${id}`;
  return (
    <div className="narrow stack">
      <PageHead
        above={<Breadcrumb items={projectPath(title, project, { label: 'Open a dispute' })} />}
        title="Open a dispute"
      />
      <ErrorSummary errors={problemsOf(answers)} />
      <Notice title="Work and clocks stop">
        <p>
          The other side can answer you once. You can settle the dispute at any time, and the project goes on
          where it stood. Otherwise staff read what both of you wrote, decide what the work is worth, and end
          the project.
        </p>
      </Notice>
      <OpenDisputeForm answers={answers} formToken={token} cancel={project} grounds={grounds} />
    </div>
  );
}
