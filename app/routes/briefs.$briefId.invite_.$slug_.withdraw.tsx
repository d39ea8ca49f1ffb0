import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { getOwnBrief } from '../domain/briefs/queries.server.ts';
import { withdrawInvitation } from '../domain/invitations/commands.server.ts';
import { INVITATION } from '../domain/invitations/rules.ts';
import { once } from '../domain/once.server.ts';
import { formToken, readForm } from '../http/form.server.ts';
import { todayFor } from '../http/format.ts';
import { hiring } from '../http/gate.server.ts';
import { respond, seeOther } from '../http/respond.server.ts';

/** Taking back is a button beside the invitation; whoever opens its address is led there. */
export const loader = respond(async (args: LoaderFunctionArgs) => {
  const { db, viewer } = await hiring(args);
  const { id } = await getOwnBrief(db, viewer, args.params.briefId);
  return seeOther(`/briefs/${id}/invite`);
});

export const action = respond(async (args: ActionFunctionArgs) => {
  const { db, viewer, now } = await hiring(args);
  const { briefId, slug = '' } = args.params;
  await getOwnBrief(db, viewer, briefId);
  const token = formToken(await readForm(args), viewer);
  const { location } = await once(db, viewer, token, async (tx) => {
    await withdrawInvitation(tx, viewer, { briefId, slug, today: todayFor(viewer, now) });
    return `/briefs/${briefId}/invite`;
  });
  return seeOther(location, INVITATION.moves.withdraw.done);
});

/** Never shown. Without a component a refusal here would be raw JSON instead of the page that says why. */
export default function NoPage() {
  return null;
}
