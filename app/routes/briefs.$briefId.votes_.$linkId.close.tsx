import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { once } from '../domain/once.server.ts';
import { closeLink } from '../domain/votes/links.server.ts';
import { formToken, readForm } from '../http/form.server.ts';
import { hiring } from '../http/gate.server.ts';
import { respond, seeOther } from '../http/respond.server.ts';

/** There is nothing to see here: the buttons are on the page of votes. */
export const loader = async ({ params }: LoaderFunctionArgs) =>
  seeOther(`/briefs/${encodeURIComponent(params['briefId'] ?? '')}/votes`);

export const action = respond(async (args: ActionFunctionArgs) => {
  const { db, viewer, now } = await hiring(args);
  const { briefId, linkId } = args.params;
  const token = formToken(await readForm(args), viewer);
  const { location } = await once(db, viewer, token, async (tx) => {
    await closeLink(tx, viewer, { briefId, linkId, now });
    return `/briefs/${briefId}/votes`;
  });
  return seeOther(location, 'The link is closed. What was voted stays.');
});

/** Never shown. Without a component a refusal here would be raw JSON instead of the page that says why. */
export default function NoPage() {
  return null;
}
