import type { ActionFunctionArgs } from '@remix-run/node';
import { endAllSessions } from '../domain/people/sessions.server.ts';
import { leaving, signedIn } from '../http/gate.server.ts';
import { respond, seeOther } from '../http/respond.server.ts';
import { signedOut } from '../http/sign-out.server.ts';

export const loader = async () => seeOther('/account');

export const action = respond(async (args: ActionFunctionArgs) => {
  await leaving(args);
  const visit = await signedIn(args);
  await endAllSessions(visit.db, visit.viewer.id);
  return signedOut(args, visit, 'You are signed out everywhere.');
});

/** Never shown. Without a component a refusal here would be raw JSON instead of the page that says why. */
export default function NoPage() {
  return null;
}
