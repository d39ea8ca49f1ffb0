import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Conflict } from '../domain/errors.ts';
import { once } from '../domain/once.server.ts';
import { discardDraft, SENT_ALREADY } from '../domain/proposals/commands.server.ts';
import { draftPlace } from '../domain/proposals/form-page.server.ts';
import { getProposal } from '../domain/proposals/queries.server.ts';
import { formToken, mintFormToken, readForm } from '../http/form.server.ts';
import { member } from '../http/gate.server.ts';
import { respond, seeOther } from '../http/respond.server.ts';
import { ConfirmBox } from '../ui/buttons.tsx';
import { PageHead } from '../ui/layout.tsx';
import { Breadcrumb } from '../ui/navigation.tsx';

export const meta: MetaFunction = ({ error }) => (error ? [] : [{ title: 'Discard a draft · Dustjacket' }]);

export const loader = respond(async (args: LoaderFunctionArgs) => {
  const { db, viewer } = await member(args);
  const { id, state, brief } = await getProposal(db, viewer, args.params.proposalId);
  if (state !== 'draft') throw new Conflict(SENT_ALREADY);
  return { id, title: brief.title, back: draftPlace(brief.id), formToken: mintFormToken(viewer) };
});

export const action = respond(async (args: ActionFunctionArgs) => {
  const { db, viewer } = await member(args);
  const { proposalId } = args.params;
  const token = formToken(await readForm(args), viewer);
  const { location } = await once(db, viewer, token, async (tx) => {
    await discardDraft(tx, viewer, proposalId);
    return '/proposals';
  });
  return seeOther(location, 'The draft is gone.');
});

export default function DiscardProposal() {
  const { id, title, back, formToken: token } = useLoaderData<typeof loader>();
  return (
    <div className="narrow stack">
      <PageHead
        above={<Breadcrumb items={[{ label: 'Proposals', href: '/proposals' }, { label: 'Discard' }]} />}
        title={title}
      />
      <ConfirmBox
        title="Discard this draft?"
        text="What you typed is gone then. The publisher never saw it."
        action={`/proposals/${id}/discard`}
        confirm="Discard"
        cancel={back}
        hidden={{ formToken: token }}
        danger
      />
    </div>
  );
}
