import type { ActionFunctionArgs } from '@remix-run/node';
import { once } from '../domain/once.server.ts';
import { endOneSession } from '../domain/people/sessions.server.ts';
import { formToken, readForm } from '../http/form.server.ts';
import { leaving, signedIn } from '../http/gate.server.ts';
import { respond, seeOther } from '../http/respond.server.ts';

export const loader = async () => seeOther('/account');

export const action = respond(async (args: ActionFunctionArgs) => {
  await leaving(args);
  const { db, viewer } = await signedIn(args);
  const token = formToken(await readForm(args));
  const { location } = await once(db, viewer, token, async (tx) => {
    await endOneSession(tx, viewer, args.params['sessionId']);
    return '/account';
  });
  return seeOther(location, 'That browser is signed out.');
});

/** Never shown. Without a component a refusal here would be raw JSON instead of the page that says why. */
export default function NoPage() {
  return null;
}
