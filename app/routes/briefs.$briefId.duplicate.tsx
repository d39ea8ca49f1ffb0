import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { duplicateBrief } from '../domain/briefs/commands.server.ts';
import { getOwnBrief } from '../domain/briefs/queries.server.ts';
import { once } from '../domain/once.server.ts';
import { formToken, readForm } from '../http/form.server.ts';
import { hiring } from '../http/gate.server.ts';
import { respond, seeOther } from '../http/respond.server.ts';

/** Duplicating is a button on the brief's page; whoever opens its address is led there. */
export const loader = respond(async (args: LoaderFunctionArgs) => {
  const { db, viewer } = await hiring(args);
  const { id } = await getOwnBrief(db, viewer, args.params.briefId);
  return seeOther(`/briefs/${id}`);
});

export const action = respond(async (args: ActionFunctionArgs) => {
  const { db, viewer } = await hiring(args);
  const token = formToken(await readForm(args), viewer);
  const { location } = await once(db, viewer, token, async (tx) => {
    const copy = await duplicateBrief(tx, viewer, args.params.briefId);
    return `/briefs/${copy}/edit`;
  });
  return seeOther(
    location,
    'This is a new draft that says what the other brief says, without its days and ISBN.',
  );
});

/** Never shown. Without a component a refusal here would be raw JSON instead of the page that says why. */
export default function NoPage() {
  return null;
}
