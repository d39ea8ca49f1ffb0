import { redirect, type LoaderFunctionArgs } from '@remix-run/node';
import { safeReturnTo } from '../auth/return-to.ts';
import { anyone, signingIn } from '../http/gate.server.ts';
import { respond } from '../http/respond.server.ts';
import { startSignIn } from '../http/sign-in.server.ts';

export const loader = respond(async (args: LoaderFunctionArgs) => {
  await signingIn(args, 'signIn');
  const visit = await anyone(args);
  const to = safeReturnTo(new URL(args.request.url).searchParams.get('to'));
  // In development somebody is always looking, and comes here to be somebody else.
  if (visit.viewer && visit.identity) return redirect(to);
  return startSignIn(visit, args.request, to);
});

/** Never shown. Without a component a refusal here would be raw JSON instead of the page that says why. */
export default function NoPage() {
  return null;
}
