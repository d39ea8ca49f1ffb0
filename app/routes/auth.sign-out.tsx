import type { ActionFunctionArgs } from '@remix-run/node';
import { endSession } from '../auth/session.server.ts';
import { signedOutHere } from '../auth/viewer.server.ts';
import { anyone } from '../http/gate.server.ts';
import { respond, seeOther } from '../http/respond.server.ts';

export const loader = async () => seeOther('/');

export const action = respond(async (args: ActionFunctionArgs) => {
  const { db, config } = await anyone(args);
  const cookies = [await endSession(db, config, args.request), ...(await signedOutHere(config))];
  return seeOther('/', 'You are signed out.', [
    // Pages are kept for the Back button; the next person at this machine must not find them there.
    ['Clear-Site-Data', '"cache"'],
    ...cookies.map((cookie): [string, string] => ['Set-Cookie', cookie]),
  ]);
});

/** Never shown. Without a component a refusal here would be raw JSON instead of the page that says why. */
export default function NoPage() {
  return null;
}
