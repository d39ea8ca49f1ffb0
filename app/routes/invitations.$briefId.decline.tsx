import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { NotFound } from '../domain/errors.ts';
import { isUuid } from '../domain/ids.ts';
import { checkDecline, declineInvitation } from '../domain/invitations/commands.server.ts';
import { DeclineReason, INVITATION } from '../domain/invitations/rules.ts';
import { once } from '../domain/once.server.ts';
import { formToken, mintFormToken, parse, readForm } from '../http/form.server.ts';
import { todayFor } from '../http/format.ts';
import { designer, type Args } from '../http/gate.server.ts';
import { invalid, respond, seeOther } from '../http/respond.server.ts';
import { ErrorSummary } from '../ui/form.tsx';
import { DeclineForm } from '../ui/invitations.tsx';
import { PageHead } from '../ui/layout.tsx';
import { Breadcrumb } from '../ui/navigation.tsx';
import { problemsOf, refusedAnswers } from '../ui/piece-fields.tsx';

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: `Decline: ${data.title} · Dustjacket` }] : [];

async function enter(args: Args & Pick<LoaderFunctionArgs, 'params'>) {
  const visit = await designer(args);
  const { briefId } = args.params;
  if (!isUuid(briefId)) throw new NotFound('There is no such invitation.');
  return { ...visit, briefId, today: todayFor(visit.viewer, visit.now) };
}

export const loader = respond(async (args: LoaderFunctionArgs) => {
  const { db, viewer, briefId, today } = await enter(args);
  const { title, publisher } = await checkDecline(db, viewer, briefId, today);
  return { briefId, title, publisher, formToken: mintFormToken(viewer) };
});

export const action = respond(async (args: ActionFunctionArgs) => {
  const { db, queue, viewer, briefId, today, now } = await enter(args);
  const fields = await readForm(args);
  const form = parse(fields, DeclineReason);
  if (form.status !== 'success') return invalid(form);
  const { location } = await once(db, viewer, formToken(fields, viewer), async (tx) => {
    await declineInvitation(tx, queue, viewer, { briefId, reason: form.value.reason, today, now });
    return '/invitations';
  });
  return seeOther(location, INVITATION.moves.decline.done);
});

export default function Decline() {
  const { briefId, title, publisher, formToken: token } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const answers = refused ? refusedAnswers(refused.result) : { values: {} };
  const [, question = '', text = ''] =
    /^([^?]+\?)\s*(.*)$/.exec(INVITATION.moves.decline.confirm ?? '') ?? [];
  return (
    <div className="narrow stack">
      <PageHead
        above={<Breadcrumb items={[{ label: 'Invitations', href: '/invitations' }, { label: 'Decline' }]} />}
        title={title}
        lede={`${publisher} invited you.`}
      />
      <ErrorSummary errors={problemsOf(answers)} />
      <DeclineForm
        {...{ question, text, answers, formToken: token }}
        action={`/invitations/${briefId}/decline`}
      />
    </div>
  );
}
