import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Invalid } from '../domain/errors.ts';
import { once } from '../domain/once.server.ts';
import { DecisionForm as Decision } from '../domain/projects/dispute-form.ts';
import { getDispute } from '../domain/projects/dispute-queries.server.ts';
import { disputeSheet } from '../domain/projects/dispute-sheet.ts';
import { resolveDispute } from '../domain/projects/disputes.server.ts';
import { getProject } from '../domain/projects/queries.server.ts';
import { PROJECT } from '../domain/projects/rules.ts';
import { actionsOf, projectSheet } from '../domain/projects/sheet.ts';
import { formToken, mintFormToken, parse, readForm } from '../http/form.server.ts';
import { wordsFor } from '../http/format.ts';
import { admin } from '../http/gate.server.ts';
import { invalid, respond, seeOther } from '../http/respond.server.ts';
import { DecideDispute } from '../ui/dispute-decision.tsx';
import { refusedAnswers } from '../ui/piece-fields.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  page ? [{ title: `Dispute: ${page.sheet.title} · Dustjacket` }] : [];

export const loader = respond(async (args: LoaderFunctionArgs) => {
  const { db, viewer, now } = await admin(args);
  const dispute = await getDispute(db, args.params.disputeId);
  const project = await getProject(db, viewer, dispute.projectId);
  const say = wordsFor(viewer);
  const { facts, milestones, title } = projectSheet(project, now, say);
  return {
    ...{
      sheet: {
        id: project.id,
        title,
        facts,
        milestones,
        names: [project.publisher.name, project.designer.name],
        conversationId: dispute.conversationId,
      },
    },
    ...{ dispute: disputeSheet(dispute, project, say), currency: project.terms.currency },
    mayDecide: dispute.state === 'open' && actionsOf(project).some(({ name }) => name === 'resolve'),
    formToken: mintFormToken(viewer),
  };
});

export const action = respond(async (args: ActionFunctionArgs) => {
  const { db, viewer, queue, now } = await admin(args);
  const { id, projectId } = await getDispute(db, args.params.disputeId);
  const fields = await readForm(args);
  const form = parse(fields, Decision);
  if (form.status !== 'success') return invalid(form);
  try {
    const { location } = await once(db, viewer, formToken(fields, viewer), async (tx) => {
      await resolveDispute(tx, viewer, projectId, form.value, { queue, now });
      return `/admin/disputes/${id}`;
    });
    return await seeOther(location, PROJECT.moves.resolve.done);
  } catch (fault) {
    if (fault instanceof Invalid && fault.field) return invalid(form, { [fault.field]: [fault.message] });
    throw fault;
  }
});

export default function Dispute() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return <DecideDispute {...page} answers={refused ? refusedAnswers(refused.result) : { values: {} }} />;
}
