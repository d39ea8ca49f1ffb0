import { redirect, type LoaderFunctionArgs } from '@remix-run/node';
import { signedIn } from '../http/gate.server.ts';
import { respond } from '../http/respond.server.ts';
import { cameFor, onward } from '../http/welcome.server.ts';

/** One address for everybody's first steps: to the one they are at, or to what they came for. */
export const loader = respond(async (args: LoaderFunctionArgs) => {
  const { viewer } = await signedIn(args);
  return redirect(onward(viewer, cameFor(args.request)));
});

/** Never shown. Without a component a refusal here would be raw JSON instead of the page that says why. */
export default function NoPage() {
  return null;
}
