import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { getEditableBrief } from '../domain/briefs/queries.server.ts';
import { removeReference } from '../domain/briefs/references.server.ts';
import { once } from '../domain/once.server.ts';
import { formToken, readForm } from '../http/form.server.ts';
import { hiring } from '../http/gate.server.ts';
import { respond, seeOther } from '../http/respond.server.ts';

/** Removing is a button beside the picture; whoever opens its address is led there. */
export const loader = respond(async (args: LoaderFunctionArgs) => {
  const { db, viewer } = await hiring(args);
  const { id } = await getEditableBrief(db, viewer, args.params.briefId);
  return seeOther(`/briefs/${id}/references`);
});

export const action = respond(async (args: ActionFunctionArgs) => {
  const { db, queue, viewer } = await hiring(args);
  const { id } = await getEditableBrief(db, viewer, args.params.briefId);
  const token = formToken(await readForm(args), viewer);
  const { location } = await once(db, viewer, token, async (tx) => {
    await removeReference(tx, queue, viewer, id, args.params.referenceId);
    return `/briefs/${id}/references`;
  });
  return seeOther(location, 'The picture is removed.');
});

/** Never shown. Without a component a refusal here would be raw JSON instead of the page that says why. */
export default function NoPage() {
  return null;
}
