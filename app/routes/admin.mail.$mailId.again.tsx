import type { ActionFunctionArgs } from '@remix-run/node';
import { sendAgain } from '../domain/notifications/mails.server.ts';
import { once } from '../domain/once.server.ts';
import { formToken, readForm } from '../http/form.server.ts';
import { admin } from '../http/gate.server.ts';
import { respond, seeOther } from '../http/respond.server.ts';

export const loader = async () => seeOther('/admin/mail');

export const action = respond(async (args: ActionFunctionArgs) => {
  const { db, queue, viewer } = await admin(args);
  const token = formToken(await readForm(args), viewer);
  const { location } = await once(db, viewer, token, async (tx) => {
    await sendAgain(tx, queue, viewer, args.params['mailId'] ?? '');
    return '/admin/mail';
  });
  return seeOther(location, 'The mail is on its way again.');
});

/** Never shown. Without a component a refusal here would be raw JSON instead of the page that says why. */
export default function NoPage() {
  return null;
}
