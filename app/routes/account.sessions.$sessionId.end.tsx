import { data, type ActionFunctionArgs } from '@remix-run/node';
import { NotFound } from '../domain/errors.ts';
import { once } from '../domain/once.server.ts';
import { endOneSession } from '../domain/people/sessions.server.ts';
import { formToken, readForm } from '../http/form.server.ts';
import { leaving, signedIn } from '../http/gate.server.ts';
import { respond, seeOther, type Refusal } from '../http/respond.server.ts';

export const loader = async () => seeOther('/account');

export const action = respond(async (args: ActionFunctionArgs) => {
  await leaving(args);
  const { db, viewer } = await signedIn(args);
  const token = formToken(await readForm(args), viewer);
  try {
    const { location } = await once(db, viewer, token, async (tx) => {
      await endOneSession(tx, viewer, args.params['sessionId']);
      return '/account';
    });
    return await seeOther(location, 'That browser is signed out.');
  } catch (fault) {
    if (!(fault instanceof NotFound)) throw fault;
    throw data(GONE, { status: fault.status });
  }
});

/** The list was old: the browser was signed out in another window, or by the passing of a day. */
const GONE: Refusal = {
  title: 'That browser is signed out already',
  message: 'The list you came from was out of date. Nothing was changed.',
  ways: [{ href: '/account', label: 'Your account' }],
};

/** Never shown. Without a component a refusal here would be raw JSON instead of the page that says why. */
export default function NoPage() {
  return null;
}
