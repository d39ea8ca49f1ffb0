import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { getOwnBrief } from '../domain/briefs/queries.server.ts';
import { invitable, inviteDesigner, type Invited } from '../domain/invitations/commands.server.ts';
import { InvitationNote } from '../domain/invitations/rules.ts';
import { matchWords } from '../domain/matches/rules.ts';
import { once } from '../domain/once.server.ts';
import { formToken, mintFormToken, parse, readForm } from '../http/form.server.ts';
import { todayFor } from '../http/format.ts';
import { hiring } from '../http/gate.server.ts';
import { invalid, respond, seeOther } from '../http/respond.server.ts';
import { ErrorSummary } from '../ui/form.tsx';
import { InvitationForm } from '../ui/invitations.tsx';
import { PageHead } from '../ui/layout.tsx';
import { Breadcrumb } from '../ui/navigation.tsx';
import { problemsOf, refusedAnswers } from '../ui/piece-fields.tsx';

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: `Invite ${data.name}: ${data.title} · Dustjacket` }] : [];

export const loader = respond(async (args: LoaderFunctionArgs) => {
  const { db, viewer } = await hiring(args);
  const { id, details } = await getOwnBrief(db, viewer, args.params.briefId);
  const slug = args.params['slug'] ?? '';
  const { name } = await invitable(db, viewer, slug);
  return { id, slug, name, title: details.title || 'Untitled brief', formToken: mintFormToken(viewer) };
});

export const action = respond(async (args: ActionFunctionArgs) => {
  const { db, queue, viewer, now } = await hiring(args);
  const { briefId, slug = '' } = args.params;
  await getOwnBrief(db, viewer, briefId);
  const fields = await readForm(args);
  const form = parse(fields, InvitationNote);
  if (form.status !== 'success') return invalid(form);
  const asked = { briefId, slug, note: form.value.note, today: todayFor(viewer, now) };
  let done: Invited | null = null;
  const { location } = await once(db, viewer, formToken(fields, viewer), async (tx) => {
    done = await inviteDesigner(tx, queue, viewer, asked);
    return `/briefs/${briefId}/invite`;
  });
  return seeOther(location, told(done));
});

/** Null when the form had been sent before. */
function told(done: Invited | null): string {
  if (!done || done.repeated) return 'They have this invitation already.';
  return `${done.name} is invited, and has been told.${matchWords(done.matches)}`;
}

export default function InviteOne() {
  const { id, slug, name, title, formToken: token } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const answers = refused ? refusedAnswers(refused.result) : { values: {} };
  const invite = `/briefs/${id}/invite`;
  return (
    <div className="narrow stack">
      <PageHead
        above={
          <Breadcrumb
            items={[
              { label: title, href: `/briefs/${id}` },
              { label: 'Invite designers', href: invite },
              { label: name },
            ]}
          />
        }
        title={`Invite ${name}`}
        lede={`To look at the brief of ${title}.`}
      />
      <ErrorSummary errors={problemsOf(answers)} />
      <InvitationForm {...{ name, answers, formToken: token }} action={`${invite}/${slug}`} cancel={invite} />
    </div>
  );
}
