import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { once } from '../domain/once.server.ts';
import { ReplyForm as Reply } from '../domain/projects/dispute-form.ts';
import { disputesOf } from '../domain/projects/dispute-queries.server.ts';
import { disputeSheet } from '../domain/projects/dispute-sheet.ts';
import { replyToDispute } from '../domain/projects/disputes.server.ts';
import { getProject } from '../domain/projects/queries.server.ts';
import { actionsOf } from '../domain/projects/sheet.ts';
import { formToken, mintFormToken, parse, readForm } from '../http/form.server.ts';
import { wordsFor } from '../http/format.ts';
import { member } from '../http/gate.server.ts';
import { invalid, respond, seeOther } from '../http/respond.server.ts';
import { Actions, LinkButton } from '../ui/buttons.tsx';
import { DisputeRecord, ReplyForm } from '../ui/disputes.tsx';
import { ErrorSummary } from '../ui/form.tsx';
import { PageHead } from '../ui/layout.tsx';
import { Breadcrumb, projectPath } from '../ui/navigation.tsx';
import { problemsOf, refusedAnswers } from '../ui/piece-fields.tsx';
import { EmptyState } from '../ui/text.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  page ? [{ title: `Disputes: ${page.title} · Dustjacket` }] : [];

export const loader = respond(async (args: LoaderFunctionArgs) => {
  const { db, viewer } = await member(args);
  const project = await getProject(db, viewer, args.params.projectId);
  const say = wordsFor(viewer);
  const found = await disputesOf(db, project.id);
  return {
    ...{ id: project.id, title: project.title, formToken: mintFormToken(viewer) },
    disputes: found.map((one) => disputeSheet(one, project, say)),
    actions: actionsOf(project).filter(({ name }) => ['dispute', 'settle', 'resolve'].includes(name)),
  };
});

export const action = respond(async (args: ActionFunctionArgs) => {
  const { db, viewer, queue, now } = await member(args);
  const { id } = await getProject(db, viewer, args.params.projectId);
  const fields = await readForm(args);
  const form = parse(fields, Reply);
  if (form.status !== 'success') return invalid(form);
  const { location } = await once(db, viewer, formToken(fields, viewer), async (tx) => {
    await replyToDispute(tx, viewer, id, form.value, { queue, now });
    return `/projects/${id}/dispute`;
  });
  return seeOther(location, 'Your answer is sent. Staff read both of you now.');
});

export default function Disputes() {
  const { id, title, disputes, actions, formToken: token } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const answers = refused ? refusedAnswers(refused.result) : { values: {} };
  const project = `/projects/${id}`;
  return (
    <div className="narrow stack">
      <PageHead
        above={<Breadcrumb items={projectPath(title, project, { label: 'Disputes' })} />}
        title="Disputes"
      />
      <ErrorSummary errors={problemsOf(answers)} />
      {disputes.map((dispute) => (
        <div key={dispute.id} className="stack">
          <DisputeRecord dispute={dispute} />
          {dispute.mayReply && <ReplyForm answers={answers} formToken={token} cancel={project} />}
        </div>
      ))}
      {disputes.length === 0 && (
        <EmptyState
          title="No dispute"
          text="What you do not agree about is best said in your conversation first. A dispute stops work and clocks until it is settled or staff decide it."
        />
      )}
      <Actions>
        {actions.map(({ name, label, href }) => (
          <LinkButton key={name} href={href} kind={name === 'dispute' ? 'quiet' : 'secondary'}>
            {label}
          </LinkButton>
        ))}
      </Actions>
    </div>
  );
}
