import type { ActionFunctionArgs } from '@remix-run/node';
import { leaving } from '../http/gate.server.ts';
import { respond, seeOther } from '../http/respond.server.ts';
import { signedOut } from '../http/sign-out.server.ts';

export const loader = async () => seeOther('/');

export const action = respond(async (args: ActionFunctionArgs) =>
  signedOut(args, await leaving(args), 'You are signed out.'),
);

/** Never shown. Without a component a refusal here would be raw JSON instead of the page that says why. */
export default function NoPage() {
  return null;
}
